"""Read kept files again by a newer reader: in the order in which they came, all that was settled stays."""

import datetime as dt
import json

from django.db import transaction

from answerable.actions.imports.runs import Plan, close_run, start_run
from answerable.domain.disclosure_log import Body as LogBody
from answerable.domain.roles import Actor
from answerable.reading import READER_VERSION
from answerable.records.archive.models import Body, ImportFile, ImportRun

_BATCH = 500
_SETTLED = (ImportFile.State.DONE, ImportFile.State.KNOWN, ImportFile.State.REFUSED)
"""What an older reader refused, a newer one may read."""


def read_again(*, body_code: str | None, by: Actor, at: dt.datetime) -> list[int]:
    """Start a run for each body, or for one, of the files that an older reader read or refused; return their numbers.

    A file that waits in a run of this kind already is in no second one.

    :raises MoveNotAllowed: if they may not import.
    """
    bodies = Body.objects.order_by("code")
    if body_code:
        bodies = bodies.filter(code=body_code)
    started: list[int] = []
    for body in bodies:
        with transaction.atomic():
            ways = _older(body)
            started += [_start(body, way, files, by=by, at=at) for way, files in ways.items()]
    return started


def _start(
    body: Body, way: str, files: list[tuple[str, int]], *, by: Actor, at: dt.datetime
) -> int:
    """Start a run of files that are read in the way in which they were: by the same mapping."""
    with transaction.atomic():
        name = f"Read again by reader {READER_VERSION}"
        owner = LogBody(body.code, body.name, body.contact or None, body.prefix)
        run = start_run(body=owner, name=name, plan=Plan(options=json.loads(way)), by=by, at=at)
        ImportFile.objects.bulk_create(
            (
                ImportFile(run_id=run, place=place, path=path, kept_id=kept)
                for place, (path, kept) in enumerate(files)
            ),
            batch_size=_BATCH,
        )
        close_run(run, at=at)
    return run


def _older(body: Body) -> dict[str, list[tuple[str, int]]]:
    """Return path and content of each file of a body that this reader has not read, the first first.

    They stand by the options of the run that read them last, as JSON.
    """
    files = ImportFile.objects.filter(run__body=body, kept__isnull=False)
    done = set(
        files.filter(reader=READER_VERSION, state__in=_SETTLED).values_list("kept", flat=True)
    )
    over = (ImportRun.State.DONE, ImportRun.State.STOPPED)
    waiting = files.unsettled().exclude(run__state__in=over)
    done.update(waiting.values_list("kept", flat=True))
    older: dict[int, tuple[str, str]] = {}
    rows = files.filter(state__in=_SETTLED).order_by("run_id", "place")
    for path, kept, options in rows.values_list("path", "kept", "run__options"):
        if kept not in done and kept is not None:
            first, _ = older.get(kept, (path, ""))
            older[kept] = (first, json.dumps(options, sort_keys=True))
    ways: dict[str, list[tuple[str, int]]] = {}
    for kept, (path, way) in older.items():
        ways.setdefault(way, []).append((path, kept))
    return ways
