"""Two editions of a framework, and two rounds, beside each other."""

from dataclasses import replace

import pytest

from answerable.domain.assurance import edition_changes, known_framework
from answerable.domain.assurance.comparing import (
    Asked,
    Came,
    Given,
    Stands,
    compared_asked,
    compared_elements,
)

CSE = known_framework("cse")
WITHOUT_FIRST = replace(CSE, version="2027", elements=CSE.elements[1:])
FIRST = CSE.elements[0].number


def test_the_same_edition_changes_nothing():
    assert edition_changes(CSE, CSE).is_none


def test_elements_are_matched_by_their_numbers():
    other = replace(CSE.elements[1], name="Otherwise")
    changed = replace(CSE, elements=(*CSE.elements[2:], other))

    found = edition_changes(CSE, changed)

    assert [one.number for one in found.gone] == [FIRST]
    assert [(was.number, one.name) for was, one in found.renamed] == [(other.number, "Otherwise")]
    assert [one.number for one in edition_changes(changed, CSE).added] == [FIRST]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"version": "2027"}, "The edition is 2027, and was 2008"),
        ({"years": 4}, "The cycle is of 4 years, and was of 3"),
        ({"levels": CSE.levels[1:]}, "Level plus is gone: Compliance Plus"),
        ({"levels": CSE.levels[::-1]}, "Levels stand in another order"),
        (
            {"levels": (*CSE.levels[:2], replace(CSE.levels[2], is_met=True), CSE.levels[3])},
            "An element at Partially Compliant counts as met",
        ),
        ({"rounds": CSE.rounds[:3]}, "Round renewal is gone"),
        ({"limits": ()}, "The limits of a round are others: 0, and there were 2"),
        ({"criteria": CSE.criteria[:4]}, "Criterion 5 is gone"),
    ],
)
def test_what_else_an_edition_changes_is_said(changed, says):
    assert any(says in one for one in edition_changes(CSE, replace(CSE, **changed)).others)


@pytest.mark.parametrize(
    ("before", "now", "stands"),
    [
        ("partial", "compliant", Stands.UP),
        ("plus", "compliant", Stands.DOWN),
        ("plus", "plus", Stands.SAME),
        ("", "plus", Stands.NEW),
        ("plus", "", Stands.LOST),
        ("", "", Stands.WITHOUT),
    ],
)
def test_an_element_is_better_worse_or_the_same(before, now, stands):
    found = compared_elements(Given(CSE, {FIRST: before}), Given(CSE, {FIRST: now}))

    assert (found[0].element.number, found[0].stands) == (FIRST, stands)


def test_elements_of_one_edition_only_are_said_to_be():
    forth = compared_elements(Given(CSE, {FIRST: "plus"}), Given(WITHOUT_FIRST, {}))
    back = compared_elements(Given(WITHOUT_FIRST, {}), Given(CSE, {FIRST: "plus"}))

    assert (forth[-1].element.number, forth[-1].stands) == (FIRST, Stands.GONE)
    assert (back[0].element.number, back[0].stands) == (FIRST, Stands.ADDED)
    assert len(forth) == len(back) == len(CSE.elements)


def test_a_level_that_the_later_edition_does_not_have_cannot_be_compared():
    later = replace(CSE, levels=CSE.levels[1:])

    found = compared_elements(Given(CSE, {FIRST: "plus"}), Given(later, {FIRST: "compliant"}))

    assert found[0].stands is Stands.UNLIKE


def asked(*elements, is_settled=False):
    """What a report asks for of some elements."""
    return Asked(0, elements, "Do it.", "not begun", is_settled)


@pytest.mark.parametrize(
    ("before", "now", "has_report", "came"),
    [
        ([asked("1.1.1")], [], True, [Came.CLOSED]),
        ([asked("1.1.1", "4.1.2")], [asked("4.1.2")], True, [Came.STAYS]),
        ([], [asked("4.1.2")], True, [Came.NEW]),
        ([asked("1.1.1")], [], False, [Came.STAYS]),
        ([asked("1.1.1", is_settled=True)], [], False, [Came.CLOSED]),
    ],
)
def test_what_was_asked_for_is_closed_stays_or_is_new(before, now, has_report, came):
    found = compared_asked(before, now, has_report=has_report)

    assert [one.came for one in found] == came
