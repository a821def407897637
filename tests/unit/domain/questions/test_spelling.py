"""Names are found in every spelling, and what is cut is cut from the text as it was written."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.questions.spelling import plain, spelled, spelling_of

SIAN = spelling_of([spelled("Siân O'Brien-Łukasz")])
FOUND = [
    "SIAN O\u2019BRIEN\u2011LUKASZ",
    "Sia\u0302n\u00a0 O\u02bcBrien\u2013\u0141ukasz",
    "S\u00adi\u200ban O'Brien-Łukas\u017e",
    "\uff33\uff49\uff41\uff4e O'Brien-Lukasz",
]
"""Capitals, accents that stand by themselves, signs that are not shown, other dashes, wide letters."""


@pytest.mark.parametrize("written", FOUND)
@pytest.mark.parametrize(
    "around", ["{}", "½ of … {}, ﬁne.", "™{}\u0301!", "a\u0301 {}\u200b\u00ad é"]
)
def test_a_name_is_found_in_every_spelling_and_what_stands_around_it_stays(written, around):
    begins, behind = around.split("{}")

    shown = SIAN.sub("X", begins + written + behind)

    assert shown == begins + "X" + behind.lstrip("\u0301\u200b\u00ad")


@pytest.mark.parametrize(
    "written", ["Siana O'Brien-Łukasz", "Sian OBrien-Łukasz", "aSiân O'Brien-Łukasz", "Siân"]
)
def test_another_name_stays(written):
    assert SIAN.sub("X", written) == written
    assert list(SIAN.spans(written)) == []


@pytest.mark.parametrize("words", [[], [""], [spelled("\u200b \u00ad")]])
def test_without_words_that_can_be_seen_nothing_is_looked_for(words):
    assert spelling_of(words) is None


def test_case_counts_where_it_is_said_to():
    may = spelling_of([spelled("May")], flags=re.NOFLAG)

    assert may.sub("X", "May may Máy") == "X may X"


_SIGNS = st.sampled_from(
    [*"abé Łß½ﬁ™'-.\n", "\u0301", "\u200b", "\u2019", "\u00a0", "\U0001d409", "İ"]
)


@given(st.text(_SIGNS, max_size=30), st.text(_SIGNS, max_size=4))
def test_what_is_found_is_what_is_spelled_so_and_the_rest_stays(text, words):
    spelling = spelling_of([spelled(words)])
    spans = list(spelling.spans(text)) if spelling else []

    for begins, ends in spans:
        found = plain(text[begins:ends]).casefold()
        assert found.split() == plain(words).casefold().split()
    if spelling:
        assert spelling.sub("", text) == "".join(_outside(text, spans))


def _outside(text, spans):
    at = 0
    for begins, ends in (*spans, (len(text), len(text))):
        yield text[at:begins]
        at = ends


@given(st.text())
def test_plain_letters_are_those_that_are_left_without_what_stands_on_them(text):
    apart = unicodedata.normalize("NFKD", text)

    assert plain(plain(text)) == plain(text)
    assert len(plain(text)) <= len(apart)
