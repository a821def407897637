"""`answerable clean`, run as people run it."""

import json
import subprocess
import sys

import pytest

from tests.support.planted.cells import hidden_row, hidden_sheet, written
from tests.support.planted.fixtures import SECRET

pytestmark = pytest.mark.once


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "hidden.xlsx").write_bytes(hidden_sheet(SECRET))
    (tmp_path / "rows.xlsx").write_bytes(hidden_row(SECRET))
    return tmp_path


def test_a_workbook_with_a_hidden_sheet_becomes_one_without_it(run, folder):
    out = folder / "clean.xlsx"

    code, said, err = run("clean", str(folder / "hidden.xlsx"), "--out", str(out))

    assert (code, err) == (0, "")
    assert "1 hidden sheet 'Raw' with 1 row was left out." in said
    assert "It also becomes hidden.csv" in said
    assert run("inspect", str(out))[0] == 0


def test_the_ending_chooses_the_file(run, folder):
    out = folder / "clean.csv"

    code, _, _ = run("clean", str(folder / "rows.xlsx"), "--out", str(out))

    assert code == 0
    assert out.read_text("utf-8-sig").splitlines()[0] == "Ward,Bins,Routes"


def test_a_folder_takes_all_files_and_none_is_written_over(run, folder):
    out = folder / "out"
    out.mkdir()

    first, said, _ = run("clean", str(folder / "rows.xlsx"), "--out", str(out), "--json")
    again, _, err = run("clean", str(folder / "rows.xlsx"), "--out", str(out))

    told = json.loads(said)
    assert (first, again) == (0, 2)
    assert sorted(one.name for one in out.iterdir()) == ["rows.csv", "rows.xlsx"]
    assert [len(one["sha256"]) for one in told["written"]] == [64, 64]
    assert [one["verdict"] for one in told["inspections"]] == ["clear", "clear"]
    assert told["left_out"] == [
        "1 row that is hidden or filtered away on sheet 'Data' was left out."
    ]
    assert "is there already, and is not written over" in err


def test_another_kind_of_file_is_not_made(run, folder):
    code, _, err = run("clean", str(folder / "rows.xlsx"), "--out", str(folder / "a.pdf"))

    assert code == 2
    assert "It becomes rows.xlsx, rows.csv" in err


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("none.xlsx", None, "There is no such file"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "save it as XLSX"),
        ("noise.bin", bytes(range(256)), "not known here"),
    ],
)
def test_what_cannot_be_rebuilt_is_one_line_and_no_file(run, folder, name, data, words):
    if data is not None:
        (folder / name).write_bytes(data)

    code, said, err = run("clean", str(folder / name), "--out", str(folder / "out.xlsx"), "--json")

    assert code == 2
    assert err.count("\n") == 1
    assert words in err
    assert json.loads(said)["written"] == []
    assert not (folder / "out.xlsx").exists()


def test_what_somebody_must_decide_is_written_when_they_did(run, folder):
    def fill(_, sheet):
        for number in range(2_600):
            sheet.write_row(number + 5, 0, ["North", number])

    (folder / "many.xlsx").write_bytes(written(fill))
    out = folder / "clean.csv"

    first, said, _ = run("clean", str(folder / "many.xlsx"), "--out", str(out))
    is_written = out.exists()
    again, _, _ = run("clean", str(folder / "many.xlsx"), "--out", str(out), "--decided")

    assert (first, is_written, again) == (1, False, 0)
    assert "say --decided" in said


def test_the_command_needs_neither_django_nor_a_parser_in_its_own_process(folder):
    looked = (
        "import sys; from answerable.cli import main\n"
        f"code = main(['clean', {str(folder / 'rows.xlsx')!r}, '--out', {str(folder / 'o.csv')!r}])\n"
        "print(code, [one for one in ('django', 'lxml', 'PIL', 'xlsxwriter') if one in sys.modules])"
    )

    said = subprocess.run(
        [sys.executable, "-c", looked], capture_output=True, text=True, check=True
    )

    assert said.stdout.splitlines()[-1] == "0 []"
