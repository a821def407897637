"""What somebody does on a page that they opened before others did something: nothing is done unread, or twice."""

import pytest

from answerable.actions.casework import (
    check_draft,
    clear_draft,
    put_forward,
    take_back,
    write_decision,
)
from answerable.records.casework.models import Letter, Note, Question
from tests.functional.casework.conftest import seen
from tests.support.casework import CHECKER, INTAKE, MANAGER, OFFICER, WITHHELD, doing_by, drafted
from tests.support.forms import typed_in

pytestmark = pytest.mark.django_db
REF = "2025-0001"
PAGE = f"/requests/{REF}/"


@pytest.mark.parametrize(("do", "who"), [("check", CHECKER), ("bypass", MANAGER)])
def test_nobody_answers_for_words_that_were_written_after_they_read(as_, do, who):
    drafted("1", "2")
    page = f"{PAGE}clearance/"
    form = {"do": do, "question": ["1", "2"], "reason": "Nobody is here"}
    form["seen"] = typed_in(seen(as_(who).get(page)), "<form")["seen"]
    take_back(REF, ["2"], doing=doing_by(OFFICER))
    write_decision(REF, "2", WITHHELD, doing=doing_by(OFFICER))
    put_forward(REF, ["2"], doing=doing_by(OFFICER))

    refused = seen(as_(who).post(page, form), 403)

    assert "Question 2 was decided anew since you opened this page" in refused
    assert set(Question.objects.values_list("stage", flat=True)) == {"drafted"}
    form["seen"] = typed_in(refused, "<form")["seen"]
    assert as_(who).post(page, form).status_code == 302


def test_a_letter_that_is_sent_twice_goes_once_and_the_second_time_it_is_said_why(as_, office):
    drafted("1", "2")
    check_draft(REF, ["1", "2"], doing=doing_by(CHECKER))
    clear_draft(REF, ["1", "2"], doing=doing_by(MANAGER))
    browser, page = as_(INTAKE), f"{PAGE}letter/"
    form = typed_in(seen(browser.get(page)), '<div class="an-paper">')
    form |= {"do": "send:answer", "way": "email"}

    assert browser.post(page, form).status_code == 302
    assert "It may have left already" in seen(browser.post(page, form), 403)
    assert Letter.objects.count() == 1


def test_a_note_whose_button_is_pressed_twice_is_one_note(as_):
    drafted("1", "2")
    for text in ("Ask the print room", "Ask the print room", "They say 12", "Ask the print room"):
        as_(OFFICER).post(f"{PAGE}notes/", {"text": text})

    kept = list(Note.objects.order_by("pk").values_list("text", flat=True))
    assert kept == ["Ask the print room", "They say 12", "Ask the print room"]


@pytest.mark.parametrize(("do", "who"), [("check", CHECKER), ("bypass", MANAGER)])
def test_a_form_that_does_not_say_what_was_read_clears_nothing(as_, do, who):
    drafted("1")
    asked = {"do": do, "question": "1", "reason": "Nobody is in"}

    refused = as_(who).post(f"/requests/{REF}/clearance/", asked)

    assert "read it again" in seen(refused, 403)
    assert Question.objects.get(label="1").stage == "drafted"
