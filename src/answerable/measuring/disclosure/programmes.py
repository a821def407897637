"""The least and the most of each unknown by linear programming (HiGHS), in whole numbers."""

from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix

from answerable.domain.suppression.controlling import Range
from answerable.measuring.disclosure.systems import FiguresDisagree, Part

_INFEASIBLE = 2
_MOST_TRIED, _MOST_IDLE = 60, 6
_SLACK = 1e-6


def matrix_of(part: Part) -> csr_matrix:
    """Return the sums of a part: a row for each equation, a column for each unknown."""
    entries = [
        (row, column, sign)
        for row, equation in enumerate(part.equations)
        for column, sign in equation.signs.items()
    ]
    rows, columns, signs = zip(*entries, strict=True)
    shape = (len(part.equations), len(part.places))
    return csr_matrix((np.array(signs, dtype=float), (rows, columns)), shape=shape)


def some_table(part: Part) -> list[int] | None:
    """Return one table that fits a part whose programmes have whole corners; None if a corner is not whole.

    :raises FiguresDisagree: if none fits.
    """
    found = linprog(
        np.zeros(len(part.places)),
        A_eq=matrix_of(part),
        b_eq=[equation.right for equation in part.equations],
        bounds=list(zip(part.least, part.most, strict=True)),
        method="highs-ds",
    )
    if found.status == _INFEASIBLE:
        raise FiguresDisagree(f"no table has all figures around {part.places[0]}")
    if found.x is None:
        raise RuntimeError(f"the programme was not solved: {found.message}")
    whole = [round(value) for value in found.x]
    return whole if max(abs(found.x - whole)) < _SLACK else None


def programmed(part: Part, enough: int | None = None) -> list[Range]:
    """Return the range of each unknown, each end by a programme of its own.

    In whole numbers, since a range of fractions may be wide where one single whole number fits. With `enough`,
    a few tables that fit are tried first: where they differ by so much in an unknown, its range is told as
    wide as they show, and may be wider.

    :raises FiguresDisagree: if no table has all of these figures.
    """
    sums = LinearConstraint(
        matrix_of(part),
        *[np.array([equation.right for equation in part.equations], dtype=float)] * 2,
    )
    mosts = [np.inf if most is None else most for most in part.most]
    bounds = Bounds(np.array(part.least, dtype=float), np.array(mosts, dtype=float))
    shown = _shown(part, sums, bounds, enough) if enough else {}
    if not shown:
        # That some table fits must be seen before an end is taken for open.
        _end(0, sums, bounds, sign=0)
    ranges = []
    for number, ends in enumerate(zip(part.least, part.most, strict=True)):
        if ends[0] == ends[1]:
            ranges.append(Range(*ends))
            continue
        if number in shown:
            ranges.append(shown[number])
            continue
        least = _end(number, sums, bounds, sign=1)
        most = _end(number, sums, bounds, sign=-1)
        # Counts have a least end always: nought.
        ranges.append(Range(ends[0] if least is None else least, most))
    return ranges


def _shown(part: Part, sums: LinearConstraint, bounds: Bounds, enough: int) -> dict[int, Range]:
    """Return the unknowns in which some tables that fit differ by enough, with the ends that these show.

    Each table goes to an extreme of what is not shown yet: all high, all low, then high and low by turns.
    """
    closed = Bounds(bounds.lb, np.minimum(bounds.ub, bounds.lb + _ceiling(part)))
    turns = np.random.default_rng(1)
    low, high = np.full(len(bounds.lb), np.inf), np.full(len(bounds.lb), -np.inf)
    unsettled = np.ones(len(bounds.lb), dtype=bool)
    idle = 0
    for number in range(_MOST_TRIED):
        signs = (
            turns.choice((-1.0, 1.0), len(low))
            if number > 1
            else np.full(len(low), 1.0 - 2 * number)
        )
        found = _solved(signs * unsettled, sums, closed)
        if found.x is None:
            return {}
        table = np.round(found.x)
        low, high = np.minimum(low, table), np.maximum(high, table)
        left = unsettled & (high - low < enough)
        idle = 0 if left.sum() < unsettled.sum() else idle + 1
        unsettled = left
        if number and (idle > _MOST_IDLE or not unsettled.any()):
            break
    return {
        number: Range(int(low[number]), int(high[number]))
        for number in range(len(low))
        if not unsettled[number]
    }


def _ceiling(part: Part) -> float:
    """Return a count that is out of reach of every figure: open ends are cut off there to try tables."""
    figures = [abs(equation.right) for equation in part.equations]
    return 1000.0 + sum(figures) + sum(most or 0 for most in part.most)


def _solved(goal: "np.ndarray[Any, Any]", sums: LinearConstraint, bounds: Bounds) -> Any:
    """Return what a programme came to, solved in whole numbers.

    Fractions are let in first: most corners are whole by themselves, and what is best among fractions and
    whole is best among whole numbers.
    """
    found = milp(goal, constraints=sums, bounds=bounds)
    if found.x is None or np.abs(found.x - np.round(found.x)).max() < _SLACK:
        return found
    return milp(goal, constraints=sums, bounds=bounds, integrality=np.ones(len(goal)))


def _end(number: int, sums: LinearConstraint, bounds: Bounds, *, sign: int) -> int | None:
    goal = np.zeros(len(bounds.lb))
    goal[number] = sign
    found = _solved(goal, sums, bounds)
    if found.status == _INFEASIBLE:
        raise FiguresDisagree("no table has all of these figures")
    if found.x is None and any(goal) and "unbounded" in found.message.lower():
        # It may say "unbounded or infeasible": that some table fits was seen before.
        return None
    if found.x is None:
        # Nothing is said to be safe that was not solved to its end.
        raise RuntimeError(f"the programme was not solved: {found.message}")
    end: int = sign * round(found.fun)
    return end
