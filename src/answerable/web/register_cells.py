"""How registers stand on pages: headings, cells and choices, in the language of the page."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from answerable.domain.measures.registers import (
    Caveat,
    Code,
    Column,
    ColumnKind,
    Gap,
    Register,
)
from answerable.measuring.browsing import Asked, Narrowing, Part, Row

ON_A_PAGE = 50
_LAST_PAGE = 100_000
_LONGEST = 200
_NUMBERS = (ColumnKind.WHOLE, ColumnKind.DECIMAL)


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column."""

    words: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is read."""

    words: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Option:
    """A value that a column can be narrowed to."""

    value: str
    words: str
    rows: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Select:
    """A column that rows can be narrowed by."""

    name: str
    words: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Paging:
    """Which rows stand on a page, and the queries of the pages beside it."""

    first: int
    last: int
    total: int
    previous: str | None
    following: str | None


def in_language(words: str, welsh: str) -> str:
    """Return the Welsh words on a Welsh page, where there are any."""
    return welsh if welsh and get_language() == "cy" else words


def title_of(register: Register) -> str:
    """Return a register's title."""
    return in_language(register.title, register.title_cy)


def headings(register: Register) -> list[Heading]:
    """Return the headings of a register's columns."""
    return [Heading(_words(one), one.kind in _NUMBERS) for one in register.columns]


def lines(register: Register, rows: Iterable[Row]) -> list[list[Cell]]:
    """Return rows as they are read: codes in words, days as days, numbers with their thousands."""
    codes = [{one.code: _words(one) for one in column.codes} for column in register.columns]
    kinds = [column.kind in _NUMBERS for column in register.columns]
    return [
        [
            Cell(_said(value, known), is_number)
            for value, known, is_number in zip(row, codes, kinds, strict=True)
        ]
        for row in rows
    ]


def plain_lines(register: Register, rows: Iterable[Row]) -> Iterator[list[str]]:
    """Yield rows as files hold them: codes in words, days and numbers as machines read them."""
    codes = [{one.code: _words(one) for one in column.codes} for column in register.columns]
    for row in rows:
        yield [_plain(value, known) for value, known in zip(row, codes, strict=True)]


def caveats_of(register: Register) -> list[str]:
    """Return what goes with every figure of a register: its caveats, and what it cannot say."""
    return [*map(_caveat, register.caveats), *map(_gap, register.gaps)]


def selects(found: Iterable[Narrowing], asked: Asked) -> list[Select]:
    """Return what rows can be narrowed by, as the form shows it."""
    return [
        Select(
            one.column.name,
            _words(one.column),
            tuple(
                Option(
                    choice.value,
                    _choice(one.column, choice.value),
                    choice.rows,
                    asked.values.get(one.column.name) == choice.value,
                )
                for choice in one.choices
            ),
        )
        for one in found
    ]


def asked_of(register: Register, query: QueryDict) -> Asked:
    """Return which rows an address asks for; what is not of the register is passed over."""
    values = {
        column.name: str(query[column.name])[:_LONGEST]
        for column in register.columns
        if query.get(column.name)
    }
    return Asked(values, query.get("words", "")[:_LONGEST])


def page_of(query: QueryDict) -> int:
    """Return the number of the page that an address asks for."""
    number = query.get("page", "1")
    return min(_LAST_PAGE, max(1, int(number))) if number.isascii() and number.isdigit() else 1


def query_of(asked: Asked, more: Mapping[str, str] | None = None, *, page: int = 1) -> str:
    """Return the query of an address that asks for the same rows."""
    pairs = {**(more or {}), **asked.values}
    if asked.words:
        pairs["words"] = asked.words
    if page > 1:
        pairs["page"] = str(page)
    return urlencode(pairs)


def paging(part: Part, asked: Asked, page: int, more: Mapping[str, str] | None = None) -> Paging:
    """Return which rows stand on a page, and the queries of the pages beside it."""
    start = (page - 1) * ON_A_PAGE
    last = start + len(part.rows)
    return Paging(
        first=start + 1,
        last=last,
        total=part.total,
        previous=query_of(asked, more, page=page - 1) if page > 1 else None,
        following=query_of(asked, more, page=page + 1) if last < part.total and part.rows else None,
    )


def _words(thing: Column | Code) -> str:
    return in_language(thing.words, thing.words_cy)


def _caveat(one: Caveat) -> str:
    return in_language(one.words, one.words_cy)


def _gap(one: Gap) -> str:
    return one.words


def _choice(column: Column, value: str) -> str:
    if column.kind is ColumnKind.YES_NO:
        return _("Yes") if value == "true" else _("No")
    return next((_words(one) for one in column.codes if one.code == value), value)


def _said(value: object, codes: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, dt.date):
        return date_format(value, "j F Y")
    if isinstance(value, int | Decimal):
        return f"{value:,}"
    return "" if value is None else codes.get(str(value), str(value))


def _plain(value: object, codes: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else codes.get(str(value), str(value))
