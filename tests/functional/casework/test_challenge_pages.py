"""Reviews, complaints and appeals on their pages: asked for, reviewed, ruled on, counted."""

import pytest
import time_machine
from django.urls import reverse

from answerable.actions.casework import restrict_request
from answerable.actions.casework.challenging import write_findings
from answerable.records.casework.models import Challenge, Question
from tests.functional.casework.conftest import seen
from tests.support import scenes
from tests.support.casework import AT, AUDITOR, INTAKE, MANAGER, OFFICER, REF, doing_by
from tests.support.challenges import (
    OVERTURNED,
    REVIEWER,
    answer_again,
    ask,
    complain,
    decide,
    decided,
    later,
    rule,
    taken,
)
from tests.support.forms import typed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
CHAIN = f"/requests/{REF}/challenges/"
DAY = {"asked_on_day": "6", "asked_on_month": "10", "asked_on_year": "2025"}


@pytest.fixture
def answered(october):
    scenes.posted()


def test_a_review_is_recorded_taken_decided_and_its_outcome_leaves(as_, answered):
    asked = {"grounds-1": ["decision"], "words": "A. Person wants the list.", **DAY}
    as_(INTAKE).post(f"{CHAIN}review/", asked)
    chain = seen(as_(REVIEWER).get(CHAIN))
    assert "A. Person" not in chain
    assert "wants the list." in chain
    as_(REVIEWER).post(CHAIN, {"do": "take:1"})
    page = f"{CHAIN}1/review/"
    assert "say whether the answer is upheld" in seen(as_(REVIEWER).get(page))

    found = {
        "do": "save",
        "finding-1": "overturned",
        "reasons-1": "It was not searched.",
        "answer-1-decision": "You were right.",
        "limit-1": "35days",
    }
    as_(REVIEWER).post(page, found)
    shown = seen(as_(REVIEWER).get(page))
    assert "We overturn our answer to this question." in shown
    assert "within 35 days of the day on which this letter leaves us" in shown
    form = typed_in(shown, '<div class="an-paper">') | {"do": "send", "way": "post"}
    as_(REVIEWER).post(page, form)
    as_(INTAKE).post(f"/requests/{REF}/letter/", {"do": "posted:2"})

    assert Question.objects.get(label="1").round == 2
    chain = seen(as_(OFFICER).get(CHAIN))
    assert "round 1: answered on 6 October 2025" in chain
    assert "(round 2 since 6 October 2025, 35 days)" in chain
    again = seen(as_(OFFICER).get(f"/requests/{REF}/clearance/"))
    assert "Nothing is written yet in round 2." in again
    assert "(round 2 since 6 October 2025, 35 days)" in seen(as_(OFFICER).get(CHAIN))
    question = seen(as_(OFFICER).get(f"/requests/{REF}/questions/1/"))
    assert "overturned on 6 October 2025 by a review" in question


def test_an_outcome_that_is_stopped_gives_the_review_back(as_, answered):
    number = taken("1")
    write_findings(REF, number, {"1": OVERTURNED}, doing=doing_by(REVIEWER))
    decide(number, at=AT)

    stopped = as_(INTAKE).post(
        f"/requests/{REF}/letter/", {"do": "stop:2", "reason": "A page is missing"}, follow=True
    )

    assert "its reviewer has the review again" in seen(stopped)


def test_a_limit_that_is_none_is_said_on_the_page(as_, answered):
    taken("1")
    wrong = {"do": "save", "finding-1": "overturned", "limit-1": "soon"}

    assert "is no limit of time" in seen(as_(REVIEWER).post(f"{CHAIN}1/review/", wrong), 409)


def test_an_outcome_that_changed_meanwhile_is_looked_at_again(as_, answered):
    taken("1")

    refused = as_(REVIEWER).post(f"{CHAIN}1/review/", {"do": "send", "seen": "x", "way": "post"})

    assert "The outcome changed meanwhile" in seen(refused, 403)


def test_an_officer_is_told_that_they_cannot_review_their_own_decision(as_, answered):
    ask("1")

    assert "You had a part in the answer" in seen(as_(OFFICER).get(CHAIN))
    refused = as_(OFFICER).post(CHAIN, {"do": "take:1"})
    assert "You had a part in the answer" in seen(refused, 403)


def test_a_review_asked_a_year_late_needs_a_reason(as_, answered):
    with time_machine.travel(later(365), tick=False):
        asked = {"grounds-1": ["decision"], **DAY, "asked_on_year": "2026"}
        refused = as_(INTAKE).post(f"{CHAIN}review/", asked)

        assert "was 2 December 2025: say why it is taken all the same" in seen(refused, 403)


def test_nothing_ticked_is_said(as_, answered):
    assert "Say which answers it is about" in seen(as_(INTAKE).post(f"{CHAIN}review/", DAY), 403)


def test_the_chain_shows_what_the_regulator_asked_for_and_ruled(as_, answered):
    number = complain("1")
    page = f"{CHAIN}{number}/ruling/"
    enquiry = {f"enquiry-{name}": value for name, value in DAY.items()}
    as_(OFFICER).post(page, {"do": "enquiry", "enquiry-what": "The list", **enquiry})
    as_(OFFICER).post(CHAIN, {"do": f"answered:{number}:1"})
    on = {"on_day": "6", "on_month": "10", "on_year": "2025"}
    refused = as_(MANAGER).post(page, {"do": "ruling", **on})
    assert "say whether the answer is upheld" in seen(refused, 403)
    as_(MANAGER).post(page, {"do": "ruling", "finding-1": "upheld", "steps": "None", **on})

    chain = seen(as_(AUDITOR).get(CHAIN))
    assert "The list (given on 6 October 2025)" in " ".join(chain.split())
    assert "an appeal can be made until 3 November 2025" in chain


def test_reviews_are_listed_with_what_is_overdue(as_, answered):
    ask("1")
    with time_machine.travel(later(60), tick=False):
        listed = seen(as_(REVIEWER).get(reverse("reviews")))

        assert "Overdue" in listed
        assert "You cannot review it." not in listed
        assert "You cannot review it." in seen(as_(OFFICER).get(reverse("reviews")))


def test_each_number_of_a_limb_leads_to_its_requests(as_, october):
    scenes.posted()
    decided(taken("1"), at=later(1))
    answer_again(at=later(2))
    complaint = complain("1", at=later(3))
    rule(complaint, found=OVERTURNED, at=later(4))
    page = reverse("overturned")

    shown = seen(as_(MANAGER).get(page, {"limb": "31(1)(a)", "what": "overturned by regulator"}))
    file = as_(AUDITOR).get(reverse("overturned-file")).content.decode()

    assert f'<a class="govuk-link" href="{CHAIN}">{REF}</a>' in shown
    assert "31(1)(a),1,1,0,0,1,0,1,0,100" in file


def test_of_restricted_requests_those_count_that_name_the_viewer(as_, answered):
    complain("1")
    restrict_request(REF, people=[], reason="A colleague asks", doing=doing_by(MANAGER))

    assert REF in seen(as_(MANAGER).get(reverse("reviews")))
    assert REF not in seen(as_(AUDITOR).get(reverse("reviews")))
    assert as_(AUDITOR).get(CHAIN).status_code == 404
    assert Challenge.objects.count() == 1
