"""`answerable register`, run as people run it."""

import json
import subprocess
import sys

import pytest

from tests.support.registers import csv_file

pytestmark = pytest.mark.once

DECLARED = """
name = "printers"
version = 1
title = "Printers"
counts = "printer"
key = ["asset"]

[[columns]]
name = "asset"
words = "Asset number"
kind = "text"
audience = "staff"

[[columns]]
name = "pages"
words = "Pages a year"
kind = "whole"
least = 0
"""
HEAD = ["Asset number", "Pages a year"]


@pytest.fixture
def declared(tmp_path):
    folder = tmp_path / "home" / "registers" / "declared"
    folder.mkdir(parents=True)
    (folder / "printers.toml").write_text(DECLARED)
    return folder


def printers(folder, *rows):
    return str(csv_file(folder, *rows, head=HEAD, name="printers.csv"))


def test_a_register_of_the_sites_own_is_listed_shown_and_loaded(run, tmp_path, declared):
    file = printers(tmp_path, ["P-1", "1,200"], ["P-2", "0"])

    listed = run("register", "list")[1]
    shown = run("register", "show", "printers")[1]
    code, said, notes = run("register", "load", "printers", file, "--as-at", "2024-06-26")
    again = run("register", "load", "printers", file, "--as-at", "2024-06-26", "--json")
    snapshots = json.loads(run("register", "snapshots", "printers", "--json")[1])

    assert "investigations, version 1: Investigations\n" in listed
    assert "printers, version 1: Printers (the site's own)\n" in listed
    assert "One row is one printer, told apart by: Asset number" in shown
    assert "pages: Pages a year. whole; required; at least 0; seen by: public" in shown
    assert (code, said[:27]) == (0, "Loaded printers@2024-06-26#")
    assert notes == "It is UTF-8, its cells parted by commas\n"
    assert snapshots == [json.loads(again[1])["snapshot"]]
    assert (snapshots[0]["rows"], snapshots[0]["as_at"]) == (2, "2024-06-26")
    assert (tmp_path / "home" / "registers" / "printers").is_dir()


def test_bad_rows_are_named_and_nothing_is_loaded(run, tmp_path, declared):
    file = printers(tmp_path, ["P-1", "12"], ["P-1", "-3"], ["=X()", "many"])
    report = tmp_path / "report.csv"
    words = ("register", "load", "printers", file, "--as-at", "2024-06-26")

    code, said, errors = run(*words, "--report", str(report), "--show", "3")
    _, document, _ = run(*words, "--json")

    assert code == 1
    assert said.splitlines() == [
        "row 3, Pages a year '-3': It is less than 0",
        "row 4, Asset number '(not shown)': A formula stands in the cell: save its result, or put it in words",
        "row 4, Pages a year 'many': It is no whole number",
        "… and 1 more: --report FILE writes all of them",
    ]
    assert "printers.csv was not loaded: 4 cells of 3 rows are refused" in errors
    assert len(report.read_text(encoding="utf-8-sig").splitlines()) == 5
    assert json.loads(document)["snapshot"] is None
    assert json.loads(document)["findings"][3]["reason"].startswith("Row 2 has the same")
    assert run("register", "snapshots", "printers") == (0, "", "Nothing of printers is loaded\n")


REFUSED = [
    (("show", "none"), "There is no register 'none': there are allegations, "),
    (("snapshots", "none"), "There is no register 'none'"),
    (("load", "none", "x.csv", "--as-at", "2024-06-26"), "There is no register 'none'"),
    (("load", "printers", "x.csv", "--as-at", "2024-06-26"), "x.csv: there is no such file"),
    (("load", "printers", "x.csv", "--as-at", "2999-01-01"), "2999-01-01 is still to come"),
    (("check", "none.toml"), "none.toml: It cannot be opened: No such file or directory"),
]


@pytest.mark.parametrize(("words", "sentence"), REFUSED)
def test_what_cannot_be_done_is_said_in_one_sentence(run, declared, words, sentence):
    code, said, errors = run("register", *words)

    assert (code, said) == (2, "")
    assert errors.startswith(sentence)
    assert errors.count("\n") == 1


def test_a_declaration_is_checked_before_it_is_used(run, tmp_path, declared):
    bad = declared / "bad.toml"
    bad.write_text(DECLARED.replace('kind = "whole"', 'kind = "number"'))

    checked = run("register", "check", str(declared / "printers.toml"))
    code, said, _ = run("register", "check", str(bad))
    listed = run("register", "list")

    assert checked == (0, "printers.toml declares 'Printers' (printers): 2 columns\n", "")
    assert code == 1
    assert said.startswith("bad.toml: register.columns[2].kind: 'number' is none of text, code, ")
    assert listed[0] == 2
    assert "printers, version 1" in listed[1]
    assert listed[2].startswith("bad.toml: register.columns[2].kind")


def test_a_declaration_can_be_given_with_the_file(run, tmp_path):
    declaration = tmp_path / "other.toml"
    declaration.write_text(DECLARED)
    words = ("load", "printers", printers(tmp_path, ["P-1", "1"]), "--as-at", "2024-06-26")
    store = tmp_path / "elsewhere"

    done = run(
        "register", *words, "--declaration", str(declaration), "--store", str(store), "--json"
    )

    assert json.loads(done[1])["snapshot"]["rows"] == 1
    assert list((store / "printers").glob("*.parquet"))


def test_listing_imports_no_engine(tmp_path):
    program = (
        "import sys; from answerable.cli import main; main(['register', 'list']); "
        "print({'django', 'duckdb', 'polars', 'pandera'} & set(sys.modules))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.endswith("set()\n")
