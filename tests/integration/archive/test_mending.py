"""Corrections, withdrawals, and what the public sees of them."""

import dataclasses
import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from answerable.actions.archive import (
    CorrectionRefused,
    EntryNotFound,
    WithdrawalRefused,
    correct_entry,
    restore_entry,
    withdraw_entry,
)
from answerable.queries.archive import (
    change_number,
    entry_rows,
    months,
    newest_entries,
    published_entry,
    published_month,
    removals,
)
from answerable.records.archive.models import Correction, Entry, Removal
from tests.support.entries import AT, keep, make_entry, make_question

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=1)


def test_a_correction_names_its_fields_and_raises_the_version():
    keep(make_entry())
    right = dataclasses.replace(make_entry(), request="How many cycles?")

    fields = correct_entry("OPA", "7000001", right, by="an officer", at=LATER, reason="OCR slip")

    assert fields == ("request",)
    assert published_entry("", "7000001", at=LATER).published.version == 2
    assert Correction.objects.get().read == make_entry().request


def test_a_correction_that_changes_nothing_is_refused():
    keep(make_entry())

    with pytest.raises(CorrectionRefused, match="Nothing differs"):
        correct_entry("OPA", "7000001", make_entry(), by="an officer", at=LATER, reason="none")


def test_a_correction_without_a_reason_is_refused():
    with pytest.raises(CorrectionRefused, match="Say why"):
        correct_entry("OPA", "7000001", make_entry(), by="an officer", at=LATER, reason=" ")


def test_an_unknown_entry_cannot_be_withdrawn():
    with pytest.raises(EntryNotFound, match="holds no entry 123"):
        withdraw_entry("OPA", "123", reason="x", by="a manager", at=AT)


def test_a_withdrawn_entry_leaves_every_list_and_stands_in_the_register():
    keep(make_entry(), make_entry(ref="7000002", title="Tricycles"))
    before = change_number()

    withdraw_entry("OPA", "7000001", reason="It named a person", by="a manager", at=LATER)

    assert change_number() > before
    assert [row.key for row in newest_entries(at=LATER, limit=9)] == ["7000002"]
    assert [row.entries for row in months("", at=LATER)] == [1]
    assert [one.key for one in published_month("", "2026-01", at=LATER).entries] == ["7000002"]
    (removal,) = removals(at=LATER)
    assert (removal.ref, removal.reason) == ("7000001", "It named a person")


def test_a_withdrawn_title_is_not_betrayed_by_the_printed_index():
    keep(make_entry(), make_entry(ref="7000002", title="Tricycles"))

    withdraw_entry("OPA", "7000001", reason="It named a person", by="a manager", at=LATER)

    assert published_month("", "2026-01", at=LATER).only_printed == ()


def test_an_index_that_disagrees_with_its_entries_is_shown():
    keep(make_entry(), index=("Tricycles",))

    page = published_month("", "2026-01", at=LATER)

    assert (page.only_printed, page.not_printed) == (("Tricycles",), ("Bicycles",))


def test_a_restored_entry_is_back():
    keep(make_entry())
    withdraw_entry("OPA", "7000001", reason="By mistake", by="a manager", at=LATER)

    restore_entry("OPA", "7000001", reason="It was a mistake", by="a manager", at=LATER)

    assert published_entry("", "7000001", at=LATER).published.version == 1
    assert removals(at=LATER) == ()


def test_what_is_withdrawn_cannot_be_withdrawn_again():
    keep(make_entry())
    withdraw_entry("OPA", "7000001", reason="Once", by="a manager", at=LATER)

    with pytest.raises(WithdrawalRefused, match="already"):
        withdraw_entry("OPA", "7000001", reason="Twice", by="a manager", at=LATER)


def test_an_entry_is_not_seen_before_it_is_published():
    keep(make_entry(), at=LATER)

    assert published_entry("", "7000001", at=AT) is None
    assert newest_entries(at=AT, limit=9) == ()


def test_neighbours_are_those_that_are_seen():
    keep(*(make_entry(ref=f"700000{one}", title=f"Entry {one}") for one in (1, 2, 3)))
    withdraw_entry("OPA", "7000002", reason="It named a person", by="a manager", at=LATER)

    page = published_entry("", "7000001", at=LATER)

    assert page.previous is None
    assert (page.next.title, page.next.address) == ("Entry 3", "/log/7000003")


def test_the_database_refuses_a_withdrawal_without_a_reason():
    keep(make_entry())

    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.update(withdrawn_on=AT.date())


def two_questions(*answers):
    return make_entry(
        questions=tuple(
            make_question(str(number), answer=answer) for number, answer in enumerate(answers, 1)
        )
    )


def test_a_corrected_answer_outlives_a_reading_that_numbers_the_questions_otherwise():
    keep(two_questions("Seven.", "Tvvo."))
    right = two_questions("Seven.", "Two.")
    correct_entry("OPA", "7000001", right, by="an officer", at=LATER, reason="OCR read vv for w")

    report = keep(two_questions("Seven. 2. Tvvo."), name="again.txt", at=LATER)

    entry = published_entry("", "7000001", at=LATER).published.entry
    assert [one.answer for one in entry.questions] == ["Seven.", "Two."]
    assert ("7000001", "questions/2/answer") in report.to_look_at


def test_what_a_later_file_says_in_a_corrected_field_is_kept_beside_it_and_told_once():
    keep(make_entry(title="Bicyc1es"))
    correct_entry("OPA", "7000001", make_entry(), by="an officer", at=LATER, reason="1 for l")

    reports = [keep(make_entry(title="Bikes"), name=name, at=LATER) for name in ("b", "c")]

    correction = Correction.objects.get()
    assert [one.to_look_at for one in reports] == [(("7000001", "title"),), ()]
    assert [one.kept for one in reports] == [("7000001",)] * 2
    assert (correction.read, correction.read_since) == ("Bicyc1es", "Bikes")
    assert published_entry("", "7000001", at=LATER).published.entry.title == "Bicycles"


def test_a_second_correction_leaves_the_first_with_the_one_who_made_it():
    keep(make_entry(title="Bicyc1es", request="How rnany?"))
    first = make_entry(request="How rnany?")
    correct_entry("OPA", "7000001", first, by="Ann", at=LATER, reason="1 for l")

    second = make_entry(request="How many?")
    fields = correct_entry("OPA", "7000001", second, by="Ben", at=LATER, reason="rn for m")

    assert fields == ("title", "request")
    assert dict(Correction.objects.values_list("field", "corrected_by")) == {
        "title": "Ann",
        "request": "Ben",
    }


def test_a_field_that_is_put_back_as_it_was_read_is_corrected_no_more():
    keep(make_entry())
    wrong = make_entry(title="Tricycles")
    correct_entry("OPA", "7000001", wrong, by="an officer", at=LATER, reason="A mistake")

    fields = correct_entry("OPA", "7000001", make_entry(), by="an officer", at=LATER, reason="Back")

    assert (fields, Correction.objects.count()) == ((), 0)
    assert published_entry("", "7000001", at=LATER).published.version == 3


def test_a_withdrawal_and_a_return_are_both_kept_with_who_and_why():
    keep(make_entry())

    withdraw_entry("OPA", "7000001", reason="It named a person", by="Ann", at=AT)
    restore_entry("OPA", "7000001", reason="It did not", by="Ben", at=LATER)
    withdraw_entry("OPA", "7000001", reason="It did", by="Cem", at=LATER)

    assert list(Removal.objects.values_list("removed_by", "restored_by", "restored_because")) == [
        ("Ann", "Ben", "It did not"),
        ("Cem", "", ""),
    ]


def test_a_return_without_a_reason_is_refused():
    with pytest.raises(WithdrawalRefused, match="Say why"):
        restore_entry("OPA", "7000001", reason="", by="Ben", at=LATER)


def test_an_entry_page_takes_few_queries_however_much_stands_in_it():
    keep(*(make_entry(ref=str(7000001 + one), title=f"Entry {one}") for one in range(9)))

    with CaptureQueriesContext(connection) as queries:
        page = published_entry("", "7000004", at=AT)

    assert (page.previous.title, page.next.title) == ("Entry 2", "Entry 4")
    # The entry, its neighbours, its body; its files and its notes.
    assert len(queries) == 5


def test_found_entries_are_read_in_one_query_in_the_order_in_which_they_were_found():
    keep(*(make_entry(ref=str(7000001 + one), title=f"Entry {one}") for one in range(3)))
    withdraw_entry("OPA", "7000002", reason="It named a person", by="Ann", at=AT)
    ids = list(Entry.objects.order_by("-pk").values_list("pk", flat=True))

    with CaptureQueriesContext(connection) as queries:
        rows = entry_rows(ids, at=AT)

    assert [row.key for row in rows] == ["7000003", "7000001"]
    assert len(queries) == 1


def test_neighbours_from_two_files_of_a_month_do_not_hide_each_other():
    keep(make_entry(), make_entry(ref="7000002", title="Trams"), name="a")
    keep(make_entry(ref="7000003", title="Ferries"), name="b")

    links = {}
    for key in ("7000001", "7000003", "7000002"):
        page = published_entry("", key, at=AT)
        links[key] = (
            page.previous.title if page.previous else None,
            page.next.title if page.next else None,
        )

    assert links == {
        "7000001": (None, "Ferries"),
        "7000003": ("Bicycles", "Trams"),
        "7000002": ("Ferries", None),
    }
