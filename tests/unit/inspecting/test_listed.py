"""What ordinary files say is on the lists of what may stand in them; what no list has is asked about, whatever it does."""

import re

import pytest
from lxml import etree

from answerable.inspecting.allowed.kinds import Kind
from answerable.inspecting.allowed.lists import allowed_in
from answerable.inspecting.child import inspected
from tests.support.planted.cells import written
from tests.support.planted.documents import in_text
from tests.support.planted.fixtures import edited
from tests.support.planted.presentations import SLIDE, box, slides
from tests.support.planted.workbooks import SHEET

_DECLARED = {
    "word": 'xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
    "drawing": 'xmlns="http://schemas.openxmlformats.org/drawingml/2006/main"',
    "sheet": 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
}


def _unknown(language, markup):
    root = etree.fromstring(re.sub(r"^<\w+", rf"\g<0> {_DECLARED[language]}", markup))
    return [unknown for one in root.iter() for unknown in allowed_in(language).unknown_in(one)]


@pytest.mark.parametrize(
    ("listed", "value", "is_allowed"),
    [
        ("1..9", "9", True),
        ("1..9", "10", False),
        ("1..9", "9pt", False),
        ("1..9", "nine", False),
        ("0..1.5", "0.25", True),
        ("-2..30cm", "1in", True),
        ("-2..30cm", "300mm", True),
        ("-2..30cm", "400mm", False),
        ("0..100%", "40%", True),
        ("0..100%", "400%", False),
        ("left|right", "right", True),
        ("left|right", "Harbour", False),
        ("switch", "on", True),
        ("switch", "2", False),
        ("identity|empty", "", True),
        ("*", "Harbour", True),
    ],
)
def test_a_value_is_one_that_is_listed_or_none(listed, value, is_allowed):
    assert Kind(listed).allows(value) == is_allowed


@pytest.mark.parametrize(
    ("language", "markup"),
    [
        ("word", '<p w:rsidR="00A1B2C3"><pPr><jc w:val="both"/></pPr><r><t xml:space="preserve"> a</t></r></p>'),
        ("word", '<tblStylePr w:type="firstRow"><tcPr><tcBorders><top w:val="single" w:sz="4" w:space="0" w:color="auto" w:themeColor="accent1" w:themeTint="BF"/></tcBorders></tcPr></tblStylePr>'),
        ("drawing", '<rPr lang="en-GB" sz="1800" b="1" dirty="0"><solidFill><schemeClr val="tx1"><lumMod val="75000"/></schemeClr></solidFill></rPr>'),
        ("sheet", '<sheetView tabSelected="1" workbookViewId="0" zoomScale="85"><selection activeCell="B2" sqref="B2"/></sheetView>'),
    ],
)  # fmt: skip
def test_what_ordinary_files_say_is_on_the_lists(language, markup):
    assert _unknown(language, markup) == []


@pytest.mark.parametrize(
    ("language", "markup", "unknown"),
    [
        ("word", '<rPr><fitText w:val="2"/></rPr>', ["fitText"]),
        ("word", '<rPr><sz w:val="2"/></rPr>', ["sz val"]),
        ("word", '<rPr><b w:wordless="2"/></rPr>', ["b wordless"]),
        ("word", "<pPr><t>a</t></pPr>", ["t"]),
        ("drawing", '<bodyPr wrap="none" lIns="90000000"/>', ["bodyPr lIns"]),
        ("drawing", "<rPr><effectDag/></rPr>", ["effectDag"]),
        ("sheet", '<alignment textRotation="999"/>', ["alignment textRotation"]),
    ],
)
def test_what_no_list_has_is_unknown(language, markup, unknown):
    assert _unknown(language, markup) == unknown


def _codes(data, name):
    return {one.code for one in inspected(data, name).findings}


def test_a_property_of_text_that_no_list_has_is_asked_about():
    run = '<w:r><w:rPr><w:eastAsianLayout w:id="1" w:combine="1"/></w:rPr><w:t>{}</w:t></w:r>'

    assert "docx.unknown-property" in _codes(in_text("East", run), "bins.docx")
    assert "docx.unknown-property" not in _codes(in_text("", run), "bins.docx")


def test_a_property_of_a_sheet_that_no_list_has_is_asked_about():
    data = edited(written(), SHEET, ("<sheetView ", '<sheetView zoomScale="9000" '))

    assert "xlsx.unknown-property" in _codes(data, "bins.xlsx")
    assert "xlsx.unknown-property" not in _codes(written(), "bins.xlsx")


def test_a_property_of_a_shape_is_asked_about_where_it_has_words():
    def changed(words):
        data = slides(lambda _, slide: box(slide, words))
        return edited(data, SLIDE, ('wrap="none"', 'wrap="none" numCol="99"'))

    assert "office.unknown-property" in _codes(changed("East"), "bins.pptx")
    assert "office.unknown-property" not in _codes(changed(""), "bins.pptx")
