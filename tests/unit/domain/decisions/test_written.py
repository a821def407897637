"""A decision is the same after it was stored."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.estimates import Estimate, work_of
from answerable.domain.decisions.written import decision_as_json, decision_of, work_as_text
from answerable.domain.law.costs import activities
from answerable.domain.law.limbs import limbs
from tests.support.decisions import whole_ground


def stored(decision):
    return decision_of(json.loads(json.dumps(decision_as_json(decision))))


@pytest.mark.parametrize("citation", [*limbs(), "31(3)", "12(2)"])
def test_a_decision_on_any_limb_is_the_same_after_it_was_stored(citation):
    estimate = Estimate((work_of("locate:1200:5.25:2"), work_of("extract:3:0.125")), "50 files")
    decision = Decision((Outcome.WITHHELD,), (whole_ground(citation),), estimate, "here", "x", "?")

    assert stored(decision) == decision


def test_an_empty_decision_is_the_same_after_it_was_stored():
    assert stored(Decision(())) == Decision(())


@given(
    some.sampled_from(sorted(activities())),
    some.integers(0, 999_999_999),
    some.integers(0, 999_999_999),
    some.integers(1, 999),
)
def test_work_is_the_same_after_it_was_written(activity, count, thousandths, people):
    text = f"{activity}:{count}:{thousandths / 1000:.3f}:{people}"
    work = work_of(text)

    assert work.minutes == Fraction(thousandths, 1000)
    assert work_of(work_as_text(work)) == work


def test_an_outcome_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="nonsense"):
        decision_of({**decision_as_json(Decision(())), "outcomes": ["nonsense"]})
