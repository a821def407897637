"""Drawings that Word packs into an attribute for older programs: nothing is asked if they say what the page says."""

import base64

import pytest
from lxml import etree

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.archive import open_archive
from answerable.inspecting.child import inspected
from answerable.inspecting.office.packed_drawings import PackedDrawings
from answerable.inspecting.seen import Seen
from tests.support.planted.documents import document, in_text
from tests.support.planted.fixtures import SECRET, zipped

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
PAGE = etree.fromstring(
    f'<p xmlns:a="{A}"><a:t>Bins of the ward</a:t><a:x descr="a chart of bins"/></p>'
)


def says_more(page, given):
    archive = open_archive(zipped({}), Allowance(), Seen())
    return PackedDrawings(page, archive).says_more(given)


def packed(inside, **more):
    shape = f'<a:sp xmlns:a="{A}">{inside}</a:sp>'.encode()
    return base64.b64encode(
        zipped({"[Content_Types].xml": TYPES, "drs/e2oDoc.xml": shape, **more})
    ).decode()


@pytest.mark.parametrize(
    "inside",
    [
        "",
        '<a:off x="1" y="2"/><a:prstGeom prst="rect"/>',
        "<a:t>Bins of the ward</a:t>",
        '<a:cNvPr id="3" descr="a chart of bins"/>',
        '<a:downRevStg shapeCheckSum="qn7yV4/v8jOOt6GIMgneOw==&#10;"/>',
    ],
)
def test_a_drawing_that_says_what_the_page_says_says_no_more(inside):
    assert says_more(PAGE, packed(inside)) == ""


@pytest.mark.parametrize(
    ("inside", "more"),
    [
        ("<a:t>Quill was here</a:t>", "Quill was here"),
        ('<a:cNvPr id="3" descr="a chart of Quill"/>', "a chart of Quill"),
        ('<a:off x="Quill was here"/>', "Quill was here"),
        ("<a:off/>Quill was here", "Quill was here"),
        ("<a:quill/>", "quill"),
        ('<a:off quill="1"/>', "quill"),
        ('<a:downRevStg shapeCheckSum="UXVpbGwgd2FzIGhlcmU="/>', "UXVpbGwgd2FzIGhlcmU="),
    ],
)
def test_what_only_the_drawing_says_is_told(inside, more):
    assert says_more(PAGE, packed(inside)) == more


@pytest.mark.parametrize(
    "given",
    [
        "no zip at all",
        base64.b64encode(b"PK\x03\x04 cut off").decode(),
        packed("", **{"media/image1.png": b"dots"}),
        packed("<!-- Quill was here -->"),
        packed("", **{"drs/quill.xml": b"<a/>"}),
        packed("", **{"drs/shapexml.xml": b'<a xmlns:q="urn:quill"/>'}),
        packed("", **{"drs/shapexml.xml": b"<a><?quill was here?></a>"}),
        base64.b64encode(base64.b64decode(packed("")) + b"Quill was here").decode(),
        packed("", **{"drs/bomb.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;'}),
    ],
)
def test_what_cannot_be_looked_into_says_its_own_beginning(given):
    assert says_more(PAGE, given) == given[:80]


def test_what_is_unpacked_counts_with_what_the_file_may_unpack_to():
    given = packed("<a:ln/>")
    archive = open_archive(zipped({}), Allowance(bytes=20), Seen())

    assert PackedDrawings(PAGE, archive).says_more(given) == given[:80]


def test_words_in_such_a_drawing_are_found_in_a_document():
    shape = '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:rect o:gfxdata="{}"/></w:pict></w:r>'
    plain = inspected(document(lambda made: made.add_paragraph("Bins")), "letter.docx")
    clear = inspected(in_text(packed("<a:ln/>"), shape), "letter.docx")
    hiding = inspected(in_text(packed(f"<a:t>{SECRET}</a:t>"), shape), "letter.docx")

    codes = [{one.code for one in told.findings} for told in (plain, clear, hiding)]
    assert "office.unread-text" not in codes[0] | codes[1]
    assert "office.unread-text" in codes[2]
