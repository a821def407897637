"""The registers that somebody may see, and the rows of a snapshot, as far as they may see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from answerable.domain.measures.audiences import as_seen_by
from answerable.domain.measures.registers import Audience, Register
from answerable.domain.measures.snapshots import Snapshot
from answerable.domain.roles import NO_REQUEST, Actor, Move, why_not
from answerable.measuring.browsing import Asked, Narrowing, Part, Row, narrowings, part_of, rows_of
from answerable.measuring.snapshots.manifests import DamagedManifest
from answerable.measuring.snapshots.store import NoSuchSnapshot, SnapshotStore
from answerable.queries.register_places import registers_folder
from answerable.queries.registers.declared import NoSuchRegister, known_registers


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A register that somebody may see, with its latest snapshot, and how many there are."""

    register: Register
    latest: Snapshot | None
    snapshots: int
    damage: str = ""
    """What is wrong with the files in its folder, if something is."""


@dataclass(frozen=True, slots=True)
class SnapshotPage:
    """Some rows of a snapshot, what they can be narrowed by, and which other snapshots there are."""

    register: Register
    snapshot: Snapshot
    snapshots: tuple[Snapshot, ...]
    part: Part
    narrowings: tuple[Narrowing, ...]


def audience_of(viewer: Actor) -> Audience:
    """Return as whom somebody of the office sees registers: those who load them see all of each."""
    may_load = not why_not(Move.LOAD_REGISTER, actor=viewer, situation=NO_REQUEST)
    return Audience.ANALYSTS if may_load else Audience.STAFF


def store() -> SnapshotStore:
    """Return the site's store of snapshots."""
    return SnapshotStore(registers_folder())


def registers_for(viewer: Actor) -> tuple[RegisterRow, ...]:
    """Return the registers that somebody may see, by title."""
    audience, kept = audience_of(viewer), store()
    rows = []
    for register in known_registers().values():
        seen = as_seen_by(register, audience)
        if seen is not None:
            rows.append(_register_row(seen, kept))
    return tuple(sorted(rows, key=lambda row: row.register.title))


def register_for(name: str, viewer: Actor) -> Register:
    """Return a register as somebody may see it.

    :raises NoSuchRegister: if there is none for them.
    """
    register = known_registers().get(name)
    seen = as_seen_by(register, audience_of(viewer)) if register else None
    if seen is None:
        raise NoSuchRegister(f"There is no register {name!r} that you may see")
    return seen


def snapshots_of(name: str) -> tuple[Snapshot, ...]:
    """Return the snapshots of a register, the latest first; none if its folder is damaged, which the list says."""
    try:
        return store().snapshots(name)[::-1]
    except DamagedManifest:
        return ()


def rows_path(register_name: str, which: str) -> tuple[Snapshot, Path]:
    """Return a snapshot with the file of its rows: of a day, of a digest, or of the latest.

    :raises NoSuchSnapshot: if there is none, or what lies there is damaged.
    """
    kept = store()
    try:
        snapshot = kept.find(register_name, which)
    except DamagedManifest as problem:
        raise NoSuchSnapshot(str(problem)) from problem
    path = kept.path(snapshot)
    if not path.exists():
        message = (
            f"The rows of {snapshot.label} are gone from the store: put {path.name} back from a backup, "
            "or load the file again"
        )
        raise NoSuchSnapshot(message)
    return snapshot, path


def snapshot_page(
    register: Register, which: str, asked: Asked, *, start: int, most: int
) -> SnapshotPage:
    """Return rows of a snapshot: of a day, of a digest, or of the latest.

    :raises NoSuchSnapshot: if there is none.
    """
    snapshot, path = rows_path(register.name, which)
    return SnapshotPage(
        register=register,
        snapshot=snapshot,
        snapshots=snapshots_of(register.name),
        part=part_of(path, register, asked, start=start, most=most),
        narrowings=narrowings(path, register),
    )


def snapshot_rows(register: Register, which: str, asked: Asked) -> tuple[Snapshot, Iterator[Row]]:
    """Return a snapshot with every row of it that is asked for.

    :raises NoSuchSnapshot: if there is none.
    """
    snapshot, path = rows_path(register.name, which)
    return snapshot, rows_of(path, register, asked)


def _register_row(register: Register, kept: SnapshotStore) -> RegisterRow:
    try:
        snapshots = kept.snapshots(register.name)
    except DamagedManifest as problem:
        return RegisterRow(register, None, 0, str(problem))
    return RegisterRow(register, snapshots[-1] if snapshots else None, len(snapshots))
