"""The processes that read a run, started and watched by the one that tells what became of each file."""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.context import ForkProcess
from typing import Any

from django.db import connections
from django.utils import timezone

from answerable.actions.imports import give_back, work_run, worker_name
from answerable.actions.search_index import refresh_index
from answerable.queries.imports import FileRow, Progress, run_progress, settled_files

Tell = Callable[[FileRow], None]
_A_MOMENT = 0.3
_LONGEST = 10 * 60
"""Seconds for one file, after which its worker is ended by the system, whatever it is at."""
_REFRESHED_AFTER = 60
_MOST_IN_VAIN = 3
_OVER = ("done", "stopped")


class NotReadOn(Exception):
    """A run cannot be read to its end; the message says why."""


def read_all(run: int, *, workers: int, told: Tell) -> None:
    """Read a run to its end, by so many processes or by this one, and tell of each file in its order.

    :raises NotReadOn: if it is gone, or no process can read.
    """
    watch = _Watch(run, told)
    with _bar(watch.progress()) as bar:
        watch.bar = bar
        if workers:
            _read_beside(watch, workers)
        else:
            _read_here(watch)


def _read_here(watch: "_Watch") -> None:
    with worker_name() as worker:
        while watch.look().run.state not in _OVER:
            if not work_run(watch.run, worker=worker, clock=timezone.now, most=1):
                # Others have what is left.
                time.sleep(_A_MOMENT)
    watch.look()


def _read_beside(watch: "_Watch", workers: int) -> None:
    """Watch processes that read; one that a file ended is replaced, and that file read once more."""
    running = [_started(watch.run) for _ in range(workers)]
    in_vain, settled = 0, -1
    try:
        while (progress := watch.look()).run.state not in _OVER:
            ended = [one for one in running if not one.is_alive()]
            in_vain = (
                0 if progress.settled > settled else in_vain + any(one.exitcode for one in ended)
            )
            settled = max(settled, progress.settled)
            if in_vain > _MOST_IN_VAIN + workers:
                message = "The processes that read end before they have read anything: see the log"
                raise NotReadOn(message)
            running = [one for one in running if one.is_alive()]
            running += [_started(watch.run) for _ in range(_missing(progress, workers, running))]
            time.sleep(_A_MOMENT)
    finally:
        for one in running:
            one.terminate()
            one.join()


def _missing(progress: Progress, workers: int, running: list[ForkProcess]) -> int:
    """Return how many processes to start: a worker ends by itself where nothing is left to take."""
    return max(0, min(workers, progress.left) - len(running))


def _started(run: int) -> ForkProcess:
    # A process that is forked must not share this one's connection.
    connections.close_all()
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_work, args=(run, os.getpid()), daemon=True)
    process.start()
    return process


def _work(run: int, parent: int) -> None:
    """Read until nothing is left to take, or nobody watches any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)

    def goes_on() -> bool:
        signal.alarm(_LONGEST)
        return os.getppid() == parent

    with suppress(_Ended), worker_name() as worker:
        try:
            work_run(run, worker=worker, clock=timezone.now, goes_on=goes_on)
        except BaseException:
            if not _is_asked_to_end():
                raise
            _give_back_anew(run, worker)


class _Ended(BaseException):
    """Whoever watches asks this process to end."""


def _end(_signal: int, _frame: Any) -> None:
    # Whoever interrupts a command tells all of its processes, and the first of them tells the others again.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise _Ended


def _is_asked_to_end() -> bool:
    """Return whether `_end` was raised, whatever became of it on its way out of a query."""
    return signal.getsignal(signal.SIGTERM) is signal.SIG_IGN


def _give_back_anew(run: int, worker: str) -> None:
    """Let others read what this process has, by a new connection: the old one may have been left in a query."""
    connections.close_all()
    for alias in connections:
        del connections[alias]
    give_back(run, worker=worker)


@contextmanager
def _bar(progress: Progress) -> Iterator[Any]:
    """Show a bar on a terminal, where several files are to be read."""
    if progress.total < 2 or not sys.stderr.isatty():  # noqa: PLR2004 one file needs no bar
        yield None
        return
    from tqdm import tqdm  # noqa: PLC0415 a bar nobody sees must not slow the start

    with tqdm(total=progress.total, unit=" files", file=sys.stderr, delay=1) as bar:
        yield bar


@dataclass(slots=True)
class _Watch:
    """How far a run is, and of which files was told."""

    run: int
    told: Tell
    bar: Any = None
    after: int = -1
    refreshed_at: float = field(default_factory=time.monotonic)

    def progress(self) -> Progress:
        """Return how far the run is."""
        found = run_progress(self.run, at=timezone.now())
        if found is None:
            message = "This import is no more: start it again"
            raise NotReadOn(message)
        return found

    def look(self) -> Progress:
        """Tell of the files that were settled since, keep search up with them, return how far the run is."""
        progress = self.progress()
        while files := settled_files(self.run, after=self.after):
            for file in files:
                self.told(file)
                self.after = file.place
        if self.bar is not None:
            self.bar.update(progress.settled - self.bar.n)
        if time.monotonic() - self.refreshed_at > _REFRESHED_AFTER:
            refresh_index(at=timezone.now())
            self.refreshed_at = time.monotonic()
        return progress
