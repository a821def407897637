"""Files of old Office compared with their pages: every text in their records, and a workbook laid open."""

import os
import struct

import pytest

from answerable.inspecting.compared.apart import Compared, inspect_with_pages, lacks_pages
from answerable.inspecting.compared.held import Kind
from answerable.inspecting.compared.held_of_old import MOST_RECORDS, texts_of_old_office
from answerable.inspecting.compared.laid_open import laid_open
from answerable.inspecting.compound.container import opened
from answerable.inspecting.compound.records import records_of, small_number
from answerable.inspecting.compound.workbook import stream_of
from answerable.inspecting.findings import CannotSay
from tests.support.outlook_files import container
from tests.support.pdf_made import at, drawn_pdf
from tests.support.planted.old_documents import old_document
from tests.support.planted.old_office import (
    box,
    old_presentation,
    old_workbook,
    record_of_slides,
    with_records,
)

SHOWN = drawn_pdf(at(50, 700, "Ward Bins North 31 South 27 There were 31 bins. Bins by ward"))


def _two_sheets(book, sheet):
    sheet.write(3, 0, 7_654_321)
    sheet.write(3, 1, 0.25)
    book.add_sheet("Notes").write(0, 0, "Quillfeather")


HELD = {
    "xls": (
        old_workbook(_two_sheets),
        {
            ("sheet “Data”", Kind.WORDS, "North"),
            ("sheet “Data”", Kind.NUMBER, "7654321"),
            ("sheet “Notes”", Kind.WORDS, "Quillfeather"),
        },
    ),
    "boxes.xls": (with_records(*box("Marrowby")), {("sheet “Data”", Kind.WORDS, "Marrowby")}),
    "results.xls": (
        with_records((0x0207, struct.pack("<HB", 5, 0) + b"Twice")),
        {("sheet “Data”", Kind.WORDS, "Twice")},
    ),
    "doc": (
        old_document(
            text=[("One\x1etwo \x13 PAGE Marrowby \x141\x15\rnext", b"")], comments="\5Ann\r"
        ),
        {
            ("", Kind.WORDS, "One-two 1"),
            ("", Kind.WORDS, "nextAnn"),
            ("", Kind.INSTRUCTION, " PAGE Marrowby "),
        },
    ),
    "ppt": (
        old_presentation(record_of_slides(0x0FA0, "Zoë\rElse".encode("utf-16-le"))),
        {
            ("", Kind.WORDS, "Bins by ward"),
            ("", Kind.WORDS, "Zoë"),
            ("", Kind.WORDS, "Else"),
        },
    ),
}


@pytest.mark.parametrize("name", HELD)
def test_every_text_of_old_office_is_taken_out(name):
    data, expected = HELD[name]

    found = {(one.where, one.kind, one.text) for one in texts_of_old_office(data, name[-3:])}

    assert expected <= found
    assert not {one for one in found if one[1] is Kind.NUMBER and "." in one[2]}


@pytest.mark.parametrize(
    ("bits", "number"),
    [(31 << 2 | 2, 31), (3125 << 2 | 3, 31.25), (0x403F0000, 31), (0xFFFFFFFE, -1), (0x40A86A01, 31.25)],
)  # fmt: skip
def test_a_small_number_is_read_from_its_thirty_bits(bits, number):
    assert small_number(struct.pack("<I", bits)) == number


def test_an_old_workbook_is_drawn_whole_whatever_was_to_be_printed():
    area = struct.pack("<BBBBHHHBBBB", 0x20, 0, 0, 1, 11, 0, 1, 0, 0, 0, 0) + b"\0\x06" + bytes(11)
    other = struct.pack("<BBBBHHHBBBB", 0x20, 0, 0, 1, 11, 0, 1, 0, 0, 0, 0) + b"\0\x07" + bytes(11)
    data = with_records((0x0018, area), (0x0018, other), (0x0081, struct.pack("<H", 0x05C1)))

    made = laid_open(data, "xls")

    held = [(one.kind, one.held) for one in records_of(stream_of(opened(made)))]
    assert [one[0] for kind, one in held if kind == 0x0018] == [0, 0x20]
    assert [one for kind, one in held if kind == 0x0081][-1] == struct.pack("<H", 0x04C1)
    assert len(made) == len(data)


@pytest.mark.parametrize("size", [1, 63, 64, 65, 1000, 4095, 4096, 5000, 9000])
def test_a_stream_is_written_where_it_lies_and_nothing_else(size):
    data = container({"Other": b"o" * 700, "Workbook": b"w" * size, "More": b"m" * 5000})

    made = opened(opened(data).with_stream("Workbook", b"W" * size))

    assert made.read("Workbook") == b"W" * size
    assert (made.read("Other"), made.read("More")) == (b"o" * 700, b"m" * 5000)
    assert made.data.replace(b"W", b"w") == data.replace(b"W", b"w")


def test_an_old_workbook_that_would_take_minutes_is_not_drawn():
    one = struct.pack("<HH", 0x01C0, 8000) + bytes(8000)
    data = container({"Workbook": one * (MOST_RECORDS // len(one) + 1)})

    with pytest.raises(CannotSay, match="larger than what is drawn"):
        laid_open(data, "xls")


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Put a program in the place of LibreOffice that always draws the same page; return where it keeps what it got."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (tmp_path / "made.pdf").write_bytes(SHOWN)
    made = folder / "soffice"
    made.write_text(f"#!/bin/sh\ncp {tmp_path}/made.pdf given.pdf\nls given.* > {tmp_path}/got\n")
    made.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return tmp_path / "got"


HOLDING = {
    "f.xls": (old_workbook(), old_workbook(_two_sheets)),
    "f.doc": (old_document(), old_document(text=[("Quillfeather was here.\r", b"")])),
    "f.ppt": (old_presentation(), old_presentation(record_of_slides(0x0FA8, b"Quillfeather"))),
}


@pytest.mark.parametrize("name", HOLDING)
def test_words_of_old_office_that_no_page_shows_are_a_finding(program, name):
    plain, holding = (
        inspect_with_pages(data, name=name, when=Compared.WHERE_INSTALLED) for data in HOLDING[name]
    )

    assert set(program.read_text().split()) == {f"given{name[1:]}", "given.pdf"}
    assert (plain.is_compared, holding.is_compared) == (True, True)
    assert not [one for one in plain.findings if one.code.startswith("file.")]
    unseen = [one.evidence for one in holding.findings if one.code == "file.unseen-words"]
    assert [one for one in unseen if "“Q•••••••••••" in one]


@pytest.mark.parametrize("name", HOLDING)
def test_without_libreoffice_a_file_of_old_office_is_inspected_and_stops_as_before(
    monkeypatch, name
):
    monkeypatch.setattr("answerable.programs.office._PROGRAMS", ())

    inspection = inspect_with_pages(HOLDING[name][0], name=name, when=Compared.WHERE_INSTALLED)

    assert lacks_pages(inspection)
    assert "ole.old-format" in {one.code for one in inspection.findings}
