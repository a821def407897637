"""A framework is loaded whole, or refused with a sentence; the latest that was loaded is in use."""

import json
from dataclasses import asdict, replace

import pytest

from answerable.actions.standards.loading import load_framework
from answerable.domain.assurance import known_framework
from answerable.domain.measures.declarations import Misdeclared
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.standards.frameworks import frameworks_in_use
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import KeptFramework
from tests.support.casework import ELEMENT_OWNER, QUALITY_LEAD, doing_by

pytestmark = pytest.mark.django_db
LEAD, OWNER = map(doing_by, (QUALITY_LEAD, ELEMENT_OWNER))


def file(**changed):
    """Return the framework of the product as JSON, with changes."""
    return json.dumps(asdict(replace(known_framework("cse"), **changed))).encode()


def test_a_new_edition_is_in_use_and_the_same_again_is_no_new_row():
    for _ in range(2):
        assert load_framework("cse.json", file(version="2027"), doing=LEAD) == "cse"

    assert frameworks_in_use()["cse"].version == "2027"
    assert KeptFramework.objects.count() == 1
    assert LedgerLine.objects.get().subject == "framework cse"


def test_an_edition_that_was_replaced_needs_a_new_version():
    load_framework("cse.json", file(version="a"), doing=LEAD)
    load_framework("cse.json", file(version="b"), doing=LEAD)

    with pytest.raises(Misdeclared, match="version 'a' was replaced"):
        load_framework("cse.json", file(version="a"), doing=LEAD)
    assert frameworks_in_use()["cse"].version == "b"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.toml", b"\xff", "is not UTF-8"),
        ("a.toml", b"key = ", "is not TOML"),
        ("a.json", b"{", "is not JSON"),
        ("a.json", b"[" * 100000, "is not JSON"),
        ("a.json", b"[]", "no table"),
        ("a.csv", b"a", "ends with .toml or .json"),
        ("a.toml", b" " * (1024**2 + 1), "more than 1 MB"),
        ("a.toml", b"key = 'x'", "name"),
        ("a.json", file(key="a/b"), "framework.key"),
        ("a.json", file(name="a\0b"), "cannot be stored"),
        ("a.json", file(elements=()), "there are no elements"),
    ],
)
def test_what_is_no_framework_is_refused_and_nothing_is_kept(name, data, words):
    with pytest.raises(Misdeclared, match=words):
        load_framework(name, data, doing=LEAD)
    assert not KeptFramework.objects.exists()
    assert not LedgerLine.objects.exists()


def test_only_who_keeps_the_standards_loads_one():
    with pytest.raises(MoveNotAllowed):
        load_framework("cse.json", file(version="2027"), doing=OWNER)
