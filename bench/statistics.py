"""The office's own figures over a full database: how long a whole period takes, with how many queries."""

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

from bench.databases import database_for, drop_database
from bench.report import Report

_MOST_QUERIES = 10
_ON = dt.date(2026, 3, 31)
"""The day on which the generated requests stand as they do."""


def measure_statistics(report: Report, *, count: int, database: str) -> None:
    """Fill a database with requests, and make the figures of all of them at once."""
    home = Path(tempfile.mkdtemp(prefix="answerable-bench-"))
    address = database_for(home, database)
    env = {**os.environ, "ANSWERABLE_HOME": str(home), "ANSWERABLE_DATABASE": address}
    env |= {"ANSWERABLE_SECRET_KEY": "only for the bench", "ANSWERABLE_BODY": "OPA"}
    try:
        done = subprocess.run(
            [sys.executable, "-c", f"from bench.statistics import measure; measure({count})"],
            env=env,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        for what, figure, remark in json.loads(done.stdout.splitlines()[-1]):
            report.add(f"{what}, {count:,} {database}", figure, remark)
    finally:
        shutil.rmtree(home, ignore_errors=True)
        drop_database(database, address)


def measure(count: int) -> None:
    """Fill the configured database, make figures with and without stages, and print what it took as JSON."""
    from answerable.cli.site import open_site

    open_site()
    from bench.casework import fill_requests

    fill_requests(count, on=_ON)
    rows = []
    for what, with_stages in (("figures", False), ("figures with stages", True)):
        seconds, queries, peak, received = _made(with_stages=with_stages)
        met = "met" if queries <= _MOST_QUERIES else "NOT met"
        remark = f"({queries} queries, target {_MOST_QUERIES}: {met}; {peak:,.0f} MB; {received:,} received)"
        rows.append((what, f"{seconds:,.2f} s", remark))
    print(json.dumps(rows))


def _made(*, with_stages: bool) -> tuple[float, int, float, int]:
    """Return the seconds, the queries, the megabytes at most, and how many requests were counted."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from answerable.domain.clock import shipped_holidays
    from answerable.domain.measures.office import Period
    from answerable.queries.casework.statistics import office_figures

    period, table = Period(dt.date(2000, 1, 1), _ON), shipped_holidays()
    begun = time.perf_counter()
    with CaptureQueriesContext(connection) as queries:
        figures = office_figures(period, as_at=_ON, table=table, with_stages=with_stages)
    seconds = time.perf_counter() - begun
    # Measured in another run: following every object would slow the one that is timed.
    tracemalloc.start()
    office_figures(period, as_at=_ON, table=table, with_stages=with_stages)
    peak = tracemalloc.get_traced_memory()[1] / 1_000_000
    tracemalloc.stop()
    return seconds, len(queries), peak, figures.by_request.line("received").numerator
