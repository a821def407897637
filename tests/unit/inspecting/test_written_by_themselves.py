"""What programs write into office files by themselves: strict lengths in points, scales of nothing, empty folders."""

import io
import zipfile

import pytest
from docx.shared import Pt

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Severity
from tests.support.planted.cells import written
from tests.support.planted.documents import DOCUMENTS, TEXT, document
from tests.support.planted.fixtures import SECRET, edited, members, zipped
from tests.support.planted.opendocuments import document as open_document

_STRICT = (
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
)  # fmt: skip
_FOLDER = "/Configurations2/toolbar/"


def asked(data, name):
    """Return the codes of what stops a file, or asks about it."""
    inspection = inspected(data, name)
    assert inspection.reason == ""
    return {one.code for one in inspection.findings if one.severity is not Severity.NOTE}


def strict(data):
    """Return a document in the namespaces of strict Open XML."""
    parts = members(data)
    for name in parts:
        for old, new in _STRICT if name.endswith((".xml", ".rels")) else ():
            parts[name] = parts[name].replace(old.encode(), new.encode())
    return zipped(parts)


def indented(length):
    """Return a strict document of which one paragraph is indented by a length as it is written."""

    def fill(made):
        made.add_paragraph("East").paragraph_format.left_indent = Pt(36)

    return edited(strict(document(fill)), TEXT, ('w:left="720"', f'w:left="{length}"'))


def with_folder(name, content=b""):
    """Return an OpenDocument text with one entry more."""
    out = io.BytesIO(open_document())
    with zipfile.ZipFile(out, "a") as made:
        made.writestr(zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6)), content)
    return out.getvalue()


@pytest.mark.parametrize("length", ["720", "36pt", "35.40pt", "-5.4pt"])
def test_a_strict_length_in_points_is_one_in_twentieths(length):
    assert asked(indented(length), "a.docx") == asked(indented("720"), "a.docx")


@pytest.mark.parametrize("length", ["1500pt", "36.1234567pt", "36 Harbour", "36ptHarbour"])
def test_a_strict_length_that_moves_words_away_or_says_something_asks(length):
    assert asked(indented(length), "a.docx") > asked(indented("36pt"), "a.docx")


@pytest.mark.parametrize("one", DOCUMENTS.all, ids=lambda one: one.make.__name__)
def test_what_is_found_in_a_document_is_found_in_a_strict_one(one):
    assert one.code in {
        each.code for each in inspected(strict(one.make(SECRET)), "a.docx").findings
    }


@pytest.mark.parametrize(("scale", "is_usual"), [("0", True), ("100", True), ("1", False)])
def test_a_scale_of_nothing_is_none(scale, is_usual):
    def fill(_, sheet):
        sheet.write("A1", 5)
        sheet.set_print_scale(50)

    book = edited(written(fill), "xl/worksheets/sheet1.xml", ('scale="50"', f'scale="{scale}"'))

    assert ("xlsx.unknown-property" not in asked(book, "a.xlsx")) is is_usual


def test_an_empty_folder_of_settings_may_be_named_from_the_root():
    assert asked(with_folder(_FOLDER), "a.odt") == asked(open_document(), "a.odt")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (f"/{SECRET}/", b""),
        (f"{_FOLDER}{SECRET}/", b""),
        (_FOLDER, SECRET.encode()),
        ("/../Configurations2/toolbar/", b""),
        (f"{_FOLDER}current.xml", b""),
    ],
)
def test_other_entries_from_the_root_lead_outside(name, content):
    assert "zip.path-outside" in asked(with_folder(name, content), "a.odt")
