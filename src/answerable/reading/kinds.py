"""What a document is, told by what it holds: a log, a letter that answers, requests, an assessor's report."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from answerable.domain.questions import leading_label
from answerable.reading.across import with_questions_down
from answerable.reading.blocks import Block, Kind
from answerable.reading.comma_numbers import with_comma_numbers
from answerable.reading.completing import leave_last_days
from answerable.reading.counted_lines import with_counted_lines
from answerable.reading.dashed_letters import with_dashed_letters
from answerable.reading.days import begins_with_day
from answerable.reading.documents import Explained
from answerable.reading.facts_above import below_facts
from answerable.reading.items import asks
from answerable.reading.laws import names_act
from answerable.reading.letter_frame import any_salute, is_salute
from answerable.reading.letter_reach import asked_in
from answerable.reading.letter_told import asks_formally, is_answer_letter, leads_to_request
from answerable.reading.letters import letter_record
from answerable.reading.letters_exchanged import exchange_record, is_answered_below, parted_letters
from answerable.reading.lone_labels import with_lone_labels
from answerable.reading.question_rows import is_question_table
from answerable.reading.record_starts import is_labelled
from answerable.reading.records import Record, Sections, is_furniture
from answerable.reading.references import (
    labelled_reference,
    reference_in_heading,
    reference_within,
)
from answerable.reading.repeated_heads import Headed, with_references_told
from answerable.reading.reply_told import reply_told
from answerable.reading.sections import sections_of
from answerable.reading.shapes import shaped_sections
from answerable.reading.turns_counted import with_turns_counted
from answerable.reading.unlabelled import are_questions, unlabelled_record
from answerable.reading.vocabulary import Role, current_vocabulary, label_of

# A log may mention an assessment, and an inspector.
_FEWEST_WORDS_OF_ASSESSMENT, _FEWEST_OF_ASSESSMENT = 4, 8
_BEGINNING = 20_000
# As a scanner may have it, too: "l.1.3", "4.2 .4".
_NUMBERED_ELEMENT = re.compile(r"(?<![\w.])[1-9lI|]\s?[.,]\s?[1-9lI|]\s?[.,]\s?[1-9lI|]\d?(?![\w])")
_FEWEST_ELEMENTS = 4
_LONGEST_NUMBERED, _LONGEST_HEAD = 20, 200
_FEWEST, _MANY = 2, 1.5


@dataclass(frozen=True, slots=True)
class Parted:
    """A document taken apart: its kind, and its records; `explained` says which rule took what.

    `is_request` says that the whole document is one request, which a letter's rules split better.
    """

    kind: str
    sections: Sections
    explained: tuple[Explained, ...] = ()
    is_request: bool = False


def parted_as(blocks: Sequence[Block], as_kind: str) -> Parted:
    """Return a document's parts as those of a kind; "auto" finds the kind out."""
    blocks = with_lone_labels(with_dashed_letters(with_questions_down(blocks)))
    blocks = with_comma_numbers(blocks)
    blocks = with_turns_counted(with_counted_lines(blocks))
    if as_kind == "letter":
        return _letter(blocks)
    if as_kind == "assessment":
        return Parted("assessment", Sections(tuple(blocks), ()))
    sections = sections_of(blocks)
    if as_kind == "requests":
        return _requests(blocks, sections)
    if as_kind == "log":
        return _log(sections if sections.records else shaped_sections(blocks) or sections)
    found = _with_more_told(blocks, _found_out(blocks, sections))
    is_known = found.sections.records or found.kind == "assessment" or any_salute(blocks)
    return found if is_known or not (told := unlabelled_record(blocks)) else _log(told)


def _with_more_told(blocks: Sequence[Block], known: Parted) -> Parted:
    """Return a document's records by the shape of the numbers in their heads, where these tell more than its words."""
    if known.kind == "assessment":
        return known
    best = _reply_told(blocks, known)
    for headed in with_references_told(blocks):
        if _whole(best.sections.records, headed) == len(headed.references):
            break
        told = _found_out(headed.blocks, sections_of(headed.blocks))
        records = told.sections.records
        if [record.ref for record in records] != [*headed.references]:
            continue
        for record, title in zip(records, headed.titles, strict=True):
            record.title = title or record.title
        if _whole(records, headed) > _whole(best.sections.records, headed):
            best = told
    return best


def _reply_told(blocks: Sequence[Block], known: Parted) -> Parted:
    """Return the record of a letter by its lists, where its words tell of no request and answer; it has one number."""
    records = known.sections.records
    is_whole = bool(records) and all(one.request and one.response for one in records)
    if is_whole or (known.kind == "log" and _with_refs(records)):
        return known
    refs = {ref for block in blocks if (ref := _number(block))}
    told = reply_told(blocks) if len(refs) < _FEWEST else None
    return Parted("letter", Sections((), (told[0],)), tuple(told[1])) if told else known


def _whole(records: Sequence[Record], headed: Headed) -> int:
    """Return how many records have a request and a response, and reference and title as in as many heads."""
    if len(records) != len(headed.references):
        return 0
    titles = dict(zip(headed.references, headed.titles, strict=True))
    return sum(
        one.title in (titles[one.ref] or one.title)
        for one in records
        if one.request and one.response and one.title and one.ref in titles
    )


def _found_out(blocks: Sequence[Block], sections: Sections) -> Parted:
    is_other = (any_salute(blocks) and is_report(blocks)) or is_labelled(sections)
    if not is_other and _is_one_letter(blocks, sections.records):
        return _letter(blocks)
    if not _has_both(sections.records) and is_report(blocks):
        return Parted("assessment", Sections(tuple(blocks), ()))
    if not _has_both(sections.records) and not is_assessment(blocks):
        if letters := _letters(blocks) or _exchange(blocks):
            return letters
        if shaped := _by_shape(blocks, sections.records):
            return _log(shaped)
    elif shaped := _better_shaped(blocks, sections):
        return _log(shaped)
    return _log(sections) if sections.records else _without_records(blocks)


def _by_shape(blocks: Sequence[Block], known: Sequence[Record]) -> Sections | None:
    """Return the records by their shape, unless labels tell of more; or those of facts with questions below them."""
    shaped = shaped_sections(blocks)
    # Questions in bold look like the heads of records, but for the reference that none of them has.
    told = None if shaped and _with_refs(shaped.records) else below_facts(blocks)
    if shaped and not told and are_questions(shaped.records, shaped.front):
        return unlabelled_record(blocks) or shaped
    if told and len(told.records) >= len(known):
        return told
    return shaped if shaped and len(shaped.records) >= len(known) else None


def _log(sections: Sections) -> Parted:
    kind = "log" if _has_responses(sections) else "requests"
    leave_last_days(sections.records)
    return Parted(kind, sections, tuple(sections.explained()))


def _has_responses(sections: Sections) -> bool:
    """Return whether records are answered, or say at least where the answer would stand."""
    if not sections.records:
        return True
    known = any(label.role is Role.RESPONSE for label in sections.labels.values())
    facts = any(record.answered_on or record.stated for record in sections.records)
    return known or facts or any(record.response for record in sections.records)


def _has_both(records: Sequence[Record]) -> bool:
    """Return whether most records have a request and a response: their labels were understood."""
    whole = sum(bool(record.request) and bool(record.response) for record in records)
    return whole * 2 > len(records)


def _better_shaped(blocks: Sequence[Block], known: Sections) -> Sections | None:
    """Return the records by their shape where their labels tell less.

    Words told requests and responses, but no references; or a word that heads the response stands above each of
    several answers, so that it heads none.
    """
    records = known.records
    is_without = _with_refs(records) * 2 <= len(records)
    if len(records) < _FEWEST or not (is_without or _answer_one_by_one(known)):
        return None
    shaped = shaped_sections(blocks)
    if shaped is None or len(shaped.records) < len(records) or not _has_both(shaped.records):
        return None
    has_more = _with_refs(shaped.records) * 2 > len(shaped.records)
    keeps = _with_refs(shaped.records) >= _with_refs(records)
    return shaped if has_more or (_answer_one_by_one(known) and keeps) else None


def _answer_one_by_one(known: Sections) -> bool:
    """Return whether labels of a response stand inside of paragraphs, several to a request that a heading begins."""
    heads = Counter(
        (label.role, known.blocks[place].kind is Kind.HEADING)
        for place, label in known.labels.items()
        if label.role in (Role.REQUEST, Role.RESPONSE)
    )
    return (
        heads[Role.REQUEST, True] == len(known.records)
        and not heads[Role.RESPONSE, True]
        and heads[Role.RESPONSE, False] > _MANY * len(known.records)
    )


def _with_refs(records: Sequence[Record]) -> int:
    return sum(record.ref is not None for record in records)


def _is_one_letter(blocks: Sequence[Block], records: Sequence[Record]) -> bool:
    """Return whether blocks are one letter: several records are none, unless somebody is greeted above them.

    What looks like records may be the rows of a table with a question in each.
    """
    refs = {record.ref for record in records if record.ref}
    are_others = len(records) > 1 and (len(refs) > 1 or not any_salute(blocks))
    # To open the tables takes longest: most documents are told without.
    if (are_others and not _has_one_question_table(blocks)) or not is_answer_letter(blocks):
        return False
    if is_answered_below(blocks) and is_request(parted_letters(blocks)[0]):
        return False
    return len(_numbers(blocks)) <= 1 or any_salute(blocks)


def _has_one_question_table(blocks: Sequence[Block]) -> bool:
    found = (block for block in blocks if is_question_table(block))
    return next(found, None) is not None and next(found, None) is None


def _numbers(blocks: Sequence[Block]) -> set[str]:
    """Return the references that headings begin or end with, and those behind a label: a letter has one."""
    found = {
        one for block in blocks if len(block.text) <= _LONGEST_HEAD and (one := _number(block))
    }
    return {one for one in found if any(map(str.isdigit, one))}


def _number(block: Block) -> str | None:
    text = block.text.strip()
    if block.kind is Kind.HEADING or block.is_bold:
        named = reference_in_heading(text)
        if named:
            return named[0]
    label = label_of(text)
    is_ref = label is not None and label.is_strong and label.role is Role.REF
    told = labelled_reference(text[label.rest :]) if label and is_ref else None
    return told[0] if told else None


def _letters(blocks: Sequence[Block]) -> Parted | None:
    """Return the records of several letters in one file, each with its greeting, or below its number; None where they are not."""
    salutes = [place for place, block in enumerate(blocks) if is_salute(block)]
    several = len(salutes) >= _FEWEST
    cuts = _between_letters(blocks, salutes) if several else _over_letters(blocks)
    parts = [blocks[first:last] for first, last in pairwise([*cuts, len(blocks)])]
    if len(parts) < _FEWEST or not all(map(is_answer_letter, parts)):
        return None
    read = [letter_record(part) for part in parts]
    records = tuple(record for record, _ in read if record.request or record.response)
    return Parted("letter", Sections((), records), tuple(one for _, rules in read for one in rules))


def _exchange(blocks: Sequence[Block]) -> Parted | None:
    """Return the record of a request and of the letter that answers it below; None where letters are none of both."""
    letters = parted_letters(blocks)
    read = exchange_record(letters) if letters and is_request(letters[0]) else None
    if read is None:
        return None
    record, explained = read
    return Parted("letter", Sections((), (record,)), tuple(explained))


def _between_letters(blocks: Sequence[Block], salutes: Sequence[int]) -> list[int]:
    """Return where each of several letters begins that greet."""
    words = current_vocabulary()
    cuts = [0]
    for last, place in pairwise(salutes):
        closes = [at for at in range(last, place) if words.says("letter.closed", blocks[at].text)]
        heads = range(closes[-1] + 1, place) if closes else ()
        # Who signs stands on a line or two; the next letter begins with its day, or with its reference.
        cuts.append(next((at for at in heads if _heads_letter(blocks[at].text)), place))
    return cuts


def _over_letters(blocks: Sequence[Block]) -> list[int]:
    """Return where each of several letters begins that greet nobody: at a line with its number, above what leads to its request."""
    leads = [place for place, block in enumerate(blocks) if leads_to_request(block)]
    cuts: list[int] = []
    for low, lead in pairwise([-1, *leads]):
        heads = [place for place in range(low + 1, lead) if _numbers_letter(blocks[place])]
        cuts += heads[-1:]
    return [0, *cuts[1:]] if len(cuts) == len(leads) else []


def _numbers_letter(block: Block) -> bool:
    """Return whether a line has the number of a letter: nothing else of it, or in a heading."""
    text = block.text.strip()
    found = reference_in_heading(text) if len(text.split()) <= _LONGEST_NUMBERED else None
    return found is not None and (block.kind is Kind.HEADING or found[2] >= len(text))


def _heads_letter(text: str) -> bool:
    return begins_with_day(text) or reference_within(text) is not None


def _letter(blocks: Sequence[Block]) -> Parted:
    record, explained = letter_record(blocks)
    is_empty = not record.request and not record.response
    return Parted("letter", Sections((), () if is_empty else (record,)), tuple(explained))


def _requests(blocks: Sequence[Block], sections: Sections) -> Parted:
    """Return a list of requests, each with its reference; anything else is one request, as a letter is."""
    is_list = len(sections.records) > 1 and all(record.ref for record in sections.records)
    several = is_list and not any_salute(blocks)
    shown = sections if several else Sections((), ())
    return Parted("requests", shown, tuple(shown.explained()), is_request=not several)


def _without_records(blocks: Sequence[Block]) -> Parted:
    if letter := _unusual_letter(blocks):
        return letter
    nothing = Sections(tuple(blocks), ())
    if is_assessment(blocks):
        return Parted("assessment", nothing)
    if is_request(blocks):
        return Parted("requests", Sections((), ()), is_request=True)
    return Parted("letter" if any_salute(blocks) else "unknown", nothing)


def _unusual_letter(blocks: Sequence[Block]) -> Parted | None:
    """Return the record of a letter without the words of one, if a label says where its request is, and its answer."""
    words = current_vocabulary()
    known = (label_of(block.text) for block in blocks)
    roles = {label.role for label in known if label and label.is_strong}
    is_told = Role.REQUEST in roles or any(asked_in(block.text) for block in blocks)
    complains = any(words.says("letter.complained", block.text) for block in blocks)
    if not (is_told and complains) or is_assessment(blocks):
        return None
    letter = _letter(blocks)
    return letter if _has_both(letter.sections.records) else None


def is_assessment(blocks: Sequence[Block]) -> bool:
    """Return whether a document speaks as an assessor's report does, again and again."""
    words = current_vocabulary().phrases["assessment.words"]
    text = "\n".join(block.text for block in blocks)[:_BEGINNING]
    found = [one.group().lower() for one in words.finditer(text)]
    return (
        len(set(found)) >= _FEWEST_WORDS_OF_ASSESSMENT
        and len(found) >= _FEWEST_OF_ASSESSMENT
        and not any_salute(blocks)
    )


def is_report(blocks: Sequence[Block]) -> bool:
    """Return whether a document is a report on a known standard: it names it, several elements, and levels."""
    text = "\n".join(one.text or "\n".join(map(" ".join, one.rows)) for one in blocks)
    if len(_NUMBERED_ELEMENT.findall(text)) < _FEWEST_ELEMENTS or _is_asked_or_answered(blocks):
        return False
    from answerable.reading import assessments  # noqa: PLC0415 a log is read without it

    return assessments.is_report(blocks)


def is_request(blocks: Sequence[Block]) -> bool:
    """Return whether a document is one request: it greets or names the Act, asks, and answers nothing."""
    # What stands over a greeting is no word of the letter: "This request has been closed".
    first = next((place for place, block in enumerate(blocks) if is_salute(block)), 0)
    texts = [one.text for one in blocks[first:] if one.text.strip() and not is_furniture(one)]
    words = current_vocabulary()
    # "I am writing to request" opens a letter that asks.
    told = [text for text in texts if not asks_formally(text)]
    if any(words.says(f"letter.{key}", one) for key in ("opened", "complained") for one in told):
        return False
    answered = sum((one := leading_label(text)) is not None and one.is_answer for text in texts)
    if answered >= _FEWEST:
        return False
    greets = any_salute(blocks) or any(map(names_act, texts))
    wishes = any(text.rstrip().endswith("?") or asks(text) or asks_formally(text) for text in texts)
    if not (greets and wishes):
        return False
    from answerable.domain.questions import split_questions  # noqa: PLC0415 a log is read without it

    return bool(split_questions("\n\n".join(texts)).questions)


def _is_asked_or_answered(blocks: Sequence[Block]) -> bool:
    """Return whether a letter speaks of a report, and is none: it names the Act, or asks for something."""
    return any_salute(blocks) and any(
        names_act(block.text) or asked_in(block.text) or block.text.rstrip().endswith("?")
        for block in blocks
    )
