"""`answerable ledger`, run as people run it."""

import json
import os
import pwd

import pytest

from answerable.actions.ledger import record
from answerable.cli import main
from answerable.cli.site import user
from answerable.records.ledger.triggers import create_triggers, drop_triggers
from tests.support.entries import AT, keep, make_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(capsys):
    """Return what runs the command, and gives its code and output."""

    def command(*words):
        code = main(["ledger", *words])
        return code, capsys.readouterr().out

    return command


def test_a_ledger_that_holds_prints_its_seal(run):
    keep(make_entry())

    code, out = run("verify")
    seal = json.loads(run("verify", "--json")[1])["seal"]

    assert code == 0
    assert out.startswith("The ledger holds: 1 line\n")
    assert seal in out
    assert run("verify", "--seal", seal)[0] == 0


def test_a_seal_that_no_line_has_exits_with_1(run):
    keep(make_entry())

    code, out = run("verify", "--seal", "f" * 64)

    assert code == 1
    assert "lines that stood before are gone or changed" in out
    assert "The ledger does not hold" in out


@pytest.mark.parametrize("seal", ["", "12ab", "F" * 64])
def test_what_is_no_seal_proves_nothing(run, seal):
    assert run("verify", "--seal", seal) == (2, "")


def test_a_line_that_was_changed_exits_with_1(run):
    from django.db import connection

    keep(make_entry())
    drop_triggers(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_ledgerline SET by = 'nobody'")
    create_triggers(connection)

    code, out = run("verify", "--json")

    assert code == 1
    assert json.loads(out)["problems"] == ["Line 1 does not say what it said when it was written"]


def test_the_last_lines_are_shown_for_people_and_for_scripts(run):
    keep(make_entry())
    record("entry withdrawn", subject="entry OPA/1", by="B", at=AT, data={"reason": "Wrong"})

    lines = run("show")[1].splitlines()
    (row,) = map(json.loads, run("show", "--subject", "entry OPA/1", "--json")[1].splitlines())

    assert lines[1] == "2  2026-03-02 09:30  B: entry withdrawn, entry OPA/1 (reason Wrong)"
    assert (row["number"], row["action"], row["data"]) == (
        2,
        "entry withdrawn",
        {"reason": "Wrong"},
    )
    assert run("show", "--last", "1")[1].startswith("2  ")


def test_the_account_signs_and_not_what_the_environment_says(monkeypatch):
    monkeypatch.setenv("LOGNAME", "the.chief")

    assert user() == f"{pwd.getpwuid(os.getuid()).pw_name} (command line)"
