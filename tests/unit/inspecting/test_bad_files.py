"""Files that are damaged, locked or hostile: one sentence each, in bounded time, and never clear."""

import io
import os
import struct
import time
import zipfile

import pytest

from answerable.inspecting import Verdict, apart, inspect_bytes, inspect_file, process
from answerable.inspecting.child import inspected
from answerable.inspecting.confined import Forbidden, refuse
from tests.support.outlook_files import container
from tests.support.planted.cells import written
from tests.support.planted.document_parts import pictured
from tests.support.planted.drawings import with_picture
from tests.support.planted.fixtures import edited, members, zipped
from tests.support.planted.opendocuments import document as open_document
from tests.support.planted.opendocuments import workbook as open_workbook

SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
BOMB = b"<!DOCTYPE b [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><worksheet>&b;</worksheet>"


def packed(size, name="raw.csv"):
    """Return a zip of so many blanks, which pack to a thousandth."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made, made.open(name, "w") as member:
        for _ in range(size >> 20):
            member.write(b" " * (1 << 20))
    return out.getvalue()


def declared(data, size):
    """Return a zip whose list says that its last file unpacks to so many bytes."""
    at = data.rfind(b"PK\1\2")
    return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]


def locked(data):
    """Return a zip whose list says that its first file is locked."""
    at = data.find(b"PK\1\2")
    return data[: at + 8] + struct.pack("<H", 1) + data[at + 10 :]


def over_each_other():
    """Return a zip whose list names the bytes of one file twice."""
    data = zipped({"a.csv": b"Ward,Bins\n", "b.csv": b"Ward,Bins\n"})
    at = data.rfind(b"PK\1\2")
    return data[: at + 42] + struct.pack("<I", 0) + data[at + 46 :]


def nested(depth):
    """Return a zip in a zip in a zip."""
    data = b"Ward,Bins\n"
    for number in range(depth):
        data = zipped({f"{number}.zip" if number else "bins.csv": data})
    return data


def deep(depth):
    """Return a workbook with so many elements in each other."""
    return edited(written(), SHEET, ("<sheetData>", "<x>" * depth + "</x>" * depth + "<sheetData>"))


def odt_locked():
    """Return an OpenDocument file that says that it is encrypted."""
    parts = members(open_document())
    text = parts["META-INF/manifest.xml"].decode()
    parts["META-INF/manifest.xml"] = text.replace(
        "</manifest:manifest>", "<manifest:encryption-data/></manifest:manifest>"
    ).encode()
    return zipped(parts)


WORKBOOK = written()
BAD = {
    "empty.xlsx": (b"", "empty"),
    "locked.xlsx": (container({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "password"),
    "cut.xls": (OLE + "Workbook".encode("utf-16-le"), "old Office or Outlook that is cut off"),
    "cut.xlsx": (WORKBOOK[: len(WORKBOOK) // 2], "zip that is cut off or damaged"),
    "beginning.xlsx": (b"PK\3\4", "zip that is cut off or damaged"),
    "noise.xlsx": (bytes(range(256)) * 20, "not known here"),
    "turned.xlsx": (WORKBOOK[:900] + b"\xff" * 40 + WORKBOOK[940:], "damaged"),
    "paper.pdf": (b"%PDF-1.7\n", "PDF that is cut off or damaged"),
    "letter.rtf": (b"{\\rtf1 hello", "cut off"),
    "photo.jpg": (b"\xff\xd8\xff\xe0", "cut off or damaged"),
    "table.xml": (b"<?xml version='1.0'?><Workbook/>", "XML"),
    "bomb.zip": (packed(64 << 20), "600 times its size"),
    "bomb.xlsx": (
        zipped({**members(WORKBOOK), "xl/styles.xml": b" " * (16 << 20)}, level=9),
        "600 times its size",
    ),
    "huge.xlsx": (declared(WORKBOOK, 0xFFFFFFF0), "4.0 GB"),
    "entities.xlsx": (zipped({**members(WORKBOOK), SHEET: BOMB}), "declares entities"),
    "relations.xlsx": (zipped({**members(WORKBOOK), "_rels/.rels": BOMB}), "declares entities"),
    "entities.docx": (
        zipped({**members(pictured()), "word/document.xml": BOMB}),
        "declares entities",
    ),
    "entities.ods": (
        zipped({**members(open_workbook()), "content.xml": BOMB}),
        "declares entities",
    ),
    "wide.xlsx": (
        zipped({**members(WORKBOOK), SHEET: members(WORKBOOK)[SHEET].decode().encode("utf-16")}),
        "encoding",
    ),
    "deep.xlsx": (deep(300), "too deep"),
    "words.xlsx": (
        edited(
            with_picture(),
            "xl/drawings/drawing1.xml",
            ("<xdr:row>1</xdr:row>", "<xdr:row>b</xdr:row>"),
        ),
        "damaged inside",
    ),
    "far.xlsx": (edited(WORKBOOK, SHEET, ('<row r="1"', f'<row r="{10**20}"')), "damaged inside"),
    "torn.xlsx": (edited(WORKBOOK, SHEET, ("</sheetData>", "")), "damaged"),
    "locked.zip": (locked(zipped({"a.csv": b"Ward,Bins\n"})), "locked by a password"),
    "locked.odt": (odt_locked(), "password"),
    "overlap.zip": (over_each_other(), "over each other"),
    "nested.zip": (nested(9), "deep"),
    "with-a-pdf.zip": (zipped({"a.pdf": b"%PDF-1.7\n"}), "a.pdf: It is a PDF that is cut off"),
    "no-main.xlsx": (zipped({"[Content_Types].xml": b"<Types/>"}), "main part"),
    "picture.odg": (
        zipped({"mimetype": b"application/vnd.oasis.opendocument.graphics"}),
        "kind that cannot",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_inspected_is_said_in_one_sentence(name):
    data, words = BAD[name]
    began = time.process_time()

    inspection = inspected(data, name)

    assert inspection.verdict is Verdict.CANNOT_SAY
    assert words in inspection.reason
    assert "\n" not in inspection.reason
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("name", "data"),
    [("bins.docx", WORKBOOK), ("bins.csv", WORKBOOK), ("bins.xlsx", b"Ward,Bins\nNorth,3\n")],
)
def test_a_name_that_says_something_else_stops(name, data):
    codes = {one.code for one in inspected(data, name).findings}

    assert "file.wrong-extension" in codes


@pytest.mark.slow
def test_a_hundred_thousand_notes_are_counted_in_bounded_time():
    data = written(lambda _, sheet: sheet.write_comment("A1", "Check", {"author": ""}))
    parts = members(data)
    text = parts["xl/comments1.xml"].decode()
    one = text[text.index("<comment ") : text.index("</commentList>")]
    parts["xl/comments1.xml"] = text.replace(one, one * 100_000).encode()

    inspection = inspect_bytes(zipped(parts), name="notes.xlsx")

    (note,) = [one for one in inspection.findings if one.code == "xlsx.note"]
    assert note.evidence.startswith("100,000 notes")


def test_findings_in_very_many_places_are_bounded():
    def fill(book, _):
        for number in range(300):
            sheet = book.add_worksheet(f"S{number}")
            sheet.write(0, 0, "x")
            sheet.hide()

    inspection = inspected(written(fill), "sheets.xlsx")

    hidden = [one for one in inspection.findings if one.code == "xlsx.hidden-sheet"]
    assert len(hidden) == 101
    assert hidden[-1].where == "in other places"
    assert hidden[-1].evidence == "200 rows"


@pytest.fixture
def child(monkeypatch, tmp_path):
    """Let the process apart run other code instead, as if a file had its way with it."""

    def started(code):
        script = tmp_path / "instead.py"
        script.write_text(code)
        monkeypatch.setattr(apart, "STARTED_AS", (str(script),))

    return started


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import os; os.kill(os.getpid(), 9)", "cannot be inspected safely"),
        ("raise ValueError", "fault of the program"),
        ("print('{}')", "cannot be inspected safely"),
        ("print('x' * 20_000_000)", "cannot be inspected safely"),
        ("import time; time.sleep(60)", "cannot be inspected safely"),
        (
            'print(\'{"file": "a.xlsx", "sha256": "0", "kind": "xlsx", "verdict": "clear",'
            ' "reason": null, "findings": [], "sheets": []}\')',
            "cannot be inspected safely",
        ),
    ],
)
def test_whatever_the_process_apart_does_nothing_is_clear(child, monkeypatch, code, words):
    monkeypatch.setattr(process, "MOST_WAITED", 2)
    child(code)

    inspection = inspect_bytes(WORKBOOK, name="a.xlsx")

    assert inspection.verdict is Verdict.CANNOT_SAY
    assert words in inspection.reason


def test_a_file_that_cannot_be_opened_is_said(tmp_path):
    assert inspect_file(tmp_path / "none.xlsx").reason == "There is no such file: check the name"
    assert inspect_file(tmp_path).verdict is Verdict.CANNOT_SAY


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("socket.connect", (None, ("127.0.0.1", 80))),
        ("subprocess.Popen", ("sh", [], None, None)),
        ("os.system", (b"true",)),
        ("open", ("a", "w", os.O_WRONLY | os.O_CREAT)),
        ("os.remove", ("a", -1)),
    ],
)
def test_the_process_apart_reaches_nothing_outside(event, arguments):
    with pytest.raises(Forbidden):
        refuse(event, arguments)


def test_it_may_read_its_own_modules():
    assert refuse("open", ("a.py", "r", os.O_RDONLY)) is None
