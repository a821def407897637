"""Words and numbers that are written as signs: by a font of signs, or at the places that such fonts give to letters."""

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Verdict
from answerable.inspecting.symbols import are_words_as_signs, words_by_their_signs
from tests.support.planted.called import called
from tests.support.planted.cells import written
from tests.support.planted.documents import in_text
from tests.support.planted.fixtures import edited
from tests.support.planted.opendocuments import CONTENT, document, workbook
from tests.support.planted.presentations import SLIDE, box, slides
from tests.support.planted.rich_texts import rich

WORDS, NUMBER = "Quillfeather", "9434765919"
STYLES = "word/styles.xml"
FONT = "office.symbol-font"
WINGDINGS = {"font_name": "Wingdings"}


def _codes(data, name=""):
    found = inspected(data, name or called(data))
    assert found.verdict is not Verdict.CANNOT_SAY, found.reason
    return {one.code for one in found.findings}


def _as_signs(words):
    return "".join(chr(0xF000 + ord(one)) for one in words)


def _symbols(words, split=False):
    """Return a document with a sign of Wingdings for each letter, in one run or in many."""
    signs = [f'<w:sym w:font="Wingdings" w:char="F0{ord(one):02X}"/>' for one in words]
    joined = ("</w:r><w:r>" if split else "").join(signs)
    return in_text(words, f"<w:r>{joined}</w:r>")


def _styled(words):
    """Return a document with words of which a style says the font."""
    style = '<w:style w:type="character" w:styleId="Signs"><w:name w:val="Signs"/><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:style></w:styles>'
    run = '<w:r><w:rPr><w:rStyle w:val="Signs"/></w:rPr><w:t>{}</w:t></w:r>'
    return edited(in_text(words, run), STYLES, ("</w:styles>", style))


def _cell(words):
    def fill(book, sheet):
        sheet.write_string("E2", words, book.add_format(WINGDINGS))

    return written(fill)


def _box(words):
    data = slides(lambda _, slide: box(slide, words))
    looks = '<a:lstStyle><a:lvl1pPr><a:defRPr><a:latin typeface="Webdings"/></a:defRPr></a:lvl1pPr></a:lstStyle>'
    text = f"<a:p><a:r><a:t>{words}"
    return edited(data, SLIDE, (f"<a:lstStyle/>{text}", f"{looks}{text}"))


STYLE = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
FACES = f'<office:font-face-decls><style:font-face {STYLE} xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" style:name="F1" svg:font-family="Wingdings"/></office:font-face-decls>'
FACE = f'<style:style {STYLE} style:name="ce1" style:family="{{}}"><style:text-properties style:font-name="F1"/></style:style>'


def _open(data, family, old, new):
    style = FACE.format(family)
    styles = f"{FACES}<office:automatic-styles>{style}</office:automatic-styles>"
    return edited(data, CONTENT, ("<office:automatic-styles/>", styles), (old, new))


def _open_cell(words):
    old = '<table:table-cell office:value-type="string"><text:p>North'
    held = f'<table:table-cell table:style-name="ce1" office:value-type="string"><text:p>{words}'
    return _open(workbook(), "table-cell", old, held)


def _open_paragraph(words):
    old = "There were 31"
    return _open(
        document(), "text", old, f'<text:span text:style-name="ce1">{words}</text:span> 31'
    )


def _rich(words):
    return rich("".join(f"\\u{0xF000 + ord(one) - 0x10000}?" for one in words))


@pytest.mark.parametrize("words", [WORDS, NUMBER])
@pytest.mark.parametrize("make", [_symbols, _styled, _cell, _box, _open_cell, _open_paragraph])
def test_words_and_numbers_in_a_font_of_signs_are_told(make, words):
    assert FONT in _codes(make(words))


@pytest.mark.parametrize(
    "make", [_symbols, lambda words: _symbols(words, split=True), _styled, _cell, _box, _open_cell]
)
@pytest.mark.parametrize("words", ["n", "oooo", "nnnnoo", "ü"])
def test_ticks_and_boxes_are_not(make, words):
    assert FONT not in _codes(make(words))


@pytest.mark.parametrize(
    ("code", "make"),
    [
        ("office.invisible-signs", lambda words: in_text(words, "<w:r><w:t>{}</w:t></w:r>")),
        (
            "office.invisible-signs",
            lambda words: written(lambda _, sheet: sheet.write("E2", words)),
        ),
        ("office.invisible-signs", lambda words: slides(lambda _, slide: box(slide, words))),
        (
            "office.invisible-signs",
            lambda words: edited(document(), CONTENT, ("There were", words)),
        ),
        ("csv.unseen-signs", lambda words: f"Ward,Bins\r\nNorth,{words}\r\n".encode()),
    ],
)
def test_words_at_the_places_of_signs_are_told_in_whatever_font(code, make):
    name = "f.csv" if code.startswith("csv") else ""

    assert code in _codes(make(_as_signs(WORDS)), name)
    assert code not in _codes(make(_as_signs("oooo")), name)


def test_words_at_the_places_of_signs_are_told_in_rich_text():
    assert "csv.unseen-signs" in _codes(_rich(WORDS))
    assert "csv.unseen-signs" not in _codes(_rich("oooo"))


@pytest.mark.parametrize(
    ("text", "font", "is_told"),
    [
        (WORDS, "Symbol", True),
        (NUMBER, "Wingdings 2", True),
        (NUMBER, "Symbol", False),
        ("444 444", "Webdings", False),
        ("4 of 6", "Webdings", False),
        (NUMBER, "Arial", False),
    ],
)
def test_digits_are_told_in_the_fonts_that_draw_them_as_signs(text, font, is_told):
    assert are_words_as_signs(text, font) is is_told


def test_what_stands_for_letters_is_spelt():
    assert words_by_their_signs(f"East {_as_signs('Ward 7')} West") == "Ward 7"
    assert words_by_their_signs("East \ue041\ue042\ue043\ue044") == ""
