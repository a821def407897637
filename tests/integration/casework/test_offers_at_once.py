"""Processes that count at once lose no count, on the database of the tests."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.databases import own_site

ROOT = Path(__file__).parents[3]
TIMES, PROCESSES = 40, 3


@pytest.mark.slow
def test_what_several_processes_count_at_once_is_all_counted(tmp_path):
    counting = [sys.executable, "-m", "tests.support.offerer"]
    with own_site(tmp_path) as env:
        how = {"env": env, "cwd": ROOT, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        processes = [
            subprocess.Popen([*counting, str(TIMES)], text=True, **how) for _ in range(PROCESSES)
        ]
        errors = [process.communicate(timeout=120)[1] for process in processes]
        said = subprocess.run([*counting, "0"], text=True, check=True, **how).stdout

    total = TIMES * PROCESSES
    assert errors == [""] * PROCESSES
    assert said.split() == ["2026-11", str(total), "0", str(total), str(total)]
