"""Records without labels: a heading, below it a question, and below that its answer."""

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field, replace

from answerable.domain.questions import PrintedLabel, behind_label, leading_label
from answerable.reading.blocks import Block, Kind, after
from answerable.reading.bodies import without_label
from answerable.reading.completing import behind, complete, look, replied_to
from answerable.reading.documents import Explained
from answerable.reading.facts import DAYS, take_fact
from answerable.reading.heads import NO_FIELD, take_days
from answerable.reading.items import asks, with_words
from answerable.reading.labelling import counted_words
from answerable.reading.letter_bodies import one_by_one
from answerable.reading.letter_lists import begins_list, behind_first_list
from answerable.reading.letter_reach import is_set_apart
from answerable.reading.letter_turns import asked_in_turn, is_bold_behind_label
from answerable.reading.records import Record, Sections, is_furniture
from answerable.reading.references import is_reference, labelled_reference, reference_in_heading
from answerable.reading.request_titles import title_of_request
from answerable.reading.vocabulary import Role, current_vocabulary, label_of

_FEWEST = 2
_LONGEST_HEADING = 20
_LONGEST_TITLE = 14
_LONGEST_NAME = 6
_LONGEST_LEAD = 2
_MOST_INTRODUCING = 3
_ONLY_LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}\s*:?$")
_DASHES = re.compile(r"\s+[|\u2013\u2014-]\s+")


@dataclass(slots=True)
class _Section:
    """A heading and what stands below it."""

    head: Block
    above: list[Block] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


def headed_sections(blocks: Sequence[Block]) -> Sections | None:
    """Return a record for each heading that a question stands below, or that begins with a reference.

    None unless two headings in three are so: others head chapters.
    """
    counted = counted_words(blocks)
    for is_head in (_is_reference, _has_reference, _is_heading, _is_bold, _names_reference):
        front, sections = _cut(blocks, is_head, counted)
        records = [_record(one) for one in sections]
        found = sum(record is not None for record in records)
        if found >= _FEWEST and found * 3 >= len(sections) * 2:
            return _sections(front, sections, records)
    return None


def _cut(
    blocks: Sequence[Block], is_head: Callable[[Block], bool], counted: Container[str]
) -> tuple[list[Block], list[_Section]]:
    front: list[Block] = []
    sections: list[_Section] = []
    for block in blocks:
        if is_head(block) and not _counts(block, counted):
            above = sections[-1].blocks if sections else front
            titles = [above.pop()] if above and _may_be_title_over(above[-1], block) else []
            sections.append(_Section(block, titles))
        elif sections:
            sections[-1].blocks.append(block)
        else:
            front.append(block)
    if sum(bool(section.above) for section in sections) * 2 <= len(sections):
        _leave_chapters(front, sections)
    return front, sections


def _counts(block: Block, counted: Container[str]) -> bool:
    """Return whether a line begins with a word that counts questions: "Request 1:" heads no record."""
    label = leading_label(block.text)
    return label is not None and label.number is not None and label.word in counted


def _leave_chapters(front: list[Block], sections: Sequence[_Section]) -> None:
    """Give back the lines that stand above few heads: "January to March" heads several records, and names none."""
    before = front
    for section in sections:
        before += section.above
        section.above.clear()
        before = section.blocks


def _may_be_title_over(block: Block, head: Block) -> bool:
    """Return whether a heading stands right above a line that is a reference and nothing else."""
    if head.kind is Kind.HEADING or not (_is_heading(block) or _is_bold(block)):
        return False
    return not _is_request(block.text.strip()) and len(head.text.split()) <= _LONGEST_NAME


def _has_reference(block: Block) -> bool:
    return _is_heading(block) and reference_in_heading(block.text.strip()) is not None


def _is_reference(block: Block) -> bool:
    if block.kind in (Kind.TABLE, Kind.PICTURE, Kind.BREAK) or block.aside:
        return False
    found = _reference(block.text.strip())
    return found is not None and found[1] == 0


def _names_reference(block: Block) -> bool:
    is_line = block.kind is Kind.PARAGRAPH and not block.aside and block.text[-1:] not in ".?"
    return is_line and _is_short(block) and _between(block.text) is not None


def _is_heading(block: Block) -> bool:
    return block.kind is Kind.HEADING and not block.aside and _is_short(block)


def _is_bold(block: Block) -> bool:
    return block.is_bold and block.kind is Kind.PARAGRAPH and not block.aside and _is_short(block)


def _is_short(block: Block) -> bool:
    return 0 < len(block.text.split()) <= _LONGEST_HEADING


def _record(section: _Section) -> Record | None:
    """Return the record of a section: what asks below its heading, and what follows that."""
    record = Record(section.head.start)
    text = section.head.text.strip()
    rest = section.head
    if found := _reference(text):
        record.ref, start, end = found
        text = (text[:start] + text[end:].lstrip(" |\u2013\u2014-" if start else "")).strip(
            " :|\u2013\u2014-"
        )
        rest = (
            replace(behind(section.head, end), kind=Kind.PARAGRAPH) if not start else section.head
        )
    if section.above:
        record.title = section.above[0].text.strip()
        record.others += [(section.head, NO_FIELD)] if text and not _ONLY_LABEL.match(text) else []
    elif _is_request(text):
        record.request.append(rest)
    else:
        record.title = text
    _share(record, with_words(section.blocks))
    if not any(block.text for block in record.request):
        return None
    alike = _set_alike(record) | replied_to(record.response)
    record.request, record.response, _ = one_by_one(record.request, record.response, alike)
    _bare_answer(record)
    complete(record)
    record.title = record.title or title_of_request(record)
    return record


def _share(record: Record, blocks: Sequence[Block]) -> None:
    """Share what stands below a heading between request and response."""
    blocks = _asked_above(record, _under_heading(record, _behind_days(record, blocks)))
    if not record.request and (second := _to_second_list(blocks)):
        record.request += blocks[:second]
        record.response += blocks[second:]
        return
    leads = 0 if record.request else _leading(blocks, record)
    record.request += blocks[:leads]
    for block in blocks[leads:]:
        label = (
            label_of(block.text) if block.column is None and not leading_label(block.text) else None
        )
        if block.aside:
            record.others.append((block, block.aside))
        elif label and label.is_strong and label.role is Role.RESPONSE and not record.response:
            record.response.append(without_label(block, label))
        elif not record.response and (is_furniture(block) or _is_asked(block, record)):
            record.request.append(block)
        else:
            record.response.append(block)


def _under_heading(record: Record, blocks: Sequence[Block]) -> Sequence[Block]:
    """Take what a heading over it, whatever its words, and a word for the reply below it tell to be asked; return the rest."""
    replies = [place for place, block in enumerate(blocks) if _heads_reply(block)]
    is_named = len(replies) == 1 and replies[0] > 1 and blocks[0].kind is Kind.HEADING
    if record.request or not is_named or any(one.rows for one in blocks[: replies[0]]):
        return blocks
    record.others.append((blocks[0], NO_FIELD))
    record.request += blocks[1 : replies[0]]
    return blocks[replies[0] :]


def _heads_reply(block: Block) -> bool:
    label = label_of(block.text) if block.column is None else None
    is_alone = label is not None and label.is_strong and label.rest >= len(block.text)
    return is_alone and label is not None and label.role is Role.RESPONSE


def _behind_days(record: Record, blocks: Sequence[Block]) -> Sequence[Block]:
    """Take the days that lines above a question tell, "Received 7 June, closed 27 June", and return what is below."""
    for place, block in enumerate(blocks):
        label = label_of(block.text)
        told = label is not None and label.role in DAYS and not leading_label(block.text)
        is_line = _is_short(block) and not block.rows and not asks(block.text)
        if not (told and is_line and label):
            return blocks[place:]
        if not (take_days(record, block.text) or take_fact(record, label.role, block.text)):
            return blocks[place:]
        record.others.append((block, NO_FIELD))
    return ()


def _set_alike(record: Record) -> set[int]:
    """Return the blocks among the answers, by their ids, that are set in bold or italics as the first question is."""
    first = record.request[-1]
    if not any(look(first)) or first.rows:
        return set()
    has_label = leading_label(first.text) is not None
    return {
        id(block)
        for block in record.response
        if look(block) == look(first) and (leading_label(block.text) is not None) is has_label
    }


def _bare_answer(record: Record) -> None:
    """Take the word for an answer, "Reply:", from in front of the only one: in a list it tells which is answered."""
    is_list = any(block.kind is Kind.ITEM or leading_label(block.text) for block in record.request)
    label = leading_label(record.response[0].text) if record.response and not is_list else None
    if label and label.is_answer and not label.number:
        first = record.response[0]
        record.response[0] = replace(first, runs=after(first.runs, label.end))


def _leading(blocks: Sequence[Block], record: Record) -> int:
    """Return how many paragraphs lead to the first question below a heading: "I am writing a study of buses."."""
    place = next((at for at, block in enumerate(blocks) if _is_asked(block, record)), 0)
    is_plain = all(
        block.kind is Kind.PARAGRAPH
        and block.text.strip()
        and not block.aside
        and not label_of(block.text)
        for block in blocks[:place]
    )
    is_led = is_plain and (place == 0 or _is_whole(blocks[place]))
    return place if place <= _LONGEST_LEAD and is_led else 0


def _to_second_list(blocks: Sequence[Block]) -> int:
    """Return how many paragraphs stand above a list of answers that has as many labels as that of the questions above it."""
    if any(one.aside or _heads_response(one) for one in blocks):
        return 0
    second = behind_first_list(blocks)
    return 0 if any(one.rows for one in blocks[:second]) else second


def _asked_above(record: Record, blocks: Sequence[Block]) -> Sequence[Block]:
    """Take into the request what only leads to a question, and the questions that answers stand between; return the rest.

    A paragraph below a heading and above a question that is set apart introduces it, whatever its words are.
    """
    if record.request or any(block.aside or _heads_response(block) for block in blocks):
        return blocks
    if asked := asked_in_turn(blocks):
        record.request += [*blocks[: asked[0]], *(blocks[place] for place in asked)]
        record.response += blocks[asked[0] :]
        return ()
    first = next((place for place, one in enumerate(blocks) if _asks_apart(one)), 0)
    if not 0 < first <= _MOST_INTRODUCING or any(one.rows for one in blocks[:first]):
        return blocks
    record.request += blocks[: first + 1]
    return blocks[first + 1 :]


def _heads_response(block: Block) -> bool:
    label = label_of(block.text)
    return label is not None and label.is_strong and label.role in (Role.REQUEST, Role.RESPONSE)


def _asks_apart(block: Block) -> bool:
    """Return whether a paragraph asks in another type than what stands around it."""
    is_apart = is_bold_behind_label(block) or block.is_italic
    return is_apart and _is_whole(block) and asks(behind_label(block.text).strip())


def _is_whole(block: Block) -> bool:
    """Return whether a question is no heading of a chapter's part: "What was found" has no label, and no mark behind it."""
    return block.text.rstrip()[-1:] in ("?", ".", ":") or leading_label(block.text) is not None


def _is_request(text: str) -> bool:
    """Return whether the words beside a reference ask, and are no title."""
    return (
        text.endswith("?")
        or (asks(text) and text.endswith("."))
        or len(text.split()) > _LONGEST_TITLE
    )


def _reference(text: str) -> tuple[str, int, int] | None:
    """Return the reference of a heading, and the stretch that it takes up."""
    if found := reference_in_heading(text):
        return found
    plain = labelled_reference(text)
    is_joined = plain is not None and not plain[0].isalnum() and is_reference(plain[0])
    if plain and is_joined and len(text.split()) <= _LONGEST_TITLE:
        return plain[0], 0, plain[1]
    between = _between(text)
    if between or len(text.split()) > _LONGEST_HEADING:
        return between
    known = current_vocabulary().reference.search(text)
    is_apart = known is not None and text[: known.start()][-1:] in " " and known[0][:1].isalpha()
    return (known[0], known.start(), known.end()) if known and is_apart else None


def _between(text: str) -> tuple[str, int, int] | None:
    """Return the reference that stands between dashes in a heading: "Parking – FOI 21/330 – 2021"."""
    place = 0
    for part in _DASHES.split(text):
        if place and is_reference(part) and any(map(str.isdigit, part)):
            return part, place, place + len(part)
        place = text.find(part, place) + len(part)
        joint = _DASHES.match(text, place)
        place = joint.end() if joint else place
    return None


def _is_asked(block: Block, record: Record) -> bool:
    text = block.text.strip()
    if not text or block.rows:
        return False
    label = leading_label(text)
    words = text[label.end :] if label else text
    if label and label.is_answer:
        return False
    is_plain = text.endswith("?") or asks(words) or is_set_apart(block)
    leads = bool(record.request) and record.request[-1].text.rstrip().endswith(":")
    is_listed = leads and (label is not None or block.kind is Kind.ITEM)
    return is_plain or text.endswith(":") or is_listed or _counts_on(label, record)


def _counts_on(label: PrintedLabel | None, record: Record) -> bool:
    """Return whether a label goes on with the list in which the question right above stands: it asks, whatever its words."""
    above = leading_label(record.request[-1].text) if label and record.request else None
    is_same = above is not None and label is not None and above.style == label.style
    return is_same and label is not None and not begins_list(label)


def _sections(
    front: Sequence[Block], sections: Sequence[_Section], found: Sequence[Record | None]
) -> Sections:
    """Return the records; a heading without a question goes unread, with what stands below it."""
    records: list[Record] = []
    rules: list[Explained] = []
    before = list(front)
    for one, record in zip(sections, found, strict=True):
        if record:
            records.append(record)
            rule = f"structure: a heading with a question below it, {len(sections)} in all → record"
            rules.append(Explained(one.head.start, one.head.end, one.head.text[:60], rule))
        elif records:
            records[-1].others += [(block, NO_FIELD) for block in (one.head, *one.blocks)]
        else:
            before += [one.head, *one.blocks]
    return Sections(tuple(before), tuple(records), rules=tuple(rules))
