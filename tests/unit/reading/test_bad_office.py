"""Files of other office programs that are damaged, locked or mean harm: one sentence, in bounded time."""

import io
import zipfile

import pytest

from answerable.reading import NotReadable, read_bytes
from answerable.reading.docx import package
from tests.support.open_document import open_document, packed, said, table
from tests.support.sheet_files import excel_file
from tests.support.word_files import zipped

ODT = open_document(said("Words"))
XLSX = excel_file({"Log": [["Year", "Cars"], ["2024", "12"]]})
LOCKED = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
FETCHES = '<!DOCTYPE x SYSTEM "http://council.example/x.dtd"><x/>'


def _without(data, part):
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        files = {name: opened.read(name) for name in opened.namelist() if name != part}
    return zipped(files)


REFUSED = {
    "a text with a password": (
        open_document(said("x"), manifest=LOCKED),
        "protected by a password",
    ),
    "sheets with a password": (
        open_document("", kind="spreadsheet", manifest=LOCKED),
        "protected by a password",
    ),
    "a text cut off": (
        ODT[: len(ODT) // 2],
        "is a LibreOffice or ZIP file that is cut off or damaged",
    ),
    "a text that declares entities": (
        packed({"content.xml": LAUGHS}),
        "declares entities, as no LibreOffice",
    ),
    "a text that fetches": (
        packed({"content.xml": FETCHES}),
        "declares entities, as no LibreOffice",
    ),
    "a text without content": (packed({}), "is damaged inside: open it with LibreOffice"),
    "a text of broken XML": (
        packed({"content.xml": "<x>"}),
        "is damaged inside: open it with LibreOffice",
    ),
    "a text of another kind": (packed({"content.xml": "<x/>"}), "holds no text"),
    "a text of blanks": (open_document(said(" ")), "holds only blank space"),
    "sheets without words": (excel_file({"Log": []}), "holds only blank space"),
    "sheets that lost their book": (
        _without(XLSX, "xl/_rels/workbook.xml.rels"),
        "holds only blank space",
    ),
    "sheets without relations": (
        _without(XLSX, "_rels/.rels"),
        "is damaged inside: open it with Excel",
    ),
    "tables without end": (
        open_document(table([table([said("x")])]) + "<table:table>" * 10_000),
        "is damaged inside|too deep to read",
    ),
    "lists in lists": (
        open_document(
            "<text:list><text:list-item>" * 100 + said("x") + "</text:list-item></text:list>" * 100
        ),
        "too deep to read",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_in_one_sentence(what):
    data, words = REFUSED[what]

    with pytest.raises(NotReadable, match=words) as refusal:
        read_bytes(data, name="log.odt")

    assert str(refusal.value).startswith("log.odt ")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("data", [ODT, XLSX], ids=["text", "sheets"])
def test_what_unpacks_to_too_much_is_refused(data, monkeypatch):
    monkeypatch.setattr(package, "MOST_UNPACKED", 100)

    with pytest.raises(NotReadable, match="unpacks to more than"):
        read_bytes(data, name="log.odt")


def test_a_few_bytes_do_not_become_a_million_cells():
    row = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell'
        ' table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    data = open_document(f"<table:table>{row}</table:table>", kind="spreadsheet")

    with pytest.raises(NotReadable, match="more than 500,000 paragraphs"):
        read_bytes(data, name="log.ods")


def test_excel_files_that_name_parts_that_are_not_there_are_read_as_far_as_they_go():
    with pytest.raises(NotReadable, match="holds only blank space"):
        read_bytes(_without(XLSX, "xl/worksheets/sheet1.xml"), name="log.xlsx")
