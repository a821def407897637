"""Which pairs of questions on file other words would relate in another way."""

import datetime as dt

from answerable.domain.precedent.asked import reader_of
from answerable.domain.precedent.office import OfficeWords, groups_in_use
from answerable.matching.analysis import stem_of
from answerable.matching.precedents import Filed
from answerable.matching.trying import changed_pairs

DAY = dt.date(2024, 6, 3)
BOARDS, ZORKLES = (f"How many {one} did you buy?" for one in ("wobble boards", "zorkles"))


def reader(*groups):
    return reader_of(stem_of, groups_in_use(OfficeWords(groups), stem_of))


def filed(reference, text, *, on=DAY):
    return Filed(reference, "1", None, text, on, (), (), "")


def changed(*questions):
    """Return the pairs that a group of both words relates in another way."""
    after = reader(("wobble board", "zorkle"))
    return list(changed_pairs(questions, reader(), after, today=DAY))


def test_a_pair_that_becomes_the_same_is_told_with_the_later_question_first():
    (pair,) = changed(
        filed("7", BOARDS, on=dt.date(2023, 1, 1)), filed("8", ZORKLES), filed("9", "Who pays?")
    )

    assert (pair.later.reference, pair.earlier.reference) == ("8", "7")
    assert pair.before != "same"
    assert pair.after == "same"


def test_a_pair_that_stays_as_it_is_is_not_told():
    assert changed(filed("7", ZORKLES), filed("8", ZORKLES)) == []


def test_questions_of_one_request_are_no_pair():
    assert changed(filed("7", BOARDS), filed("7", ZORKLES)) == []
