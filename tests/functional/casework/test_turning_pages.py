"""The pages of notices, and of what came from whoever asked."""

import datetime as dt

import pytest

from answerable.records.casework.models import Letter, Notice
from tests.functional.casework.conftest import done, seen
from tests.support import scenes
from tests.support.casework import (
    AUDITOR,
    CHECKER,
    INTAKE,
    MANAGER,
    OFFICER,
    REF,
    record,
)
from tests.support.turning import meaning_asked, noticed, question, to_weigh

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("october", "office")]
NOTICES = f"/requests/{REF}/notices/"
WEIGH, FEE = f"{NOTICES}public-interest-extension/", f"{NOTICES}fees-notice/"
TURNS = f"/requests/{REF}/turns/"
WEIGHING = {"question": "1", "limbs": "31(1)(a) and 43(2)", "why": "It would help burglars."}


@pytest.fixture(autouse=True)
def _begun(october):
    scenes.begun()


def test_an_officer_writes_a_notice_and_a_manager_lets_it_go(as_):
    page = seen(as_(OFFICER).get(WEIGH))
    assert "2 December 2025" in page

    done(as_(OFFICER).post(WEIGH, WEIGHING, follow=True), "Written: somebody else lets it go")
    looked_at = seen(as_(MANAGER).get(NOTICES))
    assert "section 43(2)" in looked_at
    assert "A. Person" not in looked_at
    digest = looked_at.split('name="seen" value="')[1][:32]
    sent = as_(MANAGER).post(NOTICES, {"do": "go:1", "seen": digest, "way": "email"}, follow=True)
    done(sent, "the clock moves on the day on which it has left")

    assert Letter.objects.get().state == "leaving"


def test_the_page_of_the_request_keeps_the_first_date_in_view(as_):
    record("pit_extension_notice:2025-10-06", labels=["1"])

    page = seen(as_(OFFICER).get(f"/requests/{REF}/"))

    assert "first due 3 November 2025, now 2 December 2025" in page
    assert "First due 3 November 2025" in seen(as_(OFFICER).get(f"/requests/{REF}/questions/1/"))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({**WEIGHING, "limbs": "21(1)"}, "21(1) is absolute"),
        ({**WEIGHING, "question": []}, "Choose the questions"),
        ({**WEIGHING, "why": ""}, "Say why"),
    ],
)
def test_what_is_refused_is_said_above_the_form_and_kept_in_it(as_, typed, why):
    page = as_(OFFICER).post(WEIGH, typed)

    assert why in page.content.decode()
    assert typed["limbs"] in page.content.decode()
    assert not Notice.objects.exists()


def test_a_fee_is_an_amount(as_):
    typed = {"question": "1", "pounds": "twelve", "why": "Copies"}

    assert "an amount in pounds" in as_(OFFICER).post(FEE, typed).content.decode()


def test_a_notice_is_taken_back(as_):
    noticed(to_weigh("1"))

    done(as_(OFFICER).post(NOTICES, {"do": "back:1"}, follow=True), "Taken back")

    assert "taken back" in seen(as_(OFFICER).get(NOTICES))


def test_a_notice_that_can_go_no_more_says_why(as_):
    noticed(to_weigh("1"))
    meaning_asked("1")

    page = seen(as_(CHECKER).get(NOTICES))

    assert "It cannot go now: The clock waits for whoever asked" in page


@pytest.mark.parametrize(
    ("address", "typed"),
    [(NOTICES, {"do": "go:x"}), (NOTICES, {"do": "fly:1"}), (TURNS, {"do": "fly"})],
)
def test_what_no_form_of_ours_sends_is_a_bad_request(as_, address, typed):
    assert as_(MANAGER).post(address, typed).status_code == 400


def test_there_is_no_notice_of_another_kind(as_):
    assert as_(OFFICER).get(f"{NOTICES}refusal/").status_code == 404


def test_without_an_office_nothing_leaves(as_, settings, tmp_path):
    settings.ANSWERABLE_OFFICE = tmp_path / "none.toml"

    assert "The office" in seen(as_(MANAGER).get(NOTICES), status=503)
    sent = {"do": "withdrawn", "question": "1"}
    assert "The office" in seen(as_(OFFICER).post(TURNS, sent), status=503)


def test_intake_records_what_was_meant(as_):
    meaning_asked("1")
    typed = {"do": "clarified", "question": "1", "clarified-words": "Of ink."}
    typed |= {"clarified-on_day": "9", "clarified-on_month": "10", "clarified-on_year": "2025"}

    done(as_(INTAKE).post(TURNS, typed, follow=True), "question 1")

    assert question("1").due_on == dt.date(2025, 11, 6)


def test_an_officer_withdraws_moves_and_takes_fees(as_):
    record("fees_notice:2025-10-06", labels=["2"])
    officer = as_(OFFICER)

    done(officer.post(TURNS, {"do": "paid", "question": "2"}, follow=True), "the clock goes on")
    moved = {"do": "moved", "question": "2", "moved-to": "EIR", "moved-reason": "Boilers"}
    done(officer.post(TURNS, moved, follow=True), "Moved: question 2")
    done(officer.post(TURNS, {"do": "withdrawn", "question": "1"}, follow=True), "Withdrawn")

    assert (question("1").stage, question("2").regime) == ("closed", "EIR")


def test_what_still_has_time_does_not_lapse(as_):
    meaning_asked("1")

    page = as_(OFFICER).post(TURNS, {"do": "lapsed", "question": "1", "lapsed-reason": "Silence"})

    assert "this office waits 60 days" in seen(page, status=409)
    assert "Silence" in page.content.decode()


def test_who_may_not_is_told_why_on_the_page(as_):
    page = seen(as_(AUDITOR).get(TURNS))

    assert "Withdrawing a question is for" in page
    assert "<button" not in page.partition('id="clarified-title"')[2]


def test_only_what_waits_can_be_said_to_have_come(as_):
    page = seen(as_(OFFICER).get(TURNS))
    assert "No question waits to hear what was meant." in page
    assert "No question waits for a fee." in page

    meaning_asked("2")

    clarified = seen(as_(OFFICER).get(TURNS)).partition('id="paid-title"')[0]
    assert "Question 2:" in clarified
    assert "Question 1:" not in clarified
