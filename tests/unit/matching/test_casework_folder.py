"""The casework index on disk: changed, made anew, killed, damaged; readers and writers at once."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from answerable.matching.case_search import CaseFilters, CaseSearch
from answerable.matching.casework_index import CaseChanges, CaseworkIndex, IndexUnavailable
from tests.support.case_documents import found, make_case, make_question, make_standing

CASE = make_case("7000001", "Patrol", questions=(make_question("1"), make_question("2")))


@pytest.fixture
def index(tmp_path):
    return CaseworkIndex(tmp_path)


def test_requests_are_replaced_with_all_their_questions_in_one_commit(index):
    index.rebuild([CASE, make_case("7000002")], change=1)

    index.add_requests(
        [make_case("7000001", "Tandems", questions=(make_question("9"),)), make_case("7000003")],
        change=5,
    )

    assert index.mark() == 5
    assert found(index) == {
        ("7000001", None),
        ("7000001", "9"),
        *(("7000002", label) for label in (None, "1")),
        *(("7000003", label) for label in (None, "1")),
    }


def test_a_request_that_is_given_twice_stands_once_as_it_was_given_last(index):
    index.rebuild([], change=0)

    index.add_requests([make_case(title="First"), make_case(title="Last")], change=1)

    assert index.search(CaseSearch()).total == 2
    assert found(index, "first") == set()


def test_a_removed_request_is_gone_with_its_questions(index):
    index.rebuild([CASE, make_case("7000002")], change=1)

    index.remove(["7000001"], change=2)

    assert {reference for reference, _ in found(index)} == {"7000002"}
    assert index.mark() == 2


def test_changes_are_asked_for_from_the_mark_on_and_none_is_no_commit(index):
    index.rebuild([make_case()], change=7)
    asked_since = []

    index.update(asked_since.append)
    index.update(lambda since: CaseChanges([make_case("7000002")], ["7000001"], since + 3))

    assert asked_since == [7]
    assert index.mark() == 10
    assert {reference for reference, _ in found(index)} == {"7000002"}


def test_the_mark_never_goes_back(index):
    index.rebuild([], change=9)

    index.add_requests([make_case()], change=3)

    assert index.mark() == 9


def test_what_cannot_be_written_is_kept_all_the_same(index):
    odd = make_case("70\ud800", "\ud800 bell\0", standing=make_standing(team="\udfff"))
    index.rebuild([], change=0)

    index.add_requests([odd], change=1)
    index.add_requests([odd], change=2)

    assert index.search(CaseSearch("bell")).total == 2
    index.remove(["70\ud800"], change=3)
    assert index.search(CaseSearch()).total == 0


def test_another_reader_sees_what_was_committed_before_it_searched(tmp_path):
    writer, reader = CaseworkIndex(tmp_path), CaseworkIndex(tmp_path)
    writer.rebuild([], change=0)

    for number in range(1, 30):
        writer.add_requests([make_case(str(number), questions=())], change=number)
        assert reader.search(CaseSearch()).total == number
        assert reader.mark() == number
    writer.rebuild([make_case()], change=50)
    assert reader.search(CaseSearch()).total == 2


def test_readers_never_see_half_a_request(tmp_path):
    index = CaseworkIndex(tmp_path)
    index.rebuild([CASE], change=0)
    seen, done = set(), threading.Event()

    def read():
        reader = CaseworkIndex(tmp_path)
        while not done.is_set():
            seen.add(reader.search(CaseSearch("patrol")).total)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for change in range(1, 9):
        index.rebuild([CASE], change=change)
        index.add_requests([CASE], change=change)
    done.set()
    for reader in readers:
        reader.join()

    assert seen == {3}


PREAMBLE = """
import os, signal, sys, threading
from pathlib import Path
from answerable.matching.casework_index import CaseworkIndex
from tests.support.case_documents import make_case, many_cases

index = CaseworkIndex(Path(sys.argv[1]))
"""
KILLED_REBUILDING = """
def cases():
    for number, case in enumerate(many_cases(3000)):
        if number == 2000:
            os.kill(os.getpid(), signal.SIGKILL)
        yield case

index.rebuild(cases(), change=2)
"""
KILLED_ADDING = """
threading.Timer(float(sys.argv[2]), os.kill, (os.getpid(), signal.SIGKILL)).start()
for number in range(1, 1_000_000):
    index.add_requests([make_case("7000001", f"Change{number}")] * 2, change=number)
"""
ADDING = """
for number in range(int(sys.argv[2]), int(sys.argv[2]) + 20):
    index.add_requests([make_case(str(number))], change=number)
"""


def started(script, *words):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen([sys.executable, "-c", PREAMBLE + script, *words], env=environment)


def test_a_rebuild_that_is_killed_leaves_the_old_index_working(tmp_path):
    index = CaseworkIndex(tmp_path)
    index.rebuild([make_case()], change=1)

    assert started(KILLED_REBUILDING, tmp_path).wait() == -signal.SIGKILL

    assert CaseworkIndex(tmp_path).search(CaseSearch()).total == 2
    assert index.rebuild([CASE], change=2) == 1
    assert (index.mark(), index.search(CaseSearch()).total) == (2, 3)


@pytest.mark.parametrize("seconds", ["0.1", "0.23", "0.37"])
def test_a_writer_that_is_killed_leaves_its_last_commit_whole(tmp_path, seconds):
    index = CaseworkIndex(tmp_path)
    index.rebuild([make_case("7000001", "Change0")], change=0)

    assert started(KILLED_ADDING, tmp_path, seconds).wait() == -signal.SIGKILL

    after = CaseworkIndex(tmp_path)
    assert found(after, f"Change{after.mark()}") == {("7000001", None), ("7000001", "1")}
    assert after.search(CaseSearch()).total == 2
    after.add_requests([CASE], change=after.mark() + 1)
    assert index.search(CaseSearch()).total == 3


def test_two_processes_write_one_after_the_other(tmp_path):
    index = CaseworkIndex(tmp_path)
    index.rebuild([], change=0)

    writers = [started(ADDING, tmp_path, str(first)) for first in (1000, 2000)]

    assert [writer.wait() for writer in writers] == [0, 0]
    assert index.search(CaseSearch(filters=CaseFilters(kinds=("request",)))).total == 40
    assert index.mark() == 2019


@pytest.mark.parametrize("file", ["*.idx", "*.term", "*.fast", "*.store", "meta.json"])
@pytest.mark.parametrize("damage", [b"", b"junk", None], ids=["empty", "junk", "gone"])
def test_a_damaged_index_is_unavailable_and_can_be_made_anew(tmp_path, file, damage):
    CaseworkIndex(tmp_path).rebuild([make_case()], change=1)
    for one in tmp_path.glob(f"*/{file}"):
        one.unlink() if damage is None else one.write_bytes(damage)
    index = CaseworkIndex(tmp_path)

    with pytest.raises(IndexUnavailable, match="casework index"):
        index.search(CaseSearch("bicycle", sort="newest"))

    index.rebuild([make_case()], change=1)
    assert index.search(CaseSearch("bicycle")).total == 2


def test_where_there_is_no_index_it_says_so(index):
    with pytest.raises(IndexUnavailable, match="There is no casework index"):
        index.search(CaseSearch())
    with pytest.raises(IndexUnavailable, match="There is no casework index"):
        index.add_requests([make_case()], change=1)
