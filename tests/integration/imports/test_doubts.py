"""What a reading is not sure of is listed once, and what a person said of it stays said."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.actions.imports import (
    DoubtRefused,
    How,
    Plan,
    doubting,
    keeping,
    read_again,
    reopen_doubt,
    settle_doubt,
    working,
)
from answerable.domain.roles import Actor, MoveNotAllowed, Role
from answerable.queries.imports import doubt_counts, doubt_page, doubts
from answerable.reading.documents import Gate, Place, Printed, Unread
from answerable.records.archive.models import Document, Doubt, EntrySource
from answerable.records.ledger.models import LedgerLine
from tests.support.imports import AT, KEEPER, doubtful, doubtful_readings, import_all, work

pytestmark = pytest.mark.django_db
NEXT = AT + dt.timedelta(days=1)
FILE = b"a file"
OFFICER = Actor("o@body.example", "O", frozenset({Role.OFFICER}))


def read_as(monkeypatch, reading, *, version="3", data=FILE, run=None):
    """Import a file, or read it again, with a reader of a version that reads it so."""
    for module in (
        keeping,
        "answerable.actions.archive.documents",
        "answerable.actions.imports.again",
    ):
        name = module if isinstance(module, str) else module.__name__
        monkeypatch.setattr(f"{name}.READER_VERSION", version)
    monkeypatch.setattr(working, "readings_of", doubtful_readings({data: reading}))
    if run is None:
        return import_all([("log.pdf", data)])
    for one in read_again(body_code=None, by=KEEPER, at=NEXT):
        work(one, at=NEXT)
    return None


def test_each_kind_of_doubt_is_listed_with_where_it_is_printed(monkeypatch):
    box = (10.0, 20.0, 30.0, 40.0)
    reading = doubtful(
        FILE,
        remarks=[("date", "It was answered before it came"), ("unsure", "Two words are unsure")],
        index=("Bicycles", "Trams"),
        printed=(Printed(response=(Place(2, box),)),),
        gates=(
            Gate("labels", holds=False, says="Labels are missing: 2", lacks=("2",)),
            Gate("characters", holds=True, says="Nothing is lost"),
            Gate("index", holds=None, says="There is no index"),
        ),
        unread=(Unread("Page of nothing", "It fits no entry", 5, 20, (3, 4)),),
    )

    read_as(monkeypatch, reading)

    found = {one.what: one for one in doubts()}
    assert doubt_counts() == dict.fromkeys(
        ("gate", "index", "unassigned", "remark", "unsure", "unread"), 1
    )
    assert (found["unassigned"].text, found["unassigned"].pages) == ("Kept in the shed.", (2,))
    assert (found["unassigned"].key, found["index"].text) == ("7000001", "Trams")
    assert (found["gate"].label, found["gate"].text) == ("labels", "2")
    assert found["unread"].pages == (3, 4)
    assert Doubt.objects.get(what="remark").places == [{"page": 2, "box": list(box)}]
    assert EntrySource.objects.get().printed["response"] == [{"page": 2, "box": list(box)}]


def test_a_title_that_a_gate_lacks_is_no_second_doubt(monkeypatch):
    gate = Gate("index", holds=False, says="In the index, but no entry: Trams", lacks=("Trams",))

    read_as(monkeypatch, doubtful(FILE, passage="", index=("Bicycles", "Trams"), gates=(gate,)))

    assert doubt_counts() == {"gate": 1}


def test_reading_again_doubles_no_doubt_and_opens_none_that_was_settled(monkeypatch):
    run = read_as(monkeypatch, doubtful(FILE, remarks=[("date", "It is in the future")]))
    settled, left = doubts()
    settle_doubt(settled.number, how=How.RIGHT, note="It is so", by=OFFICER, at=AT)

    read_as(
        monkeypatch,
        doubtful(FILE, remarks=[("date", "It is in the future")]),
        version="4",
        run=run,
    )

    assert [one.number for one in doubts()] == [left.number]
    again = doubts(settled=True)[0]
    assert (again.number, again.how, again.settled_by) == (
        settled.number,
        "right as it is",
        "o@body.example",
    )
    assert Doubt.objects.get(pk=left.number).document.reader == "4"


def test_what_a_newer_reader_does_not_doubt_is_gone_and_may_come_back(monkeypatch):
    run = read_as(monkeypatch, doubtful(FILE))
    number = doubts()[0].number

    read_as(monkeypatch, doubtful(FILE, passage=""), version="4", run=run)
    gone = doubts(settled=True)[0]
    read_as(monkeypatch, doubtful(FILE), version="5", run=run)

    assert (gone.number, gone.how, gone.settled_by) == (number, "gone", "answerable")
    assert [one.number for one in doubts()] == [number]


def test_a_gate_that_fails_for_something_else_is_another_doubt(monkeypatch):
    def failed(*lacks):
        return (Gate("labels", holds=False, says=f"{len(lacks)} are missing", lacks=lacks),)

    run = read_as(monkeypatch, doubtful(FILE, passage="", gates=failed("2")))
    settle_doubt(doubts()[0].number, how=How.NO_MATTER, note="", by=OFFICER, at=AT)

    read_as(monkeypatch, doubtful(FILE, passage="", gates=failed("2", "3")), version="4", run=run)

    assert [one.text for one in doubts()] == ["2\n3"]


def test_a_file_without_entries_is_one_doubt_however_much_of_it_is_unread(monkeypatch):
    unread = tuple(Unread(f"Line {n}", "No request was found", n, n + 1) for n in range(50))
    reading = replace(doubtful(FILE, passage=""), entries=(), index=(), unread=unread)

    read_as(monkeypatch, reading)

    assert [one.text for one in doubts()] == ["Line 0"]


def test_what_another_file_tells_by_now_is_no_doubt_of_an_older_one(monkeypatch):
    reading = doubtful(FILE)
    read_as(monkeypatch, reading)
    other = replace(doubtful(b"other", passage=""), entries=reading.entries)

    read_as(monkeypatch, other, data=b"other")

    assert doubt_counts() == {"unassigned": 1}
    assert doubting._entries(Document.objects.latest("pk")) == {}


def test_a_doubt_is_settled_once_and_opened_again(monkeypatch):
    read_as(monkeypatch, doubtful(FILE))
    number = doubts()[0].number

    settle_doubt(number, how=How.NO_MATTER, note=" It is a footer ", by=OFFICER, at=AT)

    with pytest.raises(DoubtRefused, match="settled it already"):
        settle_doubt(number, how=How.RIGHT, note="", by=OFFICER, at=AT)
    assert doubt_page(number).row.note == "It is a footer"
    reopen_doubt(number, by=OFFICER, at=AT)
    with pytest.raises(DoubtRefused, match="open already"):
        reopen_doubt(number, by=OFFICER, at=AT)
    told = LedgerLine.objects.filter(subject="entry OPA/7000001").order_by("number")
    assert list(told.values_list("action", "by")) == [
        ("doubt settled", "o@body.example"),
        ("doubt opened again", "o@body.example"),
    ]


def test_only_those_whose_work_it_is_settle_a_doubt(monkeypatch):
    read_as(monkeypatch, doubtful(FILE))
    number = doubts()[0].number
    auditor = Actor("a@body.example", "A", frozenset({Role.AUDITOR}))

    with pytest.raises(MoveNotAllowed, match="is for officers and managers"):
        settle_doubt(number, how=How.RIGHT, note="", by=auditor, at=AT)
    with pytest.raises(DoubtRefused, match="no such doubt"):
        settle_doubt(number + 99, how=How.RIGHT, note="", by=OFFICER, at=AT)
    with pytest.raises(DoubtRefused, match="Only a later reading"):
        settle_doubt(number, how=How.GONE, note="", by=OFFICER, at=AT)
    assert doubt_page(number + 99) is None


def test_the_list_is_cut_by_body_kind_and_run_and_goes_on_behind_a_number(monkeypatch):
    run = read_as(monkeypatch, doubtful(FILE, remarks=[("sum", "The sum is 7, not 8")]))
    first, second = doubts()

    assert doubts(what="remark") == [second]
    assert doubts(after=first.number) == [second]
    assert doubts(run=run) == [first, second]
    assert doubts(run=run + 1) == doubts(body="NCC") == []
    assert doubt_counts(run=run, body="OPA") == {"unassigned": 1, "remark": 1}


def test_a_run_that_gives_a_month_moves_nothing_when_it_is_read_again(monkeypatch):
    monkeypatch.setattr(working, "readings_of", doubtful_readings({FILE: doubtful(FILE)}))
    run = import_all([("log.pdf", FILE)], plan=Plan("2020-02"))

    read_as(monkeypatch, doubtful(FILE), version="4", run=run)

    assert EntrySource.objects.order_by("pk").last().entry.month == "2020-02"
