"""Methods of finding and telling earlier questions, beside each other on pairs that are labelled by hand.

What needs a model of paraphrase is measured where one is installed; the page shows the figures.
"""

import pytest

from tests.support.methods import SETS, OnFile, share_right
from tests.support.models import installed_model, installed_pair_model, needs_model
from tests.support.pages import table

BY_WORDS = {"BM25 alone": "bm25", "BM25 and the thesaurus": "thesaurus"}


def _page(method):
    (row,) = [
        one
        for one in table("reference/precedent-accuracy.md", "Methods beside each other")
        if one["method"] == method
    ]
    return row


def _found(on_file, method):
    return {
        f"first five, {name}": f"{found / wanted:.2f}"
        for name in SETS
        for found, wanted in [on_file.recall(name, method)]
    }


def _right(on_file):
    return {f"relations, {name}": f"{share_right(on_file.relations(name)):.2f}" for name in SETS}


def _told(on_file):
    told, right, count = (
        sum(one) for one in zip(*(on_file.contradictions(name) for name in SETS), strict=True)
    )
    return {**_right(on_file), "contradictions": f"{right} of {told} told, of {count}"}


@pytest.mark.parametrize("method", BY_WORDS)
def test_the_page_shows_what_words_find(method):
    on_file = OnFile(SETS)

    row = _page(method)

    assert {**row, **_found(on_file, BY_WORDS[method])} == row


def test_the_page_says_the_same_of_the_rules_in_both_tables():
    pairs = table("reference/precedent-accuracy.md", "Seen and unseen")
    told, right, count = (
        sum(int(one[column]) for one in pairs)
        for column in ("told", "told rightly", "contradictions and changes")
    )

    row = _page("the rules")

    assert row["contradictions"] == f"{right} of {told} told, of {count}"
    for one in pairs:
        assert row[f"relations, {one['pairs']}"] == one["relations right"]
        assert row[f"first five, {one['pairs']}"] == one["same and overlap among the first five"]


@needs_model
def test_the_page_shows_what_the_model_finds_alone():
    row = _page("the model alone")

    assert {**row, **_found(OnFile(SETS, installed_model()), "nearest")} == row


@needs_model
def test_the_page_shows_what_the_rules_and_the_model_tell():
    on_file = OnFile(SETS, installed_model())

    row = _page("the rules and the model")

    assert {**row, **_found(on_file, "rules"), **_told(on_file)} == row


@needs_model
def test_the_page_shows_what_is_told_where_a_model_reads_two_questions_together():
    on_file = OnFile(SETS, installed_model(), installed_pair_model())

    row = _page("the same, read together")

    assert {**row, **_found(on_file, "rules"), **_right(on_file)} == row


@needs_model
@pytest.mark.parametrize("name", ["testing", "unseen", "last", "unopened", "sealed"])
def test_the_page_shows_how_many_of_each_set_are_told_read_together(name):
    on_file = OnFile((name,), installed_model(), installed_pair_model())
    (row,) = [
        one
        for one in table("reference/precedent-accuracy.md", "Methods beside each other", number=1)
        if one["set"] == name
    ]

    told = on_file.relations(name)

    right = sum(count for (truth, found), count in told.items() if truth == found)
    assert (row["pairs"], row["read together"]) == (str(told.total()), str(right))


@needs_model
def test_the_page_shows_what_the_model_tells_of_further_pairs():
    on_file = OnFile(SETS, installed_model())

    for row in table("reference/precedent-accuracy.md", "Pairs by the author of the rules"):
        assert row["with the model"] == f"{share_right(on_file.relations(row['pairs'])):.2f}"


def test_a_method_beside_another_finds_no_less():
    rows = table("reference/precedent-accuracy.md", "Methods beside each other")

    *parts, both, _ = rows

    for name in SETS:
        column = f"first five, {name}"
        assert all(float(both[column]) >= float(one[column]) for one in parts)
