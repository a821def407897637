"""A process of its own that imports a folder, is killed on the way and imports it again.

`import_walker points` prints of which kind each point of one way is; `import_walker walk N…` is killed at
each; `import_walker report` prints what came of every way, `import_walker poison` imports a file that ends
whoever reads it.
"""

import json
import os
import signal
import sys

import django

from tests.support.forked import in_child


def points():
    """Print of which kind each point of a whole way is."""
    _in_child(lambda: _way("first"))
    _in_child(_counted)


def walk(*numbers):
    """Import a folder up to each of these points and be killed there, then import it again."""
    for number in map(int, numbers):
        how = _in_child(lambda number=number: _killed(number))
        assert os.WTERMSIG(how) == signal.SIGKILL, f"Point {number} was never reached"
        _in_child(lambda number=number: _way(f"killed at {number}"))


def poison():
    """Import a folder in which one file ends its worker, by one process after the other."""
    from answerable.actions.imports import files

    read = files.readings_in

    def ends(data, *, name, **asked):
        if name == "b.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        return read(data, name=name, **asked)

    files.readings_in = ends
    print(json.dumps([os.WTERMSIG(_in_child(lambda: _way("poison"))) for _ in range(3)]))


def report():
    """Print what came of every way."""
    from answerable.queries.ledger import checked_lines
    from answerable.records.archive.models import Document, Entry, ImportRun, KeptFile

    *_, checked = checked_lines()
    ways = {
        run.name: {
            "state": run.state,
            "files": [[one.path, one.state, one.losses] for one in run.files.order_by("place")],
            "entries": {
                one.key[-1]: [one.version, one.content["questions"][0]["answer"]]
                for one in Entry.objects.filter(key__startswith=_first(run.name))
            },
        }
        for run in ImportRun.objects.all()
    }
    found = {"documents": Document.objects.count(), "kept": KeptFile.objects.count()}
    print(json.dumps({"ways": ways, "problems": list(checked.problems), **found}))


def _first(way):
    """What the references of a way begin with."""
    number = {"first": 1, "second": 2, "poison": 3}.get(way) or 100 + int(way.split()[-1])
    return f"7{number:05}"


def _counted():
    from tests.support.faults import Faults

    faults = Faults().watch()
    _way("second")
    print(json.dumps(faults.points), flush=True)


def _killed(number):
    from tests.support.faults import Faults

    Faults(number).watch()
    _way(f"killed at {number}")


def _way(way):
    """Import the folder of a way, from wherever it is."""
    from answerable.actions.imports import (
        Plan,
        add_files,
        close_run,
        resume_run,
        start_run,
        worker_name,
    )
    from answerable.records.archive.models import ImportRun
    from tests.support.imports import AT, KEEPER, OPA, work

    if ImportRun.objects.filter(name=way, state="done").exists():
        return
    plan = Plan("2021-11")
    run = resume_run(body=OPA, name=way, plan=plan, by=KEEPER)
    if run is None:
        run = start_run(body=OPA, name=way, plan=plan, by=KEEPER, at=AT)
    add_files(run, _files(_first(way)), at=AT)
    close_run(run, at=AT)
    with worker_name() as worker:
        work(run, worker=worker)


def _files(first):
    from tests.support.imports import log

    return [
        ("a.txt", log(f"{first}1", "Seven.")),
        ("b.txt", log(f"{first}1", "Eight.")),
        ("c.txt", log(f"{first}2", "Nine.")),
        ("d.txt", b""),
        ("e.txt", log(f"{first}1", "Seven.")),
    ]


def _in_child(do):
    from django.db import connections

    connections.close_all()
    return in_child(do)


if __name__ == "__main__":
    django.setup()
    {"points": points, "walk": walk, "report": report, "poison": poison}[sys.argv[1]](*sys.argv[2:])
