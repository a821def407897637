"""Periods in the heads of a table: years that are misspelt, missing, twice there, or of two kinds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from answerable.domain.measures.checks.printed import PrintedTable, Sureness, TableRemark

_YEARS = re.compile(
    r"(?:(?:fy|f/y|financial year|calendar year|year|period)\s?)?"
    r"(?P<first>(?:19|20)\d\d|\d\d(?=\s?[/–-]))\s?(?:(?P<between>[/–-](?:\s?[/–-])*|\bto\b)\s?(?P<last>(?:20)?\d\d))?\s?\*?",
    re.IGNORECASE,
)
_HUNDRED = 100
_YEAR_DIGITS = 2
_FEWEST = 3
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A year of twelve months, or several: `first` and `last` are the years in which it begins and ends.

    A calendar year begins and ends in the same one; `2019/20` begins in one and ends in the next.
    """

    first: int
    last: int
    is_split: bool
    """Whether it is written with two numbers."""
    is_misspelt: bool = False

    @property
    def key(self) -> str:
        """The period in one spelling: `2019/20`, `2020`, `2018-2021`."""
        if not self.is_split:
            return str(self.first)
        if self.last == self.first + 1:
            return f"{self.first}/{self.last % _HUNDRED:02}"
        return f"{self.first}-{self.last}"


def period_of(text: str) -> Period | None:
    """Return the years that a head names: `2019/20`, `2019/ 20`, `2019/ /20`, `19/20`, `2020`; None if none."""
    found = _YEARS.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    first = _full(found["first"])
    if found["last"] is None:
        return Period(first, first, is_split=False)
    between = found["between"]
    is_misspelt = len(re.sub(r"\s", "", between)) > 1 and between.lower() != "to"
    last = _full(found["last"], first // _HUNDRED * _HUNDRED)
    if last + _HUNDRED == first + 1:
        # 1999/00
        last += _HUNDRED
    return Period(first, last, is_split=True, is_misspelt=is_misspelt)


def _full(year: str, century: int = 2000) -> int:
    return int(year) if len(year) > _YEAR_DIGITS else century + int(year)


@dataclass(frozen=True, slots=True)
class Series:
    """The periods along one side of a table: each with its place, and whether they go across."""

    periods: tuple[tuple[int, str, Period], ...]
    """The number of the column (of the table) or row (of its body), the words, and the period."""
    is_across: bool


def series_of(table: PrintedTable) -> Series | None:
    """Return the periods that head a table's columns, or stand in front of its rows; None if there are not two."""
    for row in table.rows[: table.header_rows]:
        found = _found(enumerate(row))
        if len(found) > 1:
            return Series(found, is_across=True)
    found = _found((number, row[0]) for number, row in enumerate(table.body))
    return Series(found, is_across=False) if len(found) > 1 else None


def _found(
    cells: "Iterator[tuple[int, str]] | enumerate[str]",
) -> tuple[tuple[int, str, Period], ...]:
    read = [(number, text, period_of(text)) for number, text in cells]
    return tuple((number, text, period) for number, text, period in read if period)


def about_periods(table: PrintedTable) -> Iterator[TableRemark]:
    """Yield what is wrong with the years along a table."""
    series = series_of(table)
    if series is None:
        return
    for _, text, period in series.periods:
        yield from _spelling(table, series, text, period)
    periods = [(text, period) for _, text, period in series.periods]
    yield from _kinds(table, series, periods)
    yield from _twice(table, series, periods)
    yield from _overlaps(table, series, periods)
    yield from _gaps(table, series, periods)


def _spelling(
    table: PrintedTable, series: Series, text: str, period: Period
) -> Iterator[TableRemark]:
    words = " ".join(text.split())
    if period.is_misspelt:
        yield _remark(
            *(table, series, text, period.key),
            f"“{words}” is no year as it is written: {period.key} is meant",
            Sureness.CERTAIN,
        )
    elif period.is_split and period.last < period.first:
        yield _remark(
            *(table, series, text, f"{period.first}/{(period.first + 1) % _HUNDRED:02}"),
            f"“{words}” ends before it begins",
            Sureness.CERTAIN,
        )


def _kinds(
    table: PrintedTable, series: Series, periods: Sequence[tuple[str, Period]]
) -> Iterator[TableRemark]:
    split = [text for text, period in periods if period.is_split]
    single = [text for text, period in periods if not period.is_split]
    if split and single:
        fewer, other = sorted((split, single), key=len)
        yield _remark(
            *(table, series, fewer[0], other[0]),
            f"“{fewer[0].strip()}” and “{other[0].strip()}” are years of two kinds, financial and calendar, in one table",
            Sureness.LIKELY,
        )


def _twice(
    table: PrintedTable, series: Series, periods: Sequence[tuple[str, Period]]
) -> Iterator[TableRemark]:
    # Rows may name a year once for each group; the heads of columns have one for each.
    if not series.is_across and len({period.key for _, period in periods}) * 2 <= len(periods):
        return
    runs = [period.key for _, period in periods]
    repeated = [key for key in dict.fromkeys(runs) if runs.count(key) > 1]
    # Columns may repeat all their years under several heads.
    if repeated and len(repeated) < len(set(runs)):
        for key in repeated:
            text = next(text for text, period in periods if period.key == key)
            yield _remark(
                table, series, text, "", f"{key} stands twice in one table", Sureness.LIKELY
            )


def _overlaps(
    table: PrintedTable, series: Series, periods: Sequence[tuple[str, Period]]
) -> Iterator[TableRemark]:
    for (text, one), (after, other) in pairwise(periods):
        # A split of more than one year is a span, whose last year belongs to it: 2018-2021 holds 2021.
        spans = [period for period in (one, other) if period.last > period.first + 1]
        if len(spans) == 2 and one.first < other.first <= one.last < other.last:  # noqa: PLR2004 both
            yield _remark(
                *(table, series, after, text),
                f"“{text.strip()}” and “{after.strip()}” overlap: what lies in both counts twice, or once unsaid",
                Sureness.POSSIBLE,
            )


def _gaps(
    table: PrintedTable, series: Series, periods: Sequence[tuple[str, Period]]
) -> Iterator[TableRemark]:
    years = sorted({period.first for _, period in periods})
    if len(years) < _FEWEST or len({period.is_split for _, period in periods}) > 1:
        return
    # Spans are no years one after another.
    if any(period.last > period.first + 1 for _, period in periods):
        return
    missing = sorted(set(range(years[0], years[-1] + 1)) - set(years))
    if missing and len(missing) < len(years) and len(missing) <= _LONGEST:
        is_split = periods[0][1].is_split
        named = ", ".join(
            f"{one}/{(one + 1) % _HUNDRED:02}" if is_split else str(one) for one in missing
        )
        text = next(text for text, period in periods if period.first > missing[0])
        yield _remark(
            table, series, text, named, f"{named} is missing between its years", Sureness.LIKELY
        )


def _remark(
    table: PrintedTable, series: Series, text: str, expected: str, says: str, sure: Sureness
) -> TableRemark:
    words = " ".join(text.split())
    at = ("", words) if series.is_across else (words, "")
    return table.remark("period", says, sure, at=at, figures=(words, expected))
