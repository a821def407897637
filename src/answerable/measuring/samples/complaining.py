"""Sample rows of complaint cases and allegations: those of one force have the published totals (answer 5023102)."""

import datetime as dt
from collections.abc import Iterator

from answerable.domain.measures.years import days_of
from answerable.measuring.samples.published import (
    COMPLAINT_YEARS,
    MET,
    OLD_RULES_END,
    ComplaintYear,
)
from answerable.measuring.samples.spreading import day_between, pick

Row = tuple[object, ...]

_OTHER_FORCES = ("Cumbria Constabulary", "Gwent Police", "Kent Police", "Thames Valley Police")
_OF_OTHERS = 90
"""Rows of other forces in a year, so that a condition on the force has something to leave out."""
_CATEGORIES = ("A", "A", "A", "B", "B", "C", "D", "E", "G", "H", "H", "H", "J", "K", "L")
_KINDS = ("age", "disability", "religion", "sex", "sexual-orientation", "other")
_HANDLED = ("outside", "otherwise", "otherwise", "local")


def complaints() -> Iterator[Row]:
    """Yield complaint cases of ten financial years."""
    for year in COMPLAINT_YEARS:
        for place in range(year.cases + _OF_OTHERS):
            force = MET if place < year.cases else pick(_OTHER_FORCES, place)
            recorded = _recorded(year, place)
            handled = pick(_HANDLED, place, 2) if recorded > OLD_RULES_END else "local"
            yield (f"CO/{year.year[:4]}/{place + 1:06}", force, recorded, handled)


def allegations() -> Iterator[Row]:
    """Yield allegations of ten financial years: first the force's own, discrimination before the rest."""
    for year in COMPLAINT_YEARS:
        for place in range(year.allegations + _OF_OTHERS):
            own = place < year.allegations
            category, kind, available = _told(year, place) if own else ("H", None, True)
            force = MET if own else pick(_OTHER_FORCES, place)
            reference = f"AL/{year.year[:4]}/{place + 1:06}"
            yield (reference, force, _recorded(year, place), category, kind, available)


def _told(year: ComplaintYear, place: int) -> tuple[str, str | None, bool]:
    """Return category, kind of discrimination, and whether the detail is available."""
    if place < year.discrimination_available:
        return "F", _kind(year, place), True
    if place < year.discrimination:
        return "F", None, False
    others_available = year.available - year.discrimination_available
    available = place - year.discrimination < others_available
    return pick(_CATEGORIES, place, 3), None, available


def _kind(year: ComplaintYear, place: int) -> str | None:
    if year.race is None:
        return None
    return "race" if place < year.race else pick(_KINDS, place, 4)


def _recorded(year: ComplaintYear, place: int) -> dt.date:
    first, last = days_of(year.year)
    return day_between(
        first, min(last, OLD_RULES_END) if last.year == OLD_RULES_END.year else last, place, 5
    )
