"""Parts and wholes by their names: what is "of which", or what was available of what was recorded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.domain.measures.checks.printed import (
    Figure,
    Kind,
    PrintedTable,
    Sureness,
    TableRemark,
    plain,
)
from answerable.domain.measures.checks.series import series_of

_PART = re.compile(r"^\W*(?:of\s(?:which|whom|these|those)|including|incl\.?)\b", re.IGNORECASE)
# One of these in a name says that it is a part of what the other names; without them both are the same words.
_FEWER = re.compile(
    r"\b(?:available|from data available|data available|completed|closed|upheld|finalised)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:recorded|received|started|opened|made)\b", re.IGNORECASE)
_FILLING = re.compile(r"\b(?:from|data|the|number|no|of|total)\b", re.IGNORECASE)


def about_parts(table: PrintedTable) -> Iterator[TableRemark]:
    """Yield the parts of a table that are more than their whole: rows or columns that begin with "of which"."""
    rows = [(label, list(cells)) for label, cells in zip(table.labels, table.figures, strict=True)]
    yield from _more_than_whole(table, rows, table.heads, is_across=False)
    columns = [
        (head, [row[number] for row in table.figures]) for number, head in enumerate(table.heads)
    ]
    yield from _more_than_whole(table, columns, table.labels, is_across=True)


def _more_than_whole(
    table: PrintedTable,
    lines: Sequence[tuple[str, list[Figure]]],
    heads: Sequence[str],
    *,
    is_across: bool,
) -> Iterator[TableRemark]:
    whole: tuple[str, list[Figure]] | None = None
    for label, cells in lines:
        if not _PART.search(label):
            whole = (label, cells)
        elif whole:
            for number, (part, all_of_it) in enumerate(zip(cells, whole[1], strict=True)):
                if _is_more(part, all_of_it):
                    says = f"“{label}” is {part.text}, more than the {all_of_it.text} of “{whole[0]}” of which it is a part"
                    at = (heads[number], label) if is_across else (label, heads[number])
                    yield table.remark(
                        "part", says, Sureness.CERTAIN, at=at, figures=(part.text, all_of_it.text)
                    )


def _is_more(part: Figure, whole: Figure) -> bool:
    same_unit = part.unit == whole.unit
    return part.is_number and whole.is_number and same_unit and part.value > whole.value


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure with its name and period, each in one spelling, and where it is printed."""

    name: str
    period: str
    figure: Figure
    table: PrintedTable
    row: str
    column: str


def named_figures(table: PrintedTable) -> Iterator[NamedFigure]:
    """Yield the numbers of a table that has periods along one side; what is not available is none."""
    series = series_of(table)
    if series is None:
        return
    for number, _, period in series.periods:
        if series.is_across:
            cells = [
                (label, row[number]) for label, row in zip(table.labels, table.figures, strict=True)
            ]
            column = table.heads[number]
            found = [
                NamedFigure(label, period.key, one, table, label, column) for label, one in cells
            ]
        else:
            row = table.labels[number]
            found = [
                NamedFigure(head, period.key, one, table, row, head)
                for head, one in zip(table.heads[1:], table.figures[number][1:], strict=True)
            ]
        yield from (one for one in found if one.figure.kind is Kind.NUMBER and one.name)


def about_wholes(tables: Sequence[PrintedTable]) -> Iterator[TableRemark]:
    """Yield, among the tables of one answer, what is more than its whole by their names: available than recorded."""
    figures = [one for table in tables for one in named_figures(table)]
    wholes: dict[tuple[str, str, str], NamedFigure] = {}
    for one in figures:
        if _MORE.search(one.name) and not _FEWER.search(one.name):
            wholes.setdefault((_stem(one.name), one.period, one.figure.unit), one)
    for one in figures:
        whole = wholes.get((_stem(one.name), one.period, one.figure.unit))
        if whole and _FEWER.search(one.name) and _is_more(one.figure, whole.figure):
            says = (
                f"“{one.name}” is {one.figure.text} in {one.period}, more than the {whole.figure.text} of"
                f" “{whole.name}”"
            )
            yield one.table.remark(
                "part",
                says,
                # What is closed in a year may have come in before it; what is available cannot.
                Sureness.CERTAIN if "available" in one.name.lower() else Sureness.POSSIBLE,
                at=(one.row, one.column),
                figures=(one.figure.text, whole.figure.text),
            )


def _stem(name: str) -> str:
    """Return a name without the words that say which part it is."""
    return plain(_FILLING.sub(" ", _FEWER.sub(" ", _MORE.sub(" ", name))))
