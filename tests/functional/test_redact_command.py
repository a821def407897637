"""`answerable redact`, run as people run it."""

import io
import json

import pikepdf
import pypdfium2
import pytest

from answerable.cli import redaction
from tests.support.marked.around import form_field
from tests.support.marked.made import SECRET
from tests.support.marked.pictures import tiling_pattern
from tests.support.marked.texts import standard_font

pytestmark = [pytest.mark.once, pytest.mark.slow]


@pytest.fixture
def folder(tmp_path):
    data, _, _ = standard_font()
    (tmp_path / "letter.pdf").write_bytes(data)
    (tmp_path / "marks.json").write_text(
        json.dumps({"marks": [{"words": SECRET, "limb": "40(2)"}]})
    )
    return tmp_path


def words(folder, *more, file="letter.pdf", marks="marks.json", out="out.pdf"):
    """Return the words of the command."""
    given = ("redact", str(folder / file), "--marks", str(folder / marks))
    return (*given, "--out", str(folder / out), *more)


def test_a_file_is_redacted_and_its_proof_is_told(run, folder):
    code, out, err = run(*words(folder, "--json"))

    told = json.loads(out)
    assert (code, err) == (0, "")
    readers = {one["extractor"]: one["left"] for one in told["proof"]}
    assert set(readers) >= {"pdfium", "pdfminer.six", "pixels", "sweep"}
    assert set(readers.values()) == {0}
    assert (told["drawn"], told["words_lost"], told["words"]) == ([], 0, 4)
    assert SECRET.encode() not in (folder / "out.pdf").read_bytes()


def test_people_get_a_table(run, folder):
    code, out, _ = run(*words(folder))

    assert code == 0
    assert "pdfminer.six        0" in out
    assert "Words that nobody marked: 4, of which lost: 0" in out


def test_a_file_that_is_there_is_never_overwritten(run, folder):
    (folder / "out.pdf").write_bytes(b"mine")

    code, out, err = run(*words(folder))

    assert (code, out) == (2, "")
    assert "is there already" in err
    assert (folder / "out.pdf").read_bytes() == b"mine"


def test_names_that_readers_may_know_are_tried_on_the_width(run, folder):
    (folder / "names.txt").write_text(f"{SECRET}\nIll\nOx\n")

    _, out, _ = run(*words(folder, "--names", str(folder / "names.txt")))

    assert "1 of 3 known name fits a gap exactly" in out


def test_a_page_that_cannot_be_taken_apart_is_a_picture_and_that_is_told(run, folder):
    data, marks, _ = tiling_pattern()
    (folder / "pattern.pdf").write_bytes(data)
    (folder / "boxes.json").write_text(
        json.dumps({"marks": [{"page": one.page, "box": one.box} for one in marks]})
    )

    code, out, _ = run(*words(folder, "--json", file="pattern.pdf", marks="boxes.json"))

    assert code == 0
    assert json.loads(out)["drawn"] == [1]


@pytest.mark.parametrize(
    ("marks", "reason"),
    [
        ("{}", "no JSON of the form"),
        ('{"marks": [{"words": "Nobody"}]}', "The words of mark 1 stand nowhere"),
        ('{"marks": [{"page": 2, "box": [0, 0, 9, 9]}]}', "but the file has 1 pages"),
        ('{"marks": [{"page": 1, "box": [900, 900, 901, 901]}]}', "lies beside page 1"),
    ],
)
def test_marks_that_mean_nothing_are_refused(run, folder, marks, reason):
    (folder / "marks.json").write_text(marks)

    code, out, err = run(*words(folder))

    assert (code, out) == (2, "")
    assert reason in err
    assert not (folder / "out.pdf").exists()


def encrypted():
    """Return a PDF that asks for a password."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(form_field()[0])) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "It is no PDF"),
        (b"PK\x03\x04", "It is no PDF"),
        (b"%PDF-1.7\nnothing", "It is damaged"),
        (encrypted(), "It is encrypted"),
    ],
)
def test_what_is_no_readable_pdf_is_refused_with_a_sentence(run, folder, data, reason):
    (folder / "bad.pdf").write_bytes(data)

    code, out, err = run(*words(folder, file="bad.pdf"))

    assert (code, out) == (2, "")
    assert reason in err


def test_a_missing_file_is_one_line(run, folder):
    code, _, err = run(*words(folder, file="none.pdf"))

    assert code == 2
    assert err.count("\n") == 1
    assert "cannot be read" in err


def test_whole_lines_leave_no_width_to_measure(run, folder):
    (folder / "names.txt").write_text(f"{SECRET}\nIll\nOx\n")

    code, out, _ = run(*words(folder, "--names", str(folder / "names.txt"), "--whole-lines"))

    assert code == 0
    assert "fits a gap exactly" not in out
    with pypdfium2.PdfDocument(folder / "out.pdf") as pdf:
        page = pdf[0]
        text = page.get_textpage()
        assert SECRET not in text.get_text_range()
        text.close()
        page.close()


def test_where_the_width_tells_whole_lines_are_offered(run, folder):
    (folder / "names.txt").write_text(f"{SECRET}\nIll\nOx\n")

    _, out, _ = run(*words(folder, "--names", str(folder / "names.txt")))

    assert "with --whole-lines, the lines go that marks are on" in out


@pytest.mark.parametrize("given", ["marks.json", "names.txt"])
def test_marks_or_names_that_are_too_long_are_refused_and_never_cut(
    run, folder, monkeypatch, given
):
    monkeypatch.setattr(redaction, "LONGEST_MARKS", 2**20)
    (folder / "names.txt").write_text("Ox\n")
    with (folder / given).open("ab") as file:
        file.write(b" " * 2**20)

    code, out, err = run(*words(folder, "--names", str(folder / "names.txt")))

    assert (code, out) == (2, "")
    assert f"{given} is larger than 1 MB, which is more than is read: split it" in err
    assert not (folder / "out.pdf").exists()
