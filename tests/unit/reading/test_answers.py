"""Which words answer which question: one row for each way in which a response says so."""

import pytest

from answerable.reading import read_bytes, reading_as_json

LOG = """FOI Disclosures May 2025

Ref
7000001

Bicycles

Request

{request}

Response

{response}
"""


def entry_of(request, response, *, markdown=False):
    layout = (
        "# 7000001: Bicycles\n\n**Request:**\n\n{request}\n\n**Response:**\n\n{response}\n"
        if markdown
        else LOG
    )
    text = layout.format(request=request, response=response)
    reading = read_bytes(text.encode(), name="log.txt")
    (entry,) = reading_as_json(reading)["entries"]
    return entry


def answers(request, response, **how):
    entry = entry_of(request, response, **how)
    return {one["label"]: one["answer"] for one in entry["questions"]}


FOUR = (
    "1. How many bicycles do you own?\n\n2. Who mends the pumps?\n\n"
    "3. Which shop sold the helmets?\n\n4. When were the locks bought?"
)
SEVEN, NOBODY, SHOP, MAY = "We own seven.", "Nobody does.", "Not known.", "In May."
ALL = {"1": SEVEN, "2": NOBODY, "3": SHOP, "4": MAY}

WAYS = {
    "the same numbers": f"1. {SEVEN}\n\n2. {NOBODY}\n\n3. {SHOP}\n\n4. {MAY}",
    "numbers with a word": f"Question 1: {SEVEN}\n\nQuestion 2: {NOBODY}\n\nQuestion 3: {SHOP}\n\nQuestion 4: {MAY}",
    "numbers of answers": f"A1: {SEVEN}\n\nA2: {NOBODY}\n\nA3: {SHOP}\n\nA4: {MAY}",
    "each question again": (
        f"1. How many bicycles do you own?\n\n{SEVEN}\n\n2. Who mends the pumps?\n\n{NOBODY}\n\n"
        f"3. Which shop sold the helmets?\n\n{SHOP}\n\n4. When were the locks bought?\n\n{MAY}"
    ),
    "each question again without its number": (
        f"How many bicycles do you own?\n\n{SEVEN}\n\nWho mends the pumps?\n\n{NOBODY}\n\n"
        f"Which shop sold the helmets?\n\n{SHOP}\n\nWhen were the locks bought?\n\n{MAY}"
    ),
    "question and answer in one paragraph": (
        f"1. How many bicycles do you own? {SEVEN}\n\n2. Who mends the pumps? – {NOBODY}\n\n"
        f"3. Which shop sold the helmets? {SHOP}\n\n4. When were the locks bought?: {MAY}"
    ),
    "all questions, and then all answers": (
        FOUR + f"\n\n1. {SEVEN}\n\n2. {NOBODY}\n\n3. {SHOP}\n\n4. {MAY}"
    ),
    "a heading over each": (
        f"Question 1\n\n{SEVEN}\n\nResponse to question 2\n\n{NOBODY}\n\nYour third question:\n\n{SHOP}\n\n"
        f"In answer to question 4:\n\n{MAY}"
    ),
    "by their order": (
        f"In response to your first question:\n\n{SEVEN}\n\nYour second question: {NOBODY}\n\n"
        f"As for the third question: {SHOP}\n\nIn answer to your last question: {MAY}"
    ),
    "any words before each number": (
        f"We went through this with care.\n\nAs to (1), {SEVEN}\n\nAs to (2), {NOBODY}\n\nAs to (3), {SHOP}\n\nAs to (4), {MAY}"
    ),
    "what is said of the request before": (
        "Thank you for your request for information.\n\nWe have considered your request under the Act.\n\n"
        f"Our response is set out below.\n\n1. {SEVEN}\n\n2. {NOBODY}\n\n3. {SHOP}\n\n4. {MAY}"
    ),
    "what is said of complaints after": (
        f"1. {SEVEN}\n\n2. {NOBODY}\n\n3. {SHOP}\n\n4. {MAY}\n\n"
        "If you are unhappy with this response, you may ask for an internal review. Do so within two months.\n\n"
        "Should you have any further queries, please write to us."
    ),
}


def test_words_that_come_before_some_numbers_alone_name_no_question():
    found = answers(
        FOUR, "Table 1: what was lent.\n\nTable 2: what was sold.\n\nNothing else is known."
    )

    assert set(found.values()) == {
        "Table 1: what was lent.\n\nTable 2: what was sold.\n\nNothing else is known."
    }


@pytest.mark.parametrize("way", WAYS)
def test_each_question_gets_its_own_answer(way):
    found = answers(FOUR, WAYS[way])

    plain = {label: (text or "").split(": ", 1)[-1] for label, text in found.items()}
    assert plain == ALL


SHARED = [
    ("Questions 1 to 3: we hold none of it.\n\n4. In May.", {"1", "2", "3"}),
    ("In response to your first, second and fourth questions, nobody knows.\n\n3. Not known.", {"1", "2", "4"}),
    ("1. Seven.\n\nQ2 and Q3 – no records are kept of that.\n\n4. In May.", {"2", "3"}),
    ("1. Seven.\n\nFor questions 2–4 we rely on section 31(1)(a) of the Act.", {"2", "3", "4"}),
    ("1. Seven.\n\nThe remaining questions are exempt under section 43(2).", {"2", "3", "4"}),
    ("All of your questions are answered by our annual report.", {"1", "2", "3", "4"}),
    ("The information that you ask for in questions 2 and 4 is not held.\n\n1. Seven.\n\n3. Not known.", {"2", "4"}),
    ("1. How many bicycles do you own?\n\nSeven.\n\n2. Who mends the pumps?\n\n3. Which shop sold the helmets?\n\n"
     "This information is exempt under section 43(2).\n\n4. When were the locks bought?\n\nIn May.", {"2", "3"}),
]  # fmt: skip


@pytest.mark.parametrize(("response", "labels"), SHARED)
def test_a_joint_answer_is_marked_with_all_that_it_names(response, labels):
    questions = entry_of(FOUR, response)["questions"]

    joint = {one["label"]: set(one["answered_with"]) for one in questions if one["answered_with"]}
    assert joint == {label: labels - {label} for label in labels}


def test_both_questions_are_two():
    request = "1. How many bicycles do you own?\n\n2. Who mends the pumps?"
    questions = entry_of(request, "The answer to both questions is in our report.")["questions"]

    assert [one["answered_with"] for one in questions] == [["2"], ["1"]]


def test_a_part_is_named_by_its_letter():
    request = "1. Of your bicycles:\n\na) how many are red?\n\nb) how many are blue?"
    found = answers(request, "Part (b): four are blue.\n\nIn respect of part (a), three are red.")

    assert found == {
        "1a": "three are red.",
        "1b": "four are blue.",
    }


def test_another_answer_that_is_only_referred_to_is_not_turned_to():
    found = answers(FOUR, f"1. {SEVEN}\n\n2. {NOBODY}\n\n3. Please see question 1.\n\n4. {MAY}")

    assert (found["1"], found["3"]) == (SEVEN, "Please see question 1.")


TABLES = [
    "| Question | Answer |\n|---|---|\n| 1 | Seven |\n| 2 | Nobody |\n| 3 | None |\n| 4 | May |",
    "| No. | Question | Answer |\n|---|---|---|\n| 1 | How many bicycles do you own? | Seven |\n"
    "| 2 | Who mends the pumps? | Nobody |\n| 3 | Which shop sold the helmets? | None |\n"
    "| 4 | When were the locks bought? | May |",
    "| What you asked | What we found |\n|---|---|\n| How many bicycles do you own? | Seven |\n| Who mends the pumps? | Nobody |\n"
    "| Which shop sold the helmets? | None |\n| When were the locks bought? | May |",
    "| Q1 | Seven |\n|---|---|\n| Q2 | Nobody |\n| Q3 | None |\n| Q4 | May |",
]  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_a_row_of_a_table_answers_the_question_that_it_names(table):
    entry = entry_of(FOUR, f"Our answers are in this table.\n\n{table}", markdown=True)

    found = {one["label"]: one["answer"] for one in entry["questions"]}
    assert found == {"1": "Seven", "2": "Nobody", "3": "None", "4": "May"}
    assert [one["answered_with"] for one in entry["questions"]] == [[], [], [], []]
    assert [table["question"] for table in entry["tables"]] == [None]


def test_a_table_of_figures_answers_as_a_whole():
    table = "| Year | Bicycles |\n|---|---|\n| 1 | 40 |\n| 2 | 50 |\n| 3 | 60 |\n| 4 | 70 |"
    entry = entry_of(FOUR, f"1. See the table.\n\n{table}\n\n2. Nobody.", markdown=True)

    assert [table["question"] for table in entry["tables"]] == ["1"]


BULLETS = (
    "• How many bicycles do you own?\n\n• Who mends the pumps?\n\n• Which shop sold the helmets?"
)


def test_answers_with_numbers_answer_questions_without():
    assert answers(BULLETS, f"1. {SEVEN}\n\n2. {NOBODY}\n\n3. {SHOP}") == {
        "1": SEVEN, "2": NOBODY, "3": SHOP,
    }  # fmt: skip


def test_passages_without_a_label_are_matched_where_their_words_leave_no_choice():
    found = answers(
        FOUR,
        "Thank you for your request.\n\nWe own seven bicycles.\n\nThe pumps mend themselves.\n\n"
        "The helmets came from a shop in town.\n\nThe locks are as old as the house.",
    )

    assert found == {
        "1": "We own seven bicycles.",
        "2": "The pumps mend themselves.",
        "3": "The helmets came from a shop in town.",
        "4": "The locks are as old as the house.",
    }


def test_what_answers_somebody_and_says_not_whom_is_left_for_a_person():
    entry = entry_of(
        FOUR,
        "The shop that sold us helmets has closed.\n\nOur bicycles, of which we own many, are red.\n\n"
        "There is a list.\n\nIt was made in the year of the flood.",
    )

    assert [one["answer"] for one in entry["questions"]] == [None] * 4
    assert [one["text"] for one in entry["unassigned"]][:2] == [
        "The shop that sold us helmets has closed.",
        "Our bicycles, of which we own many, are red.",
    ]
    for one in entry["unassigned"]:
        assert entry["response"][one["start"] : one["end"]] == one["text"]
    assert "disclosed" in entry["outcomes"]


def test_one_refusal_of_everything_stays_with_all_questions():
    entry = entry_of(
        FOUR,
        "To find out how many bicycles you mean would exceed the appropriate limit.\n\n"
        "The pumps and the helmets are in a thousand files, and section 12 of the Act applies.",
    )

    assert entry["unassigned"] == []
    assert {tuple(one["outcomes"]) for one in entry["questions"]} == {("cost_limit",)}


def test_a_passage_before_all_answers_that_tells_of_an_open_question_is_left_for_a_person():
    entry = entry_of(FOUR, f"The helmets came from a shop abroad.\n\n1. {SEVEN}\n\n2. {NOBODY}")

    assert [one["text"] for one in entry["unassigned"]] == ["The helmets came from a shop abroad."]


def test_a_question_in_italics_is_parted_from_its_answer():
    found = answers(
        "Several things about bicycles.",
        "1. *How many bicycles do you own?* Seven.\n\n2. *Who mends the pumps?* Nobody.",
        markdown=True,
    )

    assert found == {"1": "Seven.", "2": "Nobody."}


JOINT = [
    ("1 & 2. Nobody knows.\n\n3. Not known.\n\n4. In May.", "Nobody knows.", ["1", "2"]),
    ("1. Seven.\n\n2) and 3) None is held.\n\n4. In May.", "None is held.", ["2", "3"]),
    ("1-4: None is held.", "None is held.", ["1", "2", "3", "4"]),
]


@pytest.mark.parametrize(("response", "answer", "labels"), JOINT)
def test_several_labels_before_one_answer_share_it(response, answer, labels):
    questions = entry_of(FOUR, response)["questions"]

    assert [one["label"] for one in questions if one["answer"] == answer] == labels
    assert {len(one["answered_with"]) for one in questions if one["answer"] == answer} == {
        len(labels) - 1
    }


def test_a_number_alone_is_an_answer_where_nothing_else_is():
    request = "1. How many bicycles do you own?\n\n2. How many pumps are there?"
    asked = "How many bicycles do you own?\n\n45\n\nHow many pumps are there?\n\n3"

    assert answers(request, asked) == {"1": "45", "2": "3"}


def test_questions_in_prose_are_parted_where_the_answers_have_as_many_numbers():
    found = answers("How many bicycles do you own? Who mends the pumps?", "1. Seven.\n\n2. Nobody.")

    assert found == {"1": "Seven.", "2": "Nobody."}


def test_the_blocks_of_a_request_have_their_own_answers():
    request = "Part A\n\n1. How many?\n\n2. How much?\n\nPart B\n\n1. Who?\n\n2. When?"
    entry = entry_of(
        request, "Part A\n\n1. Seven.\n\n2. £40.\n\nPart B\n\n1. Nobody.\n\n2. In May."
    )

    found = [(one["label"], one["answer"], one["answered_with"]) for one in entry["questions"]]
    assert found == [
        ("A.1", "Seven.", []), ("A.2", "£40.", []), ("B.1", "Nobody.", []), ("B.2", "In May.", []),
    ]  # fmt: skip
