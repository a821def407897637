"""`answerable clock`: when an answer is due, day by day, on the command line."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from answerable.cli.printing import harmless
from answerable.domain.clock import (
    CalendarName,
    Clock,
    ClockFacts,
    ClockRefused,
    Holidays,
    NoSuchTable,
    OutsideCalendar,
    State,
    question_clock,
)
from answerable.domain.clock.as_json import clock_as_json
from answerable.domain.clock.cases import case_clock, case_of, differences
from answerable.domain.clock.kept import Recount, ToldDate, recounted
from answerable.domain.clock.limits import WORKING_DAYS, limit_of
from answerable.domain.clock.regimes import Regime, regime_named, variant_named
from answerable.domain.clock.steps import explained, long_date
from answerable.domain.clock.written import day_of, events_of, period_of
from answerable.queries.calendars import holidays, versions
from answerable.reading.json_files import FileRefused, json_in

_EXAMPLES = """events:
  clarification:2025-10-08:2025-10-20    asked for on the first day, came on the second
  fee:2025-10-16                         the fees notice was given, the fee has not come
  pit_extension_notice:2025-11-03:2025-12-01    notice given, answer promised by
  pit_extension_notice:2025-12-01:2025-12-02:A late consultation    a second one, with its reason
  complex_extension_notice:2025-11-03    more time because the request is complex
  regime_changed:2025-10-14:EIR          part_split_off:2025-10-14
  answered:2025-11-03                    review:2025-11-10:2025-12-01

example:
  answerable clock --regime FOIA --received 2025-02-24 --explain"""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `clock`."""
    clock = commands.add_parser(
        "clock",
        help="say when an answer is due, and why",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    clock.add_argument("--regime", metavar="REGIME", help=f"one of {', '.join(Regime)}")
    clock.add_argument("--received", metavar="DATE", help="the day on which the request came")
    clock.add_argument(
        "--event",
        action="append",
        default=[],
        metavar="KIND:DATE[:DATE]",
        help="what happened since, in the order of days",
    )
    clock.add_argument(
        "--variant",
        default="",
        metavar="NAME",
        help="FOIA: school, archive, armed-forces, abroad; EIR, SAR and PART3: complex",
    )
    clock.add_argument(
        "--limit", metavar="LIMIT", help="the limit that was set for this one, such as 35days"
    )
    clock.add_argument(
        "--session",
        action="append",
        default=[],
        metavar="FROM:TO",
        help="a school's term, for --variant school",
    )
    clock.add_argument(
        "--nation", choices=("ew", "sct", "nir"), help="whose holidays count for SAR and PART3"
    )
    clock.add_argument("--calendar", metavar="VERSION", help="an older table of bank holidays")
    clock.add_argument(
        "--told", metavar="DATE@VERSION", help="a due date that was told before: shows both"
    )
    clock.add_argument("--on", metavar="DATE", help="say how many days are left or over on a day")
    clock.add_argument("--explain", action="store_true", help="print the days as one counts them")
    clock.add_argument("--json", action="store_true", help="print one JSON object")
    clock.add_argument(
        "--cases", type=Path, metavar="FILE", help="check cases with a known answer (JSON)"
    )
    clock.set_defaults(run=show_clock)


def show_clock(given: argparse.Namespace) -> int:
    """Print a clock, or check a file of cases."""
    try:
        table = holidays(given.calendar)
        return _check_cases(given, table) if given.cases else _show(given, table)
    except (ClockRefused, FileRefused, NoSuchTable, OutsideCalendar) as problem:
        print(problem, file=sys.stderr)
        return 2


def _show(given: argparse.Namespace, table: Holidays) -> int:
    facts = _facts(given)
    on = day_of(given.on) if given.on else None
    recount = _recount(given.told, facts, table) if given.told else None
    clock = recount.clock if recount else question_clock(facts, table)
    if given.json:
        data = clock_as_json(clock, on=on)
        if recount:
            data["told"] = {
                "due_on": str(recount.told.due_on),
                "version": recount.told.version,
                "is_closed": recount.is_closed,
                "has_moved": recount.has_moved,
            }
        print(json.dumps(data, ensure_ascii=False, indent=1))
        return 0
    print("\n".join(_lines(clock, on=on, recount=recount, explain=given.explain)))
    return 0


def _facts(given: argparse.Namespace) -> ClockFacts:
    if not given.regime or not given.received:
        raise ClockRefused("Say --regime and --received, or --cases with a file")
    regime = regime_named(given.regime)
    if given.nation and regime not in (Regime.SAR, Regime.PART3):
        raise ClockRefused(
            f"{regime} counts on a calendar of its own: --nation is for SAR and PART3"
        )
    return ClockFacts(
        received_on=day_of(given.received),
        regime=regime,
        events=events_of(given.event),
        variant=variant_named(given.variant, regime=regime),
        sessions=tuple(period_of(one) for one in given.session) or None,
        limit=limit_of(given.limit) if given.limit else None,
        calendar=CalendarName(given.nation) if given.nation else None,
    )


def _recount(text: str, facts: ClockFacts, table: Holidays) -> Recount:
    day, _, label = text.partition("@")
    # A calendar's label is uk-any@2026-11-22; the version alone will do.
    version = label.rpartition("@")[2] or table.version
    then = holidays(version) if version in versions() else None
    if then is None:
        known = ", ".join(versions())
        raise ClockRefused(f"No calendar {version!r} is kept here: there are {known}")
    return recounted(ToldDate(day_of(day), version), facts, table, table_then=then)


def _lines(
    clock: Clock, *, on: dt.date | None, recount: Recount | None, explain: bool
) -> Iterator[str]:
    if explain:
        yield from explained(clock)
        yield ""
    yield _headline(clock)
    yield f"Rule: {clock.provision.law}, {clock.count.limit}; calendar {clock.count.calendar.label}"
    if clock.notice_due_on:
        yield f"Notice of the extension due {long_date(clock.notice_due_on)}"
    if clock.is_projected:
        yield "Holidays of that year are foreseen, but not yet proclaimed: count again when they are"
    for one in clock.alternatives:
        date = long_date(one.due_on) if one.due_on else "nothing would be due"
        yield f"Arguable: {date}, {one.why}"
    if clock.is_arguable and clock.work_to:
        yield f"Work to {long_date(clock.work_to)}"
    yield from clock.notes
    yield from _answer_lines(clock)
    if on is not None:
        yield _left(clock, on)
    if recount is not None and not recount.is_closed:
        yield _told_line(recount)
    for review in clock.reviews:
        yield f"Review asked for on {review.received_on}: {_headline(review)} ({review.provision.law})"
        yield from _answer_lines(review)


def _headline(clock: Clock) -> str:
    if clock.state is State.LAPSED:
        return "Nothing is due: the duty to answer has lapsed"
    if clock.waiting is not None:
        pay = f"; last day to pay {long_date(clock.pay_by)}" if clock.pay_by else ""
        return f"Nothing is due yet: on {clock.waiting.on} {clock.waiting.kind.words}{pay}"
    return f"Due {long_date(clock.due_on)}" if clock.due_on else "Nothing is due"


def _answer_lines(clock: Clock) -> Iterator[str]:
    if clock.answered_on is None:
        return
    unit = WORKING_DAYS if clock.count.limit.unit == WORKING_DAYS else "days"
    late = "late" if clock.is_late else "in time"
    allowed = f" of {clock.days_allowed}" if clock.days_allowed else ""
    yield f"Answered on {clock.answered_on}, {late}: {clock.days_taken}{allowed} {unit}"


def _left(clock: Clock, on: dt.date) -> str:
    left = clock.days_left(on)
    unit = WORKING_DAYS if clock.count.limit.unit == WORKING_DAYS else "days"
    if left is None:
        return f"On {on} no time is running"
    return f"On {on}: {left} {unit} left" if left >= 0 else f"On {on}: {-left} {unit} over"


def _told_line(recount: Recount) -> str:
    now = recount.clock.due_on or "nothing due"
    tell = ": tell the requester" if recount.has_moved else ""
    return f"Told as {recount.told.due_on} on calendar {recount.told.version}; counted now as {now}{tell}"


def _check_cases(given: argparse.Namespace, table: Holidays) -> int:
    rows = _cases_in(given.cases)
    results = [(row, _difference(row, table)) for row in rows]
    failed = [(row, words) for row, words in results if words]
    if given.json:
        listed = [{"id": row.get("id"), "why": words} for row, words in failed]
        print(
            json.dumps({"passed": len(rows) - len(failed), "failed": len(failed), "cases": listed})
        )
    else:
        for row, words in failed:
            print(harmless(f"{row.get('id', '?')}: {words}".replace("\n", " ")))
        print(f"{len(rows) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def _difference(row: dict[str, Any], table: Holidays) -> str:
    try:
        case = case_of(row)
        return "; ".join(differences(case, case_clock(case, table)))
    except (ClockRefused, OutsideCalendar) as problem:
        return str(problem).removeprefix(f"{row.get('id')}: ")


def _cases_in(path: Path) -> list[dict[str, Any]]:
    data = json_in(path)
    rows = data.get("cases") if isinstance(data, dict) else data
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ClockRefused(f'{path.name} holds no cases: it must say {{"cases": [{{…}}, …]}}')
    return rows
