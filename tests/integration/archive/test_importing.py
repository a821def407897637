"""Importing: idempotent, all or nothing, and never over an officer's correction."""

import dataclasses
import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.actions.archive import (
    ImportRefused,
    correct_entry,
    documents,
    import_reading,
    withdraw_entry,
)
from answerable.queries.archive import change_number, months, published_entry
from answerable.records.archive.models import Entry, EntrySource, EntryVersion, Question
from tests.support.entries import AT, OPA, keep, make_entry, make_question, make_reading

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=1)


def test_the_same_file_twice_changes_nothing():
    keep(make_entry())
    before = change_number()

    report = keep(make_entry())

    assert report.is_known
    assert report.unchanged == ("7000001",)
    assert change_number() == before
    assert Entry.objects.count() == Question.objects.count() == 1


def test_the_same_entry_from_another_file_is_no_new_version():
    keep(make_entry())

    report = keep(make_entry(), name="the same, saved again.txt")

    assert (report.new, report.changed, report.unchanged) == ((), (), ("7000001",))
    assert EntryVersion.objects.count() == 0


def test_an_entry_that_says_something_else_becomes_a_version_and_the_old_one_is_kept():
    keep(make_entry())

    report = keep(make_entry(questions=(make_question(answer="Eight."),)), at=LATER)

    assert report.changed == ("7000001",)
    page = published_entry("", "7000001", at=LATER)
    assert page.published.version == 2
    assert page.published.entry.questions[0].answer == "Eight."
    assert EntryVersion.objects.get().content["questions"][0]["answer"] == "Seven."


def test_a_reference_printed_twice_is_kept_twice_and_reported():
    report = keep(make_entry(), make_entry(title="Tricycles"))

    assert report.twice == ("7000001-2",)
    assert set(Entry.objects.values_list("key", "title")) == {
        ("7000001", "Bicycles"),
        ("7000001-2", "Tricycles"),
    }


def test_a_text_without_references_finds_its_entries_by_their_titles_and_takes_none_away():
    keep(make_entry())

    report = keep(make_entry(ref=None, questions=(make_question(answer="Nine."),)), at=LATER)

    assert (report.new, report.changed) == ((), ("7000001",))
    assert published_entry("", "7000001", at=LATER).published.entry.ref == "7000001"


def test_a_correction_survives_reading_again_and_a_change_beneath_it_is_reported():
    keep(make_entry())
    right = dataclasses.replace(make_entry(), title="Bicycles and tricycles")
    correct_entry("OPA", "7000001", right, by="an officer", at=LATER, reason="The title was cut")

    same = keep(make_entry(questions=(make_question(answer="Eight."),)), at=LATER)
    other = keep(make_entry(title="Bikes"), at=LATER)

    entry = published_entry("", "7000001", at=LATER).published.entry
    assert entry.title == "Bicycles and tricycles"
    assert same.kept == ("7000001",)
    assert same.to_look_at == ()
    assert other.to_look_at == (("7000001", "title"),)


def test_a_withdrawn_entry_stays_withdrawn_when_it_is_read_again():
    keep(make_entry())
    withdraw_entry("OPA", "7000001", reason="It named a person", by="a manager", at=LATER)

    report = keep(make_entry(questions=(make_question(answer="Eight."),)), at=LATER)

    assert report.withdrawn == ("7000001",)
    assert published_entry("", "7000001", at=LATER).reason == "It named a person"


def test_an_import_that_fails_leaves_nothing_behind(monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("answerable.actions.archive.importing.write_parts", fail)
    with pytest.raises(RuntimeError):
        keep(*(make_entry(ref=str(7000000 + number)) for number in range(3)))

    assert Entry.objects.count() == 0
    assert change_number() == 0


# Seven of them begin the ledger.
@pytest.mark.parametrize(("count", "most"), [(2, 33), (400, 57)])
def test_hundreds_of_entries_take_a_few_queries_more_than_two(count, most):
    entries = [
        make_entry(ref=str(7100000 + number), title=f"Bicycles {number}") for number in range(count)
    ]
    reading = make_reading(*entries)

    with CaptureQueriesContext(connection) as queries:
        import_reading(reading, body=OPA, month=None, by="an officer", at=AT)

    assert Entry.objects.count() == count
    assert len(queries) <= most


def test_a_file_in_the_wrong_month_is_imported_again_with_the_right_one():
    reading = make_reading(make_entry(), make_entry(ref="7000002"))
    import_reading(reading, body=OPA, month="2026-01", by="an officer", at=AT)

    moved = import_reading(reading, body=OPA, month="2026-02", by="an officer", at=LATER)
    again = import_reading(reading, body=OPA, month="2026-02", by="an officer", at=LATER)

    assert (moved.changed, again.is_known) == (("7000001", "7000002"), True)
    assert [(row.month, row.entries) for row in months("", at=LATER)] == [("2026-02", 2)]
    assert Entry.objects.count() == 2


def test_a_month_that_is_none_is_refused():
    with pytest.raises(ImportRefused, match="write it as 2026-01"):
        import_reading(make_reading(), body=OPA, month="2026-13", by="an officer", at=AT)


def test_a_better_reader_tells_an_entry_anew(monkeypatch):
    reading = make_reading(make_entry())
    import_reading(reading, body=OPA, month=None, by="an officer", at=AT)
    monkeypatch.setattr(documents, "READER_VERSION", "99")
    better = make_entry(questions=(make_question(answer="Eight."),))

    report = import_reading(
        dataclasses.replace(reading, entries=(better,)),
        body=OPA, month=None, by="an officer", at=LATER,
    )  # fmt: skip

    assert report.changed == ("7000001",)
    assert published_entry("", "7000001", at=LATER).published.source.reader == "99"


def test_an_old_file_read_again_by_a_better_reader_does_not_undo_what_a_later_file_said(
    monkeypatch,
):
    old = make_reading(make_entry(), name="old.txt")
    import_reading(old, body=OPA, month=None, by="an officer", at=AT)
    keep(make_entry(questions=(make_question(answer="Eight."),)), name="later.txt", at=LATER)
    monkeypatch.setattr(documents, "READER_VERSION", "99")

    report = import_reading(old, body=OPA, month=None, by="an officer", at=LATER)

    assert (report.superseded, report.changed) == (("7000001",), ())
    assert published_entry("", "7000001", at=LATER).published.entry.response == "Eight."


def test_where_an_entry_was_read_is_kept_for_every_file_that_holds_it():
    keep(make_entry(pages=(3, 4)), name="a.txt")
    keep(make_entry(pages=(7, 7)), name="b.txt", at=LATER)

    sources = EntrySource.objects.order_by("pk")
    assert list(sources.values_list("document__name", "first_page", "last_page")) == [
        ("a.txt", 3, 4),
        ("b.txt", 7, 7),
    ]
    assert change_number() == 1
