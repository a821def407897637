"""The ledger is only ever added to, and says so when it was not."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction

from answerable.actions.archive import correct_entry, restore_entry, withdraw_entry
from answerable.actions.ledger import HeadIsGone, HeadStands, mend_head, record
from answerable.queries.ledger import checked_lines, is_sealed_by, ledger_rows, ledger_size
from answerable.records.ledger.chain import NO_SEAL, Line, canonical
from answerable.records.ledger.models import LedgerHead, LedgerLine
from answerable.records.ledger.triggers import create_triggers, drop_triggers
from tests.support.entries import AT, keep, make_entry

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(hours=1)


def write(count):
    with transaction.atomic():
        for number in range(1, count + 1):
            record(
                "entry withdrawn",
                subject=f"entry OPA/{number}",
                by="an officer",
                at=AT,
                data={"reason": f"Reason {number}"},
            )


def check():
    return list(checked_lines())[-1]


@pytest.fixture
def unguarded():
    """Take away what protects the ledger, as somebody could who owns the database."""
    drop_triggers(connection)
    yield
    create_triggers(connection)


def test_an_empty_ledger_holds():
    assert (check().holds, check().lines, check().seal) == (True, 0, NO_SEAL)


def test_lines_are_numbered_and_each_holds_the_seal_of_the_one_before():
    write(3)

    lines = list(LedgerLine.objects.order_by("number"))
    assert [one.number for one in lines] == [1, 2, 3]
    assert [one.before for one in lines] == [NO_SEAL, lines[0].seal, lines[1].seal]
    assert check().holds
    assert check().seal == lines[2].seal
    assert is_sealed_by(lines[0].seal)


def test_a_line_stands_exactly_if_what_it_tells_of_is_done():
    def fail_after_writing():
        with transaction.atomic():
            write(1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_writing()

    assert ledger_size() == 0
    assert check().holds


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE ledger_ledgerline SET by = 'nobody' WHERE number = 2",
        "DELETE FROM ledger_ledgerline WHERE number = 2",
        "DELETE FROM ledger_ledgerline",
        "INSERT INTO ledger_ledgerline SELECT * FROM ledger_ledgerline WHERE number = 2",
    ],
)
def test_the_database_refuses_to_change_or_remove_a_line(change):
    write(3)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)

    assert ledger_size() == 3
    assert check().holds


def test_sqlite_refuses_to_replace_a_line():
    if connection.vendor != "sqlite":
        pytest.skip("the words are those of SQLite")
    write(2)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT OR REPLACE INTO ledger_ledgerline SELECT number, at, 'nobody', action, subject, "
            "data, before, seal FROM ledger_ledgerline WHERE number = 1"
        )

    assert check().holds


def test_postgresql_refuses_to_empty_the_table():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    write(2)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE ledger_ledgerline")

    assert ledger_size() == 2


TAMPERED = [
    ("by", "UPDATE ledger_ledgerline SET by = 'nobody' WHERE number = 2", "Line 2 does not say"),
    ("data", "UPDATE ledger_ledgerline SET data = '{}' WHERE number = 3", "Line 3 does not say"),
    ("middle", "DELETE FROM ledger_ledgerline WHERE number = 2", "Between line 1 and line 3"),
    ("first", "DELETE FROM ledger_ledgerline WHERE number = 1", "Between line 0 and line 2"),
    (
        "last",
        "DELETE FROM ledger_ledgerline WHERE number = 3",
        "ends at line 2, but 3 were written",
    ),
    ("head", "DELETE FROM ledger_ledgerhead", "ends at line 3, but 0 were written"),
]


@pytest.mark.parametrize(("what", "change", "said"), TAMPERED, ids=[row[0] for row in TAMPERED])
def test_whoever_gets_round_the_database_is_found_out(unguarded, what, change, said):
    write(3)
    with connection.cursor() as cursor:
        cursor.execute(change)

    found = check()

    assert not found.holds
    assert any(said in problem for problem in found.problems)


def test_a_database_without_its_triggers_is_found_out(unguarded):
    write(1)

    assert len(check().problems) == 3
    assert all("trigger" in problem for problem in check().problems)


WEAKENED = {
    "sqlite": [
        "DROP TRIGGER ledger_lines_stay_as_they_are",
        "CREATE TRIGGER ledger_lines_stay_as_they_are BEFORE UPDATE ON ledger_ledgerline WHEN 0 "
        "BEGIN SELECT RAISE(ABORT, 'The ledger is only ever added to'); END",
    ],
    "postgresql": [
        "ALTER TABLE ledger_ledgerline ENABLE REPLICA TRIGGER ledger_lines_stay_as_they_are"
    ],
}


def test_a_trigger_that_is_there_in_name_only_is_found_out():
    with connection.cursor() as cursor:
        for statement in WEAKENED[connection.vendor]:
            cursor.execute(statement)

    assert ["ledger_lines_stay_as_they_are is missing or was changed" in one
            for one in check().problems] == [True]  # fmt: skip


def test_a_function_that_no_longer_refuses_is_found_out():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's triggers have no function")
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION refuse_to_change_the_ledger() RETURNS trigger AS $$ "
            "BEGIN RETURN NEW; END $$ LANGUAGE plpgsql"
        )

    assert len(check().problems) == 3


def test_lines_written_while_the_ledger_is_checked_are_no_alarm():
    write(3)
    checking = checked_lines()
    next(checking)

    write(2)

    assert (list(checking)[-1].problems, check().lines) == ((), 5)


def test_a_line_that_holds_what_no_line_can_is_found_out(unguarded):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps text in columns of text")
    write(2)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_ledgerline SET data = CAST(data AS BLOB) WHERE number = 1")

    assert any("Line 1 does not say" in one for one in check().problems)


def test_a_line_sealed_anew_breaks_the_one_after_it(unguarded):
    write(3)
    line = LedgerLine.objects.get(pk=2)
    line.by = "nobody"
    LedgerLine.objects.filter(pk=2).update(by="nobody", seal=line.line.seal)

    assert any("Line 3 does not follow" in problem for problem in check().problems)


def test_a_chain_made_wholly_anew_lacks_the_seal_that_was_noted_elsewhere(unguarded):
    write(3)
    noted = check().seal
    before = NO_SEAL
    for one in LedgerLine.objects.order_by("number"):
        one.by, one.before = "nobody", before
        one.seal = before = one.line.seal
        LedgerLine.objects.filter(pk=one.pk).update(by=one.by, before=one.before, seal=one.seal)
    LedgerHead.objects.update(seal=before)

    assert all("trigger" in problem for problem in check().problems)
    assert not is_sealed_by(noted)


@pytest.mark.django_db(transaction=True)
def test_what_is_done_outside_a_transaction_is_not_recorded():
    with pytest.raises(RuntimeError, match="in the transaction"):
        record("entry withdrawn", subject="entry OPA/1", by="an officer", at=AT)


def test_every_change_of_the_archive_is_told_with_who_did_it_and_why():
    keep(make_entry(), make_entry(ref="7000002"))
    correct_entry("OPA", "7000001", make_entry(title="Tandems"), by="A", at=LATER, reason="Misread")
    withdraw_entry("OPA", "7000001", reason="It named a person", by="B", at=LATER)
    restore_entry("OPA", "7000001", reason="It did not", by="C", at=LATER)

    rows = ledger_rows()

    assert [(row.action, row.subject, row.by) for row in rows] == [
        ("log imported", "log OPA", "an officer"),
        ("entry corrected", "entry OPA/7000001", "A"),
        ("entry withdrawn", "entry OPA/7000001", "B"),
        ("entry restored", "entry OPA/7000001", "C"),
    ]
    assert rows[0].data["new"] == 2
    assert rows[1].data["fields"] == ["title"]
    assert rows[2].data == {"reason": "It named a person"}
    assert len(ledger_rows(subject="entry OPA/7000001", last=2)) == 2


def test_a_file_read_again_leaves_no_line():
    keep(make_entry())
    keep(make_entry())

    assert ledger_size() == 1


def test_the_same_particulars_have_one_text_whichever_their_order():
    assert canonical({"b": 1, "a": "ŷ"}) == canonical({"a": "ŷ", "b": 1}) == '{"a":"ŷ","b":1}'


def test_a_seal_is_the_same_in_every_time_zone():
    winter = dt.timezone(dt.timedelta(hours=5))
    line = Line(1, AT, "A", "entry withdrawn", "entry OPA/1", "{}", NO_SEAL)
    moved = Line(1, AT.astimezone(winter), "A", "entry withdrawn", "entry OPA/1", "{}", NO_SEAL)

    assert line.seal == moved.seal
    assert len(line.seal) == 64


def test_nothing_is_added_once_the_note_of_the_last_line_is_gone_until_somebody_mends_it():
    write(3)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_ledgerhead")

    with pytest.raises(HeadIsGone, match="ledger mend"), transaction.atomic():
        record("entry withdrawn", subject="entry 3", by="A", at=AT, data={})
    assert mend_head(reason="A restore went wrong", by="B", at=AT) == 3

    assert list(checked_lines())[-1].holds
    assert ledger_rows()[-1].data == {"reason": "A restore went wrong"}
    with pytest.raises(HeadStands, match="is there"):
        mend_head(reason="Again", by="B", at=AT)
