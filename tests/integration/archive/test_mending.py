"""Corrections, withdrawals, and what the public sees of them."""

import dataclasses
import datetime as dt

import pytest
from django.db import IntegrityError, transaction

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
    months,
    newest_entries,
    published_entry,
    published_month,
    removals,
)
from answerable.records.archive.models import Correction, Entry
from tests.support.entries import AT, keep, make_entry

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
