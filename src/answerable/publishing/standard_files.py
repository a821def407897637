"""A published service standard as a file: a row for each month, or one JSON document."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from answerable.domain.assurance.promises import PublishedMonth, PublishedStandard

SCHEMA = "urn:answerable:service-standard:1"
MONTH_COLUMNS = (
    "standard month bound figure unit numerator denominator aim target met withheld as_at explanation action esboniad "
    "gweithred corrected_on"
).split()
_THOUSANDTHS = 3
_SAID = {True: "yes", False: "no", None: ""}


def month_cells(standard: PublishedStandard) -> Iterator[list[str]]:
    """Yield the cells of each month under `MONTH_COLUMNS`; what a month has not, or does not show, is empty."""
    for one in standard.months:
        said = one.explanation
        yield [
            standard.key,
            one.slug,
            str(one.figure.bound),
            _text(_exact(one.figure.value)),
            str(standard.source.unit),
            _text(one.figure.numerator),
            _text(one.figure.denominator),
            str(standard.aim),
            _text(_exact(one.target)),
            _SAID[one.is_met],
            _SAID[one.is_withheld],
            one.as_at.isoformat(),
            said.told,
            said.action,
            said.told_cy,
            said.action_cy,
            _text(one.corrected_on),
        ]


def standard_as_json(standard: PublishedStandard, *, licence: str) -> bytes:
    """Return a standard with all its months; `schema/service-standard.schema.json` describes it."""
    source = standard.source
    data = {
        "schema": SCHEMA,
        "key": standard.key,
        "name": standard.name,
        "name_cy": standard.name_cy,
        "promise": standard.promise,
        "promise_cy": standard.promise_cy,
        "team": standard.team,
        "measured_by": {
            "key": source.key,
            "name": source.name,
            "name_cy": source.cy,
            "means": source.means,
            "means_cy": source.means_cy,
            "unit": str(source.unit),
        },
        "aim": str(standard.aim),
        "target": _number(standard.target),
        "later_targets": [
            {"from": f"{month:%Y-%m}", "target": _number(target)}
            for month, target in standard.later
        ],
        "from": f"{standard.from_month:%Y-%m}",
        "until": f"{standard.ended_month:%Y-%m}" if standard.ended_month else None,
        "licence": licence or None,
        "months": [_month(one) for one in standard.months],
    }
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def _month(one: PublishedMonth) -> dict[str, Any]:
    said = one.explanation
    return {
        "month": one.slug,
        "bound": str(one.figure.bound),
        "figure": _number(one.figure.value),
        "numerator": one.figure.numerator,
        "denominator": one.figure.denominator,
        "target": _number(one.target),
        "met": one.is_met,
        "withheld": one.is_withheld,
        "as_at": one.as_at.isoformat(),
        "explanation": said.told,
        "explanation_cy": said.told_cy,
        "action": said.action,
        "action_cy": said.action_cy,
        "corrected_on": one.corrected_on.isoformat() if one.corrected_on else None,
    }


def _exact(value: int | None) -> Decimal | None:
    """Return thousandths as the number that they are, with no nought at its end."""
    if value is None:
        return None
    number = Decimal(value).scaleb(-_THOUSANDTHS)
    return (
        number.to_integral_value() if number == number.to_integral_value() else number.normalize()
    )


def _number(value: int | None) -> int | float | None:
    number = _exact(value)
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _text(value: object) -> str:
    return "" if value is None else str(value)
