"""docs/law/decisions.md: each row is a decision that lacks something."""

import pytest

from answerable.domain.decisions.checking import check_decision
from answerable.domain.decisions.decision import Authority, BodyKind, Decision
from answerable.domain.decisions.outcomes import Outcome
from tests.support.decisions import DAY, whole_ground
from tests.support.pages import table

PAGE = "law/decisions.md"


@pytest.mark.parametrize("row", table(PAGE, "Reasons, ground by ground"), ids=str)
def test_a_ground_lacks_just_what_its_row_says(row):
    ground = whole_ground(row["ground"], lacks=row["lacks"])
    decision = Decision((Outcome.WITHHELD,), (ground,))

    reasons = check_decision(decision, authority=Authority(BodyKind(row["body"])), on=DAY)

    assert "; ".join(map(str, reasons)) == row["reason"]


@pytest.mark.parametrize("row", table(PAGE, "Outcomes that need something"), ids=str)
def test_an_outcome_needs_what_its_row_says(row):
    outcomes = tuple(Outcome(one) for one in row["outcomes"].split(", ") if one)
    grounds = (whole_ground(row["ground"]),) if row["ground"] else ()

    reasons = check_decision(Decision(outcomes, grounds), authority=Authority(), on=DAY)

    assert "; ".join(map(str, reasons)) == row["reason"]
