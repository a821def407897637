"""Imports killed anywhere, and read by several processes at once: the same comes of it as of one that was not."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.support.databases import own_site
from tests.support.faults import dense
from tests.support.imports import log

pytestmark = pytest.mark.slow
IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
WHOLE = {
    "state": "done",
    "files": {
        "a.txt": "done",
        "b.txt": "done",
        "c.txt": "done",
        "d.txt": "refused",
        "e.txt": "known",
    },
    "entries": {"1": [2, "Eight."], "2": [1, "Nine."]},
}
TOLD = """
import json, django
django.setup()
from answerable.records.archive.models import Doubt, Entry, ImportFile, ImportRun
print(json.dumps({
    "entries": sorted(Entry.objects.values_list("key", "version", "month", "digest", "place")),
    "files": list(ImportFile.objects.order_by("place").values_list("path", "state")),
    "runs": list(ImportRun.objects.values_list("state", flat=True)),
    "doubts": Doubt.objects.count(),
}))
"""


@pytest.fixture
def env(tmp_path):
    with own_site(tmp_path) as site:
        yield {**site, "ANSWERABLE_BODY": "OPA"}


def run(env, *words):
    done = subprocess.run(
        [sys.executable, *map(str, words)], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 2), done.stderr
    return done.stdout


def walker(env, *words):
    return run(env, "-m", "tests.support.import_walker", *words)


def files_of(way):
    return {path: state for path, state, _ in way["files"]}


def test_a_kill_at_any_point_loses_nothing_and_repeats_nothing(env):
    points = json.loads(walker(env, "points"))
    chosen = range(len(points)) if IS_LONG else dense(points)[::4]

    walker(env, "walk", *chosen)
    report = json.loads(walker(env, "report"))

    assert report["problems"] == []
    assert len(report["ways"]) == len(chosen) + 2
    # Each way has three contents of its own, and the empty file that all have.
    assert report["kept"] == 3 * (len(chosen) + 2) + 1
    assert report["documents"] == 3 * (len(chosen) + 2)
    for name, way in report["ways"].items():
        assert {**way, "files": files_of(way)} == WHOLE, name


def test_a_file_that_ends_its_worker_is_left_out_by_the_third(env):
    ended = json.loads(walker(env, "poison"))
    way = json.loads(walker(env, "report"))["ways"]["poison"]

    assert ended == [signal.SIGKILL, signal.SIGKILL, 0]
    assert files_of(way) == {**WHOLE["files"], "b.txt": "refused"}
    assert way["entries"] == {"1": [1, "Seven."], "2": [1, "Nine."]}


def test_a_process_that_is_told_to_end_in_a_query_gives_its_files_back(env):
    told = json.loads(walker(env, "interrupted"))

    assert told == [[f"{one}.txt", "waiting", ""] for one in "abcde"]


def folder_of(place, *, count):
    """A folder in which each file tells of an entry of its own, and every third of one that all share."""
    for number in range(count):
        path = place / "logs" / f"2021-{number % 12 + 1:02}" / f"{number:04}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        ref = 7000000 if number % 3 == 0 else 7000001 + number
        path.write_bytes(log(ref, f"It is {number}."))
    (place / "logs/2021-05/empty.txt").touch()
    return place / "logs"


def test_a_command_killed_with_its_workers_and_run_again_makes_what_one_makes(env, tmp_path):
    logs = folder_of(tmp_path, count=60)
    words = (sys.executable, "-m", "answerable", "import", logs, "--month-from-name")
    process = subprocess.Popen(
        [*words, "--workers", "2"],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    for _ in range(10):
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    time.sleep(0.2)

    run(env, *words[1:], "--workers", "2")
    killed = json.loads(run(env, "-c", TOLD))
    (tmp_path / "other").mkdir()
    with own_site(tmp_path / "other") as site:
        other = {**site, "ANSWERABLE_BODY": "OPA"}
        run(other, *words[1:], "--workers", "1")
        whole = json.loads(run(other, "-c", TOLD))

    assert killed == whole
    assert whole["runs"] == ["done"]
    assert len(whole["entries"]) == 41
