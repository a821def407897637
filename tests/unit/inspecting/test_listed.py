"""What ordinary files say is on the lists of what may stand in them; what no list has is asked about, whatever it does."""

import re

import pytest
from lxml import etree

from answerable.inspecting.allowed.kinds import Kind
from answerable.inspecting.allowed.lists import allowed_in
from answerable.inspecting.child import inspected
from answerable.inspecting.office.attributes import code_of
from answerable.inspecting.rich.words import code_of_word
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


@pytest.mark.parametrize(
    ("markup", "unknown"),
    [
        ('<style:text-properties fo:font-size="12pt" fo:color="#0b0c0c"/>', []),
        ('<style:text-properties fo:font-size="0.3pt"/>', ["text-properties font-size"]),
        ('<style:paragraph-properties fo:margin-left="1.27cm" fo:line-height="115%"/>', []),
        ('<style:paragraph-properties fo:margin-left="90in"/>', ["paragraph-properties margin-left"]),
        ('<style:hiding-properties fo:margin-left="1cm"/>', ["hiding-properties"]),
    ],
)  # fmt: skip
def test_properties_of_open_documents_are_held_against_their_list(markup, unknown):
    declared = (
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
        ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    )
    one = etree.fromstring(re.sub(r"^<[\w:\-]+", rf"\g<0> {declared}", markup))

    assert list(allowed_in("open").unknown_in(one)) == unknown


@pytest.mark.parametrize(
    ("word", "number", "code"),
    [
        ("fs", 24, ""),
        ("fs", None, ""),
        ("fs", 2, "rtf.unknown-property"),
        ("clpadt", 3_000, "rtf.unknown-property"),
        ("li", -720, ""),
        ("li", -30_000, "rtf.unknown-property"),
        ("hideaway", 1, "rtf.unknown-word"),
    ],
)
def test_numbers_of_control_words_go_as_far_as_those_of_ordinary_documents(word, number, code):
    assert code_of_word(word, number) == code


@pytest.mark.parametrize(
    ("element", "name", "value", "code"),
    [
        ("document", "Ignorable", "w14 w15 w16se w16cid wp14", ""),
        ("document", "Ignorable", "w14 harbour", "office.unread-text"),
        ("docId", "val", "{281CAEE4-3DB1-944C-BABB-FC9B2579818F}", ""),
        ("lsdException", "name", "Unresolved Mention", ""),
        ("revisionPtr", "documentId", "13_ncr:1_{3C274E62-1BDC-C247-987A-CB2DA0382233}", ""),
        ("layoutDef", "uniqueId", "urn:microsoft.com/office/officeart/2005/8/layout/process1", ""),
        ("constr", "forName", "Harbour", "office.style-name"),
        ("hlinkClick", "action", "ppaction://media", ""),
        ("hlinkClick", "action", "ppaction://harbour", "office.unread-text"),
    ],
)
def test_what_programs_of_today_write_is_no_text(element, name, value, code):
    assert code_of(element, name, value) == code


def test_words_that_a_reader_should_have_told_and_did_not_are_told():
    told = inspected(
        in_text("East", '<w:r w:location="Lighthouse"><w:t>{}</w:t></w:r>'), "bins.docx"
    )

    assert ("office.unread-text", "r location in “word/document.xml”") in {
        (one.code, one.where) for one in told.findings
    }


def test_words_that_stand_elsewhere_are_told_once():
    linked = '<w:hyperlink w:anchor="Lighthouse"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'

    assert _codes(in_text("East", linked), "bins.docx") >= {"docx.bookmark"}
    assert "office.unread-text" not in _codes(in_text("East", linked), "bins.docx")
