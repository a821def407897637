"""What stands round the questions of a letter: greeting, legal formula, closing, quoted history."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from answerable.domain.questions.asking import asks, is_aside
from answerable.domain.questions.labels import PrintedLabel
from answerable.domain.questions.marks import mark_of
from answerable.domain.questions.numbering import Bullet

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

    `frame` has the stretches that are greeting, formula, closing or the head of a quotation;
    `is_forwarded` says that the quotation is another message as a whole, and not what is replied to.
    """

    own: tuple[Line, ...]
    quoted: tuple[Line, ...]
    frame: tuple[Span, ...]
    is_forwarded: bool


_QUOTE = re.compile(r"(?:[>|]\s?)+")
_HEADS = re.compile(
    r"on\b.{4,120}\bwrote:?\s*$|-{2,}\s*(?:original|forwarded) message\s*-{2,}|_{10,}\s*$"
    r"|begin forwarded message:|ar\b.{4,120}\bysgrifennodd:?\s*$",
    re.IGNORECASE,
)
_REPLIES = re.compile(r"\b(?:wrote|ysgrifennodd):?\s*$", re.IGNORECASE)
_FIELDS = re.compile(
    r"\*{0,2}(?:from|sent|to|cc|date|subject|oddi wrth|anfonwyd|at|pwnc):\*{0,2}\s", re.IGNORECASE
)
_FIELDS_OF_A_HEAD = 2
_GREETING = re.compile(
    r"(?:dear|hello|hi|good (?:morning|afternoon|evening|day)|to whom it may concern|annwyl|helo)\b",
    re.IGNORECASE,
)
# A second greeting, below a note; "Hi Vis Jackets" in the midst of a letter is none.
_SALUTES = re.compile(r"(?:dear|annwyl)\b|(?:hello|hi|good|helo)\b.{0,60},$", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_NAME = re.compile(
    r"[A-Z][\w.'\u2019-]*|(?i:sir|madam|sirs|mr|mrs|ms|miss|dr|all|both|there|team|everyone|colleagues?|officers?|"
    r"foi|of|the|or|and|at|in|for|to|syr|syr/madam|sir/madam|foi/eir|&|/)"
)
# Words that begin a request, capital or not: they end the names of a greeting.
_NO_NAME = re.compile(
    r"i|i['\u2019].*|we|can|could|please|would|will|may|how|what|when|where|who|why|which|is|are|do|does|did|has|"
    r"have|number|total|costs?|copy|copies|list|breakdown|data|details|under|provide|send|give|tell|hoffwn|faint|beth|pwy",
    re.IGNORECASE,
)
_LONGEST_GREETING = 12
_LONGEST_TITLE = 3
_PAUSES = ",.:!-–—"
_LONGEST_SIGNATURE_LINE = 6
# What mail systems write below a message: nobody asks it.
_DISCLAIMER = re.compile(
    r"\b(?:consider the environment|(?:need|have) to print|before (?:you )?print|intended (?:recipient|solely|only)|"
    r"confidential|notify the sender|received (?:this|it) (?:\S+ )?in error|virus|disclaimer|unsubscribe)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:yours? (?:faithfully|sincerely|truly)|(?:kind|best|warm|many)?\s?(?:regards|wishes)|sincerely|"
    r"(?:many |with )?thanks(?: in advance| again| for your \w+)?|thank you(?: (?:very much|in advance|for your \w+))?|"
    r"cofion(?: gorau| cynnes)?|yn gywir|diolch(?: yn fawr)?|sent from my \w+|--)\s*[,.!-]*\s*$",
    re.IGNORECASE,
)


def letter_of(text: str) -> Letter:
    """Return a letter taken apart into what it says, what it quotes, and the frame round both."""
    own: list[Line] = []
    quoted: list[Line] = []
    frame: list[Span] = []
    is_quoting = is_forwarded = False
    lines = list(_lines(text))
    for place, line in enumerate(lines):
        if line.text and _begins_quotation(lines, place):
            is_quoting = True
            is_forwarded = is_forwarded or not _REPLIES.search(line.text)
            frame.append((line.start, line.end))
        elif is_quoting and _FIELDS.match(line.text):
            frame.append((line.start, line.end))
        else:
            (quoted if is_quoting or line.depth else own).append(line)
    return Letter(
        tuple(_without_frame(own, frame)),
        tuple(_without_frame(quoted, frame)),
        tuple(sorted(frame)),
        is_forwarded,
    )


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for whole in text.splitlines(keepends=True):
        words = whole.rstrip()
        # "| 1 | Staff | |" is a row of a table, and no quotation.
        quote = None if _is_row(words) else _QUOTE.match(words)
        lead = quote.end() if quote else 0
        lead += len(words[lead:]) - len(words[lead:].lstrip())
        depth = quote.group().count(">") + quote.group().count("|") if quote else 0
        yield Line(words[lead:], start + lead, start + len(words), depth)
        start += len(whole)


def _is_row(words: str) -> bool:
    return words.lstrip().startswith("|") and words.endswith("|") and bool(words.strip(" |"))


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

    Words that close are no end as long as something is asked behind them: what stands between is
    a signature if it is short.
    """
    asking = _asking_lines(lines)
    last = max(asking, default=-1)
    has_begun = is_signing = False
    for place, line in enumerate(lines):
        closes = bool(line.text) and _CLOSING.match(line.text) is not None
        speaks = place in asking or (place < last and _is_long(line.text))
        is_signing = (is_signing and not speaks) or (closes and has_begun)
        may_greet = not closes and (not has_begun or _SALUTES.match(line.text) is not None)
        begin = _greeting_end(line.text) if may_greet else 0
        if is_signing or closes or begin:
            is_whole = is_signing or closes or begin == len(line.text)
            end = line.end if is_whole else line.start + begin
            if line.text:
                frame.append((line.start, end))
            # What stands on either side is no one paragraph.
            yield replace(line, text="" if is_whole else line.text[begin:], start=end)
            has_begun = has_begun or not is_whole
        else:
            has_begun = has_begun or bool(line.text)
            yield line


def _is_long(text: str) -> bool:
    return len(text.split(maxsplit=_LONGEST_SIGNATURE_LINE)) > _LONGEST_SIGNATURE_LINE


def _asking_lines(lines: list[Line]) -> set[int]:
    """Return the places of lines that ask, wherever they stand: questions, wishes, numbered items."""
    marks = [mark_of(line.text) for line in lines]
    bullets = {place for place, (mark, _, _) in enumerate(marks) if isinstance(mark, Bullet)}
    numbers = {mark.number for mark, _, _ in marks if isinstance(mark, PrintedLabel)}
    asking = set()
    for place, (line, (mark, _, lead)) in enumerate(zip(lines, marks, strict=True)):
        words = line.text[lead:]
        # One dash alone may stand in front of a name.
        is_item = (isinstance(mark, PrintedLabel) and _counts(mark, numbers)) or (
            place in bullets and not bullets.isdisjoint((place - 1, place + 1))
        )
        is_wish = words.endswith("?") or (asks(words) and not is_aside(words))
        if line.text and not _DISCLAIMER.search(line.text) and (is_item or is_wish):
            asking.add(place)
    return asking


def _counts(mark: PrintedLabel, numbers: set[str | None]) -> bool:
    """Return whether a number begins a list or goes on with one: "12. High Street" does neither."""
    return mark.number is None or int(mark.number) <= 1 or str(int(mark.number) - 1) in numbers


def _greeting_end(text: str) -> int:
    """Return where the words behind a greeting begin: 0 where nothing greets.

    A greeting is names and titles: "Good afternoon, I would like …" greets, and then asks.
    """
    found = _GREETING.match(text)
    if found is None:
        return 0
    end = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip(_PAUSES))
    for word in islice(_WORD.finditer(text, end), _LONGEST_GREETING):
        bare = word.group().strip(_PAUSES)
        if bare and (_NAME.fullmatch(bare) is None or _NO_NAME.fullmatch(bare)):
            break
        end = word.end()
        # "Dear Sir, …", but not "Dear Mr. Smith", nor "Dear Mr Smith, Mrs Jones,".
        if word.group()[-1] in _PAUSES and len(bare) >= _LONGEST_TITLE and text[-1] != ",":
            break
    rest = text[end:].lstrip(f" {_PAUSES}")
    begins = len(text) - len(rest)
    is_apart = text[:begins].rstrip()[-1] in _PAUSES
    return begins if not rest or is_apart or asks(rest) else 0
