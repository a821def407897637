"""The office's own figures over a full database: how long a whole period takes, with how many queries."""

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.databases import database_for, drop_database
from bench.report import Report, met

_MOST_QUERIES = 10
_MOST_MEGABYTES = 400
_ON = dt.date(2026, 3, 31)
"""The day on which the generated requests stand as they do."""
_PERIODS = {"a quarter": "2026-01-01", "a year": "2025-04-01", "everything": "2000-01-01"}
"""The first days of the periods, which all end on that day."""


def measure_statistics(report: Report, *, count: int, database: str, is_smoke: bool) -> None:
    """Fill a database with requests, and make the figures of a quarter, of a year and of all of them.

    Each process opens the site anew: to see that the bench runs, the figures of all are enough.
    """
    home = Path(tempfile.mkdtemp(prefix="answerable-bench-"))
    address = database_for(home, database)
    env = {**os.environ, "ANSWERABLE_HOME": str(home), "ANSWERABLE_DATABASE": address}
    env |= {"ANSWERABLE_SECRET_KEY": "only for the bench", "ANSWERABLE_BODY": "OPA"}
    try:
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                f"from bench.statistics import measure; measure({count}, is_smoke={is_smoke})",
            ],
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


def measure(count: int, *, is_smoke: bool) -> None:
    """Fill the configured database, make the figures of each period, and print what they took as JSON."""
    from answerable.cli.site import open_site

    open_site()
    from bench.casework import fill_requests

    fill_requests(count, on=_ON)
    print(json.dumps([_row(what, _alone(*asked)) for what, asked in _asked(is_smoke=is_smoke)]))


def made(first: str, with_stages: str) -> None:
    """Make the figures of a period up to the day, and print as JSON what that took."""
    from answerable.cli.site import open_site

    open_site()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from answerable.domain.clock import shipped_holidays
    from answerable.domain.measures.office import Period
    from answerable.queries.casework.statistics import office_figures

    period, table = Period(dt.date.fromisoformat(first), _ON), shipped_holidays()
    begun, begun_busy = time.perf_counter(), time.process_time()
    with CaptureQueriesContext(connection) as queries:
        figures = office_figures(period, as_at=_ON, table=table, with_stages=bool(with_stages))
    busy, seconds = time.process_time() - begun_busy, time.perf_counter() - begun
    received = figures.by_request.line("received").numerator
    # The peak since this program began: what `getrusage` tells is as large as whoever started it.
    peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    megabytes = int(peak[1]) / 1024 if peak else 0
    print(json.dumps([seconds, busy, len(queries), megabytes, received]))


def _asked(*, is_smoke: bool) -> Iterator[tuple[str, tuple[str, str]]]:
    for what, first in list(_PERIODS.items())[-1 if is_smoke else 0 :]:
        yield f"figures of {what}", (first, "")
        yield f"figures of {what}, with stages", (first, "with stages")


def _alone(first: str, with_stages: str) -> list[float]:
    """Return what figures took in a process of their own: what another left in memory is not theirs."""
    program = f"from bench.statistics import made; made({first!r}, {with_stages!r})"
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, stdout=subprocess.PIPE, text=True
    )
    found: list[float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _row(what: str, found: list[float]) -> tuple[str, str, str]:
    seconds, busy, queries, megabytes, received = found
    few = met(is_met=queries <= _MOST_QUERIES, target=f"{_MOST_QUERIES}")
    small = met(is_met=megabytes <= _MOST_MEGABYTES, target=f"{_MOST_MEGABYTES} MB")
    return (
        what,
        f"{seconds:,.2f} s, {busy:,.2f} of the processor",
        f"{queries:.0f} queries {few}, {megabytes:,.0f} MB {small}, {received:,.0f} received",
    )
