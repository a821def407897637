"""Reads one sheet of a workbook in a process of its own: a line of JSON about it, then its rows as CSV.

A workbook of a few kilobytes can ask for more memory than any machine has. This process may take so much
and no more; whoever started it goes on whatever becomes of it.
"""

import csv
import datetime as dt
import json
import resource
import sys
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from answerable.domain.measures.headings import bare
from answerable.measuring.snapshots.sources.odd_cells import counts_from_1904, odd_cells

_MOST_MEMORY = 3 * 2**30
_MOST_SECONDS = 900
_LARGEST_UNPACKED = 2 * 2**30
_DIGITS = 15
"""Digits of a number that spreadsheets keep: 0.1 + 0.2 is 0.3 there."""
_WHOLE = 10**_DIGITS


class _Refused(Exception):
    """The workbook cannot be read; the message says why."""


def main() -> int:
    """Say what the sheet is, and then its rows; or why it cannot be read."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asked = json.loads(sys.stdin.readline())
    path = Path(asked["path"])
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False)  # noqa: SIM115 standard output, in one encoding everywhere
    try:
        _check_size(path)
        sheet, head = _sheet(CalamineWorkbook.from_path(path), asked)
        said = {
            "sheet": sheet.name,
            "head": head,
            "rows": (sheet.end or (0, 0))[0] + 1,
            "from_1904": counts_from_1904(path),
        }
        rows = _rows(sheet, odd_cells(path, sheet.name))
    except _Refused as refusal:
        said, rows = {"refused": str(refusal)}, iter(())
    except PasswordError:
        said, rows = {"refused": "is encrypted: save it without a password"}, iter(())
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError, KeyError):
        said, rows = {"refused": "is damaged, or no workbook: save it again as XLSX"}, iter(())
    out.write(json.dumps(said) + "\n")
    csv.writer(out, lineterminator="\n").writerows(rows)
    out.flush()
    return 0


def _check_size(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        size = sum(member.file_size for member in package.infolist())
    if size > _LARGEST_UNPACKED:
        raise _Refused(f"unpacks to {size / 2**30:.1f} GB, more than is read: save it as CSV")


def _sheet(workbook: CalamineWorkbook, asked: dict[str, Any]) -> tuple[CalamineSheet, int]:
    """Return the one sheet that holds the headings, and in which row, from 0."""
    if asked["sheet"] and asked["sheet"] not in workbook.sheet_names:
        listed = ", ".join(workbook.sheet_names)
        raise _Refused(f"has no sheet {asked['sheet']!r}: it has {listed}")
    found: list[tuple[int, CalamineSheet, int]] = []
    for name in [asked["sheet"]] if asked["sheet"] else workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name)
        head, matched = _head(sheet, asked)
        if matched:
            found.append((matched, sheet, head))
    if not found:
        raise _Refused(f"has no sheet with the headings: {asked['wanted']}")
    most = max(matched for matched, _, _ in found)
    best = [(sheet, head) for matched, sheet, head in found if matched == most]
    if len(best) > 1:
        names = ", ".join(sheet.name for sheet, _ in best)
        raise _Refused(f"has several sheets with the headings: say which with --sheet ({names})")
    return best[0]


def _head(sheet: CalamineSheet, asked: dict[str, Any]) -> tuple[int, int]:
    known = set(asked["headings"])
    matched = [
        len({bare(_text(cell)) for cell in row} & known)
        for row in islice(sheet.iter_rows(), asked["most_above"])
    ]
    best = max(matched, default=0)
    return (matched.index(best), best) if best else (0, 0)


def _rows(sheet: CalamineSheet, odd: dict[tuple[int, int], str]) -> Iterator[list[str]]:
    first_column = (sheet.start or (0, 0))[1]
    by_row: dict[int, list[tuple[int, str]]] = {}
    for (row, column), said in odd.items():
        by_row.setdefault(row, []).append((column - first_column, said))
    for number, cells in enumerate(sheet.iter_rows()):
        texts = [cell if isinstance(cell, str) else _text(cell) for cell in cells]
        for place, said in by_row.get(number, ()):
            if 0 <= place < len(texts):
                texts[place] = said
        yield texts


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        is_whole = cell.is_integer() and abs(cell) < _WHOLE
        return str(int(cell)) if is_whole else format(cell, f".{_DIGITS}g")
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)


if __name__ == "__main__":
    sys.exit(main())
