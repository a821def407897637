"""Kept files are read again by a newer reader, in the order in which they came."""

import pytest

from answerable.actions.imports import read_again, working
from answerable.domain.disclosure_log import entry_from_json
from answerable.queries.imports import run_files, run_progress
from answerable.reading import NotReadable
from answerable.records.archive.models import Entry
from tests.support.entries import OTHER
from tests.support.imports import (
    AT,
    KEEPER,
    doubtful,
    doubtful_readings,
    filled,
    import_all,
    log,
    logs,
    states,
    work,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def newer(monkeypatch):
    """Let the reader be a newer one from now on."""

    def grow(version="the next"):
        for module in ("imports.keeping", "imports.again", "imports.claims", "archive.documents"):
            monkeypatch.setattr(f"answerable.actions.{module}.READER_VERSION", version)

    return grow


def again(body_code=None):
    return read_again(body_code=body_code, by=KEEPER, at=AT)


def test_each_file_is_read_once_more_in_its_order(newer):
    import_all([("b.txt", log(7000002)), ("a.txt", log(7000001))])
    import_all([("a copy.txt", log(7000001)), ("c.txt", log(7000003))], name="later")

    same_reader = again()
    newer()
    (run,) = again()
    twice = again()
    work(run)

    assert (same_reader, twice, again()) == ([], [], [])
    assert states(run) == {"b.txt": "done", "a.txt": "done", "c.txt": "done"}
    assert [one.reports[0]["unchanged"] for one in run_files(run)] == [
        ["7000002"],
        ["7000001"],
        ["7000003"],
    ]


def test_what_an_older_reader_refused_a_newer_one_may_read(newer, monkeypatch):
    scan = b"a scan"
    refused = NotReadable("scan.pdf is a PDF of pictures")
    monkeypatch.setattr(working, "readings_of", doubtful_readings({scan: refused}))
    import_all([("scan.pdf", scan)])
    newer()
    monkeypatch.setattr(working, "readings_of", doubtful_readings({scan: doubtful(scan)}))

    (run,) = again()
    work(run)

    assert states(run) == {"scan.pdf": "done"}
    assert Entry.objects.count() == 1


def test_each_body_has_a_run_of_its_own(newer):
    import_all(logs(1))
    work(filled(logs(1), body=OTHER))
    newer()

    (own,) = again("OPA")
    (other,) = again()

    assert [run_progress(one, at=AT).run.body for one in (own, other)] == ["OPA", "NCC"]


def test_a_later_file_still_has_the_last_word(newer):
    import_all([("a.txt", log(7000001, "Seven."))])
    import_all([("b.txt", log(7000001, "Eight."))], name="later")
    newer()

    (run,) = again()
    work(run, most=1)

    entry = entry_from_json(Entry.objects.get().content)
    assert entry.questions[0].answer == "Eight."
    assert run_files(run)[0].reports[0]["superseded"] == ["7000001"]
