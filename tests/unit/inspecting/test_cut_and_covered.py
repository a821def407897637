"""Words and parts of pictures that something cuts off or lies over, in ways of which only some were told."""

import io
import re

import pytest
from docx.shared import Emu
from odf import draw, style, text
from PIL import Image

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Verdict
from answerable.inspecting.masking import masked
from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
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


def _photograph():
    out = io.BytesIO()
    Image.new("RGB", (60, 20), "grey").save(out, "PNG")
    return out.getvalue()


PICTURE = _photograph()


def _pictured(*, anchor="paragraph", x="0cm", y="0cm", words="Complaint of the depot", **looks):
    """Return a text in which a picture is anchored in a paragraph of words, so far from where these begin."""

    def fill(made):
        said = {"wrap": "run-through", "runthrough": "foreground", "verticalrel": "paragraph"}
        look = style.Style(name="Picture", family="graphic")
        look.addElement(style.GraphicProperties(**said | looks))
        made.automaticstyles.addElement(look)
        frame = draw.Frame(stylename=look, anchortype=anchor, x=x, y=y, width="8cm", height="2cm")
        frame.addElement(draw.Image(href=made.addPictureFromString(PICTURE, "image/png")))
        paragraph = text.P(text=words)
        paragraph.addElement(frame)
        made.text.addElement(paragraph)

    return opendocuments.document(fill)


@pytest.mark.parametrize(
    ("data", "covers"),
    [
        (_pictured(), True),
        (_pictured(x="-0.2cm", y="-0.5cm"), True),
        (_pictured(anchor="char", verticalrel="line"), True),
        (_pictured(y="1cm"), False),
        (_pictured(y="-2cm"), False),
        (_pictured(x="5cm"), False),
        (_pictured(horizontalpos="right"), False),
        (_pictured(verticalrel="page"), False),
        (_pictured(runthrough="background"), False),
        (_pictured(wrap="none"), False),
        (_pictured(words=""), False),
    ],
)
def test_a_picture_over_the_beginning_of_its_own_paragraph_covers_words_of_opendocument(
    data, covers
):
    assert ("odf.covered" in codes(data)) is covers


def _under_a_picture(y):
    def fill(made, page):
        page.addElement(opendocuments.framed("Complaint of the depot", y="8cm"))
        frame = draw.Frame(x="1cm", y=y, width="14cm", height="6cm")
        frame.addElement(draw.Image(href=made.addPictureFromString(PICTURE, "image/png")))
        page.addElement(frame)

    return opendocuments.presented(fill)


def test_a_picture_over_the_words_of_a_slide_of_opendocument_covers_them():
    assert "odf.covered" in codes(_under_a_picture("6cm"))
    assert "odf.covered" not in codes(_under_a_picture("10cm"))


LAYERS = '<draw:layer-set xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><draw:layer draw:name="Aside" draw:display="{}"/></draw:layer-set>'


@pytest.mark.parametrize(
    ("shown", "is_hidden"), [("none", True), ("printer", True), ("always", False)]
)
def test_what_stands_in_a_layer_that_is_switched_off_is_hidden(shown, is_hidden):
    def fill(_, page):
        frame = opendocuments.framed("Complaint of the depot", y="8cm")
        frame.setAttribute("layer", "Aside")
        page.addElement(frame)

    data = edited(opendocuments.presented(fill), "styles.xml", ("<office:master-styles>", f"<office:master-styles>{LAYERS.format(shown)}"))  # fmt: skip

    assert ("office.hidden-shape" in codes(data)) is is_hidden
    rebuilt = b"".join(one.data for one in rebuilt_here(data, "f.odp").files)
    assert (b"Complaint of the depot" in rebuilt) is not is_hidden
