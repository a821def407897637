"""The office's figures as rows of a file: one for each line, length and check."""

from collections.abc import Iterator

from answerable.domain.measures.office import percent
from answerable.domain.measures.office.published import (
    PublishedFigures,
    PublishedLine,
    PublishedTable,
)

FIGURE_COLUMNS = (
    "from to as_at counted kind id words geiriau numerator denominator denominator_id percent fewer_than "
    "rounded_to median_days percentile_90_days holds means"
).split()


def figure_cells(figures: PublishedFigures) -> Iterator[list[str]]:
    """Yield the cells of each row under `FIGURE_COLUMNS`; what a row has not is empty."""
    days = [figures.period.first.isoformat(), figures.period.last.isoformat()]
    for table in figures.tables:
        about = [*days, figures.as_at.isoformat(), table.unit.value]
        for cells in _cells(table):
            yield [*about, *cells]


def _cells(table: PublishedTable) -> Iterator[list[str]]:
    for line in table.lines:
        yield _line(line)
    for one in table.lengths:
        days = [one.median or "", _text(one.percentile_90)]
        yield [
            "length", one.ident, one.words, one.cy, str(one.count), *[""] * 5, *days, "", one.means
        ]  # fmt: skip
    for check in table.checks:
        sums = [str(check.total), str(check.added)]
        holds = "yes" if check.holds else "no"
        yield ["check", check.ident, check.words, check.cy, *sums, *[""] * 6, holds, ""]


def _line(line: PublishedLine) -> list[str]:
    share = None if line.numerator is None else percent(line.numerator, line.denominator)
    return [
        "line",
        line.ident,
        line.words,
        line.cy,
        _text(line.numerator),
        _text(line.denominator),
        line.of,
        _text(share),
        _text(line.fewer_than),
        str(line.rounded_to) if line.rounded_to > 1 else "",
        *[""] * 3,
        line.means,
    ]


def _text(value: object) -> str:
    return "" if value is None else str(value)
