import pytest

from answerable.domain.precedent.compared import compared, evenly
from answerable.domain.precedent.relations import like_at_all, related, with_signs
from answerable.domain.precedent.rules import Relation, rule_for
from answerable.domain.precedent.signs import every_rule, signs_of, usual_weights
from tests.support.asking import asked
from tests.support.read_together import TOLD


@pytest.mark.parametrize(
    ("file", "near", "chances"),
    [
        ("signs.toml", None, None),
        ("signs_by_model.toml", 0.7, None),
        ("signs_read_together.toml", 0.7, TOLD),
    ],
)
def test_every_sign_and_every_rule_has_its_weights(file, near, chances):
    found = compared(asked("How many swans are there?"), asked("How many cobs are there?"), evenly)
    weights = usual_weights(file)

    named = {*signs_of(found, rule_for(found), near, chances), *every_rule()}

    assert named <= set(weights.signs)
    assert set(weights.of_use) == set(weights.signs)


def test_more_speaks_for_the_use_of_the_same_than_of_another_thing_about_it():
    new = asked("How many swans were ringed in 2023?")

    same = like_at_all(new, asked("Number of swans ringed in 2023"))
    other = like_at_all(new, asked("Which firm feeds the swans?"))

    assert same.of_use > 0 > other.of_use


def test_the_nearer_a_model_finds_them_the_more_speaks_for_the_use_of_an_earlier_answer():
    found = compared(asked("How many swans left?"), asked("Number of cobs that flew off"), evenly)

    chances = [with_signs(found, near)[1] for near in (0.1, 0.5, 0.9)]

    assert chances == sorted(chances)


def _read_together(**chances):
    """Return how a question in quite other words is related to one that a model has read together with it."""
    found = compared(asked("How many swans left?"), asked("Number of cobs that flew off"), evenly)
    return with_signs(found, 0.6, {**TOLD, **chances})


def test_what_a_model_says_that_reads_both_together_outweighs_a_rule_of_few_words():
    same, chance = _read_together(same=-0.05)
    related, less = _read_together(related=-0.05)

    assert (same.relation, same.is_by_rule) == (Relation.SAME, False)
    assert related.relation is Relation.RELATED
    assert chance > less


def test_what_has_nothing_in_common_is_not_shown():
    new, other = asked("How many swans were ringed?"), asked("What did the ferry cost?")

    assert like_at_all(new, other) is None


def test_what_is_told_to_have_nothing_in_common_is_shown_where_it_may_be_of_use():
    new = asked("How many ferry passengers were seasick in 2022?")
    earlier = asked("Number of passengers who felt unwell on crossings in 2022")

    shown = like_at_all(new, earlier)

    assert related(new, earlier) is None
    assert shown.relation == "related"
    assert shown.rule.startswith("little is in common")


@pytest.mark.parametrize(
    ("one", "other", "is_shown"),
    [
        ("How many bank notes were burnt?", "How many bank holidays were there?", True),
        ("How many bank notes were burnt?", "How many notes are in the bank?", False),
    ],
)
def test_a_word_that_each_joins_to_another_is_a_sign(one, other, is_shown):
    found = compared(asked(one), asked(other), evenly)

    signs = signs_of(found, rule_for(found))

    assert bool(signs["what both have stands in other compounds"]) is is_shown


def test_names_in_one_anothers_place_keep_no_two_questions_apart_that_are_else_the_same():
    found = related(
        asked("How many crashes were there where Mill Lane meets Elm Road?"),
        asked("How many crashes were there where Oak Street meets Ash Road?"),
    )

    assert found.relation == "same_new_subject"


COUNTED = [
    # What is counted is the same, another thing, or none.
    ("How many fines for litter were paid?", "Number of fines for litter", "the same is counted"),
    ("How many bins for litter?", "How many fines for litter?", "other things are counted"),
    ("How many fines for litter?", "Copy of the policy on fines", "one alone counts things"),
    ("The average rent of a garage", "The highest rent of a garage", "another measure"),
    ("The average rent of a garage", "The rent of a garage", "a measure in one alone"),
]


@pytest.mark.parametrize(("one", "other", "sign"), COUNTED)
def test_what_is_counted_and_which_measure_of_it_are_signs(one, other, sign):
    found = compared(asked(one), asked(other), evenly)

    assert signs_of(found, rule_for(found))[sign] == 1.0


def test_how_many_were_refused_counts_what_stands_above_it():
    above = "How many applications for a permit were made?"

    read = asked("How many were refused?", under=above)

    assert [one.stem for one in read.terms if one.is_counted] == ["applic"]


def test_when_a_thing_begins_is_not_when_it_ends():
    starts, ends = (
        asked(f"Ferry contract {day} date", under="The ferry to Gull Quay")
        for day in ("start", "end")
    )

    assert rule_for(compared(ends, starts, evenly)).relation == "related"
    assert rule_for(compared(ends, ends, evenly)).relation == "same"


def test_income_is_a_sum_and_no_number():
    assert asked("Please state the total income received from ferry tickets").points == {"how much"}


def test_what_goes_on_from_a_question_and_says_more_is_seen():
    above = "How many gulls were ringed at the quay?"
    one = compared(asked("How many of those were lame?", under=above), asked(above), evenly)
    other = compared(asked(above), asked("How many gulls were ringed at the quay?"), evenly)
    name = "one goes on from what the other asks"

    assert [signs_of(each, rule_for(each))[name] for each in (one, other)] == [1.0, 0.0]
