"""Runs: which there are, how far each is, and what became of each of its files."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from answerable.records.archive.models import ImportFile, ImportRun

_RATED_OVER = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run: `body` is the code of whose log it is, `state` filling, reading, done or stopped.

    Of one that `asks_columns`, somebody has to tell what the columns of its table hold.
    """

    number: int
    name: str
    body: str
    month: str | None
    state: str
    started_at: dt.datetime
    started_by: str
    ended_at: dt.datetime | None
    asks_columns: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: how many of its files are in each state, and how many were settled in a minute.

    `counts` has every state of a file: waiting, reading, held, done, known, refused.
    """

    run: RunRow
    counts: Mapping[str, int]
    per_minute: int

    @property
    def total(self) -> int:
        """Return how many files the run has."""
        return sum(self.counts.values())

    @property
    def left(self) -> int:
        """Return how many of its files are not settled."""
        return sum(self.counts[state] for state in ImportFile.UNSETTLED)

    @property
    def settled(self) -> int:
        """Return how many of its files are settled."""
        return self.total - self.left

    @property
    def minutes_left(self) -> int | None:
        """Return in how many minutes it may be done, rounded up; None where the rate is not known."""
        return -(-self.left // self.per_minute) if self.per_minute else None


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of a run, and what became of it.

    `reports` has for each document in it what `answerable import --json` prints, or `document` and
    `refused`; `gates` the checks of its readings (`gate`, `holds`, `says`, `lacks`).
    """

    number: int
    place: int
    path: str
    state: str
    refusal: str
    reports: Sequence[Mapping[str, Any]]
    gates: Sequence[Mapping[str, Any]]
    settled_at: dt.datetime | None
    sha256: str | None


def import_runs(*, most: int = 50) -> list[RunRow]:
    """Return the latest runs, the last first."""
    return [_run(run) for run in ImportRun.objects.select_related("body").order_by("-pk")[:most]]


def run_progress(run: int, *, at: dt.datetime) -> Progress | None:
    """Return how far a run is, or None where there is none of this number."""
    found = ImportRun.objects.select_related("body").filter(pk=run).first()
    if found is None:
        return None
    counted = found.files.values("state").order_by("state").annotate(count=Count("pk"))
    counts = dict.fromkeys(ImportFile.State.values, 0)
    counts |= {row["state"]: row["count"] for row in counted}
    lately = found.files.filter(settled_at__gt=at - _RATED_OVER).count()
    return Progress(_run(found), counts, lately)


def run_files(
    run: int, *, states: Sequence[str] = (), after: int = -1, most: int = 100
) -> list[FileRow]:
    """Return files of a run in their order, those behind a place; of some states, or of all."""
    files = ImportFile.objects.filter(run_id=run, place__gt=after).select_related("kept")
    if states:
        files = files.filter(state__in=states)
    return [_file(one) for one in files.defer("kept__data").order_by("place")[:most]]


def settled_files(run: int, *, after: int = -1, most: int = 100) -> list[FileRow]:
    """Return the files of a run behind a place that are settled, up to the first that is not."""
    files = ImportFile.objects.filter(run_id=run, place__gt=after)
    first = files.unsettled().order_by("place").values_list("place", flat=True).first()
    if first is not None:
        files = files.filter(place__lt=first)
    rows = files.select_related("kept").defer("kept__data").order_by("place")[:most]
    return [_file(one) for one in rows]


def _run(run: ImportRun) -> RunRow:
    return RunRow(
        run.pk,
        run.name,
        run.body.code,
        run.month or None,
        run.state,
        run.started_at,
        run.started_by,
        run.ended_at,
        run.state == ImportRun.State.FILLING and ImportRun.ASKS_COLUMNS in run.options,
    )


def _file(one: ImportFile) -> FileRow:
    return FileRow(
        one.pk,
        one.place,
        one.path,
        one.state,
        one.refusal,
        one.reports,
        one.gates,
        one.settled_at,
        one.kept.sha256 if one.kept else None,
    )
