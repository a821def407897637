"""`answerable calendar`: which bank holidays are known, and how a later list comes in."""

import argparse
import datetime as dt
import sys
from pathlib import Path

from answerable.domain.clock import Holidays, NoSuchTable
from answerable.domain.clock.updating import next_version, updated
from answerable.queries.calendars import holidays, keep, versions
from answerable.reading.json_files import FileRefused, json_in


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `calendar`."""
    calendar = commands.add_parser("calendar", help="show or update the bank holidays")
    tasks = calendar.add_subparsers(dest="task", metavar="TASK", required=True)
    update = tasks.add_parser(
        "update", help="load the list of https://www.gov.uk/bank-holidays.json, keep the old"
    )
    update.add_argument("file", type=Path, metavar="FILE")
    update.add_argument("--dry-run", action="store_true", help="show what would change, and stop")
    update.set_defaults(run=update_calendar)
    listed = tasks.add_parser("list", help="list the versions that are kept")
    listed.set_defaults(run=list_versions)
    show = tasks.add_parser("show", help="print the bank holidays of a year")
    show.add_argument("year", type=int, metavar="YEAR")
    show.add_argument("--calendar", metavar="VERSION", help="an older table")
    show.set_defaults(run=show_year)


def update_calendar(given: argparse.Namespace) -> int:
    """Load a list of bank holidays, show what changes, and keep the old version."""
    try:
        table = holidays()
        published = json_in(given.file)
        today = dt.datetime.now(dt.UTC).date()
        update = updated(table, published, version=next_version(today, versions()), on=today)
    except (FileRefused, NoSuchTable) as problem:
        print(problem, file=sys.stderr)
        return 2
    print(f"{given.file.name} covers {update.first} to {update.last}")
    for change in update.changes:
        print(change.words)
    if not update.is_newer_than(table):
        print(f"Nothing changes: {table.version} stays")
        return 0
    if given.dry_run:
        print(f"{len(update.changes)} changes, not loaded")
        return 0
    try:
        keep(update.table)
    except OSError as problem:
        print(f"The calendar cannot be kept: {problem}: nothing was changed", file=sys.stderr)
        return 2
    print(
        f"{len(update.changes)} changes: {update.table.version} is in use now, {table.version} is kept. "
        "Open questions are counted anew; closed ones never are."
    )
    return 0


def list_versions(_given: argparse.Namespace) -> int:
    """Print each version, the latest last."""
    failed = 0
    for version in versions():
        try:
            print(_line(holidays(version)))
        except NoSuchTable as problem:
            print(problem, file=sys.stderr)
            failed = 2
    return failed


def show_year(given: argparse.Namespace) -> int:
    """Print the bank holidays of a year."""
    try:
        table = holidays(given.calendar)
    except NoSuchTable as problem:
        print(problem, file=sys.stderr)
        return 2
    if not table.first.year <= given.year <= table.last.year:
        print(f"{_line(table)}: it says nothing of {given.year}", file=sys.stderr)
        return 2
    for day, holiday in sorted(table.by_day.items()):
        if day.year == given.year:
            print(f"{day}  {day:%a}  {holiday.words}")
    return 0


def _line(table: Holidays) -> str:
    return (
        f"{table.version}: {table.first} to {table.last}, proclaimed until {table.proclaimed_until}"
    )
