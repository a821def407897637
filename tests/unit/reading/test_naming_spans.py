"""Labels that a passage spans, and the plural of a noun that is no letter."""

import pytest

from answerable.reading.asked import Asked
from answerable.reading.naming import joint_labels, questions_named


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("i-v. None.", ["i", "ii", "iii", "iv", "v"]),
        ("a) to c) Not held.", ["a", "b", "c"]),
        ("1-3: None.", ["1", "2", "3"]),
    ],
)
def test_a_span_of_labels_counts_numbers_letters_and_numerals(text, labels):
    assert joint_labels(text)[0] == labels


def test_the_plural_of_questions_names_no_question_s():
    questions = [Asked(label, label, "How many boats?") for label in "rs"]
    assert questions_named("Questions about boats", questions) == []
    assert questions_named("Question s", questions) == [questions[1]]
