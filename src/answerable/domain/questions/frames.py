"""What stands round the questions of a letter: greeting, legal formula, closing, quoted history."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

Span = tuple[int, int]
"""A stretch of a text: where it begins, and where what is behind it begins."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a letter: its words without marks of quotation, and where they begin and end."""

    text: str
    start: int
    end: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter taken apart: its own lines, and those that it quotes; each without its frame.

    `frame` has the stretches that are greeting, formula, closing or the head of a quotation.
    """

    own: tuple[Line, ...]
    quoted: tuple[Line, ...]
    frame: tuple[Span, ...]


_QUOTE = re.compile(r"(?:[>|]\s?)+")
_HEADS = re.compile(
    r"on\b.{4,120}\bwrote:?\s*$|-{2,}\s*(?:original|forwarded) message\s*-{2,}|_{10,}\s*$"
    r"|begin forwarded message:|ar\b.{4,120}\bysgrifennodd:?\s*$",
    re.IGNORECASE,
)
_FIELDS = re.compile(
    r"\*{0,2}(?:from|sent|to|cc|date|subject|oddi wrth|anfonwyd|at|pwnc):\*{0,2}\s", re.IGNORECASE
)
_FIELDS_OF_A_HEAD = 2
_LONGEST_FORMULA = 600
_GREETING = re.compile(
    r"(?:dear|hello|hi|good (?:morning|afternoon|evening|day)|to whom it may concern|annwyl|helo)\b"
    r"[^?:]{0,60}[,.:!-]?\s*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:yours? (?:faithfully|sincerely|truly)|(?:kind|best|warm|many)?\s?(?:regards|wishes)|sincerely|"
    r"(?:many |with )?thanks(?: in advance| again| for your \w+)?|thank you(?: (?:very much|in advance|for your \w+))?|"
    r"cofion(?: gorau| cynnes)?|yn gywir|diolch(?: yn fawr)?|sent from my \w+|--)\s*[,.!-]*\s*$",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"(?:this is an?|i am making an?|please (?:treat|accept|consider) this(?: \w+){0,3} as an?|i wish to make an?|"
    r"i would like to make an?|i am writing to make an?)\s"
    r"(?:formal |official )?(?:request|foi)[^?]*\b(?:act|information|foi|foia|regulations)\b[^?:]*[.:]?\s*$"
    r"|(?:subject|re|title):\s.*$|(?:freedom of information|foi|environmental information) request[.:]?\s*$"
    r"|i (?:look forward|would prefer|would like to receive|understand (?:that )?(?:you|under))\b[^?]*$"
    r"|(?:if|should) (?:you|this|my request|any|the)\b[^?]*\b(?:clarif|contact me|narrow|refine|cost|limit|advise|"
    r"assist|exempt|redact|refus|transfer|review)\w*\b[^?]*$",
    re.IGNORECASE,
)


def letter_of(text: str) -> Letter:
    """Return a letter taken apart into what it says, what it quotes, and the frame round both."""
    own: list[Line] = []
    quoted: list[Line] = []
    frame: list[Span] = []
    is_quoting = False
    lines = list(_lines(text))
    for place, line in enumerate(lines):
        if line.text and _begins_quotation(lines, place):
            is_quoting = True
            frame.append((line.start, line.end))
        elif is_quoting and _FIELDS.match(line.text):
            frame.append((line.start, line.end))
        else:
            (quoted if is_quoting or line.depth else own).append(line)
    return Letter(
        tuple(_without_frame(own, frame)),
        tuple(_without_frame(quoted, frame)),
        tuple(sorted(frame)),
    )


def is_formula(text: str) -> bool:
    """Return whether a paragraph only says that this is a request, or how it may be dealt with."""
    words = " ".join(text[: _LONGEST_FORMULA + 1].split())
    return len(words) < _LONGEST_FORMULA and _FORMULA.match(words) is not None


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for whole in text.splitlines(keepends=True):
        words = whole.rstrip()
        quote = _QUOTE.match(words)
        lead = quote.end() if quote else 0
        lead += len(words[lead:]) - len(words[lead:].lstrip())
        depth = quote.group().count(">") + quote.group().count("|") if quote else 0
        yield Line(words[lead:], start + lead, start + len(words), depth)
        start += len(whole)


def _begins_quotation(lines: list[Line], place: int) -> bool:
    """Return whether a line heads what is quoted: "On … wrote:", or the fields of another message."""
    if _HEADS.match(lines[place].text):
        return True
    here = lines[place : place + 4]
    fields = sum(_FIELDS.match(one.text) is not None for one in here)
    is_first = place == 0 or _FIELDS.match(lines[place - 1].text) is None
    starts = _FIELDS.match(lines[place].text) is not None
    return place > 0 and starts and is_first and fields > _FIELDS_OF_A_HEAD


def _without_frame(lines: list[Line], frame: list[Span]) -> Iterator[Line]:
    """Yield the lines between greeting and closing, and put the others into the frame.

    Words that close are no end as long as something is asked behind them.
    """
    has_begun = is_closed = False
    last = max((place for place, line in enumerate(lines) if line.text.endswith("?")), default=-1)
    for place, line in enumerate(lines):
        closes = bool(line.text) and _CLOSING.match(line.text) is not None
        is_closed = is_closed or (closes and has_begun and place > last)
        greets = not has_begun and _GREETING.match(line.text) is not None
        if is_closed or closes or greets:
            if line.text:
                frame.append((line.start, line.end))
            # What stands on either side is no one paragraph.
            yield replace(line, text="")
        else:
            has_begun = has_begun or bool(line.text)
            yield line
