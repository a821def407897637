"""Folders of small logs, and runs that read them, for tests of imports."""

import datetime as dt
import hashlib
from dataclasses import replace

from answerable.actions.imports import Plan, add_files, close_run, start_run, work_run
from answerable.domain.roles.people import keeper
from answerable.queries.imports import run_files
from answerable.reading.documents import Remark, Unassigned
from tests.support.entries import OPA, make_entry, make_reading

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
KEEPER = keeper("somebody (command line)")
_LOG = """Ref
{ref}

Back to top

{title}

Request

1. How many bicycles do you have?

Response

1. {answer}
"""


def log(ref, answer="Seven.", title="Bicycles"):
    """The bytes of a log with one entry."""
    return _LOG.format(ref=ref, title=title, answer=answer).encode()


def logs(count, first=7000001):
    """So many files, each with an entry of its own."""
    return [(f"{number:04}.txt", log(first + number)) for number in range(count)]


def filled(files, *, name="logs", plan=None, body=OPA, at=AT):
    """A run that has all of these files, of which none is read."""
    run = start_run(body=body, name=name, plan=plan or Plan(), by=KEEPER, at=at)
    add_files(run, files, at=at)
    close_run(run, at=at)
    return run


def work(run, *, worker="a worker", at=AT, **more):
    """Read a run at a moment that stands still; return how many files were settled."""
    return work_run(run, worker=worker, clock=lambda: at, **more)


def import_all(files, **more):
    """Import files in one run, and return its number."""
    run = filled(files, **more)
    work(run, at=more.get("at", AT))
    return run


def states(run):
    """The states of a run's files by their paths."""
    return {one.path: one.state for one in run_files(run)}


def doubtful_readings(readings):
    """A reader that gives what is said for each file's bytes, instead of reading them."""

    def readings_of(path, data, options):
        yield readings[data]

    return readings_of


def doubtful(data, *, passage="Kept in the shed.", remarks=(), entries=None, **more):
    """A reading of an entry whose response ends with a passage that no label connects."""
    entry = make_entry()
    entry = replace(entry, response=f"{entry.response}\n\n{passage}")
    reading = make_reading(*(entries or (entry,)))
    start = entry.response.index(passage)
    unassigned = (Unassigned(0, passage, start, start + len(passage)),) if passage else ()
    return replace(
        reading,
        sha256=hashlib.sha256(data).hexdigest(),
        unassigned=unassigned,
        remarks=tuple(Remark(0, what, says) for what, says in remarks),
        **more,
    )
