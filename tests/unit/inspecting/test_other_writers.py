"""Office files as other programs write them: marks before XML, VML that is none, documents whose type says XML."""

import codecs

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.office.vml import well_formed
from tests.support.planted.cells import written
from tests.support.planted.documents import document
from tests.support.planted.fixtures import SECRET, members, with_part, zipped
from tests.support.planted.opendocuments import document as open_document

XML = (".xml", ".rels")


def test_a_workbook_whose_parts_begin_with_a_mark_is_inspected_as_any():
    plain = written(lambda _, sheet: sheet.write("F9", 5))
    marked = zipped(
        {
            name: codecs.BOM_UTF8 + data if name.endswith(XML) else data
            for name, data in members(plain).items()
        }
    )

    inspection = inspected(marked, "book.xlsx")

    assert inspection.reason == ""
    assert inspection.findings == inspected(plain, "book.xlsx").findings


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (b"<v:shape><![if gte mso 9]><v:x/><![endif]></v:shape>", b"<v:shape><v:x/></v:shape>"),
        (b"<![if !vml]>a<![endif]>", b"a"),
        (b"<div>one<br>two</div>", b"<div>one<br/>two</div>"),
        (b"<div>one<br/>two<br></br></div>", b"<div>one<br/>two<br></br></div>"),
        (b"<![CDATA[kept]]><!DOCTYPE kept>", b"<![CDATA[kept]]><!DOCTYPE kept>"),
    ],
)
def test_vml_of_offices_is_made_xml_and_nothing_else_is_changed(given, told):
    assert well_formed(given) == told


def test_vml_with_conditions_is_no_damage():
    with_note = written(lambda _, sheet: sheet.write_comment("B2", "a note"))
    parts = members(with_note)
    drawing = "xl/drawings/vmlDrawing1.vml"
    before, shape, behind = parts[drawing].partition(b"<v:shape ")
    parts[drawing] = (
        before
        + b"<![if gte mso 9]>"
        + shape
        + behind.replace(b"</v:shape>", b"</v:shape><![endif]>")
    )

    inspection = inspected(zipped(parts), "book.xlsx")

    assert inspection.reason == ""
    assert inspection.findings == inspected(with_note, "book.xlsx").findings


def test_a_document_that_stands_in_another_is_looked_into_though_its_type_says_xml():
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    hidden = document(
        lambda made: made.add_paragraph().add_run(SECRET).font.__setattr__("hidden", True)
    )
    plain = document(lambda made: made.add_paragraph("Bins"))
    reached = ("word/document.xml", "aFChunk")
    outer = with_part(plain, "word/afchunk1.docx", hidden, main, reached)

    inspection = inspected(outer, "letter.docx")

    assert inspection.reason == ""
    assert {"office.embedded-file", "docx.hidden-text"} <= {one.code for one in inspection.findings}


TYPE = (
    b'<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"'
)


def with_type(data, declared):
    """Return an OpenDocument file whose list of parts declares a type behind its first line."""
    held = members(data)
    head, _, rest = held["META-INF/manifest.xml"].partition(b"?>")
    return zipped({**held, "META-INF/manifest.xml": head + b"?>\n" + declared + b"\n" + rest})


def test_a_list_of_parts_with_the_type_that_openoffice_wrote_is_inspected():
    plain = open_document()

    inspection = inspected(with_type(plain, TYPE + b">"), "a.odt")

    assert inspection.reason == ""
    assert inspection.findings == inspected(plain, "a.odt").findings


@pytest.mark.parametrize(
    "declared",
    [
        TYPE + b' [<!ENTITY a "text">]>',
        TYPE + b">" + TYPE + b">",
        b'<!DOCTYPE manifest:manifest SYSTEM "file:///etc/hosts">',
    ],
)
def test_any_other_type_is_refused(declared):
    assert "entities" in inspected(with_type(open_document(), declared), "a.odt").reason


def headed(text):
    """Return whether a workbook asks about what stands at the head of its pages."""
    made = written(lambda _, sheet: sheet.set_header(text))
    return "xlsx.header" in {one.code for one in inspected(made, "a.xlsx").findings}


def test_a_head_that_counts_pages_alone_does_not_ask():
    assert not headed("&C&12Page &P")
    assert not headed('&L&"Arial,Bold"Page &P of &N')
    assert not headed("&CStrona &P")
    assert headed(f"&CPage &P {SECRET}")
    assert headed("&CPage &P of the ward")
