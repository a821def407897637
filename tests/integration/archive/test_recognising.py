"""Which kept entry an entry that was read is: by its reference or its exact title, never by a guess."""

import dataclasses
import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.actions.archive import CorrectionRefused, correct_entry, withdraw_entry
from answerable.queries.archive import published_entry
from answerable.records.archive.models import Entry
from tests.support.entries import AT, OTHER, keep, make_entry, make_question

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=1)


def keys():
    return set(Entry.objects.values_list("key", "month", "title"))


def test_the_same_title_in_another_month_is_another_entry():
    keep(make_entry(ref=None), month="2026-01")

    report = keep(make_entry(ref=None), month="2026-02")

    assert report.new == ("bicycles-2026-02",)
    assert keys() == {
        ("bicycles", "2026-01", "Bicycles"),
        ("bicycles-2026-02", "2026-02", "Bicycles"),
    }


def test_entries_without_reference_and_month_are_one_by_their_exact_title():
    keep(make_entry(ref=None), month=None)

    same = keep(make_entry(ref=None, request="How many?"), month=None, name="again.txt")
    other = keep(make_entry(ref=None, title="Bicycles!"), month=None, name="other.txt")

    assert (same.changed, same.by_title) == (("bicycles",), ("bicycles",))
    assert (other.new, other.by_title) == (("bicycles-2",), ())


def test_the_same_reference_in_another_body_is_another_entry():
    keep(make_entry())

    report = keep(make_entry(title="Trams"), body=OTHER)

    assert report.new == ("7000001",)
    assert Entry.objects.count() == 2


def test_a_reference_is_the_same_with_and_without_its_punctuation():
    keep(make_entry(ref="FOI-2026/12"))

    report = keep(make_entry(ref="FOI 2026 12"), name="again.txt")

    assert report.changed == ("foi-2026-12",)


def test_a_numbered_key_of_a_repeated_reference_is_no_other_entrys_reference():
    keep(make_entry(), make_entry(title="Tricycles"))

    report = keep(make_entry(ref="7000001-2", title="Unicycles"), name="other.txt")

    assert report.new == ("7000001-2-2",)
    assert Entry.objects.count() == 3


def test_a_reference_printed_twice_is_recognised_twice():
    entries = (make_entry(), make_entry(title="Tricycles"))
    keep(*entries)

    report = keep(*entries, name="again.txt")

    assert report.unchanged == ("7000001", "7000001-2")


def test_a_reference_of_nothing_but_punctuation_tells_nothing_apart():
    report = keep(make_entry(ref="**"), make_entry(ref="--", title="Tricycles"))

    assert report.new == ("bicycles", "tricycles")


def test_a_reference_that_runs_on_for_a_page_is_cut_for_its_address_only():
    long = "7000001 " + "and so on " * 400

    (key,) = keep(make_entry(ref=long)).new

    assert len(key) <= 100
    assert published_entry("", key, at=AT).published.entry.ref == long


def test_no_entry_takes_the_address_of_the_page_of_undated_entries():
    report = keep(make_entry(ref=None, title="Undated"), month=None)

    assert report.new == ("undated-2",)


def test_a_reference_that_was_corrected_is_recognised_as_it_is_printed_and_as_it_is():
    keep(make_entry(ref="7OOOOO1"))
    right = make_entry(ref="7000001")
    correct_entry("OPA", "7ooooo1", right, by="an officer", at=LATER, reason="OCR read O for 0")

    printed = keep(make_entry(ref="7OOOOO1"), name="again.txt")
    better = keep(make_entry(ref="7000001"), name="better.txt")

    assert printed.unchanged == better.unchanged == ("7ooooo1",)
    assert Entry.objects.get().ref == "7000001"


def test_a_title_that_was_corrected_is_recognised_as_it_is_printed_and_as_it_is():
    keep(make_entry(ref=None, title="Bicyc1es"))
    right = make_entry(ref=None)
    correct_entry("OPA", "bicyc1es", right, by="an officer", at=LATER, reason="OCR read 1 for l")

    printed = keep(make_entry(ref=None, title="Bicyc1es"), name="again.txt")
    better = keep(make_entry(ref=None), name="better.txt")

    assert printed.unchanged == better.unchanged == ("bicyc1es",)


def test_a_reference_cannot_be_corrected_into_another_entrys():
    keep(make_entry(), make_entry(ref="7000002", title="Tricycles"))
    wrong = dataclasses.replace(make_entry(), ref="7000002")

    with pytest.raises(CorrectionRefused, match="reference of another entry, 7000002"):
        correct_entry("OPA", "7000001", wrong, by="an officer", at=LATER, reason="A slip")


def test_an_entry_without_a_month_moves_into_the_one_that_a_later_file_knows():
    keep(make_entry(), month=None)

    report = keep(make_entry(), month="2026-01", name="dated.txt")

    assert report.changed == ("7000001",)
    assert keys() == {("7000001", "2026-01", "Bicycles")}


def test_an_entry_that_is_printed_again_in_a_later_month_stays_where_it_was_first():
    keep(make_entry(), month="2026-01")

    keep(make_entry(questions=(make_question(answer="Nine."),)), month="2026-02", name="later.txt")

    assert keys() == {("7000001", "2026-01", "Bicycles")}


def test_an_entry_that_came_without_its_reference_gets_it_and_keeps_its_address():
    keep(make_entry(ref=None), month=None, name="lost.txt")

    report = keep(make_entry(), month=None, name="whole.txt")

    assert (report.changed, report.by_title, report.new) == (("bicycles",), ("bicycles",), ())
    page = published_entry("", "7000001", at=AT)
    assert (page.published.key, page.published.entry.ref) == ("bicycles", "7000001")
    again = keep(make_entry(), month=None, name="again.txt")
    assert (again.unchanged, again.by_title) == (("bicycles",), ())
    withdraw_entry("OPA", "bicycles", reason="It named a person", by="a manager", at=LATER)
    assert published_entry("", "7000001", at=LATER).key == "bicycles"


def test_two_references_with_one_title_are_two_entries():
    keep(make_entry(), month=None)

    report = keep(make_entry(ref="7000002"), month=None, name="other.txt")

    assert report.new == ("7000002",)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the words are those of SQLite's plans")
@pytest.mark.parametrize("key", ["7000001", "bicycles", "no-such-entry"])
def test_no_address_makes_the_database_read_all_entries_of_a_body(key):
    keep(make_entry())
    keep(make_entry(ref=None, title="Trams"), name="b.txt")

    with CaptureQueriesContext(connection) as queries:
        published_entry("", key, at=AT)

    of_entries = [one for one in queries.captured_queries if 'FROM "archive_entry"' in one["sql"]]
    assert 0 < len(of_entries) <= 5
    for query in of_entries:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
            (plan,) = [row[3] for row in cursor.fetchall() if "archive_entry " in row[3]]
        assert "key=?" in plan or "month=?" in plan
