"""A secret in any part of a file, put there in a way that no rule was written for, is found."""

import re

import pytest

from answerable.inspecting.child import inspected
from tests.support.planted.document_parts import pictured
from tests.support.planted.drawings import with_picture
from tests.support.planted.fixtures import SECRET, members, zipped
from tests.support.planted.opendocuments import document as open_document
from tests.support.planted.opendocuments import presented
from tests.support.planted.opendocuments import workbook as open_workbook
from tests.support.planted.presentations import slides

FILES = {
    "f.xlsx": with_picture(),
    "f.docx": pictured(),
    "f.pptx": slides(),
    "f.ods": open_workbook(),
    "f.odt": open_document(),
    "f.odp": presented(),
}
ROOT_ENDS = re.compile(rb"(</[\w:.-]+>|/>)\s*\Z")
BEGINS = re.compile(rb"<(?![?!])[\w:.-]+")


def in_an_element(data):
    """Add an element of strangers as the root's last."""
    return _at_the_end(data, f'<n:n xmlns:n="urn:example:n">{SECRET}</n:n>'.encode())


def in_a_comment(data):
    """Add a comment as the root's last."""
    return _at_the_end(data, f"<!-- {SECRET} -->".encode())


def in_an_instruction(data):
    """Add an instruction behind the root."""
    return data + f"<?n {SECRET}?>".encode()


def in_an_attribute(data):
    """Add an attribute to the root."""
    found = BEGINS.search(data)
    return data[: found.end()] + f' remark="for {SECRET} alone"'.encode() + data[found.end() :]


def in_a_strange_attribute(data):
    """Add an attribute of strangers to the root."""
    found = BEGINS.search(data)
    more = f' xmlns:n="urn:example:n" n:n="{SECRET}"'.encode()
    return data[: found.end()] + more + data[found.end() :]


def as_text(data):
    """Add text as the root's last."""
    return _at_the_end(data, SECRET.encode())


def _at_the_end(data, what):
    found = ROOT_ENDS.search(data)
    if found[1] == b"/>":
        name = BEGINS.search(data)[0][1:]
        return data[: found.start()] + b">" + what + b"</" + name + b">"
    return data[: found.start()] + what + found[1]


WAYS = (
    in_an_element,
    in_a_comment,
    in_an_instruction,
    in_an_attribute,
    in_a_strange_attribute,
    as_text,
)


def said(inspection):
    """Return the codes that were found, and where."""
    return {(one.code, one.where, one.evidence) for one in inspection.findings}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("name", FILES)
def test_a_secret_in_any_part_is_found(name, way):
    parts = members(FILES[name])
    before = said(inspected(FILES[name], name))
    missed = []
    for part, data in parts.items():
        if not data.startswith((b"<", b"\xef\xbb\xbf<")):
            continue
        inspection = inspected(zipped({**parts, part: way(data)}), name)
        if not inspection.reason and said(inspection) <= before:
            missed.append(part)

    assert missed == []


@pytest.mark.parametrize("name", FILES)
def test_a_secret_in_a_new_part_stops(name):
    for place in (
        "notes.txt",
        "xl/notes.xml",
        "word/notes.bin",
        "docProps/notes.xml",
        "META-INF/notes",
    ):
        inspection = inspected(zipped({**members(FILES[name]), place: SECRET.encode()}), name)

        codes = {one.code for one in inspection.findings}
        assert codes & {"office.unknown-part", "office.orphan-part"}, place


@pytest.mark.parametrize("name", FILES)
def test_bytes_around_the_zip_stop(name):
    for data in (SECRET.encode() + FILES[name], FILES[name] + SECRET.encode()):
        assert "zip.hidden-bytes" in {one.code for one in inspected(data, name).findings}
