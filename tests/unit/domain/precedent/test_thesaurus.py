"""The words that come with the product: each line says something, and no two contradict each other."""

import collections

import pytest

from answerable.domain.precedent.thesaurus import data_of, thesaurus_of, usual_groups
from answerable.domain.precedent.wording import usual_wording
from answerable.matching.analysis import stem_of
from tests.support.asking import asked, relation


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


APART = [
    # Questions that ask different things, though a word of one has the stem or a word of a group of the other.
    ("How many fixed cameras are there?", "How many cameras were repaired?"),
    ("How many fixed speed cameras do you have?", "How many mobile speed cameras do you have?"),
    ("How many mobile cameras do you have?", "How many mobile phones do you have?"),
    ("How many periods of absence were there?", "How many newspapers are bought?"),
    ("How many sexual offences were recorded?", "How many gay officers do you employ?"),
    ("How many medical appointments were missed?", "How many doctors do you employ?"),
    ("How many dispensations were granted?", "How many prescriptions were granted?"),
    ("The severity of the injuries", "The exit payments for the injuries"),
    ("How many second visits were made?", "How many secondments were made?"),
    ("Contract renewal dates", "Renewable energy contracts"),
    ("How many crimes were detected?", "How many detectives do you employ?"),
    ("How many elective operations were cancelled?", "How many elections were cancelled?"),
    ("How many fitness classes were held?", "How many alarms were fitted?"),
    ("How many reference books were lost?", "How many referrals were lost?"),
    ("Festival grants in 2022", "Christmas grants in 2022"),
    ("How many buildings are substantially empty?", "How many complaints were substantiated?"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_no_group_makes_one_question_of_two_that_ask_different_things(one, other):
    assert relation(one, other)[0] not in ("same", "same_new_period")


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_asks_different_things_is_not_told_the_same_the_other_way_round(one, other):
    assert relation(other, one)[0] not in ("same", "same_new_period")
