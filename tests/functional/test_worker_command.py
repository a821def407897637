"""`answerable worker --once`: every job, what it did, and what went wrong."""

import subprocess
import sys

import pytest

from answerable.cli import main
from answerable.jobs.timetable import JOBS

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
