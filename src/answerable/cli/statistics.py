"""`answerable statistics`: the office's own figures of a period, as they were known on a day."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator

from answerable.cli.site import open_site
from answerable.domain.clock import ClockRefused, NoSuchTable
from answerable.domain.clock.written import day_of
from answerable.domain.measures.office import (
    Figures,
    NotAPeriod,
    OfficeFigures,
    Period,
    Unit,
    length_definitions,
    percent,
    period_between,
    period_of,
)
from answerable.domain.measures.office.definitions import check_definitions
from answerable.domain.measures.office.written import office_as_json
from answerable.domain.measures.years import financial_year
from answerable.queries.calendars import holidays


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `statistics`."""
    parser = commands.add_parser(
        "statistics",
        help="count what the office received, and how it was answered",
        description="Counts the requests that came in a period, with what was known of them at the end of a day.",
        epilog="Exits with 1 if a sum that must come out does not. docs/reference/statistics.md says what each line counts.",
    )
    parser.add_argument(
        "--period", help="2025/26, 2025/26 Q1 (financial), 2025, 2025 Q1 (calendar) or 2025-04"
    )
    parser.add_argument("--from", dest="first", metavar="DATE", help="the first day of a period")
    parser.add_argument("--to", dest="last", metavar="DATE", help="the last day of a period")
    parser.add_argument(
        "--as-at",
        metavar="DATE",
        help="leave out what was recorded after this day (default: today)",
    )
    parser.add_argument(
        "--by",
        choices=[one.value for one in Unit],
        default=Unit.REQUEST.value,
        help="what is counted (default: request)",
    )
    parser.add_argument(
        "--json", action="store_true", help="both counts, with the cases behind each line"
    )
    parser.set_defaults(run=print_statistics)


def print_statistics(given: argparse.Namespace) -> int:
    """Print the figures of a period; the present financial year if none is named."""
    open_site()
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.queries.casework.statistics import office_figures  # noqa: PLC0415

    today = timezone.localdate()
    try:
        period = _period(given, today)
        office = office_figures(period, as_at=_as_at(given, today), table=holidays())
    except (ClockRefused, NoSuchTable, NotAPeriod) as problem:
        print(problem, file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps(office_as_json(office), ensure_ascii=False))
    else:
        print("\n".join(_lines(office, Unit(given.by))))
    for unit, check in office.failed:
        words = next(one.words for one in check_definitions() if one.ident == check.ident)
        print(
            f"This does not come out, by {unit}: {words}: {check.total}, not {check.added}",
            file=sys.stderr,
        )
    return 1 if office.failed else 0


def _period(given: argparse.Namespace, today: dt.date) -> Period:
    """Return the period that was named.

    :raises NotAPeriod: if it is none, or it is named in two ways or in half.
    :raises ClockRefused: if a day is no date.
    """
    if given.period and (given.first or given.last):
        raise NotAPeriod("Name a period, or its first and its last day, and not both")
    if bool(given.first) != bool(given.last):
        raise NotAPeriod("Name the first and the last day of a period: --from and --to")
    if given.first:
        return period_between(day_of(given.first), day_of(given.last))
    return period_of(given.period or financial_year(today))


def _as_at(given: argparse.Namespace, today: dt.date) -> dt.date:
    day = day_of(given.as_at) if given.as_at else today
    if day > today:
        message = f"Nothing is known as at {day}: name today or a day before"
        raise ClockRefused(message)
    return day


def _lines(office: OfficeFigures, unit: Unit) -> Iterator[str]:
    period, figures = office.period, office.by(unit)
    yield f"{period.first} to {period.last}, as at {office.as_at}, by {unit}"
    yield from _figures(figures)
    yield "\nWorking days (median, 90th percentile, of how many)"
    for one in figures.lengths:
        words = length_definitions()[one.ident].words
        median = "–" if one.median is None else f"{one.median}"
        longest = "–" if one.percentile_90 is None else f"{one.percentile_90}"
        yield f"  {words:<44}{median:>8}{longest:>8}{one.count:>8}"


def _figures(figures: Figures) -> Iterator[str]:
    group = ""
    for line in figures.lines:
        meant = line.definition
        if meant.group != group:
            group = meant.group
            yield ""
        share = percent(line.numerator, line.denominator)
        of = "" if line.denominator is None else f"of {line.denominator}"
        printed = "" if share is None else f"{share} %"
        yield f"  {meant.words:<44}{line.numerator:>8} {of:<10}{printed:>8}".rstrip()
