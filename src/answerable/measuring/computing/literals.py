"""Values for SQL: each is bound, typed by the column that it is compared with, and never part of the text."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from answerable.domain.measures.registers import Column, ColumnKind
from answerable.domain.measures.years import days_of
from answerable.measuring.computing.refusals import CannotCompute

Literal = str | int | bool | Decimal | dt.date
_YES_NO = {"true": True, "false": False}


class Binds:
    """The values of one statement, in the order of their places `$1`, `$2` and so on."""

    def __init__(self) -> None:
        self.values: list[Literal | list[int]] = []

    def place(self, value: Literal | list[int]) -> str:
        """Bind a value, and return the place that stands for it in the statement."""
        self.values.append(value)
        return f"${len(self.values)}"


def quoted(name: str) -> str:
    """Return a name as SQL takes it whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


def literal(written: str, column: Column | None) -> Literal:
    """Return the value that a declaration, or a parameter, writes for a column; for a duration if there is none.

    :raises CannotCompute: if it is no value of the column's kind.
    """
    kind = column.kind if column else ColumnKind.WHOLE
    try:
        value = _READ[kind](written)
    except (KeyError, ValueError, InvalidOperation) as problem:
        name = column.name if column else "a duration"
        message = f"{written!r} cannot be compared with {name}: write {_FORMS[kind]}"
        raise CannotCompute(message) from problem
    if column and column.codes and written not in {code.code for code in column.codes}:
        codes = ", ".join(code.code for code in column.codes)
        raise CannotCompute(f"{written!r} is no code of {column.name}: there are {codes}")
    return value


def _year(written: str) -> str:
    days_of(written)
    return written


def _decimal(written: str) -> Decimal:
    number = Decimal(written)
    if not number.is_finite():
        raise ValueError(written)
    return number


_READ: Mapping[ColumnKind, Callable[[str], Literal]] = {
    ColumnKind.TEXT: str,
    ColumnKind.CODE: str,
    ColumnKind.FINANCIAL_YEAR: _year,
    ColumnKind.WHOLE: int,
    ColumnKind.DECIMAL: _decimal,
    ColumnKind.DATE: dt.date.fromisoformat,
    ColumnKind.YES_NO: _YES_NO.__getitem__,
}
_FORMS = {
    ColumnKind.TEXT: "text",
    ColumnKind.CODE: "a code",
    ColumnKind.FINANCIAL_YEAR: "a financial year like 2019/20",
    ColumnKind.WHOLE: "a whole number",
    ColumnKind.DECIMAL: "a number like 12.50",
    ColumnKind.DATE: "a date like 2024-06-26",
    ColumnKind.YES_NO: "true or false",
}
