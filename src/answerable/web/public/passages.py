"""An answer's text as a page shows it: paragraphs, lists, links and tables in their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from answerable.domain.disclosure_log import Link, Table

_SAFE = ("http://", "https://", "mailto:")
_BULLET = "• "


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words; `href` where it is a link that may be followed."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: whether it heads a row, and whether it holds a figure."""

    text: str
    is_head: bool
    is_number: bool


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table with its number in its entry, from 1, its heading rows and its rows."""

    number: int
    caption: str | None
    head: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a list (of items, each of runs) or a table; just one of the three is there."""

    runs: tuple[Run, ...] = ()
    items: tuple[tuple[Run, ...], ...] = ()
    table: ShownTable | None = None


def passages_of(
    text: str | None, *, links: Sequence[Link] = (), tables: Sequence[ShownTable] = ()
) -> tuple[Passage, ...]:
    """Return the paragraphs and lists of a text, its links in their words, and tables behind it."""
    parts = [part for part in (text or "").split("\n\n") if part.strip()]
    made: list[Passage] = []
    for is_list, group in groupby(parts, key=lambda part: part.startswith(_BULLET)):
        if is_list:
            items = (tuple(_runs(part.removeprefix(_BULLET), links)) for part in group)
            made.append(Passage(items=tuple(items)))
        else:
            made += [Passage(runs=tuple(_runs(part, links))) for part in group]
    return (*made, *(Passage(table=table) for table in tables))


def placed(
    response: str, *, links: Sequence[Link], tables: Sequence[tuple[int | None, ShownTable]]
) -> tuple[Passage, ...]:
    """Return a whole response with each table where it stood."""
    made: list[Passage] = []
    start = 0
    for at, table in sorted(tables, key=lambda one: len(response) if one[0] is None else one[0]):
        end = len(response) if at is None else min(at, len(response))
        made += passages_of(response[start:end], links=links, tables=(table,))
        start = max(start, end)
    return (*made, *passages_of(response[start:], links=links))


def shown_tables(tables: Sequence[Table]) -> tuple[ShownTable, ...]:
    """Return an entry's tables as a page shows them."""
    return tuple(_shown(number, table) for number, table in enumerate(tables, start=1))


def _shown(number: int, table: Table) -> ShownTable:
    head = max(1, table.header_rows)
    return ShownTable(
        number, table.caption, table.rows[:head], tuple(_row(row) for row in table.rows[head:])
    )


def _row(row: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(
        Cell(text, is_head=place == 0 and bool(text), is_number=place > 0 and _is_number(text))
        for place, text in enumerate(row)
    )


def _is_number(text: str) -> bool:
    plain = text.strip("£%() -").replace(",", "").replace(".", "", 1)
    return plain.isdigit() or text in ("n/a", "N/A", "-", "–")


def _runs(text: str, links: Sequence[Link]) -> Iterator[Run]:
    """Cut a text at the words of its links; a link whose target is lost or unsafe stays words."""
    place = 0
    for link in links:
        found = text.find(link.text, place) if link.href and link.href.startswith(_SAFE) else -1
        if found < 0:
            continue
        if found > place:
            yield Run(text[place:found])
        yield Run(link.text, link.href)
        place = found + len(link.text)
    if place < len(text):
        yield Run(text[place:])
