"""The page of a file, what ever left, and incidents, as people use them without a script."""

import datetime as dt
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from answerable.actions.casework import AttachedFile, attach_file
from answerable.inspecting.rebuilding import Rebuilt, RebuiltFile
from answerable.jobs import releasing as releasing_jobs
from answerable.jobs.running import run_job
from answerable.queries.casework.releasing.standings import key_of, key_of_hit
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import (
    CaseFile,
    FileInspection,
    FileSettlement,
    Incident,
    SafeCopy,
)
from tests.functional.casework.conftest import done, seen
from tests.support import releasing, scenes
from tests.support.casework import AUDITOR, INTAKE, MANAGER, OFFICER, REF, begun, doing_by
from tests.support.contributions import answer, token
from tests.support.inspecting import HONEST, inspect, the_file, workbook
from tests.support.releasing import CHECK

pytestmark = pytest.mark.django_db
FILES = f"/requests/{REF}/files/"


def own():
    return f"{FILES}{the_file().pk}/"


def pressed(do, **more):
    return {"do": do, "seen": the_file().sha256, "reason": "It was agreed"} | more


@pytest.mark.slow
def test_a_workbook_with_a_hidden_sheet_is_explained_before_anything_is_asked(as_):
    begun()
    browser = as_(OFFICER)
    given = SimpleUploadedFile("staff.xlsx", workbook(hidden="Quillfeather", rows=412))
    done(
        browser.post(FILES, {"do": "attach", "question": "1", "file": given}, follow=True),
        "being inspected",
    )
    assert "Look again" in seen(browser.get(own()))
    inspect()

    page = seen(browser.get(own()))

    for words in (
        "Cannot be released", "A hidden sheet", "sheet &#x27;Raw&#x27;", "412", "9,483 officers",
        "Every sheet, and its rows with content", "<strong>hidden</strong>", "Make a safe copy",
        "Mended without a question", the_file().sha256, "The line is stopped",
    ):  # fmt: skip
        assert words in page, words
    assert "uillfeather" not in page.replace("Quillfeather.", "")
    assert "The line is stopped" in seen(browser.get(FILES))


def test_findings_are_decided_one_by_one_and_together(as_):
    releasing.decidable()
    browser = as_(OFFICER)
    assert "Choose what you decide about" in seen(browser.post(own(), pressed("decide")), 403)
    assert "Say why" in seen(browser.post(own(), pressed("decide-all", reason="")), 403)

    done(browser.post(own(), pressed("decide", finding=key_of(CHECK)), follow=True), "may stay")
    assert "Settled" in seen(browser.get(own()))
    done(browser.post(own(), pressed("decide-all"), follow=True), "all of it may stay")

    page = seen(browser.get(own()))
    assert "It may leave: somebody decided" in page
    assert page.count("because It was agreed") == 2
    assert FileSettlement.objects.count() == 2


def test_personal_data_is_shown_masked_with_what_the_finder_misses_and_decided_by_its_kind(as_):
    releasing.personal()
    browser = as_(OFFICER)
    page = seen(browser.get(own()))
    for words in (
        "must decide before it may leave", "M• Q••••", "Certain: a title stands before it", "page 1, line 2",
        "49 % of surnames that stand alone", "2 to decide", "Possible: it is small",
    ):  # fmt: skip
        assert words in page, words
    assert "Choose what you decide about" in seen(browser.post(own(), pressed("confirm")), 403)

    done(browser.post(own(), pressed("decide", kind="name"), follow=True), "may stay")

    page = seen(browser.get(own()))
    assert "It may leave: somebody decided" in page
    assert page.count("<strong>May stay</strong>") == 2
    assert "<strong>Undecided</strong>" in page


def test_what_must_be_redacted_holds_the_file_until_somebody_thinks_again(as_):
    releasing.personal()
    browser, keys = as_(OFFICER), [key_of_hit(one) for one in releasing.naming()]

    for possible in keys[2:]:
        done(browser.post(own(), pressed("confirm", finding=possible), follow=True), "stays here")
    done(browser.post(own(), pressed("decide-all"), follow=True), "all of it may stay")
    page = seen(browser.get(own()))
    assert "It shows what must be redacted" in page
    assert "Must be redacted" in seen(browser.get(FILES))
    assert "not open any more" in seen(
        browser.post(own(), pressed("confirm", finding="0" * 16)), 403
    )

    done(browser.post(own(), pressed("decide", finding=keys[2]), follow=True), "may stay")
    assert "It may leave: somebody decided" in seen(browser.get(own()))


@pytest.mark.slow
def test_personal_data_in_a_file_is_found_by_the_job_and_nothing_of_it_is_kept_in_the_clear(as_):
    begun()
    letter = b"Dear Mrs Agnes Pemberton,\n\nPlease call 07700 900123.\n"
    attach_file(REF, "1", AttachedFile("letter.txt", "", letter), doing=doing_by(OFFICER))

    inspect()

    page = seen(as_(OFFICER).get(own()))
    assert "M•• A•••• P••••••••" in page
    assert "line 3" in page
    kept = str(FileInspection.objects.get().report) + str([one.data for one in ledger_rows()])
    assert "Pemberton" not in kept
    assert "900123" not in kept


@pytest.mark.slow
def test_the_place_on_a_page_is_shown_as_a_picture_that_nothing_keeps(as_):
    releasing.pictured()
    browser, key = as_(OFFICER), key_of_hit(releasing.naming()[0])
    picture = f"{own()}places/{key}/picture.png"
    assert f'src="{picture}"' in seen(browser.get(own()))
    assert f'src="{picture}"' in seen(browser.get(f"{own()}places/{key}/"))

    answer = browser.get(picture)

    assert answer.content.startswith(b"\x89PNG")
    assert "no-store" in answer["Cache-Control"]
    assert browser.get(f"{own()}places/0123/picture.png").status_code == 404


@pytest.mark.slow
def test_the_place_in_a_table_is_shown_with_the_cells_around_it(as_):
    begun()
    table = b"Name,Ward,Calls\nMr Adam Quillfeather,North,12\nNobody,South,14\n"
    attach_file(REF, "1", AttachedFile("calls.csv", "", table), doing=doing_by(OFFICER))
    inspect()
    browser = as_(OFFICER)
    address = re.search(r'href="([^"]+/places/[^"]+)"', seen(browser.get(own())))[1]

    page = seen(browser.get(address))

    assert "<mark>Mr Adam Quillfeather</mark>" in page
    assert "South" in page
    assert "no-store" in browser.get(address)["Cache-Control"]


def test_two_people_let_a_file_through(as_):
    releasing.asked()
    browser = as_(MANAGER)
    page = seen(browser.get(own()))
    assert "elsa@body.example asked for it" in page

    done(browser.post(own(), pressed("override"), follow=True), "it may leave")

    assert "two people let it through" in seen(browser.get(own()))
    assert "The line is stopped" not in seen(browser.get(own()))


def test_whoever_asked_sees_that_somebody_else_has_to_agree(as_):
    releasing.stopped()
    browser = as_(MANAGER)
    done(browser.post(own(), pressed("ask"), follow=True), "somebody else has to let it through")

    page = seen(browser.get(own()))

    assert "You asked for it: somebody else must let it through" in page
    assert "You asked for it" in seen(browser.post(own(), pressed("override")), 403)


def test_of_what_nobody_can_open_nothing_is_offered_but_to_keep_it_back(as_):
    releasing.locked()
    inspect()
    browser = as_(OFFICER)

    page = seen(browser.get(own()))
    assert "Nobody can say what is in it" in page
    assert "locked by a password" in page
    assert "Let it through all the same" not in page
    done(browser.post(own(), pressed("copy"), follow=True), "A safe copy is being made")
    assert "waits to be made" in seen(browser.get(own()))
    assert "being made already" in seen(browser.post(own(), pressed("copy")), 403)
    assert "1 safe copies settled" in run_job("make safe copies")
    assert "No safe copy can be made: " in seen(browser.get(own()))
    done(browser.post(own(), pressed("keep"), follow=True), "stays here")


@pytest.mark.slow
def test_a_safe_copy_is_made_and_inspected_and_the_source_stays_here(as_, monkeypatch):
    def rebuilt(data, *, name):
        assert (data, name) == (stopped, "staff.xlsx")
        return Rebuilt(
            (RebuiltFile("staff.xlsx", workbook()), RebuiltFile("staff.csv", HONEST)),
            ("The sheet Raw, which was hidden",),
        )

    monkeypatch.setattr(releasing_jobs, "rebuild", rebuilt)
    begun()
    stopped = workbook(hidden="Raw")
    attach_file(REF, "1", AttachedFile("staff.xlsx", "", stopped), doing=doing_by(OFFICER))
    inspect()
    source, browser = the_file(), as_(INTAKE)

    data = pressed("copy")
    done(browser.post(own(), data, follow=True), "A safe copy is being made")
    assert run_job("make safe copies") == "1 safe copies settled"
    inspect()

    source.refresh_from_db()
    assert (source.release, source.release_reason) == ("kept back", "A safe copy of it was made")
    names = [(one.name, one.question.label) for one in CaseFile.objects.filter(made_from=source)]
    assert names == [("staff (safe copy).xlsx", "1"), ("staff.csv", "1")]
    page = seen(browser.get(f"{FILES}{source.safe_copies.first().pk}/"))
    assert "The sheet Raw, which was hidden" in page
    assert "A safe copy of staff.xlsx" in page
    assert "Clear: nothing in it is hidden" in page
    listed = seen(browser.get(FILES))
    assert "The line is stopped" not in listed
    assert "a safe copy of staff.xlsx" in listed


def test_a_copy_that_fails_by_a_fault_says_so_without_words_of_the_file(as_, monkeypatch, caplog):
    def fails(data, *, name):
        raise RuntimeError("Quillfeather")

    monkeypatch.setattr(releasing_jobs, "rebuild", fails)
    releasing.stopped()
    browser = as_(OFFICER)
    browser.post(own(), pressed("copy"))

    run_job("make safe copies")

    page = seen(browser.get(own()))
    assert "a fault of the program (RuntimeError)" in page
    assert "Quillfeather" not in page + caplog.text
    assert not CaseFile.objects.filter(made_from__isnull=False).exists()


def test_a_file_that_was_swapped_meanwhile_is_not_copied(as_):
    releasing.stopped()
    as_(OFFICER).post(own(), pressed("copy"))
    CaseFile.objects.update(data=b"other")

    run_job("make safe copies")

    assert "another file than the one you looked at" in SafeCopy.objects.get().why_not


def test_what_a_killed_worker_left_is_taken_up_after_a_while(as_):
    releasing.stopped()
    as_(OFFICER).post(own(), pressed("copy"))
    row = SafeCopy.objects.get()
    SafeCopy.objects.update(claimed_at=timezone.now())
    assert run_job("make safe copies") == ""

    SafeCopy.objects.update(claimed_at=timezone.now() - dt.timedelta(minutes=16))

    assert run_job("make safe copies") == "1 safe copies settled"
    row.refresh_from_db()
    assert row.done_at
    assert row.why_not == ""


def test_a_button_pressed_on_a_page_of_other_bytes_does_nothing(as_):
    releasing.stopped()
    data = pressed("ask", seen="0" * 64)

    said = seen(as_(OFFICER).post(own(), data), 403)

    assert "another file than the one you looked at" in said
    assert not FileSettlement.objects.exists()


def test_a_file_that_is_not_there_has_no_page(as_):
    begun()

    assert as_(OFFICER).get(f"{FILES}1/").status_code == 404
    assert as_(OFFICER).post(f"{FILES}1/", {"do": "keep"}).status_code == 404


def test_a_button_that_no_page_has_is_refused(as_):
    scenes.filed()

    assert as_(OFFICER).post(own(), {"do": "leave"}).status_code == 400


@pytest.mark.slow
def test_an_information_owner_is_told_what_a_file_hides_and_the_officer_sees_the_verdict(
    as_, client
):
    scenes.asked()
    answer("There are 12.", ("twelve.xlsx", workbook(hidden="Jane Zebedee, 9,483 staff")))
    assert "open this page again in a minute" in seen(client.get(f"/contributions/{token()}/sent/"))
    inspect()

    page = seen(client.get(f"/contributions/{token()}/sent/"))

    assert "It holds more than it shows: a hidden sheet (sheet &#x27;Raw&#x27;)" in page
    assert "Zebedee" not in page
    browser = as_(OFFICER)
    for address in (FILES, reverse("question-contribution", args=[REF, "1", 1])):
        assert "cannot be released. It holds more than it shows" in seen(browser.get(address))


def test_what_left_is_listed_and_an_incident_is_dealt_with(as_):
    releasing.incident(reference="", name="old.xlsx")
    browser, pk = as_(MANAGER), Incident.objects.get().pk
    assert "Incidents (1 open)" in seen(browser.get("/released-files/"))
    assert "Nothing has been released yet" in seen(browser.get("/released-files/?page=1"))
    assert browser.get("/released-files/?page=x").status_code == 400
    page = f"/incidents/{pk}/"
    assert "72 hours by the clock" in seen(browser.get(page))
    assert "Say first whether" in seen(browser.post(page, {"do": "close", "reason": "Over"}), 403)
    for do, words in (("note", "Written down"), ("reported", "was told"), ("close", "Closed")):
        done(browser.post(page, {"do": do, "reason": f"Because of {do}"}, follow=True), words)

    said = seen(browser.get(page))

    assert "Because of note" in said
    assert "Reported on" in said
    assert "Closed" in seen(browser.get("/incidents/"))
    assert browser.get("/incidents/999/").status_code == 404
    assert browser.post("/incidents/999/", {"do": "note", "reason": "x"}).status_code == 404
    assert "is for managers" in seen(as_(AUDITOR).get(page))
