"""What is missing before the next review: a sentence for each lack, with its elements."""

import datetime as dt

import pytest

from answerable.domain.assurance import known_framework
from answerable.domain.assurance.readiness import (
    ElementFacts,
    Lack,
    lacks,
    months_before,
    readiness,
)

CSE = known_framework("cse")
TODAY = dt.date(2026, 11, 27)


def facts(number="1.1.1", **said):
    """Return the facts of an element that lacks nothing, with some of them changed."""
    whole = {
        "level": "compliant",
        "newest_evidence_on": TODAY,
        "has_storyboard": True,
        "has_owner": True,
    }
    return ElementFacts(number, **(whole | said))


@pytest.mark.parametrize(
    ("said", "lacking"),
    [
        ({}, ()),
        ({"newest_evidence_on": None}, (Lack.EVIDENCE,)),
        ({"newest_evidence_on": dt.date(2025, 11, 27)}, ()),
        ({"newest_evidence_on": dt.date(2025, 11, 26)}, (Lack.EVIDENCE,)),
        ({"open_due_on": (TODAY,)}, ()),
        ({"open_due_on": (dt.date(2026, 11, 26),)}, (Lack.OVERDUE,)),
        ({"not_begun": 1}, (Lack.NOT_BEGUN,)),
        ({"level": "partial"}, (Lack.WITHOUT_ACTION,)),
        ({"level": "partial", "open_due_on": (TODAY,)}, ()),
        ({"level": ""}, (Lack.LEVEL,)),
        ({"has_storyboard": False, "has_owner": False}, (Lack.STORYBOARD, Lack.OWNER)),
        ({"missed": 2}, (Lack.TARGET,)),
    ],
)
def test_an_element_lacks_what_a_review_would_ask_for(said, lacking):
    assert lacks(CSE, facts(**said), today=TODAY) == lacking


def test_each_lack_is_a_sentence_with_its_elements_in_the_order_of_the_standard():
    known = [facts(one.number) for one in CSE.elements]
    old = {"5.3.2", "1.1.1", "4.1.2"}
    known = [
        facts(one.number, newest_evidence_on=None) if one.number in old else one for one in known
    ]

    (found,) = readiness(CSE, known[::-1], today=TODAY)

    assert found.elements == ("1.1.1", "4.1.2", "5.3.2")
    assert found.says == "3 elements have no evidence newer than 12 months"


def test_an_element_of_which_nothing_is_known_lacks_what_it_needs():
    found = {one.lack: one for one in readiness(CSE, [], today=TODAY)}

    assert found[Lack.OWNER].says == "57 elements have no owner"
    assert len(found[Lack.LEVEL].elements) == 57


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        ("2026-11-27", 12, "2025-11-27"),
        ("2024-02-29", 12, "2023-02-28"),
        ("2026-12-31", 12, "2025-12-31"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2026-01-31", 1, "2025-12-31"),
    ],
)
def test_months_before_a_day_end_with_their_last(day, months, before):
    assert months_before(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(before)
