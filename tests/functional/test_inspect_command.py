"""`answerable inspect`, run as people run it."""

import json
import subprocess
import sys

import pytest

from answerable.programs import office
from tests.support.outlook_files import container
from tests.support.planted.cells import hidden_sheet, written
from tests.support.planted.fixtures import SECRET

pytestmark = pytest.mark.once
UNCOMPARED = "not compared with their own pages: LibreOffice is not installed, or cannot draw them"


@pytest.fixture(autouse=True)
def no_program(monkeypatch):
    """What the command says is the same, whether LibreOffice is installed or not."""
    monkeypatch.setattr(office, "_PROGRAMS", ())


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "clean.xlsx").write_bytes(written())
    (tmp_path / "hidden.xlsx").write_bytes(hidden_sheet(SECRET))
    (tmp_path / "locked.xlsx").write_bytes(
        container({"EncryptedPackage": b"x", "EncryptionInfo": b"x"})
    )
    return tmp_path


def test_a_clear_file_ends_well(run, folder):
    code, out, err = run("inspect", str(folder / "clean.xlsx"))

    assert (code, err) == (0, f"1 {UNCOMPARED}\n")
    assert "clean.xlsx" in out
    assert "clear" in out


def test_whether_files_are_compared_with_their_pages_can_be_said(run, folder):
    never, _, silent = run("inspect", str(folder / "clean.xlsx"), "--compare", "never")
    always, _, said = run("inspect", str(folder / "clean.xlsx"), "--compare", "always")

    assert (never, silent, always) == (0, "", 2)
    assert "LibreOffice, which draws them, is not installed here" in said


def test_a_report_says_what_was_not_compared(run, folder):
    run("inspect", str(folder / "clean.xlsx"), "--report", str(folder / "report.html"))

    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "were not compared with those that its own pages show" in page


def test_a_hidden_sheet_is_told_with_its_rows_and_its_remedy(run, folder):
    code, out, _ = run("inspect", str(folder / "hidden.xlsx"))

    assert code == 1
    assert "sheet 'Raw' (hidden): visible 0, in file 1 rows" in out
    assert "xlsx.hidden-sheet" in out
    assert SECRET not in out


def test_a_folder_is_inspected_whole_and_what_cannot_be_is_one_line(run, folder):
    code, out, err = run("inspect", str(folder), "--json")

    told = [json.loads(line) for line in out.splitlines()]
    assert code == 2
    assert [one["verdict"] for one in told] == ["clear", "findings", "cannot_say"]
    assert [len(one["sha256"]) for one in told] == [64, 64, 64]
    (finding,) = [one for one in told[1]["findings"] if one["severity"] == "stop"]
    assert set(finding) == {"code", "severity", "where", "evidence", "remedy"}
    assert finding["where"] == "sheet 'Raw'"
    assert (
        err
        == "locked.xlsx: It is locked by a password, and cannot be inspected: save a copy without one\n"
        f"2 {UNCOMPARED}\n"
    )


def test_a_file_that_is_not_there_is_one_line(run, folder):
    code, _, err = run("inspect", str(folder / "none.xlsx"))

    assert (code, err) == (2, "none.xlsx: There is no such file: check the name\n")


def test_a_report_shows_every_sheet_and_is_not_written_over_another(run, folder):
    report = folder / "report.html"

    code, _, _ = run("inspect", str(folder / "hidden.xlsx"), "--report", str(report))
    again, _, err = run("inspect", str(folder / "hidden.xlsx"), "--report", str(report))

    page = report.read_text(encoding="utf-8")
    assert (code, again) == (1, 2)
    assert err == f"{report} is there already, and is not written over\n"
    assert "Cannot be released" in page
    assert '<th scope="row">Raw</th><td>hidden</td><td>0</td><td>1</td>' in page
    assert SECRET not in page


def test_the_command_needs_neither_django_nor_a_parser_in_its_own_process(folder):
    looked = (
        "import sys; from answerable.cli import main\n"
        f"code = main(['inspect', {str(folder / 'clean.xlsx')!r}])\n"
        "print(code, 'django' in sys.modules, 'lxml' in sys.modules)"
    )

    said = subprocess.run(
        [sys.executable, "-c", looked], capture_output=True, text=True, check=True
    )

    assert said.stdout.splitlines()[-1] == "0 False False"


def test_a_report_that_is_given_no_name_is_named_and_told(run, folder, monkeypatch):
    monkeypatch.chdir(folder)

    code, _, err = run("inspect", "hidden.xlsx", "--report", "html")

    assert code == 1
    assert err.endswith("Wrote inspected.html\n")
    assert "Cannot be released" in (folder / "inspected.html").read_text(encoding="utf-8")


def test_a_report_with_no_folder_is_refused_before_anything_is_inspected(run, folder):
    code, out, err = run("inspect", str(folder), "--report", str(folder / "none" / "report.html"))

    assert (code, out) == (2, "")
    assert "there is no folder" in err


def test_a_report_of_a_name_that_no_disk_takes_is_refused_in_a_sentence(run, folder):
    code, out, err = run("inspect", str(folder), "--report", str(folder / f"{'r' * 300}.html"))

    assert (code, out) == (2, "")
    assert err.endswith("cannot be written: File name too long\n")
