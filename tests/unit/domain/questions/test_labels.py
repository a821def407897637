"""Labels as paper prints them, and the canonical labels made of them."""

import pytest

from answerable.domain.questions import Bullet, inline_labels, leading_label, named_labels, numbered

LABELS = [
    # text, printed, what is left
    ("1. Contact centre", "1.", "Contact centre"),
    ("1) Why was it so", "1)", "Why was it so"),
    ("(1) I would like", "(1)", "I would like"),
    ("1g. Who maintains it", "1g.", "Who maintains it"),
    ("1(a) Which ones", "1(a)", "Which ones"),
    ("2.CRM", "2.", "CRM"),
    ("2.a Which one", "2.a", "Which one"),
    ("1. .Please tell me", "1. .", "Please tell me"),
    ("1)153 working days", "1)", "153 working days"),
    ("1. 2024/25 figures", "1.", "2024/25 figures"),
    ("1.1 How many", "1.1", "How many"),
    ("1.2 the number by day", "1.2", "the number by day"),
    ("1.2 12 by day", "1.2", "12 by day"),
    ("a. Do you", "a.", "Do you"),
    ("b) What is", "b)", "What is"),
    ("(c) colour", "(c)", "colour"),
    ("ii. The second", "ii.", "The second"),
    ("iv) The fourth", "iv)", "The fourth"),
    ("Q1: How many", "Q1:", "How many"),
    ("Question 2 What is", "Question 2", "What is"),
    ("Q.3 - Where", "Q.3 -", "Where"),
    ("A. Staffing", "A.", "Staffing"),
]


@pytest.mark.parametrize(("text", "printed", "rest"), LABELS)
def test_a_label_is_taken_off_its_text(text, printed, rest):
    label = leading_label(text)

    assert label.printed == printed
    assert text[label.end :] == rest


NO_LABELS = [
    ("e.g. this one", "an abbreviation"),
    ("2.5 million", "a decimal"),
    ("7.5 hours a day", "a figure"),
    ("9.30 to 17.00", "hours"),
    ("14.2 15.1 16.7", "figures"),
    ("2024 was a year", "a year"),
    ("3 to the Police Reform Act", "the end of a sentence that a line broke"),
    ("25 printers (held as stock)", "a figure"),
    ("1st April 2013", "a date"),
    ("18 in service and 1 in stock.", "a figure"),
    ("I. think so", "a pronoun"),
    ("No. We do not", "an answer"),
    ("A question about", "an article"),
    ("part of the answer", "a word of a sentence"),
]


@pytest.mark.parametrize(("text", "because"), NO_LABELS)
def test_what_only_looks_like_a_label_is_none(text, because):
    assert leading_label(text) is None, because


@pytest.mark.parametrize(
    "text", ["A1: yes", "Answer 2: no", "Response to question 3: none", "A: yes"]
)
def test_a_label_may_announce_an_answer(text):
    assert leading_label(text).is_answer


SEQUENCES = [
    ("1. x|a. x|b. x|1g. x|2. x|a) x", "1 1a 1b 1g 2 2a"),
    ("1. x|2. x|i. x|ii. x|3. x", "1 2 2.i 2.ii 3"),
    ("2. x|a. x|i. x|ii. x|b. x", "2 2a 2a.i 2a.ii 2b"),
    ("1. x|g. x|h. x|i. x|j. x", "1 1g 1h 1i 1j"),
    ("A. X|1. x|a. x|B. X|1. x", "A A.1 A.1a B B.1"),
    ("1. x|2. x|1. x|2. x", "A.1 A.2 B.1 B.2"),
    ("•|•|•", "1 2 3"),
    ("•|•|••|••|•", "1 2 2.1 2.2 3"),
    ("1. x|•|•|2. x|•", "1 1.1 1.2 2 2.1"),
    ("1. x|1. x", "A.1 B.1"),
    ("1. x|i. x|ii. x|a. x|b. x|iii. x|2. x", "1 1.i 1.ii 1.ii.a 1.ii.b 1.iii 2"),
]


@pytest.mark.parametrize(("printed", "labels"), SEQUENCES)
def test_labels_become_the_path_of_their_numbering(printed, labels):
    marks = [
        Bullet(len(one) - 1) if one.startswith("•") else leading_label(one)
        for one in printed.split("|")
    ]

    assert " ".join(item.label for item in numbered(marks)) == labels


NAMED = [
    ("Questions 1c and 1d", ["1c", "1d"]),
    ("In answer to questions 2 to 4 we say", ["2", "3", "4"]),
    ("Our reply to question 2(a)-(c)", ["2a", "2b", "2c"]),
    ("Q1 and Q2", ["1", "2"]),
    ("parts 1, 2 and 5", ["1", "2", "5"]),
    ("this part of your request", []),
]


@pytest.mark.parametrize(("text", "labels"), NAMED)
def test_a_sentence_names_the_questions_that_it_answers(text, labels):
    assert named_labels(text) == labels


def test_labels_that_go_on_counting_are_found_inside_a_text():
    text = "153 days for the first; 2)236 days for the second 3) none, see 9)"

    assert [value for _, _, value in inline_labels(text, first="2")] == ["2", "3"]
