"""Whose a file is while it is read: one worker's, until it is settled, the time is over or the worker is gone."""

import datetime as dt
import fcntl
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F

from answerable.reading import READER_VERSION
from answerable.records.archive.models import ImportFile, ImportRun

CLAIMED_FOR = dt.timedelta(minutes=15)
"""Longer than reading any file may take."""
MOST_LOSSES = 2
"""A file at which this many workers ended is refused: it would end every one."""
State = ImportFile.State
_CLAIMED = (State.READING, State.HELD)
_OVER = (ImportRun.State.DONE, ImportRun.State.STOPPED)


@contextmanager
def worker_name() -> Iterator[str]:
    """Yield a name that nobody had before, and say for as long as its worker lives that it does.

    The system lets go of the lock when the process ends, however it does: another on this machine knows at
    once that a killed worker's files are free. Elsewhere they are when their time is over.
    """
    folder: Path = settings.ANSWERABLE_WORKERS
    folder.mkdir(parents=True, exist_ok=True)
    name = secrets.token_hex(8)
    place = folder / name
    with place.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield name
        finally:
            place.unlink(missing_ok=True)


def is_gone(name: str) -> bool:
    """Return whether a worker of this machine has ended without saying so; of others that is not known."""
    place: Path = settings.ANSWERABLE_WORKERS / name
    try:
        with place.open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (FileNotFoundError, BlockingIOError):
        return False
    return True


def claim_next(run: int, *, worker: str, at: dt.datetime) -> ImportFile | None:
    """Take the first waiting file of a run, and return it; None where none waits, or the run is over."""
    taken = claim_forms(run, worker=worker, at=at, together=lambda files: files[:1])
    return taken[0] if taken else None


def claim_forms(
    run: int,
    *,
    worker: str,
    at: dt.datetime,
    together: Callable[[list[ImportFile]], list[ImportFile]],
    most: int = 1,
) -> list[ImportFile]:
    """Take the first waiting files of a run that are to be looked at `together`, up to so many, and return them.

    The first is being read, the others are held until they are: a worker that is lost at one blames no other.
    """
    with transaction.atomic():
        if most > 1:
            # Nobody takes the second of them while somebody takes the first.
            ImportRun.objects.select_for_update().filter(pk=run).first()
        waiting = ImportFile.objects.filter(run_id=run, state=State.WAITING)
        # With all that reading it takes, in one query: there are thousands of files.
        waiting = waiting.exclude(run__state__in=_OVER).select_related("run__body", "kept")
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True, of=("self",))
        files = together(list(waiting.order_by("place")[:most]))
        for number, file in enumerate(files):
            file.state = State.HELD if number else State.READING
            file.claimed_by, file.claimed_until = worker, at + CLAIMED_FOR
            file.save(update_fields=["state", "claimed_by", "claimed_until"])
    return files


def go_over(done: ImportFile, following: ImportFile, *, worker: str) -> None:
    """Note that of two files of one worker the first was read, and the other is being read."""
    for file, was, now in (
        (done, State.READING, State.HELD),
        (following, State.HELD, State.READING),
    ):
        mine = ImportFile.objects.filter(pk=file.pk, claimed_by=worker, state=was)
        mine.update(state=now)


def hold(file: ImportFile, *, worker: str) -> bool:
    """Note that a file was read, and waits for those before it; return whether it is still the worker's."""
    mine = ImportFile.objects.filter(pk=file.pk, claimed_by=worker, state__in=_CLAIMED)
    return mine.update(state=State.HELD) > 0


def renew(run: int, *, worker: str, at: dt.datetime) -> None:
    """Keep a worker's files for longer."""
    mine = ImportFile.objects.filter(run_id=run, claimed_by=worker, claimed_until__isnull=False)
    mine.update(claimed_until=at + CLAIMED_FOR)


def give_back(run: int, *, worker: str) -> None:
    """Let others read what a worker has not kept: it lives, and ends."""
    mine = ImportFile.objects.filter(run_id=run, claimed_by=worker, state__in=_CLAIMED)
    mine.update(state=State.WAITING, claimed_by="", claimed_until=None)


def free_lost(run: int, *, at: dt.datetime) -> int:
    """Let others read the files of workers that are gone, and return how many there were.

    A file at which a second worker ended is refused. One that was read, and was only held, is innocent.
    """
    claimed = ImportFile.objects.filter(run_id=run, state__in=_CLAIMED)
    lost, gone = 0, set()
    for file in claimed.order_by("place"):
        is_late = file.claimed_until is not None and file.claimed_until < at
        if is_late or is_gone(file.claimed_by):
            lost += _free(file, at=at)
            gone.add(file.claimed_by)
    for name in gone:
        (settings.ANSWERABLE_WORKERS / name).unlink(missing_ok=True)
    return lost


def _free(file: ImportFile, *, at: dt.datetime) -> int:
    same = ImportFile.objects.filter(pk=file.pk, claimed_by=file.claimed_by, state=file.state)
    free = {"claimed_by": "", "claimed_until": None}
    if file.state == State.HELD:
        return same.update(state=State.WAITING, **free)
    if file.losses + 1 < MOST_LOSSES:
        return same.update(state=State.WAITING, losses=F("losses") + 1, **free)
    refusal = (
        f"{file.path} ended the reader twice, and was left out: save it anew, or in another format, and "
        "import that"
    )
    return same.update(
        state=State.REFUSED,
        reader=READER_VERSION,
        losses=F("losses") + 1,
        refusal=refusal,
        settled_at=at,
        **free,
    )
