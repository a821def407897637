"""The pages on which a file is redacted: without scripts, with forms alone."""

import csv
import io

import pytest

from answerable.actions.casework.restricting import restrict_request
from answerable.records.casework.models import CaseFile, Redaction, RedactionMark
from answerable.web.casework.redacting import showing
from tests.functional.casework.conftest import done, seen
from tests.support import redactions
from tests.support.casework import (
    AUDITOR,
    CHECKER,
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    REF,
    arrive,
    doing_by,
)
from tests.support.letters import make_mail
from tests.support.pdf_made import drawn_pdf
from tests.support.redactions import GROUND, NAME, ONCE_MORE, attached, file, page

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
GIVEN = {"limb": GROUND.limb, "reason": GROUND.reason}
LISTED = f"/requests/{REF}/redactions/"
ROUTES = ("", "check/", "everywhere/", "log.csv", "page.png")


def at(part="", name="letter.pdf"):
    return f"/requests/{REF}/files/{file(name).pk}/redact/{part}"


def test_a_file_is_marked_put_forward_approved_and_made_by_forms_alone(as_):
    redactions.filed()
    browser = as_(OFFICER)
    assert "Begin to redact it" in seen(browser.get(at()))
    done(browser.post(at(), {"do": "begin"}, follow=True), "Begun: mark what is to go")
    shown = seen(browser.get(at()))
    assert '<input type="checkbox" name="word" value="2"><span>Quillfeather,' in shown
    marked = browser.post(at("?page=1"), {"do": "mark", "word": ["1", "2"], **GIVEN}, follow=True)
    done(marked, "1 place marked on page 1")
    assert marked.redirect_chain[-1][0].endswith("redact/?page=1#sheet")
    # The next mark begins with the ground of the last.
    assert 'value="Name of a junior member of staff"' in seen(browser.get(at("?page=2")))
    done(browser.post(at(), {"do": "forward"}, follow=True), "Put forward")
    assert "Look at it page by page" in seen(browser.get(at()))

    assert "You had a part in marking it" in seen(browser.get(at("check/")))
    browser = as_(CHECKER)
    shown = seen(browser.get(at("check/")))
    digest = shown.partition('name="seen" value="')[2].partition('"')[0]
    approved = browser.post(at("check/"), {"do": "approve", "seen": digest}, follow=True)
    done(approved, "Approved: the redacted file is made next")
    shown = seen(browser.get(at()))
    assert "data-watched" in shown
    assert "The redacted file is being made" in shown
    redactions.apply_with(redactions.painted)

    shown = seen(browser.get(at()))
    assert "letter (redacted).pdf" in shown
    assert "a double: 0 left" in shown
    assert "After: the redacted file" in seen(browser.get(at("check/")))
    assert browser.get(at("page.png?page=1&of=result")).content.startswith(b"\x89PNG")
    done(as_(OFFICER).post(at(), {"do": "log"}, follow=True), "log is attached")
    assert CaseFile.objects.filter(name__endswith="redaction log.csv").exists()


def test_a_box_is_given_in_millimetres(as_):
    redactions.begun_on()
    sides = {"box-left": "20", "box-top": "17", "box-right": "60", "box-bottom": "24"}

    done(as_(OFFICER).post(at("?page=2"), {"do": "mark", **sides, **GIVEN}, follow=True), "1 place")

    one = RedactionMark.objects.get()
    assert (one.page, one.words) == (2, "Seen by A. Quillfeather")
    assert (one.left, one.bottom) == pytest.approx((56.69, 68.03), abs=0.01)


@pytest.mark.parametrize(
    ("typed", "status", "why"),
    [
        ({}, 409, "Pick the words that are to go"),
        ({"word": "2"}, 409, "no limb of an exemption"),
        ({"word": "2", "limb": "40(2)"}, 409, "Say why it is to go"),
        ({"word": "2", **GIVEN, "reason": f"About {NAME}"}, 409, "The reason says the words"),
        ({"box-left": "20", **GIVEN}, 422, "A box needs all four of its sides"),
        ({"box-left": "wide", **GIVEN}, 422, "Enter a number"),
        ({"box-left": "nan", "box-top": "1", "box-right": "2", "box-bottom": "3", **GIVEN}, 422, "Enter a number"),
        ({"word": "two", **GIVEN}, 400, ""),
        ({"word": "9" * 30, **GIVEN}, 400, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_marked_is_said_and_what_was_typed_stays(as_, typed, status, why):
    redactions.begun_on()

    shown = seen(as_(OFFICER).post(at(), {"do": "mark", **typed}), status)

    assert why in shown
    if status == 409 and "word" in typed:
        assert 'value="2" checked' in shown
    assert not RedactionMark.objects.exists()


def test_marks_are_undone_made_again_and_widened(as_):
    redactions.marked()
    browser, first = as_(OFFICER), RedactionMark.objects.get().pk
    done(browser.post(at(), {"do": f"undo:{first}"}, follow=True), "Undone")
    assert "1 undone" in seen(browser.get(at()))
    done(browser.post(at(), {"do": f"redo:{first}"}, follow=True), "Marked again")
    again = RedactionMark.objects.get(undone_at=None).pk
    done(browser.post(at(), {"do": f"widen:{again}"}, follow=True), "the whole line now")

    assert "Dear Ms Quillfeather, ring the desk." in seen(browser.get(at()))
    # Pressed twice: it is said that the mark is not there any more.
    assert "Somebody else was quicker" in seen(browser.post(at(), {"do": f"undo:{again}"}), 409)


def test_words_are_counted_and_then_marked_in_all_files(as_):
    redactions.filed()
    attached("minutes.pdf", drawn_pdf(page(*ONCE_MORE)))
    browser = as_(OFFICER)
    sought = {"words": NAME, "where": "request", **GIVEN}
    counted = browser.post(at("everywhere/"), {"do": "count", **sought})
    assert "Found: 4 places in 2 files" in seen(counted)
    assert not Redaction.objects.exists()

    done(browser.post(at("everywhere/"), {"do": "mark", **sought}, follow=True), "4 places in 2")

    assert RedactionMark.objects.count() == 5
    assert "nowhere that is not marked" in seen(
        browser.post(at("everywhere/"), {"do": "mark", **sought}), 409
    )


def test_what_is_sought_stands_in_no_address(as_):
    redactions.filed()

    shown = seen(as_(OFFICER).get(at("everywhere/")))

    assert '<form method="post" novalidate autocomplete="off">' in shown


@pytest.mark.parametrize(
    ("typed", "status", "why"),
    [
        ({"words": "", "where": "file"}, 409, "Type the words"),
        ({"words": NAME}, 422, "Choose where"),
        ({"words": NAME, "where": "everywhere"}, 422, "Select a valid choice"),
        ({"words": "zq" * 3000, "where": "file"}, 422, "at most"),
    ],
)
def test_what_cannot_be_sought_is_said(as_, typed, status, why):
    redactions.filed()

    assert why in seen(as_(OFFICER).post(at("everywhere/"), {"do": "count", **typed}), status)


def test_it_goes_back_with_a_reason_that_the_page_says(as_):
    redactions.waiting()
    browser = as_(CHECKER)
    assert "Say why it goes back" in seen(browser.post(at("check/"), {"do": "return"}), 409)

    back = {"do": "return", "reason": "A name on page 2"}
    done(browser.post(at("check/"), back, follow=True), "Sent back")

    shown = seen(as_(OFFICER).get(at()))
    assert "Cora sent it back:" in shown
    assert "A name on page 2" in shown


def test_it_is_taken_back_by_whoever_put_it_forward(as_):
    redactions.waiting()

    done(as_(OFFICER).post(at(), {"do": "back"}, follow=True), "Taken back")

    assert Redaction.objects.get().state == "being marked"


def test_a_file_whose_bytes_were_swapped_is_refused_on_the_page(as_):
    redactions.begun_on()
    CaseFile.objects.update(data=drawn_pdf(page("Another one.", "Two.")))

    shown = seen(as_(OFFICER).post(at(), {"do": "mark", "word": "0", **GIVEN}), 409)

    assert "its bytes have changed since" in shown


def test_a_damaged_file_says_so_and_shows_no_page(as_):
    redactions.marked()
    CaseFile.objects.update(data=b"%PDF-1.4 cut")

    assert "cannot be opened" in seen(as_(OFFICER).get(at()))
    assert as_(OFFICER).get(at("page.png")).status_code == 404
    assert "cannot be opened" in seen(as_(OFFICER).get(at("check/")))


def test_the_log_as_a_file_has_where_and_why_and_none_of_the_words(as_):
    redactions.waiting()

    answer = as_(CHECKER).get(at("log.csv"))

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(one["page"], one["exemption"], one["reason"]) for one in rows] == [
        ("1", "40(2)", GROUND.reason)
    ]
    assert NAME.encode() not in answer.content
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("route", ROUTES)
def test_a_restricted_request_shows_nothing_of_its_files_to_others(as_, route):
    redactions.waiting()
    restrict_request(REF, people=[OFFICER.key], reason="About staff", doing=doing_by(MANAGER))

    assert as_(OTHER_OFFICER).get(at(route)).status_code == 404
    assert as_(OFFICER).get(at(route)).status_code == 200


@pytest.mark.parametrize("route", ROUTES)
def test_a_file_of_another_request_is_not_there(as_, route):
    redactions.waiting()
    arrive(make_mail(Message_ID="<2@x.example>"))
    address = at(route).replace(REF, "2025-0002")

    assert as_(OFFICER).get(address).status_code == 404


def test_an_auditor_looks_and_is_offered_nothing_to_do(as_):
    redactions.marked()

    shown = seen(as_(AUDITOR).get(at()))

    assert "Marking what is to be redacted is for" in shown
    assert 'name="word"' not in shown
    assert f'value="undo:{redactions.mark()}"' not in shown


@pytest.mark.parametrize("query", ["?page=0", "?page=99999", "?page=-1", "?page=x", "?page=²"])
def test_a_page_that_there_is_not_is_the_first_or_the_last(as_, query):
    redactions.marked()

    assert '<h2 class="govuk-heading-m" id="sheet-heading">Page' in seen(
        as_(OFFICER).get(at(query))
    )


def test_words_of_a_page_are_shown_as_words_and_never_as_markup(as_):
    redactions.filed()
    attached("odd.pdf", drawn_pdf(page('<b>bold</b> &amp; "quoted"')))
    browser = as_(OFFICER)
    browser.post(at(name="odd.pdf"), {"do": "begin"})

    assert "&lt;b&gt;bold&lt;/b&gt;" in seen(browser.get(at(name="odd.pdf")))


def test_a_page_of_more_words_than_a_browser_bears_shows_some_of_them(as_, monkeypatch):
    monkeypatch.setattr(showing, "_MOST_WORDS", 4)
    redactions.begun_on()

    shown = seen(as_(OFFICER).get(at()))

    assert shown.count('name="word"') == 4
    assert "6 more words stand on this page" in shown


def test_warnings_of_the_engine_stand_with_the_redacted_file(as_):
    redactions.made()
    one = Redaction.objects.get()
    one.proof["warnings"] = ["On page 1, 2 of 9 known names fit a gap exactly"]
    one.save()

    assert "On page 1, 2 of 9 known names fit a gap exactly." in seen(as_(OFFICER).get(at()))


def test_redactions_are_listed_with_how_far_each_is(as_):
    redactions.waiting()
    attached("minutes.pdf")
    attached("figures.csv", b"a,b")
    attached("photo.png", b"\x89PNG")

    shown = seen(as_(OFFICER).get(LISTED))

    assert shown.index("letter.pdf") < shown.index("Waits for a second person")
    # By their names: the workbook stands first.
    assert shown.index("figures.csv") < shown.index("Not begun") < shown.index("letter.pdf")
    assert shown.count("Not begun") == 2
    assert "photo.png" not in shown


def test_what_waits_stands_under_the_work_of_those_who_can_check_it_and_of_nobody_else(as_):
    redactions.waiting()
    heading = "Redactions to check (1)"

    assert heading in seen(as_(CHECKER).get("/work/"))
    assert f'href="{LISTED}"' in seen(as_(CHECKER).get("/work/"))
    assert heading not in seen(as_(OFFICER).get("/work/"))
    assert heading not in seen(as_(AUDITOR).get("/work/"))
    restrict_request(REF, people=[OFFICER.key], reason="About staff", doing=doing_by(MANAGER))
    assert heading not in seen(as_(CHECKER).get("/work/"))


def test_what_came_back_stands_under_the_work_of_whoever_marked_it(as_):
    redactions.waiting()
    as_(CHECKER).post(at("check/"), {"do": "return", "reason": "A name on page 2"})

    assert "Redactions that came back to you (1)" in seen(as_(OFFICER).get("/work/"))
    assert "Redactions that came back to you" not in seen(as_(CHECKER).get("/work/"))


def test_the_files_of_a_request_lead_to_it(as_):
    redactions.filed()

    assert f'href="{at()}"' in seen(as_(OFFICER).get(f"/requests/{REF}/files/"))
