"""The rows that a measure is computed of: from the site's store, from another store, or from a file."""

import datetime as dt
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.cli.bars import share_read
from answerable.domain.measures.registers import Register
from answerable.domain.measures.snapshots import Snapshot
from answerable.queries.register_places import registers_folder

if TYPE_CHECKING:
    from answerable.measuring.snapshots.store import SnapshotStore

Rows = tuple[Snapshot, Path]


class RowsNotGiven(ValueError):
    """There are no such rows; the message says what is missing, and what to write."""


@contextmanager
def given_rows(register: Register, where: str, *, as_at: dt.date | None) -> Iterator[Rows]:
    """Give a snapshot and the file of its rows: `PATH@SNAPSHOT`, a part of it, or nothing for the site's latest.

    A folder is a store. A file is loaded, through all checks, into a store that is gone afterwards; its
    snapshot is the day as at which it stands.

    :raises RowsNotGiven: if there is no such snapshot or file, or its rows cannot be loaded.
    """
    with _store_of(register, where, as_at=as_at) as (store, which):
        yield _found(store, register, which)


@contextmanager
def rows_again(
    register: Register, then: Snapshot, where: str
) -> Iterator[tuple[Rows | None, Rows | None]]:
    """Give the rows of an old snapshot, or None, and those of the register's latest, or None.

    :raises RowsNotGiven: if there is no such file, or its rows cannot be loaded.
    """
    with _store_of(register, where, as_at=then.as_at) as (store, _):
        yield _if_there(store, register, then.sha256), _if_there(store, register, "")


@contextmanager
def _store_of(
    register: Register, where: str, *, as_at: dt.date | None
) -> Iterator[tuple["SnapshotStore", str]]:
    # It imports DuckDB, which takes longer than `--list` does.
    from answerable.measuring.snapshots.store import SnapshotStore  # noqa: PLC0415

    place, which = _parted(where)
    if place is None or place.is_dir():
        yield SnapshotStore(place or registers_folder()), which
        return
    if not place.is_file():
        raise RowsNotGiven(f"There is no file and no folder {place.name}: check the name")
    with tempfile.TemporaryDirectory(prefix="answerable-register-") as folder:
        store = SnapshotStore(Path(folder))
        _load(store, register, place, _day(which, as_at, place))
        yield store, ""


def _load(store: "SnapshotStore", register: Register, file: Path, as_at: dt.date) -> None:
    from answerable.measuring.snapshots.refusals import CannotLoad  # noqa: PLC0415 see above

    try:
        with share_read() as progress:
            store.add(register, file, as_at=as_at, progress=progress)
    except CannotLoad as problem:
        raise RowsNotGiven(str(problem)) from problem


def _parted(where: str) -> tuple[Path | None, str]:
    """Return the place and the snapshot that `PATH@SNAPSHOT` names; a file may have an @ in its name."""
    if not where or where.startswith("@"):
        return None, where[1:]
    if Path(where).exists() or "@" not in where:
        return Path(where), ""
    place, _, which = where.rpartition("@")
    return Path(place), which


def _day(which: str, as_at: dt.date | None, file: Path) -> dt.date:
    if not which and as_at:
        return as_at
    try:
        return dt.date.fromisoformat(which)
    except ValueError as problem:
        message = (
            f"Say as at which day {file.name} stands: --register {file.name}@2024-06-26, or --as-at"
        )
        raise RowsNotGiven(message) from problem


def _found(store: "SnapshotStore", register: Register, which: str) -> Rows:
    from answerable.measuring.snapshots.manifests import DamagedManifest  # noqa: PLC0415 see above
    from answerable.measuring.snapshots.store import NoSuchSnapshot  # noqa: PLC0415

    try:
        snapshot = store.find(register.name, which)
    except (DamagedManifest, NoSuchSnapshot) as problem:
        raise RowsNotGiven(str(problem)) from problem
    return snapshot, store.path(snapshot)


def _if_there(store: "SnapshotStore", register: Register, which: str) -> Rows | None:
    try:
        found = _found(store, register, which)
    except RowsNotGiven:
        return None
    return found if found[1].is_file() else None
