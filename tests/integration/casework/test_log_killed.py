"""Killed anywhere while an entry is published, corrected and withdrawn: no half state, and nothing twice."""

import json
import os
import subprocess
import sys

import pytest

from tests.support.databases import own_site
from tests.support.faults import dense

pytestmark = pytest.mark.slow
IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
REPORT = """
import datetime as dt, json, django
django.setup()
from django.conf import settings
from answerable.matching.public_index import Search
from answerable.queries.ledger import checked_lines
from answerable.queries.search import public_index
from answerable.records.archive.models import *
from answerable.records.casework.models import LogDraft
from answerable.records.ledger.models import LedgerLine
*_, checked = checked_lines()
said = {}
for one in LogDraft.objects.select_related("request", "entry"):
    ref = one.request.reference
    told = LedgerLine.objects.filter(subject__in=[f"request {ref}", f"entry OPA/{ref}"])
    said[ref] = {
        "draft": [one.state, one.number, one.versions.count()],
        "steps": sorted([each.act, each.state] for each in one.steps.all()),
        "entries": Entry.objects.filter(ref=ref).count(),
        "versions": [each.content["title"] for each in one.entry.versions.order_by("number")],
        "notes": one.entry.notes.count(),
        "files": one.entry.published_files.count(),
        "removals": one.entry.removals.count(),
        "questions": one.entry.questions.count(),
        "title": one.entry.title,
        "ledger": sorted(told.values_list("action", flat=True)),
    }
print(json.dumps({
    "entries": said,
    "problems": list(checked.problems),
    "found": public_index(settings.ANSWERABLE_INDEX).search(Search("bicycles")).total,
    "seen": Entry.objects.visible(at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)).count(),
    "tallies": sum(Tally.objects.values_list("count", flat=True)),
    "answered": list(MonthCount.objects.values_list("answered", flat=True)),
}))
"""
LAST = {
    "draft": ["withdrawn", 2, 2],
    "steps": [["correct", "done"], ["publish", "done"], ["withdraw", "done"]],
    "entries": 1,
    "notes": 1,
    "files": 1,
    "removals": 1,
    "questions": 1,
    "title": "Cycles",
    "ledger": sorted(
        [
            *["log step asked"] * 3,
            "entry published",
            "log entry changed",
            "entry corrected",
            "entry withdrawn",
        ]
    ),
}


@pytest.fixture
def env(tmp_path):
    with own_site(tmp_path) as site:
        yield {**site, "ANSWERABLE_BODY": "OPA"}


def run(env, *words):
    done = subprocess.run(
        [sys.executable, *map(str, words)], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_kill_at_any_point_leaves_nothing_half_and_does_nothing_twice(env):
    points = json.loads(run(env, "-m", "tests.support.log_walker", "points"))
    chosen = range(len(points)) if IS_LONG else dense(points)

    run(env, "-m", "tests.support.log_walker", "walk", *chosen)
    report = json.loads(run(env, "-c", REPORT))

    assert report["problems"] == []
    assert (report["found"], report["seen"], report["tallies"]) == (0, 0, 0)
    # Two went the way without being killed: the first of the site, and the one that counted.
    assert len(report["entries"]) == len(chosen) + 2
    assert report["answered"] == [len(chosen) + 2]
    for reference, entry in report["entries"].items():
        assert entry.pop("versions") == [f"Bicycles of {reference}"], reference
        assert entry == LAST, reference
