"""The eighth set of planted files: each opens in a library of its kind, and holds its secret."""

import io

import pytest
from lxml import etree

from tests.support.planted.eighth_office import EIGHTH_OFFICE
from tests.support.planted.eighth_open import EIGHTH_OPEN
from tests.support.planted.fixtures import SECRET, members
from tests.unit.planted.test_seventh_set import OPENED_BY

EIGHTH = [*EIGHTH_OFFICE.all, *EIGHTH_OPEN.all]


def _named(one):
    return one.name


def test_there_are_fifty_files_or_more_and_no_two_of_one_name():
    assert len({one.name for one in EIGHTH}) == len(EIGHTH) >= 50


@pytest.mark.parametrize("one", EIGHTH, ids=_named)
def test_a_planted_file_holds_its_secret_and_its_twin_does_not(one):
    assert _says(one.make(SECRET))
    assert not _says(one.make(""))


@pytest.mark.parametrize("secret", [SECRET, ""], ids=["planted", "twin"])
@pytest.mark.parametrize(
    "one", [one for one in EIGHTH if one.make(SECRET)[:2] == b"PK"], ids=_named
)
def test_a_planted_package_is_well_formed_and_opens(one, secret):
    data = one.make(secret)
    parts = members(data)
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)
    (opened,) = [OPENED_BY[name] for name in OPENED_BY if name in parts]
    assert opened(io.BytesIO(data))


def _says(data):
    if data[:2] == b"PK":
        return any(SECRET.encode() in one for one in members(data).values())
    return SECRET.encode() in data
