"""What a person asked, split into questions: numbered, bulleted, in prose, or in what a letter quotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from answerable.domain.questions.frames import Letter, Line, Span, is_formula, letter_of
from answerable.domain.questions.labels import PrintedLabel, inline_labels, leading_label
from answerable.domain.questions.numbering import Bullet, Numbered, numbered


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
    nothing itself, the questions are looked for in what it quotes; where nothing asks at all, all of
    it is one question, so that no request is lost.
    """
    letter = letter_of(text)
    for lines, is_quoted in ((letter.own, False), (letter.quoted, True)):
        questions = _questions(lines)
        if questions:
            return SplitRequest(_named(questions), is_quoted, letter.frame)
    return SplitRequest(_whole(letter), is_quoted=False, frame=letter.frame)


_BULLET = re.compile(r"(?:[•●◦▪‣*·–—-]|\u00b7|\u2043|\uf0b7)\s+")
_SENTENCE = re.compile(
    r"(?<=\?)[\"'\u201d\u2019)]*\s+(?=\S)|(?<=[.!])[\"'\u201d\u2019)]*\s+(?=[A-Z\"'\u201c\u2018(])"
)
_ASKS = re.compile(
    r"(?:(?:and|also|then|finally|secondly|additionally|in addition|furthermore|please|kindly|so|next)[,:]?\s+)*"
    r"(?:who|what|when|where|which|why|how|whether|is|are|was|were|do|does|did|has|have|had|can|could|will|would|"
    r"should|may|please|provide|confirm|give|list|state|supply|send|tell|under the|under foi|pursuant to|"
    r"(?:i|we)(?:'d|'m)?(?: (?:would|should|am|also|hereby|then|further|now)){0,3} (?:like|be grateful|appreciate|"
    r"seeking|requesting|asking|interested|request|ask|seek|require|wish|want|need)|"
    r"a (?:copy|list|breakdown)|copies of|the (?:number|total|amount|cost|names?|dates?) of|beth|pwy|pryd|ble|sut|faint|a allwch)\b",
    re.IGNORECASE,
)
_ANSWER_TO_OWN = re.compile(
    r"if (?:so|not|yes|no|you|it|they|there|this|any|the|neither|either)\b|(?:or|and) if\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:please |kindly |could you |can you |would you |i would like |i request |i am requesting |i am seeking )?"
    r"(?:please )?(?:provide|send|supply|give|answer|confirm|let me have|to know|to request|to receive|respond to)?\s?"
    r"(?:me |us )?(?:with )?(?:the |with the )?(?:following|below|answers?)?(?: \w+){0,4}:?\s*$",
    re.IGNORECASE,
)
_UNDER_THE_ACT = re.compile(
    r"^(?:under|pursuant to|in accordance with|by virtue of) (?:the )?(?:terms of the )?"
    r"(?:freedom of information act|foi act|foia|foi|environmental information regulations|eir)s?"
    r"(?: (?:2000|2004))?,?\s*",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*[;,]?(?:\s(?:and|or|and/or))?\s*$")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_YEAR = r"(?:(?:fy|financial year|calendar year|year|the year)\s)?(?:19|20)\d\d(?:\s?[-/\u2013]\s?(?:(?:19|20)?\d\d))?"
_PERIOD = re.compile(
    rf"(?:in |for |during )?(?:{_YEAR}|(?:{'|'.join(_MONTHS)})\w*\s(?:19|20)\d\d|q[1-4](?:\s(?:19|20)\d\d)?)"
    r"(?:\s(?:to date|so far|\(to date\)))?[.,;]?(?:\s(?:and|or))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph or an item: its mark, if it has one, its words, and where they stand."""

    mark: PrintedLabel | Bullet | None
    printed: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A question before it has its label: the place that numbering gives it, if it has a mark."""

    question: AskedQuestion
    numbered: Numbered | None


def _questions(lines: Sequence[Line]) -> list[_Found]:
    parts = [piece for part in _parts(lines) for piece in _pieces(part)]
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
    lead: str | None = None
    for part, following in zip_longest(parts, parts[1:]):
        label = labels.get(id(part))
        if label is None:
            leads = part.text.rstrip().endswith(":") and following is not None and following.mark
            found += _asked_in_prose(part, is_lead=bool(leads))
            lead = _lead_of(part.text) if leads else None
        elif id(part) in headings:
            continue
        elif found and _is_period(part.text) and _lists_periods(found[-1], label):
            found[-1] = _with_period(found[-1], part)
        else:
            above = marked[label.parent].text if label.parent is not None else None
            heading = " ".join(one for one in (lead, above) if one)
            found.append(_Found(_question(part, heading=heading or None), label))
    return found


def _headings(marked: Sequence[_Part], labels: dict[int, Numbered]) -> set[int]:
    """Return the items that are no questions themselves, because others stand below them.

    An item with nothing but years below it is a question: they are the years that it asks about.
    """
    return {
        id(marked[one.parent])
        for part in marked
        if (one := labels[id(part)]).parent is not None and not _is_period(part.text)
    }


def _lists_periods(found: _Found, label: Numbered) -> bool:
    return label.parent is not None or found.question.text.rstrip().endswith(":")


def _parts(lines: Sequence[Line]) -> Iterator[_Part]:
    """Yield paragraphs and items; a line without a mark goes on with the one before it."""
    open_part: _Part | None = None
    for line in lines:
        if not line.text.strip():
            if open_part is not None:
                yield open_part
            open_part = None
            continue
        mark, printed, lead = _mark_of(line.text)
        if mark is not None or open_part is None:
            if open_part is not None:
                yield open_part
            open_part = _Part(mark, printed, line.text[lead:].strip(), line.start, line.end)
        else:
            open_part = replace(
                open_part, text=f"{open_part.text} {line.text.strip()}".strip(), end=line.end
            )
    if open_part is not None:
        yield open_part


def _mark_of(text: str) -> tuple[PrintedLabel | Bullet | None, str | None, int]:
    bullet = _BULLET.match(text)
    if bullet:
        return Bullet(), text[: bullet.end()].strip(), bullet.end()
    label = leading_label(text)
    counts = label is not None and (label.number or label.letter or label.roman)
    if label is None or label.is_answer or not counts or _is_period(text):
        return None, None, 0
    return label, label.printed, label.end


def _pieces(part: _Part) -> Iterator[_Part]:
    """Yield an item in pieces where others stand in the same paragraph: "1. … 2. …", "(a) … (b) …"."""
    label = part.mark if isinstance(part.mark, PrintedLabel) else None
    first = str(int(label.number) + 1) if label and label.number and not label.letter else "a"
    is_dotted = bool(label and label.printed.endswith("."))
    cuts = inline_labels(part.text, first=first, dotted=is_dotted and first != "a")
    if first != "a" and not cuts:
        cuts = inline_labels(part.text, first="a")
    if not cuts or (first == "a" and len(cuts) < 2):  # noqa: PLR2004 one letter in brackets is no list
        yield part
        return
    lead = _JOINT.sub("", part.text[: cuts[0][0]].strip())
    if lead:
        yield replace(part, text=lead)
    edges = [*(start for start, _, _ in cuts), len(part.text)]
    for (start, end, _), behind in zip(cuts, edges[1:], strict=True):
        inner = leading_label(part.text[start:behind])
        text = _JOINT.sub("", part.text[end:behind].strip())
        mark = inner if inner and (inner.number or inner.letter) else Bullet()
        yield _Part(mark, part.text[start:end].strip(), text, part.start, part.end)


def _asked_in_prose(part: _Part, *, is_lead: bool) -> Iterator[_Found]:
    """Yield each question of a paragraph; what only follows from one ("If so, …") goes on with it.

    What leads to a list asks only where it has a question mark: the list says what is wished.
    """
    if is_formula(part.text):
        return
    open_text = ""
    for sentence in _SENTENCE.split(part.text):
        words = sentence.strip()
        if open_text and _ANSWER_TO_OWN.match(words):
            open_text = f"{open_text} {words}"
        elif words.endswith("?") or (_asks(words) and not is_lead):
            if open_text:
                yield _Found(_question(replace(part, text=open_text)), None)
            open_text = words
    if open_text:
        yield _Found(_question(replace(part, text=open_text)), None)


def _asks(text: str) -> bool:
    if text.endswith(":") or is_formula(text):
        return False
    return text.endswith("?") or _ASKS.match(text) is not None


def _lead_of(text: str) -> str | None:
    """Return what a lead says of the items below it; nothing if it only asks for them."""
    words = _UNDER_THE_ACT.sub("", text).strip()
    return None if _LEAD.fullmatch(words) else text.strip()


def _is_period(text: str) -> bool:
    return _PERIOD.fullmatch(text.strip()) is not None


def _with_period(found: _Found, part: _Part) -> _Found:
    period = part.text.strip(" .,;").removesuffix(" and").removesuffix(" or")
    question = found.question
    return replace(
        found,
        question=replace(question, periods=(*question.periods, period), end=part.end),
    )


def _question(part: _Part, *, heading: str | None = None) -> AskedQuestion:
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


def _whole(letter: Letter) -> tuple[AskedQuestion, ...]:
    """Return everything that a letter says as one question, for a person to look at."""
    lines = [line for line in (*letter.own, *letter.quoted) if line.text.strip()]
    if not lines:
        return ()
    text = "\n".join(line.text for line in lines)
    return (AskedQuestion(None, None, text, None, (), lines[0].start, lines[-1].end),)
