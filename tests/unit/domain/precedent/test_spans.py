"""The time that a question asks about, and what is left of its words."""

import datetime as dt

import pytest

from answerable.domain.precedent.spans import timed

ASKED_ON = dt.date(2024, 6, 3)

ROWS = [
    # Years, of the calendar, of finance and of schools.
    ("Thefts in 2021", "2021-01-01 2021-12-31", "Thefts"),
    ("Thefts, calendar year 2021?", "2021-01-01 2021-12-31", "Thefts, ?"),
    ("Seizures (2023/2022/2021)", "2021-01-01 2023-12-31", "Seizures ( / )"),
    (
        "The annual average (over 3 years) spend",
        "2021-01-01 2023-12-31",
        "The annual average ( ) spend",
    ),
    ("Spend in 2021/22", "2021-04-01 2022-03-31", "Spend"),
    ("Spend in FY 22-23", "2022-04-01 2023-03-31", "Spend"),
    ("Spend in the financial year 2022-2023", "2022-04-01 2023-03-31", "Spend"),
    ("Spend in the tax year 2021", "2021-04-01 2022-03-31", "Spend"),
    ("Exclusions in the academic year 2021/22", "2021-09-01 2022-08-31", "Exclusions"),
    ("Exclusions in the 2021/22 school year", "2021-09-01 2022-08-31", "Exclusions"),
    ("Spend in the year ending 31 March 2023", "2022-04-01 2023-03-31", "Spend"),
    ("Spend in the twelve months ending 31 March 2023", "2022-04-01 2023-03-31", "Spend"),
    ("Spend in the year to March 2022", "2021-04-01 2022-03-31", "Spend"),
    ("Spend in the financial year ending 31 July 2023", "2022-08-01 2023-07-31", "Spend"),
    ("Spend in the 12 months to the end of May 2023", "2022-06-01 2023-05-31", "Spend"),
    ("Council tax, 2022/23", "2022-04-01 2023-03-31", "Council tax,"),
    ("Spend, 2018/19 - 2020/21", "2018-04-01 2021-03-31", "Spend,"),
    ("Exclusions in the last academic year", "2022-09-01 2023-08-31", "Exclusions"),
    ("Exclusions in the current school year", "2023-09-01 2024-08-31", "Exclusions"),
    ("Thefts from people aged 18-24", "", "Thefts from people aged 18-24"),
    # Days with the month first, with the day of the week, and years that are told behind what they are.
    ("Calls, April 1st 2021 to March 31st 2022", "2021-04-01 2022-03-31", "Calls,"),
    ("Calls since January 1, 2023", "2023-01-01 2024-06-03", "Calls"),
    ("Calls from Friday, 1 April 2022 to Friday 31 March 2023", "2022-04-01 2023-03-31", "Calls"),
    ("Calls, 1 April 2021 ' 31 March 2022", "2021-04-01 2022-03-31", "Calls,"),
    (
        "Calls in the last five year period (1 March 2020 to 1 June 2024)",
        "2020-03-01 2024-06-01",
        "Calls period ( )",
    ),
    (
        "Calls in 2021/22 (financial year from April 1 to March 31)",
        "2021-04-01 2022-03-31",
        "Calls",
    ),
    # Terms of schools.
    ("Exclusions in the autumn term 2023", "2023-09-01 2023-12-31", "Exclusions"),
    ("Exclusions in the summer term of 2023", "2023-04-01 2023-07-31", "Exclusions"),
    ("Exclusions, spring term 2022/23", "2023-01-01 2023-04-30", "Exclusions,"),
    # Quarters, months and days.
    ("Calls in Q2 23/24", "2023-07-01 2023-09-30", "Calls"),
    ("Calls, Q3 2023 (July to September)", "2023-07-01 2023-09-30", "Calls,"),
    ("Calls in Q3 2023", "2023-07-01 2023-09-30", "Calls"),
    ("Calls in Q1 2023/24", "2023-04-01 2023-06-30", "Calls"),
    ("Calls in March 2022", "2022-03-01 2022-03-31", "Calls"),
    ("Calls, January to June 2022", "2022-01-01 2022-06-30", "Calls,"),
    ("Calls, November to March 2022", "2021-11-01 2022-03-31", "Calls,"),
    ("Calls between January and June 2022", "2022-01-01 2022-06-30", "Calls"),
    ("Calls on 3 May 2021", "2021-05-03 2021-05-03", "Calls on"),
    ("Calls on 03/05/2021", "2021-05-03 2021-05-03", "Calls on"),
    ("Calls between 1 and 30 November 2021", "2021-11-01 2021-11-30", "Calls"),
    ("Calls, 1 Jan to 31 Dec 2020", "2020-01-01 2020-12-31", "Calls,"),
    ("Calls, 1 January to 31 December last year", "2023-01-01 2023-12-31", "Calls,"),
    # From one to another, and lists.
    ("Fires from 2019 to 2021", "2019-01-01 2021-12-31", "Fires"),
    ("Fires, 2019-2021 inclusive", "2019-01-01 2021-12-31", "Fires, inclusive"),
    ("Fires, 2019/20-2022/23", "2019-04-01 2023-03-31", "Fires,"),
    ("Fires (2019/2020–2022/2023)", "2019-04-01 2023-03-31", "Fires ( )"),
    ("Fires in 2019, 2020 and 2021", "2019-01-01 2021-12-31", "Fires , and"),
    ("Fires from 1 April 2019 to 31 March 2021", "2019-04-01 2021-03-31", "Fires"),
    ("Fires in the three years to the end of 2022", "2020-01-01 2022-12-31", "Fires"),
    ("Fires in the 12 months from April 2020", "2020-04-01 2021-03-31", "Fires"),
    # To the day of the question.
    ("Fires since 2021", "2021-01-01 2024-06-03", "Fires"),
    ("Fires since 1 April 2019", "2019-04-01 2024-06-03", "Fires"),
    ("Fires, 2019 to date", "2019-01-01 2024-06-03", "Fires,"),
    ("Fires, 2019 - present", "2019-01-01 2024-06-03", "Fires,"),
    ("Fires in the past 12 months", "2023-06-04 2024-06-03", "Fires"),
    # Counted in years: those that have ended.
    ("Fires in the last five years", "2019-01-01 2023-12-31", "Fires"),
    ("Fires in each of the last 3 financial years", "2021-04-01 2024-03-31", "Fires"),
    ("Fires last year", "2023-01-01 2023-12-31", "Fires"),
    ("Fires in the last financial year", "2023-04-01 2024-03-31", "Fires"),
    ("Fires in the current financial year", "2024-04-01 2025-03-31", "Fires"),
    ("Fires in the most recent complete financial year", "2023-04-01 2024-03-31", "Fires"),
    ("Bullies in the last two academic years", "2021-09-01 2023-08-31", "Bullies"),
    ("Fires in the past two years (2021/22, 2022/23)", "2021-04-01 2023-03-31", "Fires ( , )"),
    # No time.
    (
        "Drones under the Freedom of Information Act 2000",
        "",
        "Drones under the Freedom of Information Act 2000",
    ),
    ("Fires in Room 2021a", "", "Fires in Room 2021a"),
    ("Fires decided, 31/31/2021", "", "Fires decided, 31/31/2021"),
    ("How many fires?", "", "How many fires?"),
    ("", "", ""),
]


@pytest.mark.parametrize(("text", "span", "rest"), ROWS)
def test_a_question_says_which_time_it_asks_about(text, span, rest):
    found = timed(text, ASKED_ON)

    shown = f"{found.span.first} {found.span.last}" if found.span else ""
    assert (shown, " ".join(found.rest.split())) == (span, rest)


@pytest.mark.parametrize("count", ["0", "zero", "1", "one"])
def test_the_last_years_are_at_least_one(count):
    span = timed(f"Fires in the last {count} years", ASKED_ON).span

    assert (span.first.year, span.last.year) == (ASKED_ON.year - 1, ASKED_ON.year - 1)


SAME = [
    ("2021/22", "1 April 2021 to 31 March 2022", True),
    ("2020, 2021 and 2022", "2020-2022", True),
    ("the academic year 2021/22", "2021/22", True),
    ("2021", "2021/22", False),
    ("2021/22", "2022/23", False),
    ("1 January to 20 December 2021", "2021", True),
]


@pytest.mark.parametrize(("one", "other", "is_same"), SAME)
def test_some_weeks_at_the_ends_make_no_other_time(one, other, is_same):
    spans = [timed(f"Fires in {text}", ASKED_ON).span for text in (one, other)]

    assert spans[0].is_nearly(spans[1]) is is_same


MAY_BE = [
    # Asked on 3 June 2024: the last five years that ended, those up to that day, or years of finance.
    ("the last five years", "4 June 2019 to 3 June 2024", True),
    ("the last five years", "2019/20 to 2023/24", True),
    ("2019/20, 2020/21, 2021/22, 2022/23 and 2023/24", "the past five years", True),
    ("the last five years", "2014/15 to 2018/19", False),
    ("the last five years", "the last five years", False),
    ("the last four years", "4 June 2019 to 3 June 2024", False),
]


@pytest.mark.parametrize(("one", "other", "may_be"), MAY_BE)
def test_years_that_are_counted_back_may_be_those_that_another_names(one, other, may_be):
    spans = [timed(f"Fires in {text}", ASKED_ON).span for text in (one, other)]

    assert spans[0].may_be(spans[1]) is may_be
