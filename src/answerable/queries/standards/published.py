"""What of the standards everybody may read: service standards that were published, and the levels of rounds that were."""

import datetime as dt

from django.utils.timezone import localtime

from answerable.domain.assurance import framework_of
from answerable.domain.assurance.open_rounds import OpenRound
from answerable.domain.assurance.promises import (
    Aim,
    Explanation,
    Figure,
    PublishedMonth,
    PublishedStandard,
    RecordedMonth,
    Source,
    month_of,
    published_month,
    source_of,
    target_in,
)
from answerable.queries.standards.targets import targets_of
from answerable.records.standards.models import (
    AssessmentRound,
    ElementResult,
    PublishedRound,
    ServiceStandard,
    StandardMonth,
)


def is_anything_open() -> bool:
    """Return whether any service standard, or the levels of any round, are published."""
    rounds = PublishedRound.objects.values("pk")
    return ServiceStandard.objects.filter(is_public=True).values("pk").union(rounds).exists()


def open_standards(*, today: dt.date) -> tuple[PublishedStandard, ...]:
    """Return the published service standards with all their months, those that ended last."""
    found = ServiceStandard.objects.filter(is_public=True).prefetch_related("targets", "months")
    rows = [_standard(one, today) for one in found.order_by("name", "pk")]
    return tuple(sorted(rows, key=lambda one: one.ended_month is not None))


def open_standard(key: str, *, today: dt.date) -> PublishedStandard | None:
    """Return a published service standard with all its months, or None."""
    found = ServiceStandard.objects.filter(is_public=True, slug=key).first()
    return None if found is None else _standard(found, today)


def as_published(slug: str, *, today: dt.date) -> PublishedStandard | None:
    """Return what everybody would read of a service standard, published or not; None if there is none."""
    found = ServiceStandard.objects.filter(slug=slug).first()
    return None if found is None else _standard(found, today)


def open_rounds() -> tuple[OpenRound, ...]:
    """Return the published rounds, one for each framework, the latest first."""
    found = PublishedRound.objects.select_related("round").order_by("-held_on", "pk")
    return tuple(map(_round, found.defer("round__report")))


def is_open_round(number: int) -> bool:
    """Return whether the levels of a round are published."""
    return PublishedRound.objects.filter(round=number).exists()


def _standard(one: ServiceStandard, today: dt.date) -> PublishedStandard:
    aim, targets, source = Aim(one.aim), targets_of(one), source_of(one.source)
    later = [(each.from_month, each.value) for each in targets[1:] if each.from_month > today]
    return PublishedStandard(
        key=one.slug,
        name=one.name,
        name_cy=one.name_cy,
        promise=one.promise,
        promise_cy=one.promise_cy,
        team=one.team,
        source=source,
        aim=aim,
        target=target_in(month_of(today), targets),
        later=tuple(sorted(later)),
        from_month=one.from_month,
        ended_month=one.ended_month,
        months=tuple(
            _month(each, source, aim)
            for each in sorted(one.months.all(), key=lambda each: each.month)
        ),
    )


def _month(one: StandardMonth, source: Source, aim: Aim) -> PublishedMonth:
    recorded = RecordedMonth(
        month=one.month,
        figure=Figure(one.value, one.numerator, one.denominator, one.bound),
        target=one.target,
        as_at=one.as_at,
        explanation=Explanation(one.told, one.told_cy, one.action, one.action_cy),
        corrected_on=localtime(one.corrected_at).date() if one.corrected_at else None,
    )
    return published_month(recorded, source, aim)


def _round(one: PublishedRound) -> OpenRound:
    framework = framework_of(one.declaration)
    # The round is closed: who judged, whom, and what was inferred stand.
    inferred = ElementResult.objects.filter(round=one.round_id, is_inferred=True)
    return OpenRound(
        number=one.round_id,
        framework=framework,
        kind=next((kind for kind in framework.rounds if kind.key == one.kind), None),
        held_on=one.held_on,
        is_self=one.round.by == AssessmentRound.By.SELF,
        organisation=one.round.organisation,
        published_on=localtime(one.published_at).date(),
        levels={number: key for number, key in one.levels.items() if framework.level(key)},
        inferred=frozenset(inferred.values_list("element", flat=True)),
    )
