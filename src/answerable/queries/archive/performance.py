"""The office's own figures that were published: of which periods, and as they stood when they were."""

import datetime as dt
import json
from dataclasses import dataclass

from django.utils.timezone import localtime

from answerable.domain.measures.office import Period
from answerable.domain.measures.office.published import (
    PublishedFigures,
    published_from,
)
from answerable.records.archive.models import PublishedFigures as Record


@dataclass(frozen=True, slots=True)
class PerformanceRow:
    """A period whose figures were published: as at which day, and when."""

    period: Period
    as_at: dt.date
    published_on: dt.date


@dataclass(frozen=True, slots=True)
class PerformancePage:
    """Published figures of a period; `others` are the other days as at which it was published, latest first."""

    figures: PublishedFigures
    published_on: dt.date
    others: tuple[PerformanceRow, ...]

    @property
    def is_latest(self) -> bool:
        """Return whether no later count of the period was published."""
        return all(one.as_at < self.figures.as_at for one in self.others)


def performance_rows() -> tuple[PerformanceRow, ...]:
    """Return the latest publication of each period, the latest period first."""
    latest: dict[Period, PerformanceRow] = {}
    for one in _rows():
        latest.setdefault(one.period, one)
    return tuple(latest.values())


def latest_performance(*, limit: int) -> tuple[PublishedFigures, ...]:
    """Return the latest figures of the latest periods, in the order of their days."""
    rows = performance_rows()[:limit]
    pages = (performance_of(one.period, as_at=one.as_at) for one in reversed(rows))
    return tuple(one.figures for one in pages if one is not None)


def performance_of(period: Period, *, as_at: dt.date | None = None) -> PerformancePage | None:
    """Return published figures of a period, the latest if no day is named; None if there are none."""
    found = Record.objects.filter(first=period.first, last=period.last).order_by("-as_at")
    record = (found.filter(as_at=as_at) if as_at else found).first()
    if record is None:
        return None
    others = tuple(one for one in _rows(period) if one.as_at != record.as_at)
    return PerformancePage(
        published_from(json.loads(record.data)), localtime(record.published_at).date(), others
    )


def _rows(period: Period | None = None) -> tuple[PerformanceRow, ...]:
    found = Record.objects.defer("data").order_by("-first", "-last", "-as_at")
    if period is not None:
        found = found.filter(first=period.first, last=period.last)
    return tuple(
        PerformanceRow(Period(one.first, one.last), one.as_at, localtime(one.published_at).date())
        for one in found
    )
