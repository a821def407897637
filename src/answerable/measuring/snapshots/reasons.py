"""What is wrong with a cell, in a sentence for whoever has to mend it."""

import re

from answerable.domain.measures.registers import Column, ColumnKind
from answerable.measuring.snapshots.rules import Rule

_ALWAYS = {
    Rule.EMPTY: "It is empty, and must not be",
    Rule.FORMULA: "A formula stands in the cell: save its result, or put it in words",
    Rule.UNSEEN: "It holds signs that cannot be seen: take them out",
    Rule.OUT_OF_USE: "None of the row's dates lies in the days on which this code is in use",
}
_NOT_OF_KIND = {
    ColumnKind.WHOLE: "It is no whole number",
    ColumnKind.YES_NO: "It is neither yes nor no",
    ColumnKind.FINANCIAL_YEAR: "It is no financial year: write it like 2019/20",
}
_FEW_CODES = 6
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})")
_TWO_DIGITS = 2
_MONTHS = 12


def reason(rule: Rule, column: Column, text: str, *, other: Column | None = None) -> str:
    """Return why a cell is refused, or remarked; `other` is the column that this one must not be less than."""
    if rule in _ALWAYS:
        return _ALWAYS[rule]
    if rule is Rule.ERROR:
        return _error(text)
    if rule is Rule.KIND:
        return _not_of_kind(column, text)
    if rule is Rule.NOT_BEFORE:
        return _before(column, other)
    return (
        f"It is less than {column.least:,}"
        if rule is Rule.LEAST
        else f"It is more than {column.most:,}"
    )


def _error(text: str) -> str:
    if text == "#NO-RESULT":
        return "Its formula was never computed: open the workbook in a spreadsheet, and save it"
    return "It is an error of a spreadsheet, and no value"


def _before(column: Column, other: Column | None) -> str:
    words = other.words if other else column.not_before
    if column.kind is ColumnKind.DATE:
        return f"It is earlier than “{words}”: a duration would be negative"
    return f"It is less than “{words}”"


def _not_of_kind(column: Column, text: str) -> str:
    if column.kind is ColumnKind.DATE:
        return _no_date(text)
    if column.kind is ColumnKind.CODE:
        listed = ", ".join(code.words for code in column.codes[:_FEW_CODES])
        more = ", …" if len(column.codes) > _FEW_CODES else ""
        return f"It is none of the codes: {listed}{more}"
    if column.kind is ColumnKind.DECIMAL:
        return f"It is no number with at most {column.decimals} decimals, as 1,234.50 is"
    return _NOT_OF_KIND[column.kind]


def _no_date(text: str) -> str:
    if text.isdigit():
        return "It is a number: a day as a spreadsheet counts them, beside dates; write 2024-06-26"
    if slashed := _SLASHED.match(text):
        return _no_slashed_date(slashed)
    if re.match(r"\d{4}-\d{2}-\d{2}$", text):
        return "There is no such day"
    if re.match(r"\d{4}-\d{2}-\d{2}[T ].*(?:Z|[+-]\d{2}:?\d{0,2})$", text):
        return "It has a time zone, so that its day is not certain: write the day alone"
    return "It is no date: write 2024-06-26, 26/06/2024 or 26-Jun-2024"


def _no_slashed_date(slashed: "re.Match[str]") -> str:
    if len(slashed[3]) == _TWO_DIGITS:
        return "Its year has two digits: write all four"
    if int(slashed[2]) > _MONTHS >= int(slashed[1]):
        return "Its month comes first: write the day first, 26/06/2024, or 2024-06-26"
    return "There is no such day"
