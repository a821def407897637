"""`answerable worker`: every job, what it did, what went wrong, and how the workers end."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from answerable.cli import main
from answerable.jobs.timetable import JOBS
from tests.support.databases import own_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _open(monkeypatch):
    monkeypatch.setattr("answerable.cli.worker.open_site", lambda: None)


def test_each_job_says_what_it_did(capsys):
    assert main(["worker", "--once"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [job.name for job in JOBS]
    assert lines[0] == "read the mailbox: no mailbox is set (ANSWERABLE_IMAP)"
    assert "read messages: nothing to do" in lines


def test_a_job_that_fails_is_said_and_the_others_run(capsys, settings):
    settings.ANSWERABLE_IMAP = "imap://a:secret@127.0.0.1:1"

    assert main(["worker", "--once"]) == 2

    said = capsys.readouterr()
    # The log stands there, too, if it was set up while this test's output was caught.
    sentence = "read the mailbox: The mailbox at 127.0.0.1:1 cannot be read: ConnectionRefusedError"
    assert sentence in said.err.splitlines()
    assert len(said.out.splitlines()) == len(JOBS) - 1


def test_servers_and_workers_start_without_what_checks_the_rows_of_registers():
    program = (
        "import django, sys; django.setup(); import answerable.jobs.running, "
        "answerable.config.urls, answerable.config.urls_casework; "
        "print({'pandas', 'pandera', 'polars'} & set(sys.modules))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout == "set()\n"


@pytest.fixture
def workers(tmp_path):
    words = [sys.executable, "-m", "answerable", "worker"]
    with (
        own_site(tmp_path) as site,
        subprocess.Popen(
            words, env=site, stdout=subprocess.PIPE, text=True, start_new_session=True
        ) as started,
    ):
        assert started.stdout.readline() == "Working: stop it with Ctrl-C\n"
        yield started
        # Those that nobody watches any more would stay.
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)


def test_workers_that_are_told_to_end_do(workers):
    workers.send_signal(signal.SIGTERM)

    assert workers.wait(timeout=60) == 0


def test_workers_end_where_the_same_signal_ends_what_watches_them(workers):
    watching = int(Path(f"/proc/{workers.pid}/task/{workers.pid}/children").read_text().split()[0])
    time.sleep(2)
    # It hears of nothing, as if it had ended already, and has not ended when the signal comes.
    os.kill(watching, signal.SIGSTOP)
    workers.send_signal(signal.SIGTERM)
    time.sleep(1)
    os.kill(watching, signal.SIGKILL)

    assert workers.wait(timeout=60) == 0
