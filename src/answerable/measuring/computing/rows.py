"""The rows themselves, with what is computed of each: their durations and bands."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from answerable.domain.measures.registers import Column, ColumnKind, Gap
from answerable.domain.measures.results import CellKind, Missing, Note, ResultColumn, Value
from answerable.domain.measures.rounding import rounded
from answerable.measuring.computing.conditions import all_of
from answerable.measuring.computing.counts import lies_in
from answerable.measuring.computing.figures import number_kind
from answerable.measuring.computing.literals import Binds, quoted
from answerable.measuring.computing.question import Days, Question, span_of
from answerable.measuring.computing.refusals import CannotCompute
from answerable.measuring.computing.source import Source
from answerable.measuring.computing.tables import Table

MOST_ROWS = 100_000


def listed_rows(source: Source) -> tuple[Table, tuple[Days, ...]]:
    """Return the rows that a measure shows, sorted, and the days that they cover.

    :raises CannotCompute: if there are too many, or some cannot be counted.
    """
    _check(source)
    question = source.question
    measure = question.measure
    conditions = (*measure.where, *(one for figure in measure.figures for one in figure.where))
    binds = Binds()
    rows = source.rows(binds)
    kept = all_of(conditions, question, binds)
    names = [*dict.fromkeys(_of(question, one) for one in (*measure.rows_shown, *measure.rows_by))]
    names += [one for one in question.dated_by if one not in names]
    gaps = [lies_in(gap, question, binds) for gap in question.gaps]
    selected = ", ".join((*map(quoted, names), *gaps))
    where = f" WHERE {kept}" if kept else ""
    statement = f"SELECT {selected} FROM {rows}{where} LIMIT {MOST_ROWS + 1}"
    found = source.asked(statement, binds)
    if len(found) > MOST_ROWS:
        message = (
            f"{measure.name} would show more than {MOST_ROWS:,} rows: narrow it by a condition"
        )
        raise CannotCompute(message)
    return _table(question, names, found), tuple(_spans(question, names, found))


def _check(source: Source) -> None:
    binds = Binds()
    rows = source.rows(binds)
    if source.checks:
        statement = f"SELECT {', '.join(source.checks)} FROM {rows}"
        (counts,) = source.asked(statement, binds)
        source.check(counts)


def _table(question: Question, names: Sequence[str], found: Sequence[tuple[Any, ...]]) -> Table:
    shown, place = question.measure.rows_shown, {name: at for at, name in enumerate(names)}
    by = [place[_of(question, name)] for name in (*question.measure.rows_by, *shown)]
    columns = [question.column(name) for name in names]

    def order(row: tuple[Any, ...]) -> list[Any]:
        return [_order(row[at], columns[at]) for at in by]

    rows: list[tuple[Value, ...]] = []
    notes: list[Note] = []
    for at, row in enumerate(sorted(found, key=order)):
        rows.append(tuple(_cell(question, name, row[place[_of(question, name)]]) for name in shown))
        in_gaps = [gap for gap, lies in zip(question.gaps, row[len(names) :], strict=True) if lies]
        notes += _notes(question, in_gaps, at, rows[-1])
    return Table(tuple(_column(question, name) for name in shown), tuple(rows), tuple(notes), {})


def _notes(
    question: Question, gaps: Sequence[Gap], at: int, cells: Sequence[Value]
) -> Iterator[Note]:
    for column, (name, value) in enumerate(zip(question.measure.rows_shown, cells, strict=True)):
        gap = next((one for one in gaps if one.column in question.columns_of(name)), None)
        if value is None and gap:
            yield Note(at, column, Missing.NOT_AVAILABLE, gap.words)


def _of(question: Question, name: str) -> str:
    """Return the column or duration of which a name's cells are made."""
    bands = question.bands(name)
    return bands.of if bands else name


def _order(value: Any, column: Column | None) -> tuple[bool, Any]:
    """Return where a value stands among others; rows without one come last, codes in the order of their list."""
    if value is None:
        return True, 0
    if column and column.codes:
        codes = [one.code for one in column.codes]
        return False, (codes.index(value) if value in codes else len(codes), value)
    return False, value


def _cell(question: Question, name: str, value: Any) -> Value:
    if value is None:
        return None
    if bands := question.bands(name):
        return bands.label(value) if value >= 0 else None
    column = question.column(name)
    if column and column.codes:
        return next((one.words for one in column.codes if one.code == value), str(value))
    if isinstance(value, Decimal) and column:
        return rounded(Fraction(value), column.decimals)
    if isinstance(value, dt.date):
        return value.isoformat()
    kept: Value = value
    return kept


def _column(question: Question, name: str) -> ResultColumn:
    if bands := question.bands(name):
        return ResultColumn(name, bands.words or name, CellKind.TEXT)
    if duration := question.duration(name):
        return ResultColumn(name, duration.words, CellKind.DAYS)
    column = question.register.column(name)
    decimals = column.decimals if column.kind is ColumnKind.DECIMAL else 0
    kind = _KINDS.get(column.kind) or number_kind(column.kind, column.words)
    return ResultColumn(name, column.words, kind, decimals)


def _spans(
    question: Question, names: Sequence[str], found: Sequence[tuple[Any, ...]]
) -> Iterator[Days]:
    for name in question.dated_by:
        values = [row[names.index(name)] for row in found]
        known = sorted(one for one in values if one is not None)
        if known:
            yield span_of(known[0])[0], span_of(known[-1])[1]


_KINDS: Mapping[ColumnKind, CellKind] = {
    ColumnKind.TEXT: CellKind.TEXT,
    ColumnKind.CODE: CellKind.TEXT,
    ColumnKind.FINANCIAL_YEAR: CellKind.TEXT,
    ColumnKind.YES_NO: CellKind.TEXT,
    ColumnKind.DATE: CellKind.DATE,
}
