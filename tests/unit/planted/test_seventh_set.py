"""The seventh set of planted files: each opens in a library of its kind, and holds its secret."""

import base64
import email
import email.policy
import io
import re
import zipfile

import docx
import openpyxl
import pptx
import pytest
from lxml import etree
from odf import opendocument

from tests.support.planted.fixtures import SECRET
from tests.support.planted.seventh_document_parts import SEVENTH_DOCUMENT_PARTS
from tests.support.planted.seventh_documents import SEVENTH_DOCUMENTS
from tests.support.planted.seventh_open import SEVENTH_OPEN
from tests.support.planted.seventh_others import SEVENTH_OTHERS
from tests.support.planted.seventh_sheet_parts import SEVENTH_SHEET_PARTS
from tests.support.planted.seventh_sheets import SEVENTH_SHEETS
from tests.support.planted.seventh_slides import SEVENTH_SLIDES

KINDS = (
    *(SEVENTH_DOCUMENTS, SEVENTH_DOCUMENT_PARTS, SEVENTH_SHEETS, SEVENTH_SHEET_PARTS),
    *(SEVENTH_SLIDES, SEVENTH_OPEN, SEVENTH_OTHERS),
)
SEVENTH = [one for kind in KINDS for one in kind.all]
OPENED_BY = {
    "word/document.xml": docx.Document,
    "xl/workbook.xml": openpyxl.load_workbook,
    "ppt/presentation.xml": pptx.Presentation,
    "content.xml": opendocument.load,
}
"""What opens a package, by a part that only such packages have."""


def _named(one):
    return one.name


def test_there_are_eighty_files_or_more_and_no_two_of_one_name():
    assert len({one.name for one in SEVENTH}) == len(SEVENTH) >= 80


@pytest.mark.parametrize("one", SEVENTH, ids=_named)
def test_a_planted_file_holds_its_secret_and_its_twin_does_not(one):
    assert _says(one.make(SECRET))
    assert not _says(one.make(""))


@pytest.mark.parametrize("secret", [SECRET, ""], ids=["planted", "twin"])
@pytest.mark.parametrize(
    "one", [one for one in SEVENTH if one.make(SECRET)[:2] == b"PK"], ids=_named
)
def test_a_planted_package_is_well_formed_and_opens(one, secret):
    data = one.make(secret)
    parts = _members(data)
    for name, content in parts.items():
        if name.endswith((".xml", ".rels", ".svg")):
            etree.fromstring(content)
    (opened,) = [OPENED_BY[name] for name in OPENED_BY if name in parts]
    assert opened(io.BytesIO(data))


def _members(data):
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        assert held.testzip() is None
        return {name: held.read(name) for name in held.namelist()}


def _says(data):
    """Return whether bytes say the secret, as they are or as a curious reader unpacks them."""
    if data[:2] == b"PK":
        parts = _members(data)
        return any(
            _says(name.encode() + b"\n" + held) or _says(held) for name, held in parts.items()
        )
    if SECRET.encode() in data or SECRET.encode("utf-16-le") in data:
        return True
    return any(map(_says, _unpacked(data)))


def _unpacked(data):
    """Yield what bytes hold in another writing: files of a message, a query of a workbook, letters as numbers."""
    if data.startswith(b"From:"):
        for part in email.message_from_bytes(data, policy=email.policy.default).walk():
            if not part.is_multipart():
                yield part.get_payload(decode=True)
    for packed in re.findall(rb"<DataMashup[^>]*>([^<]+)<", data):
        held = base64.b64decode(packed)
        yield held[8 : 8 + int.from_bytes(held[4:8], "little")]
    if b"iconSet" in data:
        yield bytes(int(one) for one in re.findall(rb"<v>(\d{2,3})</v>", data) if int(one) < 256)
