"""Tables beside those that left before: which of them together give a small group away."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.suppression.controlling import Range, controlled
from answerable.domain.suppression.profiles import profile_named
from answerable.domain.suppression.released import (
    Category,
    Dimension,
    Figure,
    ReleasedRefused,
    ReleasedTable,
    everything,
    months,
    released,
)
from answerable.domain.suppression.tables import Margins, grid
from answerable.measuring.disclosure.differencing import compared
from answerable.measuring.disclosure.populations import TooManyTogether

ONS = profile_named("ons-10")
HELD = Range(1, 9)


def period(label, first, last):
    return Category(label, months(first, last))


def table(name, figures, *dimensions, counts="allegations"):
    return ReleasedTable(
        name,
        counts,
        tuple(Dimension(*one) for one in dimensions),
        tuple(
            Figure(
                tuple(labels),
                HELD if count is None else Range(count, count),
                is_withheld=count is None,
            )
            for *labels, count in figures
        ),
    )


SPRING = period("April to June", "2024-04", "2024-06")
SUMMER = period("April to July", "2024-04", "2024-07")
LONDON, REST = Category("London", frozenset({"London"})), Category("The rest", frozenset({"London"}), is_all_but=True)  # fmt: skip


def test_a_year_to_date_gives_its_last_month_away():
    june = table("June log, table 1", [("April to June", 40)], ("period", (SPRING,)))
    july = table("July log, table 1", [("April to July", 43)], ("period", (SUMMER,)))

    (given_away,) = compared(july, [june], ONS).given

    assert given_away.range == Range(3, 3)
    assert given_away.words == (
        "July log, table 1 and June log, table 1 together give away period: 2024-07: 3"
    )


def test_a_large_last_month_gives_nobody_away():
    june = table("June", [("April to June", 40)], ("period", (SPRING,)))
    july = table("July", [("April to July", 70)], ("period", (SUMMER,)))

    assert compared(july, [june], ONS).is_releasable


def test_a_total_in_another_month_gives_the_rest_away():
    first = table("May", [("London", 50)], ("area", (LONDON,)))
    second = table("June", [("Total", 54)], ("area", (everything(),)))

    (given_away,) = compared(second, [first], ONS).given

    assert (given_away.who, given_away.range) == ("area: all but London", Range(4, 4))


def test_a_withheld_figure_is_given_away_by_a_table_of_another_grouping():
    first = table("May", [("London", 50), ("The rest", None)], ("area", (LONDON, REST)))
    second = table("June", [(54,)])

    (given_away,) = compared(second, [first], ONS).given

    assert given_away.is_withheld
    assert given_away.range == Range(4, 4)
    assert given_away.tables == ("June", "May")


def test_three_tables_may_be_needed_and_no_more_are_named():
    a, b, c, d = (Category(name, frozenset({name})) for name in "abcd")
    parts = table("first", [("a", 20)], ("kind", (a,)))
    more = table("second", [("b", 30)], ("kind", (b,)))
    other = table("third", [("d", 90)], ("kind", (d,)))
    both = Category("a to c", frozenset("abc"))
    new = table("new", [("a to c", 55)], ("kind", (both,)))

    assert compared(new, [parts, other], ONS).is_releasable
    (given_away,) = compared(new, [parts, other, more], ONS).given
    assert given_away.tables == ("new", "first", "second")
    assert (given_away.who, given_away.range) == ("kind: c", Range(5, 5))
    assert c.label == "c"


def test_coarser_bands_give_finer_ones_away():
    ages = [Category(name, frozenset({name})) for name in ("0-17", "18-24", "25-64")]
    young = Category("0-24", frozenset({"0-17", "18-24"}))
    fine = table("fine", [("0-17", None), ("18-24", 31), ("25-64", 80)], ("age", tuple(ages)))
    coarse = table("coarse", [("0-24", 33)], ("age", (young,)))

    (given_away,) = compared(coarse, [fine], ONS).given

    assert (given_away.who, given_away.range) == ("age: 0-17", Range(2, 2))


def test_a_later_snapshot_of_a_growing_register_gives_the_new_cases_away():
    may = Category("by May", frozenset({"by 2024-05"}))
    june = Category("by June", frozenset({"by 2024-05", "by 2024-06"}))
    first = table("May", [("by May", 120)], ("recorded", (may,)))
    second = table("June", [("by June", 121)], ("recorded", (june,)))

    assert compared(second, [first], ONS).given[0].range == Range(1, 1)


def test_what_counts_something_else_is_not_set_beside_it():
    june = table("June", [("April to June", 40)], ("period", (SPRING,)), counts="people")
    july = table("July", [("April to July", 43)], ("period", (SUMMER,)))

    assert compared(july, [june], ONS).is_releasable


def test_what_was_given_away_before_is_not_told_again():
    june = table("June", [("April to June", 40)], ("period", (SPRING,)))
    july = table("July", [("April to July", 43)], ("period", (SUMMER,)))
    area = table("area", [("London", 400)], ("area", (LONDON,)))

    assert compared(area, [june, july], ONS).is_releasable


def test_tables_that_cannot_hold_together_are_named():
    first = table("May", [("London", 50)], ("area", (LONDON,)))
    second = table("June", [("Total", 44)], ("area", (everything(),)))

    found = compared(second, [first], ONS)

    assert found.contradicts == ("May",)
    assert found.is_releasable


def test_rounded_figures_give_less_away():
    nhs = profile_named("nhs-hes")
    counts = grid(["London"], ["2024"], [[52]], margins=Margins(rows=False, columns=False))
    more = grid(["London"], ["2024"], [[55]], margins=Margins(rows=False, columns=False))
    year = [Dimension("year", (Category("2024", frozenset({"2024"})), everything()))]

    def leaves(one, name, area):
        return released(
            controlled(one, nhs),
            name=name,
            counts="cases",
            dimensions=[Dimension("area", (Category("London", area), everything())), *year],
        )

    first = leaves(counts, "May", frozenset({"London"}))
    second = leaves(more, "June", frozenset({"London", "Kent"}))

    assert compared(second, [first], nhs).is_releasable


def test_a_released_table_names_its_restriction_once():
    one = controlled(grid(["a"], ["x"], [[12]]), ONS)
    dimensions = [Dimension("kind", (Category("a", frozenset("a")), everything())), Dimension("to", (Category("x", frozenset("x")), everything()))]  # fmt: skip

    left = released(
        one,
        name="t",
        counts="c",
        dimensions=dimensions,
        restricted=[Dimension("period", (SPRING,))],
    )

    assert left.figures[0].labels == ("a", "x", "April to June")
    with pytest.raises(ReleasedRefused, match="one category"):
        released(one, name="t", counts="c", dimensions=dimensions, restricted=[Dimension("p", (SPRING, SUMMER))])  # fmt: skip
    with pytest.raises(ReleasedRefused, match="no category 'b'"):
        table("t", [("b", 1)], ("kind", (Category("a", frozenset("a")),)))
    with pytest.raises(ReleasedRefused, match="must have a label"):
        table("t", [(1,)], ("kind", (Category("a", frozenset("a")),)))


def test_months_are_the_values_of_a_period():
    assert months("2023-11", "2024-02") == {"2023-11", "2023-12", "2024-01", "2024-02"}
    with pytest.raises(ReleasedRefused, match="no month"):
        months("2023", "2024-02")
    with pytest.raises(ReleasedRefused, match="before"):
        months("2024-03", "2024-02")


def test_too_many_groups_are_refused():
    wide = tuple(Category(str(n), frozenset({str(n)})) for n in range(800))
    one = table("a", [("1",) * 2 + (1,)], ("x", wide), ("y", wide))

    with pytest.raises(TooManyTogether):
        compared(one, [], ONS)


CATEGORIES = st.sets(st.sampled_from("abcd"), min_size=1, max_size=4)


@given(
    st.lists(st.integers(0, 3), min_size=4, max_size=4),
    st.lists(st.lists(CATEGORIES, min_size=1, max_size=2), min_size=2, max_size=4),
)
def test_what_is_given_away_is_what_trying_every_population_says(counts, tables):
    population = dict(zip("abcd", counts, strict=True))

    def leaves(number, groups):
        categories = tuple(Category("".join(sorted(group)), frozenset(group)) for group in groups)
        figures = [(one.label, sum(population[unit] for unit in one.values)) for one in dict.fromkeys(categories)]  # fmt: skip
        return table(str(number), figures, ("unit", tuple(dict.fromkeys(categories))))

    new, *before = (leaves(number, groups) for number, groups in enumerate(tables))
    found = compared(new, before, ONS)

    possible = [
        trial
        for trial in itertools.product(range(13), repeat=4)
        if sum(trial) <= 12
        and all(
            sum(trial["abcd".index(unit)] for unit in figure.labels[0]) == figure.known.least
            for one in (new, *before)
            for figure in one.figures
        )
    ]
    for one in found.given:
        units = one.who.removeprefix("unit: ")
        if "all but" not in units and "with" not in units:
            totals = {
                sum(trial["abcd".index(unit)] for unit in units.split(", ")) for trial in possible
            }
            assert (min(totals), max(totals)) == (one.range.least, one.range.most)
