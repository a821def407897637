"""Texts of a million signs that are made to be read again and again are read once."""

import time

import pytest

from answerable.domain.release.people import KnownPerson
from answerable.domain.release.personal import personal_data

_LONG = 1_000_000
_MOST_SECONDS = 90
"""Generous, and of processor time: what goes back over such a text takes hours."""
UNITS = (
    "a", "A", "1", "1 ", "A ", "A. ", "A,", "Mr ", "Mr A", "a@", "@a", "07 ", "1.", "1.1.1.1", "a:", "1:", "12 Aa Bb ",
    "Aa ", "Aa, ", "\n", "Name: ", "GB29 ", "born ", "he was ", "Ann ", "Ann-", "(", "A de ", "one person ", "1/", "1-",
    "staff no 1, ", "sort code ", "passport ", "x.com/", "NHS ", "+1 (1", "lat 1.", "Black: 1\n", "name,name\n",
    "He is ill. ", "|1|", "Smith,Jo,", "ann quill ",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.once
@pytest.mark.parametrize("unit", UNITS)
def test_a_long_text_is_looked_through_once(unit):
    text = (unit * (_LONG // len(unit) + 1))[:_LONG]
    began = time.process_time()

    personal_data(text, known=[KnownPerson("Ann Quill"), KnownPerson("A A")])

    assert time.process_time() - began < _MOST_SECONDS
