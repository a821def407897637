"""The characters that a page draws, as one extractor reads them, and the texts that they make."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from answerable.inspecting.redacting.plane import Area
from answerable.inspecting.redacting.words import Even, Sought, evened

_GAP = 0.15
_GAP_OF_WIDTH = 0.4
_APART = 0.5
_SAME_PLACE = 0.35
_DRAWN_AGAIN = 4


class Character(NamedTuple):
    """A character, and where its font says that it is: the width of its advance, the height of its line."""

    sign: str
    area: Area


class Reading(NamedTuple):
    """A text that characters make in one order, with the place of each sign among the characters."""

    text: str
    origins: list[int]
    even: Even


class PageText(NamedTuple):
    """The characters of a page, and the texts that they make: as they are drawn, and line by line as they stand."""

    characters: Sequence[Character]
    readings: tuple[Reading, ...]

    def found(self, sought: Sought) -> set[tuple[int, ...]]:
        """Return which characters make up words that are sought, for each place where they stand."""
        places: set[tuple[int, ...]] = set()
        for reading in self.readings if sought.patterns else ():
            for start, end in sought.found_in(reading.even):
                at = tuple(one for one in reading.origins[start:end] if one >= 0)
                if at:
                    places.add(at)
        return places


def page_text(characters: Sequence[Character]) -> PageText:
    """Return characters with the texts that they make."""
    drawn = range(len(characters))
    lines = [at for line in _lines(characters, drawn) for at in line]
    orders: tuple[Sequence[int], ...] = (drawn, lines)
    return PageText(characters, tuple(_reading(characters, order) for order in orders))


def areas_of(characters: Sequence[Character], places: Iterable[int]) -> list[Area]:
    """Return where characters stand: one rectangle for each stretch of a line."""
    areas: list[Area] = []
    for at in sorted(places, key=lambda one: (-characters[one].area.middle[1], one)):
        area = characters[at].area
        last = areas[-1] if areas else None
        if last is not None and _is_beside(last, area):
            areas[-1] = Area(
                min(last.left, area.left),
                min(last.bottom, area.bottom),
                max(last.right, area.right),
                max(last.top, area.top),
            )
        else:
            areas.append(area)
    return areas


def _is_beside(last: Area, area: Area) -> bool:
    height = max(area.top - area.bottom, 1.0)
    is_level = abs(last.middle[1] - area.middle[1]) < _APART * height
    return is_level and area.left - last.right < height and last.left - area.right < height


def _reading(characters: Sequence[Character], order: Sequence[int]) -> Reading:
    signs: list[str] = []
    origins: list[int] = []
    last: Area | None = None
    for at in order:
        sign, area = characters[at]
        between = _between(last, area) if last is not None else ""
        signs.append(between + sign)
        origins += [-1] * len(between) + [at] * len(sign)
        last = area
    text = "".join(signs)
    return Reading(text, origins, evened(text))


def _between(last: Area, area: Area) -> str:
    height = max(min(last[3] - last[1], area[3] - area[1]), 0.1)
    if abs(last[3] + last[1] - area[3] - area[1]) > 2 * _APART * height:
        return "\n"
    gap = max(area.left - last.right, last.left - area.right)
    wide = max(last[2] - last[0], area[2] - area[0])
    return " " if gap > min(_GAP * height, _GAP_OF_WIDTH * wide) else ""


def _lines(characters: Sequence[Character], order: Sequence[int]) -> list[list[int]]:
    lines: list[list[int]] = []
    for at in sorted(order, key=lambda one: -characters[one].area.middle[1]):
        area = characters[at].area
        height = max(area.top - area.bottom, 0.1)
        if lines:
            first = characters[lines[-1][0]].area
            if abs(first.middle[1] - area.middle[1]) < _APART * height:
                lines[-1].append(at)
                continue
        lines.append([at])
    return [_once(characters, line) for line in lines]


def _once(characters: Sequence[Character], line: list[int]) -> list[int]:
    """Return a line from left to right, with what is drawn twice in one place as one: bold letters often are."""
    order: list[int] = []
    for at in sorted(line, key=lambda one: (characters[one].area.left, characters[one].sign)):
        sign, area = characters[at]
        again = (characters[one] for one in order[-_DRAWN_AGAIN:])
        near = _SAME_PLACE * (area.right - area.left)
        if not any(one.sign == sign and area.left - one.area.left < near for one in again):
            order.append(at)
    return order
