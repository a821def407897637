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
LONG = 1_000
"""Elements that add no kind of attribute to a part: beyond so many, they are left out."""


def said(inspection):
    return {(one.code, one.where, one.evidence) for one in inspection.findings}


def roots_of(parts):
    return {
        name: etree.fromstring(held)
        for name, held in parts.items()
        if name.endswith((".xml", ".rels"))
    }


def firsts_in(roots):
    """Yield the first attribute of each kind that a file has: its kind, its part, its element and its key."""
    done = set()
    for name, root in roots.items():
        for one in root.iter("*"):
            for key in one.attrib:
                kind = (etree.QName(one).localname, key.rpartition("}")[2])
                if kind not in done:
                    done.add(kind)
                    yield kind, name, one, key


def without_more_of_the_same(data):
    """Return a file without what its long parts say again and again: hundreds of styles have the same attributes."""
    parts = members(data)
    roots = roots_of(parts)
    kept = {each for _, _, one, _ in firsts_in(roots) for each in (one, *one.iterancestors())}
    for name, root in roots.items():
        repeated = [one for one in root.iterdescendants("*") if one.attrib and one not in kept]
        if len(repeated) > LONG:
            for one in repeated:
                one.getparent().remove(one)
            parts[name] = written(root)
    return zipped(parts)


def written(root):
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def with_a_word(data):
    """Yield a file with the secret in one attribute, for each kind of attribute that it has."""
    parts = members(data)
    roots = roots_of(parts)
    for kind, name, one, key in firsts_in(roots):
        value = one.attrib[key]
        one.attrib[key] = SECRET
        yield kind, zipped({**parts, name: written(roots[name])})
        one.attrib[key] = value


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_what_is_left_out_of_a_file_is_no_kind_of_attribute(name):
    whole, file = FILES[name], without_more_of_the_same(FILES[name])

    assert [found[:2] for found in firsts_in(roots_of(members(file)))] == [
        found[:2] for found in firsts_in(roots_of(members(whole)))
    ]
    assert inspected(file, name).verdict is inspected(whole, name).verdict


@pytest.mark.slow
@pytest.mark.once
@pytest.mark.parametrize("name", FILES)
def test_a_word_in_any_attribute_is_found(name):
    file = without_more_of_the_same(FILES[name])
    before = said(inspected(file, name))
    missed = set()
    for kind, data in with_a_word(file):
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
