"""What a search finds that is new to somebody: by the index, and never past the visibility rule."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from django.db.models import Max, Q

from answerable.matching.asking import asked
from answerable.matching.public_index import FACETS
from answerable.queries.search import NumberedHit, SearchRequest, hits_among, search
from answerable.records.archive.models import Entry
from answerable.records.casework.models.alerting import Alert

MOST_SHOWN = 20
"""How many answers a mail shows of one search: the others are counted, and a link leads to them."""
BROAD = 100
"""An alert that would have told of more answers than this in a year is warned of."""
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class NewAnswers:
    """The entries that an alert has not told of yet: the numbers of all, and the newest with their words."""

    numbers: tuple[int, ...]
    hits: tuple[NumberedHit, ...]


@dataclass(frozen=True, slots=True)
class Broadness:
    """How many answers of the last twelve months a search finds, and whether that is many."""

    count: int

    @property
    def is_broad(self) -> bool:
        """Return whether somebody should be warned of so many."""
        return self.count > BROAD


def search_of(query: str) -> SearchRequest:
    """Return the search that an address spells, the newest first."""
    pairs = parse_qsl(query)
    values = {name: tuple(value for key, value in pairs if key == name) for name in FACETS}
    return SearchRequest(
        text=next((value for key, value in pairs if key == "q"), ""),
        bodies=values["body"],
        years=values["year"],
        months=values["month"],
        outcomes=values["outcome"],
        exemptions=values["exemption"],
        sort="newest",
    )


def looks_for_nothing(wanted: SearchRequest) -> bool:
    """Return whether a search has neither words that must be there nor filters."""
    return asked(wanted.text).is_empty and not any(wanted.chosen.values())


def broadness(wanted: SearchRequest, *, today: dt.date, at: dt.datetime) -> Broadness:
    """Return how many answers of the last twelve months a search finds.

    :raises SearchUnavailable: if the index cannot be used.
    """
    last = today.year * _MONTHS + today.month - 1
    months = [divmod(number, _MONTHS) for number in range(last - _MONTHS + 1, last + 1)]
    spelled = tuple(f"{year}-{month + 1:02}" for year, month in months)
    within = replace(wanted, years=(), months=spelled, page=1, size=1)
    return Broadness(search(within, at=at).total)


def new_answers(alert: Alert, *, upto: int, at: dt.datetime) -> NewAnswers:
    """Return what an alert finds among the entries that changed after it looked last, up to a change.

    New is what came into the archive or was published since the alert was confirmed, and that it has not
    told of: an entry that was there before and is corrected is not.

    :raises SearchUnavailable: if the index cannot be used.
    """
    is_new = Q(pk__gt=alert.newest) | Q(published_at__gte=alert.confirmed_at)
    changed = Entry.objects.visible(at=at).filter(is_new, change__gt=alert.seen, change__lte=upto)
    untold = changed.exclude(pk__in=alert.entries.values("entry"))
    return _found(search_of(alert.query), list(untold.values_list("pk", flat=True)), at=at)


def newest_entry() -> int:
    """Return the number of the entry that came into the archive last, whether it may be seen or not."""
    return Entry.objects.aggregate(newest=Max("pk"))["newest"] or 0


def _found(wanted: SearchRequest, numbers: Sequence[int], *, at: dt.datetime) -> NewAnswers:
    if not numbers:
        return NewAnswers((), ())
    return NewAnswers(*hits_among(wanted, numbers, at=at, most=MOST_SHOWN))
