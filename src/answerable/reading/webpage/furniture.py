"""What stands around the text of a page, told by names, by links, and by where its records are.

Names alone decide nothing: what has a record's label in it stays, whatever it is called.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.reading.around import owns_page, says_of_page
from answerable.reading.blocks import AROUND, HIDDEN, NOTE, Block, Kind
from answerable.reading.layout_tables import leads
from answerable.reading.vocabulary import Role, label_of
from answerable.reading.webpage.elements import Elements
from answerable.reading.webpage.named import (
    INLINE,
    holds_notes,
    is_hidden,
    is_named_around,
    is_named_main,
    is_surely_around,
)

_FIELDS = frozenset((Role.REF, Role.REQUEST, Role.RESPONSE))
# What opens another part names it: a tab, the head of an accordion.
_OPENS = re.compile(
    r"\b(?:href|aria-controls|aria-labelledby|data-target|data-bs-target|data-toggle|for)\s*=\s*[\"']?#?([\w:.-]+)",
    re.IGNORECASE,
)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|csv|od[ts]|zip|rtf|pptx?)(?:[?#]|$)", re.IGNORECASE)
_MOST, _SURELY = 0.25, 0.6
_LONGEST_LINE = 12
_FEWEST_LINKS = 2
Placed = tuple[Block, int]
"""A block, and a place inside of the element that it stands in."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is asked about a block more than once."""

    is_field: bool
    leads: bool
    size: int


def without_furniture(blocks: Sequence[Block], elements: Elements, text: str) -> tuple[Block, ...]:
    """Return the blocks of a page, those set aside that stand around its text, or are hidden on it."""
    placed = [(block, max(block.start, block.end - 1)) for block in blocks]
    aside = _named(placed, elements, text)
    for number in _beyond(placed, elements, aside):
        aside[number] = AROUND
    for number, block in enumerate(blocks):
        if block.aside is None and (says_of_page(block.text) or owns_page(block.text)):
            aside.setdefault(number, AROUND)
    return tuple(
        replace(block, aside=aside[number]) if number in aside and block.aside is None else block
        for number, block in enumerate(blocks)
    )


def _named(placed: Sequence[Placed], elements: Elements, text: str) -> dict[int, str]:
    """Return why blocks are set aside of which an element says that they are no part of the text."""
    reasons = _reasons(elements, text)
    held: dict[int, list[int]] = {}
    for number, (_, place) in enumerate(placed) if reasons else ():
        for one in elements.around(place):
            if one in reasons:
                held.setdefault(one, []).append(number)
    if not held:
        return {}
    inside = {number for numbers in held.values() for number in numbers}
    seen = {number: _seen(placed[number][0]) for number in inside}
    whole = sum(_size(block) for block, _ in placed)
    titles = {_plain(block) for number, (block, _) in enumerate(placed) if number not in inside}
    aside: dict[int, str] = {}
    for element, numbers in sorted(held.items()):
        # The outer of two elements decides, if all may go that stands in it.
        if numbers[0] in aside:
            continue
        most = _SURELY if is_surely_around(elements.all[element]) else _MOST
        may_go = _may_go([seen[number] for number in numbers], whole, most=most)
        if may_go and not _is_contents([placed[number][0] for number in numbers], titles):
            aside.update(dict.fromkeys(numbers, reasons[element]))
    return aside


def _seen(block: Block) -> _Seen:
    return _Seen(_is_field(block), leads(block), _size(block))


def _reasons(elements: Elements, text: str) -> dict[int, str]:
    reasons = {}
    opened: frozenset[str] | None = None
    for place, element in enumerate(elements.all):
        if element.tag in INLINE:
            continue
        if is_hidden(element):
            opened = frozenset(_OPENS.findall(text)) if opened is None else opened
            if element.said.get("id") not in opened:
                reasons[place] = HIDDEN
        elif holds_notes(element):
            reasons[place] = NOTE
        elif is_named_around(element):
            reasons[place] = AROUND
    return reasons


def _may_go(seen: Sequence[_Seen], whole: int, *, most: float) -> bool:
    """Return whether words may be set aside: no record is among them, and they are few, or lead elsewhere."""
    plain = sum(one.size for one in seen if not one.leads)
    return plain <= most * whole and not any(one.is_field for one in seen)


def _is_field(block: Block) -> bool:
    """Return whether a block has a label of a record, or a table whose words may be records."""
    if block.kind is Kind.TABLE:
        return any(_label(cell) for cell in block.rows[0]) or bool(block.cells)
    return not leads(block) and _label(block.text)


def _label(text: str) -> bool:
    label = label_of(text)
    return label is not None and label.is_strong and label.role in _FIELDS


def _is_contents(blocks: Sequence[Block], titles: set[str]) -> bool:
    """Return whether links lead to what the page itself has below: then they are its contents."""
    linked = [_plain(block) for block in blocks if leads(block)]
    return len(linked) >= _FEWEST_LINKS and sum(one in titles for one in linked) * 2 >= len(linked)


def _beyond(placed: Sequence[Placed], elements: Elements, aside: dict[int, str]) -> list[int]:
    """Return which blocks stand outside of what holds the records, and say nothing that could be one's words."""
    known = [number for number in range(len(placed)) if number not in aside]
    region = _region([placed[number] for number in known], elements)
    inside = [number for number in known if elements.holds(region, placed[number][1])]
    if not inside:
        return []
    outside = [number for number in known if not elements.holds(region, placed[number][1])]
    leading = [number for number in outside if _leads_away(placed[number][0])]
    titles = {_plain(placed[number][0]) for number in inside}
    above = [number for number in leading if number < inside[-1]]
    if _is_contents([placed[number][0] for number in above], titles):
        above = []
    below = [number for number in outside if number > inside[-1]]
    if not all(_is_short(placed[number][0]) for number in below):
        below = [number for number in leading if number > inside[-1]]
    return above + below


def _leads_away(block: Block) -> bool:
    return leads(block) and not _is_file(block)


def _region(known: Sequence[Placed], elements: Elements) -> int:
    """Return the innermost element that holds all records' labels, else the one called the main part, else -1."""
    labelled = [
        (label.role, place)
        for block, place in known
        if (label := label_of(block.text)) and label.is_strong and label.role in _FIELDS
    ]
    if {Role.REQUEST, Role.RESPONSE} <= {role for role, _ in labelled}:
        places = [place for _, place in labelled]
        shared = _shared(places[0], places, elements)
        goes_on = any(place > places[-1] and elements.holds(shared, place) for _, place in known)
        # The last answer must stand in it, too: else its words are outside of its label's element.
        return shared if goes_on else -1
    whole = sum(_size(block) for block, _ in known)
    named = (at for at, element in enumerate(elements.all) if is_named_main(element))
    main = next(named, -1)
    size = sum(_size(block) for block, place in known if elements.holds(main, place))
    return main if size * 2 > whole else -1


def _shared(first: int, places: Sequence[int], elements: Elements) -> int:
    """Return the innermost element in which all places stand, or -1."""
    low, high = min(places), max(places)
    holding = (
        at for at in elements.around(first) if elements.holds(at, low) and elements.holds(at, high)
    )
    return next(holding, -1)


def _is_short(block: Block) -> bool:
    is_words = block.kind is not Kind.TABLE and not _is_file(block) and not _label(block.text)
    return is_words and len(block.text.split()) <= _LONGEST_LINE


def _is_file(block: Block) -> bool:
    """Return whether a block leads to a file: that belongs to an answer wherever it stands."""
    return any(run.href and _FILE.search(run.href) for run in block.runs)


def _size(block: Block) -> int:
    return len(block.text) + sum(len(cell) for row in block.rows for cell in row)


def _plain(block: Block) -> str:
    return " ".join(block.text.lower().split())
