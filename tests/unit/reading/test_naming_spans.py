"""Labels that a passage spans, and the plural of a noun that is no letter."""

import pytest

from answerable.reading.asked import Asked
from answerable.reading.naming import Named, joint_labels, questions_named


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("i-v. None.", ["i", "ii", "iii", "iv", "v"]),
        ("a) to c) Not held.", ["a", "b", "c"]),
        ("1-3: None.", ["1", "2", "3"]),
        (" Q1 & Q2. Forty.", ["1", "2"]),
        ("A and B. Forty.", []),
    ],
)
def test_a_span_of_labels_counts_numbers_letters_and_numerals(text, labels):
    assert joint_labels(text)[0] == labels


def test_the_plural_of_questions_names_no_question_s():
    questions = [Asked(label, label, "How many boats?") for label in "rs"]
    among = Named(questions)

    assert questions_named("Questions about boats", among) == []
    assert questions_named("Question s", among) == [questions[1]]


@pytest.mark.parametrize(
    ("label", "found"),
    [("1", ["1"]), ("2", ["2a", "2.i"]), ("A", ["A.1"]), ("3", []), ("10", ["10"]), ("", ["A.1"])],
)
def test_a_label_finds_its_question_or_else_those_below_it(label, found):
    labels = ["1", "10", "2a", "2.i", "A.1"]
    among = Named([Asked(one, one, "How many boats?") for one in labels])

    assert [one.label for one in among.labelled(label)] == found
