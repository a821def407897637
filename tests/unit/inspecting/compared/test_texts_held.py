"""Every text of a file is taken out: of each part, whatever it is for, joined where one word may be parted."""

import io
import zipfile

import pytest

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.archive import open_archive
from answerable.inspecting.compared.held import PIECE, Kind, texts_of_archive, texts_of_rtf
from answerable.inspecting.compared.laid_open import MOST_TEXT, laid_open
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.seen import Seen


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return out.getvalue()


def texts(text, name="word/document.xml"):
    archive = open_archive(packed({name: text}), Allowance(), Seen())
    return [(one.kind, one.text) for one in texts_of_archive(archive)]


def test_a_word_that_is_parted_by_its_looks_is_one():
    paragraph = "<d><p><r><t>Quill</t></r><r><b/><t>feather</t></r></p><p><t>Two</t></p></d>"

    assert texts(paragraph) == [(Kind.WORDS, "Quillfeather"), (Kind.WORDS, "Two")]


def test_what_stands_in_a_paragraph_and_is_no_word_of_it_stays_apart():
    paragraph = "<d><p><t>One</t><posOffset>304800</posOffset><tab/><t>two</t></p></d>"

    assert texts(paragraph) == [(Kind.WORDS, "One two")]


def test_attributes_comments_instructions_and_numbers_are_told_as_what_they_are():
    sheet = (
        '<s><!--aside--><c r="A1" t="n"><f>SUM(B1)</f><v>1234567</v></c><c t="s"><v>12</v></c>'
        '<x note="Quillfeather"/></s>'
    )

    assert texts(sheet, "xl/sheet.xml") == [
        (Kind.WORDS, "aside"),
        (Kind.INSTRUCTION, "SUM(B1)"),
        (Kind.NUMBER, "1234567"),
        (Kind.ATTRIBUTE, "Quillfeather"),
    ]


def test_rtf_is_told_line_by_line_with_its_fonts_apart():
    document = rb"{\rtf1{\fonttbl{\f0 Arial;}}One {\b tw}o\par{\*\odd Quill\'66eather}}"

    found = [(one.kind, one.text.strip(PIECE)) for one in texts_of_rtf(document)]

    assert (Kind.ATTRIBUTE, "Arial") in found
    assert [text for kind, text in found if kind is Kind.WORDS and text] == [
        f"One {PIECE}tw{PIECE}o",
        "Quillfeather",
    ]


def test_a_workbook_is_drawn_whole_whatever_was_to_be_printed():
    names = '<w><definedName name="_xlnm.Print_Area">A!$A$1</definedName><definedName name="x">1</definedName></w>'
    sheet = '<s><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><row hidden="1"/><pageSetup scale="10"/></s>'
    data = packed({"xl/workbook.xml": names, "xl/sheet.xml": sheet})

    with zipfile.ZipFile(io.BytesIO(laid_open(data, "xlsx"))) as opened:
        made = {name: opened.read(name).decode() for name in opened.namelist()}

    assert made == {
        "xl/workbook.xml": '<w><definedName name="x">1</definedName></w>',
        "xl/sheet.xml": '<s><sheetPr><pageSetUpPr /></sheetPr><row hidden="1"/></s>',
    }


def test_a_workbook_that_would_take_minutes_is_not_drawn():
    data = packed({"xl/sheet.xml": " " * (MOST_TEXT + 1)})

    with pytest.raises(CannotSay):
        laid_open(data, "xlsx")


def test_other_files_are_drawn_as_they_are():
    assert laid_open(b"{\\rtf1}", "rtf") == b"{\\rtf1}"
