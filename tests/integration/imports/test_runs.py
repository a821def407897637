"""Runs: each file once, in order, whatever it is."""

import datetime as dt

import pytest

from answerable.actions.archive import ImportRefused
from answerable.actions.imports import (
    Plan,
    RunRefused,
    add_files,
    close_run,
    go_on,
    resume_run,
    retry_refused,
    start_run,
    stop_run,
)
from answerable.domain.roles import Actor, MoveNotAllowed, Role
from answerable.queries.imports import import_runs, run_files, run_progress
from answerable.reading.source import LARGEST_BYTES
from answerable.records.archive.models import Document, Entry, KeptFile
from answerable.records.ledger.models import LedgerLine
from tests.support.entries import OPA
from tests.support.imports import AT, KEEPER, filled, import_all, log, logs, states, work

pytestmark = pytest.mark.django_db


def test_a_folder_is_read_whole_and_says_what_became_of_each_file():
    files = [*logs(3), ("empty.txt", b""), ("letter.txt", b"Dear Sir\n\nNo.\n")]

    run = import_all(files)

    progress = run_progress(run, at=AT)
    assert states(run) == {
        "0000.txt": "done",
        "0001.txt": "done",
        "0002.txt": "done",
        "empty.txt": "refused",
        "letter.txt": "done",
    }
    assert (progress.run.state, progress.total, progress.left, progress.settled) == (
        "done",
        5,
        0,
        5,
    )
    assert [one.reports[0]["new"] for one in run_files(run)[:3]] == [
        ["7000001"],
        ["7000002"],
        ["7000003"],
    ]
    assert run_files(run)[3].refusal == "empty.txt is empty: there is nothing to read"
    assert Entry.objects.count() == 3


def test_the_same_files_again_change_nothing_and_are_not_read():
    import_all(logs(3))
    run = filled(logs(3), name="again")

    work(run, at=AT + dt.timedelta(days=1))

    assert set(states(run).values()) == {"known"}
    assert run_files(run)[0].reports[0]["unchanged"] == ["7000001"]
    assert (KeptFile.objects.count(), Document.objects.count()) == (3, 3)
    assert Entry.objects.get(key="7000001").version == 1


def test_a_file_that_stands_twice_in_a_folder_is_read_once():
    run = import_all([("a.txt", log(7000001)), ("b.txt", log(7000001))])

    assert states(run) == {"a.txt": "done", "b.txt": "known"}


def test_files_that_are_given_again_are_passed_over():
    run = start_run(body=OPA, name="logs", plan=Plan(), by=KEEPER, at=AT)

    first = add_files(run, logs(2), at=AT)
    again = add_files(run, [*logs(3), ("0000.txt", log(7000009))], at=AT)

    assert (first, again) == (2, 2)
    assert [one.path for one in run_files(run)] == ["0000.txt", "0001.txt", "0002.txt", "0000.txt"]


def test_what_is_too_large_is_refused_and_its_bytes_are_not_kept():
    run = import_all([("large.txt", b"a" * (LARGEST_BYTES + 1))])

    assert "larger than 32 MB" in run_files(run)[0].refusal
    assert KeptFile.objects.count() == 0


def test_the_later_file_has_the_last_word_whoever_read_it_first():
    run = filled([("a.txt", log(7000001, "Seven.")), ("b.txt", log(7000001, "Eight."))])
    slow = iter([True, False])
    work(run, worker="first", goes_on=lambda: next(slow), most=1)

    work(run, worker="second")

    entry = Entry.objects.get()
    assert (entry.version, entry.content["questions"][0]["answer"]) == (2, "Eight.")


def test_a_month_is_given_printed_or_named_by_the_path():
    import_all([("a.txt", log(1))], plan=Plan("2020-01"))
    import_all([("logs/Nov 2021/b.txt", log(2))], plan=Plan(months_are_named=True))
    import_all([("logs/Nov 2021/c.txt", log(3))])

    assert list(Entry.objects.order_by("key").values_list("key", "month")) == [
        ("1", "2020-01"),
        ("2", "2021-11"),
        ("3", ""),
    ]


def test_a_known_file_moves_into_a_month_that_is_given_anew():
    import_all(logs(1))

    run = import_all(logs(1), plan=Plan("2021-05"), name="moved")

    assert states(run) == {"0000.txt": "done"}
    assert Entry.objects.get().month == "2021-05"


def test_a_run_that_is_stopped_keeps_what_it_has_and_goes_on_when_it_is_told():
    run = filled(logs(4))
    work(run, most=2)

    stop_run(run, by=KEEPER, at=AT)
    stopped = work(run)
    go_on(run, by=KEEPER, at=AT)
    work(run)

    assert stopped == 0
    assert Entry.objects.count() == 4
    assert run_progress(run, at=AT).run.state == "done"
    with pytest.raises(RunRefused, match="done already"):
        stop_run(run, by=KEEPER, at=AT)
    with pytest.raises(RunRefused, match="not stopped"):
        go_on(run, by=KEEPER, at=AT)


def test_what_was_refused_is_read_again_behind_all_others():
    run = import_all([("empty.txt", b""), *logs(1)])

    count = retry_refused(run, by=KEEPER, at=AT)
    work(run)

    assert count == 1
    assert [(one.path, one.state) for one in run_files(run)] == [
        ("0000.txt", "done"),
        ("empty.txt", "refused"),
    ]
    with pytest.raises(RunRefused, match="No file"):
        retry_refused(import_all(logs(1), name="other"), by=KEEPER, at=AT)


def test_no_files_come_to_a_run_that_has_all_of_them():
    run = filled(logs(1))

    with pytest.raises(RunRefused, match="All files"):
        add_files(run, logs(2), at=AT)


def test_what_was_interrupted_is_found_again_by_whoever_started_it():
    plan = Plan(months_are_named=True)
    run = start_run(body=OPA, name="logs", plan=plan, by=KEEPER, at=AT)
    other = Actor("other", "other", KEEPER.roles)

    assert resume_run(body=OPA, name="logs", plan=plan, by=KEEPER) == run
    assert resume_run(body=OPA, name="logs", plan=Plan(), by=KEEPER) is None
    assert resume_run(body=OPA, name="logs", plan=plan, by=other) is None
    close_run(run, at=AT)
    assert resume_run(body=OPA, name="logs", plan=plan, by=KEEPER) is None


def test_an_import_is_started_by_managers_and_told_in_the_ledger():
    officer = Actor("o@body.example", "O", frozenset({Role.OFFICER}))

    with pytest.raises(MoveNotAllowed, match="Importing a log is for managers"):
        start_run(body=OPA, name="logs", plan=Plan(), by=officer, at=AT)
    with pytest.raises(ImportRefused, match="no month"):
        start_run(body=OPA, name="logs", plan=Plan("January"), by=KEEPER, at=AT)
    run = import_all(logs(1))

    assert [row.number for row in import_runs()] == [run]
    assert list(LedgerLine.objects.order_by("number").values_list("action", flat=True)) == [
        "import started",
        "log imported",
    ]
