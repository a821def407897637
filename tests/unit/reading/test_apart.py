"""The process that reads PDF apart: it stays, it may fail in any way, and it ends with whoever asked."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from answerable.reading import NotReadable
from answerable.reading.blocks import Block, Document, Kind, Run
from answerable.reading.documents import Repair
from answerable.reading.pdf import apart, process
from answerable.reading.pdf.apart import done_apart, end_processes, read_apart
from answerable.reading.pdf.carried import document_from, parts_of
from tests.support import reading_faults
from tests.support.pdf_made import at, drawn_pdf

FAULTY = (str(Path(reading_faults.__file__)),)
GOOD = drawn_pdf(at(50, 700, "A line of the log"))


@pytest.fixture(scope="module")
def faulty():
    """Ask a process that knows tasks which go wrong."""
    root = str(Path(__file__).resolve().parents[3])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(process, "STARTED_AS", FAULTY)
        patch.setenv("PYTHONPATH", f"{root}/src{os.pathsep}{root}")
        end_processes()
        yield
        end_processes()


def asked(task, data=b"", **options):
    return done_apart(task, data, "log.pdf", **options)


def parent_of_the_fork():
    return asked("environment")[1]


ENDS = {
    "crash": "is a PDF that cannot be read safely",
    "half": "is a PDF that cannot be read safely",
    "swell": "is a PDF that cannot be read safely",
    "fault": r"stopped the reader by a fault of its own \(KeyError\), and need not be damaged",
}


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("task", [*ENDS])
def test_a_file_that_ends_the_process_is_refused_and_the_next_is_read(task):
    with pytest.raises(NotReadable, match=rf"^log\.pdf {ENDS[task]}") as refusal:
        asked(task)

    assert "Jane" not in str(refusal.value)
    assert asked("echo", b"the next") == [b"the next"]


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("task", ["hang", "spin"])
def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read(monkeypatch, task):
    monkeypatch.setattr(apart, "MOST_SECONDS", 1)
    monkeypatch.setattr(apart, "_BEYOND_LIMIT", 0.2)

    with pytest.raises(NotReadable, match="takes more than 1 seconds or"):
        asked(task)
    assert asked("echo", b"the next") == [b"the next"]


@pytest.mark.usefixtures("faulty")
def test_large_files_and_many_parts_pass_while_libraries_print():
    large = bytes(range(256)) * 20_000

    assert asked("echo", large) == [large]
    assert asked("size", large, times=3) == [b"5120000"] * 3
    assert asked("chatter") == [b"quiet"]


@pytest.mark.usefixtures("faulty")
def test_one_process_does_task_after_task_each_in_a_fork_of_it():
    assert len({parent_of_the_fork() for _ in range(4)}) == 1


@pytest.mark.usefixtures("faulty")
def test_a_fork_goes_on_while_it_is_as_good_as_new():
    forks = [asked("own") for _ in range(3)]
    asked("grow")

    assert len({*map(tuple, forks)}) == 1
    assert asked("own") not in forks


@pytest.mark.usefixtures("faulty")
def test_a_fork_reads_so_many_files_and_no_more():
    forks = [asked("own")[0] for _ in range(450)]

    assert len({*forks}) == 3


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("task", ["stumble", "fall"])
def test_what_fails_where_others_were_read_is_done_in_a_fresh_fork(task):
    asked("litter")

    assert asked(task) == [b"begun"]


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("task", [*ENDS])
def test_what_fails_in_a_fresh_fork_too_is_refused_for_the_same_reason(task):
    asked("own")

    with pytest.raises(NotReadable, match=rf"^log\.pdf {ENDS[task]}"):
        asked(task)


@pytest.mark.usefixtures("faulty")
def test_time_is_counted_for_each_file_that_a_fork_reads(monkeypatch):
    monkeypatch.setattr(apart, "MOST_SECONDS", 1)
    began = time.monotonic()
    forks = {asked("busy")[0] for _ in range(3)}

    assert time.monotonic() - began > 1.5
    assert len(forks) == 1


@pytest.mark.usefixtures("faulty")
def test_the_fork_and_its_process_end_when_they_are_let_go():
    fork, parent = int(asked("own")[0]), int(parent_of_the_fork())
    end_processes()

    assert is_gone(fork)
    assert is_gone(parent)


@pytest.mark.usefixtures("faulty")
def test_what_most_readings_need_is_made_once_and_not_in_each_fork():
    end_processes()
    before = int(asked("patterns")[0])
    read_apart(GOOD, "log.pdf")
    asked("echo")

    assert before == 0
    assert int(asked("patterns")[0]) > 10


@pytest.mark.usefixtures("faulty")
def test_what_a_task_needs_is_imported_before_the_forks_for_it_and_not_for_others():
    end_processes()

    assert asked("imported") == [b"0"]
    assert asked("imported for it") == [b"1"]


@pytest.mark.usefixtures("faulty")
def test_a_fork_that_read_others_leaves_it_to_the_process_to_import_what_a_task_needs():
    end_processes()
    asked("own")

    assert asked("imported for it") == [b"1"]
    assert asked("imported") == [b"1"]


@pytest.mark.usefixtures("faulty")
def test_threads_do_not_wait_for_each_other_and_few_processes_are_kept():
    with ThreadPoolExecutor(6) as threads:
        found = list(threads.map(lambda number: asked("echo", b"%d" % number), range(30)))

    assert found == [[b"%d" % number] for number in range(30)]
    assert len(apart._kept._waiting) <= 2


@pytest.mark.usefixtures("faulty")
def test_a_process_that_is_forked_has_one_of_its_own():
    before, (reads, writes) = parent_of_the_fork(), os.pipe()
    if not os.fork():
        os.write(writes, parent_of_the_fork())
        end_processes()
        os._exit(0)
    os.wait()

    assert os.read(reads, 100) not in (b"", before)
    assert parent_of_the_fork() == before


@pytest.mark.usefixtures("faulty")
def test_a_process_that_was_killed_while_it_waited_is_replaced():
    os.kill(int(parent_of_the_fork()), 9)

    assert asked("echo", b"as before") == [b"as before"]


@pytest.mark.usefixtures("faulty")
def test_a_process_that_cannot_start_is_not_the_fault_of_the_file(monkeypatch):
    monkeypatch.setattr(process, "STARTED_AS", (*FAULTY, "never ready"))
    end_processes()

    with pytest.raises(NotReadable, match="was not read: the process that reads PDF did not start"):
        asked("echo")


@pytest.mark.usefixtures("faulty")
def test_it_knows_no_secret_of_the_process_that_asks(monkeypatch):
    monkeypatch.setenv("ANSWERABLE_SECRET_KEY", "a secret")
    end_processes()

    assert "ANSWERABLE_SECRET_KEY" not in asked("environment")[0].decode()


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("task", ["environment", "hang"])
def test_it_ends_with_the_process_that_asks(task):
    words = (
        "import os, sys, threading, time\n"
        "from answerable.reading.pdf import apart, process\n"
        f"process.STARTED_AS = {FAULTY!r}\n"
        "print(apart.done_apart('environment', b'', 'a')[1].decode(), flush=True)\n"
        f"threading.Thread(target=apart.done_apart, args=({task!r}, b'', 'a'), daemon=True).start()\n"
        "time.sleep(0.5)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", words], stdout=subprocess.PIPE, check=False)

    assert is_gone(int(done.stdout))


def is_gone(number):
    for _ in range(200):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_a_document_comes_over_as_it_was():
    words = (Run("Words", italic=True), Run(" and a link", link=True, href="https://example.org/"))
    blocks = (
        Block(Kind.ITEM, words, 0, 16, marker="1.", level=2, column=1, page=3, broken=True),
        Block(Kind.TABLE, (), 17, 20, rows=(("a", "b"), ("c", "")), box=(1.5, 2.0, 3.0, 4.0)),
    ) * 700
    document = Document("text", blocks, True, "tagged PDF", (Repair("a", "b", "c", 2),))

    assert document_from([*parts_of(document)]) == document
    assert read_apart(GOOD, "log.pdf").text == "A line of the log"


@pytest.mark.parametrize("parts", [[], [b"{}"], [b'{"text": 1}', b"[[1]]"], [b"\xff"]])
def test_nonsense_from_the_process_is_a_refusal(monkeypatch, parts):
    monkeypatch.setattr(apart, "done_apart", lambda *_, **_options: parts)

    with pytest.raises(NotReadable, match="cannot be read safely"):
        read_apart(GOOD, "log.pdf")
