"""Answers in the paragraphs of their questions, and a letter all of whose matter stands in an annex behind its signature."""

import pytest

from answerable.reading import read_bytes, reading_as_json
from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.turns_counted import with_turns_counted

INLINE = """Disclosure log of the Harbour Board

Ref
7000001

Boats

Request

Please tell me about the boats.

Q1: How many boats are there? A1: There are nine.

Q2: Who keeps them? A2: The harbour office does.

Q3: Was there an A4 list of them? A3: No.
"""
ANNEX = """The Harbour Board
Quay House

Our reference HB/2031/0417

4 May 2031

Dear Enquirer

Boats of the Board

The answer to your request of 9 April 2031 is in the annex to this letter.

You can ask us to review this decision within 40 working days.

Yours sincerely

Records Manager

Annex

Your request was:

1. How many boats are there?

2. Who keeps them?

Our answer is:

1. There are nine.

2. The harbour office does.
"""


def questions_of(text):
    (entry,) = reading_as_json(read_bytes(text.encode(), name="page.txt"))["entries"]
    return entry, {one["label"]: (one["text"], one["answer"]) for one in entry["questions"]}


def test_an_answer_behind_its_question_in_one_paragraph_is_no_part_of_it():
    _, found = questions_of(INLINE)

    assert {label: text for label, (text, _) in found.items()} == {
        "1": "How many boats are there?",
        "2": "Who keeps them?",
        "3": "Was there an A4 list of them?",
    }
    assert [answer for _, answer in found.values()] == ["There are nine.", "The harbour office does.", "No."]  # fmt: skip


def test_what_is_called_a1_once_ends_no_question():
    text = INLINE.replace(" A2: The harbour office does.", "").replace(" A3: No.", "")

    _, found = questions_of(text + "\nResponse\n\n1. Nine.\n\n2. Nobody.\n\n3. No.\n")

    assert found["1"][0] == "How many boats are there? A1: There are nine."


def test_an_annex_that_asks_and_answers_reads_as_the_letters_own_text():
    entry, found = questions_of(ANNEX)

    assert (entry["ref"], entry["title"]) == ("HB/2031/0417", "Boats of the Board")
    assert found == {
        "1": ("How many boats are there?", "There are nine."),
        "2": ("Who keeps them?", "The harbour office does."),
    }


TURNS = """<h1>Answers of the Harbour Board</h1>
<h2>Boats</h2><p>HB/2031/0417, 4 May 2031</p><p>I should like to know about the boats.</p>
<p><b>Q.</b> How many boats are there?</p><p><b>A.</b> There are nine.</p>
<p><b>Q.</b> Who keeps them?</p><p><b>A.</b> The harbour office does.</p><p>It has done so since May.</p>
<h2>Oars</h2><p>HB/2031/0423, 9 May 2031</p><p>My questions are about oars.</p>
<p><b>Q.</b> How many oars are there?</p><p><b>A.</b> None.</p>
<p><b>Q.</b> Where are they?</p><p><b>A.</b> Nobody can say.</p>"""


def test_questions_and_answers_by_turns_are_counted_below_each_heading():
    entries = reading_as_json(read_bytes(TURNS.encode(), name="page.html"))["entries"]

    assert [
        (entry["ref"], [(one["label"], one["text"], one["answer"]) for one in entry["questions"]])
        for entry in entries
    ] == [
        (
            "HB/2031/0417",
            [
                ("1", "How many boats are there?", "There are nine."),
                ("2", "Who keeps them?", "The harbour office does.\n\nIt has done so since May."),
            ],
        ),
        (
            "HB/2031/0423",
            [
                ("1", "How many oars are there?", "None."),
                ("2", "Where are they?", "Nobody can say."),
            ],
        ),
    ]


def block(text):
    return Block(Kind.PARAGRAPH, (Run(text),), 0, len(text))


@pytest.mark.parametrize(
    "lines",
    [
        ("Q. How many?", "A. Nine."),
        ("Q. How many?", "Q. Who keeps them?", "A. Nine.", "A. Nobody."),
        ("A. The boats", "B. The oars", "A. The mill", "B. The weir"),
    ],
)
def test_what_does_not_take_turns_more_than_once_is_not_counted(lines):
    blocks = [block(line) for line in lines]

    assert [one.text for one in with_turns_counted(blocks)] == [*lines]


def test_what_prints_answers_is_no_list_of_requests():
    text = (
        "Boats\n\nUnder the Freedom of Information Act 2000 please answer these.\n\n"
        "Q1: How many boats are there? A1: Nine.\n\nQ2: Who keeps them? A2: Nobody.\n"
    )

    assert read_bytes(text.encode(), name="page.txt").kind != "requests"
