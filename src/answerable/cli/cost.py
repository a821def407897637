"""`answerable cost`: whether a request is over the cost limit."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from answerable.domain.clock import ClockRefused
from answerable.domain.clock.written import day_of
from answerable.domain.decisions.estimates import (
    Estimate,
    EstimateRefused,
    Work,
    estimate,
    limit_of_payer,
    work_of,
)
from answerable.domain.law.costs import CostLimit, Payer, activities
from answerable.domain.law.provisions import NoProvision


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `cost`."""
    known = "\n".join(
        f"  {one.name:<10} {one.what}{'' if one.counts else ' (does not count)'}"
        for one in activities().values()
    )
    cost = commands.add_parser(
        "cost",
        help="estimate whether a request is over the cost limit",
        epilog=f"activities:\n{known}\n\nexample:\n  answerable cost locate:1200:1 extract:300:2.5",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    cost.add_argument(
        "work", nargs="+", metavar="ACTIVITY:ITEMS:MINUTES[:PEOPLE]", help="minutes for each item"
    )
    cost.add_argument(
        "--body",
        choices=[one.value for one in Payer],
        default=Payer.OTHER.value,
        help="central (600 pounds): central government, Parliament, the armed forces; other (450)",
    )
    cost.add_argument("--sample", default="", metavar="TEXT", help="what the minutes were tried on")
    cost.add_argument("--on", metavar="DATE", help="the day of the request (default: today)")
    cost.add_argument("--json", action="store_true", help="print one JSON object")
    cost.set_defaults(run=show_cost)


def show_cost(given: argparse.Namespace) -> int:
    """Print an estimate; exit 1 if the request is over the limit."""
    try:
        on = day_of(given.on) if given.on else dt.datetime.now(dt.UTC).date()
        limit = limit_of_payer(Payer(given.body), on=on)
        made = estimate(map(work_of, given.work), sample=given.sample)
    except (EstimateRefused, ClockRefused, NoProvision) as problem:
        print(problem, file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps(_as_json(made, limit), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(made, limit)))
    return 1 if made.is_over(limit) else 0


def _as_json(made: Estimate, limit: CostLimit) -> dict[str, Any]:
    return {
        "hours": _number(made.hours),
        "pounds": _number(made.pounds(limit)),
        "is_over": made.is_over(limit),
        "limit": {"pounds": limit.pounds, "hours": _number(limit.hours), "rate": limit.rate},
        "rule": limit.law,
        "source": limit.source,
        "sample": made.sample,
        "work": [
            {
                "activity": one.activity.name,
                "items": one.count,
                "minutes": _number(one.minutes),
                "people": one.people,
                "hours": _number(one.hours),
                "counts": one.activity.counts,
            }
            for one in made.work
        ],
    }


def _lines(made: Estimate, limit: CostLimit) -> Iterator[str]:
    for one in made.work:
        left_out = "" if one.activity.counts else "  does not count"
        yield f"{_hours(one):>12}  {one.activity.what}: {_sum(one)}{left_out}"
    yield f"{_number(made.hours):>10,.2f} h  that count, {_number(made.pounds(limit)):,.2f} pounds"
    verdict = "over" if made.is_over(limit) else "within"
    yield f"{verdict.capitalize()} the limit of {limit.pounds} pounds ({_number(limit.hours):g} h, {limit.law})"
    if made.sample:
        yield f"Tried on: {made.sample}"
    elif made.is_over(limit):
        yield "Say in the refusal what the minutes were tried on, and how the request could be narrowed"


def _hours(one: Work) -> str:
    return f"{_number(one.hours):,.2f} h"


def _sum(one: Work) -> str:
    people = f" × {one.people} people" if one.people > 1 else ""
    return f"{one.count:,} × {_number(one.minutes):,} min{people}"


def _number(value: Fraction) -> float:
    return round(float(value), 4)
