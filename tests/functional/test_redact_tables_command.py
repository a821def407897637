"""`answerable redact` of workbooks, tables and documents, run as people run it."""

import json

import pytest

from tests.support.labelled import cells_of, excel_file, word_file

pytestmark = [pytest.mark.once, pytest.mark.slow]

LABEL = "[withheld: s.40(2)]"
STAFF = [
    ["Team", "Name", "Days"],
    ["Bridges", "Ann Quillfeather", 3],
    ["Parks", "Ng", 4],
    ["Total", "", 7],
]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "staff.xlsx").write_bytes(excel_file({"Staff": STAFF}))
    marks = [
        {"sheet": "Staff", "cells": "B2:B3", "limb": "40(2)", "reason": "Names of staff"},
        {"sheet": "Staff", "cells": "C3", "limb": "40(2)", "reason": "One person's days"},
    ]
    (tmp_path / "marks.json").write_text(json.dumps({"marks": marks}))
    return tmp_path


def words(folder, *more, file="staff.xlsx", out="out.xlsx"):
    """Return the words of the command."""
    given = ("redact", str(folder / file), "--marks", str(folder / "marks.json"))
    return (*given, "--out", str(folder / out), *more)


def test_a_workbook_leaves_with_labels_in_its_cells_and_its_proof(run, folder):
    code, out, err = run(*words(folder, "--json"))

    told = json.loads(out)
    assert (code, err) == (0, "")
    assert {one["extractor"]: one["left"] for one in told["proof"]} == {
        "workbook": 0,
        "csv": 0,
        "sweep": 0,
        "inspection": 0,
    }
    assert (told["labels"], told["words_lost"], told["not_swept"]) == (3, 0, 2)
    made = (folder / "out.xlsx").read_bytes()
    assert cells_of(made)["Staff"][1:] == [
        ["Bridges", LABEL, 3],
        ["Parks", LABEL, LABEL],
        ["Total", None, 7],
    ]


def test_people_are_told_what_a_total_gives_back_and_what_no_search_can_prove(run, folder):
    code, out, _ = run(*words(folder))

    assert code == 0
    assert "Labels in each file: 3" in out
    assert "Note: 2 of the texts that went are too short" in out
    assert "Note: Cell C4 of sheet 'Staff' is worked out from withheld cells" in out


def test_a_folder_takes_all_that_is_made(run, folder):
    (folder / "new").mkdir()

    code, _, _ = run(*words(folder, out="new"))

    assert code == 0
    names = sorted(one.name for one in (folder / "new").iterdir())
    assert names == ["staff (redacted).csv", "staff (redacted).xlsx"]


def test_a_document_becomes_a_page_or_a_pdf(run, folder):
    (folder / "report.docx").write_bytes(word_file(["Asked of Ann ", "Quillfeather", "."]))
    (folder / "marks.json").write_text('{"marks": [{"words": "Ann Quillfeather"}]}')

    code, _, _ = run(*words(folder, file="report.docx", out="report.html"))

    assert code == 0
    assert "<p>Asked of [withheld].</p>" in (folder / "report.html").read_text()


def test_places_are_listed_as_marks_name_them(run, folder):
    (folder / "report.docx").write_bytes(word_file(["One"], ["Two"]))

    _, cells, _ = run("redact", str(folder / "staff.xlsx"), "--places")
    _, paragraphs, _ = run("redact", str(folder / "report.docx"), "--places")
    _, as_json, _ = run("redact", str(folder / "report.docx"), "--places", "--json")

    assert "Staff\tB2\tAnn Quillfeather" in cells.splitlines()
    assert paragraphs.splitlines() == ["1\tOne", "2\tTwo"]
    assert json.loads(as_json) == {"paragraphs": ["One", "Two"]}


REFUSED = {
    "names": (("--whole-lines",), "out.xlsx", "are for PDF files"),
    "ending": ((), "out.pdf", "It becomes staff (redacted).xlsx, staff (redacted).csv"),
    "there": ((), "staff.xlsx", "is there already"),
}


@pytest.mark.parametrize(("more", "out", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused(run, folder, more, out, reason):
    code, said, err = run(*words(folder, *more, out=out))

    assert (code, said) == (2, "")
    assert reason in err


def test_without_marks_it_says_what_to_do(run, folder):
    code, _, err = run("redact", str(folder / "staff.xlsx"))

    assert code == 2
    assert "Say --marks and --out, or --places" in err
