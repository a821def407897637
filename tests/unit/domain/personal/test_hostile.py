"""Texts that are made to be read again and again are read once."""

import time

import pytest

from answerable.domain.release.people import KnownPerson
from answerable.domain.release.personal import personal_data

pytestmark = [pytest.mark.slow, pytest.mark.once]
_LONG, _SHORT = 300_000, 50_000
_SECONDS_A_MILLION = 90
"""Generous, and of processor time: what goes back over such a text takes hours."""
LONG = ("a", "1", "Aa ", "a@", "1.", "\n", "Name: ", "He is ill. ")
SHORT = (
    "A", "1 ", "A ", "A. ", "A,", "Mr ", "Mr A", "@a", "07 ", "1.1.1.1", "a:", "1:", "12 Aa Bb ", "Aa, ", "GB29 ", "born ",
    "he was ", "Ann ", "Ann-", "(", "A de ", "one person ", "1/", "1-", "staff no 1, ", "sort code ", "passport ", "x.com/",
    "NHS ", "+1 (1", "lat 1.", "Black: 1\n", "name,name\n", "|1|", "Smith,Jo,", "ann quill ", "card ", "born (d",
)  # fmt: skip
KNOWN = (KnownPerson("Ann Quill"), KnownPerson("A A"))


def seconds(text):
    began = time.process_time()
    personal_data(text, known=KNOWN)
    return time.process_time() - began


@pytest.mark.parametrize("unit", LONG)
def test_a_long_text_is_looked_through_once(unit):
    assert seconds((unit * _LONG)[:_LONG]) < _SECONDS_A_MILLION * _LONG / 1_000_000


@pytest.mark.parametrize("unit", SHORT)
def test_no_unit_is_read_again_and_again(unit):
    assert seconds((unit * _SHORT)[:_SHORT]) < _SECONDS_A_MILLION * _SHORT / 1_000_000
