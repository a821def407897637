"""Imports that are killed in the middle, and imports side by side, on the database of the tests."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.databases import own_site

ROOT = Path(__file__).parents[3]


def start(env, *words):
    command = [sys.executable, "-m", "tests.support.importer", *words]
    return subprocess.Popen(
        command, env=env, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def finish(process):
    output, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return output


def counts(env):
    return json.loads(finish(start(env, "counts")))


@pytest.mark.slow
def test_an_import_killed_in_the_middle_leaves_nothing_and_is_whole_when_it_is_run_again(tmp_path):
    with own_site(tmp_path) as env:
        process = start(env, "one", "1", "1000", "pause")
        assert process.stdout.readline() == "in the middle\n"
        process.send_signal(signal.SIGKILL)
        process.communicate()
        killed = counts(env)
        finish(start(env, "one", "1", "1000"))
        again = counts(env)
        finish(start(env, "one", "1", "1000"))
        twice = counts(env)

    assert killed["documents"] == killed["entries"] == killed["changes"] == 0
    assert again["entries"] == again["keys"] == again["questions"] == 1001
    assert again["told"] == [1001, 1001]
    assert twice == again


@pytest.mark.slow
def test_imports_side_by_side_each_come_in_once_and_in_turn(tmp_path):
    with own_site(tmp_path) as env:
        for process in [start(env, name, "5", "20") for name in "abcd"]:
            finish(process)
        result = counts(env)

    assert result == {
        "documents": 20,
        "entries": 401,
        "keys": 401,
        "questions": 401,
        "versions": 19,
        "changes": 20,
        "told": [401, 401],
    }
