"""The page of those who check and clear: it shows all that a decision rests on."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from answerable.actions.casework import Draft
from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision, Ground
from answerable.domain.decisions.estimates import Estimate, Work
from answerable.domain.decisions.particulars import Particulars
from answerable.domain.law.costs import activities
from answerable.domain.law.limbs import Need
from tests.functional.casework.conftest import seen
from tests.support.casework import CHECKER, drafted
from tests.support.decisions import whole_ground

pytestmark = pytest.mark.django_db
PAGE = "/requests/2025-0001/clearance/"


def opinion_ground():
    ground = whole_ground("36(2)(b)(i)")
    return replace(ground, opinion=replace(ground.opinion, on=dt.date(2025, 10, 1)))


def test_those_who_check_see_all_that_a_decision_rests_on(as_):
    work = Work(next(iter(activities().values())), 30_000, Fraction(2), 1)
    decision = Decision(
        (Outcome.PART_DISCLOSED, Outcome.COST_LIMIT, Outcome.SIGNPOSTED),
        (opinion_ground(), Ground("12(1)")),
        estimate=Estimate((work,), "fifty e-mails"),
        signposted_to="Westshire Police",
    )
    particulars = Particulars(narrow="Name one team.", searches="The case system.")
    drafted("1", draft=Draft(decision, "Some of it.", particulars=particulars))

    page = seen(as_(CHECKER).get(PAGE))

    for words in (
        "the chief executive",
        "1 October 2025",
        "plans would be known",
        "Withholding weighs more",
        "It would be likely to happen",
        "30,000 items, 2 minutes each, 1 at once: 1,000.0 hours",
        "fifty e-mails",
        "Westshire Police",
        "Name one team.",
        "The case system.",
    ):
        assert words in page


def test_what_makes_a_request_vexatious_is_shown_to_those_who_check(as_):
    ground = whole_ground("14(1)")
    drafted("1", draft=Draft(Decision((Outcome.VEXATIOUS,), (ground,))))

    page = seen(as_(CHECKER).get(PAGE))

    assert "Weigh the burden on the body and its staff" in page
    assert "Conclude why the request is vexatious" in page
    assert "What speaks for disclosure" not in page


def test_those_who_check_are_not_told_who_asked_by_the_reasons(as_):
    whole = whole_ground("14(1)")
    recorded = {**whole.recorded, Need.EVIDENCE: "a.person@example.org wrote nine times"}
    ground = replace(whole, recorded=recorded)
    drafted("1", draft=Draft(Decision((Outcome.VEXATIOUS,), (ground,))))

    page = seen(as_(CHECKER).get(PAGE))

    assert "[the requester] wrote nine times" in page
    assert "a.person" not in page
