"""Workbooks (XLSX): one sheet's rows, read in a process apart."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from answerable.domain.measures.headings import MOST_ABOVE, headings_of
from answerable.domain.measures.registers import Register
from answerable.measuring.snapshots.refusals import CannotLoad
from answerable.measuring.snapshots.sources.source import Cells, Form, Source

_STARTED_AS = ("-m", "answerable.measuring.snapshots.sources.workbook_child")
_HOME = str(Path(__file__).resolve().parents[4])
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV")


@contextmanager
def workbook_source(file: Path, register: Register, *, sheet: str = "") -> Iterator[Source]:
    """Give the rows of the sheet of a workbook that holds the headings.

    :raises CannotLoad: if none does, several do, or the workbook is encrypted, damaged or too large.
    """
    with _started() as (child, text):
        said = _told(child, text, file, _asked(file, register, sheet))
        records = csv.reader(text, strict=True)
        rows = _Rows(records, child, file)
        for _ in range(said["head"]):
            next(rows, None)
        head = next(rows, None)
        if head is None:
            raise _stopped(file)
        is_from_1904 = bool(said["from_1904"])
        more = ("It counts days from 1904: numbers are no dates in it",) if is_from_1904 else ()
        yield Source(
            form=Form.WORKBOOK,
            head=tuple(cell or "" for cell in head),
            head_row=said["head"] + 1,
            take=lambda most: list(islice(rows, most)),
            size=said["rows"],
            done=lambda: rows.read,
            notes=(f"Its sheet {said['sheet']!r} was read; of formulas, their last results", *more),
            are_serials_dates=not is_from_1904,
        )


class _Rows(Iterator[Cells]):
    """The rows that come through the pipe, and whether the process came to its end."""

    def __init__(
        self, records: Iterator[Cells], child: "subprocess.Popen[bytes]", file: Path
    ) -> None:
        self.read = 0
        self._records, self._child, self._file = records, child, file

    def __next__(self) -> Cells:
        try:
            row = next(self._records)
        except StopIteration:
            if self._child.wait():
                raise _stopped(self._file) from None
            raise
        except (csv.Error, UnicodeError) as problem:
            raise _stopped(self._file) from problem
        self.read += 1
        return row


def _asked(file: Path, register: Register, sheet: str) -> bytes:
    headings = [name for column in register.columns for name in headings_of(column)]
    wanted = ", ".join(column.words for column in register.columns[:4]) + "…"
    asked = {
        "path": str(file.resolve()),
        "sheet": sheet,
        "headings": headings,
        "wanted": wanted,
        "most_above": MOST_ABOVE,
    }
    return json.dumps(asked).encode() + b"\n"


def _told(
    child: "subprocess.Popen[bytes]", text: io.TextIOWrapper, file: Path, asked: bytes
) -> dict[str, Any]:
    try:
        if child.stdin is not None:
            child.stdin.write(asked)
            child.stdin.close()
        said = json.loads(text.readline())
    except (OSError, ValueError) as problem:
        raise _stopped(file) from problem
    if "refused" in said:
        raise CannotLoad(f"{file.name} {said['refused']}")
    return dict(said)


@contextmanager
def _started() -> Iterator[tuple["subprocess.Popen[bytes]", io.TextIOWrapper]]:
    paths = os.pathsep.join(filter(None, [_HOME, os.environ.get("PYTHONPATH", "")]))
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    out, into = os.pipe()
    with os.fdopen(out, encoding="utf-8", newline="") as text:
        with os.fdopen(into, "wb") as pipe:
            child = subprocess.Popen(  # noqa: S603 our own module
                [sys.executable, *_STARTED_AS],
                stdin=subprocess.PIPE,
                stdout=pipe,
                stderr=subprocess.DEVNULL,
                env={"PYTHONPATH": paths, **kept},
                start_new_session=True,
            )
        try:
            yield child, text
        finally:
            child.kill()
            child.wait()
            if child.stdin is not None:
                child.stdin.close()


def _stopped(file: Path) -> CannotLoad:
    return CannotLoad(
        f"{file.name} is damaged, or needs more than 3 GB of memory: save it again, or as CSV"
    )
