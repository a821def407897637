"""Two rounds beside each other, by one edition of a framework or by two: elements are matched by their numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from answerable.domain.assurance.frameworks import Element, Framework, Level
from answerable.domain.assurance.results import Change, changes


class Stands(StrEnum):
    """How an element of one round stands to the same one of another."""

    UP = Change.UP.value
    SAME = Change.SAME.value
    DOWN = Change.DOWN.value
    NEW = Change.NEW.value
    LOST = "no level any more"
    WITHOUT = "no level in either"
    UNLIKE = "levels that cannot be compared"
    ADDED = "only in the later edition"
    GONE = "only in the earlier edition"


@dataclass(frozen=True, slots=True)
class Given:
    """What a round gave: its framework, and levels' keys by elements' numbers."""

    framework: Framework
    levels: Mapping[str, str]

    def level(self, number: str) -> Level | None:
        """Return the level of an element, None if it has none."""
        return self.framework.level(self.levels.get(number, ""))


@dataclass(frozen=True, slots=True)
class ComparedElement:
    """An element with its level in both rounds; `element` is as the later one has it, if it has it."""

    element: Element
    before: Level | None
    now: Level | None
    stands: Stands


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report asks for: its place, the elements that it is about, its words, and how far the office is."""

    place: int
    elements: tuple[str, ...]
    text: str
    progress: str
    is_settled: bool


class Came(StrEnum):
    """What has come of what a report asks for."""

    CLOSED = "closed"
    STAYS = "stays"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class ComparedAsked:
    """What a report asks for, and what has come of it."""

    asked: Asked
    came: Came


def compared_elements(before: Given, now: Given) -> tuple[ComparedElement, ...]:
    """Return every element of both rounds: those of the later one in its order, then those that only the earlier has."""
    held = now.framework.elements
    gone = [one for one in before.framework.elements if now.framework.element(one.number) is None]
    return tuple(_compared(one, before, now) for one in (*held, *gone))


def compared_asked(
    before: Sequence[Asked], now: Sequence[Asked], *, has_report: bool
) -> tuple[ComparedAsked, ...]:
    """Return what the earlier report asks for with what has come of it, then what only the later one asks for.

    It stays while the later report asks something of one of its elements. Where the later round has no report
    (`has_report`), the office's own progress says it.
    """
    return tuple(_asked(before, now, has_report=has_report))


def _asked(
    before: Sequence[Asked], now: Sequence[Asked], *, has_report: bool
) -> Iterator[ComparedAsked]:
    still = {number for one in now for number in one.elements}
    known = {number for one in before for number in one.elements}
    for one in before:
        stays = not still.isdisjoint(one.elements) if has_report else not one.is_settled
        yield ComparedAsked(one, Came.STAYS if stays else Came.CLOSED)
    for one in now:
        if known.isdisjoint(one.elements):
            yield ComparedAsked(one, Came.NEW)


def _compared(element: Element, before: Given, now: Given) -> ComparedElement:
    number = element.number
    was, held = before.level(number), now.level(number)
    return ComparedElement(element, was, held, _stands(number, before, now))


def _stands(number: str, before: Given, now: Given) -> Stands:
    if before.framework.element(number) is None:
        return Stands.ADDED
    if now.framework.element(number) is None:
        return Stands.GONE
    was, held = before.level(number), now.level(number)
    if held is None:
        return Stands.LOST if was else Stands.WITHOUT
    if was is None:
        return Stands.NEW
    if now.framework.level(was.key) is None:
        return Stands.UNLIKE
    change = changes(now.framework, before={number: was.key}, now={number: held.key})[number]
    return Stands(change.value)
