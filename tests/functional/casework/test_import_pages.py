"""The pages on which files are imported, and on which what is doubtful in them is settled."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.actions.imports import working
from answerable.cli.demo import load_samples
from answerable.jobs.imports import read_imports
from answerable.records.archive.models import Body, Doubt, Entry, ImportFile, ImportRun
from tests.functional.casework.conftest import ADMINISTRATOR, done, seen
from tests.support import import_scenes as scenes
from tests.support.casework import AUDITOR, MANAGER, OFFICER
from tests.support.imports import doubtful_readings, filled, log, logs, work

pytestmark = pytest.mark.django_db
NEW, RUNS, DOUBTS = "/imports/new/", "/imports/", "/doubts/"
CHOICES = {"whose": "own", "months": "one", "month": "2026-01"}


def upload(*files):
    return [SimpleUploadedFile(name, data) for name, data in files]


def send(client, *files, **more):
    return client.post(NEW, {"chosen": upload(*files), **CHOICES, **more}, follow=True)


def doubt_address():
    return f"{DOUBTS}{scenes.passage()}/"


def test_files_are_chosen_read_and_said_what_became_of_each(as_):
    manager = as_(MANAGER)
    page = send(manager, ("one.txt", log("7000001")), ("two.pdf", b"%PDF-1.4 cut"))
    done(page, "The files are kept")
    assert "0 of 2 files" in seen(page)
    assert "Look again" in seen(page)

    read_imports()
    page = seen(manager.get(f"{RUNS}{scenes.run()}/"))
    assert "2 of 2 files" in page
    assert "one.txt: 1 new" in page
    assert "two.pdf" in page
    assert "Refused" in page
    assert "Look again" not in page
    assert Entry.objects.get().month == "2026-01"


def test_a_file_chosen_twice_is_told_apart_and_read_once(as_):
    send(as_(MANAGER), ("one.txt", log("7000001")), ("one.txt", log("7000001")))
    read_imports()
    assert list(ImportFile.objects.order_by("place").values_list("path", "state")) == [
        ("one.txt", "done"),
        ("one.txt (2)", "known"),
    ]


def test_of_two_forms_of_one_document_each_says_what_became_of_it(as_):
    send(as_(MANAGER), ("one.txt", log("7000001")), ("one.md", log("7000001")))
    read_imports()
    page = seen(as_(MANAGER).get(f"{RUNS}{scenes.run()}/"))
    assert page.count("It stood aside for one.") == 1
    assert page.count("Used instead of one.") == 1
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"chosen": ""}, "Choose the files to import"),
        ({"whose": "other"}, "Choose the other body above, or enter its code"),
        ({"whose": "other", "code": "NCC"}, "Enter the other body’s name"),
        ({"whose": "other", "code": "iopc", "name": "I"}, "A body here has that code"),
        ({"whose": "other", "code": "N/C", "name": "N"}, "is no code for one"),
        ({"month": ""}, "Enter the month of these files"),
        ({"whose": "other", "code": "search", "name": "S"}, "where the site&#x27;s own pages do"),
        ({"month": "January"}, "is no month: write it as 2026-01"),
    ],
)
def test_what_cannot_be_started_says_why_and_leaves_nothing(as_, more, said):
    page = as_(MANAGER).post(NEW, {"chosen": upload(("one.txt", b"x")), **CHOICES, **more})
    assert page.status_code in (409, 422)
    assert said in page.content.decode()
    assert not ImportRun.objects.exists()


def test_a_bomb_and_an_empty_file_are_a_sentence_each_and_the_others_go_on(as_):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 300_000_000)
    send(
        as_(MANAGER),
        ("bomb.docx", bomb.getvalue()),
        ("blank.txt", b" "),
        ("one.txt", log("7000001")),
    )
    read_imports()
    page = seen(as_(MANAGER).get(f"{RUNS}{scenes.run()}/"))
    assert page.count("govuk-tag--red") == 2
    assert "one.txt: 1 new" in page


def test_an_import_is_stopped_and_gone_on_with(as_):
    run = scenes.waiting()
    address = f"{RUNS}{run}/"
    assert "Stopped" in seen(as_(MANAGER).post(address, {"do": "stop"}, follow=True))
    assert "Being read" in seen(as_(MANAGER).post(address, {"do": "go_on"}, follow=True))
    assert "was not stopped" in seen(as_(MANAGER).post(address, {"do": "go_on"}), 409)
    assert as_(MANAGER).post(address, {"do": "burn"}).status_code == 400


def test_whoever_may_not_import_sees_why_and_no_button(as_):
    scenes.waiting()
    page = seen(as_(OFFICER).get(f"{RUNS}{scenes.run()}/"))
    assert "is for managers" in page
    assert "Stop it" not in page
    assert "Import files" not in seen(as_(OFFICER).get(RUNS))
    for stranger in (AUDITOR, ADMINISTRATOR):
        assert as_(stranger).get(RUNS).status_code == 403


def test_what_is_doubtful_is_listed_by_kind_and_by_import(as_):
    run = scenes.imported()
    page = seen(as_(OFFICER).get(DOUBTS))
    assert "Which question does this answer?" in page
    assert "It does not agree with itself" in page
    only = seen(as_(OFFICER).get(f"{DOUBTS}?what=remark&run={run}"))
    assert "its rows add up to 8" in only
    assert scenes.PASSAGE not in only
    for odd in ("?what=cake", "?run=x", "?after=-1", "?run=99999999999999", "?settled=maybe"):
        assert as_(OFFICER).get(DOUBTS + odd).status_code == 200


def test_a_passage_is_placed_with_its_question_and_the_next_doubt_is_shown(as_):
    scenes.imported()
    address = doubt_address()
    page = seen(as_(OFFICER).get(address))
    assert scenes.PASSAGE in page
    assert "Where are they?" in page
    assert "It has no answer" in page

    done(as_(OFFICER).post(address, {"do": "place", "labels": ["2"]}, follow=True), "Placed")
    assert Entry.objects.get().content["questions"][1]["answer"] == scenes.PASSAGE
    assert "Take the passage back" in seen(as_(OFFICER).get(address))

    as_(OFFICER).post(address, {"do": "take_back"})
    assert Entry.objects.get().content["questions"][1]["answer"] is None


def test_a_placed_passage_stays_when_the_file_is_read_again(as_, monkeypatch):
    scenes.placed()
    found = doubtful_readings({scenes.FILE: scenes.reading()})
    monkeypatch.setattr(working, "readings_of", found)
    work(filled([("again.docx", scenes.FILE)]))
    assert Entry.objects.get().content["questions"][1]["answer"] == scenes.PASSAGE
    assert Doubt.objects.filter(what="unassigned").count() == 1


def test_nothing_chosen_is_said_and_nothing_changes(as_):
    scenes.imported()
    page = as_(OFFICER).post(doubt_address(), {"do": "place"})
    assert "Choose the question that the passage answers" in seen(page, 422)
    page = as_(OFFICER).post(doubt_address(), {"do": "settle"})
    assert "Choose what it is" in seen(page, 422)
    assert as_(OFFICER).post(doubt_address(), {"do": "dance"}).status_code == 400
    assert Doubt.objects.open().filter(what="unassigned").exists()


def test_two_people_who_settle_the_same_are_told(as_):
    scenes.settled()
    page = as_(OFFICER).post(doubt_address(), {"do": "settle", "how": "no matter"})
    assert "settled it already" in seen(page, 409)
    assert "It does not matter" in seen(as_(OFFICER).get(doubt_address()))
    done(as_(OFFICER).post(doubt_address(), {"do": "reopen"}, follow=True), "It is open again")


def test_the_page_is_shown_as_printed_where_the_file_has_pages(as_):
    scenes.pictured()
    page = seen(as_(OFFICER).get(doubt_address()))
    assert "Page 1 of log.txt, with the place marked" in page
    picture = as_(OFFICER).get(f"{doubt_address()}page.png?page=1")
    assert picture.content.startswith(b"\x89PNG")
    assert picture["X-Content-Type-Options"] == "nosniff"
    assert as_(OFFICER).get(f"{doubt_address()}page.png?page=7").status_code == 404


def test_the_lines_around_are_shown_where_it_has_none(as_):
    scenes.imported()
    page = seen(as_(OFFICER).get(doubt_address()))
    assert f"<mark>{scenes.PASSAGE}</mark>" in page
    assert as_(OFFICER).get(f"{doubt_address()}page.png").status_code == 404


def test_a_doubt_that_is_not_there_is_not_found(as_):
    assert as_(OFFICER).get(f"{DOUBTS}99/").status_code == 404
    assert as_(OFFICER).get(f"{RUNS}99/").status_code == 404


def test_a_long_list_of_files_is_paged_in_as_many_queries_as_a_short_one(
    as_, django_assert_max_num_queries
):
    run = filled(logs(130))
    work(run)
    as_(MANAGER)
    with django_assert_max_num_queries(15):
        page = seen(as_(MANAGER).get(f"{RUNS}{run}/"))
    assert page.count('class="an-part"') == 100
    assert "after=99" in page
    assert seen(as_(MANAGER).get(f"{RUNS}{run}/?after=99")).count('class="an-part"') == 30
    with django_assert_max_num_queries(11):
        seen(as_(MANAGER).get(DOUBTS))


THEIRS = {"whose": "other", "code": "NCC", "name": "Northshire County Council"}


def test_another_bodys_log_is_imported_under_its_name_and_chosen_by_it_from_then_on(as_):
    send(as_(MANAGER), ("one.txt", log("7000001")), **THEIRS)
    page = seen(as_(MANAGER).get(NEW))
    assert '<option value="NCC">Northshire County Council (NCC)</option>' in page

    send(as_(MANAGER), ("two.txt", log("7000002")), whose="other", known="NCC")
    read_imports()

    assert list(Entry.objects.values_list("body__prefix", flat=True)) == ["ncc", "ncc"]
    assert Body.objects.get().name == "Northshire County Council"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({**THEIRS, "code": "ncc"}, "A body here has that code"),
        ({**THEIRS, "known": "NCC"}, "not both"),
        ({**THEIRS, "code": "NOR", "name": "northshire  county council"}, "is the name of NCC already"),
        ({**THEIRS, "code": "NOR", "name": "ncc"}, "is the name of NCC already"),
    ],
)  # fmt: skip
def test_two_bodies_with_one_code_or_one_name_are_refused(as_, more, said):
    send(as_(MANAGER), ("one.txt", log("7000001")), **THEIRS)

    page = send(as_(MANAGER), ("two.txt", log("7000002")), **more)

    assert said in seen(page, page.status_code)
    assert page.status_code in (409, 422)
    assert Body.objects.count() == ImportRun.objects.count() == 1


def test_the_samples_are_imported_as_people_import_files(as_):
    load_samples()

    run = ImportRun.objects.get()
    page = seen(as_(OFFICER).get(f"/imports/{run.pk}/"))
    assert "log-2023.ocr.txt" in page
    assert "In the index, but no entry" in page
    assert "No place is known" not in seen(as_(OFFICER).get("/imports/entries/IOCS/7021048/"))
