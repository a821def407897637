"""Killed anywhere while it disposes of a request: it is there whole, or gone whole, and goes once."""

import json
import os
import subprocess
import sys

import pytest

from tests.support.databases import own_site
from tests.support.faults import dense

pytestmark = pytest.mark.slow
IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
WHOLE = {"item": "listed", "list": "approved", "rows": [1, 2, 1, 1], "stubs": 0, "lines": 0}
GONE = {"item": "disposed of", "list": "approved", "rows": [0, 0, 0, 0], "stubs": 1, "lines": 1}
DONE = {**GONE, "list": "done"}


def disposer(env, *words):
    command = [sys.executable, "-m", "tests.support.disposer", *map(str, words)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_kill_at_any_point_leaves_no_half_and_goes_on(tmp_path):
    with own_site(tmp_path) as env:
        (points,) = disposer(env, "points")
        chosen = range(len(points)) if IS_LONG else dense(points, every=50)
        told = disposer(env, "kill", *chosen)

    assert all(one.pop("problems") == [] for one in told)
    left, after = told[::2], told[1::2]
    assert after == [DONE] * len(chosen)
    # First it is there, then gone, then its list is done: never anything between, and never back.
    assert all(one in (WHOLE, GONE, DONE) for one in left)
    assert left == sorted(left, key=[WHOLE, GONE, DONE].index)
    assert WHOLE in left
    assert GONE in left
