"""The month that a file's name or folder names: 2021-11, Nov 2021, 202111, november-2021-foi-log.pdf."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from answerable.reading.vocabulary import MONTHS

_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_GAP = r"[\s_.,-]{0,3}"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # A day may follow (2021-11-30, 20211130); other digits make it another number.
        rf"(?<!\d){_YEAR}[-_. ]?(?P<number>0[1-9]|1[0-2])(?:[-_. ]?(?:0[1-9]|[12]\d|3[01]))?(?!\d)",
        rf"(?<!\d)(?P<number>0[1-9]|1[0-2])[-_. ]{_YEAR}(?!\d)",
        rf"(?<![^\W\d_])(?P<name>{_NAMES})(?![^\W\d_]){_GAP}{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}{_GAP}(?P<name>{_NAMES})(?![^\W\d_])",
    )
)
_A_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_A_MONTH = re.compile(rf"(?<![^\W\d_])(?P<name>{_NAMES})(?![^\W\d_])", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<number>0?[1-9]|1[0-2])\D*")


def month_named(path: str) -> str | None:
    """Return the month that a path names, as `2021-11`; the file's name speaks before its folders.

    None where it names none, or several: that is not guessed. A month in one part and a year in a folder
    over it make one (`2021/11 November/log.pdf`).
    """
    parts = PurePosixPath(path.replace("\\", "/")).parts[::-1]
    for part in parts:
        found = set(_in_part(part))
        if found:
            return found.pop() if len(found) == 1 else None
    return _apart(parts)


def _in_part(part: str) -> Iterator[str]:
    for form in _FORMS:
        for found in form.finditer(part):
            yield f"{found['year']}-{_number(found.groupdict()):02d}"


def _apart(parts: tuple[str, ...]) -> str | None:
    """Return the month of one part of a path with the year of a folder over it."""
    for place, part in enumerate(parts[:-1]):
        names = {MONTHS[one["name"].lower()] for one in _A_MONTH.finditer(part)}
        numbered = _NUMBERED.fullmatch(part)
        months = names or ({int(numbered["number"])} if numbered else set())
        years = {one["year"] for over in parts[place + 1 :] for one in _A_YEAR.finditer(over)}
        if months:
            is_one = len(months) == len(years) == 1
            return f"{years.pop()}-{months.pop():02d}" if is_one else None
    return None


def _number(found: dict[str, str]) -> int:
    return int(found["number"]) if found.get("number") else MONTHS[found["name"].lower()]
