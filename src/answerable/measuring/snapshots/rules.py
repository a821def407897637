"""What the rows of a register must hold, as `pandera` checks it: made from the declaration."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData
from pandera.errors import SchemaErrors

from answerable.domain.measures.registers import Code, Column, ColumnKind, Register
from answerable.measuring.snapshots.values import value_of

_ERRORS = (
    "#N/A #REF! #VALUE! #DIV/0! #NAME? #NULL! #NUM! #SPILL! #CALC! #GETTING_DATA #NO-RESULT #ERROR"
).split()
_BEGINS_A_FORMULA = r"^[=+@-]"
# A number with a sign is none, nor is a dash for "nothing", nor a telephone number.
_IS_NO_FORMULA = r"^[+-][\s\d.,£%()]*$"
_UNSEEN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
_APRIL = 4


class Rule(StrEnum):
    """What a cell breaks. Of several, a cell is told the first in this order."""

    EMPTY = "not_nullable"
    """pandera's own name for a cell that must not be empty."""
    ERROR = "error"
    FORMULA = "formula"
    UNSEEN = "unseen"
    KIND = "kind"
    LEAST = "least"
    MOST = "most"
    NOT_BEFORE = "not-before"
    OUT_OF_USE = "out-of-use"
    """A remark, which stops nothing."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell that breaks a rule: its place in the batch, from 0, and its column's name."""

    at: int
    column: str
    rule: Rule


def refusals(register: Register, *, may_hold_formulas: bool) -> pa.DataFrameSchema:
    """Return what no row may break."""
    return pa.DataFrameSchema(
        {
            column.name: pa.Column(
                pl.String,
                list(_checks(column, may_hold_formulas=may_hold_formulas)),
                nullable=not column.required,
            )
            for column in register.columns
        }
    )


def remarks(register: Register) -> pa.DataFrameSchema | None:
    """Return what should be said of rows that are loaded all the same; None if nothing can."""
    dated = {
        column.name: pa.Column(
            pl.String, [_check(Rule.OUT_OF_USE, _in_use(register, column))], nullable=True
        )
        for column in register.columns
        if any(code.first or code.last for code in column.codes)
    }
    return pa.DataFrameSchema(dated) if dated else None


def broken(schema: pa.DataFrameSchema, frame: pl.DataFrame) -> list[Broken]:
    """Return the cells of a batch that break a rule, by row and column, each with the first that it breaks."""
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as found:
        cases = found.failure_cases.select("index", "column", "check").rows()
    else:
        return []
    order = {rule: place for place, rule in enumerate(Rule)}
    first: dict[tuple[int, str], Rule] = {}
    for at, column, check in cases:
        rule, place = Rule(check), (at, column)
        if place not in first or order[rule] < order[first[place]]:
            first[place] = rule
    return [Broken(at, column, rule) for (at, column), rule in sorted(first.items())]


def _checks(column: Column, *, may_hold_formulas: bool) -> Iterator[pa.Check]:
    text, value = pl.col(column.name), pl.col(value_of(column.name))
    yield _check(Rule.ERROR, ~text.is_in(_ERRORS))
    if may_hold_formulas:
        is_formula = text.str.contains(_BEGINS_A_FORMULA) & ~text.str.contains(_IS_NO_FORMULA)
        yield _check(Rule.FORMULA, ~is_formula)
    if column.kind is ColumnKind.TEXT:
        yield _check(Rule.UNSEEN, ~text.str.contains(_UNSEEN))
    else:
        yield _check(Rule.KIND, text.is_null() | value.is_not_null())
    if column.least is not None:
        yield _check(Rule.LEAST, value >= column.least)
    if column.most is not None:
        yield _check(Rule.MOST, value <= column.most)
    if column.not_before:
        yield _check(Rule.NOT_BEFORE, value >= pl.col(value_of(column.not_before)))


def _check(rule: Rule, holds: pl.Expr) -> pa.Check:
    # Where it cannot be told, since a cell is empty or unread, the rule is not what is broken.
    return pa.Check(_asked(holds.fill_null(value=True)), name=rule.value)


def _asked(holds: pl.Expr) -> Callable[[PolarsData], pl.LazyFrame]:
    return lambda data: data.lazyframe.select(holds)


def _in_use(register: Register, column: Column) -> pl.Expr:
    """Return whether some day of a row lies in the days on which its code is in use.

    A register does not say by which of its dates a code is chosen: only what none of them fits is remarked.
    """
    value = pl.col(value_of(column.name))
    holds = pl.lit(value=True)
    for code in column.codes:
        fits = [_fits(code, other) for other in register.columns if other.kind in _DATED]
        if (code.first or code.last) and fits:
            fits_any = pl.any_horizontal(*fits)
            knows_any = pl.any_horizontal(
                *(
                    pl.col(value_of(one.name)).is_not_null()
                    for one in register.columns
                    if one.kind in _DATED
                )
            )
            holds = holds & ((value != code.code) | fits_any.fill_null(value=False) | ~knows_any)
    return holds


def _fits(code: Code, dated: Column) -> pl.Expr:
    first, last = code.first or dt.date.min, code.last or dt.date.max
    value = pl.col(value_of(dated.name))
    if dated.kind is ColumnKind.DATE:
        return (value >= first) & (value <= last)
    begins = pl.date(value.str.slice(0, 4).cast(pl.Int32), _APRIL, 1)
    ends = pl.date(value.str.slice(0, 4).cast(pl.Int32) + 1, _APRIL - 1, 31)
    return (ends >= first) & (begins <= last)


_DATED = (ColumnKind.DATE, ColumnKind.FINANCIAL_YEAR)
