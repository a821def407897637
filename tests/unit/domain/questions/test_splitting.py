"""What of a request stands where, and what officers do to its questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.questions import split_questions
from answerable.domain.questions.editing import EditRefused, merged, reordered, reworded, split

LETTER = """Dear Sir or Madam,

Under the Freedom of Information Act 2000 please provide:

1. How many printers do you have?
2. What was spent on them in:
   a) 2021
   b) 2022

For each of the following offices, please state:
3. (i) its rent
   (ii) its area

Yours faithfully,
A Person
07700 900123
"""


def questions(text=LETTER):
    return split_questions(text).questions


def labels(found):
    return [one.label for one in found]


def test_each_question_knows_where_it_stands_what_is_printed_and_what_leads_to_it():
    found = questions()

    assert labels(found) == ["1", "2", "3.i", "3.ii"]
    assert [one.printed for one in found] == ["1.", "2.", "3. (i)", "(ii)"]
    assert found[1].periods == ("2021", "2022")
    assert [one.heading for one in found[:2]] == [None, None]
    assert found[3].heading == "For each of the following offices, please state:"
    assert LETTER[found[0].start : found[0].end] == "1. How many printers do you have?"


def test_what_is_only_frame_is_listed_and_holds_no_question():
    framed = [LETTER[start:end] for start, end in split_questions(LETTER).frame]

    assert framed == ["Dear Sir or Madam,", "Yours faithfully,", "A Person", "07700 900123"]


def test_questions_in_what_is_quoted_are_said_to_be_quoted():
    mail = (
        "Please answer.\n\n-----Original Message-----\nFrom: A\nSent: Monday\nTo: B\n\n1. How many?"
    )

    found = split_questions(f"FYI\n{mail.partition('answer.')[2]}")

    assert found.is_quoted
    assert labels(found.questions) == ["1"]


def test_what_a_letter_asks_itself_comes_before_what_it_quotes():
    found = split_questions("How many now?\n\nOn Monday a person wrote:\n> How many then?")

    assert not found.is_quoted
    assert [one.text for one in found.questions] == ["How many now?"]


def test_words_about_the_answer_are_frame_where_something_else_is_asked():
    text = "How many?\n\nPlease acknowledge receipt."

    frame = split_questions(text).frame

    assert [text[start:end] for start, end in frame] == ["Please acknowledge receipt."]


def test_a_greeting_in_front_of_a_wish_is_frame_and_the_wish_is_not():
    text = "Good afternoon, I would like the policy."

    found = split_questions(text)

    assert [text[start:end] for start, end in found.frame] == ["Good afternoon, "]
    assert text[found.questions[0].start :] == "I would like the policy."


def test_years_below_each_line_that_leads_to_them_are_its_periods():
    found = questions("Number of nurses:\n- 2021\n- 2022\nCost of nurses:\n- 2021\n- 2022")

    assert [one.periods for one in found] == [("2021", "2022"), ("2021", "2022")]


def test_an_item_is_led_to_by_every_item_above_it_and_by_a_title_between():
    found = questions("1. Fleet:\na) cars:\ni) diesel\n\nFinance\n\n2. How much?")

    assert [one.heading for one in found] == ["Fleet: cars:", "Finance"]


@pytest.mark.parametrize(
    ("lead", "heading"),
    [
        ("Please provide the number of:", "Please provide the number of:"),
        ("For each year please give", "For each year please give"),
        ("Please provide the following information:", None),
    ],
)
def test_what_leads_to_items_is_kept_unless_it_only_asks_for_them(lead, heading):
    assert [one.heading for one in questions(f"{lead}\n- dogs\n- cats")] == [heading] * 2


@given(st.text(max_size=400))
def test_every_text_is_split_and_a_text_with_words_asks_something(text):
    found = split_questions(text)

    assert all(0 <= one.start <= one.end <= len(text) for one in found.questions)
    names = labels(found.questions)
    assert len(names) == len(set(names))
    inside = [line for line in text.splitlines() if line.strip(" >|\t\x1c\x1d\x1e\x85")]
    assert found.questions or found.frame or not inside
    assert found.questions or not any(map(str.isalnum, text))
    assert all(one.text for one in found.questions)


WISHES = ["How many zebras?", "Please send the zulu policy.", "I would like the zinc cost",
          "the number of zoos", "Number of zithers", "PS also the zenith plan please?"]  # fmt: skip
ROUND_WISHES = ["Dear Sir,", "Hi", "Good morning", "Kind regards", "Bob", "Thanks.", "", "", "Finance",
                "This is a request under the FOI Act.", "Hope you are well?",
                "Please acknowledge receipt.", "If you need clarification please contact me."]  # fmt: skip
MARKS = ["", "", "1. ", "2. ", "a) ", "- ", "Q4. "]
LINES = st.one_of(
    st.sampled_from(ROUND_WISHES),
    st.tuples(st.sampled_from(MARKS), st.sampled_from(WISHES)).map("".join),
)


@given(st.lists(LINES, max_size=9).map("\n".join))
def test_no_wish_is_lost_whatever_stands_round_it(text):
    found = split_questions(text).questions

    kept = " ".join(f"{one.heading} {one.text}" for one in found)
    assert [wish for wish in WISHES if wish in text and wish not in kept] == []


def test_five_hundred_questions_are_five_hundred():
    found = questions(
        "".join(f"{number}. How many in office {number}?\n" for number in range(1, 501))
    )

    assert labels(found) == [str(number) for number in range(1, 501)]


def test_questions_are_merged_under_the_first_label():
    found = merged(questions(), ["2", "1"])

    assert labels(found) == ["1", "3.i", "3.ii"]
    assert found[0].text == "How many printers do you have? What was spent on them in:"
    assert found[0].periods == ("2021", "2022")


def test_a_question_is_cut_in_two():
    found = split(questions(), "1", 8)

    assert labels(found)[:3] == ["1.1", "1.2", "2"]
    assert [one.text for one in found[:2]] == ["How many", "printers do you have?"]
    assert found[0].printed == "1."


def test_the_only_question_is_cut_into_one_and_two():
    assert labels(split(questions("How many and whose?"), None, 8)) == ["1", "2"]


def test_a_question_is_put_in_other_words_and_in_another_place():
    found = reworded(questions(), "1", " How many printers are there? ")

    assert found[0].text == "How many printers are there?"
    assert labels(reordered(found, ["3.ii", "1", "2", "3.i"])) == ["3.ii", "1", "2", "3.i"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda found: merged(found, ["1"]), "at least two"),
        (lambda found: merged(found, ["1", "9"]), "no question 9: there are 1, 2, 3.i, 3.ii"),
        (lambda found: split(found, "1", 0), "Both halves"),
        (lambda found: split(found, "1", 999), "Both halves"),
        (lambda found: reworded(found, "1", "  "), "needs words"),
        (lambda found: reordered(found, ["1", "2"]), "every question once"),
        (lambda found: reordered(found, ["1", "1", "2", "3.i"]), "every question once"),
    ],
)
def test_what_cannot_be_done_to_questions_is_refused(change, words):
    with pytest.raises(EditRefused, match=words):
        change(questions())
