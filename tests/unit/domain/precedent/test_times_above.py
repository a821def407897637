"""The time that is named above a question: in what leads to a list, or by the question before it."""

import datetime as dt

import pytest

from answerable.domain.precedent.above import parts_of
from answerable.domain.precedent.leaning import standing_above
from answerable.domain.precedent.relations import related
from tests.support.asking import asked

ASKED = "How many skips were hired for street markets?"
LEAD = "For each of the financial years 2021/22 and 2022/23, please tell me:"
YEARS = "financial years 2021/22; 2022/23"
ROWS = [
    # What stands above, the question, and what time it is read with.
    (LEAD, ASKED, YEARS),
    (LEAD, f"{ASKED} In 2019?", ""),
    (LEAD, f"{ASKED} At present?", ""),
    ("Further to my letter dated 3 March 2022:", ASKED, ""),
    ("Your reply of 3 March 2022 gave no figures:", ASKED, ""),
    ("Skips (FY2021-FY2022)", ASKED, "FY2021-FY2022"),
    (None, ASKED, ""),
]


def carried(questions):
    """Return what each of some questions is read with, without what tells only what they are about."""
    return [parts_of(above)[0] for above in standing_above(questions)]


@pytest.mark.parametrize(("heading", "text", "time"), ROWS)
def test_a_question_that_names_no_time_is_about_the_time_above_it(heading, text, time):
    assert carried([(text, heading)]) == [time]


def test_what_leads_to_all_questions_gives_its_time_below_later_headings_too():
    questions = [
        (ASKED, LEAD),
        ("Which firm lends out refrigerated lorries with tarpaulins?", "2. Firms"),
    ]

    assert carried(questions) == [YEARS, YEARS]


def test_a_later_heading_has_a_time_of_its_own():
    later = "Please answer the following for 2018:"
    questions = [(ASKED, LEAD), ("Which firm lends out lorries with tarpaulins?", later)]

    assert list(standing_above(questions)) == [YEARS, "2018"]


def test_a_heading_may_ask_for_the_same_period():
    questions = [
        ("How many swans were ringed at Gull Quay in 2021?", None),
        ("How many herons were fitted with a ring?", "2. For the same period, please give:"),
    ]

    assert list(standing_above(questions))[1].endswith("2021")


def test_in_this_period_is_the_period_of_the_question_before():
    questions = [
        ("How many skips were hired in 2021?", None),
        ("How many lorries were hired in this period?", None),
        ("How many vans were hired?", None),
    ]

    assert list(standing_above(questions)) == ["", "2021", ""]


def test_these_claims_are_those_of_the_question_before():
    questions = [
        ("How many claims for damage by skips were made?", None),
        ("What was paid out for these claims?", None),
    ]

    assert list(standing_above(questions)) == ["", questions[0][0]]


@pytest.mark.parametrize("heading", ["Contract 2:", "Part 1.", "3. Section B"])
def test_a_heading_that_only_counts_says_nothing(heading):
    assert list(standing_above([("And the supplier?", heading)])) == [""]


def test_a_form_letter_for_other_years_is_the_same_for_another_time():
    new, earlier = (
        [(ASKED, f"Please give figures for the years {years}:")]
        for years in ("2021, 2022 and 2023", "2016, 2017 and 2018")
    )

    found = related(*(_read(one) for one in (new, earlier)))

    assert found.relation.value == "same_new_period"


def _read(questions):
    (under,) = standing_above(questions)
    return asked(questions[0][0], dt.date(2024, 6, 3), under)


def test_each_year_is_each_of_those_that_the_question_before_names():
    questions = [
        ("How many boats were hired out in 2018 and 2019?", None),
        ("What did each hired boat earn per year?", None),
        ("How many oars were lost?", None),
    ]

    assert carried(questions) == ["", "2018; 2019", ""]
