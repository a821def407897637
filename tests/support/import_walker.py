"""A process of its own that imports a folder, is killed on the way and imports it again.

`import_walker points` prints of which kind each point of one way is; `import_walker walk N…` is killed at
each; `import_walker report` prints what came of every way, `import_walker poison` imports a file that ends
whoever reads it, `import_walker interrupted` is told to end in the midst of a query, and prints whose its files are then.
"""

import json
import os
import signal
import sys
import threading

import django

from tests.support.forked import in_child

# What a constraint that is deferred looks at is looked at while the transaction is committed.
_SLOW_COMMIT = (
    "CREATE TEMPORARY TABLE slow (n int)",
    "CREATE FUNCTION pg_temp.wait() RETURNS trigger LANGUAGE plpgsql AS"
    " 'BEGIN PERFORM pg_sleep(3); RETURN NULL; END'",
    "CREATE CONSTRAINT TRIGGER waits AFTER INSERT ON slow DEFERRABLE INITIALLY DEFERRED"
    " FOR EACH ROW EXECUTE FUNCTION pg_temp.wait()",
    "INSERT INTO slow VALUES (1)",
)
_SLOW_QUERY = (
    "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3000000)"
    " SELECT count(*) FROM c",
)


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


def interrupted():
    """Import a folder by a process that is told to end while the database works for it."""
    from answerable.actions.imports import working
    from answerable.cli import import_workers
    from answerable.records.archive.models import ImportFile

    run = _filled("first")
    working.keep = _ask_much
    _in_child(lambda: import_workers._work(run, os.getppid()))
    print(json.dumps(sorted(ImportFile.objects.values_list("path", "state", "claimed_by"))))


def _ask_much(*_, **__):
    """Commit slowly, and be told to end in the midst of it."""
    from django.db import connection, transaction

    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGTERM)).start()
    with transaction.atomic(), connection.cursor() as cursor:
        for one in _SLOW_COMMIT if connection.vendor == "postgresql" else _SLOW_QUERY:
            cursor.execute(one)


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
    from answerable.actions.imports import worker_name
    from answerable.records.archive.models import ImportRun
    from tests.support.imports import work

    if ImportRun.objects.filter(name=way, state="done").exists():
        return
    run = _filled(way)
    with worker_name() as worker:
        work(run, worker=worker)


def _filled(way):
    """The run of a way with its folder, which may have been begun before."""
    from answerable.actions.imports import Plan, add_files, close_run, resume_run, start_run
    from tests.support.imports import AT, KEEPER, OPA

    plan = Plan("2021-11")
    run = resume_run(body=OPA, name=way, plan=plan, by=KEEPER)
    if run is None:
        run = start_run(body=OPA, name=way, plan=plan, by=KEEPER, at=AT)
    add_files(run, _files(_first(way)), at=AT)
    close_run(run, at=AT)
    return run


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
    ways = {one.__name__: one for one in (points, walk, report, poison, interrupted)}
    ways[sys.argv[1]](*sys.argv[2:])
