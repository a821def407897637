"""Embedded fonts that draw nothing for their letters, or the same for all: what is written in them is not seen."""

import io
import string
import struct

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Verdict
from tests.support.planted.called import called
from tests.support.planted.documents import document
from tests.support.planted.fixtures import edited, members, with_part, zipped
from tests.support.planted.opendocuments import document as open_document
from tests.support.planted.presentations import slides

CODE = "office.font-without-letters"
KEY = "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}"
TABLE = "word/fontTable.xml"


def _outline(width):
    pen = TTGlyphPen(None)
    if width:
        pen.moveTo((0, 0))
        pen.lineTo((width, 0))
        pen.lineTo((width, 700))
        pen.closePath()
    return pen.glyph()


def _font(width_of, signs=string.ascii_letters + string.digits, first=0):
    """Return a font that draws each sign so wide, and nothing for those of no width."""
    names = [".notdef", *(f"sign{ord(one)}" for one in signs)]
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(names)
    made.setupCharacterMap({first + ord(one): f"sign{ord(one)}" for one in signs})
    outlines = {f"sign{ord(one)}": _outline(width_of(one)) for one in signs}
    made.setupGlyf({".notdef": _outline(0), **outlines})
    made.setupHorizontalMetrics(dict.fromkeys(names, (500, 0)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Calibri Soft", "styleName": "Regular"})
    made.setupOS2()
    made.setupPost()
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


LETTERS = _font(ord)
BLANK = _font(lambda _: 0)
HIDING = {
    "blank": BLANK,
    "boxes": _font(lambda _: 300),
    "blank at the places of signs": _font(lambda _: 0, first=0xF000),
    "damaged": LETTERS[:200],
}
SHOWING = {
    "letters": LETTERS,
    "letters at the places of signs": _font(ord, first=0xF000),
    "no letters": _font(lambda _: 0, signs="•–"),
    "two letters of a font that was cut down": _font(ord, signs="No"),
}


def _mixed(font):
    key = bytes.fromhex(KEY.strip("{}").replace("-", ""))[::-1] * 2
    return bytes(one ^ other for one, other in zip(font, key, strict=False)) + font[32:]


def _in_a_document(font):
    type_ = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    data = with_part(document(), "word/fonts/font1.odttf", _mixed(font), type_, (TABLE, "font"))
    entry = f'<w:font w:name="Arial"><w:embedRegular xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdPlanted" w:fontKey="{KEY}"/></w:font></w:fonts>'
    return edited(data, TABLE, ("</w:fonts>", entry))


def _in_slides(font):
    head = struct.pack("<4I", 100 + len(font), len(font), 0x20002, 0)
    wrapped = head + bytes(18) + b"LP" + bytes(64) + font
    place = ("ppt/presentation.xml", "font")
    return with_part(slides(), "ppt/fonts/font1.fntdata", wrapped, "application/x-fontdata", place)


def _in_open_text(font):
    parts = members(open_document())
    entry = '<manifest:file-entry manifest:full-path="Fonts/font1.ttf" manifest:media-type="application/x-font-ttf"/></manifest:manifest>'
    manifest = parts["META-INF/manifest.xml"].decode().replace("</manifest:manifest>", entry)
    return zipped({**parts, "META-INF/manifest.xml": manifest.encode(), "Fonts/font1.ttf": font})


def _codes(data):
    found = inspected(data, called(data))
    assert found.verdict is not Verdict.CANNOT_SAY, found.reason
    return {one.code for one in found.findings}


@pytest.mark.parametrize("make", [_in_a_document, _in_slides, _in_open_text])
@pytest.mark.parametrize("font", sorted(HIDING))
def test_a_font_that_draws_no_letters_asks(make, font):
    assert {CODE, "office.embedded-font"} <= _codes(make(HIDING[font]))


@pytest.mark.parametrize("make", [_in_a_document, _in_slides, _in_open_text])
@pytest.mark.parametrize("font", sorted(SHOWING))
def test_a_font_that_draws_letters_is_a_note(make, font):
    codes = _codes(make(SHOWING[font]))

    assert CODE not in codes
    assert "office.embedded-font" in codes
