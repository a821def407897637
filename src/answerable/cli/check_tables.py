"""`answerable check-tables`: what does not agree in the tables of logs, sheets and CSV, on the command line."""

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from answerable.cli.printing import harmless
from answerable.domain.disclosure_log import Entry
from answerable.domain.measures.checks.every import WORKING_DAYS_A_MONTH, table_remarks
from answerable.domain.measures.checks.printed import PrintedTable, Sureness, TableRemark
from answerable.domain.measures.checks.shares import about_shares_in_words
from answerable.reading import NotReadable, readings_in

_SHEETS = frozenset((".xlsx", ".xls", ".ods"))


@dataclass
class _Read:
    """What was read of all files: their tables, in their order, and the percentages of their sentences."""

    tables: list[PrintedTable] = field(default_factory=list)
    in_words: list[TableRemark] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `check-tables`."""
    parser = commands.add_parser(
        "check-tables",
        help="find what does not agree in printed tables",
        description="Check the tables of logs and letters, of workbooks and of CSV: sums, percentages, years, parts"
        " and wholes, days and their bands, dates, and figures that were published before with another value. Give"
        " files in the order in which they were published.",
        epilog="Ends with 0 when nothing certain or likely was found, with 1 when something was, and with 2 when a"
        " file could not be read. What each check looks at: docs/reference/table-checks.md.",
    )
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a log, a letter, a workbook or a CSV file",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument(
        "--days-a-month",
        type=int,
        default=WORKING_DAYS_A_MONTH,
        metavar="N",
        help=f"working days in a month of the bands ({WORKING_DAYS_A_MONTH})",
    )
    parser.set_defaults(run=check_tables)


def check_tables(given: argparse.Namespace) -> int:
    """Check the tables of each file, and against those of the files before it."""
    if given.days_a_month < 1:
        print("A month has one working day or more: --days-a-month 21", file=sys.stderr)
        return 2
    read = _Read()
    for path in given.files:
        _read_file(path, read, is_one=len(given.files) == 1)
    remarks = [*table_remarks(read.tables, days_a_month=given.days_a_month), *read.in_words]
    if given.json:
        found = [{**asdict(one), "sure": one.sure.value} for one in remarks]
        document = {"tables": len(read.tables), "remarks": found}
        print(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        print(harmless("\n".join(_lines(remarks, len(read.tables)))))
    for reason in read.unread:
        print(harmless(reason), file=sys.stderr)
    if read.unread:
        return 2
    return int(any(one.sure is not Sureness.POSSIBLE for one in remarks))


def _read_file(path: Path, read: _Read, *, is_one: bool) -> None:
    try:
        if path.suffix.lower() == ".csv":
            read.tables.append(_csv_table(path))
        elif path.suffix.lower() in _SHEETS:
            read.tables.extend(_sheets(path))
        else:
            _log(path, read, is_one=is_one)
    except FileNotFoundError:
        read.unread.append(f"{path.name}: there is no such file: check the name")
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        read.unread.append(f"{path.name} cannot be read: {problem}")


def _log(path: Path, read: _Read, *, is_one: bool) -> None:
    for reading in readings_in(path):
        if isinstance(reading, NotReadable):
            read.unread.append(str(reading))
            continue
        for entry in reading.entries:
            name = entry.ref or entry.title
            source = name if is_one else f"{reading.source}: {name}"
            read.tables.extend(_entry_tables(entry, source))
            read.in_words.extend(about_shares_in_words(entry.response, source=source))


def _entry_tables(entry: Entry, source: str) -> Iterator[PrintedTable]:
    for number, table in enumerate(entry.tables, start=1):
        yield PrintedTable(
            table.rows,
            name=f"table {number}",
            caption=table.caption or "",
            question=table.question,
            header_rows=table.header_rows,
            source=source,
            told=entry.response,
        )


def _csv_table(path: Path) -> PrintedTable:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if any(map(str.strip, row))]
    return PrintedTable(_even(rows), name="table", source=path.name)


def _sheets(path: Path) -> Iterator[PrintedTable]:
    import python_calamine  # noqa: PLC0415 few read workbooks here

    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            rows = [list(map(_cell, row)) for row in book.get_sheet_by_name(name).to_python()]
            kept = [row for row in rows if any(row)]
            if kept:
                yield PrintedTable(_even(kept), name=name, source=path.name)
    except python_calamine.CalamineError as problem:
        raise OSError(f"it is no workbook: {problem}") from problem


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _even(rows: Iterable[list[str]]) -> tuple[tuple[str, ...], ...]:
    """Return rows of equal length: what is short ends in blanks."""
    kept = list(rows)
    width = max((len(row) for row in kept), default=0)
    return tuple(tuple(row + [""] * (width - len(row))) for row in kept)


def _lines(remarks: list[TableRemark], tables: int) -> Iterator[str]:
    for one in remarks:
        where = " · ".join(
            " ".join(part.split())
            for part in (one.source, one.table, one.row, one.column)
            if part.strip()
        )
        yield f"{where}\n  {one.sure.value:<9} {one.what:<10} {one.says}"
    counted = "1 table" if tables == 1 else f"{tables} tables"
    yield f"{counted}: {len(remarks)} remarks" if remarks else f"{counted}: nothing to remark on"
