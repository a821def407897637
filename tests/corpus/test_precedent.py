"""Pairs of questions, labelled by hand: how many relations are told rightly. The matrix stands on the page."""

import collections
import datetime as dt
import json
from pathlib import Path

import pytest

from answerable.domain.precedent.relations import Relation
from tests.support.asking import relation
from tests.support.pages import table

HERE = Path(__file__).parent / "precedent"
FLOOR = 0.84
NOTHING = "nothing"


@pytest.fixture(scope="module")
def told():
    """Return how often which relation is told for which: (truth, told)."""
    pairs = json.loads((HERE / "tuning.json").read_text("utf-8"))["pairs"]
    return collections.Counter(
        (pair["relation"].replace("none", NOTHING), _told(pair)) for pair in pairs
    )


def _told(pair):
    days = [dt.date.fromisoformat(pair[key]) for key in ("asked_on", "earlier_on")]
    return relation(pair["asked"], pair["earlier"], *days)[0]


def test_most_relations_are_told_rightly(told):
    right = sum(count for (truth, found), count in told.items() if truth == found)

    assert right / told.total() >= FLOOR


def test_the_page_shows_what_is_told_for_what(told):
    names = [*(one.value for one in Relation), NOTHING]

    rows = [
        {"labelled": truth, **{name: str(told[truth, name] or "–") for name in names}}
        for truth in names
    ]

    assert table("reference/precedent.md", "Figures") == rows
