"""Service standards with their months, as staff see them."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from answerable.domain.assurance.promises import (
    Aim,
    Source,
    Trend,
    source_of,
    target_in,
    trend,
    written,
)
from answerable.domain.assurance.promises.sources import SourceKind
from answerable.domain.assurance.survey_months import why_no_figure
from answerable.domain.assurance.surveys import MonthCounts
from answerable.queries.accounts.naming import person_names
from answerable.queries.standards.survey_months import closed_months
from answerable.queries.standards.targets import targets_of
from answerable.records.standards.models import (
    ElementTie,
    ServiceStandard,
    StandardMonth,
)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """What came of a month; figures as they are written, None of `is_met` where there is no figure.

    `why_none` says why there is none, where that is known.
    """

    month: dt.date
    value: int | None
    figure: str
    target: str
    numerator: int | None
    denominator: int | None
    is_met: bool | None
    as_at: dt.date
    by: str
    told: str
    told_cy: str
    action: str
    action_cy: str
    corrected_from: str
    why_none: str = ""

    @property
    def slug(self) -> str:
        """Return the month as it stands in an address."""
        return f"{self.month:%Y-%m}"

    @property
    def needs_words(self) -> bool:
        """Return whether it missed its target and nobody said why, or what is done about it."""
        return self.is_met is False and not (self.told and self.action)


@dataclass(frozen=True, slots=True)
class StandardRow:
    """A service standard; `months` are the last twelve, the earliest first. `target` is that which holds now."""

    slug: str
    name: str
    name_cy: str
    promise: str
    promise_cy: str
    team: str
    source: Source
    aim: Aim
    target: str
    is_public: bool
    from_month: dt.date
    ended_month: dt.date | None
    months: tuple[MonthRow, ...]
    trend: Trend
    ties: tuple[tuple[str, str], ...]
    later: tuple[tuple[dt.date, str], ...]

    @property
    def latest(self) -> MonthRow | None:
        """Return the latest month that has a figure."""
        return next((one for one in reversed(self.months) if one.value is not None), None)

    @property
    def is_missed(self) -> bool:
        """Return whether its latest figure misses the target."""
        return self.latest is not None and self.latest.is_met is False


@dataclass(frozen=True, slots=True)
class ElementFlag:
    """That an element is shown by a standard whose latest figure misses its target."""

    element: str
    slug: str
    standard: str
    month: dt.date
    figure: str
    target: str
    told: str


def service_standards(*, today: dt.date, most: int = 12) -> tuple[StandardRow, ...]:
    """Return every service standard with its last months, those that ended last."""
    found = ServiceStandard.objects.prefetch_related("targets", "ties").order_by("name", "pk")
    months: dict[int, list[StandardMonth]] = defaultdict(list)
    for one in StandardMonth.objects.order_by("-month"):
        if len(months[one.standard_id]) < most:
            months[one.standard_id].append(one)
    names = person_names(one.by for rows in months.values() for one in rows)
    closed = closed_months()
    rows = [_row(one, months[one.pk], names, today, closed) for one in found]
    return tuple(sorted(rows, key=lambda one: one.ended_month is not None))


def service_standard(slug: str, *, today: dt.date) -> StandardRow | None:
    """Return a service standard with all of its months, or None."""
    found = ServiceStandard.objects.filter(slug=slug).first()
    if found is None:
        return None
    months = list(found.months.order_by("-month"))
    names = person_names(one.by for one in months)
    return _row(found, months, names, today, closed_months())


def flagged_elements(framework: str, *, today: dt.date) -> tuple[ElementFlag, ...]:
    """Return the elements that are tied to a standard which misses its target, by number."""
    flags = [
        ElementFlag(
            element,
            one.slug,
            one.name,
            one.latest.month,
            one.latest.figure,
            one.latest.target,
            one.latest.told,
        )
        for one in service_standards(today=today)
        if one.latest is not None and one.is_missed and one.ended_month is None
        for key, element in one.ties
        if key == framework
    ]
    return tuple(sorted(flags, key=lambda one: (_by_number(one.element), one.standard)))


def ties_of(framework: str) -> dict[str, tuple[str, ...]]:
    """Return the slugs of the standards that each element is tied to."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in ElementTie.objects.filter(framework=framework).select_related("standard"):
        found[one.element].append(one.standard.slug)
    return {element: tuple(sorted(slugs)) for element, slugs in found.items()}


def _row(
    one: ServiceStandard,
    months: list[StandardMonth],
    names: dict[str, str],
    today: dt.date,
    closed: tuple[MonthCounts, ...],
) -> StandardRow:
    source, aim = source_of(one.source), Aim(one.aim)
    rows = tuple(_month(each, source, names, closed) for each in reversed(months))
    return StandardRow(
        slug=one.slug,
        name=one.name,
        name_cy=one.name_cy,
        promise=one.promise,
        promise_cy=one.promise_cy,
        team=one.team,
        source=source,
        aim=aim,
        target=written(target_in(today, targets_of(one)), source.unit),
        is_public=one.is_public,
        from_month=one.from_month,
        ended_month=one.ended_month,
        months=rows,
        trend=trend([each.value for each in rows], aim),
        ties=tuple(sorted((each.framework, each.element) for each in one.ties.all())),
        later=tuple(
            sorted(
                (each.from_month, written(each.target, source.unit)) for each in one.targets.all()
            )
        ),
    )


def _month(
    one: StandardMonth, source: Source, names: dict[str, str], closed: tuple[MonthCounts, ...]
) -> MonthRow:
    is_none_of_survey = one.value is None and source.kind is SourceKind.SURVEY
    return MonthRow(
        month=one.month,
        value=one.value,
        figure=written(one.value, source.unit, bound=one.bound),
        target=written(one.target, source.unit),
        numerator=one.numerator,
        denominator=one.denominator,
        is_met=one.is_met,
        as_at=one.as_at,
        by=names.get(one.by, one.by),
        told=one.told,
        told_cy=one.told_cy,
        action=one.action,
        action_cy=one.action_cy,
        corrected_from=written(one.corrected_from, source.unit) if one.corrected_at else "",
        why_none=why_no_figure(source.line, one.month, closed) if is_none_of_survey else "",
    )


def _by_number(number: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in number.split("."))
