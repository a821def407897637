"""Estimates that cannot be, and a decision whose estimate is not over the limit."""

import pytest

from answerable.domain.decisions.checking import check_decision
from answerable.domain.decisions.decision import Authority, Decision
from answerable.domain.decisions.estimates import EstimateRefused, estimate, work_of
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law.costs import Payer
from tests.support.decisions import DAY, whole_ground


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("locate", "is no work"),
        ("locate:5", "is no work"),
        ("locate:-5:5", "is no work"),
        ("sing:5:5", "no activity called 'sing'"),
    ],
)
def test_work_that_means_nothing_is_refused(text, words):
    with pytest.raises(EstimateRefused, match=words):
        work_of(text)


def test_an_estimate_needs_work():
    with pytest.raises(EstimateRefused, match="at least one activity"):
        estimate([])


@pytest.mark.parametrize(
    ("work", "payer", "reasons"),
    [
        ("locate:217:5", Payer.OTHER, []),
        (
            "locate:217:5",
            Payer.CENTRAL,
            ["The estimate is 18.0833 hours, which is not over the limit of 24 hours"],
        ),
        (
            "redact:900:60",
            Payer.OTHER,
            ["The estimate is 0 hours, which is not over the limit of 18 hours"],
        ),
    ],
)
def test_an_estimate_within_the_limit_refuses_nothing(work, payer, reasons):
    decision = Decision(
        (Outcome.COST_LIMIT,), (whole_ground("12(1)"),), estimate=estimate([work_of(work)])
    )

    found = check_decision(decision, authority=Authority(own_payer=payer), on=DAY)

    assert [str(one) for one in found] == reasons
