"""Whose a file is: a worker that is gone loses nothing, and a file that ends workers is left out."""

import datetime as dt

import pytest

from answerable.actions.imports import claims, keeping, worker_name, working
from answerable.queries.imports import run_files, run_progress
from answerable.reading.documents import NotReadable
from answerable.records.archive.models import Entry, ImportFile
from tests.support.imports import AT, filled, import_all, log, logs, states, work

pytestmark = pytest.mark.django_db
LATER = AT + claims.CLAIMED_FOR + dt.timedelta(seconds=1)


def claimed(run, worker, *, at=AT):
    return claims.claim_next(run, worker=worker, at=at)


def test_no_two_workers_have_the_same_file():
    run = filled(logs(2))

    places = [claimed(run, worker).place for worker in ("one", "two")]

    assert places == [0, 1]
    assert claimed(run, "three") is None


def test_what_a_worker_of_elsewhere_did_not_bring_to_an_end_is_read_when_its_time_is_over():
    run = filled(logs(2))
    claimed(run, "lost")

    before = work(run, most=0)
    after = work(run, at=LATER)

    assert (before, after) == (0, 2)
    assert set(states(run).values()) == {"done"}


def test_what_a_killed_worker_of_this_machine_had_is_free_at_once(settings, tmp_path):
    settings.ANSWERABLE_WORKERS = tmp_path
    run = filled(logs(1))
    (tmp_path / "killed").touch()
    claimed(run, "killed")

    work(run)

    assert states(run) == {"0000.txt": "done"}
    assert list(tmp_path.iterdir()) == []


def test_a_worker_that_lives_keeps_its_files(settings, tmp_path):
    settings.ANSWERABLE_WORKERS = tmp_path
    run = filled(logs(1))
    with worker_name() as alive:
        claimed(run, alive)

        freed = claims.free_lost(run, at=AT)
        claims.renew(run, worker=alive, at=LATER)
        later = claims.free_lost(run, at=LATER)

    assert (freed, later) == (0, 0)
    assert not claims.is_gone(alive)


def test_a_file_at_which_two_workers_ended_is_left_out():
    run = filled(logs(2))
    claimed(run, "first")
    claims.free_lost(run, at=LATER)
    claimed(run, "second", at=LATER)

    work(run, at=LATER + claims.CLAIMED_FOR * 2)

    assert states(run) == {"0000.txt": "refused", "0001.txt": "done"}
    assert run_files(run)[0].refusal.startswith("0000.txt ended the reader twice")


def test_what_was_read_and_only_waited_for_its_turn_is_not_to_blame():
    run = filled(logs(2))
    for _ in range(3):
        claimed(run, "slow")
        file = claimed(run, "gone")
        claims.hold(file, worker="gone")
        ImportFile.objects.update(claimed_until=AT)
        claims.free_lost(run, at=LATER)
        ImportFile.objects.filter(place=0).update(losses=0)

    work(run, at=LATER)

    assert set(states(run).values()) == {"done"}


def test_a_worker_whose_time_was_over_keeps_nothing():
    run = filled(logs(1))
    file = claimed(run, "late")
    read = keeping.Read((file,), "late", tuple(working.readings_of(file.path, log(7000001), {})))
    work(run, at=LATER)

    turn = keeping.keep(read, at=LATER)

    assert turn is keeping.Turn.LOST
    assert Entry.objects.get().version == 1


def test_a_file_waits_until_those_before_it_are_settled():
    run = filled(logs(3))
    claimed(run, "slow")
    steps = iter([True] * 4 + [False])

    settled = work(run, worker="quick", goes_on=lambda: next(steps))

    assert settled == 0
    assert set(states(run).values()) == {"reading", "waiting"}
    assert Entry.objects.count() == 0


def test_a_fault_of_the_reader_is_a_sentence_that_quotes_nothing(monkeypatch):
    def fails(*_, **__):
        raise KeyError("the words of a file")

    monkeypatch.setattr("answerable.reading.files.reading_of", fails)

    run = import_all(logs(1))

    refusal = run_files(run)[0].refusal
    assert refusal.startswith("0000.txt stopped the reader by a fault of its own (KeyError)")
    assert "the words" not in refusal


def test_a_file_that_cannot_be_kept_stops_no_other(monkeypatch):
    keep_reading = keeping._keep_reading

    def fails_once(reading, file, *, at):
        if file.path == "0000.txt":
            raise ValueError("the words of a file")
        return keep_reading(reading, file, at=at)

    monkeypatch.setattr(keeping, "_keep_reading", fails_once)

    run = import_all(logs(2))

    assert states(run) == {"0000.txt": "refused", "0001.txt": "done"}
    assert run_files(run)[0].refusal == (
        "0000.txt could not be kept by a fault of ours (ValueError): report it"
    )


def test_of_a_file_with_several_documents_each_is_kept_or_says_why(monkeypatch):
    read_one = working.readings_of

    def two(path, data, options):
        yield NotReadable("a.png in it is a picture")
        yield from read_one(path, data, options)

    monkeypatch.setattr(working, "readings_of", two)

    run = import_all([("both.zip", log(7000001))])

    file = run_files(run)[0]
    assert (file.state, run_progress(run, at=AT).run.state) == ("done", "done")
    assert file.reports[0] == {"document": "both.zip", "refused": "a.png in it is a picture"}
    assert file.reports[1]["new"] == ["7000001"]
