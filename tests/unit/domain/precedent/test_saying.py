"""Relations and decisions in the words in which a page says them."""

import datetime as dt

import pytest

from answerable.domain.decisions import Outcome
from answerable.domain.precedent.contradicting import Answered, contradiction
from answerable.domain.precedent.relations import Relation
from answerable.domain.precedent.saying import RELATION_WORDS, against_words, decision_words
from tests.support.asking import DAY, asked


def test_every_relation_has_words_of_its_own():
    assert set(RELATION_WORDS) == set(Relation)
    assert len(set(RELATION_WORDS.values())) == len(Relation)


@pytest.mark.parametrize(
    ("outcomes", "exemptions", "words"),
    [
        ([Outcome.DISCLOSED], [], "disclosed"),
        ([Outcome.DISCLOSED, Outcome.WITHHELD], ["31(1)(a)", "40(2)"],
         "disclosed and withheld under 31(1)(a) and 40(2)"),
        ([], [], "nothing decided"),
    ],
)  # fmt: skip
def test_a_decision_is_said_with_its_limbs(outcomes, exemptions, words):
    assert decision_words(outcomes, exemptions) == words


DISCLOSED = ([Outcome.DISCLOSED], [], "Vodex supplies it.", dt.date(2021, 11, 1))
WITHHELD = ([Outcome.WITHHELD], ["31(1)(a)"], "", dt.date(2022, 3, 1))


def answered(outcomes, exemptions, answer, on, text="Who supplies your telephone system?"):
    return Answered(asked(text, DAY), on, frozenset(outcomes), frozenset(exemptions), answer)


def said(one, other, named, **more):
    first, second = answered(*one, **more), answered(*other, **more)
    found = contradiction(first, second, Relation.SAME)
    return against_words("5000001 question 3", first, named, second, found)


@pytest.mark.parametrize(
    ("one", "other", "named", "words"),
    [
        (DISCLOSED, WITHHELD, "",
         "5000001 question 3 disclosed this in November 2021; you withhold it under 31(1)(a)"),
        (WITHHELD, DISCLOSED, "5000002 question 1",
         "5000001 question 3 withheld this under 31(1)(a) in March 2022; 5000002 question 1 disclosed this in November 2021"),
        (([Outcome.PART_DISCLOSED], ["40(2)"], "Some.", None), DISCLOSED, "",
         "5000001 question 3 disclosed a part of this under 40(2); you disclose it"),
        (([Outcome.NOT_HELD], [], "", dt.date(2019, 1, 1)), DISCLOSED, "",
         "5000001 question 3 said that this is not held in January 2019; you disclose it, which time may explain"),
    ],
)  # fmt: skip
def test_decisions_that_contradict_each_other_are_said_in_a_sentence(one, other, named, words):
    assert said(one, other, named) == words


def test_answers_that_contradict_each_other_are_said_with_what_they_state():
    one = ([Outcome.DISCLOSED], [], "There are 45.", dt.date(2021, 11, 1))
    other = ([Outcome.DISCLOSED], [], "There are 12.", dt.date(2021, 12, 1))

    words = said(one, other, "", text="How many agents answer telephones?")

    assert words == (
        "5000001 question 3 in November 2021 and your draft state different things: first 45, then 12"
    )
