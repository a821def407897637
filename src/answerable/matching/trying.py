"""What other words would change: which pairs of questions on file would be related in another way."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from answerable.domain.precedent.asked import Asked, Reader
from answerable.domain.precedent.relations import Relation, related
from answerable.matching.precedents import Filed


@dataclass(frozen=True, slots=True)
class ChangedPair:
    """Two questions on file, and how the later is related to the earlier: now, and with other words."""

    later: Filed
    earlier: Filed
    before: Relation | None
    after: Relation | None


@dataclass(frozen=True, slots=True)
class _Read:
    filed: Filed
    before: Asked
    after: Asked

    @property
    def is_changed(self) -> bool:
        return self.before.terms != self.after.terms


def changed_pairs(
    filed: Iterable[Filed], before: Reader, after: Reader, *, today: dt.date
) -> Iterator[ChangedPair]:
    """Yield the pairs of questions that two readers relate differently; those of one request are no pair."""
    for later, earlier in combinations(_read(filed, before, after, today), 2):
        if not (later.is_changed or earlier.is_changed):
            continue
        if later.filed.is_of_one_request_with(earlier.filed):
            continue
        was = _relation(later.before, earlier.before)
        becomes = _relation(later.after, earlier.after)
        if was is not becomes:
            yield ChangedPair(later.filed, earlier.filed, was, becomes)


def _read(filed: Iterable[Filed], before: Reader, after: Reader, today: dt.date) -> Sequence[_Read]:
    """Return questions as both readers read them, the latest first."""
    latest = sorted(filed, key=lambda one: one.on or dt.date.min, reverse=True)
    return [
        _Read(one, *(by.asked(one.text, one.on or today, one.under) for by in (before, after)))
        for one in latest
    ]


def _relation(asked: Asked, earlier: Asked) -> Relation | None:
    found = related(asked, earlier)
    return found.relation if found else None
