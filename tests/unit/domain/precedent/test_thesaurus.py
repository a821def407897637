"""The words that come with the product: each line says something, and no two contradict each other."""

import collections

from answerable.domain.precedent.thesaurus import data_of, thesaurus_of, usual_groups
from answerable.domain.precedent.wording import usual_wording
from answerable.matching.analysis import stem_of
from tests.support.asking import asked


def test_no_phrase_stands_for_two_things():
    meant = collections.defaultdict(set)
    for group in usual_groups():
        for phrase in group:
            meant[phrase].add(group[0])

    assert {phrase: things for phrase, things in meant.items() if len(things) > 1} == {}


def test_no_word_of_the_thesaurus_is_small():
    words = {phrase for group in usual_groups() for phrase in group}

    assert words & usual_wording().small == set()


def test_opposites_stand_on_both_sides():
    assert [pair for pair in data_of("opposites.toml")["pairs"] if len(pair) != 2] == []


def test_an_office_adds_lines_of_its_own():
    known = thesaurus_of([*usual_groups(), ("ticket desk", "box office")], stem_of)

    assert known.phrases.at(["box", "offic"], 0) == ("ticket desk", 2)


def test_a_word_that_counts_as_printed_is_found_only_so():
    assert next(one.stem for one in asked("SEND places").terms) == "special educ need"
    assert [one.stem for one in asked("staff whom you send places").terms] == ["staff", "place"]
