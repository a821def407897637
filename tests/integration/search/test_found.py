"""Entries that a search found are kept ready, and shown as they are now or not at all."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import connection

from answerable.actions.archive import withdraw_entry
from answerable.queries.archive import found, found_entries
from answerable.records.archive.models import Entry
from tests.support.entries import AT, OPA, keep, make_entry, make_question

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def nothing_kept():
    found._kept.clear()
    found._characters = 0


def numbers():
    return list(Entry.objects.order_by("pk").values_list("pk", flat=True))


def said(ids, *, at=AT):
    return [one.said.whole.split("\n")[0] for one in found_entries(ids, at=at)]


def test_what_was_found_before_takes_one_query_and_nothing_is_read_again(
    django_assert_num_queries,
):
    keep(make_entry(), make_entry(ref="7000002", title="Tandems"))
    ids = numbers()

    with django_assert_num_queries(2):
        first = found_entries(ids, at=AT)
    with django_assert_num_queries(1):
        again = found_entries(list(reversed(ids)), at=AT)

    assert [one.row.title for one in again] == ["Tandems", "Bicycles"]
    assert again[0] is first[1]


def test_an_entry_that_changed_is_shown_as_it_says_now():
    keep(make_entry())
    ids = numbers()
    before = said(ids)

    keep(make_entry(questions=(make_question(answer="Eight."),)), at=LATER, name="later.txt")

    assert before == ["How many bicycles do you have? Seven."]
    assert said(ids, at=LATER) == ["How many bicycles do you have? Eight."]


def test_a_body_that_was_renamed_is_shown_by_its_new_name():
    keep(make_entry())
    ids = numbers()
    found_entries(ids, at=AT)

    keep(make_entry(ref="2"), body=replace(OPA, name="Office of Answers"), name="two.txt")

    assert found_entries(ids, at=AT)[0].row.body.name == "Office of Answers"


def test_what_was_withdrawn_is_not_shown_though_it_was_kept():
    keep(make_entry())
    ids = numbers()
    assert len(found_entries(ids, at=AT)) == 1

    withdraw_entry(OPA.code, "7000001", reason="It named a person", by="an officer", at=LATER)

    assert found_entries(ids, at=LATER) == ()


def test_what_waits_for_its_day_is_not_shown_before(monkeypatch):
    keep(make_entry())

    assert found_entries(numbers(), at=AT - dt.timedelta(days=1)) == ()


def test_the_oldest_go_when_there_is_too_much_to_keep(monkeypatch):
    monkeypatch.setattr(found, "_MOST_CHARACTERS", 150)
    keep(*(make_entry(ref=str(number), title=f"No. {number}") for number in range(7)))

    found_entries(numbers(), at=AT)

    sizes = [len(entry.said.whole) for _, entry in found._kept.values()]
    assert sum(sizes) == found._characters <= 150
    assert list(found._kept) == numbers()[-len(sizes) :]


def test_a_very_long_entry_is_shown_and_not_kept(monkeypatch):
    monkeypatch.setattr(found, "_MOST_CHARACTERS_OF_AN_ENTRY", 20)
    keep(make_entry())

    assert len(found_entries(numbers(), at=AT)) == 1
    assert found._kept == {}


def test_no_number_is_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert found_entries([], at=AT) == ()


def test_the_rule_of_visibility_is_the_one_of_the_archive():
    rule = str(Entry.objects.visible(at=AT).values("pk").query).partition("WHERE ")[2]
    condition = rule.partition(">= ")[0].partition("<= ")[0].strip("( ")

    assert condition in found._statement(connection.vendor, 1)
