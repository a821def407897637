"""What an office adds to the product's words, and what is to be minded about that."""

import datetime as dt
from importlib import resources

import pytest

from answerable.domain.precedent.asked import reader_of
from answerable.domain.precedent.edition import _of_the_product
from answerable.domain.precedent.office import (
    OfficeWords,
    file_of_words,
    groups_in_use,
    holding,
    words_from_file,
)
from answerable.domain.precedent.relations import Relation, related
from answerable.domain.precedent.teaching import (
    WordsRefused,
    checked_group,
    checked_name,
    warnings_about,
)
from answerable.domain.precedent.thesaurus import usual_groups
from answerable.matching.analysis import stem_of

DAY = dt.date(2024, 6, 3)
RADIOS = ("airwave handset", "mobile phone")


def relation(one, other, words):
    """Return how two questions are related where an office taught these words."""
    reader = reader_of(stem_of, groups_in_use(words, stem_of), (), words.names)
    found = related(reader.asked(one, DAY), reader.asked(other, DAY))
    return found and found.relation


def warned(*group, groups=None):
    """Return what is to be minded about a group, beside those of the product or some others."""
    held = holding(group, usual_groups() if groups is None else groups, stem_of)
    return " ".join(warnings_about(group, held, stem_of))


def test_an_own_group_makes_its_phrases_one_thing():
    one, other = "How many wobble boards were bought?", "How many zorkles were bought?"

    assert relation(one, other, OfficeWords()) is not Relation.SAME
    assert relation(one, other, OfficeWords((("wobble board", "zorkle"),))) is Relation.SAME


def test_an_own_group_takes_in_those_that_have_a_phrase_of_it():
    groups = groups_in_use(OfficeWords((RADIOS, ("zorkle", "airwave handset"))), stem_of)

    assert groups[0][:4] == ("zorkle", "airwave handset", "mobile phone", "mobile")
    assert len(groups) == len(usual_groups())
    assert sum("mobile phone" in one for one in groups) == 1


def test_a_group_that_is_left_out_has_no_effect():
    one, other = "How many smartphones were lost?", "How many mobile phones were lost?"

    assert relation(one, other, OfficeWords()) is Relation.SAME
    assert relation(one, other, OfficeWords(left_out=("mobile phone",))) is not Relation.SAME


def test_an_own_name_is_passed_over_as_a_whole_only():
    words = OfficeWords(names=("harbour watch",))
    reader = reader_of(stem_of, groups_in_use(words, stem_of), (), words.names)

    named = reader.asked("How many boats does the Harbour Watch have?", DAY)
    other = reader.asked("How many watches were stolen in the harbour?", DAY)

    assert named.stems == {stem_of("boats")}
    assert {stem_of("watches"), stem_of("harbour")} <= other.stems


def edition(words, bodies=()):
    return reader_of(stem_of, groups_in_use(words, stem_of), bodies, words.names).edition


def test_the_edition_tells_every_change_of_words_and_names():
    made = [
        (OfficeWords(), ["A"]),
        (OfficeWords(), ["A", "B"]),
        (OfficeWords((RADIOS,)), ["A"]),
        (OfficeWords((), ("harbour watch",)), ["A"]),
        (OfficeWords((), (), ("mobile phone",)), ["A"]),
    ]

    assert len({edition(*one) for one in made}) == len(made)
    assert edition(OfficeWords(), ["B", "A"]) == edition(*made[1])


def test_the_edition_tells_every_change_of_the_products_rules_and_words(monkeypatch, tmp_path):
    before = edition(OfficeWords())
    rules = tmp_path / "asked.py"
    rules.write_text("LONGEST = 1")

    def edition_with():
        _of_the_product.cache_clear()
        with monkeypatch.context() as patched:
            patched.setattr(resources, "files", lambda _: tmp_path)
            return edition(OfficeWords())

    one = edition_with()
    rules.write_text("LONGEST = 2")
    other = edition_with()
    _of_the_product.cache_clear()

    assert len({before, one, other}) == 3
    assert edition(OfficeWords()) == before


def test_what_is_written_to_a_file_is_read_from_it():
    words = OfficeWords((RADIOS, ("=RAF", 'so "called"')), ("harbour watch",), ("mobile phone",))

    assert words_from_file(file_of_words(words)) == words


def test_the_products_own_file_has_the_form():
    text = '[groups]\none = [["Zorkle", " wobble  board"]]\ntwo = [["zorkle", "wobble board"], ["a b", "c d"]]'

    assert words_from_file(text).groups == (("zorkle", "wobble board"), ("a b", "c d"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[groups", "This is no TOML"),
        ("phrases = []", "and not phrases"),
        ("groups = [1]", "stand below"),
        ("[groups]\na = 3", "groups.a must be a list"),
        ("[groups]\na = [3]", "a group must be a list"),
        ("[groups]\na = [[3, 4]]", "3 is none"),
        ("[groups]\na = [['zorkle']]", "give at least two"),
        ("names = 'x'", "names must be a list"),
        ("left_out = ['zorkle']", "No group of the product begins with “zorkle”"),
    ],
)
def test_a_file_that_is_none_of_words_is_refused_with_a_reason(text, words):
    with pytest.raises(WordsRefused, match=words):
        words_from_file(text)


def test_a_group_is_kept_in_lower_case_each_phrase_once():
    given = ["Custody  Suite", "custody suite", "", "=SEND", "cells\0"]

    assert checked_group(given) == ("custody suite", "=SEND", "cells")


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ([], "at least two"),
        (["zorkle", "Zorkle "], "at least two"),
        (["zorkle", "please provide"], "“please provide” is a formula"),
        (["zorkle", "the"], "“the” is a formula, or small words"),
        (["zorkle", "???"], "has no word in it"),
        (["zorkle", "a b c d e f g h i"], "is too long"),
        (["zorkle", "x" * 90], "is too long"),
        (["zorkle", "=two words"], "before one word alone"),
        ([f"zorkle {one}" for one in range(61)], "at most 60 phrases: this one has 61"),
    ],
)
def test_what_can_be_no_group_is_refused_with_a_reason(group, words):
    with pytest.raises(WordsRefused, match=words):
        checked_group(group)


def test_a_name_is_kept_without_its_article():
    assert checked_name("The Ombudsman") == "ombudsman"
    with pytest.raises(WordsRefused, match="passed over already"):
        checked_name("Your council")


@pytest.mark.parametrize(
    ("group", "words"),
    [
        (["zorkle", "case"], "“case” alone has several senses"),
        (["zorkle", "orders"], "“orders” alone has several senses"),
        (["zorkle", "smartphone"], "“smartphone” stands in another group already (mobile phone,"),
        (["cat", "dog"], "“cat” and “dog” are told apart (animals)"),
        (["zorkle", "taser"], "“taser” is told apart from others of its kind (weapons: firearm,"),
        (["refused", "approved"], "are opposites"),
        (["zorkle", "refused"], "“refused” is the opposite of others (approve,"),
        (["zorkle", "how many"], "says what is asked (how many)"),
    ],
)
def test_what_is_to_be_minded_is_said(group, words):
    assert words in warned(*group)


def test_nothing_is_to_be_minded_about_words_of_ones_own():
    assert warned("zorkle", "wobble board") == ""
    assert "another group" in warned("zorkle", "x ray", groups=[("zorkle", "gizmo")])
