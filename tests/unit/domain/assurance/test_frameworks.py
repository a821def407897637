"""Frameworks are data: what the standard holds, what a file of another may not hold, and what a round needs."""

import tomllib
from importlib import resources

import pytest

from answerable.domain.assurance import (
    Change,
    Part,
    Result,
    changes,
    check_results,
    counts,
    framework_of,
    known_framework,
    shortfalls,
)
from answerable.domain.assurance.results import RoundRefused
from answerable.domain.measures.declarations import Misdeclared
from tests.support.seeds import facts, needs_facts

CSE = known_framework("cse")
ALL_MET = {one.number: "compliant" for one in CSE.elements}


def declared(**changed):
    """Return the data of the standard's file, with some of it changed."""
    text = (
        resources.files("answerable.domain.assurance.frameworks").joinpath("cse.toml").read_text()
    )
    return {**tomllib.loads(text), **changed}


def test_the_standard_has_fifty_seven_elements_in_five_criteria():
    assert len(CSE.elements) == 57
    assert [len(CSE.elements_of(one.number)) for one in CSE.criteria] == [11, 11, 12, 13, 10]


@needs_facts
def test_the_standard_is_the_one_of_the_facts():
    known = facts("cse_elements")

    assert [one.number for one in CSE.elements] == [one["element"] for one in known["elements"]]
    assert {one.number: one.name for one in CSE.criteria} == known["criteria"]
    assert {one.number: len(CSE.elements_of(one.number)) for one in CSE.sub_criteria} == known[
        "meta"
    ]["per_sub_criterion"]
    assert [one.name for one in CSE.levels] == known["meta"]["levels"]


def test_what_was_not_verified_says_so():
    assert {one.number for one in CSE.elements if one.unsure} == {"3.2.4", "3.4.3"}
    assert not any(one.is_verified for one in CSE.limits)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Compliance Plus", "plus"), ("Compliant Plus", "plus"), ("COMPLIANT", "compliant"),
        ("partially  compliant", "partial"), ("Partial Compliance", "partial"), ("Non-Compliant", "non"),
        ("excellent", None),
    ],
)  # fmt: skip
def test_a_level_is_known_by_the_words_of_reports(words, key):
    found = CSE.level_named(words)

    assert (found and found.key) == key


@pytest.mark.parametrize(
    ("words", "key"),
    [("REVIEW I", "review 1"), ("Review II", "review 2"), ("Initial", "initial"), ("Audit", None)],
)
def test_a_round_is_known_by_the_words_of_reports(words, key):
    found = CSE.round_named(words)

    assert (found and found.key) == key


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"elements": []}, "no elements or no levels"),
        ({"years": "three"}, "framework.years: write a whole number"),
        ({"colour": "red"}, "there is no 'colour'"),
        (
            {"criteria": [{"number": "9", "name": "Other", "cy": "Arall"}]},
            "belongs to no criterion",
        ),
        (
            {
                "levels": [
                    {"key": "a", "name": "A", "cy": "A", "is_met": True},
                    {"key": "a", "name": "B", "cy": "B", "is_met": False},
                ]
            },
            "the level 'a' is there 2 times",
        ),
    ],
)
def test_a_file_that_does_not_fit_together_is_refused(changed, says):
    with pytest.raises(Misdeclared, match=says):
        framework_of(declared(**changed))


def test_a_result_of_no_element_and_two_levels_of_one_are_refused_together():
    given = [
        Result("4.1.2", "partial"), Result("9.9.9", "compliant"), Result("4.1.2", "plus"),
        Result("1.1.1", "splendid"), Result("5.3.2", "partial"), Result("5.3.2", "partial"),
    ]  # fmt: skip

    with pytest.raises(RoundRefused) as refused:
        check_results(CSE, given)

    assert str(refused.value) == (
        "Customer Service Excellence has no element 9.9.9; "
        "element 4.1.2 is given twice, as Partially Compliant and as Compliance Plus; "
        "Customer Service Excellence has no level 'splendid' (element 1.1.1)"
    )


def test_levels_are_counted_for_the_whole_and_for_each_criterion():
    whole, *criteria = counts(CSE, {**ALL_MET, "4.1.2": "partial"} | {"5.3.2": "partial"})

    assert whole.by_level == {"plus": 0, "compliant": 55, "partial": 2, "non": 0}
    assert [one.by_level["partial"] for one in criteria] == [0, 0, 0, 1, 1]
    assert counts(CSE, {"1.1.1": "plus"})[0].without == 56


def test_a_round_passes_with_few_partials_and_with_no_failing_element():
    assert shortfalls(CSE, {**ALL_MET, "4.1.2": "partial", "5.3.2": "partial"}) == ()


def test_a_round_says_which_limit_it_breaks_and_where():
    failing = shortfalls(CSE, {**ALL_MET, "1.1.1": "non"})
    three = {"4.1.1": "partial", "4.1.2": "partial", "4.1.3": "partial"}
    partial = shortfalls(CSE, {**ALL_MET, **three})

    assert [(one.limit.part, one.number, one.count, one.most) for one in failing] == [
        (Part.STANDARD, "", 1, 0)
    ]
    assert [(one.limit.part, one.number, one.count, one.most) for one in partial] == [
        (Part.CRITERION, "4", 3, 2)
    ]


def test_a_level_is_better_worse_or_the_same_as_in_the_round_before():
    before = {"1.1.1": "partial", "1.1.2": "plus", "1.1.3": "compliant"}
    now = {"1.1.1": "compliant", "1.1.2": "partial", "1.1.3": "compliant", "1.2.1": "plus"}

    assert changes(CSE, before=before, now=now) == {
        "1.1.1": Change.UP,
        "1.1.2": Change.DOWN,
        "1.1.3": Change.SAME,
        "1.2.1": Change.NEW,
    }
