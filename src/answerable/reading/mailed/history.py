"""Where an e-mail ends, and the mails before it begin that it quotes."""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.blocks import Block

_RULED = re.compile(
    r"^[ \t>]*[-_*]{2,} ?(?:original (?:message|appointment)|forwarded message|begin forwarded message"
    r"|neges wreiddiol)\b[^\n]{0,40}$",
    re.IGNORECASE | re.MULTILINE,
)
_WROTE = re.compile(
    r"^[ \t>]*(?:on|ar)\s[^\n]{4,200}?(?:\n[^\n]{0,200}?){0,2}\b(?:wrote|ysgrifennodd)[^\n]{0,80}:[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_FROM = re.compile(r"^[ \t>*]*(?:from|oddi wrth)\s?:", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(r"^[ \t>*]*(?:sent|date|anfonwyd|dyddiad)\s?:", re.IGNORECASE | re.MULTILINE)
_TO = re.compile(r"^[ \t>*]*(?:to|subject|at|pwnc)\s?:", re.IGNORECASE | re.MULTILINE)
_HEADERS = 600
_FEWEST_LETTERS = 60
_BLOCKS_OF_HEADERS = 6
_MOST_MARKS = 200


def history_in_text(text: str) -> list[range]:
    """Return the stretches of a plain text that are older mails, or the heads of one that is passed on."""
    marks = sorted(_marks(text))[:_MOST_MARKS]
    return _stretches(text, marks, len(text))


def history_in_blocks(blocks: Sequence[Block]) -> list[range]:
    """Return the same stretches of a text that was read from HTML."""
    joined, places = [], []
    length = 0
    for block in blocks:
        places.append((length, block))
        joined.append(block.text)
        length += len(block.text) + 1
    text = "\n".join(joined)
    end = blocks[-1].end if blocks else 0
    starts = []
    for begin, stop in ((one.start, one.stop) for one in history_in_text(text)):
        inside = [block for place, block in places if begin <= place < stop]
        if inside:
            last = inside[-1].end if stop < len(text) else end + 1
            starts.append(range(inside[0].start, last))
    return starts


def _marks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a line, or a head of headers, parts a mail from the one before it, and where that ends."""
    for pattern in (_RULED, _WROTE):
        yield from ((found.start(), found.end()) for found in pattern.finditer(text))
    for found in _FROM.finditer(text):
        head = text[found.start() : found.start() + _HEADERS].split("\n\n\n", maxsplit=1)[0]
        sent, to = _SENT.search(head), _TO.search(head)
        if sent and to:
            last = max(sent.end(), to.end())
            line = head.find("\n", last)
            yield found.start(), found.start() + (len(head) if line < 0 else line)
    begin = _quoted_at_the_end(text)
    if text[begin:].strip() and text[:begin].strip():
        yield begin, len(text)


def _quoted_at_the_end(text: str) -> int:
    """Return where the last lines begin that are quoted, with no line over them that says so."""
    begin = len(text)
    while begin:
        line = text.rfind("\n", 0, begin - 1) + 1
        words = text[line:begin].strip()
        if words and not words.startswith(">"):
            break
        begin = line
    return begin


def _stretches(text: str, marks: list[tuple[int, int]], end: int) -> list[range]:
    """Return what stands behind the first mark; if next to nothing stands before it, a mail is passed on.

    Then only its head stands aside, with the names in it, and the next mark is the first.
    """
    found: list[range] = []
    done = 0
    for begin, stop in marks:
        if begin < done:
            continue
        words = sum(map(str.isalpha, text[done:begin]))
        if words >= _FEWEST_LETTERS:
            return [*found, range(begin, end)]
        found.append(range(begin, stop))
        done = stop
    return found
