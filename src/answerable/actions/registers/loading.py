"""Load files as snapshots: a file is taken in at once, and read in the background, whole or not at all."""

import datetime as dt
import os
import re
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

from django.db import connection, transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.registers.telling import tell
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.measuring.snapshots.manifests import DamagedManifest
from answerable.measuring.snapshots.refusals import CannotLoad
from answerable.measuring.snapshots.store import HowToLoad, RowsRefused
from answerable.queries.register_places import waiting_folder
from answerable.queries.registers.browsing import store
from answerable.queries.registers.declared import known_registers
from answerable.records.registers.models import RegisterLoad

_CLAIMED_FOR = dt.timedelta(minutes=30)
"""Longer than loading any file may take."""
_MOST_LOSSES = 2
"""A file at which this many workers ended is refused: it would end every one."""
_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")
_MOST_SHOWN = 200
_STEP = 5
"""Per cent: progress is written down that often."""
State = RegisterLoad.State


class LoadRefused(ValueError):
    """A file is not taken in; the message says why."""


def give_file(
    register: str, name: str, chunks: Iterable[bytes], *, as_at: dt.date, doing: Doing
) -> int:
    """Take a file in that is to be loaded as the register stood on a day; return the load's number.

    :raises MoveNotAllowed: if they may not load registers.
    :raises LoadRefused: if there is no such register, the day is to come, or the file is empty.
    """
    check_move(Move.LOAD_REGISTER, actor=doing.by, situation=NO_REQUEST)
    if register not in known_registers():
        raise LoadRefused(f"There is no register {register!r}")
    if as_at > doing.on:
        raise LoadRefused(f"{as_at} is still to come: say the day on which the register was taken")
    waiting = _kept(name, chunks)
    try:
        with transaction.atomic():
            load = RegisterLoad.objects.create(
                register=register,
                file_name=name[-300:],
                as_at=as_at,
                waiting=waiting.name,
                given_by=doing.by.key,
                given_at=doing.at,
            )
            tell("register file given", register, doing, {"load": load.pk, "as_at": str(as_at)})
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise
    return load.pk


def load_waiting(*, clock: Callable[[], dt.datetime], doing: Callable[[], Doing]) -> int:
    """Load the files that wait, one after the other; return how many were settled.

    Several workers may do so at once: each file is one worker's. A worker that was killed leaves its file to the next.
    """
    count = 0
    while (load := _claimed(clock())) is not None:
        _load(load, doing())
        count += 1
    return count


def _kept(name: str, chunks: Iterable[bytes]) -> Path:
    """Write what was given to a new file of the waiting folder, and return it."""
    folder = waiting_folder()
    folder.mkdir(parents=True, exist_ok=True)
    suffix = Path(name).suffix.lower()
    path = folder / f"{secrets.token_hex(16)}{suffix if _SUFFIX.fullmatch(suffix) else ''}"
    size = 0
    try:
        with path.open("xb") as file:
            for chunk in chunks:
                size += file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    if not size:
        path.unlink()
        raise LoadRefused(f"{name} is empty")
    return path


def _claimed(at: dt.datetime) -> RegisterLoad | None:
    with transaction.atomic():
        free = RegisterLoad.objects.filter(state=State.WAITING) | RegisterLoad.objects.filter(
            state=State.LOADING, claimed_until__lt=at
        )
        if connection.features.has_select_for_update_skip_locked:
            free = free.select_for_update(skip_locked=True)
        load = free.order_by("pk").first()
        if load is None:
            return None
        load.losses += load.state == State.LOADING
        load.state, load.claimed_until, load.percent = State.LOADING, at + _CLAIMED_FOR, 0
        load.save()
    return load


def _load(load: RegisterLoad, doing: Doing) -> None:
    register = known_registers().get(load.register)
    path = waiting_folder() / load.waiting
    if load.losses >= _MOST_LOSSES:
        _refuse(
            load, CannotLoad("This file ended the loader twice: save it anew, or as CSV"), doing
        )
    elif register is None:
        _refuse(load, CannotLoad(f"The register {load.register!r} is declared no more"), doing)
    elif not path.exists():
        _refuse(load, CannotLoad("The file that was given is gone: give it again"), doing)
    else:
        try:
            snapshot = (
                store()
                .load(
                    register,
                    path,
                    as_at=load.as_at,
                    how=HowToLoad(most_shown=_MOST_SHOWN, named=load.file_name),
                    progress=lambda *far: _progress(load, *far),
                )
                .snapshot
            )
        except (OSError, DamagedManifest) as problem:
            # A full disk, or a store that other hands changed: whoever gave the file must hear of it.
            why = problem.strerror if isinstance(problem, OSError) else str(problem)
            _refuse(load, CannotLoad(f"Nothing was loaded ({why}): mend it, give it again"), doing)
        except CannotLoad as refusal:
            _refuse(load, refusal, doing, name=path.name)
        else:
            with transaction.atomic():
                load.state, load.settled_at, load.percent = State.LOADED, doing.at, 100
                load.snapshot, load.rows = snapshot.sha256, snapshot.rows
                load.save()
                data = {"load": load.pk, "as_at": str(load.as_at), "snapshot": snapshot.sha256}
                tell("register loaded", load.register, doing, {**data, "rows": snapshot.rows})
    path.unlink(missing_ok=True)


def _refuse(load: RegisterLoad, why: CannotLoad, doing: Doing, *, name: str = "") -> None:
    """Say why a load came to nothing: where its cells are wrong, and never what stands in them."""
    words = str(why).replace(name, load.file_name) if name else str(why)
    with transaction.atomic():
        load.state, load.settled_at, load.refusal = State.REFUSED, doing.at, words
        if isinstance(why, RowsRefused):
            load.problem_count = why.report.refused
            load.problems = [
                {"row": one.row, "column": one.column, "reason": one.reason}
                for one in why.report.shown
                if one.is_refused
            ]
        load.save()
        tell("register file refused", load.register, doing, {"load": load.pk})


def _progress(load: RegisterLoad, done: int, size: int) -> None:
    percent = min(99, done * 100 // size if size else 0)
    if percent >= load.percent + _STEP:
        load.percent = percent
        RegisterLoad.objects.filter(pk=load.pk).update(percent=percent)
