"""The tallies say what counting every entry anew would say, after whatever was done."""

import dataclasses
import datetime as dt
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.actions.archive import (
    correct_entry,
    import_reading,
    publish_due,
    restore_entry,
    withdraw_entry,
)
from answerable.domain.decisions import Outcome
from answerable.queries.archive import (
    all_entries,
    all_rows,
    change_number,
    changed_entries,
    log_statistics,
    months,
    newest_entries,
    published_entry,
    published_month,
    removals,
    search_documents,
)
from answerable.records.archive.models import Entry
from tests.support.entries import AT, OPA, OTHER, keep, make_entry, make_question, make_reading

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=1)
MUCH_LATER = AT + dt.timedelta(days=30)


def refused(label="1", **more):
    return make_question(
        label, answer="No.", outcomes=(Outcome.WITHHELD,), exemptions=("31(1)(a)",), **more
    )


def counted_anew(at):
    entries = list(all_entries(at=at))
    questions = [question for one in entries for question in one.entry.questions]
    return (
        len(entries),
        len(questions),
        dict(Counter(one.month for one in entries if one.month)),
        dict(Counter(outcome.value for one in questions for outcome in one.outcomes)),
    )


def told(at):
    said = log_statistics(at=at)
    return said.entries, said.questions, dict(said.months), dict(said.outcomes)


def test_the_statistics_are_right_after_every_kind_of_change():
    keep(make_entry(), make_entry(ref="7000002", title="Trams", questions=(refused(),)))
    assert told(AT) == counted_anew(AT) == (2, 2, {"2026-01": 2}, {"disclosed": 1, "withheld": 1})

    keep(make_entry(questions=(refused(), refused("2"))), month="2026-02", name="b", at=LATER)
    assert told(LATER) == counted_anew(LATER)

    keep(make_entry(ref="7000003"), month=None, body=OTHER, name="c", at=LATER)
    assert told(LATER) == counted_anew(LATER)

    withdraw_entry("OPA", "7000002", reason="It named a person", by="a manager", at=LATER)
    assert told(LATER) == counted_anew(LATER)

    right = make_entry(questions=(make_question(),))
    correct_entry("OPA", "7000001", right, by="an officer", at=LATER, reason="Misread")
    assert told(LATER) == counted_anew(LATER)

    restore_entry("OPA", "7000002", reason="It did not", by="a manager", at=LATER)
    assert told(LATER) == counted_anew(LATER) == (
        3, 3, {"2026-01": 2}, {"disclosed": 2, "withheld": 1},
    )  # fmt: skip


def test_statistics_and_months_cost_the_same_for_many_entries():
    keep(*(make_entry(ref=str(one), title=f"Entry {one}") for one in range(7000000, 7000100)))

    with CaptureQueriesContext(connection) as queries:
        log_statistics(at=AT)
        months(None, at=AT)

    assert len(queries) == 5


def waiting():
    reading = make_reading(
        make_entry(ref="7000009", title="A title not to be seen"), name="waiting"
    )
    import_reading(reading, body=OPA, month=None, by="an officer", at=AT, published_at=MUCH_LATER)


def exits(at):
    """Return whatever each query of the archive says of the entry that waits."""
    page = published_month("", "2026-01", at=at)
    return [
        published_entry("", "7000009", at=at),
        [row for row in newest_entries(at=at, limit=9) if row.key == "7000009"],
        [row for row in all_rows(at=at) if row.key == "7000009"],
        [one for one in all_entries(at=at) if one.key == "7000009"],
        [one for one in search_documents(at=at) if one.ref == "7000009"],
        [one for one in changed_entries(since=0, at=at)[0] if one.ref == "7000009"],
        [one for one in page.entries if one.key == "7000009"] if page else [],
        [one for one in removals(at=at) if one.key == "7000009"],
        [title for title in page.only_printed if "not to be seen" in title] if page else [],
    ]


@pytest.mark.parametrize("others", [0, 2])
def test_a_waiting_entry_is_in_no_answer_before_its_day_and_in_each_from_then_on(others):
    if others:
        keep(*(make_entry(ref=str(one)) for one in range(7000001, 7000001 + others)))
    waiting()

    assert not any(exits(LATER))
    assert log_statistics(at=LATER).entries == others
    assert [row.entries for row in months("", at=LATER)] == ([others] if others else [])
    assert all(exits(MUCH_LATER)[:7])
    assert log_statistics(at=MUCH_LATER).entries == others + 1


def test_a_waiting_entry_that_is_withdrawn_never_comes_into_the_register():
    waiting()

    withdraw_entry("OPA", "7000009", reason="It named a person", by="a manager", at=LATER)

    assert not any(exits(MUCH_LATER))


def test_the_day_of_a_waiting_entry_counts_as_one_change():
    keep(make_entry())
    waiting()
    before = change_number()

    early, due, again = (publish_due(at=at) for at in (LATER, MUCH_LATER, MUCH_LATER))

    assert (early, due, again) == (0, 1, 0)
    assert change_number() == before + 1
    assert [one.ref for one in changed_entries(since=before, at=MUCH_LATER)[0]] == ["7000009"]


def test_a_withdrawn_entrys_earlier_title_is_not_betrayed_by_the_printed_index():
    keep(make_entry(title="A persons name"), make_entry(ref="7000002"))
    right = dataclasses.replace(make_entry(), title="Bicycles")
    correct_entry("OPA", "7000001", right, by="an officer", at=LATER, reason="It named a person")

    withdraw_entry("OPA", "7000001", reason="It named a person", by="a manager", at=LATER)

    page = published_month("", "2026-01", at=LATER)
    assert (page.only_printed, page.not_printed) == ((), ())


def test_every_entry_is_either_visible_or_hidden():
    keep(*(make_entry(ref=str(7000001 + one)) for one in range(3)))
    waiting()
    withdraw_entry("OPA", "7000002", reason="It named a person", by="a manager", at=LATER)

    for moment in (AT - dt.timedelta(days=1), AT, LATER, MUCH_LATER):
        visible = set(Entry.objects.visible(at=moment))
        hidden = set(Entry.objects.hidden(at=moment))
        assert visible | hidden == set(Entry.objects.all())
        assert not visible & hidden


def test_what_has_changed_is_read_in_batches_and_what_is_gone_by_number():
    keep(*(make_entry(ref=str(7000001 + one)) for one in range(1200)))
    before = change_number()
    withdraw_entry("OPA", "7000002", reason="It named a person", by="a manager", at=LATER)

    documents, gone = changed_entries(since=0, at=LATER)
    only_gone = changed_entries(since=before, at=LATER)

    assert len({document.ref for document in documents}) == 1199
    assert gone == only_gone[1] == (Entry.objects.get(key="7000002").pk,)
    assert list(only_gone[0]) == []
