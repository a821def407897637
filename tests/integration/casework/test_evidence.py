"""What a decision says of other requests is held against them, and nobody learns who asked."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from answerable.actions.casework import (
    DecisionNotLawful,
    Draft,
    accept_request,
    assign_request,
    put_forward,
    write_decision,
)
from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.estimates import Together, estimate, work_of
from answerable.domain.decisions.particulars import Particulars
from answerable.domain.law.limbs import Need
from answerable.queries.casework.deciding import version_page
from answerable.queries.casework.evidence import related_requests
from answerable.records.casework.models import Question, Request
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import scenes
from tests.support.casework import AT, MANAGER, OFFICER, REF, TABLE, arrive, doing_by
from tests.support.decisions import whole_ground
from tests.support.letters import make_mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
AGAIN = "2025-0002"
SAME = "Ann <a.person@example.org>"
BO = "Bo <bo@example.org>"


def asked_again(*, sender=SAME, days=14):
    """Let another request come in, and let the officer accept it."""
    at = AT + dt.timedelta(days=days)
    mail = make_mail("How many pens do you have?", Message_ID="<9@x.example>", From=sender, Date=at)
    (taken,) = arrive(mail, at=at)
    assign_request(taken.reference, officer=OFFICER, doing=doing_by(MANAGER, at=at))
    accept_request(taken.reference, doing=doing_by(OFFICER, at=at))
    return taken.reference


def repeated(named):
    """Return a decision under section 14(2) that names an earlier request."""
    whole = whole_ground("14(2)")
    ground = replace(whole, recorded={**whole.recorded, Need.EARLIER_REQUEST: named})
    return Draft(Decision((Outcome.REPEATED,), (ground,)))


def too_much(*together):
    """Return a refusal for its cost, with requests that are added up."""
    made = replace(estimate([work_of("locate:120:5")]), together=together)
    decision = Decision((Outcome.COST_LIMIT,), (whole_ground("12(1)"),), estimate=made)
    return Draft(decision, particulars=Particulars(narrow="Ask for one year"))


def objections(reference, draft):
    """Return why a decision is not put forward; nothing if it is."""
    label = Question.objects.filter(request__reference=reference).first().label
    write_decision(reference, label, draft, doing=doing_by(OFFICER))
    try:
        put_forward(reference, [label], doing=doing_by(OFFICER))
    except DecisionNotLawful as refusal:
        return [str(reason) for _, reason in refusal.reasons]
    return []


def test_an_earlier_request_of_the_same_person_that_was_answered_is_repeated():
    scenes.posted()

    assert objections(asked_again(), repeated(REF)) == []


def test_an_earlier_request_of_somebody_else_is_not_and_nobody_is_named():
    scenes.posted()

    (reason,) = objections(asked_again(sender=BO), repeated(REF))

    assert reason == (
        f"14(2) holds for requests of the same person only, and {REF} is not known to be: "
        "decide on another ground"
    )


def test_what_was_not_complied_with_is_not_repeated():
    scenes.begun()

    (reason,) = objections(asked_again(), repeated(REF))

    assert "was not complied with yet" in reason


@pytest.mark.parametrize("named", ["2025-0999", AGAIN])
def test_an_earlier_request_that_there_is_not_is_none(named):
    scenes.begun()

    (reason,) = objections(asked_again(), repeated(named))

    assert f"names {named} as the earlier request, but there is none" in reason


def test_a_request_that_is_restricted_to_others_is_none_either():
    scenes.posted()
    again = asked_again()
    Request.objects.filter(reference=REF).update(is_restricted=True)

    (reason,) = objections(again, repeated(REF))

    assert "but there is none" in reason


def test_requests_of_the_same_person_within_sixty_working_days_are_added_up():
    scenes.begun()
    together = Together(AGAIN, Fraction(9), by_same_person=True, why="Another year of the same")
    asked_again()

    (related,) = related_requests(REF, viewer=OFFICER, table=TABLE)

    assert (related.is_of_same_person, related.refusal) == (True, "")
    assert objections(REF, too_much(together)) == []
    assert version_page(REF, "1", 1).decision.estimate.together == (together,)


@pytest.mark.parametrize(
    ("sender", "days", "by_same_person", "wanted"),
    [
        (SAME, 95, True, "they came within no period of 60 working days"),
        (BO, 14, True, "it is not known to be of the same person"),
        (BO, 14, False, ""),
    ],
)
def test_other_requests_are_added_up_only_as_the_law_has_it(sender, days, by_same_person, wanted):
    scenes.begun()
    other = asked_again(sender=sender, days=days)

    found = objections(REF, too_much(Together(other, Fraction(9), by_same_person, "The same")))

    assert wanted in " ".join(found)
    assert bool(found) is bool(wanted)
