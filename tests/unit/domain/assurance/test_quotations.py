"""Words of the survey: what is found in them, where, and whether they may be shown. All names are invented."""

import pytest

from answerable.domain.assurance.quotations import (
    LONGEST,
    WordsRefused,
    check_length,
    check_may_be_shown,
    found_words,
    line_of,
    stretches,
)
from answerable.domain.assurance.survey_data import result_as_json, result_from, share_in_words
from answerable.domain.assurance.surveys import ShownShare, SurveyResult
from answerable.domain.personal.kinds import PersonalKind
from tests.support.survey_scenes import APRIL, MAY

WORDS = "Quick, thank you.\nWrite to quilla@ferry.example or call 07700 900123; quilla@ferry.example again."


def _found(text=WORDS):
    return found_words(text, lambda _: ())


def test_the_same_words_are_found_once_with_each_of_their_places():
    mail, phone = _found()

    assert (mail.kind, mail.words, len(mail.places)) == (
        PersonalKind.EMAIL, "quilla@ferry.example", 2,
    )  # fmt: skip
    assert phone.kind is PersonalKind.PHONE
    assert [line_of(WORDS, start) for start, _ in mail.places] == [2, 2]


def test_what_is_found_is_marked_and_all_else_stays_as_it_is():
    pieces = list(stretches(WORDS, _found()))

    assert "".join(text for text, _ in pieces) == WORDS
    assert [text for text, is_found in pieces if is_found].count("quilla@ferry.example") == 2


def test_words_may_be_shown_when_each_find_is_said_to_be_nobody():
    found = _found()
    confirmed = {one.key: "It is the office's own" for one in found}

    assert check_may_be_shown(found, confirmed) is None
    assert check_may_be_shown((), {}) is None


@pytest.mark.parametrize("why", ["", "  ", "x" * 501])
def test_a_find_that_nobody_explained_keeps_the_words_back_without_repeating_it(why):
    found = _found()
    confirmed = {one.key: "It is the office's own" for one in found} | {found[0].key: why}

    with pytest.raises(WordsRefused) as refusal:
        check_may_be_shown(found, confirmed)

    assert "quilla" not in str(refusal.value)


@pytest.mark.parametrize("words", ["", "x" * (LONGEST + 1)])
def test_no_words_and_too_many_cannot_be_kept(words):
    with pytest.raises(WordsRefused):
        check_length(words)


def test_a_result_as_data_is_the_same_result_again():
    shares = {"easy": None, "clear": ShownShare(65), "overall": ShownShare(90, "more than")}
    result = SurveyResult(APRIL, MAY, 40, 6, shares, ShownShare(15))

    assert result_from(result_as_json(result)) == result
    assert [share_in_words(one) for one in shares.values()] == ["", "65", "more than 90"]
