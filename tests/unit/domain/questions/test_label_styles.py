"""Labels in the styles in which paper prints them."""

import pytest

from answerable.domain.questions import leading_label, numbered

# What is printed, its number, letter, roman numeral, deeper numbers and block; "=" for an answer's.
STYLES = [
    ("1. How", "1"), ("1) How", "1"), ("(1) How", "1"), ("1.) How", "1"), ("[1] How", "1"), ("1: How", "1"),
    ("1 - How many", "1"), ("1 – none", "1"), ("A. none", "A"), ("1/ How many", "1"), ("a. how", "a"), ("a) how", "a"), ("(a) how", "a"),
    ("ii. how", "ii"), ("(iv) how", "iv"), ("II. How", "ii"), ("IV) How", "iv"), ("1a How many", "1 a"),
    ("1a) how", "1 a"), ("1(a) how", "1 a"), ("1. a) how", "1 a"), ("1(A) how", "1 a"), ("1.1 How", "1 1"),
    ("1.1. how", "1 1"), ("2.3.1 how", "2 3 1"), ("A. How", "A"), ("B) How", "B"), ("(C) How", "C"),
    ("Q1: how", "1"), ("Q1. how", "1"), ("Q.1 How", "1"), ("Q1 How", "1"), ("Qu 1. how", "1"), ("q1) how", "1"),
    ("Question 1 How", "1"), ("Question 1: how", "1"), ("QUESTION ONE: how", "1"), ("Question two", "2"),
    ("Question 1", "1"), ("Question 1(a) How", "1 a"), ("Q1a: how", "1 a"), ("Q1.1 How", "1 1"),
    ("Cwestiwn 3: faint", "3"), ("A1: none", "1="), ("A1. none", "1="), ("Answer 1: none", "1="), ("Ateb 2: dim", "2="),
    ("Answer to question 2: none", "2="), ("Response to Q3 - none", "3="), ("Response 1: none", "1="),
    ("Answer: none", "="), ("A: none", "="), ("Response: none", "="), ("Q: how", ""), ("Q. How many", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), STYLES)
def test_a_label_is_taken_apart(text, parts):
    label = leading_label(text)

    found = (label.number, label.letter, label.roman, label.deeper, label.deepest, label.block)
    assert " ".join(filter(None, found)) + ("=" if label.is_answer else "") == parts
    assert text[label.end :].lower() in ("", "how", "how many", "faint", "none", "dim")
    assert label.style


NONE = [
    "12 - Male", "2021 - 45", "1.5 million", "1,204", "e.g. dogs", "i.e. dogs", "A.B. Smith", "No", "Question the",
    "Answering", "Part 1 of the Act", "Point 3 of", "52 people", "a dog", "I am", "As of 2024", "Point one out",
    "02.FOI.23.024428", "5 – 10 years",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_label_is_none(text):
    assert leading_label(text) is None


NUMBERED = [
    ("1. 1.1 1.2 2. 2.1", "1 1.1 1.2 2 2.1"),
    ("1. 2. 2.1 2.1.1 2.1.2", "1 2 2.1 2.1.1 2.1.2"),
    ("(a) (b) (i) (ii) (c)", "a b b.i b.ii c"),
    ("h) i) j)", "h i j"),
    ("I. II. III.", "i ii iii"),
    ("Q1: Q2: Q3:", "1 2 3"),
]


@pytest.mark.parametrize(("printed", "labels"), NUMBERED)
def test_labels_of_mixed_depth_have_their_paths(printed, labels):
    found = numbered([leading_label(f"{one} How many") for one in printed.split()])

    assert " ".join(one.label for one in found) == labels
