"""Numbers and dates of which a cell shows a part, or nothing, by its number format: "1984" of a birthday, "<5" of 3."""

import datetime as dt
from functools import lru_cache

from answerable.inspecting.office.workbooks.format_codes import (
    Section,
    section_for,
    sections_of,
)

_FIRST_DAY = dt.date(1899, 12, 30)
_LAST = 2_958_465
"""The 31st of December 9999, the last day that workbooks know."""

_NAMED_DAY = 3


@lru_cache(maxsize=4096)
def may_keep_back(code: str) -> bool:
    """Return whether a number format can show less of a number than the cell holds, so that numbers must be looked at."""
    sections = sections_of(code)[:3]
    if not code or all(any(kind == "general" for kind, _ in one.tokens) for one in sections):
        return False
    if not any(one.condition for one in sections):
        # What stands for a nought tells that it is one.
        sections = sections[:2]
    return any(_scales(one) or _has_no_number(one) or _has_part_of_a_date(one) for one in sections)


@lru_cache(maxsize=65_536)
def kept_back(value: float, code: str) -> str:
    """Return under which code it is found that a number is not all shown; an empty string if it is, or rounded.

    What a format shows in place of a nought tells that it is one, and so does one for a number that it names.
    Most months stand for themselves as their first or last day.
    """
    section, _ = section_for(value, sections_of(code))
    if section is None:
        return "xlsx.number-format-hides"
    if section.is_of_dates:
        return _of_a_date(value, section)
    if _has_no_number(section):
        is_named = section.condition is not None and section.condition[0] == "="
        return "" if value == 0 or is_named else "xlsx.number-format-hides"
    return "xlsx.part-of-value" if _scales(section) else ""


def _of_a_date(value: float, section: Section) -> str:
    if not 1 <= value <= _LAST or not _has_part_of_a_date(section):
        return ""
    parts = _parts_of(section)
    if "y" in parts:
        day = _FIRST_DAY + dt.timedelta(days=int(value))
        is_of_a_month = day.day == 1 or (day + dt.timedelta(days=1)).day == 1
        return "" if is_of_a_month else "xlsx.part-of-date"
    return "xlsx.part-of-value"


def _parts_of(section: Section) -> set[str]:
    """Return which parts of a date a section shows: "y", "m" and "d"; a day of the week is none."""
    letters = [text for kind, text in section.tokens if kind == "date"]
    parts = {
        one[0] for one in letters if one[0] in "yed" and not (one[0] == "d" and len(one) >= _NAMED_DAY)
    }  # fmt: skip
    is_of_the_clock = any(one[0] in "hs" for one in letters)
    if any(one[0] == "m" for one in letters) and (parts or not is_of_the_clock):
        parts.add("m")
    return {"y" if one == "e" else one for one in parts}


def _has_part_of_a_date(section: Section) -> bool:
    is_elapsed = any(kind == "elapsed" for kind, _ in section.tokens)
    return section.is_of_dates and not is_elapsed and _parts_of(section) != {"y", "m", "d"}


def _has_no_number(section: Section) -> bool:
    shown = ("digit", "general", "at", "exponent", "date", "elapsed", "half")
    return not any(kind in shown for kind, _ in section.tokens)


def _scales(section: Section) -> bool:
    """Return whether a section shows a number in thousands or millions: a comma behind its last digit."""
    kinds = [kind for kind, _ in section.tokens if kind in ("digit", "comma", "point")]
    return "digit" in kinds and ("comma", "point") in zip(kinds, [*kinds[1:], "point"], strict=True)
