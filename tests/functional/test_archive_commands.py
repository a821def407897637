"""`answerable import`, `correct`, `withdraw` and `restore`, run as people run them."""

import json
import os

import pytest

from tests.support.databases import copy_migrated
from tests.support.ready import commands

pytestmark = pytest.mark.once
LOG = """Ref
7000001

Back to top

Bicycles

Request

1. How many bicycles do you have?

Response

1. Seven.
"""


@pytest.fixture
def run(tmp_path):
    """Return what runs the command on a site of its own."""
    env = {
        **os.environ,
        "ANSWERABLE_HOME": str(tmp_path / "home"),
        "ANSWERABLE_DATABASE": f"sqlite:///{tmp_path}/a.sqlite3",
    }

    copy_migrated(tmp_path / "a.sqlite3")
    (tmp_path / "log.txt").write_text(LOG)
    with commands(env, tmp_path) as command:
        yield command


@pytest.mark.slow
def test_an_entry_is_imported_corrected_withdrawn_and_restored(run, tmp_path):
    imported = run("import", "log.txt", "--month", "2026-01", "--json")
    again = run("import", "log.txt")
    read = json.loads(run("read", "log.txt", "--json").stdout)["entries"][0]
    (tmp_path / "right.json").write_text(json.dumps({**read, "title": "Bicycles and tricycles"}))
    corrected = run("correct", "7000001", "right.json", "--reason", "The title was cut")
    withdrawn = run("withdraw", "7000001", "--reason", "It named a person")
    twice = run("withdraw", "7000001", "--reason", "It named a person")
    restored = run("restore", "7000001", "--reason", "It did not")

    assert json.loads(imported.stdout)["new"] == ["7000001"]
    assert again.stdout == "log.txt: read before, nothing changed (1 entries)\n"
    assert corrected.stdout == "7000001: corrected title\n"
    assert withdrawn.returncode == restored.returncode == 0
    assert (twice.returncode, "already" in twice.stderr) == (2, True)


@pytest.mark.slow
def test_a_file_that_cannot_be_kept_is_one_sentence_and_the_others_go_on(run, tmp_path):
    (tmp_path / "empty.txt").write_text("")

    result = run("import", "empty.txt", "log.txt")
    wrong = run("import", "log.txt", "--body", "CY", "--month", "January")

    assert (result.returncode, result.stdout) == (2, "log.txt: 1 new\n")
    assert result.stderr == "empty.txt is empty: there is nothing to read\n"
    assert (wrong.returncode, wrong.stderr) == (
        2,
        "'January' is no month: write it as 2026-01\n",
    )


@pytest.mark.slow
def test_an_entry_may_wait_for_its_day(run):
    imported = run("import", "log.txt", "--publish-on", "2999-01-01")
    wrong = run("import", "log.txt", "--publish-on", "soon")

    assert imported.stdout == "log.txt: 1 new\n"
    assert wrong.returncode == 2


@pytest.mark.slow
def test_a_body_whose_pages_would_hide_others_is_refused(run):
    result = run("import", "log.txt", "--body", "CY")

    assert result.returncode == 2
    assert "give the body another code" in result.stderr


TABLE = "Was,Sagt,Reference\nHow many?,Nine.,A-17\nWhy?,Because.,A-18\n"


def test_a_mapping_is_saved_changed_and_used(tmp_path, run):
    table, mapping = tmp_path / "log.csv", tmp_path / "anytown.toml"
    table.write_text(TABLE)
    assert run("read", table, "--save-mapping", mapping).returncode == 0
    again = run("read", table, "--save-mapping", mapping)
    assert (again.returncode, again.stdout) == (2, "")
    assert "is there already, and is not written over" in again.stderr
    assert 'ref = ["Reference"]' in mapping.read_text()
    mapping.write_text('ref = "Reference"\nrequest = "Was"\nresponse = "Sagt"\n')
    done = run("read", table, "--mapping", mapping)
    assert "A-17" in done.stdout


def test_a_mapping_that_is_none_is_one_sentence(tmp_path, run):
    table = tmp_path / "log.csv"
    table.write_text(TABLE)
    done = run("read", table, "--mapping", tmp_path / "gone.toml")
    assert (done.returncode, done.stderr.strip()) == (2, "gone.toml cannot be read: check its name")


@pytest.mark.slow
def test_another_bodys_log_is_known_by_its_code_and_by_its_name_and_matched_as_theirs(
    run, tmp_path
):
    name = "Northshire County Council"
    first = run("import", "log.txt", "--month", "2026-01", "--body", "NCC", "--name", name)
    known = run("import", "log.txt", "--body", name.upper())
    same_name = run("import", "log.txt", "--body", "NOR", "--name", name)
    no_code = run("import", "log.txt", "--body", "Newtown Borough Council")
    matched = run("match", "How many bicycles do you have?", "--db")
    as_json = run("match", "How many bicycles do you have?", "--db", "--json")
    published = run("publish", "2026-01", "--body", name, "--out", "out")
    withdrawn = run("withdraw", "7000001", "--body", name, "--reason", "They withdrew it")

    assert (first.returncode, first.stdout) == (0, "log.txt: 1 new\n")
    assert "read before, nothing changed" in known.stdout
    assert (same_name.returncode, no_code.returncode) == (2, 2)
    assert f"{name} is the name of NCC already" in same_name.stderr
    assert "give a code of at most 20 letters and digits" in no_code.stderr
    assert f"{name} (theirs, kept for comparison): 7000001 question 1" in matched.stdout
    assert json.loads(as_json.stdout)[0]["theirs"] is True
    assert published.returncode == withdrawn.returncode == 0
