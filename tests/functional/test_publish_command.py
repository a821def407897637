"""`answerable publish`, run as people run it: files, the same bytes, and plain sentences."""

import json
import os
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest

from answerable.reading import own_html, own_json, own_markdown, read_file
from tests.support.databases import copy_migrated
from tests.support.ready import commands

pytestmark = pytest.mark.once
SAMPLE = Path(str(files("answerable.cli").joinpath("sample/log-2021-11.md")))


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Return what runs the command on a site that holds the sample log."""
    folder = tmp_path_factory.mktemp("site")
    env = {
        **os.environ,
        "ANSWERABLE_HOME": str(folder / "home"),
        "ANSWERABLE_BODY": "IOCS",
        "ANSWERABLE_ADDRESS": "https://foi.iocs.example",
        "ANSWERABLE_DATABASE": f"sqlite:///{folder}/a.sqlite3",
    }

    copy_migrated(folder / "a.sqlite3")
    with commands(env, folder) as command:
        imported = command("import", SAMPLE)
        assert imported.returncode == 0, imported.stderr
        yield command


def digests(folder):
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_a_month_is_written_in_every_format_and_twice_the_same(run, tmp_path):
    first = run("publish", "2021-11", "--out", tmp_path / "first" / "deeper")
    second = run("publish", "2021-11", "--out", tmp_path / "second")

    assert (first.returncode, first.stderr) == (0, "")
    assert second.returncode == 0
    made = digests(tmp_path / "second")
    assert set(made) == {f"2021-11.{form}" for form in ("html", "pdf", "csv", "json", "atom", "md")}
    assert made == digests(tmp_path / "first" / "deeper")


def test_what_is_written_is_read_back_as_it_was_imported(run, tmp_path):
    run("publish", "2021-11", "--out", tmp_path, "--format", "json,html,md")

    imported = read_file(SAMPLE).entries
    for form, reader in (("json", own_json), ("html", own_html), ("md", own_markdown)):
        log = reader.entries_from_own((tmp_path / f"2021-11.{form}").read_text("utf-8"))
        assert log.entries == imported


def test_a_script_is_told_the_files(run, tmp_path):
    done = run("publish", "2021-11", "--out", tmp_path, "--format", "csv", "--json")

    assert json.loads(done.stdout) == {"entries": 6, "files": [str(tmp_path / "2021-11.csv")]}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["1999-01"], "has no published entries for 1999-01: import the month first"),
        (["2021-11", "--body", "NONE"], "The archive has no log of NONE: it has IOCS"),
        (["2021-13"], "'2021-13' is no month: write it as 2021-11"),
        (["2021-11", "--format", "docx"], "no format docx: choose from html, pdf"),
    ],
)
def test_what_cannot_be_is_said_plainly(run, tmp_path, words, sentence):
    done = run("publish", *words, "--out", tmp_path)

    assert done.returncode == 2
    assert sentence in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(run, tmp_path):
    (tmp_path / "file").write_text("x")

    done = run("publish", "2021-11", "--out", tmp_path / "file" / "inside")

    assert done.returncode == 2
    assert "cannot be written to" in done.stderr
    assert "Traceback" not in done.stderr
