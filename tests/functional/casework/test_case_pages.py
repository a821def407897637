"""The pages of a request: what they show, what they do, and why they refuse."""

import pytest
import time_machine

from answerable.actions.casework import (
    check_draft,
    clear_draft,
    restrict_request,
)
from answerable.actions.casework.indexing import rebuild_casework_index
from answerable.records.casework.models import (
    Letter,
    Note,
    Outgoing,
    Question,
    QuestionEvent,
    Request,
)
from tests.functional.casework.conftest import done, seen
from tests.support.casework import (
    AT,
    AUDITOR,
    CHECKER,
    INTAKE,
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    REF,
    arrive,
    begun,
    doing_by,
    drafted,
    somebody,
)
from tests.support.forms import typed_in
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db
PAGE = f"/requests/{REF}/"


def test_a_request_shows_its_questions_its_clock_and_its_history(as_):
    begun()

    page = seen(as_(OFFICER).get(PAGE))

    for words in (
        "1. How many?",
        "2. Who pays?",
        "20 working days left",
        "Monday 3 November 2025",
        "How the days were counted: Questions 1 and 2",
        'role="img"',
        "Request taken in",
        "Request accepted",
    ):
        assert words in page


def test_it_says_by_when_the_draft_is_due_until_it_is_there(as_, settings):
    begun()
    assert "Monday 20 October 2025" in seen(as_(OFFICER).get(PAGE))

    settings.ANSWERABLE_DRAFT_DAYS = 30
    with time_machine.travel("2025-10-08 09:00", tick=False):
        late = seen(as_(OFFICER).get(PAGE))
    Question.objects.update(stage="drafted")
    there = seen(as_(OFFICER).get(PAGE))

    assert "Tuesday 7 October 2025 <strong" in late
    assert "Draft by" not in there


def test_who_asked_stands_nowhere_on_it(as_):
    (taken,) = arrive(
        make_mail(
            text="1. How many does A. Person have?\n2. Who pays?\n\nYours,\nA. Person",
            Subject="A question by A. Person <a.person@example.org>",
        )
    )

    page = seen(as_(OFFICER).get(f"/requests/{taken.reference}/"))

    assert "Person" not in page.replace("[the requester]", "")
    assert "[the requester]" in page


def test_who_asked_is_shown_for_a_reason_that_the_history_keeps(as_):
    begun()
    browser = as_(INTAKE)

    refused = browser.post(f"{PAGE}requester/", {"reason": " "})
    assert "Say why" in seen(refused, 403)
    shown = browser.post(f"{PAGE}requester/", {"reason": "The letter came back"})

    assert "a.person@example.org" in seen(shown)
    assert "Requester seen, because The letter came back" in seen(browser.get(PAGE))


def test_a_checker_is_not_shown_who_asked(as_):
    begun()

    page = as_(CHECKER).post(f"{PAGE}requester/", {"reason": "I want to know"})

    assert "Seeing who asked is for intake staff, officers and managers" in seen(page, 403)
    assert "a.person" not in page.content.decode()


def test_a_request_that_does_not_exist_and_one_that_is_restricted_are_the_same_to_others(as_):
    begun()
    restrict_request(REF, people=[], reason="It is about a colleague", doing=doing_by(MANAGER))

    for page in ("", "letter/", "clearance/", "questions/1/", "files/", "requester/"):
        assert as_(OTHER_OFFICER).get(f"{PAGE}{page}").status_code == 404
        assert as_(OTHER_OFFICER).get(f"/requests/2025-0999/{page}").status_code == 404
    assert "Restricted" in seen(as_(OFFICER).get(PAGE))


def test_a_request_is_assigned_accepted_and_given_back(as_):
    arrive(make_mail())
    as_(OFFICER)
    manager = as_(MANAGER)
    page = f"{PAGE}assignment/"

    done(manager.post(page, {"do": "assign", "officer": OFFICER.key}, follow=True), "Assigned")
    officer = as_(OFFICER)
    done(officer.post(page, {"do": "accept"}, follow=True), "Accepted")
    assert "Olive has it" in seen(officer.get(page))
    assert "Say why" in seen(officer.post(page, {"do": "decline", "reason": ""}), 403)
    reason = {"do": "decline", "reason": "I know the requester"}
    done(officer.post(page, reason, follow=True), "Given back")

    assert Request.objects.get().officer == ""


def test_who_answered_such_questions_is_suggested_where_somebody_is_chosen(as_):
    as_(OFFICER)
    drafted("", text="How many tandems were repaired by the workshop?")
    Question.objects.update(stage="sent")
    text = "How many tandems has the workshop repaired?"
    (taken,) = arrive(make_mail(text, Message_ID="<2@x.example>"))
    rebuild_casework_index()

    page = seen(as_(MANAGER).get(f"/requests/{taken.reference}/assignment/"))

    assert "Who answered such questions before:" in page
    assert f'Olive answered a question like it: <a class="govuk-link" href="{PAGE}"' in page
    assert '<option value="" selected>Nobody yet</option>' in page


def test_a_button_that_would_be_refused_is_off_and_says_why(as_):
    begun()

    page = seen(as_(OTHER_OFFICER).get(f"{PAGE}assignment/"))

    assert "olive@body.example has it already" in page
    assert 'name="do" value="take" disabled' in page


def test_what_happened_to_one_question_moves_its_clock_only(as_):
    begun()
    event = {
        "kind": "clarification_requested",
        "on_day": "6",
        "on_month": "10",
        "on_year": "2025",
        "question": "2",
    }

    done(as_(OFFICER).post(f"{PAGE}events/", event, follow=True), "Recorded")

    assert [one.question.label for one in QuestionEvent.objects.all()] == ["2"]
    assert "Waits for the requester" in seen(as_(OFFICER).get(PAGE))


def test_what_cannot_have_happened_is_refused_with_its_reason(as_):
    begun()
    event = {"kind": "fee_received", "on_day": "6", "on_month": "10", "on_year": "2025"}

    page = as_(OFFICER).post(f"{PAGE}events/", event)

    assert "nothing says that the fees notice was given" in seen(page, 409)


def test_questions_are_merged_cut_reworded_and_moved(as_):
    begun(text="1. How many?\n2. Who pays?\n3. Since when and until when?")
    browser, page = as_(OFFICER), f"{PAGE}questions/"

    done(browser.post(page, {"do": "down:1"}, follow=True), "Moved down")
    done(
        browser.post(page, {"do": "reword:1", "text-1": "How many pens?"}, follow=True), "Reworded"
    )
    done(browser.post(page, {"do": "cut:3", "words-3": "and until"}, follow=True), "Cut in two")
    done(browser.post(page, {"do": "merge", "question": ["2", "1"]}, follow=True), "Merged")
    assert "needs words" in seen(browser.post(page, {"do": "reword:2", "text-2": " "}), 409)

    texts = list(Question.objects.order_by("place").values_list("text", flat=True))
    assert texts == ["Who pays? How many pens?", "Since when", "and until when?"]


def test_a_draft_goes_through_three_pairs_of_hands(as_):
    drafted("1", "2")
    page = f"{PAGE}clearance/"
    ticked = {"question": ["1", "2"], "seen": ["1:1", "2:1"]}

    assert "There are twelve." in seen(as_(CHECKER).get(page))
    assert "Tick the questions first" in seen(as_(CHECKER).post(page, {"do": "check"}), 403)
    done(
        as_(CHECKER).post(page, {"do": "check", **ticked}, follow=True),
        "Checked: questions 1 and 2",
    )
    done(as_(MANAGER).post(page, {"do": "clear", **ticked}, follow=True), "Cleared")

    assert set(Question.objects.values_list("stage", flat=True)) == {"cleared"}


def test_whoever_decided_is_told_that_somebody_else_must_clear(as_):
    both = somebody("Bo", "officer", "manager")
    drafted("1", officer=both)
    check_draft(REF, ["1"], doing=doing_by(CHECKER))

    page = as_(both).post(f"{PAGE}clearance/", {"do": "clear", "question": "1", "seen": "1:1"})

    assert "You decided it: somebody else must clear it" in seen(page, 403)


def test_an_answer_is_previewed_and_sent(as_, office):
    drafted("1", "2")
    check_draft(REF, ["1", "2"], doing=doing_by(CHECKER))
    clear_draft(REF, ["1", "2"], doing=doing_by(MANAGER))
    browser, page = as_(INTAKE), f"{PAGE}letter/"

    preview = seen(browser.get(page))
    assert "There are twelve." in preview
    # Whoever decides reads it, too: whom it greets is filled in when it leaves.
    assert "Dear [the requester]" in preview
    assert browser.get(f"{page}answer.pdf").content.startswith(b"%PDF-")
    sending = {"do": "send:answer", "way": "email", **looked_at(browser, page)}
    done(browser.post(page, sending, follow=True), "leaves by e-mail")
    assert "Dear A. Person" in Outgoing.objects.get().text
    assert Outgoing.objects.get().address == "a.person@example.org"
    assert "Say why" in seen(browser.post(page, {"do": "stop:1", "reason": ""}), 403)
    done(browser.post(page, {"do": "stop:1", "reason": "A wrong figure"}, follow=True), "Stopped")
    sending = {"do": "send:answer", "way": "post", **looked_at(browser, page)}
    done(browser.post(page, sending, follow=True), "Print it")
    done(browser.post(page, {"do": "posted:2"}, follow=True), "posted today")

    assert browser.get(f"{PAGE}letters/2.pdf").content.startswith(b"%PDF-")
    assert [one.state for one in Letter.objects.order_by("number")] == ["stopped", "sent"]
    assert "Answered in time" in seen(browser.get(PAGE))


def looked_at(browser, page):
    """Return what a page's form sends with it of the letter that was looked at."""
    return {"seen": typed_in(seen(browser.get(page)), '<div class="an-paper">')["seen"][0]}


def test_a_letter_that_is_not_the_one_that_was_looked_at_does_not_go(as_, office):
    drafted("1", "2")
    check_draft(REF, ["1", "2"], doing=doing_by(CHECKER))
    clear_draft(REF, ["1"], doing=doing_by(MANAGER))
    browser, page = as_(INTAKE), f"{PAGE}letter/"
    sending = {"do": "send:answer", "way": "email", **looked_at(browser, page)}
    clear_draft(REF, ["2"], doing=doing_by(MANAGER))

    refused = browser.post(page, sending)

    assert "The letter changed meanwhile" in seen(refused, 403)
    assert Letter.objects.count() == 0


def test_a_letter_is_not_written_for_an_office_that_says_nothing_of_itself(as_, settings, tmp_path):
    drafted("1")
    settings.ANSWERABLE_OFFICE = tmp_path / "office.toml"

    assert "write office.toml" in seen(as_(INTAKE).get(f"{PAGE}letter/"), 503)


def test_notes_messages_and_validity_are_recorded(as_):
    arrive(make_mail())
    arrive(make_mail(Message_ID="<2@x.example>", In_Reply_To="<1@example.org>", text="And pens?"))
    browser = as_(INTAKE)
    (_, message) = Request.objects.get().messages.order_by("pk")

    browser.post(f"{PAGE}notes/", {"text": "Ask the print room"})
    assert "1 new message" in seen(browser.get(PAGE))
    own = {"do": "own", "message": message.sha256[:16]}
    done(browser.post(f"{PAGE}messages/", own, follow=True), "It is request 2025-0002 now")
    unclear = {"validity": "unclear", "reason": ""}
    assert "Say why it is unclear" in seen(browser.post(f"{PAGE}validity/", unclear), 403)
    done(browser.post(f"{PAGE}validity/", {"validity": "valid"}, follow=True), "Recorded")

    assert Note.objects.get().text == "Ask the print room"
    assert Request.objects.get(reference=REF).validity == "valid"


def test_what_the_act_asks_of_a_request_is_shown_without_who_asked(as_):
    arrive(b"How many pens?", name="a.txt", channel="phone", on=AT.date(), sender="Jo Bloggs")
    begun()

    by_phone = seen(as_(INTAKE).get(f"/requests/{REF}/validity/"))
    by_mail = seen(as_(INTAKE).get("/requests/2025-0002/validity/"))

    assert "It came by phone" in by_phone
    assert "No address is known" in by_phone
    assert "A name is given" in by_phone
    assert "Bloggs" not in by_phone
    assert "1. How many?" in by_mail
    assert "An e-mail address" in by_mail


def test_an_auditor_reads_everything_and_changes_nothing(as_):
    begun()
    browser = as_(AUDITOR)

    assert "Request accepted" in seen(browser.get(PAGE))
    page = browser.post(f"{PAGE}validity/", {"validity": "valid"})
    assert "is for intake staff, officers and managers" in seen(page, 403)


def test_a_form_that_sends_what_none_of_ours_sends_is_refused(as_):
    begun()

    for page in ("assignment/", "clearance/", "questions/", "files/"):
        assert as_(OFFICER).post(f"{PAGE}{page}", {"do": "nonsense"}).status_code == 400


@pytest.mark.parametrize("page", ["", "assignment/", "clearance/", "questions/", "events/"])
def test_an_administrator_has_no_part_in_requests(as_, page):
    begun()

    refused = as_(somebody("Rita", "administrator")).get(f"{PAGE}{page}")

    assert "Reading requests is for intake staff" in seen(refused, 403)


def test_a_page_of_many_questions_asks_the_database_no_more_than_one_of_few(
    as_, django_assert_max_num_queries
):
    begun()
    begun_many = "\n".join(f"{number}. How many of kind {number}?" for number in range(1, 101))
    arrive(make_mail(Message_ID="<2@x.example>", text=begun_many))
    browser = as_(OFFICER)
    browser.get(PAGE)

    for reference in (REF, "2025-0002"):
        with django_assert_max_num_queries(26):
            assert "How many" in seen(browser.get(f"/requests/{reference}/"))


@pytest.mark.parametrize(("role", "status"), [("analyst", 403), ("officer", 404)])
def test_of_a_request_that_somebody_may_not_see_no_more_is_read(
    as_, django_assert_max_num_queries, role, status
):
    begun()
    if status == 404:
        restrict_request(REF, people=[], reason="About us", doing=doing_by(MANAGER))
    browser = as_(somebody("Nobody", role))

    for page in ("", "assignment/"):
        # The session, the person, their second factor and the request; and who may see it, if few may.
        with django_assert_max_num_queries(5 if status == 404 else 4):
            assert "2025-0001" not in seen(browser.get(f"{PAGE}{page}"), status)
