"""What a model of paraphrase may change in how two questions are related, and what not."""

import pytest

from answerable.domain.precedent.paraphrased import read_by_model, related_by
from answerable.domain.precedent.relations import Relation
from tests.support.asking import DAY, asked

ROWS = [
    (
        "How many caretakers quit the estate?",
        "Number of janitors who left our flats",
        0.9,
        0.9,
        "same",
    ),
    (
        "How many caretakers quit the estate in 2021?",
        "Number of janitors who left our flats in 2019",
        0.9,
        0.9,
        "same_new_period",
    ),
    (
        "How many caretakers quit the estate?",
        "Number of janitors who left our flats",
        0.9,
        0.3,
        "same",
    ),
    (
        "How many caretakers quit the estate?",
        "Number of janitors who left our flats",
        0.52,
        0.9,
        "same",
    ),
    (
        "How many caretakers quit the estate?",
        "Number of janitors who left our flats",
        0.4,
        0.9,
        "nothing",
    ),
    # What is asked is another: no nearness makes it the same.
    ("How many drivers quit?", "A copy of the policy on chauffeurs", 0.9, 0.9, "related"),
    # So is what is in the place of another of its kind, or the rest of it.
    ("How many horses were shod?", "How many cats were rehomed?", 0.9, 0.9, "same_new_subject"),
    ("How many bids were refused?", "How many licences were granted?", 0.9, 0.9, "related"),
    # What the rules can tell, they tell alone.
    ("How many drivers quit?", "How many drivers quit?", 1, 0.1, "same"),
    (
        "How many drivers quit at Elm Road?",
        "How many drivers quit at Oak Road?",
        1,
        1,
        "same_new_subject",
    ),
]


@pytest.mark.parametrize(("text", "earlier", "near", "near_apart", "relation"), ROWS)
def test_a_model_says_the_same_only_where_nothing_keeps_two_apart(
    text, earlier, near, near_apart, relation
):
    def nearness(one, _):
        return near if one == text else near_apart

    found = related_by(asked(text), asked(earlier), nearness)

    assert (str(found.relation) if found else "nothing") == relation
    assert found is None or found.near == near


def test_no_model_is_asked_whether_the_same_words_say_the_same():
    def never(one, other):
        raise AssertionError((one, other))

    found = related_by(asked("How many drivers quit?"), asked("How many\n drivers quit?"), never)

    assert found is not None
    assert (found.relation, found.near) == (Relation.SAME, 1.0)


def test_a_model_reads_what_is_asked_of_a_long_message_alone():
    story = "My cousin keeps bees on the roof, and they go where they like. " * 6

    assert (
        read_by_model(asked(f"{story}How many beehives do you own?", DAY))
        == "how many beehives do you own"
    )
    assert read_by_model(asked("How many\n beehives?")) == "How many beehives?"
