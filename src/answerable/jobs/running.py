"""Run jobs: one that fails stops no other, and says nothing of anybody in doing so."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Thread
from types import FrameType

from django.db import connections, transaction
from django.utils.module_loading import import_string
from django_q.cluster import Cluster
from django_q.models import Schedule
from django_q.tasks import async_task

from answerable.jobs.timetable import JOBS, Job

_RUN = "answerable.jobs.running.run_job"


class Workers(Cluster):  # type: ignore[misc]  # the library has no types
    """The workers of django-q2, which end as well where all their processes are told to end at once.

    That is what a terminal and systemd do. The library tells its sentinel from within the signal, and waits there
    until that has heard of it: for ever, if the same signal ended it.
    """

    is_stopped = False

    def sig_handler(self, signum: int, frame: FrameType | None) -> None:  # noqa: ARG002 the library's names
        """Tell the workers to end once they have done what they are at."""
        self.is_stopped = True
        Thread(target=self.stop, daemon=True).start()


@dataclass(frozen=True, slots=True)
class Done:
    """What a job did, in one sentence; none if there was nothing to do."""

    job: Job
    said: str
    has_failed: bool


def run_every_job() -> Iterator[Done]:
    """Run every job once, here and now, and yield what each did."""
    for job in JOBS:
        yield _run(job)


def run_job(name: str) -> str:
    """Run the job of a name, as the workers do; return what it did."""
    return next(_run(job).said for job in JOBS if job.name == name)


def keep_timetable() -> None:
    """Write down when each job runs, once, however often and wherever workers start."""
    with transaction.atomic():
        ours = Schedule.objects.filter(func=_RUN)
        kept = []
        for job in JOBS:
            first = ours.filter(name=job.name).order_by("pk").first() or Schedule(name=job.name)
            first.func, first.args = _RUN, repr((job.name,))
            first.schedule_type, first.minutes, first.repeats = Schedule.MINUTES, job.minutes, -1
            first.save()
            kept.append(first.pk)
        ours.exclude(pk__in=kept).delete()


def start_workers() -> Workers:
    """Start the workers with every job to do at once; they stop when this process is told to."""
    for job in JOBS:
        async_task(_RUN, job.name)
    # A process that is forked must not share this one's connection.
    connections.close_all()
    workers = Workers()
    workers.start()
    return workers


def _run(job: Job) -> Done:
    try:
        run: Callable[[], str] = import_string(job.path)
        return Done(job, run(), has_failed=False)
    except Exception as problem:
        # The queue would keep the words of what failed, and they may name somebody.
        logging.getLogger(job.path).exception("A job failed")
        return Done(job, _why(problem), has_failed=True)


def _why(problem: Exception) -> str:
    """Return why a job failed: our own refusals are written for people, others may hold anything."""
    is_ours = type(problem).__module__.startswith("answerable.")
    return str(problem) if is_ours else f"failed ({type(problem).__name__}): see the log"
