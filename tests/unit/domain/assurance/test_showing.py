"""What of a month everybody may see: nothing tells of one to four."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.assurance.promises import (
    FEWEST,
    NO_FIGURE,
    Aim,
    Explanation,
    Figure,
    RecordedMonth,
    is_met,
    is_withheld,
    may_say_whether_met,
    published_month,
    share,
    source_of,
)

_LEAST, _MOST = Aim.AT_LEAST, Aim.AT_MOST


@pytest.mark.parametrize(
    ("figure", "withheld"),
    [
        (share(0, 0), False),
        (share(0, 3), True),
        (share(3, 3), True),
        (share(0, 5), False),
        (share(5, 5), False),
        (share(1, 60), True),
        (share(4, 60), True),
        (share(5, 60), False),
        (share(55, 60), False),
        (share(56, 60), True),
        (share(60, 60), False),
        (Figure(12_000, denominator=4), True),
        (Figure(12_000, denominator=5), False),
        (Figure(2_000), False),
        (Figure(None, denominator=0), False),
        (Figure(None), False),
    ],
    ids=str,
)
def test_what_is_of_one_to_four_on_a_side_is_not_shown(figure, withheld):
    assert is_withheld(figure) is withheld


@pytest.mark.parametrize(
    ("figure", "target", "aim", "may"),
    [
        # Of 100, one to four late are above 95 in any case.
        (share(98, 100), 95_000, _LEAST, True),
        # Of 40, one or two late meet 95 per cent, three or four miss it: two are left either way.
        (share(38, 40), 95_000, _LEAST, True),
        # Of 60, one to three late meet it and four alone miss it: each of them would be told from the fourth.
        (share(56, 60), 95_000, _LEAST, False),
        (share(59, 60), 95_000, _LEAST, False),
        (share(2, 60), 4_000, _MOST, True),
        (share(3, 4), 50_000, _LEAST, False),
        (Figure(12_000, denominator=3), 20_000, _MOST, False),
        (share(55, 60), 95_000, _LEAST, True),
        (Figure(2_000), 1_000, _MOST, True),
    ],
)
def test_whether_it_was_met_is_said_only_where_two_numbers_are_left(figure, target, aim, may):
    assert may_say_whether_met(figure, target=target, aim=aim) is may


@pytest.mark.parametrize(
    ("source", "withheld"),
    [
        ("answers_in_time", False),
        ("days_to_answer", False),
        ("acknowledged_in_2", False),
        ("acknowledged_in_5", False),
        ("days_to_acknowledge", False),
        ("reviews_in_time", False),
        ("reviews_upheld", True),
        ("satisfied", True),
        ("response_rate", True),
        ("by_hand_share", True),
        ("by_hand_days", True),
    ],
)
def test_small_numbers_are_withheld_where_they_say_something_of_people(source, withheld):
    day = dt.date(2025, 8, 1)
    recorded = RecordedMonth(day, share(58, 60), 95_000, day, Explanation("Two were late"), None)

    month = published_month(recorded, source_of(source), _LEAST)

    assert month.is_withheld is withheld
    assert month.figure == (NO_FIGURE if withheld else share(58, 60))
    assert month.is_met is (None if withheld else True)
    assert month.explanation.told == ("" if withheld else "Two were late")


@given(
    st.integers(0, 300).flatmap(lambda most: st.tuples(st.integers(0, most), st.just(most))),
    st.integers(0, 100_000),
    st.sampled_from(Aim),
)
def test_nobody_who_knows_of_how_many_it_is_learns_a_small_number(counts, target, aim):
    """Everything that would look the same is tried: what is withheld stays one of several."""

    def seen(numerator, denominator):
        figure = share(numerator, denominator)
        says = may_say_whether_met(figure, target=target, aim=aim)
        return (
            None if is_withheld(figure) else figure.value,
            is_met(figure.value, target, aim) if says else None,
        )

    numerator, denominator = counts
    figure = share(numerator, denominator)
    alike = [
        one
        for one in range(denominator + 1)
        if seen(one, denominator) == seen(numerator, denominator)
    ]

    if not is_withheld(figure):
        assert alike == [numerator]
    elif numerator < FEWEST < denominator - numerator:
        assert sum(one < FEWEST for one in alike) > 1
    elif denominator - numerator < FEWEST < numerator:
        assert sum(denominator - one < FEWEST for one in alike) > 1
    else:
        assert len(alike) > 1
