"""A word in place of the value of any attribute of a file's XML is found: the format has no such value."""

import pytest
from lxml import etree

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Verdict
from answerable.inspecting.formats.words import is_of_the_format, is_usual_font, is_usual_style
from tests.support.planted.fixtures import SECRET, members, zipped
from tests.unit.inspecting.test_anywhere import FILES

SEEN = {
    # Its tab shows it.
    ("f.xlsx", "sheet", "name"),
    # It is found before and after: it is a name, and the first of its part is the sample.
    ("f.odp", "master-page", "display-name"),
}


def said(inspection):
    return {(one.code, one.where, one.evidence) for one in inspection.findings}


def with_a_word(data):
    """Yield a file with the secret in one attribute, for each kind of attribute that it has."""
    parts, done = members(data), set()
    for name, held in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        root = etree.fromstring(held)
        for one in (each for each in root.iter() if isinstance(each.tag, str)):
            for key, value in one.attrib.items():
                kind = (etree.QName(one).localname, key.rpartition("}")[2])
                if kind in done:
                    continue
                done.add(kind)
                one.attrib[key] = SECRET
                changed = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
                yield kind, zipped({**parts, name: changed})
                one.attrib[key] = value


@pytest.mark.slow
@pytest.mark.once
@pytest.mark.parametrize("name", FILES)
def test_a_word_in_any_attribute_is_found(name):
    before = said(inspected(FILES[name], name))
    missed = set()
    for kind, data in with_a_word(FILES[name]):
        inspection = inspected(data, name)
        is_told = inspection.verdict is Verdict.CANNOT_SAY or said(inspection) - before
        if not is_told and (name, *kind) not in SEEN:
            missed.add(kind)

    assert missed == set()


@pytest.mark.parametrize(
    ("value", "is_known"),
    [
        ("", True),
        ("-12.5pt", True),
        ("FF00AA", True),
        ("{7626C862-2A13-11E5-B345-FEFF819CDC9F}", True),
        ("rId17", True),
        ("accent1", True),
        ("position:absolute;margin-left:12pt", True),
        ("w14 wp14", True),
        ("/xl/worksheets/sheet1.xml", True),
        (SECRET, False),
        (f"position:absolute;name:{SECRET}", False),
        ("QX 4471", False),
        ("Élodie", False),
    ],
)
def test_a_value_is_of_the_format_or_says_something(value, is_known):
    assert is_of_the_format(value) is is_known


def test_fonts_and_styles_of_offices_are_told_from_those_of_somebody():
    assert is_usual_font("Calibri Light")
    assert is_usual_font("Liberation Sans1")
    assert not is_usual_font(SECRET)
    assert is_usual_style("MediumGrid3-Accent1")
    assert is_usual_style("Text_20_body")
    assert not is_usual_style(f"Heading{SECRET}")
