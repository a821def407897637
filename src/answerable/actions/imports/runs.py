"""Runs: files that are read together, kept before they are read; started, stopped, gone on with."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Max

from answerable.actions.archive.changes import lock_archive
from answerable.actions.archive.documents import body_row, check_month
from answerable.actions.ledger import record
from answerable.domain.disclosure_log import Body
from answerable.domain.roles import NO_REQUEST, Actor, Move, check_move
from answerable.reading.source import LARGEST_BYTES
from answerable.records.archive.models import ImportFile, ImportRun, KeptFile

_BATCH_FILES = 200
_BATCH_BYTES = 16 * 1024 * 1024


class RunRefused(Exception):
    """A run cannot be done as it was asked for; the message says why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the files of a run are kept.

    `month` is that of all of them; where it is None, each has the month that it prints, and then, if
    `months_are_named`, the one that its path names. New entries are to be seen from `published_at` on.
    """

    month: str | None = None
    months_are_named: bool = False
    published_at: dt.datetime | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _File:
    """A file that was given: its place among all of them, its path, its bytes and their SHA-256."""

    place: int
    path: str
    data: bytes
    sha256: str


def start_run(*, body: Body, name: str, plan: Plan, by: Actor, at: dt.datetime) -> int:
    """Start a run without files, and return its number.

    :raises MoveNotAllowed: if they may not import.
    :raises ImportRefused: if the month is none, or the body's pages would stand on others.
    """
    check_move(Move.IMPORT_LOG, actor=by, situation=NO_REQUEST)
    check_month(plan.month)
    with transaction.atomic():
        owner = body_row(body, lock_archive())
        run = ImportRun.objects.create(
            body=owner,
            name=name[:300],
            month=plan.month or "",
            months_are_named=plan.months_are_named,
            published_at=plan.published_at,
            options=dict(plan.options),
            started_at=at,
            started_by=by.key[:200],
        )
        tell_of_run("import started", run, by=by, at=at)
    return run.pk


def resume_run(*, body: Body, name: str, plan: Plan, by: Actor) -> int | None:
    """Open the run again that somebody started for the same and that is not over; return its number.

    Files that it has not are added behind those that it has.

    :return: None where there is no such run.
    """
    with transaction.atomic():
        found = ImportRun.objects.select_for_update().filter(
            body__code=body.code,
            name=name[:300],
            month=plan.month or "",
            months_are_named=plan.months_are_named,
            published_at=plan.published_at,
            options=dict(plan.options),
            started_by=by.key[:200],
            state__in=(ImportRun.State.FILLING, ImportRun.State.READING),
        )
        run = found.order_by("-pk").first()
        if run is None:
            return None
        run.state = ImportRun.State.FILLING
        run.save()
    return run.pk


def add_files(run: int, files: Iterable[tuple[str, bytes]], *, at: dt.datetime) -> int:
    """Keep files (path, bytes) behind those that a run has, and return how many of them it had not.

    Each batch is a transaction: whoever is interrupted gives the same files again, and those that are
    there are passed over. The bytes of a file that is too large to be read are not kept.

    :raises RunRefused: if the run is over.
    """
    count = 0
    for batch in _batches(files):
        with transaction.atomic():
            filling = locked_run(run)
            if filling.state != ImportRun.State.FILLING:
                message = "All files of this run are there: start another for more"
                raise RunRefused(message)
            count += _add(filling, batch, at=at)
    return count


def close_run(run: int, *, at: dt.datetime) -> None:
    """Say that all files of a run are there: it is done when the last of them is settled."""
    with transaction.atomic():
        filled = locked_run(run)
        if filled.state == ImportRun.State.FILLING:
            filled.state = ImportRun.State.READING
            filled.save()
    end_if_done(run, at=at)


def end_if_done(run: int, *, at: dt.datetime) -> bool:
    """Note that a run is done, if no file of it is left; return whether this call did."""
    if ImportFile.objects.unsettled().filter(run_id=run).exists():
        return False
    reading = ImportRun.objects.filter(pk=run, state=ImportRun.State.READING)
    return reading.update(state=ImportRun.State.DONE, ended_at=at) > 0


def stop_run(run: int, *, by: Actor, at: dt.datetime) -> None:
    """Stop a run: what is kept stays, and no other file of it is.

    :raises MoveNotAllowed: if they may not import.
    :raises RunRefused: if it is over.
    """
    check_move(Move.IMPORT_LOG, actor=by, situation=NO_REQUEST)
    with transaction.atomic():
        stopped = locked_run(run)
        if stopped.state in (ImportRun.State.DONE, ImportRun.State.STOPPED):
            raise RunRefused(f"This run is {stopped.state} already: there is nothing to stop")
        stopped.state, stopped.ended_at = ImportRun.State.STOPPED, at
        stopped.save()
        tell_of_run("import stopped", stopped, by=by, at=at)


def go_on(run: int, *, by: Actor, at: dt.datetime) -> None:
    """Go on with a run that was stopped, with the files that it has.

    :raises MoveNotAllowed: if they may not import.
    :raises RunRefused: if it was not stopped.
    """
    check_move(Move.IMPORT_LOG, actor=by, situation=NO_REQUEST)
    with transaction.atomic():
        run_on = locked_run(run)
        if run_on.state != ImportRun.State.STOPPED:
            raise RunRefused("This run was not stopped: there is nothing to go on with")
        _read_on(run_on)
        tell_of_run("import gone on with", run_on, by=by, at=at)
    end_if_done(run, at=at)


def retry_refused(run: int, *, by: Actor, at: dt.datetime) -> int:
    """Let the refused files of a run be read again, behind all others; return how many there are.

    :raises MoveNotAllowed: if they may not import.
    :raises RunRefused: if none was refused, or what was is not kept.
    """
    check_move(Move.IMPORT_LOG, actor=by, situation=NO_REQUEST)
    with transaction.atomic():
        retried = locked_run(run)
        refused = retried.files.filter(state=ImportFile.State.REFUSED, kept__isnull=False)
        files = list(refused.order_by("place"))
        if not files:
            raise RunRefused("No file of this run that is kept was refused")
        for place, file in enumerate(files, start=_next_place(retried)):
            # What comes in now comes in behind what is there.
            file.place, file.state, file.losses = place, ImportFile.State.WAITING, 0
            file.refusal, file.settled_at = "", None
        ImportFile.objects.bulk_update(
            files, ["place", "state", "losses", "refusal", "settled_at"], batch_size=_BATCH_FILES
        )
        _read_on(retried)
        tell_of_run("import tried again", retried, by=by, at=at, files=len(files))
    return len(files)


def _read_on(run: ImportRun) -> None:
    # Whoever goes on with a table whose columns nobody told has it read by what they tell themselves.
    run.options.pop(ImportRun.ASKS_COLUMNS, None)
    run.state, run.ended_at = ImportRun.State.READING, None
    run.save()


def locked_run(run: int) -> ImportRun:
    """Return a run, locked in the caller's transaction."""
    return ImportRun.objects.select_for_update().get(pk=run)


def _next_place(run: ImportRun) -> int:
    last: int | None = run.files.aggregate(last=Max("place"))["last"]
    return 0 if last is None else last + 1


def _batches(files: Iterable[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    batch: list[tuple[str, bytes]] = []
    size = 0
    for path, data in files:
        batch.append((path, data))
        size += len(data)
        if len(batch) == _BATCH_FILES or size > _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _add(run: ImportRun, batch: list[tuple[str, bytes]], *, at: dt.datetime) -> int:
    given = [
        _File(place, path, data, hashlib.sha256(data).hexdigest())
        for place, (path, data) in enumerate(batch, start=_next_place(run))
    ]
    there = set(
        run.files.filter(path__in=[one.path for one in given]).values_list("path", "kept__sha256")
    )
    new = [one for one in given if not {(one.path, one.sha256), (one.path, None)} & there]
    _keep([one for one in new if len(one.data) <= LARGEST_BYTES], at=at)
    digests = {one.sha256 for one in new}
    kept = dict(KeptFile.objects.filter(sha256__in=digests).values_list("sha256", "pk"))
    ImportFile.objects.bulk_create(_row(run, one, kept.get(one.sha256), at=at) for one in new)
    return len(new)


def _keep(files: list[_File], *, at: dt.datetime) -> None:
    rows = {
        one.sha256: KeptFile(sha256=one.sha256, size=len(one.data), kept_at=at, data=one.data)
        for one in files
    }
    known = KeptFile.objects.filter(sha256__in=rows).values_list("sha256", flat=True)
    for sha256 in list(known):
        del rows[sha256]
    # Two runs may be given the same file at once.
    KeptFile.objects.bulk_create(rows.values(), ignore_conflicts=True)


def _row(run: ImportRun, file: _File, kept: int | None, *, at: dt.datetime) -> ImportFile:
    row = ImportFile(run=run, place=file.place, path=file.path, kept_id=kept)
    if kept is None:
        limit = LARGEST_BYTES // (1024 * 1024)
        row.state, row.settled_at = ImportFile.State.REFUSED, at
        row.refusal = f"{file.path} is larger than {limit} MB: split it, a month or a year in each"
    return row


def tell_of_run(action: str, run: ImportRun, *, by: Actor, at: dt.datetime, **more: int) -> None:
    """Tell in the ledger what was done with a run, in the caller's transaction."""
    data = {"run": run.pk, "month": run.month, **more}
    record(action, subject=f"log {run.body.code}", by=by.key, at=at, data=data)
