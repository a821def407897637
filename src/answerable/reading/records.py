"""A record: the fields of one entry as they stand on the page, and what frames them."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from answerable.domain.decisions import Outcome
from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind, after
from answerable.reading.documents import Explained
from answerable.reading.vocabulary import BACK_TO_TOP, PAGE_NUMBER, Label, Role, label_of


@dataclass(slots=True)
class Record:
    """The fields of one entry as they stand on the page; `head` is what stands over its request.

    `days` are the days that it prints, by what it says of them. `others` are its blocks that are no field of an entry,
    each with the reason why it is unread.
    """

    start: int
    ref: str | None = None
    title: str = ""
    days: dict[Role, dt.date] = field(default_factory=dict)
    stated: list[Outcome] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    head: list[Block] = field(default_factory=list)
    request: list[Block] = field(default_factory=list)
    response: list[Block] = field(default_factory=list)
    others: list[tuple[Block, str]] = field(default_factory=list)

    @property
    def received_on(self) -> dt.date | None:
        """Return the day of receipt, or else the day on which somebody asked."""
        return self.days.get(Role.RECEIVED) or self.days.get(Role.ASKED)

    @property
    def answered_on(self) -> dt.date | None:
        """Return the day of the answer, or else that on which it was published."""
        return self.days.get(Role.ANSWERED) or self.days.get(Role.PUBLISHED)

    def take_day(self, role: Role, day: dt.date | None) -> None:
        """Take a day of a kind, if there is one and none was taken before."""
        if day is not None:
            self.days.setdefault(role, day)


def days_of(
    *,
    received: dt.date | None = None,
    answered: dt.date | None = None,
    published: dt.date | None = None,
) -> dict[Role, dt.date]:
    """Return the days of a record that are known."""
    days = {Role.RECEIVED: received, Role.ANSWERED: answered, Role.PUBLISHED: published}
    return {role: day for role, day in days.items() if day}


@dataclass(frozen=True, slots=True)
class Sections:
    """A log's blocks, parted: `front` is what stands before the first record; `labels` by their places."""

    front: tuple[Block, ...]
    records: tuple[Record, ...]
    blocks: tuple[Block, ...] = ()
    labels: Mapping[int, Label] = field(default_factory=dict)
    rules: tuple[Explained, ...] = ()

    def explained(self) -> Iterator[Explained]:
        """Yield which rule took each label, or each heading."""
        yield from self.rules
        for place, label in sorted(self.labels.items()):
            block = self.blocks[place]
            yield Explained(
                block.start, block.end, label.words, f"{label.rule} → {label.role.value}"
            )


def is_furniture(block: Block) -> bool:
    """Return whether a block only frames the page: "Back to top", a page number, a drawn line."""
    if block.kind in _FRAMES:
        return True
    text = block.text.strip()
    first = text[:1]
    if first not in _BEGINS and not first.isdecimal():
        return False
    # Most that begin with such a letter are "Ref", "Request", "Response" and "You asked".
    if first.isalpha() and text[:3].lower() not in _BEGINNINGS:
        return False
    return bool(BACK_TO_TOP.fullmatch(text) or _PAGE.fullmatch(text)) and not block.rows


_FRAMES = (Kind.PICTURE, Kind.BREAK)
_LINES = (Kind.PARAGRAPH, Kind.HEADING)
_BEGINS = frozenset("[bBrRyYpP")
_BEGINNINGS = frozenset(("bac", "ret", "yn ", "pag"))
_PAGE = re.compile(r"page\s+\d{1,4}(?:\s+of\s+\d{1,4})?|\d{1,3}\s+of\s+\d{1,3}", re.IGNORECASE)


def with_page_numbers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with those that are nothing but a page's number as breaks.

    A number that stands alone may be an answer: it is a page's if it counts on from the last such number,
    or stands at an end of the document.
    """
    alone = [place for place, block in enumerate(blocks) if _is_number(block)]
    if not alone:
        return tuple(blocks)
    numbers = {place: int(blocks[place].text.strip()) for place in alone}
    ends = [place for place in alone if place in (0, len(blocks) - 1) or len(alone) == 1]
    pages = {place for place in ends if not _answers(blocks, place)}
    for first, second in pairwise(alone):
        if numbers[second] == numbers[first] + 1:
            pages |= {first, second}
    return tuple(
        replace(block, kind=Kind.BREAK) if place in pages else block
        for place, block in enumerate(blocks)
    )


def with_items(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with those as items of a list that begin with a bullet, whatever a reader took them for."""
    return tuple(
        [
            replace(
                block, kind=Kind.ITEM, runs=after(block.runs, found.end()), marker=found["bullet"]
            )
            if (found := _BULLET.match(block.text)) and block.kind is Kind.PARAGRAPH
            else block
            for block in blocks
        ]
    )


_BULLET = re.compile(r"\s*(?P<bullet>[\u2022\u25cf\u25e6\u25aa\u2023\u25a0\u25cb])\s+(?=\S)")


def _answers(blocks: Sequence[Block], place: int) -> bool:
    """Return whether a number stands where an answer does; where words answer below it, it is a page's."""
    if not place or not _calls_for(blocks[place - 1]):
        return False
    after = blocks[place + 1].text.strip() if place + 1 < len(blocks) else ""
    is_told = bool(after) and not after.endswith("?") and leading_label(after) is None
    return not (is_told and label_of(after) is None and blocks[place - 1].text.endswith("?"))


def _calls_for(block: Block) -> bool:
    """Return whether a block is a question, or the label of an answer: the number below it answers."""
    text = block.text.strip()
    known = label_of(text)
    is_label = known is not None and known.rest >= len(text)
    return text.endswith(("?", ":")) or is_label or leading_label(text) is not None


def _is_number(block: Block) -> bool:
    text = block.text.strip()
    is_number = text.isdecimal() and PAGE_NUMBER.fullmatch(text) is not None
    return is_number and block.kind in _LINES and block.column is None


def beside(blocks: Sequence[Block], place: int) -> range:
    """Return the places of what stands beside a label in the left column."""
    end = place + 1
    while end < len(blocks) and blocks[end].column == 1:
        end += 1
    return range(place + 1, end)
