"""Spans of days and of numbers as values of a dimension, cut where any table cuts them, so that overlaps are seen."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from answerable.domain.suppression.released import Category, Dimension, ReleasedTable

_BETWEEN = ".."
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_NUMBER = re.compile(r"-?\d{1,12}")
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Span:
    """Days, or whole numbers, from the first to the last; None where it has no end on that side."""

    first: int | None
    last: int | None


def days(first: dt.date | None, last: dt.date | None) -> str:
    """Return days as a value of a dimension, both ends included: `2019-04-01..2020-03-31`, `..2024-06-26`."""
    return _written(*(None if one is None else one.isoformat() for one in (first, last)))


def numbers(first: int | None, last: int | None) -> str:
    """Return whole numbers as a value of a dimension, both ends included: `63..125`, `252..`."""
    return _written(*(None if one is None else str(one) for one in (first, last)))


def aligned(tables: Sequence[ReleasedTable]) -> list[ReleasedTable]:
    """Return tables whose spans are cut at every end that a span of any of them has.

    Two spans then overlap exactly if they have a value in common. Months, as `released.months` writes them, are
    cut with the days of others where both stand in one dimension.
    """
    names = dict.fromkeys(one.name for table in tables for one in table.dimensions)
    cuts = {name: cut_up(_categories(tables, name)) for name in names}
    return [
        replace(
            table,
            dimensions=tuple(
                Dimension(one.name, tuple(cut(each, cuts[one.name]) for each in one.categories))
                for one in table.dimensions
            ),
        )
        for table in tables
    ]


def cut_up(categories: Iterable[Category]) -> Mapping[str, frozenset[str]]:
    """Return, for each span that stands in some categories, the pieces of it that none of them tells apart."""
    values = {value for one in categories for value in one.values}
    if not any(_BETWEEN in value for value in values):
        return {}
    are_days = any(_DAY.search(value) for value in values)
    spans = {value: span for value in values if (span := _span(value, are_days=are_days))}
    cuts = sorted(
        {one.first for one in spans.values() if one.first is not None}
        | {one.last + 1 for one in spans.values() if one.last is not None}
    )
    firsts: list[int | None] = [None, *cuts]
    lasts: list[int | None] = [*(one - 1 for one in cuts), None]
    pieces = [Span(*ends) for ends in zip(firsts, lasts, strict=True)]
    names = [_name(one, are_days=are_days) for one in pieces]
    return {
        value: frozenset(
            name for name, piece in zip(names, pieces, strict=True) if _holds(span, piece)
        )
        for value, span in spans.items()
    }


def cut(category: Category, cuts: Mapping[str, frozenset[str]]) -> Category:
    """Return a category with its spans in their pieces."""
    pieces: frozenset[str] = frozenset().union(
        *(cuts.get(value, frozenset({value})) for value in category.values)
    )
    return replace(category, values=pieces)


def both(one: Category, other: Category) -> Category:
    """Return what two categories of the same pieces have in common, under the first one's label."""
    if not one.is_all_but and not other.is_all_but:
        return replace(one, values=one.values & other.values)
    if one.is_all_but and other.is_all_but:
        return replace(one, values=one.values | other.values)
    named, left_out = (other, one) if one.is_all_but else (one, other)
    return Category(one.label, named.values - left_out.values)


def _categories(tables: Sequence[ReleasedTable], name: str) -> Iterator[Category]:
    for table in tables:
        for one in table.dimensions:
            if one.name == name:
                yield from one.categories


def _holds(span: Span, piece: Span) -> bool:
    starts = span.first is None or (piece.first is not None and piece.first >= span.first)
    ends = span.last is None or (piece.last is not None and piece.last <= span.last)
    return starts and ends


def _span(value: str, *, are_days: bool) -> Span | None:
    """Return the span that a value writes, None if it is another kind of value."""
    if are_days and (month := _MONTH.fullmatch(value)):
        year, number = int(month[1]), int(month[2])
        if not 1 <= number <= _DECEMBER:
            return None
        after = dt.date(year + number // _DECEMBER, number % _DECEMBER + 1, 1)
        return Span(dt.date(year, number, 1).toordinal(), after.toordinal() - 1)
    first, between, last = value.partition(_BETWEEN)
    if not between:
        return None
    pattern = _DAY if are_days else _NUMBER
    if any(end and not pattern.fullmatch(end) for end in (first, last)):
        return None
    ends = [(_ordinal(end) if are_days else int(end)) if end else None for end in (first, last)]
    return Span(ends[0], ends[1])


def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()


def _name(piece: Span, *, are_days: bool) -> str:
    if not are_days:
        return numbers(piece.first, piece.last)
    ends = [None if end is None else dt.date.fromordinal(end) for end in (piece.first, piece.last)]
    return days(ends[0], ends[1])


def _written(first: str | None, last: str | None) -> str:
    return f"{first or ''}{_BETWEEN}{last or ''}"
