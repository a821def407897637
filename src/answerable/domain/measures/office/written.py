"""Figures as they are stored, and back: what is frozen can be read in five years."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from answerable.domain.measures.office.facts import Unit
from answerable.domain.measures.office.figures import Check, Figures, Line
from answerable.domain.measures.office.lengths import Length
from answerable.domain.measures.office.periods import Period

FORMAT = 1


@dataclass(frozen=True, slots=True)
class OfficeFigures:
    """The figures of a period as they were known at the end of a day, by request and by question."""

    period: Period
    as_at: dt.date
    calendar: str
    by_request: Figures
    by_question: Figures

    def by(self, unit: Unit) -> Figures:
        """Return the figures by request or by question."""
        return self.by_request if unit is Unit.REQUEST else self.by_question

    @property
    def failed(self) -> tuple[tuple[Unit, Check], ...]:
        """Return the sums that do not come out."""
        return tuple(
            (one.unit, check)
            for one in (self.by_request, self.by_question)
            for check in one.checks
            if not check.holds
        )


def office_as_json(office: OfficeFigures) -> dict[str, Any]:
    """Return figures as plain data, with the cases behind each; `office_of` makes the same of it."""
    return {
        "format": FORMAT,
        "first": office.period.first.isoformat(),
        "last": office.period.last.isoformat(),
        "as_at": office.as_at.isoformat(),
        "calendar": office.calendar,
        "request": figures_as_json(office.by_request),
        "question": figures_as_json(office.by_question),
    }


def office_of(data: Mapping[str, Any]) -> OfficeFigures:
    """Return the figures that were stored as plain data."""
    as_at = dt.date.fromisoformat(data["as_at"])
    first, last = (dt.date.fromisoformat(data[name]) for name in ("first", "last"))
    return OfficeFigures(
        Period(first, last),
        as_at,
        data["calendar"],
        _figures(data["request"], Unit.REQUEST, as_at),
        _figures(data["question"], Unit.QUESTION, as_at),
    )


def figures_as_json(figures: Figures) -> dict[str, Any]:
    """Return figures of one unit as plain data."""
    return {
        "lines": [
            {
                "id": one.ident,
                "numerator": one.numerator,
                "denominator": one.denominator,
                "cases": list(one.cases),
            }
            for one in figures.lines
        ],
        "lengths": [
            {
                "id": one.ident,
                "count": one.count,
                "median": None if one.median is None else str(one.median),
                "percentile_90": one.percentile_90,
                "cases": list(one.cases),
            }
            for one in figures.lengths
        ],
        "checks": [
            {"id": one.ident, "total": one.total, "added": one.added, "holds": one.holds}
            for one in figures.checks
        ],
    }


def _figures(data: Mapping[str, Any], unit: Unit, as_at: dt.date) -> Figures:
    return Figures(
        unit,
        as_at,
        tuple(
            Line(one["id"], one["numerator"], one["denominator"], tuple(one["cases"]))
            for one in data["lines"]
        ),
        tuple(
            Length(
                one["id"],
                one["count"],
                None if one["median"] is None else Decimal(one["median"]),
                one["percentile_90"],
                tuple(one["cases"]),
            )
            for one in data["lengths"]
        ),
    )
