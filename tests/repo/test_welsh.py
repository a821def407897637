"""Every string of the public pages is there in Welsh, and the catalogue holds no other."""

import re

from tests.support.catalogue import WELSH, catalogue, strings

FIELDS = re.compile(r"%\(\w+\)s")


def _known():
    return {
        (one.context, tuple(one.id) if one.pluralizable else one.id): one
        for one in catalogue()
        if one.id
    }


def test_the_catalogue_holds_every_string_and_no_other():
    assert set(_known()) == strings()


def test_every_string_is_translated():
    missing = [one.id for one in _known().values() if not one.string or "" in (one.string,)]

    assert missing == []


def test_translations_keep_the_fields_of_their_strings():
    for one in _known().values():
        source = one.id[1] if one.pluralizable else one.id
        for text in one.string if one.pluralizable else (one.string,):
            assert set(FIELDS.findall(text)) == set(FIELDS.findall(source)), source


def test_numbers_take_their_welsh_forms():
    found = next(one for one in catalogue() if one.pluralizable and "found" in one.id[0])

    assert len(found.string) == catalogue().num_plurals == 5
    assert [form.rsplit(" ", 1)[-1] for form in found.string] == [
        "gofnodion",
        "cofnod",
        "gofnod",
        "chofnod",
        "chofnod",
    ]


def test_the_catalogue_says_that_it_needs_review():
    assert "needs review by a Welsh speaker" in WELSH.read_text()
