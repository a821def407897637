"""The way to a letter that leaves, and who may open it."""

import pytest

from answerable.actions.casework import check_draft, clear_draft
from answerable.records.casework.models import Request
from tests.functional.casework.conftest import seen
from tests.functional.casework.test_case_pages import looked_at
from tests.support.casework import AUDITOR, CHECKER, INTAKE, MANAGER, OFFICER, doing_by, drafted

pytestmark = pytest.mark.django_db
REF = "2025-0001"
PAGE = f"/requests/{REF}/"
LETTER = f"{PAGE}letter/"
PDF = f"{PAGE}letters/1.pdf"


@pytest.fixture
def cleared(db):
    drafted("1", "2")
    check_draft(REF, ["1", "2"], doing=doing_by(CHECKER))
    clear_draft(REF, ["1", "2"], doing=doing_by(MANAGER))


@pytest.fixture
def leaving(as_, office, cleared):
    browser = as_(INTAKE)
    browser.post(LETTER, {"do": "send:answer", "way": "post", **looked_at(browser, LETTER)})


@pytest.mark.parametrize("who", [INTAKE, OFFICER, MANAGER])
def test_the_page_of_a_request_leads_to_the_letter_that_leaves(as_, leaving, who):
    page = seen(as_(who).get(PAGE))

    assert f'href="{LETTER}">See the letter that leaves, or stop it' in page


def test_nobody_is_led_to_a_letter_that_they_may_not_open(as_, leaving):
    assert f'href="{PDF}"' in seen(as_(INTAKE).get(LETTER))
    assert f'href="{PDF}"' in seen(as_(AUDITOR).get(PAGE))

    for page in (PAGE, LETTER):
        assert f'href="{PDF}"' not in seen(as_(OFFICER).get(page))
    told = seen(as_(OFFICER).get(LETTER))
    assert "Reading letters that name who asked is for intake staff and auditors" in told


def test_a_letter_that_left_is_read_by_those_who_may_know_who_asked(as_, leaving):
    refused = as_(OFFICER).get(PDF)

    assert "Reading letters that name who asked is for intake staff" in seen(refused, 403)
    assert as_(AUDITOR).get(PDF).content.startswith(b"%PDF-")


def test_those_who_cannot_stop_a_letter_are_told_why(as_, leaving):
    told = seen(as_(CHECKER).get(LETTER))

    assert "Stopping a letter that is leaving is for" in told
    assert "Stop it" not in told


def test_a_wish_to_be_written_to_in_welsh_is_shown_to_those_who_write(as_, office, cleared):
    Request.objects.update(language="cy")

    assert "They asked to be written to in Welsh" in seen(as_(OFFICER).get(PAGE))
    assert "have the letter translated" in seen(as_(INTAKE).get(LETTER))


def test_a_letter_counts_the_questions_that_other_letters_are_about(as_, office):
    drafted("1", "2")
    check_draft(REF, ["1"], doing=doing_by(CHECKER))
    clear_draft(REF, ["1"], doing=doing_by(MANAGER))

    page = seen(as_(INTAKE).get(LETTER))

    assert "This letter is about 1 of them. About the rest we write to you separately." in page
