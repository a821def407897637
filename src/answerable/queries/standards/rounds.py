"""Rounds of assessment, as staff see them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from answerable.domain.assurance import Change, Element, Framework, Level, changes, framework_of
from answerable.queries.accounts.naming import person_name
from answerable.records.standards.models import AssessmentRound, ElementResult, RoundPassage

PROGRESS: tuple[str, ...] = tuple(RoundPassage.Progress.values)
"""The words for how far the office is with what an assessor asks for, in their order."""


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round: its number, what kind it is in words, who judged, on which day, and how many elements have a level."""

    number: int
    framework: str
    kind: str
    words: str
    is_self: bool
    held_on: dt.date
    organisation: str
    assessor: str
    project_number: str
    source_name: str
    made_by: str
    made_at: dt.datetime
    closed_at: dt.datetime | None
    levels: int

    @property
    def is_open(self) -> bool:
        """Return whether levels may still be set."""
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class PassageRow:
    """What the assessor says of some elements, and how far the office is with it."""

    round: int
    place: int
    kind: str
    elements: tuple[str, ...]
    text: str
    progress: str
    progress_note: str

    @property
    def asks(self) -> bool:
        """Return whether it asks for something."""
        return self.kind != RoundPassage.Kind.STRENGTH


@dataclass(frozen=True, slots=True)
class LevelRow:
    """An element in a round, beside the round that it is compared with."""

    element: Element
    level: Level | None
    is_inferred: bool
    before: Level | None
    change: Change | None


@dataclass(frozen=True, slots=True)
class WholeRound:
    """A round with all its elements, what the report says, and where that does not agree with itself."""

    row: RoundRow
    framework: Framework
    before: RoundRow | None
    levels: tuple[LevelRow, ...]
    passages: tuple[PassageRow, ...]
    doubts: tuple[str, ...]


def every_round() -> tuple[RoundRow, ...]:
    """Return every round, the latest first."""
    found = AssessmentRound.objects.select_related("framework").order_by("-held_on", "-pk")
    return tuple(map(round_row, found.defer("report")))


def latest_rounds(key: str) -> tuple[RoundRow | None, RoundRow | None]:
    """Return the last round of a framework and the one before it; None where there is none."""
    found = AssessmentRound.objects.filter(framework__key=key).select_related("framework")
    rows = [round_row(one) for one in found.order_by("-held_on", "-pk")[:2]]
    last, before = (*rows, None, None)[:2]
    return last, before


def levels_of(row: RoundRow | None) -> tuple[dict[str, str], frozenset[str]]:
    """Return the levels' keys of a round by elements' numbers, and which of them no text gives."""
    if row is None:
        return {}, frozenset()
    found = ElementResult.objects.filter(round=row.number)
    results = list(found.values_list("element", "level", "is_inferred"))
    given = {element: level for element, level, _ in results}
    return given, frozenset(element for element, _, is_inferred in results if is_inferred)


def whole_round(number: int) -> WholeRound | None:
    """Return a round with everything in it, or None."""
    found = AssessmentRound.objects.select_related("framework").filter(pk=number).first()
    if found is None:
        return None
    row, framework = round_row(found), framework_of(found.framework.declaration)
    earlier = AssessmentRound.objects.filter(
        framework__key=row.framework, held_on__lt=row.held_on
    ).select_related("framework")
    last = earlier.order_by("-held_on", "-pk").first()
    before = round_row(last) if last else None
    passages = found.passages.order_by("place")
    return WholeRound(
        row=row,
        framework=framework,
        before=before,
        levels=_levels(framework, row, before),
        passages=tuple(map(passage_row, passages)),
        doubts=tuple(one["says"] for one in _doubts(found.report)),
    )


def passage_row(one: RoundPassage) -> PassageRow:
    """Return a passage as it is shown."""
    return PassageRow(
        one.round_id,
        one.place,
        one.kind,
        tuple(one.elements.split()),
        one.text,
        one.progress,
        one.progress_note,
    )


def _doubts(report: Mapping[str, Any]) -> list[dict[str, Any]]:
    doubts: list[dict[str, Any]] = report.get("doubts", [])
    return doubts


def _levels(framework: Framework, row: RoundRow, before: RoundRow | None) -> tuple[LevelRow, ...]:
    given, inferred = levels_of(row)
    earlier = {number: key for number, key in levels_of(before)[0].items() if framework.level(key)}
    changed = changes(framework, before=earlier, now=given) if before else {}
    return tuple(
        LevelRow(
            element=one,
            level=framework.level(given.get(one.number, "")),
            is_inferred=one.number in inferred,
            before=framework.level(earlier.get(one.number, "")),
            change=changed.get(one.number),
        )
        for one in framework.elements
    )


def round_row(one: AssessmentRound) -> RoundRow:
    """Return a round as it is listed."""
    framework = framework_of(one.framework.declaration)
    kinds = {kind.key: kind.name for kind in framework.rounds}
    return RoundRow(
        number=one.pk,
        framework=framework.key,
        kind=one.kind,
        words=kinds.get(one.kind, one.kind) or "Round",
        is_self=one.by == AssessmentRound.By.SELF,
        held_on=one.held_on,
        organisation=one.organisation,
        assessor=one.assessor,
        project_number=one.project_number,
        source_name=one.source_name,
        made_by=person_name(one.made_by),
        made_at=one.made_at,
        closed_at=one.closed_at,
        levels=one.results.count(),
    )
