"""The history of a request reads as sentences do: days in words, and lists with one "and"."""

import datetime as dt

import pytest

from answerable.queries.ledger import LedgerRow
from answerable.web.casework.history import history_lines

pytestmark = pytest.mark.once

AT = dt.datetime(2025, 10, 6, 9, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("action", "data", "words"),
    [
        ("draft cleared", {"questions": ["1"]}, "Draft cleared, question 1"),
        (
            "draft checked",
            {"questions": ["1", "2", "3"]},
            "Draft checked, questions 1, 2 and 3",
        ),
        (
            "letter sent",
            {"letter": 3, "on": "2026-11-25", "way": "post"},
            "Letter sent, letter 3, on 25 November 2026, by post",
        ),
        ("letter leaves", {"kind": "answer", "letter": 1}, "Letter leaves, answer, letter 1"),
        ("request validated", {"validity": "valid"}, "Request validated, as valid"),
        (
            "request taken in",
            {"channel": "email", "questions": 1},
            "Request taken in, by email, 1 question",
        ),
    ],
)
def test_a_line_of_the_ledger_reads_as_a_sentence(action, data, words):
    row = LedgerRow(1, AT, "olga@body.example", action, "request 2025-0001", data)

    (line,) = history_lines([row], {})

    assert line.words == words
