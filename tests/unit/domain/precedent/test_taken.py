"""From which earlier answers an answer was taken, and whether it was changed since."""

import datetime as dt

import pytest

from answerable.domain.precedent.taken import (
    MOST,
    TakenFrom,
    digest_of,
    is_changed,
    taken_as_json,
    taken_of,
    taken_words,
    with_source,
)

FIRST = TakenFrom("5000001", "3", "/log/5000001/3", dt.date(2021, 11, 1), digest_of("Two lines."))
SECOND = TakenFrom("", "", "/log/x/1", None, digest_of("Three."))


@pytest.mark.parametrize(
    ("answer", "taken", "words"),
    [
        ("Two  lines.\r\n", (FIRST,), "taken from 5000001 question 3"),
        ("Two lines. More.", (FIRST,), "taken from 5000001 question 3, then changed"),
        ("Two lines.\n\nThree.", (FIRST, SECOND),
         "taken from 5000001 question 3 and /log/x/1, then changed"),
        ("Two lines.", (), ""),
    ],
)  # fmt: skip
def test_a_source_is_named_and_a_change_is_told(answer, taken, words):
    assert taken_words(answer, taken) == words


def test_how_an_answer_is_spaced_is_no_change():
    assert not is_changed(" Two\nlines. ", [FIRST])


def test_sources_come_back_as_they_were_stored():
    assert taken_of(taken_as_json((FIRST, SECOND))) == (FIRST, SECOND)


def test_a_source_that_is_used_again_stands_once_and_last():
    assert with_source((FIRST, SECOND), FIRST) == (SECOND, FIRST)


def test_the_latest_sources_are_kept():
    many = tuple(TakenFrom(str(number), "", "", None, "") for number in range(MOST))

    assert with_source(many, FIRST) == (*many[1:], FIRST)
