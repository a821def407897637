"""What diagrams, old drawings and OpenDocument's further languages say is listed, and words in attributes are told."""

import pytest
from lxml import etree

from answerable.inspecting.allowed.kinds import Kind
from answerable.inspecting.allowed.lists import allowed_in
from answerable.inspecting.child import inspected
from answerable.inspecting.office.listed import unknown_in_style
from tests.support.planted.documents import in_text
from tests.support.planted.eighth_office import diagrammed
from tests.support.planted.fixtures import members, zipped
from tests.support.planted.fresh_open import with_spaces
from tests.support.planted.opendocuments import CONTENT, document

_SPACES = {
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "chart": "urn:oasis:names:tc:opendocument:xmlns:chart:1.0",
    "anim": "urn:oasis:names:tc:opendocument:xmlns:animation:1.0",
    "form": "urn:oasis:names:tc:opendocument:xmlns:form:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}


def _unknown(language, markup):
    prefix = markup[1:].partition(":")[0]
    declared = markup.replace(" ", f' xmlns:{prefix}="{_SPACES[prefix]}" ', 1)
    return list(allowed_in(language).unknown_in(etree.fromstring(declared)))


@pytest.mark.parametrize(
    ("language", "markup", "unknown"),
    [
        ("diagram", '<dgm:pt modelId="2" type="node"/>', []),
        ("diagram", '<dgm:prSet custScaleX="12"/>', ["prSet custScaleX"]),
        ("diagram", '<dgm:whisper val="a"/>', ["whisper"]),
        ("open_parts", '<number:month number:style="long" number:textual="true"/>', []),
        ("open_parts", '<number:number-style number:title="a"/>', ["number-style title"]),
        ("open_parts", '<chart:title chart:style-name="ch1" chart:x="1cm"/>', []),
        ("open_parts", '<chart:title chart:x="-90cm"/>', ["title x"]),
        ("open_parts", '<chart:chart chart:class="ooo:mine"/>', ["chart class"]),
        ("open_parts", '<anim:whisper anim:id="a"/>', ["whisper"]),
        ("open_parts", '<form:property form:string-value="com.sun.star.form.control.TextField"/>', []),
        ("open_parts", '<form:property form:string-value="East"/>', ["property string-value"]),
        ("open_parts", '<manifest:file-entry manifest:preferred-view-mode="mine"/>', ["file-entry preferred-view-mode"]),
    ],
)  # fmt: skip
def test_what_no_list_has_is_unknown(language, markup, unknown):
    assert _unknown(language, markup) == unknown


def test_one_element_is_asked_about_where_it_may_not_stand_and_nowhere_else():
    size = '<w:sz w:val="20"/>'
    usual = in_text("East", f"<w:r><w:rPr>{size}</w:rPr><w:t>{{}}</w:t></w:r>")
    astray = in_text("East", f"<w:r><w:rPr>{size}</w:rPr>{size}<w:t>{{}}</w:t></w:r>")

    before, found, again = (
        {(each.code, each.where) for each in inspected(one, "f.docx").findings}
        for one in (usual, astray, usual)
    )

    assert found - before == {("docx.unknown-property", "sz in “word/document.xml”")}
    assert again == before


@pytest.mark.parametrize(
    ("style", "unknown"),
    [
        ("position:absolute;margin-left:0;margin-top:24.5pt;width:186.95pt;height:110.55pt;z-index:251659264;visibility:visible;mso-wrap-style:square", []),
        ("mso-position-horizontal:center;mso-position-horizontal-relative:text;v-text-anchor:top;rotation:-45;", []),
        ("width:10pt;note:East", ["style note"]),
        ("width:of East", ["style width"]),
    ],
)  # fmt: skip
def test_declarations_of_an_old_drawing_are_listed(style, unknown):
    assert list(unknown_in_style(style)) == unknown


@pytest.mark.parametrize(
    ("listed", "value", "is_allowed"),
    [
        ("length", "12.5pt", True),
        ("length", "twelve", False),
        ("angle", "-2949120fd", True),
        ("service", "com.sun.star.form.control.TextField", True),
        ("service", "East", False),
    ],
)
def test_kinds_of_old_drawings_and_forms(listed, value, is_allowed):
    assert Kind(listed).allows(value) == is_allowed


def _samples(data, name, code):
    return [one.where for one in inspected(data, name).findings if one.code == code]


def test_a_point_that_joins_to_nothing_is_told_and_one_that_is_drawn_is_not():
    lone = '<dgm:pt modelId="7"><dgm:t><a:bodyPr/><a:p><a:r><a:t>East</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>'
    point = "point of “ppt/diagrams/data1.xml”"

    changed = diagrammed([("Data", "</dgm:ptLst>", lone)])

    assert point in _samples(changed, "f.pptx", "office.unread-text")
    assert point not in _samples(diagrammed([]), "f.pptx", "office.unread-text")


def _with(markup):
    held = members(document())
    content = with_spaces(held[CONTENT].decode(), markup)
    changed = content.replace("</office:text>", f"{markup}</office:text>")
    return zipped({**held, CONTENT: changed.encode()})


def test_words_in_attributes_that_nothing_shows_are_told_in_opendocument():
    place = '<text:p><text:placeholder text:placeholder-type="text" text:description="{}">East</text:placeholder></text:p>'
    where = "placeholder description in “content.xml”"

    told = _samples(_with(place.format("Ask in the East")), "f.odt", "office.unread-text")
    shown = _samples(_with(place.format("31 bins")), "f.odt", "office.unread-text")

    assert where in told
    assert where not in shown


def test_words_over_the_end_of_a_frame_are_told_and_not_those_of_one_that_grows():
    lines = "<text:p>East</text:p>" * 12
    frame = '<text:p><draw:frame svg:width="6cm" svg:height="1cm"><draw:text-box{}>' + lines + "</draw:text-box></draw:frame></text:p>"  # fmt: skip

    assert _samples(_with(frame.format("")), "f.odt", "odf.hidden-text")
    assert not _samples(_with(frame.format(' fo:min-height="1cm"')), "f.odt", "odf.hidden-text")
