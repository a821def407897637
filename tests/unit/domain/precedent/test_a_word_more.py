"""Where all other words are the same, a word that one alone says was put there on purpose."""

import datetime as dt
from itertools import combinations

import pytest

from answerable.domain.precedent.relations import Relation, related
from tests.support.asking import asked

SORTS = ("red", "new", "hired", "second-hand", "electric", "broken", "leased", "small", "used", "")
QUESTIONS = (
    "How many {} were bought in 2022?",
    "Please provide a list of {} that were stolen last year.",
    "Has the council insured {} against floods?",
)


def relation(one, other):
    """Return how a question is related to one that was asked a month before."""
    found = related(asked(one, dt.date(2023, 6, 1)), asked(other, dt.date(2023, 5, 1)))
    return found and found.relation


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("thing", ["boats", "drones", "lockers"])
def test_sorts_of_one_thing_are_never_the_same_question(question, thing):
    same = [
        (one, other)
        for one, other in combinations(SORTS, 2)
        if relation(*(question.format(f"{each} {thing}".strip()) for each in (one, other)))
        is Relation.SAME
    ]

    assert same == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "How many complaints were received about parking in 2022, broken down by ward?",
            "How many complaints were received about parking in 2022, by ward?",
        ),
        ("Which software is used for payroll?", "Which software do you use for payroll?"),
        (
            "How many agents currently work in your contact centre?",
            "What is the number of agents in your contact centre at present?",
        ),
    ],
)
def test_a_word_over_among_other_words_for_the_same_tells_nothing(one, other):
    assert relation(one, other) is Relation.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("How many printers do you have?", "How many smaller printers are there besides?"),
        ("Number of vans on lease", "How many larger vans does the council lease?"),
        ("Spare keys: how many are kept?", "How many keys do you keep?"),
    ],
)
def test_some_of_a_sort_are_not_all_of_it_however_they_are_asked_for(one, other):
    assert relation(one, other) is Relation.OVERLAP
    assert relation(other, one) is Relation.OVERLAP
