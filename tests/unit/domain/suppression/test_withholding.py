"""No silent star: what is withheld or rounded needs an assessment, and comes with its decisions."""

import dataclasses
import datetime as dt

import pytest

from answerable.domain.suppression.controlling import Range, Reason, controlled
from answerable.domain.suppression.profiles import profile_named
from answerable.domain.suppression.tables import (
    TOTAL,
    Cell,
    CountTable,
    Margins,
    Sum,
    TableDisagrees,
    grid,
)
from answerable.domain.suppression.withholding import Assessment, NotAssessed, publishable

ASSESSED = Assessment(
    who_might_look="Colleagues of the officers",
    what_else_there_is="Reports of two hearings in the local press",
    who_would_be_identified="The one officer of that rank",
    what_would_be_learnt="That he was found guilty",
    why_no_less="The force has so few officers that a year cannot be given either",
    is_identifying=True,
    assessed_by="A. Officer",
    assessed_on=dt.date(2026, 11, 3),
)
TABLE = grid(["North", "South"], ["2023", "2024"], [[3, 20], [14, 31]])


def test_margins_are_added_up():
    counts = {cell.place: cell.count for cell in TABLE.cells}

    assert counts["North", TOTAL] == 23
    assert counts[TOTAL, "2023"] == 17
    assert counts[TOTAL, TOTAL] == 68
    assert len(TABLE.sums) == 6


def test_subtotals_are_cells_as_others_are():
    table = grid(["a", "b", "c"], ["x"], [[1], [2], [4]], subtotals={"a and b": ["a", "b"]})
    counts = {cell.place: cell.count for cell in table.cells}

    assert counts["a and b", "x"] == counts["a and b", TOTAL] == 3
    assert counts[TOTAL, TOTAL] == 7


def test_a_table_may_have_no_totals_but_one():
    table = grid(["a", "b"], ["x"], [[1], [2]], margins=Margins(rows=False, columns=False))

    assert [one.whole for one in table.sums] == [(TOTAL, TOTAL)]


WRONG = [
    (lambda: grid(["a"], ["x"], [[1, 2]]), "1 rows of 1"),
    (lambda: grid(["a", "a"], ["x"], [[1], [2]]), "twice"),
    (lambda: CountTable((Cell(("a",), -1),)), "is -1"),
    (lambda: Sum(("b",), (("a",), ("a",))), "twice in the sum of b"),
    (lambda: Sum(("b",), (("a",), ("b",))), "twice in the sum of b"),
    (lambda: CountTable((Cell(("a",), 1), Cell(("a",), 1))), "a stands twice"),
    (lambda: CountTable((Cell(("a",), 1),), (Sum(("b",), (("a",),)),)), "no such cell"),
    (lambda: CountTable((Cell(("a",), 1), Cell(("b",), 2)), (Sum(("b",), (("a",),)),)), "add up to 1"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "says"), WRONG)
def test_a_table_that_does_not_fit_together_is_refused(make, says):
    with pytest.raises(TableDisagrees, match=says):
        make()


def test_a_table_as_counted_needs_no_decision():
    leaves = publishable(controlled(TABLE, profile_named("none")), None)

    assert leaves.decisions == ()
    assert leaves.printed(("North", "2023")) == "3"


def test_small_counts_are_withheld_only_after_an_assessment():
    table = controlled(TABLE, profile_named("nhs-hes"))

    with pytest.raises(NotAssessed, match=r"identify somebody: North, 2023; .*Miller"):
        publishable(table, None)


@pytest.mark.parametrize("left_open", ["who_might_look", "why_no_less", "assessed_by"])
def test_an_assessment_with_a_question_open_is_none(left_open):
    assessment = dataclasses.replace(ASSESSED, **{left_open: " "})

    with pytest.raises(NotAssessed):
        publishable(controlled(TABLE, profile_named("nhs-hes")), assessment)


def test_what_identifies_nobody_is_published_as_it_was_counted():
    assessment = dataclasses.replace(ASSESSED, is_identifying=False)

    with pytest.raises(NotAssessed, match="publish these as they were counted"):
        publishable(controlled(TABLE, profile_named("ons-10")), assessment)


def test_each_figure_that_is_not_given_as_counted_has_its_decision():
    leaves = publishable(controlled(TABLE, profile_named("nhs-hes")), ASSESSED)
    decided = {one.place: one for one in leaves.decisions}

    assert leaves.printed(("North", "2023")) == "*"
    assert leaves.printed(("South", "2024")) == "30"
    assert decided["North", "2023"].is_withheld
    assert decided["North", "2023"].provision == "40(2)"
    assert "from 1 to 7" in decided["North", "2023"].why
    assert not decided["South", "2024"].is_withheld
    assert ("North", "2024") not in decided


def test_what_a_reader_knows_of_each_cell_follows_from_the_profile():
    cells = controlled(
        TABLE, profile_named("nhs-hes"), complements=frozenset({("South", "2023")})
    ).by_place

    assert cells["North", "2023"].known == Range(1, 7)
    assert cells["North", "2024"].known == Range(18, 22)
    assert cells["South", "2023"].reason is Reason.COMPLEMENTARY
    assert cells["South", "2023"].known == Range(0, None)


def test_an_amount_that_two_have_is_withheld():
    table = CountTable((Cell(("a",), 1000, (700, 250, 50)), Cell(("b",), 90, (30, 30, 30))))

    cells = controlled(table, profile_named("acro")).by_place

    assert cells[("a",)].reason is Reason.DOMINATED
    assert cells[("b",)].reason is None
