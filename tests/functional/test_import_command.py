"""`answerable import` with folders, run as people run it."""

import json
import os
from functools import partial

import pytest

from tests.support.databases import copy_migrated
from tests.support.imports import log
from tests.support.ready import commands

pytestmark = [pytest.mark.once, pytest.mark.slow]


@pytest.fixture
def run(tmp_path):
    """Return what runs the command on a site of its own."""
    env = {
        **os.environ,
        "ANSWERABLE_HOME": str(tmp_path / "home"),
        "ANSWERABLE_DATABASE": f"sqlite:///{tmp_path}/a.sqlite3",
    }

    copy_migrated(tmp_path / "a.sqlite3")
    with commands(env, tmp_path) as command:
        yield partial(command, "import")


@pytest.fixture
def logs(tmp_path):
    """A folder with a log for two months, what is hidden, what is empty, and a link back to itself."""
    for name, data in {
        "2021-12/b.txt": log(7000002),
        "Nov 2021/a.txt": log(7000001),
        "Nov 2021/.hidden.txt": log(7000003),
        ".git/c.txt": log(7000004),
        "empty.txt": b"",
    }.items():
        path = tmp_path / "logs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "logs/again").symlink_to(tmp_path / "logs")
    return tmp_path / "logs"


def test_a_folder_is_imported_whole_in_the_order_of_its_names(run, logs):
    result = run("logs", "--month-from-name", "--workers", "2")

    assert result.returncode == 2
    assert result.stdout == "logs/2021-12/b.txt: 1 new\nlogs/Nov 2021/a.txt: 1 new\n"
    assert result.stderr == (
        "empty.txt is empty: there is nothing to read\n"
        "3 files: 2 read, 1 refused; 0 doubts to look at\n"
    )


def test_the_same_folder_again_changes_nothing(run, logs):
    (logs / "empty.txt").unlink()
    run("logs")

    result = run("logs", "--json")

    reports = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0
    assert [(one["path"], one["is_known"], one["unchanged"]) for one in reports] == [
        ("logs/2021-12/b.txt", True, ["7000002"]),
        ("logs/Nov 2021/a.txt", True, ["7000001"]),
    ]


def test_files_that_are_not_there_stop_no_others(run, logs):
    result = run("missing.txt", "logs/2021-12/b.txt")

    assert (result.returncode, result.stdout) == (2, "b.txt: 1 new\n")
    assert result.stderr == "missing.txt: there is no such file: check the name\n"


def test_it_says_what_it_needs(run):
    nothing = run()
    workers = run("a.txt", "--workers", "0")
    both = run("a.txt", "--month", "2021-11", "--month-from-name")

    assert (nothing.returncode, nothing.stderr) == (2, "Name the files or folders to import\n")
    assert (workers.returncode, both.returncode) == (2, 2)
    assert "at least one process reads" in workers.stderr


def test_nothing_to_resume_and_nothing_to_read_again_is_nothing_wrong(run, logs):
    resumed = run("--resume")
    run("logs/2021-12/b.txt")
    again = run("--again")

    assert [(one.returncode, one.stdout, one.stderr) for one in (resumed, again)] == [
        (0, "", "")
    ] * 2


def test_of_two_forms_of_one_document_one_is_used_and_the_other_says_why(run, logs):
    (logs / "2021-12/b.md").write_bytes(log(7000002))
    (logs / "empty.txt").unlink()

    result = run("logs/2021-12")

    lines = result.stdout.splitlines()
    assert len([line for line in lines if line.endswith(": 1 new")]) == 1
    assert len([line for line in lines if ": stood aside for b." in line]) == 1
    assert len([line for line in lines if "was not used: " in line]) == 1
