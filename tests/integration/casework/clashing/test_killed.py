"""Killed anywhere while contradictions are found and settled: each is kept once, and told once."""

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
import json, django
django.setup()
from answerable.queries.casework.clashes.changes import changed_after, last_mark
from answerable.actions.casework.clashing.finding import _first_mark
from answerable.queries.ledger import checked_lines
from answerable.records.casework.models import Clash
from answerable.records.ledger.models import LedgerLine
*_, checked = checked_lines()
said = []
for row in Clash.objects.order_by("pk"):
    told = LedgerLine.objects.filter(subject=f"contradiction {row.pk}").order_by("number")
    said.append([row.state, row.gone_at, row.limbs, list(told.values_list("action", flat=True))])
left = changed_after(_first_mark(), last_mark())
print(json.dumps({
    "clashes": said,
    "pairs": Clash.objects.values("other_entry").distinct().count(),
    "left": bool(left and left.units),
    "problems": list(checked.problems),
}))
"""
LAST = [
    "open",
    None,
    "|43(2)|",
    ["contradiction settled", "contradiction opened again"],
]


def run(env, *words):
    done = subprocess.run(
        [sys.executable, *map(str, words)], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_kill_at_any_point_keeps_each_once_and_goes_on(tmp_path):
    with own_site(tmp_path) as site:
        env = {**site, "ANSWERABLE_BODY": "OPA"}
        points = json.loads(run(env, "-m", "tests.support.clash_walker", "points"))
        chosen = range(len(points)) if IS_LONG else dense(points)
        run(env, "-m", "tests.support.clash_walker", "walk", *chosen)
        report = json.loads(run(env, "-c", REPORT))

    assert (report["problems"], report["left"]) == ([], False)
    # Two went the way without being killed: the first of the site, and the one that counted.
    assert len(report["clashes"]) == report["pairs"] == len(chosen) + 2
    assert report["clashes"] == [LAST] * len(report["clashes"])
