"""The figure of a month, from what a standard is measured by: as it was known on the day it is taken."""

import datetime as dt
from decimal import Decimal
from functools import cache

from django.db.models import Q
from django.utils.timezone import localtime

from answerable.domain.assurance.promises import (
    THOUSAND,
    Figure,
    Source,
    SourceKind,
    last_day,
    share,
)
from answerable.domain.assurance.survey_months import month_figure
from answerable.domain.clock import CalendarName, Holidays
from answerable.domain.measures.office import OfficeFigures, Period
from answerable.domain.measures.office.lengths import median
from answerable.queries.casework.statistics import office_figures
from answerable.queries.standards.survey_months import closed_months
from answerable.records.archive.models import PublishedFigures
from answerable.records.casework.models import Request, Validity


class MonthFigures:
    """Reads the figures of months; what several standards need of one month is counted once."""

    def __init__(self, table: Holidays) -> None:
        self._table = table
        self._office = cache(self._counted)
        self._survey = cache(closed_months)

    def figure(self, source: Source, month: dt.date) -> Figure | None:
        """Return the figure of a month, without a value where there was nothing to measure.

        None is returned for a team's own figure, which it enters.
        """
        if source.kind is SourceKind.HAND:
            return None
        if source.kind is SourceKind.PUBLISHED:
            return _published(source, month)
        if source.kind is SourceKind.SURVEY:
            return month_figure(source.line, month, self._survey())
        if source.kind in (SourceKind.WITHIN, SourceKind.TO_ACKNOWLEDGE):
            return self._acknowledged(source, month)
        return self._counted_of(source, month)

    def _counted_of(self, source: Source, month: dt.date) -> Figure:
        figures = self._office(month, source.as_at(month)).by_request
        if source.kind is SourceKind.COUNT:
            return Figure(THOUSAND * sum(figures.line(one).numerator for one in source.lines))
        name = source.line
        if source.kind is SourceKind.SHARE:
            line = figures.line(name)
            return share(line.numerator, line.denominator or 0)
        length = next(one for one in figures.lengths if one.ident == name)
        return Figure(_thousandths(length.median), denominator=length.count)

    def _counted(self, month: dt.date, as_at: dt.date) -> OfficeFigures:
        period = Period(month, last_day(month))
        return office_figures(period, as_at=as_at, table=self._table, with_stages=False)

    def _acknowledged(self, source: Source, month: dt.date) -> Figure:
        """Return how soon requests of a month were acknowledged: what is no request, or another's, is left out."""
        as_at = source.as_at(month)
        calendar = self._table.calendar(CalendarName.UK_ANY)
        found = Request.objects.filter(received_on__range=(month, last_day(month)))
        rows = found.filter(merged_into__isnull=True).exclude(Q(validity=Validity.NO_REQUEST))
        days = []
        for received_on, at in rows.values_list("received_on", "acknowledged_at"):
            on = localtime(at).date() if at else None
            is_known = on is not None and on <= as_at
            days.append(calendar.count(received_on, on) if on is not None and is_known else None)
        known = sorted(one for one in days if one is not None)
        if source.kind is SourceKind.TO_ACKNOWLEDGE:
            return Figure(_thousandths(median(known)), denominator=len(known))
        return share(sum(one <= source.days for one in known), len(days))


def _published(source: Source, month: dt.date) -> Figure:
    until = last_day(month) + dt.timedelta(days=source.days)
    found = PublishedFigures.objects.filter(first__lte=month, last__gte=last_day(month))
    is_there = any(
        localtime(one).date() <= until for one in found.values_list("published_at", flat=True)
    )
    return Figure(100 * THOUSAND if is_there else 0)


def _thousandths(value: Decimal | None) -> int | None:
    return None if value is None else int(value * THOUSAND)
