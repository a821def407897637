"""A process that is killed in the middle of an import leaves nothing half done."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

LOG = """FOI Disclosures January 2026

{entries}
"""
ENTRY = """Ref
{ref}

Back to top

Bicycles in district {ref}

Request

1. How many bicycles do you have in district {ref}?
2. What did they cost?

Response

1. Seven.
2. £1,400 in all.

"""
COUNT = 1000


def _run(home, *words):
    env = {
        **os.environ,
        "ANSWERABLE_HOME": str(home),
        "ANSWERABLE_DATABASE": f"sqlite:///{home}/a.sqlite3",
    }
    return subprocess.Popen(
        [sys.executable, "-m", "answerable", *words],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.slow
def test_an_import_killed_in_the_middle_is_whole_when_it_is_run_again(tmp_path):
    log = tmp_path / "log.txt"
    log.write_text(
        LOG.format(entries="".join(ENTRY.format(ref=9000000 + one) for one in range(COUNT)))
    )
    command = ("import", str(log), "--body", "OPA", "--name", "Office for Public Answers")

    for delay in (0.5, 0.9, 1.3):
        process = _run(tmp_path, *command)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    finished = _run(tmp_path, *command)
    _, errors = finished.communicate(timeout=60)

    assert finished.returncode == 0, errors.decode()
    with sqlite3.connect(tmp_path / "a.sqlite3") as database:
        keys = [key for (key,) in database.execute("select key from archive_entry")]
        questions = database.execute("select count(*) from archive_question").fetchone()[0]
    assert len(keys) == len(set(keys)) == COUNT
    assert questions == 2 * COUNT
