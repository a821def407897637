"""Results of the survey: nobody's answer can be told from them."""

import datetime as dt

from answerable.domain.assurance.surveys import (
    MonthCounts,
    ShownShare,
    counts_of,
    may_close,
    results,
    shown_share,
    waiting,
)

_JANUARY, _FEBRUARY, _MARCH = (dt.date(2026, month, 1) for month in (1, 2, 3))


def _month(month, scores, invited=20):
    return MonthCounts(month, invited, len(scores), counts_of({"overall": one} for one in scores))


def test_months_with_few_answers_are_shown_together():
    months = [_month(_JANUARY, [5, 4, 1]), _month(_FEBRUARY, [5, 5, 2]), _month(_MARCH, [1, 1])]

    (shown,) = results(months)

    assert (shown.first, shown.last, shown.answered, shown.invited) == (_JANUARY, _FEBRUARY, 6, 40)
    assert shown.content["overall"] == ShownShare(65)
    assert waiting(months) == (_MARCH,)


def test_a_group_that_was_shown_does_not_change_when_a_month_is_added():
    months = [_month(_JANUARY, [5, 4, 1]), _month(_FEBRUARY, [5, 5, 2])]

    later = [*months, _month(_MARCH, [1, 2, 3, 4, 5])]

    assert results(later)[0] == results(months)[0]


def test_a_question_that_four_answered_has_no_share():
    months = [MonthCounts(_JANUARY, 20, 6, counts_of([{"easy": 5}] * 4 + [{"overall": 5}] * 2))]

    (shown,) = results(months)

    assert shown.content["easy"] is None


def test_of_a_few_it_is_never_said_that_all_are_of_one_mind():
    assert shown_share(6, 6) == ShownShare(90, "more than")
    assert shown_share(0, 6) == ShownShare(10, "less than")
    assert shown_share(40, 40) == ShownShare(100)


def test_a_month_is_closed_when_its_last_link_has_ended():
    assert not may_close(_JANUARY, dt.date(2026, 3, 17))
    assert may_close(_JANUARY, dt.date(2026, 3, 18))
