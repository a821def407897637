"""What stands before a log's entries: its month, its body, its index."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from answerable.reading.blocks import Block, Kind
from answerable.reading.vocabulary import BODIES, MONTHS

_MONTH = re.compile(
    rf"\b({'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?\s+((?:19|20)\d\d)\b", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_MONTH_IN_NUMBERS = re.compile(r"\b((?:19|20)\d\d)-(0[1-9]|1[0-2])\b(?!-)")
_INDEX = re.compile(
    r"\s*(?:index|contents|topics|subjects|in this (?:log|issue|month))\s*:?\s*", re.IGNORECASE
)
_INTRODUCES = re.compile(
    r"\b(?:following (?:topics|subjects|requests|questions|areas)|topics|requests? (?:below|listed))\b[^.]*:?\s*$",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\b(?:attachments?|full copy|copies|contact|queries|further information|published|publish|disclosure log|freedom of information)\b|\S@\S",
    re.IGNORECASE,
)
# What asks or tells the reader something is no title.
_ASKS = re.compile(r"\bplease\b|\S@\S", re.IGNORECASE)
_FRAMES = (Kind.PICTURE, Kind.BREAK)
_LONGEST_HEADING = 14
_LONGEST_TOPIC = 30
_BEGINNING = 200_000
_INITIALS = re.compile(r" \(([A-Z]{2,8})\)")
_SPELT_OUT = re.compile(
    r"((?:[A-Z][\w'&-]*|of|for|the|and|in)(?: (?:[A-Z][\w'&-]*|of|for|the|and|in)){1,8}) \(([A-Z]{2,8})\)"
)


@dataclass(slots=True)
class Front:
    """The front of a log: its index's titles, and what in it could not be placed."""

    index: list[str] = field(default_factory=list)
    placed: list[Block] = field(default_factory=list)
    unread: list[Block] = field(default_factory=list)


def front_of(blocks: Sequence[Block], titles: Sequence[str]) -> Front:
    """Return the index that stands before the entries.

    A line is a title of the index if it is listed, or if an entry bears it.
    """
    front = Front()
    plain = {_plain(title) for title in titles}
    introduced = listed = False
    for block in blocks:
        text = block.text.strip()
        if block.kind in _FRAMES:
            continue
        is_introduction = bool(_INDEX.fullmatch(text) or _INTRODUCES.search(text))
        is_item = block.kind is Kind.ITEM
        is_topic = is_item or (introduced and not listed) or _plain(text) in plain
        if is_introduction:
            introduced = True
            front.placed.append(block)
        elif block.kind is Kind.TABLE:
            _read_table(front, block, plain)
        elif is_topic and _may_be_topic(text):
            front.index.append(re.sub(r"^\d{1,3}[.)]\s*", "", text))
            front.placed.append(block)
            listed = listed or is_item
        elif _is_known(text):
            front.placed.append(block)
        else:
            front.unread.append(block)
    return front


def _read_table(front: Front, block: Block, plain: set[str]) -> None:
    """Read an index that is a table: each row holds one title that an entry bears."""
    found = [next((cell for cell in row if _plain(cell) in plain), None) for row in block.rows]
    if any(found):
        front.index += [title for title in found if title]
        front.placed.append(block)
    else:
        front.unread.append(block)


def _may_be_topic(text: str) -> bool:
    is_sentence = text.endswith(".") and len(text.split()) > _LONGEST_TOPIC // 3
    is_sentence = is_sentence or _ASKS.search(text) is not None
    return len(text.split()) <= _LONGEST_TOPIC and not is_sentence and month_in(text) is None


def _is_known(text: str) -> bool:
    is_heading = len(text.split()) <= _LONGEST_HEADING and not text.endswith(".")
    return (is_heading and (month_in(text) is not None or _NOTICE.search(text) is not None)) or (
        _NOTICE.search(text) is not None
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def month_in(text: str) -> str | None:
    """Return the month that a heading names, as `2021-11`, or None."""
    found = _MONTH.search(text) if _DIGIT.search(text) else None
    if found:
        return f"{found[2]}-{MONTHS[found[1].lower()]:02d}"
    numbers = _MONTH_IN_NUMBERS.search(text)
    return f"{numbers[1]}-{numbers[2]}" if numbers else None


def month_of(front: Sequence[Block]) -> str | None:
    """Return the month in the headings of a log's front, or None if none prints one."""
    for block in front[:10]:
        if len(block.text.split()) <= _LONGEST_HEADING and (month := month_in(block.text)):
            return month
    return None


def body_of(text: str) -> str | None:
    """Return the code of the body whose log a text is: one known by name or domain, or spelt out in it."""
    for code, marks in BODIES.items():
        if any(mark in text for mark in marks):
            return code
    head = text[:_BEGINNING]
    # Most texts have no letters in brackets that come again: what they stand for need not be looked for.
    if not any(text.count(one) > 2 for one in {*_INITIALS.findall(head)}):  # noqa: PLR2004 as below
        return None
    for found in _SPELT_OUT.finditer(head):
        initials = "".join(word[0] for word in found[1].split() if word[0].isupper())
        if initials.endswith(found[2]) and text.count(found[2]) > 2:  # noqa: PLR2004 once may be another body
            return found[2]
    return None
