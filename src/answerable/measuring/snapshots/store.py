"""The snapshots of registers in a folder: added whole or not at all, found by day or digest, never changed."""

import datetime as dt
import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from answerable.domain.measures.declarations import definition_digest
from answerable.domain.measures.registers import Register
from answerable.domain.measures.snapshots import Snapshot
from answerable.measuring.snapshots.canonical import digest_of, engine, write_rows
from answerable.measuring.snapshots.keys import same_keys
from answerable.measuring.snapshots.loading import HowToRead, Progress, staged
from answerable.measuring.snapshots.manifests import Manifest, read_manifest, write_manifest
from answerable.measuring.snapshots.refusals import CannotLoad
from answerable.measuring.snapshots.report import BadCell, Findings, Report, findings, shown_value
from answerable.measuring.snapshots.sources.encodings import digest_of_file

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DIGEST = re.compile(r"#?([0-9a-f]{6,64})")


class NoSuchSnapshot(LookupError):
    """There is no such snapshot, or there are several; the message says which there are."""


class RowsRefused(CannotLoad):
    """Rows of a file cannot be loaded, and so none was."""

    def __init__(self, name: str, report: Report) -> None:
        cells = f"{report.refused:,} cells" if report.refused > 1 else "one cell"
        super().__init__(f"{name} was not loaded: {cells} of {report.rows_read:,} rows are refused")
        self.report = report


@dataclass(frozen=True, slots=True)
class HowToLoad:
    """What whoever loads a file decides about it."""

    read: HowToRead = field(default_factory=HowToRead)
    report: Path | None = None
    """The CSV file that is told everything that was found."""
    most_shown: int = 20
    """How many of the findings are kept to be shown."""
    named: str = ""
    """What the file was called by whoever gave it, where it lies here under another name."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A snapshot, and what was found while it was loaded."""

    snapshot: Snapshot
    report: Report


class SnapshotStore:
    """A folder with a folder for each register; the rows lie in Parquet files named by their digest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(
        self, register: Register, file: Path, *, as_at: dt.date, progress: Progress | None = None
    ) -> Snapshot:
        """Load a file's rows as the register stood on a day; all of them, or none.

        The same rows as at the same day are one snapshot; loaded again, it is the latest of its day.

        :raises CannotLoad: if the file cannot be read.
        :raises RowsRefused: if rows of it cannot be loaded.
        """
        return self.load(register, file, as_at=as_at, progress=progress).snapshot

    def load(
        self,
        register: Register,
        file: Path,
        *,
        as_at: dt.date,
        how: HowToLoad | None = None,
        progress: Progress | None = None,
    ) -> Loaded:
        """Load a file's rows as `add` does, and say what was found in them.

        :raises CannotLoad: if the file cannot be read.
        :raises RowsRefused: if rows of it cannot be loaded.
        """
        how = how or HowToLoad()
        folder = self._folder(register.name)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (
            findings(most_shown=how.most_shown, file=how.report) as found,
            _staging(folder) as staging,
            engine(staging) as duck,
        ):
            before = _state(file)
            read = staged(
                register, file, staging, how=how.read, found=found, by=duck, progress=progress
            )
            _tell_same_keys(register, read, found, by=duck)
            report = found.report()
            if report.refused:
                raise RowsRefused(how.named or file.name, report)
            new = staging / "rows.parquet"
            sha256, rows = _in_order(register, read, new, by=duck)
            snapshot = Snapshot(
                register=register.name,
                register_version=register.version,
                as_at=as_at,
                sha256=sha256,
                rows=rows,
                loaded_from=how.named or file.name,
                loaded_sha256=digest_of_file(file),
            )
            if _state(file) != before:
                raise CannotLoad(f"{file.name} was changed while it was read: load it again")
            return Loaded(self._kept(snapshot, new, definition_digest(register)), report)

    def snapshots(self, register_name: str) -> tuple[Snapshot, ...]:
        """Return the snapshots of a register, by the day they stand for, and of one day as they were loaded.

        :raises DamagedManifest: if a file beside them was changed by other hands.
        """
        return tuple(one.snapshot for one in self._manifests(register_name))

    def find(self, register_name: str, which: str = "") -> Snapshot:
        """Return one snapshot: of a day (the latest loaded), by the beginning of its digest, or the latest.

        :raises NoSuchSnapshot: if there is none, or a digest's beginning is that of several.
        """
        known = self.snapshots(register_name)
        if not known:
            message = f"No snapshot of {register_name!r} is loaded: answerable register load"
            raise NoSuchSnapshot(message)
        if not which:
            return known[-1]
        found = [one for one in known if _is_meant(one, which)]
        if not found:
            listed = ", ".join(one.label for one in known[-3:])
            message = (
                f"There is no snapshot {which!r} of {register_name!r}: the latest are {listed}"
            )
            raise NoSuchSnapshot(message)
        if len({one.sha256 for one in found}) > 1 and _day(which) is None:
            message = f"{which!r} begins the digests of several snapshots: write more of it"
            raise NoSuchSnapshot(message)
        return found[-1]

    def path(self, snapshot: Snapshot) -> Path:
        """Return the Parquet file with the rows of a snapshot."""
        return self._folder(snapshot.register) / f"{snapshot.sha256}.parquet"

    def _kept(self, snapshot: Snapshot, new: Path, declaration: str) -> Snapshot:
        folder = self._folder(snapshot.register)
        # Of two loads that end at once, one is the later: each reads the order that the other wrote.
        with _locked(folder / ".lock"):
            known = self._manifests(snapshot.register)
            order = max((one.order for one in known), default=0) + 1
            same = [one for one in known if _identity(one.snapshot) == _identity(snapshot)]
            manifest = Manifest(snapshot, declaration, order)
            if same:
                manifest = Manifest(same[0].snapshot, same[0].declaration_sha256, order)
            rows = self.path(snapshot)
            if not rows.exists():
                new.replace(rows)
            write_manifest(folder, manifest)
            _flush(folder)
        return manifest.snapshot

    def _manifests(self, register_name: str) -> list[Manifest]:
        found = [read_manifest(path) for path in self._folder(register_name).glob("*_*.json")]
        return sorted(found, key=lambda one: (one.snapshot.as_at, one.order))

    def _folder(self, register_name: str) -> Path:
        # A declaration of somebody's own names a folder here: it must not name one elsewhere.
        if _NAME.fullmatch(register_name) is None:
            message = f"{register_name!r} is no name of a register: small letters, digits, hyphens"
            raise NoSuchSnapshot(message)
        return self.folder / register_name


def _in_order(
    register: Register, parts: Sequence[Path], out: Path, *, by: duckdb.DuckDBPyConnection
) -> tuple[str, int]:
    """Write rows in their order into one file; return their digest, and how many they are."""
    try:
        write_rows(register, parts, out, by=by)
        return digest_of(register, out, by=by)
    except (duckdb.IOException, duckdb.OutOfMemoryException) as problem:
        message = (
            "The rows cannot be put in order: there is no room on the disk, or too little memory"
        )
        raise CannotLoad(message) from problem


def _tell_same_keys(
    register: Register, parts: Sequence[Path], found: Findings, *, by: duckdb.DuckDBPyConnection
) -> None:
    columns = [register.column(name) for name in register.key]
    words = ", ".join(column.words for column in columns)
    for same in same_keys(register, parts, by=by):
        values = (shown_value(column, text) for column, text in zip(columns, same.key, strict=True))
        sentence = f"Row {same.earlier:,} has the same: no two rows may"
        found.found(BadCell(same.row, words, ", ".join(values), sentence))


def _state(file: Path) -> tuple[int, int] | None:
    """Return what changes when a file is written; None if it is not there."""
    try:
        known = file.stat()
    except OSError:
        return None
    return known.st_size, known.st_mtime_ns


def _identity(snapshot: Snapshot) -> tuple[dt.date, str]:
    return snapshot.as_at, snapshot.sha256


def _is_meant(snapshot: Snapshot, which: str) -> bool:
    if (day := _day(which)) is not None:
        return snapshot.as_at == day
    written = _DIGEST.fullmatch(which)
    return written is not None and snapshot.sha256.startswith(written[1])


def _day(which: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(which) if "-" in which else None
    except ValueError:
        return None


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """Give a folder that is gone afterwards, whatever happens; those that a killed load left go first."""
    with ExitStack() as held:
        # While one load makes its folder, another must not take that for one that was left.
        with _locked(folder / ".lock"):
            for left in folder.glob(".loading-*"):
                _remove_if_left(left)
            staging = Path(tempfile.mkdtemp(prefix=".loading-", dir=folder))
            held.callback(shutil.rmtree, staging, ignore_errors=True)
            held.enter_context(_locked(staging / ".lock"))
        yield staging


def _remove_if_left(staging: Path) -> None:
    try:
        with (staging / ".lock").open("rb") as lock:
            # Whoever still loads there holds it.
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(staging, ignore_errors=True)
    except OSError:
        return


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _flush(folder: Path) -> None:
    """Let the disk have the names of the files in a folder."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
