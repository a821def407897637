"""Where the fields of an entry are printed: the pages and boxes of the blocks that they were read from."""

import re
from collections.abc import Iterable, Sequence

from answerable.reading.asked import Answers, Asked
from answerable.reading.blocks import Block
from answerable.reading.documents import Place, Printed
from answerable.reading.sections import Record

_Box = tuple[float, float, float, float]
# Three lines of print: what stands further apart on a page is shown as two places.
_FURTHEST = 48.0


def printed_of(
    record: Record, request: Sequence[Block], response: Sequence[Block], answers: Answers
) -> Printed:
    """Return where a record's fields stand; `request` and `response` are its blocks with their items cut apart."""
    titles = _saying(record.head, record.title) or _beginning(request, record.title)
    return Printed(
        ref=places([one for one in record.head if record.ref and record.ref in one.text][:1]),
        title=places(titles),
        request=places(request),
        response=places(response),
        questions=tuple(places(_asking(one, request, response)) for one in answers.questions),
        answers=tuple(places(response[place] for place in one.blocks) for one in answers.questions),
    )


def places(blocks: Iterable[Block]) -> tuple[Place, ...]:
    """Return where blocks stand: one place for those that follow each other down a column of a page."""
    found: list[Place] = []
    page: int | None = None
    around: _Box | None = None
    for block in blocks:
        box = block.box
        if block.page == page and (box is None or around is None or _goes_on(around, box)):
            around = _around(around, box) if around and box else around or box
            continue
        if page is not None:
            found.append(Place(page, around))
        page, around = block.page, box
    if page is not None:
        found.append(Place(page, around))
    return tuple(found)


def _goes_on(above: _Box, below: _Box) -> bool:
    is_beside = above[0] < below[2] and below[0] < above[2]
    return is_beside and -_FURTHEST < below[1] - above[3] < _FURTHEST


def _around(one: _Box, other: _Box) -> _Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _asking(asked: Asked, request: Sequence[Block], response: Sequence[Block]) -> Sequence[Block]:
    """Return the block in which a question is asked; the whole request where it is the only one."""
    if asked.at is None:
        return request
    blocks = response if asked.is_in_response else request
    return blocks[asked.at : asked.at + 1]


def _saying(head: Sequence[Block], title: str) -> list[Block]:
    """Return the blocks of a record's head whose words the title is made of."""
    plain = _plain(title)
    found = []
    for block in head:
        words = _plain(block.text)
        if (
            words
            and plain
            and (plain in words or (len(words) > 1 and f" {words} " in f" {plain} "))
        ):
            found.append(block)
    return found


def _beginning(request: Sequence[Block], title: str) -> list[Block]:
    """Return the first block of a request whose entry has no title but its first words."""
    first = next((block for block in request if block.text.strip()), None)
    plain = _plain(title)
    return [first] if first and plain and plain in _plain(first.text) else []


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
