"""Several forms of one document in a folder: the richest is kept, the others stand aside and say why."""

from dataclasses import replace

import pytest

from answerable.actions.imports import (
    Plan,
    add_files,
    claims,
    close_run,
    start_run,
    working,
)
from answerable.queries.imports import doubts, run_files
from answerable.reading import NotReadable
from answerable.records.archive.models import Document, Entry
from tests.support.entries import OPA, make_entry, make_question, make_reading
from tests.support.imports import AT, KEEPER, filled, import_all, log, states, work

pytestmark = pytest.mark.django_db
WORD, PDF = b"as Word", b"as PDF"
FILES = [("2021/log.pdf", PDF), ("2021/log.docx", WORD)]


def reading(name, *answers, form, **more):
    entries = [
        make_entry(f"700000{place}", f"Title {place}", questions=(make_question(answer=answer),))
        for place, answer in enumerate(answers, 1)
    ]
    return replace(make_reading(*entries, name=name), format=form, **more)


RICH = reading("log.docx", "We own seven red bicycles.", "Nobody does.", form="docx")
POOR = reading("log.pdf", "We own seven red bicycles.", "Nobody does.", form="pdf")


@pytest.fixture
def says(monkeypatch):
    """Let each file be read as is said, and count how often."""
    read = []

    def told(**found):
        by_bytes = {WORD: found.get("word", RICH), PDF: found.get("pdf", POOR)}

        def readings_of(_path, data, _options):
            read.append(data)
            yield by_bytes.get(data, RICH)

        monkeypatch.setattr(working, "readings_of", readings_of)
        return read

    return told


def reports(run):
    return {one.path: one.reports[0] for one in run_files(run)}


def test_the_richest_is_kept_and_each_file_says_what_became_of_it(says):
    says()
    run = import_all(FILES)

    told = reports(run)
    assert set(states(run).values()) == {"done"}
    assert told["2021/log.docx"]["new"] == ["7000001", "7000002"]
    assert told["2021/log.docx"]["beside"][0]["source"] == "log.pdf"
    assert told["2021/log.pdf"]["used"] == "log.docx"
    assert "tells more" in told["2021/log.pdf"]["aside"]
    assert [one.name for one in Document.objects.all()] == ["log.docx"]


def test_whatever_came_last_the_form_with_more_entries_is_kept(says):
    says(word=reading("log.docx", "We own seven red bicycles.", form="docx"))
    run = import_all(FILES)

    assert Entry.objects.count() == 2
    assert reports(run)["2021/log.docx"]["used"] == "log.pdf"


def test_where_forms_differ_a_person_is_asked_once(says):
    says(pdf=reading("log.pdf", "We own eleven red bicycles.", "Nobody does.", form="pdf"))
    import_all(FILES)
    import_all(FILES, name="again")

    (one,) = doubts(what="disagreement")
    assert (one.key, one.document) == ("7000001", "log.docx")
    assert "“seven” in log.docx, “eleven” in log.pdf" in one.says
    assert Entry.objects.get(key="7000001").version == 1


def test_a_form_that_cannot_be_read_stands_aside_for_one_that_can(says):
    says(word=NotReadable("log.docx is damaged: save it anew"))
    run = import_all(FILES)

    assert reports(run)["2021/log.docx"]["aside"] == "log.docx is damaged: save it anew"
    assert Entry.objects.count() == 2


def test_where_none_can_be_read_each_says_why(says):
    says(word=NotReadable("It is damaged"), pdf=NotReadable("It is cut off"))
    run = import_all(FILES)

    assert set(states(run).values()) == {"refused"}
    assert {one.refusal for one in run_files(run)} == {"It is damaged", "It is cut off"}


@pytest.mark.parametrize(
    "files",
    [
        [("2021/log.pdf", PDF), ("2022/log.docx", WORD)],
        [("2021/log.pdf", PDF), ("2021/other.docx", WORD)],
        [("2021/log.pdf", PDF), ("2021/between.txt", b"x"), ("2021/log.docx", WORD)],
        [("2021/log.pdf", PDF), ("2021/log.csv", WORD)],
    ],
)
def test_other_files_are_kept_each_for_itself(says, files):
    says()
    run = import_all(files)
    assert not [one for one in reports(run).values() if "aside" in one]


def test_two_documents_of_one_name_are_both_kept(says):
    question = make_question(text="Which lorries went abroad?", answer="None left us last summer.")
    other = make_reading(make_entry("7000009", "Haulage", questions=(question,)), name="log.pdf")
    says(pdf=replace(other, format="pdf"))
    run = import_all(FILES)

    assert not [one for one in reports(run).values() if "aside" in one]
    assert Document.objects.count() == 2


def test_read_again_nothing_changes_whatever_was_known_before(says):
    read = says()
    import_all(FILES)
    run = import_all(FILES, name="again")

    assert states(run) == {"2021/log.pdf": "done", "2021/log.docx": "known"}
    assert read == [PDF, WORD, PDF, WORD]
    assert set(Entry.objects.values_list("version", flat=True)) == {1}


def test_a_form_that_ends_its_workers_is_left_out_and_the_other_read():
    run = filled([("a.docx", log("7000001")), ("a.txt", log("7000001"))])
    for worker in ("first", "second"):
        files = claims.claim_forms(run, worker=worker, at=AT, together=list, most=2)
        claims.go_over(*files, worker=worker)
        claims.free_lost(run, at=AT + 2 * claims.CLAIMED_FOR)

    work(run, at=AT)

    assert states(run) == {"a.docx": "done", "a.txt": "refused"}


def test_forms_that_may_still_come_are_waited_for(says):
    says()
    run = start_run(body=OPA, name="logs", plan=Plan(), by=KEEPER, at=AT)
    add_files(run, FILES[:1], at=AT)
    before = work(run)
    add_files(run, FILES[1:], at=AT)
    close_run(run, at=AT)

    assert (before, work(run)) == (0, 2)
    assert "aside" in reports(run)["2021/log.pdf"]
