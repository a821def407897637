"""Workers: each takes the next file of a run, reads it, and keeps it in its turn."""

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import connection

from answerable.actions.imports import claims
from answerable.actions.imports.files import readings_of
from answerable.actions.imports.forms import (
    MOST_FORMS,
    Found,
    chosen_form,
    forms_of,
    has_forms,
    is_filling,
)
from answerable.actions.imports.keeping import Read, Turn, keep, may_be_known, settle_if_known
from answerable.actions.imports.runs import end_if_done
from answerable.records.archive.models import ImportFile, ImportRun

Clock = Callable[[], dt.datetime]
_MOST_HELD = 8
_MOST_HELD_BYTES = 32 * 1024 * 1024
_RENEWED_AFTER = dt.timedelta(minutes=1)
_A_MOMENT = 0.05
"""Seconds until a worker looks again whether the file before its own is settled."""


def work_run(
    run: int,
    *,
    worker: str,
    clock: Clock,
    goes_on: Callable[[], bool] = lambda: True,
    most: int | None = None,
) -> int:
    """Read files of a run until none is left to take, and return how many were settled here.

    It stops before the next file once `goes_on` says so, or `most` files are settled; what it holds then is
    given back to others. Any number of workers may do this at once, on any number of machines.
    """
    work = _Work(run, worker, clock)
    claims.free_lost(run, at=clock())
    _write_without_waiting()
    try:
        while (most is None or work.settled < most) and goes_on():
            if not work.step():
                break
    finally:
        claims.give_back(run, worker=worker)
        _write_without_waiting(over=True)
    end_if_done(run, at=clock())
    return work.settled


def runs_to_work() -> list[int]:
    """Return the runs of which something is left to read, the first first; not what waits for its columns."""
    states = (ImportRun.State.FILLING, ImportRun.State.READING)
    runs = ImportRun.objects.filter(state__in=states).exclude(
        options__has_key=ImportRun.ASKS_COLUMNS
    )
    return list(runs.order_by("pk").values_list("pk", flat=True))


def _write_without_waiting(*, over: bool = False) -> None:
    """Let PostgreSQL not wait for its disk after each file, and wait again once it is `over`.

    A machine that loses its power loses the last moments whole and in their order: the files of those are read
    again, as after any other end. SQLite does the same by its setting.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("RESET synchronous_commit" if over else "SET synchronous_commit = off")


@dataclass(slots=True)
class _Work:
    """What one worker is at: `held` are the files that it read, and whose turn has not come."""

    run: int
    worker: str
    clock: Clock
    settled: int = 0
    held: list[Read] = field(default_factory=list)
    renewed_at: dt.datetime | None = None
    may_be_known: frozenset[int] = frozenset()
    has_forms: bool = False
    is_filling: bool = False

    def step(self) -> bool:
        """Do one thing, and return whether there was one to do."""
        self._renew()
        kept = self._keep_held()
        if self._has_room() and (files := self._claimed()):
            self._read(files)
            return True
        if kept:
            return True
        if claims.free_lost(self.run, at=self.clock()):
            return True
        if self.held:
            time.sleep(_A_MOMENT)
        return bool(self.held)

    def _claimed(self) -> list[ImportFile]:
        """Take the next file, with the other forms of its document where the run has such."""
        return claims.claim_forms(
            self.run,
            worker=self.worker,
            at=self.clock(),
            together=self._together,
            most=MOST_FORMS + 1 if self.has_forms or self.is_filling else 1,
        )

    def _together(self, files: list[ImportFile]) -> list[ImportFile]:
        forms = forms_of(files)
        # Of a document that came in last others of its forms may still come.
        return [] if self.is_filling and len(forms) == len(files) else forms

    def _read(self, files: list[ImportFile]) -> None:
        first = files[0]
        may_be_known = len(files) == 1 and first.kept_id in self.may_be_known
        if may_be_known and settle_if_known(first, worker=self.worker, at=self.clock()):
            self.settled += 1
            return
        found = []
        for number, file in enumerate(files):
            if number:
                claims.go_over(files[number - 1], file, worker=self.worker)
            data = bytes(file.kept.data) if file.kept else b""
            found.append(tuple(readings_of(file.path, data, file.run.options)))
        for read in self._reads(files, found):
            if self.held or not self._keep(read):
                self._hold(read)

    def _reads(self, files: list[ImportFile], found: list[Found]) -> list[Read]:
        """Return what is to be kept: the richest of several forms, or each file for itself."""
        chosen = chosen_form(files, found) if len(files) > 1 else None
        if chosen is None:
            return [Read((file,), self.worker, one) for file, one in zip(files, found, strict=True)]
        others = [file for file in files if file is not chosen.file]
        return [Read((chosen.file, *others), self.worker, chosen.found, chosen.aside)]

    def _hold(self, read: Read) -> None:
        held = sum(claims.hold(file, worker=self.worker) for file in read.files)
        if held == len(read.files):
            self.held.append(read)

    def _keep_held(self) -> bool:
        """Keep what is held, the first first, until one has to wait; return whether any was kept."""
        count = len(self.held)
        while self.held and self._keep(self.held[0]):
            del self.held[0]
        return len(self.held) < count

    def _keep(self, read: Read) -> bool:
        """Return whether a file needs no more to be done for."""
        turn = keep(read, at=self.clock())
        self.settled += len(read.files) if turn is Turn.KEPT else 0
        return turn is not Turn.NOT_YET

    def _has_room(self) -> bool:
        files = [file for one in self.held for file in one.files]
        size = sum(file.kept.size for file in files if file.kept)
        return len(self.held) < _MOST_HELD and size < _MOST_HELD_BYTES

    def _renew(self) -> None:
        now = self.clock()
        if self.renewed_at is None or now - self.renewed_at > _RENEWED_AFTER:
            claims.renew(self.run, worker=self.worker, at=now)
            self.may_be_known = may_be_known(self.run)
            self.is_filling, self.has_forms = is_filling(self.run), has_forms(self.run)
            self.renewed_at = now
