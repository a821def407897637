import datetime as dt

import pytest

from answerable.domain.precedent.above import parts_of
from answerable.domain.precedent.leaning import (
    counts_some_of_these,
    goes_on,
    is_bare,
    standing_above,
)
from answerable.domain.precedent.relations import related
from tests.support.asking import DAY, asked

BARE = [
    "Who maintains it?",
    "And the cost?",
    "Supplier name",
    "When does the contract end?",
    "Please provide the total for 2022.",
]
GO_ON = [
    "Of these, how many were arrested?",
    "How many of them were rehomed?",
    "And how many were refused?",
    "If so, which schools?",
    "Does it have a licence?",
    "Who approved this?",
    "Of the boats listed in answer to question 2, how many had been repaired with tar in the spring before they were hired out?",
]
STAND_ALONE = [
    "How many agents do you have?",
    "Do you outsource IT?",
    "Is it true that the council sold the hall?",
    "How much does it cost to run the street lights?",
    "How long does it take to decide a planning appeal?",
    "How many staff do you employ?",
]


@pytest.mark.parametrize("text", BARE)
def test_a_question_without_a_word_of_its_own_is_bare(text):
    assert is_bare(text)


@pytest.mark.parametrize("text", GO_ON)
def test_a_question_that_refers_to_what_stands_above_goes_on(text):
    assert goes_on(text)


@pytest.mark.parametrize("text", STAND_ALONE)
def test_a_question_that_says_what_it_is_about_stands_alone(text):
    assert not is_bare(text)
    assert not goes_on(text)


def test_a_bare_question_is_about_the_last_that_stands_alone():
    questions = ["Which telephone system do you use?", "Who maintains it?", "And the cost?"]

    found = list(standing_above((one, None) for one in questions))

    assert found == ["", questions[0], questions[0]]


def test_a_bare_question_is_about_its_heading():
    rows = [("How many lifts do you have?", None), ("Contract value", "Window cleaning")]

    assert list(standing_above(rows)) == ["", "Window cleaning"]


def test_a_question_of_few_words_is_about_its_heading():
    rows = [
        ("Number of users", "Finance system"),
        ("How many swans were ringed at Gull Quay?", "Birds"),
    ]

    assert [parts_of(above)[0] for above in standing_above(rows)] == ["Finance system", ""]


def test_a_longer_question_of_common_words_alone_is_about_its_heading():
    text = (
        "Average annual spend: the average spend for this contract, and please provide the average of the "
        "spend over the past 3 years for each provider"
    )

    assert [parts_of(above)[0] for above in standing_above([(text, "Lifts")])] == ["Lifts"]


def test_a_thing_of_three_words_in_a_list_is_about_what_leads_to_it():
    lead = "How often did you call in an auctioneer for each of these:"
    rows = [("Unclaimed garden furniture", lead), ("Bicycles", lead)]

    assert list(standing_above(rows)) == [lead, lead]


def test_what_says_only_that_questions_are_to_be_answered_is_no_topic():
    rows = [("Swan rings", "Please answer the following questions from the data available:")]

    assert list(standing_above(rows)) == [""]


def test_a_question_that_refers_to_something_is_about_heading_and_question():
    rows = [
        ("How many agents are there?", "Contact centre"),
        ("Of these, how many are new?", "Contact centre"),
    ]

    assert list(standing_above(rows)) == [
        "Contact centre",
        "Contact centre\nHow many agents are there?",
    ]


def test_a_heading_that_says_only_that_questions_follow_is_none():
    rows = [("Who maintains it?", "Please provide the following information:")]

    assert list(standing_above(rows)) == [""]


def test_the_time_of_what_stands_above_holds_where_none_is_named():
    above = "How many people were found carrying knives in 2023?"

    of_2023 = asked("Of these, how many were arrested?", DAY, above)
    of_2022 = asked("Of these, how many were arrested in 2022?", DAY, above)

    assert (of_2023.span.first, of_2023.period) == (dt.date(2023, 1, 1), "2023")
    assert of_2022.span.first == dt.date(2022, 1, 1)


def test_a_question_that_says_all_of_its_heading_is_read_as_it_is():
    text = "Who supplies your CCTV?"

    assert asked(text, DAY, "CCTV") == asked(text, DAY)


def test_what_bare_questions_are_about_tells_them_apart():
    first = asked("When does the contract end?", DAY, "Who supplies your vending machines?")
    other = asked("When does the contract end?", DAY, "Who supplies your photocopiers?")

    found = related(first, other)

    assert found.relation == "same_new_subject"
    assert found.under == ("Who supplies your vending machines?", "Who supplies your photocopiers?")


@pytest.mark.parametrize("text", ["", "?", " … ", "1234", "—"])
def test_what_has_no_word_refers_to_nothing(text):
    assert not goes_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "How many of them were cygnets?",
        "Of these, the number that carried coal",
        "And how many were in foal?",
    ],
)
def test_some_of_what_is_counted_above_are_a_part_of_it(text):
    first = "How many skippers were caught by the harbour patrol in 2021?"

    some = asked(text, DAY, first)

    assert [one.stem for one in some.terms if one.is_counted] == ["skipper"]
    assert related(some, asked(first)).relation == "overlap"


@pytest.mark.parametrize(
    "text", ["How many of those who rowed were women?", "How many barges carried coal?"]
)
def test_what_names_what_it_counts_counts_that(text):
    assert not counts_some_of_these(text)
