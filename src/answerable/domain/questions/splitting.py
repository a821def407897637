"""What a person asked, split into questions: numbered, bulleted, in prose, or in what a letter quotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from answerable.domain.questions.asking import (
    asks,
    asks_itself,
    follows_from_question,
    is_aside,
    is_courtesy,
    is_formula,
    lead_of,
    qualifies,
    sentences,
)
from answerable.domain.questions.frames import Letter, Line, Span, letter_of
from answerable.domain.questions.items import Part, parts_of
from answerable.domain.questions.numbering import Numbered, numbered
from answerable.domain.questions.periods import is_period, period_of


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as it was asked: its label, what is printed of it, its words, and where they stand.

    `heading` is what leads to it ("For each of the following years:"), `periods` the years or months
    that it lists in items of their own.
    """

    label: str | None
    printed: str | None
    text: str
    heading: str | None
    periods: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SplitRequest:
    """The questions of a letter; whether they stand in what it quotes; what is only frame."""

    questions: tuple[AskedQuestion, ...]
    is_quoted: bool
    frame: tuple[Span, ...]


def split_questions(text: str) -> SplitRequest:
    """Return the questions of a letter, in their order.

    Numbers and bullets are kept as printed; prose is split where it asks again. Where a letter asks
    nothing itself, the questions are looked for in what it quotes; where it is a note above a message
    that it forwards, they come behind its own. Where nothing asks at all, all of it is one question,
    so that no request is lost.
    """
    letter = letter_of(text)
    frame = list(letter.frame)
    own, asides = _found(letter.own)
    if own and not (letter.is_forwarded and _is_note(letter.own, own)):
        return SplitRequest(_named(own), is_quoted=False, frame=tuple(sorted((*frame, *asides))))
    quoted, more = _found(letter.quoted)
    if own and len(quoted) < _FEWEST_FORWARDED and not any(one.numbered for one in quoted):
        quoted, more = [], []
    if own or quoted:
        frame += (*asides, *more)
        return SplitRequest(_named([*own, *quoted]), not own, tuple(sorted(frame)))
    return SplitRequest(_whole(letter, text), is_quoted=False, frame=letter.frame)


_LONGEST_NOTE = 40
_FEWEST_FORWARDED = 2
_LONGEST_TITLE = 6


@dataclass(frozen=True, slots=True)
class _Found:
    """A question before it has its label: the place that numbering gives it, if it has a mark."""

    question: AskedQuestion
    numbered: Numbered | None


def _is_note(lines: Sequence[Line], found: Sequence[_Found]) -> bool:
    """Return whether somebody only wrote a few words above a message that goes on to others."""
    words = sum(len(line.text.split()) for line in lines)
    return words <= _LONGEST_NOTE and not any(one.numbered for one in found)


def _found(lines: Sequence[Line]) -> tuple[list[_Found], list[Span]]:
    """Return the questions of some lines, and the paragraphs that only say how to answer them."""
    parts = parts_of(lines)
    marked = [part for part in parts if part.mark is not None]
    labels = dict(
        zip(
            map(id, marked),
            numbered([part.mark for part in marked if part.mark is not None]),
            strict=True,
        )
    )
    headings = _headings(marked, labels)
    found: list[_Found] = []
    asides: list[Span] = []
    lead: str | None = None
    for part, following in zip_longest(parts, parts[1:]):
        label = labels.get(id(part))
        if label is None:
            if _is_only_aside(part):
                asides.append((part.start, part.end))
                continue
            lead = _leads(part, following, is_between=bool(found))
            found = _with_prose(found, part, following, is_lead=lead is not None)
        elif not part.text or id(part) in headings:
            continue
        elif found and is_period(part.text) and _lists_periods(found[-1], label):
            found[-1] = _with_period(found[-1], part)
        else:
            heading = " ".join(filter(None, (lead, *_above(label, marked, labels))))
            found.append(_Found(_question(part, heading=heading or None), label))
    return found, asides


def _leads(part: Part, following: Part | None, *, is_between: bool) -> str | None:
    """Return what a paragraph says of the items below it: "" if it only asks for them."""
    if following is None or following.mark is None:
        return None
    if part.text.endswith(":"):
        return lead_of(part.text) or ""
    # A few words between items are the title of those below; so is "For each year, the number of".
    is_title = is_between and len(part.text.split()) <= _LONGEST_TITLE
    is_unended = part.text[-1] not in ".?!" and not asks(part.text)
    return part.text if is_unended and (is_title or qualifies(part.text)) else None


def _with_prose(
    found: list[_Found], part: Part, following: Part | None, *, is_lead: bool
) -> list[_Found]:
    """Return the questions with those of a paragraph, or with what it says of the one before it."""
    if is_lead and following is not None and is_period(following.text):
        return [*found, _Found(_question(part), None)]
    asked = list(_asked_in_prose(part, is_lead=is_lead))
    is_between = following is not None and following.mark is not None and not _is_polite(part.text)
    if asked or is_lead or not found or not (is_between or qualifies(part.text)):
        found.extend(asked)
        return found
    last = found[-1]
    text = f"{last.question.text} {part.text}"
    found[-1] = replace(last, question=replace(last.question, text=text, end=part.end))
    return found


def _above(label: Numbered, marked: Sequence[Part], labels: dict[int, Numbered]) -> tuple[str, ...]:
    """Return the words of the items that an item stands below, from the outermost."""
    above: list[str] = []
    parent = label.parent
    while parent is not None:
        above.append(marked[parent].text)
        parent = labels[id(marked[parent])].parent
    return tuple(reversed(above))


def _headings(marked: Sequence[Part], labels: dict[int, Numbered]) -> set[int]:
    """Return the items that are no questions themselves, because others stand below them.

    An item with nothing but years below it is a question: they are the years that it asks about.
    So is one that asks in a whole sentence; what stands below asks for more.
    """
    parents = {
        one.parent
        for part in marked
        if (one := labels[id(part)]).parent is not None and not is_period(part.text)
    }
    return {id(marked[one]) for one in parents if not asks_itself(marked[one].text)}


def _lists_periods(found: _Found, label: Numbered) -> bool:
    is_below = label.parent is not None or found.numbered is None
    return is_below or found.question.text.endswith(":")


def _is_only_aside(part: Part) -> bool:
    return all(is_aside(sentence) for sentence in sentences(part.text))


def _asked_in_prose(part: Part, *, is_lead: bool) -> Iterator[_Found]:
    """Yield each question of a paragraph; what asks nothing goes on with the question before it.

    What leads to a list asks only where it has a question mark: the list says what is wished.
    """
    open_question: list[str] = []
    for sentence in sentences(part.text):
        follows = bool(open_question) and follows_from_question(sentence)
        is_asking = sentence.endswith("?") or (asks(sentence) and not is_lead)
        if is_asking and not follows and not is_aside(sentence):
            if open_question:
                yield _prose(part, open_question)
            open_question = [sentence]
        elif follows or (open_question and not is_lead and not _is_polite(sentence)):
            open_question.append(sentence)
    if open_question:
        yield _prose(part, open_question)


def _is_polite(sentence: str) -> bool:
    return is_courtesy(sentence) or is_formula(sentence)


def _prose(part: Part, said: Sequence[str]) -> _Found:
    return _Found(_question(replace(part, text=" ".join(said))), None)


def _with_period(found: _Found, part: Part) -> _Found:
    question = found.question
    periods = (*question.periods, period_of(part.text))
    return replace(found, question=replace(question, periods=periods, end=part.end))


def _question(part: Part, *, heading: str | None = None) -> AskedQuestion:
    return AskedQuestion(
        label=None,
        printed=part.printed,
        text=part.text,
        heading=heading,
        periods=(),
        start=part.start,
        end=part.end,
    )


def _named(found: Sequence[_Found]) -> tuple[AskedQuestion, ...]:
    """Give each question its label: what is printed, or the next number; one alone needs none."""
    if len(found) == 1 and found[0].numbered is None:
        return (found[0].question,)
    taken = {one.numbered.label for one in found if one.numbered}
    numbers = [int(label.split(".")[0]) for label in taken if label.split(".")[0].isdigit()]
    last = max(numbers, default=0)
    named = []
    for one in found:
        if one.numbered is not None:
            label = one.numbered.label
        else:
            last += 1
            label = str(last)
        named.append(replace(one.question, label=label))
    return tuple(named)


def _whole(letter: Letter, text: str) -> tuple[AskedQuestion, ...]:
    """Return everything that a letter says as one question, for a person to look at.

    A letter that seems to be nothing but frame is looked at too.
    """
    lines = [line for line in (*letter.own, *letter.quoted) if line.text.strip()]
    if lines:
        said = "\n".join(line.text for line in lines)
        return (AskedQuestion(None, None, said, None, (), lines[0].start, lines[-1].end),)
    said = text.strip()
    if not any(map(str.isalnum, said)):
        return ()
    start = text.index(said)
    return (AskedQuestion(None, None, said, None, (), start, start + len(said)),)
