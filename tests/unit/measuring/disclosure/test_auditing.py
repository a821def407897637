"""No withheld count can be worked out: proved beside an enumeration of every table with the same figures."""

import datetime as dt
import itertools
import random
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.suppression.controlling import Range, Reason, controlled
from answerable.domain.suppression.profiles import Profile, profile_named
from answerable.domain.suppression.tables import TOTAL, Margins, Sum, grid
from answerable.measuring.disclosure import (
    CannotProtect,
    FiguresDisagree,
    audited,
    protected,
    ranges,
)
from answerable.measuring.disclosure.bounds import _ranges
from answerable.measuring.disclosure.narrowing import narrow
from answerable.measuring.disclosure.networks import arcs_of, flowed
from answerable.measuring.disclosure.programmes import programmed, some_table
from answerable.measuring.disclosure.systems import parts_of

# Counts in the enumeration go up to here; those of the tables stay well below it.
CEILING = 9


def profile(*, most=2, rounded_to=1, protection=1, least=1):
    return Profile(
        *("small", "", "", dt.date(2026, 1, 1), rounded_to),
        most=most,
        least=least,
        protection=protection,
    )


def bodies(most_rows=3, most_columns=3, most=5):
    return st.tuples(st.integers(1, most_rows), st.integers(1, most_columns)).flatmap(
        lambda size: st.lists(
            st.lists(st.integers(0, most), min_size=size[1], max_size=size[1]),
            min_size=size[0],
            max_size=size[0],
        )
    )


ALL = Margins()


def table_of(body, margins=ALL):
    rows = [f"row {number}" for number in range(len(body))]
    columns = [f"column {number}" for number in range(len(body[0]))]
    return grid(rows, columns, body, margins=margins)


MARGINS = st.builds(Margins, rows=st.booleans(), columns=st.booleans(), grand=st.booleans())


def every_table(leaves, body):
    """Yield the counts of every table that would be printed just so, by trying each one.

    It knows of a cell what the page and the reasons say, and shares nothing with the audit.
    """
    places = [
        (f"row {row}", f"column {column}")
        for row in range(len(body))
        for column in range(len(body[0]))
    ]
    cells = leaves.by_place

    def fits(place, count):
        cell, rules = cells[place], leaves.profile
        if cell.reason is Reason.SMALL:
            return rules.is_small(count)
        if cell.reason is Reason.COMPLEMENTARY:
            return rules.least == 1 or not rules.is_small(count)
        return not rules.is_small(count) and rules.rounded(count) == cell.printed

    choices = [[n for n in range(CEILING + 1) if fits(place, n)] for place in places]
    for counts in itertools.product(*choices):
        known = dict(zip(places, counts, strict=True))
        for one in leaves.sums:
            known[one.whole] = sum(known[part] for part in one.parts)
        if all(fits(place, count) for place, count in known.items()):
            yield known


def is_small_enough(leaves):
    """Whether the enumeration ends within the second."""
    free = sum(cell.reason is not None for cell in leaves.cells)
    return free <= 7


@given(bodies(2, 3), MARGINS, st.integers(1, 2), st.sampled_from([1, 1, 1, 3]))
def test_no_withheld_count_of_a_protected_table_can_be_worked_out(
    body, margins, protection, rounded_to
):
    rules = profile(protection=protection, rounded_to=rounded_to)
    try:
        leaves, audit = protected(table_of(body, margins), rules)
    except CannotProtect:
        return

    assert audit.is_releasable
    if not is_small_enough(leaves):
        return
    possible = list(every_table(leaves, body))
    for cell in leaves.withheld:
        counts = {table[cell.place] for table in possible}
        width = min(protection, 1) if cell.reason is Reason.SMALL else protection
        assert max(counts) - min(counts) >= width, (cell, counts)


@given(bodies(2, 3), MARGINS, st.sampled_from([1, 3]))
def test_the_audit_says_what_trying_every_table_says(body, margins, rounded_to):
    leaves = controlled(table_of(body, margins), profile(rounded_to=rounded_to))

    audit = audited(leaves)

    if is_small_enough(leaves):
        possible = list(every_table(leaves, body))
        for place, found in audit.ranges.items():
            counts = {table[place] for table in possible}
            # Exactly as wide where counts are exact; gaps among rounded counts are not told, and err on no side.
            assert found.least <= min(counts)
            assert found.most is None or found.most >= max(counts)
            if rounded_to == 1 and found.most is not None and found.most <= CEILING:
                assert (found.least, found.most) == (min(counts), max(counts))


@given(bodies(4, 4, 12), st.sampled_from([1, 5]), MARGINS)
def test_flows_and_programmes_say_the_same(body, rounded_to, margins):
    leaves = controlled(table_of(body, margins), profile(most=4, rounded_to=rounded_to))

    for part in parts_of({cell.place: cell.known for cell in leaves.cells}, leaves.sums):
        narrow(part)
        if part.equations:
            by_flows = flowed(part, arcs_of(part), some_table(part))
            assert by_flows == programmed(part) == _ranges(part)


@given(bodies(4, 3, 12), st.sampled_from([1, 5]))
def test_what_is_told_as_wide_enough_is_so(body, rounded_to):
    leaves = controlled(table_of(body), profile(most=4, rounded_to=rounded_to))

    for part in parts_of({cell.place: cell.known for cell in leaves.cells}, leaves.sums):
        narrow(part)
        for short, whole in zip(programmed(part, 3), programmed(part), strict=True):
            assert short == whole or not short.is_narrower_than(3)
            assert short.least >= whole.least
            assert whole.most is None or short.most <= whole.most


@given(bodies(5, 4, 30))
def test_shipped_profiles_protect_random_tables(body):
    for name in ("nhs-hes", "ons-10", "acro"):
        with suppress(CannotProtect):
            _, audit = protected(table_of(body), profile_named(name))
            assert audit.is_releasable


def test_two_withheld_counts_of_a_table_with_totals_hide_nothing():
    body = [[3, 20, 31, 44, 15], [12, 19, 27, 33, 18], [25, 2, 29, 14, 16], [22, 37, 13, 24, 11]]
    leaves = controlled(table_of(body), profile_named("nhs-hes"))
    exact = controlled(table_of(body), profile(most=7))

    assert {one.range for one in audited(exact).exposures} == {Range(3, 3), Range(2, 2)}
    assert audited(exact).exposures[0].words.startswith("row 0, column 0 is 3")
    assert audited(leaves).is_releasable


def test_complements_are_few_and_small():
    body = [[3, 20, 31], [12, 19, 27], [25, 29, 14]]

    leaves, _ = protected(table_of(body), profile(most=7))

    hidden = {cell.place: cell.reason for cell in leaves.withheld}
    assert len(hidden) == 4
    assert hidden["row 1", "column 0"] is Reason.COMPLEMENTARY


def test_a_rounded_figure_that_its_total_makes_exact_is_exposed():
    rules = profile(most=0, rounded_to=5)
    leaves = controlled(table_of([[12], [12], [12], [12]], Margins(grand=False, rows=False)), rules)

    # Each is 8 to 12, and together they are 48 to 52: each is 12.
    found = {one.place[0]: one.range for one in audited(leaves).exposures}
    assert found == {f"row {row}": Range(12, 12) for row in range(4)} | {TOTAL: Range(48, 48)}


def test_a_table_that_cannot_be_protected_is_refused():
    with pytest.raises(CannotProtect, match="put rows or columns together"):
        # Both are one or two, and so is their total: both are one.
        protected(table_of([[1, 1]]), profile(most=2))


def test_subtotals_that_make_no_network_are_solved_by_programmes():
    rows, columns = ["a", "b", "c"], ["x", "y", "z"]
    table = grid(
        rows, columns, [[2, 4, 5], [8, 1, 6], [4, 5, 3]], subtotals={"a and b": ["a", "b"]}
    )

    exposed = audited(controlled(table, profile(most=3))).exposures
    leaves, audit = protected(table, profile(most=3))

    assert {one.range for one in exposed} == {Range(2, 2), Range(1, 1), Range(3, 3)}
    assert audit.is_releasable
    parts = parts_of({cell.place: cell.known for cell in leaves.cells}, leaves.sums)
    assert any(arcs_of(part) is None for part in parts)


def test_a_ring_of_three_sums_needs_whole_numbers():
    # a + b, b + c and c + a are printed: a programme of fractions alone would do here as well,
    # but three sums in a ring are no network.
    known = {(name,): Range(0, None) for name in "abc"} | {
        ("ab",): Range(3, 3),
        ("bc",): Range(5, 5),
        ("ca",): Range(4, 5),
    }
    sums = [Sum((whole,), tuple((part,) for part in whole)) for whole in ("ab", "bc", "ca")]

    found = ranges(known, sums)

    # c + a can be 4 only: were it 5, a would be one and a half.
    assert found[("ca",)] == Range(4, 4)
    assert [found[(name,)] for name in "abc"] == [Range(1, 1), Range(2, 2), Range(3, 3)]


def test_figures_that_contradict_each_other_are_told():
    known = {("a",): Range(2, 2), ("b",): Range(0, 1), ("all",): Range(9, 9)}

    with pytest.raises(FiguresDisagree):
        ranges(known, [Sum(("all",), (("a",), ("b",)))])
    with pytest.raises(FiguresDisagree):
        ranges({**known, ("b",): Range(1, 1)}, [Sum(("all",), (("a",), ("b",)))])


@pytest.mark.slow
def test_a_table_of_45_rows_and_11_columns_is_audited_in_two_seconds():
    chosen = random.Random(1)  # noqa: S311 the same table on every run
    body = [[int(chosen.random() ** 2 * 40) for _ in range(11)] for _ in range(45)]
    leaves = controlled(table_of(body), profile_named("ons-10"))

    began = time.process_time()
    audit = audited(leaves)
    took = time.process_time() - began

    assert len(audit.ranges) > 145
    assert took < 2
