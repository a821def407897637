"""The ninth set of planted files: each opens in a library of its kind, and holds its secret."""

import io

import pytest
from lxml import etree

from tests.support.planted.called import called, holders
from tests.support.planted.fixtures import SECRET, members
from tests.support.planted.ninth_office import NINTH_OFFICE
from tests.support.planted.ninth_others import NINTH_OTHERS
from tests.unit.planted.test_seventh_set import OPENED_BY

NINTH = [*NINTH_OFFICE.all, *NINTH_OTHERS.all]


def _named(one):
    return one.name


def test_there_are_a_hundred_files_or_more_and_no_two_of_one_name():
    assert len({one.name for one in NINTH}) == len(NINTH) >= 100


@pytest.mark.parametrize("one", [one for one in NINTH if not one.is_bare], ids=_named)
def test_a_planted_file_holds_its_secret_and_its_twin_does_not(one):
    assert holders(one.make(SECRET))
    assert not holders(one.make(""))


@pytest.mark.parametrize("one", [one for one in NINTH if one.is_bare], ids=_named)
def test_a_file_that_holds_its_secret_packed_or_drawn_differs_from_its_twin(one):
    assert one.make(SECRET) != one.make("")


@pytest.mark.filterwarnings("ignore:Sparkline Group extension")  # openpyxl reads none
@pytest.mark.parametrize("secret", [SECRET, ""], ids=["planted", "twin"])
@pytest.mark.parametrize(
    "one",
    [one for one in NINTH if called(one.make(SECRET)).endswith(("x", "ods", "odt", "odp"))],
    ids=_named,
)
def test_a_planted_package_is_well_formed_and_opens(one, secret):
    data = one.make(secret)
    parts = members(data)
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)
    (opened,) = [OPENED_BY[name] for name in OPENED_BY if name in parts]
    assert opened(io.BytesIO(data))
