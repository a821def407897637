"""A question as it was read is written as bytes, and comes back as it was."""

import json

import pytest

from answerable.domain.precedent.as_read import read_back, written
from answerable.domain.precedent.compared import compared, evenly
from tests.support.asking import asked

QUESTIONS = (
    ("", ""),
    ("?", ""),
    ("Who maintains it?", "Your telephone system, 2021"),
    ("How many stop and search e-mails were not sent by Elm Road depot since April 2019?", ""),
    ("How many complaints about potholes were upheld in the last five years, by ward and age?", ""),
    ("Wie viele Brücken – 漢 \ud83d?", ""),
    ("Bids decided outside of the statutory time limit of 6 months, PSPOs", ""),
)


@pytest.mark.parametrize(("text", "under"), QUESTIONS)
def test_a_question_comes_back_as_it_was_read(text, under):
    one = asked(text, under=under)

    back = read_back(written(one), text)

    assert back == one
    assert compared(back, one, evenly) == compared(one, one, evenly)


def test_the_text_is_not_written_again_and_what_goes_without_saying_is_left_out():
    data = written(asked("How many hovercraft?"))

    assert b"How many hovercraft" not in data
    assert json.loads(data)[1] == [
        ["hovercraft", "hovercraft", *[False] * 3, [], [], ["hovercraft"], 1, False, True]
    ]


def test_what_else_the_last_years_may_be_is_written_too():
    one = asked("How many hovercraft were sunk in the last five years?")

    assert read_back(written(one), one.text).span.also == one.span.also != ()
