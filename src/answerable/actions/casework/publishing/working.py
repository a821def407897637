"""Take the steps of the log that wait, one after another, then let the index follow for all of them.

Whoever is killed on the way leaves steps that say how far they were: each is done again from there, and
nothing twice.
"""

import datetime as dt
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.publishing.counting import count_months
from answerable.actions.casework.publishing.storing import store_step
from answerable.actions.search_index import refresh_at_once, refresh_index
from answerable.records.casework.models import LogStep

if TYPE_CHECKING:
    from django.db.models import QuerySet

_FIRST_WAIT, _LONGEST_WAIT = dt.timedelta(minutes=1), dt.timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Worked:
    """What became of the steps that waited: how many are in the archive now, and how many failed."""

    stored: int = 0
    failed: int = 0
    done: int = 0

    @property
    def counts(self) -> tuple[int, int, int]:
        """Return the three counts."""
        return self.stored, self.failed, self.done


def work_steps(*, doing: Doing) -> Worked:
    """Do every step whose time has come, and bring the index up to date once for all of them."""
    stored = failed = 0
    for pk in list(_due(LogStep.State.WAITING, doing.at).values_list("pk", flat=True)):
        try:
            stored += store_step(pk, doing=doing)
        except Exception as problem:
            # One step that fails for whatever reason must not hold up those behind it.
            logging.getLogger(__name__).exception("A step of the log failed")
            _put_off(pk, problem, at=doing.at)
            failed += 1
    if stored:
        count_months(at=doing.at)
    return Worked(stored, failed, finish_steps(at=doing.at))


def finish_steps(*, at: dt.datetime) -> int:
    """Let the index follow what is stored, and return how many steps are done with that."""
    stored = list(_due(LogStep.State.STORED, at).values_list("pk", flat=True))
    if not stored:
        return 0
    try:
        refresh_index(at=at)
    except Exception as problem:
        logging.getLogger(__name__).exception("The index could not follow the log")
        for pk in stored:
            _put_off(pk, problem, at=at)
        return 0
    return _mark_done(stored, at=at)


def finish_at_once(*, at: dt.datetime) -> int:
    """Let the index follow what is stored if that is quickly done; a worker does it otherwise."""
    stored = list(_due(LogStep.State.STORED, at).values_list("pk", flat=True))
    try:
        is_done = refresh_at_once(at=at)
    except Exception:
        # What was asked for has happened: pages read the archive, and a worker comes by each minute.
        logging.getLogger(__name__).exception("The index could not follow the log at once")
        return 0
    return _mark_done(stored, at=at) if is_done else 0


def _mark_done(stored: list[int], *, at: dt.datetime) -> int:
    steps = LogStep.objects.filter(pk__in=stored, state=LogStep.State.STORED)
    return steps.update(state=LogStep.State.DONE, done_at=at, problem="")


def _due(state: LogStep.State, at: dt.datetime) -> "QuerySet[LogStep]":
    return LogStep.objects.filter(state=state, next_at__lte=at).order_by("next_at", "pk")


def _put_off(pk: int, problem: Exception, *, at: dt.datetime) -> None:
    """Let a step wait before it is tried again: 1, 2, 4 minutes, and at last every six hours."""
    step = LogStep.objects.get(pk=pk)
    wait = min(_FIRST_WAIT * 2 ** min(step.attempts, 10), _LONGEST_WAIT)
    words = (
        f"It failed ({type(problem).__name__}) and is tried again: the log of the worker says more"
    )
    # Only what is still as far as it was: a person may have stopped it meanwhile.
    LogStep.objects.filter(pk=pk, state=step.state, attempts=step.attempts).update(
        attempts=step.attempts + 1, next_at=at + wait, problem=words
    )
