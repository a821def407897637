"""`answerable register`: declarations of registers, and the snapshots that are loaded of them."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from answerable.cli.bars import share_read
from answerable.cli.printing import harmless
from answerable.cli.site import has_site, open_site, user
from answerable.domain.measures.declarations import Misdeclared
from answerable.domain.measures.registers import Column, ColumnKind, Register
from answerable.domain.measures.snapshots import Snapshot
from answerable.queries.register_places import registers_folder
from answerable.queries.registers.declared import (
    DeclarationUnread,
    NoSuchRegister,
    broken_registers,
    declaration_in,
    known_registers,
    own_registers,
    register_named,
)

if TYPE_CHECKING:
    from answerable.measuring.snapshots.report import BadCell, Report


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `register`."""
    register = commands.add_parser("register", help="load registers, and list their snapshots")
    tasks = register.add_subparsers(dest="task", metavar="TASK", required=True)
    listed = tasks.add_parser("list", help="list the registers that can be loaded")
    listed.set_defaults(run=list_registers)
    show = tasks.add_parser("show", help="say what a register holds, in words")
    show.add_argument("name", metavar="NAME")
    show.set_defaults(run=show_register)
    check = tasks.add_parser("check", help="say whether a declaration makes sense")
    check.add_argument("file", type=Path, metavar="FILE.toml")
    check.set_defaults(run=check_declaration)
    snapshots = tasks.add_parser("snapshots", help="list what is loaded of a register")
    snapshots.add_argument("name", metavar="NAME")
    snapshots.set_defaults(run=list_snapshots)
    load = tasks.add_parser("load", help="load a file's rows as they stood on a day, all or none")
    _add_loading(load)
    for task in (snapshots, load):
        task.add_argument(
            "--store", type=Path, metavar="FOLDER", help="another folder of snapshots"
        )
    for task in (listed, show, check, snapshots, load):
        task.add_argument("--json", action="store_true", help="print one JSON document")


def _add_loading(load: argparse.ArgumentParser) -> None:
    load.add_argument("name", metavar="NAME")
    load.add_argument("file", type=Path, metavar="FILE", help="CSV, workbook (XLSX) or Parquet")
    load.add_argument(
        "--as-at",
        type=_day,
        required=True,
        metavar="DATE",
        help="the day on which the register stood so",
    )
    load.add_argument(
        "--declaration", type=Path, metavar="FILE.toml", help="a declaration that is not kept"
    )
    load.add_argument("--sheet", default="", metavar="NAME", help="which sheet of a workbook")
    load.add_argument(
        "--ignore-extra",
        action="store_true",
        help="leave out columns that the register does not have, and name them",
    )
    load.add_argument(
        "--report", type=Path, metavar="FILE", help="write all that is found into a CSV file"
    )
    load.add_argument(
        "--show", type=int, default=20, metavar="N", help="how many findings are printed"
    )
    load.set_defaults(run=load_register)


def list_registers(given: argparse.Namespace) -> int:
    """Print each register's name, title, and whether it is the site's own."""
    own, broken = own_registers(), broken_registers()
    rows = [
        {
            "name": name,
            "version": one.version,
            "title": one.title,
            "counts": one.counts,
            "audience": one.audience.value,
            "own": name in own,
        }
        for name, one in sorted(known_registers().items())
    ]
    if given.json:
        print(json.dumps(rows, ensure_ascii=False))
    else:
        for row in rows:
            whose = " (the site's own)" if row["own"] else ""
            print(harmless(f"{row['name']}, version {row['version']}: {row['title']}{whose}"))
    for one in broken:
        print(harmless(f"{one.file}: {one.why}"), file=sys.stderr)
    return 2 if broken else 0


def show_register(given: argparse.Namespace) -> int:
    """Print a declaration in words."""
    try:
        register = register_named(given.name)
    except NoSuchRegister as problem:
        return _could_not(problem)
    if given.json:
        print(json.dumps(asdict(register), default=str, ensure_ascii=False))
        return 0
    for line in _in_words(register):
        print(harmless(line))
    return 0


def check_declaration(given: argparse.Namespace) -> int:
    """Say whether a file declares a register that makes sense."""
    reason = said = ""
    try:
        register = declaration_in(given.file)
    except DeclarationUnread as problem:
        return _could_not(f"{given.file.name}: {problem}")
    except Misdeclared as problem:
        reason = str(problem)
    else:
        columns = f"{len(register.columns)} columns"
        said = f"{given.file.name} declares {register.title!r} ({register.name}): {columns}"
    if given.json:
        print(json.dumps({"sound": not reason, "reason": reason or None}, ensure_ascii=False))
    else:
        print(harmless(f"{given.file.name}: {reason}" if reason else said))
    return 1 if reason else 0


def list_snapshots(given: argparse.Namespace) -> int:
    """Print what is loaded of a register, the latest last."""
    from answerable.measuring.snapshots.manifests import DamagedManifest  # noqa: PLC0415
    from answerable.measuring.snapshots.store import NoSuchSnapshot, SnapshotStore  # noqa: PLC0415

    try:
        found = SnapshotStore(given.store or registers_folder()).snapshots(given.name)
        if not found:
            register_named(given.name)
    except (NoSuchRegister, NoSuchSnapshot, DamagedManifest) as problem:
        return _could_not(problem)
    if given.json:
        print(json.dumps([_as_json(one) for one in found], ensure_ascii=False))
        return 0
    for one in found:
        print(harmless(f"{one.label}  {one.rows:,} rows, from {one.loaded_from}"))
    if not found:
        print(f"Nothing of {given.name} is loaded", file=sys.stderr)
    return 0


def load_register(given: argparse.Namespace) -> int:
    """Load a file's rows as a register stood on a day, and say what was found in them."""
    # They take longer to import than other commands take.
    from answerable.measuring.snapshots.loading import HowToRead  # noqa: PLC0415
    from answerable.measuring.snapshots.refusals import CannotLoad  # noqa: PLC0415
    from answerable.measuring.snapshots.store import (  # noqa: PLC0415
        HowToLoad,
        RowsRefused,
        SnapshotStore,
    )

    if given.as_at > dt.datetime.now(dt.UTC).date():
        return _could_not(f"{given.as_at} is still to come: a register is loaded as it stood")
    # A folder without a site has no ledger; what goes into a site's own store is told there.
    is_told = given.store is None and has_site()
    if is_told:
        open_site()
    try:
        register = _declared(given)
        store = SnapshotStore(given.store or registers_folder())
        how = HowToLoad(
            HowToRead(given.sheet, given.ignore_extra), given.report, max(given.show, 0)
        )
        with share_read() as progress:
            loaded = store.load(register, given.file, as_at=given.as_at, how=how, progress=progress)
    except RowsRefused as refusal:
        _print_loaded(None, refusal.report, str(refusal), given)
        return 1
    except (CannotLoad, NoSuchRegister, DeclarationUnread, Misdeclared) as problem:
        return _could_not(problem)
    except OSError as problem:
        return _could_not(f"Nothing was loaded: {problem.strerror or problem}")
    if is_told:
        _tell(loaded.snapshot)
    said = f"Loaded {loaded.snapshot.label}: {loaded.snapshot.rows:,} rows"
    _print_loaded(loaded.snapshot, loaded.report, said, given)
    return 0


def _tell(snapshot: Snapshot) -> None:
    """Tell the site's ledger who loaded what, on which day."""
    from django.conf import settings  # noqa: PLC0415 Django is loaded only now
    from django.utils import timezone  # noqa: PLC0415

    from answerable.actions.casework import Doing  # noqa: PLC0415
    from answerable.actions.registers.taking import note_loaded  # noqa: PLC0415
    from answerable.domain.roles.people import keeper  # noqa: PLC0415
    from answerable.queries.calendars import usable_holidays  # noqa: PLC0415

    authority = settings.ANSWERABLE_AUTHORITY
    doing = Doing(keeper(user()), timezone.now(), usable_holidays(), authority)
    note_loaded(snapshot, doing=doing)


def _declared(given: argparse.Namespace) -> Register:
    if given.declaration is None:
        return register_named(given.name)
    register = declaration_in(given.declaration)
    if register.name != given.name:
        message = f"{given.declaration.name} declares {register.name!r}, and not {given.name!r}"
        raise NoSuchRegister(message)
    return register


def _print_loaded(
    snapshot: Snapshot | None, report: "Report", said: str, given: argparse.Namespace
) -> None:
    if given.json:
        data = {
            "snapshot": None if snapshot is None else _as_json(snapshot),
            "said": said,
            "rows_read": report.rows_read,
            "refused": report.refused,
            "remarked": report.remarked,
            "notes": list(report.notes),
            "findings": [_cell_as_json(cell) for cell in report.shown],
        }
        print(json.dumps(data, ensure_ascii=False))
        return
    for note in report.notes:
        print(harmless(note), file=sys.stderr)
    for cell in report.shown:
        mark = "" if cell.is_refused else "remark: "
        value = f" {cell.value!r}" if cell.value else ""
        print(harmless(f"row {cell.row:,}, {cell.column}{value}: {mark}{cell.reason}"))
    left = report.refused + report.remarked - len(report.shown)
    if left > 0:
        print(f"… and {left:,} more: --report FILE writes all of them")
    print(harmless(said), file=sys.stderr if snapshot is None else sys.stdout)


def _in_words(register: Register) -> Iterator[str]:
    yield f"{register.title} ({register.name}, version {register.version})"
    key = ", ".join(register.column(name).words for name in register.key)
    yield f"One row is one {register.counts}" + (f", told apart by: {key}" if key else "")
    yield f"Seen by: {register.audience.value}"
    if register.source:
        yield f"Source: {register.source}"
    yield ""
    yield "Columns:"
    for column in register.columns:
        yield f"  {column.name}: {column.words}. {_about(column, register)}"
        for code in column.codes:
            first = f", from {code.first}" if code.first else ""
            last = f", until {code.last}" if code.last else ""
            yield f"    {code.code}: {code.words}{first}{last}"
    for title, sentences in (
        ("Caveats:", [f"{one.ident}: {one.words}" for one in register.caveats]),
        ("What it cannot say:", [f"{one.column}: {one.words}" for one in register.gaps]),
    ):
        if sentences:
            yield ""
            yield title
            yield from (f"  {sentence}" for sentence in sentences)


def _about(column: Column, register: Register) -> str:
    said = [column.kind.value, "required" if column.required else "may be empty"]
    if column.kind is ColumnKind.DECIMAL:
        said.append(f"{column.decimals} decimals")
    if column.least is not None:
        said.append(f"at least {column.least:,}")
    if column.most is not None:
        said.append(f"at most {column.most:,}")
    if column.not_before:
        said.append(f"not before “{register.column(column.not_before).words}”")
    said.append(f"seen by: {column.audience.value}")
    return "; ".join(said)


def _as_json(snapshot: Snapshot) -> dict[str, Any]:
    return {**asdict(snapshot), "as_at": snapshot.as_at.isoformat(), "label": snapshot.label}


def _cell_as_json(cell: "BadCell") -> dict[str, Any]:
    finding = "refused" if cell.is_refused else "remark"
    return {
        "row": cell.row,
        "column": cell.column,
        "value": cell.value,
        "finding": finding,
        "reason": cell.reason,
    }


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as problem:
        message = f"{text!r} is no date: write 2024-06-26"
        raise argparse.ArgumentTypeError(message) from problem


def _could_not(problem: object) -> int:
    print(harmless(str(problem)), file=sys.stderr)
    return 2
