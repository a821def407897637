"""Old Office, record by record: what is told of a file, by which words, and what is no finding."""

import struct

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.compound.records import Record, shared_strings
from answerable.inspecting.compound.writing import field_codes
from tests.support.outlook_files import container
from tests.support.planted.old_documents import old_document, strings
from tests.support.planted.old_office import (
    box,
    old_presentation,
    record_of_slides,
    remark,
    with_records,
)


def evidence(data, name, code):
    """Return what is shown of the findings of one code."""
    return [one.evidence for one in inspected(data, name).findings if one.code == code]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("no field", []),
        ("\x13 PAGE \x141\x15", [" PAGE "]),
        ("\x13 ASK name\x15", [" ASK name"]),
        ("\x13 IF \x13 REF a \x14b\x15 = c \x14d\x15", [" REF a ", " IF  = c "]),
        ("\x14 \x15 \x15 an end of nothing", []),
        ("\x13 never ended", []),
    ],
)
def test_the_code_of_a_field_is_what_stands_before_its_result(text, codes):
    assert list(field_codes(text)) == codes


def test_a_list_of_those_who_changed_a_text_that_names_nobody_is_no_finding():
    assert evidence(old_document(pieces={51: strings("Unknown")}), "f.doc", "ole.changes") == []


def test_each_of_those_who_changed_a_text_is_counted():
    data = old_document(pieces={51: strings("Unknown", "A Quillfeather", "B Marrowby")})

    assert evidence(data, "f.doc", "ole.changes") == ["2 entries: “A Q•••••••••••, B M•••••••”"]


def test_the_sample_of_a_comment_is_what_it_says():
    data = old_document(comments="\5Ask her sister.\r")

    assert evidence(data, "f.doc", "ole.comment") == ["1 comment: “A•• h•• s•••••.”"]


def _shared(*pieces):
    return shared_strings(Record(0, 0x00FC, pieces[0], pieces[1:]))


@pytest.mark.parametrize(
    ("pieces", "strings_"),
    [
        ((struct.pack("<IIHB", 1, 1, 3, 0) + b"abc",), ["abc"]),
        # A string in two records says anew in the second how its letters are written.
        ((struct.pack("<IIHB", 1, 1, 4, 0) + b"ab", b"\1c\0d\0"), ["abcd"]),
        ((struct.pack("<IIHB", 2, 2, 2, 1) + b"a\0", b"\0b" + struct.pack("<HB", 1, 0) + b"c"), ["ab", "c"]),
        # What says how it looks, and how it is spoken, is passed over.
        ((struct.pack("<IIHBHI", 2, 2, 1, 0x0C, 1, 2) + b"a" + bytes(4) + bytes(2) + struct.pack("<HB", 1, 0) + b"c",), ["a", "c"]),
        ((struct.pack("<II", 9, 9),), []),
    ],
)  # fmt: skip
def test_the_strings_of_a_workbook_go_on_from_record_to_record(pieces, strings_):
    assert _shared(*pieces) == strings_


def test_a_note_is_counted_once_though_it_is_a_box_and_a_record():
    note = (0x001C, struct.pack("<HHHHHB", 1, 1, 0, 1, 3, 0) + b"Ann\0")
    data = with_records(*box("Ask her sister", is_note=True), note)

    assert evidence(data, "f.xls", "ole.note") == ["1 note: “A•• h•• s•••••”"]
    assert evidence(data, "f.xls", "ole.text-box") == []


@pytest.mark.parametrize("held", [b"\2\0\1\4", b"\1\0\1\x3a"])
def test_a_workbook_that_refers_to_itself_refers_to_no_other(held):
    assert evidence(with_records((0x01AE, held)), "f.xls", "ole.outside") == []


def test_a_name_that_excel_hides_itself_is_no_hidden_name():
    name = struct.pack("<HBBHHHBBBB", 0x21, 0, 1, 0, 1, 1, 0, 0, 0, 0) + b"\0\x0d"

    assert evidence(with_records((0x0018, name)), "f.xls", "ole.hidden-name") == []


def test_the_names_of_sheets_before_excel_97_are_read():
    begins = struct.pack("<HHHHHH", 0x0809, 8, 0x0500, 5, 0, 0)
    end = struct.pack("<HH", 0x000A, 0)
    at = len(begins) + 11 + len("Macro1") + len(end)
    sheet = struct.pack("<HHIBBB", 0x0085, 7 + 6, at, 2, 1, 6) + b"Macro1"
    book = begins + sheet + end
    page = struct.pack("<HHHHHH", 0x0809, 8, 0x0500, 0x40, 0, 0) + end

    found = inspected(container({"Book": book + page}), "f.xls")

    assert [(one.code, one.where) for one in found.findings if one.code != "ole.old-format"] == [
        ("ole.macro", "sheet “Macro1”"),
        ("ole.hidden-sheet", "sheet “Macro1”"),
    ]
    assert [(one.name, one.state) for one in found.sheets] == [("Macro1", "very hidden")]


def test_a_file_in_a_presentation_is_counted_once_and_its_macros_are_none():
    embedded = (record_of_slides(0x0FCC, b"", is_folder=True), record_of_slides(0x1011, b"file"))
    macros = (
        record_of_slides(0x0400, struct.pack("<III", 3, 1, 2)),
        record_of_slides(0x1011, b"macros"),
    )

    data = old_presentation(b"".join((*embedded, *macros)))

    assert evidence(data, "f.ppt", "ole.embedded-file") == ["1 file"]
    assert evidence(data, "f.ppt", "ole.macro") == ["1 store"]


def test_the_sample_of_a_remark_on_a_slide_is_what_it_says():
    data = old_presentation(remark("Ask her sister"))

    assert evidence(data, "f.ppt", "ole.comment") == ["1 comment: “A•• h•• s••••• A••”"]
