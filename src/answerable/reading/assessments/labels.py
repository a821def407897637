"""The labels of a report's front page, with the forms that each may have."""

from collections.abc import Iterator
from functools import cache

from answerable.reading.assessments.words import keys, plain, words

_DAYS = ("date", "dates", "date(s)", "day", "days")
_NUMBERS = ("no", "no.", "ref", "reference", "id")


@cache
def known_labels() -> tuple[tuple[str, str, int], ...]:
    """Return each label with its fact and its rank, the longest first."""
    found = [
        (plain(label), key, rank)
        for key in keys("labels")
        for rank, label in enumerate(dict.fromkeys((*words("labels", key), *_of_days(key))))
        for label in dict.fromkeys((label, *_forms(label)))
    ]
    known: dict[str, tuple[str, str, int]] = {}
    for one in found:
        known.setdefault(one[0], one)
    return tuple(sorted(known.values(), key=lambda one: len(one[0]), reverse=True))


def _forms(label: str) -> Iterator[str]:
    """Yield a label as it is for several days, or with a number called otherwise: "job no", "assessment date(s)"."""
    if label.endswith("date"):
        yield from (f"{label}s", f"{label}(s)")
    if label.endswith(" number"):
        yield from (f"{label.removesuffix('number')}{one}" for one in _NUMBERS)
    if " / " not in label and label.startswith(("name of ", "date of ", "dates of ")):
        first, _, rest = label.partition(" of ")
        yield f"{first} of the {rest}"


def _of_days(key: str) -> Iterator[str]:
    """Yield the labels of the days of what an assessor does: "date of the visit", "on-site assessment dates"."""
    if key not in keys("days"):
        return
    for one in words("days", key):
        yield from (f"{one} {day}" for day in _DAYS)
        yield from (f"{day} of {one}" for day in _DAYS)
        yield from (f"{day} of the {one}" for day in _DAYS)
    yield from (f"{one} on" for one in words("days", "done"))
