"""OpenDocument's elements for a whole file, and those that LibreOffice adds, are held against a list as well."""

import pytest

from answerable.inspecting.child import inspected
from tests.support.planted.fixtures import edited
from tests.support.planted.opendocuments import CONTENT, document

LOEXT = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
CODE = "odf.unknown-property"


def codes_of(*changes):
    """Return the codes that an inspection gives for a document of which markup is changed."""
    return {one.code for one in inspected(edited(document(), CONTENT, *changes), "f.odt").findings}


@pytest.mark.parametrize(
    "change",
    [
        ("<office:text>", '<office:text office:global="quillfeather">'),
        ("<office:text>", "<office:text><office:quillfeather/>"),
        ("<office:text>", f"<office:text><loext:quillfeather {LOEXT}/>"),
        ("<office:body>", '<office:body office:quill="feather">'),
    ],
)
def test_what_no_list_has_asks(change):
    assert CODE in codes_of(change)


@pytest.mark.parametrize(
    "change",
    [
        ("<office:text>", '<office:text office:global="false">'),
        ("<office:text>", '<office:text text:use-soft-page-breaks="true">'),
        (
            "<office:text>",
            f'<office:text><loext:theme {LOEXT} loext:name="Office"><loext:theme-colors loext:name="LibreOffice">'
            '<loext:color loext:name="dark1" loext:color="#000000"/></loext:theme-colors></loext:theme>',
        ),
    ],
)
def test_what_libreoffice_writes_does_not(change):
    assert CODE not in codes_of(change)


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ('loext:x="943 476 5919"', True),
        ('loext:id="9434765919"', True),
        ('loext:id="-1734567890"', False),
        ('loext:current-date="2024-01-02T00:00:00Z"', False),
        ('loext:x="12"', False),
    ],
)
def test_numbers_of_somebody_in_what_libreoffice_adds_ask(said, asks):
    change = f"<office:text><loext:p {LOEXT} {said}/>"

    assert ("office.unread-text" in codes_of(("<office:text>", change))) is asks
