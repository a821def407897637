"""Whether a declaration makes sense: its columns exist, its measures ask only what the register can tell."""

import re
from collections.abc import Iterator, Sequence

from answerable.domain.measures.declarations import Misdeclared
from answerable.domain.measures.definitions import (
    Condition,
    Figure,
    GroupBy,
    Grouping,
    Measure,
    Statistic,
)
from answerable.domain.measures.headings import headings_of
from answerable.domain.measures.registers import Column, ColumnKind, Register

_DATED = frozenset({ColumnKind.DATE})
_YEARLY = frozenset({ColumnKind.DATE, ColumnKind.FINANCIAL_YEAR})
_NUMBERS = frozenset({ColumnKind.WHOLE, ColumnKind.DECIMAL})
_HUNDRED = 100
_REGISTER_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COLUMN_NAME = re.compile(r"[a-z][a-z0-9_]*")
_MOST_DIGITS = 18


def sound_register(register: Register) -> Register:
    """Return a register that agrees with itself.

    :raises Misdeclared: if a name stands twice, or one is named that there is not.
    """
    # It names a folder of the store.
    if _REGISTER_NAME.fullmatch(register.name) is None:
        message = "write the name of a register in small letters, digits and hyphens"
        raise Misdeclared(f"register {register.name!r}: {message}")
    if not register.columns:
        raise Misdeclared(f"register {register.name!r}: say at least one column")
    _distinct("column", [column.name for column in register.columns])
    _distinct("heading", [name for column in register.columns for name in headings_of(column)])
    _distinct("caveat", [caveat.ident for caveat in register.caveats])
    for column in register.columns:
        if (column.kind is ColumnKind.CODE) != bool(column.codes):
            raise Misdeclared(f"column {column.name!r}: codes go with columns of the kind code")
        _distinct(f"code of {column.name}", [code.code for code in column.codes])
        for problem in _of_column(column, register):
            raise Misdeclared(f"column {column.name!r}: {problem}")
    named = [
        *register.key,
        *(column.not_before for column in register.columns if column.not_before),
        *(name for gap in register.gaps for name in (gap.column, gap.dated)),
    ]
    for name in named:
        if not register.has(name):
            raise Misdeclared(f"register {register.name!r} has no column {name!r}")
    return register


def _of_column(column: Column, register: Register) -> Iterator[str]:
    if _COLUMN_NAME.fullmatch(column.name) is None:
        yield "write its name in small letters, digits and _, a letter first"
    if column.kind not in _NUMBERS and (column.least is not None or column.most is not None):
        yield "least and most go with columns of numbers"
    if not 0 <= column.decimals < _MOST_DIGITS:
        yield f"decimals lie between 0 and {_MOST_DIGITS - 1}"
    if column.name in register.key and not column.required:
        yield "it is part of the key, and so must be required"
    if column.not_before and register.has(column.not_before):
        other = register.column(column.not_before)
        kinds = {column.kind, other.kind}
        if not (kinds == _DATED or kinds <= _NUMBERS):
            yield f"it cannot be compared with {other.name!r}: both must be dates, or both numbers"


def sound_measure(measure: Measure, register: Register) -> Measure:
    """Return a measure that the register can be asked.

    :raises Misdeclared: if it names what there is not, or computes what cannot be computed of a column.
    """
    if measure.register != register.name:
        message = f"measure {measure.name!r} is of the register {measure.register!r}, not {register.name!r}"
        raise Misdeclared(message)
    for problem in _problems(measure, register):
        raise Misdeclared(f"measure {measure.name!r}: {problem}")
    return measure


def _problems(measure: Measure, register: Register) -> Iterator[str]:
    yield from _of_durations(measure, register)
    yield from _of_bands(measure, register)
    for condition in _conditions(measure):
        yield from _of_condition(condition, measure, register)
    for figure in measure.figures:
        yield from _of_figure(figure, measure, register)
    yield from _of_groups(measure, register)
    known = {caveat.ident for caveat in register.caveats}
    yield from (f"there is no caveat {name!r}" for name in measure.caveats if name not in known)
    shown = {*_numbers(measure, register), *(band.name for band in measure.bands)}
    shown |= {column.name for column in register.columns}
    for name in (*measure.rows_shown, *measure.rows_by):
        if name not in shown:
            yield f"there is no {name!r} to show"
    if not measure.figures:
        yield "say at least one figure"


def _of_durations(measure: Measure, register: Register) -> Iterator[str]:
    for duration in measure.durations:
        if register.has(duration.name):
            yield f"the duration {duration.name!r} has the name of a column"
        for name in (duration.start, duration.end):
            if not register.has(name) or register.column(name).kind not in _DATED:
                yield f"the duration {duration.name!r} needs a column of dates, which {name!r} is not"


def _of_bands(measure: Measure, register: Register) -> Iterator[str]:
    for bands in measure.bands:
        if bands.of not in _numbers(measure, register):
            yield f"the bands {bands.name!r} are of {bands.of!r}, which is no duration and no number"
        if list(bands.edges) != sorted(set(bands.edges)):
            yield f"the edges of the bands {bands.name!r} must ascend"
        if len(bands.labels) != len(bands.edges) + 1:
            yield f"the bands {bands.name!r} need one label more than they have edges"


def _of_condition(condition: Condition, measure: Measure, register: Register) -> Iterator[str]:
    durations = {duration.name for duration in measure.durations}
    if not register.has(condition.column) and condition.column not in durations:
        yield f"there is no column {condition.column!r} to ask"
        return
    values = (*condition.among, *condition.not_among, condition.least, condition.most)
    known = {"as_at", *(parameter.name for parameter in measure.parameters)}
    for value in (*values, condition.contains):
        if value.startswith("$") and value[1:] not in known:
            yield f"there is no parameter {value!r}"
    if not any((*values, condition.contains)) and condition.known is None:
        yield f"the condition on {condition.column!r} says nothing"
    if register.has(condition.column) and register.column(condition.column).codes:
        codes = {code.code for code in register.column(condition.column).codes}
        for value in (*condition.among, *condition.not_among):
            if not value.startswith("$") and value not in codes:
                yield f"{value!r} is no code of {condition.column!r}"


def _of_figure(figure: Figure, measure: Measure, register: Register) -> Iterator[str]:
    counted = figure.statistic in (Statistic.COUNT, Statistic.SHARE, Statistic.ROWS)
    if not counted and figure.of not in _numbers(measure, register):
        yield f"{figure.statistic} of {figure.of!r}, which is no duration and no number"
    if figure.statistic is Statistic.SHARE and not figure.where:
        yield f"the share {figure.name!r} needs a condition for its numerator"
    if (figure.statistic is Statistic.PERCENTILE) != (0 < figure.percentile < _HUNDRED):
        yield f"a percentile lies between 1 and 99, and goes with no other statistic: {figure.name!r}"
    if figure.statistic is Statistic.ROWS and not measure.rows_shown:
        yield "say which columns of its rows are shown"
    for name in figure.needs:
        if not register.has(name):
            yield f"there is no column {name!r} to need"


def _of_groups(measure: Measure, register: Register) -> Iterator[str]:
    bands = {band.name for band in measure.bands}
    for group in measure.groups:
        if group.by is GroupBy.BAND:
            if group.of not in bands:
                yield f"there are no bands {group.of!r} to group by"
        elif not register.has(group.of):
            yield f"there is no column {group.of!r} to group by"
        else:
            yield from _of_group(group, register.column(group.of))
        if group.merged and group.by is not GroupBy.VALUE:
            yield f"{group.name!r} merges values, and is grouped by something else"
    if sum(group.across for group in measure.groups) > 1:
        yield "only one grouping goes across"


def _of_group(group: Grouping, column: Column) -> Iterator[str]:
    if group.by is GroupBy.VALUE:
        yield from _of_merged(group, column)
    elif group.by is GroupBy.FINANCIAL_YEAR:
        if column.kind not in _YEARLY:
            yield f"{group.of!r} has no financial years"
    elif column.kind not in _DATED:
        yield f"{group.of!r} has no dates to group by"


def _of_merged(group: Grouping, column: Column) -> Iterator[str]:
    members = [code for codes in group.merged.values() for code in codes]
    codes = {code.code for code in column.codes}
    for name in members:
        if codes and name not in codes:
            yield f"{name!r} is no code of {column.name!r} to merge"
        if members.count(name) > 1:
            yield f"{name!r} is merged twice"
    # Its rows would be counted with those that are merged under this label.
    yield from (
        f"{label!r} is a code, and cannot be a label too"
        for label in group.merged
        if label in codes
    )


def _conditions(measure: Measure) -> Iterator[Condition]:
    yield from measure.where
    for figure in measure.figures:
        yield from figure.where


def _numbers(measure: Measure, register: Register) -> set[str]:
    return {
        *(duration.name for duration in measure.durations),
        *(column.name for column in register.columns if column.kind in _NUMBERS),
    }


def _distinct(what: str, names: Sequence[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise Misdeclared(f"the {what} {name!r} is declared twice")
