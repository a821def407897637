"""Words and parts of pictures that something cuts off or lies over, in ways of which only some were told."""

import io
import re

import pytest
from docx.shared import Emu
from PIL import Image

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Verdict
from answerable.inspecting.masking import masked
from tests.support.planted import documents, opendocuments
from tests.support.planted.called import called
from tests.support.planted.cells import written
from tests.support.planted.fixtures import edited, members

SHEET, TEXT = "xl/worksheets/sheet1.xml", "word/document.xml"
LONG = "The panel asked what was said of the staff of the depot. " * 6


def codes(data):
    found = inspected(data, called(data))
    assert found.verdict is not Verdict.CANNOT_SAY, found.reason
    return {one.code for one in found.findings}


def _shared(book, sheet):
    sheet.write_string("C2", LONG)
    sheet.write_string("D2", "seen")


def _computed(book, sheet):
    sheet.write_formula("C2", "=B9", None, LONG)
    sheet.write_string("D2", "seen")


def _of_its_own(data):
    usual = re.search(rb'<c r="C2"[^>]*t="s"[^>]*><v>\d+</v></c>', members(data)[SHEET])[0].decode()
    own = f'<c r="C2" t="inlineStr"><is><t>{LONG}</t></is></c>'
    return edited(data, SHEET, (usual, own))


@pytest.mark.parametrize("make", [
    lambda: written(_shared),
    lambda: written(_computed),
    lambda: _of_its_own(written(_shared)),
])  # fmt: skip
def test_words_that_the_next_cell_cuts_off_are_told_wherever_they_are_kept(make):
    assert "xlsx.cut-off" in codes(make())


def _picture(left, top, *, measured="paragraph", behind="0", words="Complaint of the depot"):
    """Return a document in which a picture lies before a paragraph's words, so far from where these begin."""
    out = io.BytesIO()
    Image.new("RGB", (60, 20), "grey").save(out, "PNG")
    out.seek(0)

    def fill(made):
        made.add_paragraph(words).add_run().add_picture(out, Emu(3_000_000), Emu(500_000))

    data = documents.document(fill)
    markup = members(data)[TEXT].decode()
    inline = re.search(r"<wp:inline.*?</wp:inline>", markup, re.DOTALL)[0]
    inner = re.sub(r"^<wp:inline[^>]*>|</wp:inline>$", "", inline)
    spaces = " ".join(re.findall(r'xmlns:\w+="[^"]*"', inline.partition(">")[0]))
    extent = re.search(r"<wp:extent[^>]*/>", inner)[0]
    anchor = (
        f'<wp:anchor {spaces} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="9" behindDoc="{behind}"'
        ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{measured}"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f"{extent}<wp:wrapNone/>{inner.replace(extent, '', 1)}</wp:anchor>"
    )
    return edited(data, TEXT, (inline, anchor))


@pytest.mark.parametrize(
    ("data", "covers"),
    [
        (_picture(-100_000, -100_000), True),
        (_picture(0, 0, measured="line"), True),
        (_picture(0, 600_000), False),
        (_picture(0, -600_000), False),
        (_picture(2_400_000, 0), False),
        (_picture(0, 0, measured="page"), False),
        (_picture(0, 0, behind="1"), False),
        (_picture(0, 0, words=""), False),
    ],
)
def test_a_picture_over_the_beginning_of_its_own_paragraph_covers_words(data, covers):
    assert ("docx.covered" in codes(data)) is covers


CLIPPED = '<style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" style:name="fr1" style:family="graphic"><style:graphic-properties fo:clip="rect({})"/></style:style>'


@pytest.mark.parametrize(
    ("sides", "is_cut"),
    [("0cm, 0cm, 4cm, 0cm", True), ("0in 0.25in 0in 0in", True), ("0cm, 0cm, 0cm, 0cm", False)],
)
def test_a_picture_of_an_opendocument_file_that_is_cut_off_is_told(sides, is_cut):
    style = CLIPPED.format(sides)
    end = "</office:automatic-styles>"
    data = edited(
        opendocuments.document(), opendocuments.CONTENT, ("<office:automatic-styles/>", f"<office:automatic-styles>{style}{end}")
    )  # fmt: skip

    assert ("office.cropped-picture" in codes(data)) is is_cut


@pytest.mark.parametrize(
    ("shown", "is_hidden"),
    [
        ("<number:text>withheld</number:text>", True),
        ("<number:text-content/>", False),
        ("<number:text>Ward </number:text><number:text-content/>", False),
    ],
)
def test_a_style_of_texts_that_prints_words_in_place_of_them_hides_them(shown, is_hidden):
    styles = (
        f'<number:text-style xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" style:name="N1">{shown}</number:text-style>'
        '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>'
    )
    data = edited(
        opendocuments.workbook(),
        opendocuments.CONTENT,
        ("<office:automatic-styles/>", f"<office:automatic-styles>{styles}</office:automatic-styles>"),
        ('<table:table-cell office:value-type="string"><text:p>North', '<table:table-cell table:style-name="ce1" office:value-type="string"><text:p>North'),
    )  # fmt: skip

    assert ("odf.number-format-hides" in codes(data)) is is_hidden


def test_a_sample_does_not_spell_what_stands_behind_a_sign_without_a_shape():
    hidden = "".join(chr(0xE0100 + ord(sign)) for sign in "Quillfeather")

    assert masked(f"East{hidden} Ward") == "E•••� W•••"
