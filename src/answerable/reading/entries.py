"""A record's fields into an entry: its text, questions, decisions, tables, attachments and links."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Attachment, Entry, Link, Question, Table
from answerable.domain.questions import leading_label
from answerable.reading.answers import answers_of
from answerable.reading.asked import Answers, Asked
from answerable.reading.attachments import attachments_of, poured_in
from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.decisions import Decided, decided
from answerable.reading.documents import Printed
from answerable.reading.lines_below import with_lines_below
from answerable.reading.naming import behind_names, joint_labels
from answerable.reading.passages import share_out
from answerable.reading.printed import printed_of
from answerable.reading.record_parts import parts_of
from answerable.reading.sections import Record, is_furniture

_TABLE, _ITEM = Kind.TABLE, Kind.ITEM
_LONGEST_CAPTION = 25
_MOST_HEADER_ROWS = 3
_SCHEMES = ("http://", "https://", "mailto:")
_IS_LINK = attrgetter("link")
_ONLY_TELLING = (Outcome.DISCLOSED, Outcome.ELSEWHERE, Outcome.SIGNPOSTED)
_UNDECIDED: Decided = ((), ())
_REFUSED = frozenset((Outcome.WITHHELD, Outcome.PART_DISCLOSED, Outcome.NCND))


@dataclass(frozen=True, slots=True)
class EntryRead:
    """An entry, where its fields are printed, and where in its response passages stand that nothing assigns."""

    entry: Entry
    printed: Printed
    unassigned: tuple[tuple[int, int], ...] = ()


def entry_of(record: Record, *, has_pages: bool) -> EntryRead:
    """Return the entry of a record."""
    request, response = parts_of(record)
    poured = poured_in(response)
    attachments, stubs = _attachments(response, poured)
    captions = _captions(response)
    within = {place for stretch in poured for place in stretch}
    skipped = within | set(captions.values()) | _frames(response)
    answers = answers_of(request, response, skipped)
    with_lines_below(answers.questions, request)
    share_out(answers, response, stubs)
    text, offsets = _joined(response, skipped)
    asked_text, _ = _joined(request, _frames(request))
    questions = _questions(
        record, answers, _with_titles(response, stubs), gives=_giving(poured, stubs)
    )
    outcomes, exemptions = _whole(record, answers, response, questions)
    entry = Entry(
        ref=record.ref,
        title=record.title,
        request=asked_text,
        response=text,
        questions=questions,
        received_on=record.received_on,
        answered_on=record.answered_on,
        outcomes=outcomes,
        exemptions=exemptions,
        tables=tuple(_tables(response, within, captions, answers, offsets, len(text))),
        attachments=tuple(attachments),
        links=(*_links(request, response, offsets, within), *_links_in_rows(answers, response)),
        pages=_pages(record) if has_pages else None,
    )
    printed = printed_of(record, request, response, answers) if has_pages else Printed()
    return EntryRead(entry, printed, tuple(_unassigned(answers, response, offsets)))


def _unassigned(
    answers: Answers, response: Sequence[Block], offsets: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield where in the entry's response the passages stand that answer some question, and nothing says which."""
    for passage in answers.unassigned:
        places = [place for place in passage if not response[place].rows]
        if places:
            last = places[-1]
            yield offsets[places[0]], offsets[last] + len(_printed(response[last]))


def _attachments(
    response: Sequence[Block], poured: Sequence[range]
) -> tuple[list[Attachment], list[tuple[int, str]]]:
    attachments: list[Attachment] = []
    stubs = []
    for stretch in poured:
        announced = response[stretch.start - 1].text if stretch.start else ""
        found = attachments_of([response[place] for place in stretch], announced)
        attachments += found
        if found and found[0].text is None:
            stubs.append((stretch.start, found[0].title))
    return attachments, stubs


def _giving(poured: Sequence[range], stubs: Sequence[tuple[int, str]]) -> set[int]:
    """Return the places whose words send a document along."""
    return {stretch.start - 1 for stretch in poured} | {place for place, _ in stubs}


def _with_titles(response: Sequence[Block], stubs: Sequence[tuple[int, str]]) -> list[Block]:
    """Return the response with the whole title of a document where only its icon stands."""
    titles = dict(stubs)
    return [
        replace(block, runs=(Run(titles[place]),)) if place in titles else block
        for place, block in enumerate(response)
    ]


def _frames(response: Sequence[Block]) -> set[int]:
    return {
        place for place, block in enumerate(response) if _is_address(block) or is_furniture(block)
    }


def _is_address(block: Block) -> bool:
    """Return whether a block is only the target of a link, as a page's annotations are printed."""
    text = block.text
    return text.lstrip().startswith(_SCHEMES) and all(
        word.startswith(_SCHEMES) for word in text.split()
    )


def _captions(response: Sequence[Block]) -> dict[int, int]:
    """Return the place of each table's caption: a short line right before it that is no sentence."""
    captions = {}
    for place, block in enumerate(response):
        if block.kind is not _TABLE or not place:
            continue
        before = response[place - 1]
        text = before.text.strip()
        is_short = 0 < len(text.split()) <= _LONGEST_CAPTION and text[-1:] not in ".:;?!"
        if (
            before.kind in (Kind.PARAGRAPH, Kind.HEADING)
            and is_short
            and leading_label(text) is None
        ):
            captions[place] = place - 1
    return captions


def _joined(blocks: Sequence[Block], left_out: set[int]) -> tuple[str, dict[int, int]]:
    """Return the text of blocks, and how many characters stand before each block in it."""
    text, offsets = "", {}
    parts: list[str] = []
    length = 0
    for place, block in enumerate(blocks):
        offsets[place] = length + (2 if parts else 0)
        if place in left_out or block.kind is _TABLE:
            offsets[place] = length
            continue
        words = _printed(block)
        if words:
            length = offsets[place] + len(words)
            parts.append(words)
    text = "\n\n".join(parts)
    return text, offsets


def _printed(block: Block) -> str:
    is_bullet = block.kind is _ITEM and leading_label(block.text) is None
    return f"• {block.text}" if is_bullet else block.text


def _questions(
    record: Record, answers: Answers, response: Sequence[Block], *, gives: set[int]
) -> tuple[Question, ...]:
    questions = []
    shared = Counter(place for one in answers.questions for place in set(one.blocks))
    told = _Told(response, gives)
    grounds = _cited_in(answers.grounds, response)
    for asked in answers.questions:
        answer = told.answer(asked)
        outcomes, exemptions = _decided(asked, shared, told)
        if not exemptions and _REFUSED.intersection(outcomes):
            exemptions = grounds
        if record.stated and len(answers.questions) == 1:
            outcomes = tuple(dict.fromkeys(record.stated))
        questions.append(
            Question(
                label=asked.label,
                printed=asked.printed,
                text=asked.text,
                answer=answer,
                answered_with=tuple(asked.answered_with),
                outcomes=outcomes or (Outcome.UNANSWERED,),
                exemptions=exemptions,
                heading=asked.heading,
            )
        )
    return tuple(questions)


@dataclass(frozen=True, slots=True)
class _Told:
    """What passages of a response say: many questions may share the same, which are then read once."""

    response: Sequence[Block]
    gives: set[int]
    answers: dict[tuple[int, ...], str | None] = field(default_factory=dict)
    decisions: dict[tuple[int, ...], Decided] = field(default_factory=dict)

    def answer(self, asked: Asked) -> str | None:
        """Return the answer of a question."""
        key = tuple(asked.blocks)
        if asked.parts or not asked.label:
            return _answer(asked, self.response)
        if key not in self.answers:
            self.answers[key] = _answer(asked, self.response)
        return self.answers[key]

    def decided(self, places: tuple[int, ...], parts: Mapping[int, str]) -> Decided:
        """Return what passages decide; `parts` are the words that count of some."""
        if not places:
            return _UNDECIDED
        if parts:
            return self._decided(places, parts)
        if places not in self.decisions:
            self.decisions[places] = self._decided(places, parts)
        return self.decisions[places]

    def _decided(self, places: tuple[int, ...], parts: Mapping[int, str]) -> Decided:
        response = self.response
        answer = "\n\n".join(parts.get(one) or _words(response[one]) for one in places)
        whole = [place for place in places if place not in parts]
        more = any(place in self.gives or response[place].kind is _TABLE for place in whole)
        return decided(answer, gives_more=more)


def _decided(asked: Asked, shared: Mapping[int, int], told: _Told) -> Decided:
    """Decide by what is said of this question alone first, then by what it shares with others.

    `shared` says how many questions each place answers.
    """
    outcomes: dict[Outcome, None] = {}
    exemptions: dict[str, None] = {}
    parts = asked.parts
    alone = tuple([one for one in asked.blocks if shared[one] == 1 or one in parts])
    others = tuple([one for one in asked.blocks if shared[one] > 1 and one not in parts])
    if not (alone and others):
        return told.decided(alone or others, parts)
    for places in (alone, others):
        found, cited = told.decided(places, asked.parts)
        outcomes.update(dict.fromkeys(found))
        exemptions.update(dict.fromkeys(cited))
    return tuple(outcomes), tuple(exemptions)


def _words(block: Block) -> str:
    return _bare(block.text)


def _bare(text: str) -> str:
    """Return a text without the label, or the several labels, that it begins with."""
    labels, end = joint_labels(text)
    label = None if labels else leading_label(text)
    return text[end:].lstrip() if labels else text[label.end :] if label else text


def _answer(asked: Asked, response: Sequence[Block]) -> str | None:
    parts = []
    for number, place in enumerate(asked.blocks):
        block = response[place]
        is_labelled = (
            number == 0 and bool(asked.label) and not _begins_with_figure(block.text, asked)
        )
        bare = _bare(block.text) if is_labelled else block.text
        if bare == block.text and number == 0 and asked.label:
            bare = bare[behind_names(bare) :]
        # A bullet that is all of an answer lists nothing.
        words = bare if bare != block.text or len(asked.blocks) == 1 else _printed(block)
        if place in asked.parts:
            parts.append(asked.parts[place])
        elif words and block.kind is not _TABLE:
            parts.append(words)
    return "\n\n".join(parts) or None


def _cited_in(grounds: Sequence[int], response: Sequence[Block]) -> tuple[str, ...]:
    """Return the sections that reasons cite, without those that they cite more closely: 40 beside 40(2)."""
    _, cited = _said(grounds, response)
    return tuple(one for one in cited if not any(other.startswith(f"{one}(") for other in cited))


def _begins_with_figure(text: str, asked: Asked) -> bool:
    """Return whether an answer begins with a figure that looks like the label of another question: "11.4 posts"."""
    found = _FIGURE.match(text)
    return found is not None and found[1] != asked.label


_FIGURE = re.compile(r"(\d+\.\d+)\s")


def _said(places: Iterable[int], response: Sequence[Block]) -> Decided:
    return decided("\n\n".join([response[place].text for place in places]))


def _whole(
    record: Record, answers: Answers, response: Sequence[Block], questions: Sequence[Question]
) -> Decided:
    """Return a request's outcomes and exemptions: those that are stated, or told before any answer, come first."""
    outcomes, told = _said(answers.preface, response)
    whole = [outcome for outcome in outcomes if outcome not in _ONLY_TELLING]
    loose, besides = _said((place for one in answers.unassigned for place in one), response)
    each = [outcome for question in questions for outcome in question.outcomes]
    cited = [exemption for question in questions for exemption in question.exemptions]
    grounds = _cited_in(answers.grounds, response)
    return (
        tuple(dict.fromkeys([*record.stated, *whole, *loose, *each])),
        tuple(dict.fromkeys([*record.cited, *told, *besides, *cited, *grounds])),
    )


def _tables(
    response: Sequence[Block],
    within: set[int],
    captions: dict[int, int],
    answers: Answers,
    offsets: dict[int, int],
    length: int,
) -> Iterator[Table]:
    answered = {
        place: one.label
        for one in reversed(answers.questions)
        for place in one.blocks
        if place not in one.parts
    }
    for place, block in enumerate(response):
        if block.kind is not _TABLE or place in within:
            continue
        caption = response[captions[place]].text if place in captions else block.text
        yield Table(
            rows=block.rows,
            caption=caption or None,
            question=answered.get(place),
            header_rows=_header_rows(block.rows),
            at=min(offsets[place], length),
        )


def _header_rows(rows: Sequence[Sequence[str]]) -> int:
    """Return how many rows head a table: those with empty corners go on into the next."""
    count = 1
    while count < min(_MOST_HEADER_ROWS, len(rows) - 1) and not rows[count - 1][0]:
        filled = [cell for cell in rows[count - 1] if cell]
        if len(filled) * 2 > len(rows[count - 1]) or rows[count][0]:
            break
        count += 1
    return count


def _links(
    request: Sequence[Block], response: Sequence[Block], offsets: dict[int, int], within: set[int]
) -> Iterator[Link]:
    for block in request:
        for run in block.runs:
            if run.link and run.text.strip():
                yield Link(run.text.strip(), run.href)
    for place, block in enumerate(response):
        if not any(map(_IS_LINK, block.runs)):
            continue
        printed = len(_printed(block)) - len(block.text)
        before = offsets[place] + printed
        in_text = place not in within and not _is_address(block) and block.kind is not _TABLE
        for run in block.runs:
            if run.link and run.text.strip():
                lead = len(run.text) - len(run.text.lstrip())
                yield Link(run.text.strip(), run.href, before + lead if in_text else None)
            before += len(run.text)


def _links_in_rows(answers: Answers, response: Sequence[Block]) -> Iterator[Link]:
    """Yield the links in the rows of tables that answer questions."""
    for place in sorted({place for one in answers.questions for place in one.parts}):
        cells = (cell for row in response[place].cells for cell in row)
        runs = (run for cell in cells for one in cell for run in one.runs)
        yield from (
            Link(run.text.strip(), run.href) for run in runs if run.link and run.text.strip()
        )


def _pages(record: Record) -> tuple[int, int] | None:
    pages = [block.page for block in (*record.request, *record.response)]
    return (min(pages), max(pages)) if pages else None
