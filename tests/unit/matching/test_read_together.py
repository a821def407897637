"""A question is read together with the earlier ones that seem of most use, and with no other."""

from dataclasses import replace

import pytest

from answerable.domain.precedent.paraphrased import like_by
from answerable.domain.precedent.relations import Relation, like_at_all
from answerable.domain.precedent.together import as_it_stands
from answerable.matching.read_together import MOST_TOGETHER, read_together
from tests.support.asking import DAY, asked
from tests.support.read_together import Says

NEW = asked("How many swans left the lake in 2023?")
FLEW_OFF = asked("Number of cobs that flew off, 2023")


def _near(one, other):
    return 0.5


def _found(earlier):
    return [like_by(NEW, one, _near) for one in earlier]


def test_what_the_model_says_of_both_tells_the_same_in_other_words():
    found = _found([FLEW_OFF])

    (how,) = read_together(NEW, [FLEW_OFF], found, Says(same=-0.05))

    assert found[0].relation is not Relation.SAME
    assert how.relation is Relation.SAME
    assert how.near == how.score == pytest.approx(0.5)
    assert "read together by a model: same" in how.rule
    assert not how.is_by_rule


def test_only_those_that_seem_of_most_use_are_read():
    earlier = [asked(f"How many swans left pond {number} in 2023?") for number in range(12)]
    found = [replace(how, of_use=float(number)) for number, how in enumerate(_found(earlier))]
    says = Says(related=-0.05)

    told = read_together(NEW, earlier, found, says)

    read = [other.text for _, other in says.read]
    assert read == [one.text for one in earlier[: -MOST_TOGETHER - 1 : -1]]
    assert told[: 12 - MOST_TOGETHER] == found[: 12 - MOST_TOGETHER]


def test_what_no_model_knew_and_what_was_told_as_nothing_is_left():
    unknown = like_at_all(NEW, FLEW_OFF)
    says = Says(same=-0.05)

    told = read_together(NEW, [FLEW_OFF, FLEW_OFF], [unknown, None], says)

    assert told == [unknown, None]
    assert not says.read


def test_of_a_question_its_headings_and_what_it_is_read_with_stand_above_it():
    one = asked("Annual cost", DAY, "Photocopiers\n\nContracts for machines")

    standing = as_it_stands(one)

    assert standing.above == "Contracts for machines Photocopiers"
    assert standing.text == "Annual cost"


def test_of_a_long_message_what_is_asked_is_read():
    story = "My neighbour has told me at some length about the birds of this borough. " * 5

    standing = as_it_stands(asked(f"{story}How many swans are there?"))

    assert standing.text == "how many swans are there"
