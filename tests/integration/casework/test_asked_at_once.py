"""The same request sent by several processes at once is one request, on the database of the tests."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.databases import own_site

ROOT = Path(__file__).parents[3]
TIMES = 12


@pytest.mark.slow
def test_processes_that_send_the_same_get_the_same_reference(tmp_path):
    command = [sys.executable, "-m", "tests.support.asker", "key", str(TIMES)]
    with own_site(tmp_path) as env:
        processes = [
            subprocess.Popen(
                command,
                env=env,
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for _ in range(3)
        ]
        said = [process.communicate(timeout=120) for process in processes]
        listing = [sys.executable, "-m", "answerable", "requests", "--json"]
        listed = subprocess.run(listing, env=env, capture_output=True, text=True, check=True)

    assert [errors for _, errors in said] == ["", "", ""]
    first, second, third = (output.split() for output, _ in said)
    assert first == second == third
    assert len(set(first)) == TIMES
    assert len([json.loads(line) for line in listed.stdout.splitlines()]) == TIMES
