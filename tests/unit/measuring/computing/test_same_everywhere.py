"""The same result, to the bit, with other languages, time zones and numbers of threads, and in any order of rows."""

import multiprocessing
import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from answerable.measuring.samples.registers import SAMPLES
from answerable.measuring.shipped import shipped_registers
from tests.support.measuring import measured
from tests.support.parquet_rows import write_parquet

pytestmark = pytest.mark.slow
PROGRAM = """
import datetime as dt, sys
from pathlib import Path
from answerable.domain.clock.calendars import shipped_holidays
from answerable.domain.measures.snapshots import Snapshot
from answerable.measuring.computing import compute
from answerable.measuring.shipped import shipped_measures, shipped_registers
given = {"from": "2018-01-01", "until": "2023-12-31"}
for name in ("investigation-durations", "investigation-ages"):
    result = compute(
        shipped_measures()[name],
        shipped_registers()["investigations"],
        Snapshot("investigations", 1, dt.date(2024, 6, 26), "0" * 64, 0),
        Path(sys.argv[1]),
        parameters=given,
        as_at=dt.date(2024, 6, 26),
        holidays=shipped_holidays(),
        threads=int(sys.argv[2]),
    )
    print(len(result.rows), result.sha256)
"""


def _said(path, threads, **environment):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path), str(threads)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment},
    )
    return done.stdout


def test_a_result_depends_on_nothing_but_what_it_was_computed_from(tmp_path):
    register = shipped_registers()["investigations"]
    # Several row groups, so that threads share them.
    rows = [
        (f"{row[0]}-{n}", *row[1:]) for n in range(400) for row in SAMPLES["investigations"].rows()
    ]
    write_parquet(register, rows, tmp_path / "ordered.parquet")
    random.Random(1).shuffle(rows)  # noqa: S311 the same order on every run
    write_parquet(register, rows, tmp_path / "shuffled.parquet")

    said = {
        _said(tmp_path / "ordered.parquet", 1, TZ="UTC", LC_ALL="C"),
        _said(tmp_path / "ordered.parquet", 4, TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8"),
        _said(tmp_path / "shuffled.parquet", 2, TZ="America/St_Johns", LC_ALL="cy_GB.UTF-8"),
        _said(tmp_path / "shuffled.parquet", 3, LANG="tr_TR.UTF-8", PYTHONHASHSEED="5"),
    }

    (same,) = said
    assert [line.split()[0] for line in same.splitlines()] == ["2", "6"]


def _digest(folder):
    return measured("investigations-started", folder).sha256


def test_questions_at_once_and_in_a_forked_process_do_not_disturb_each_other(tmp_path):
    folders = [tmp_path / str(number) for number in range(4)]
    for folder in folders:
        folder.mkdir()
    alone = _digest(tmp_path)

    with ThreadPoolExecutor(4) as at_once:
        in_threads = set(at_once.map(_digest, folders))
    with multiprocessing.get_context("fork").Pool(1) as forked:
        in_a_fork = forked.apply_async(_digest, (tmp_path,)).get(timeout=60)

    assert in_threads == {alone}
    assert in_a_fork == alone
