"""An answer's text as a page shows it: paragraphs, lists, links and tables in their places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from answerable.domain.disclosure_log import Entry, Link, Question, Table
from answerable.publishing import passages as printed
from answerable.publishing.passages import BREAK, PlacedLink, PlacedTable, Run
from answerable.publishing.safe_text import is_safe_address

_BULLET = "• "
_NO_MORE_THAN_A_MARK = 3


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
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a list (of items, each of runs) or a table; just one of the three is there."""

    runs: tuple[Run, ...] = ()
    items: tuple[tuple[Run, ...], ...] = ()
    table: ShownTable | None = None


def passages_of(text: str | None) -> tuple[Passage, ...]:
    """Return the paragraphs and lists of a text."""
    return _passages(_paragraphs(printed.Passage(text or "", 0)), [])


def response_passages(entry: Entry, tables: Sequence[ShownTable]) -> tuple[Passage, ...]:
    """Return a whole response, with each table and link where it stood."""
    links = printed.links_in_text(entry)
    rest = iter(tables)
    made: list[Passage] = []
    for piece in printed.pieces_of(entry):
        if isinstance(piece, PlacedTable):
            made.append(Passage(table=next(rest)))
        else:
            made += _passages(_paragraphs(piece), links)
    return tuple(made)


def answer_passages(
    entry: Entry, question: Question, tables: Sequence[tuple[int | None, ShownTable]]
) -> tuple[Passage, ...]:
    """Return an answer with its links and tables as they stand in the response.

    A table comes with its place in the response; where that is not known, it follows the answer.
    """
    links = printed.links_in_text(entry)
    paragraphs = list(_in_response(entry.response, question.answer or ""))
    waiting = sorted(tables, key=lambda one: len(entry.response) if one[0] is None else one[0])
    made: list[Passage] = []
    run: list[printed.Passage] = []
    for paragraph in paragraphs:
        while waiting and waiting[0][0] is not None and waiting[0][0] <= paragraph.start:
            made += [*_passages(run, links), Passage(table=waiting.pop(0)[1])]
            run = []
        run.append(paragraph)
    return (*made, *_passages(run, links), *(Passage(table=table) for _, table in waiting))


def besides(entry: Entry) -> tuple[Passage, ...]:
    """Return what the response says besides its answers: no passage goes unseen.

    Questions that the response repeats, and headings that stand over them, are shown with them.
    """
    whole = _paragraphs(printed.Passage(entry.response, 0))
    known = _known(entry.questions)
    rest = [one for one in whole if one.text not in known and not _is_made_of(one.text, known)]
    return _passages(rest, printed.links_in_text(entry))


def further_links(entry: Entry) -> tuple[Link, ...]:
    """Return the links that lead somewhere but cannot be shown in the response's own words."""
    others = (one.link for one in printed.other_links(entry))
    return tuple(link for link in others if is_safe_address(link.href))


def shown_tables(tables: Sequence[Table]) -> tuple[ShownTable, ...]:
    """Return an entry's tables as a page shows them."""
    return tuple(_shown(number, table) for number, table in enumerate(tables, start=1))


def _paragraphs(text: printed.Passage) -> list[printed.Passage]:
    return [one for one in printed.parts_of(text, at=BREAK) if one.text.strip()]


def _passages(
    paragraphs: Iterable[printed.Passage], links: list[PlacedLink]
) -> tuple[Passage, ...]:
    made: list[Passage] = []
    for is_list, group in groupby(paragraphs, key=lambda one: one.text.startswith(_BULLET)):
        if is_list:
            items = (printed.runs_of(_without_bullet(one), links=links) for one in group)
            made.append(Passage(items=tuple(tuple(item) for item in items)))
        else:
            made += [Passage(runs=tuple(printed.runs_of(one, links=links))) for one in group]
    return tuple(made)


def _without_bullet(item: printed.Passage) -> printed.Passage:
    return printed.Passage(item.text.removeprefix(_BULLET), item.start + len(_BULLET))


def _in_response(response: str, answer: str) -> Iterator[printed.Passage]:
    """Yield an answer's paragraphs with their places in the response; before it if they are not in it."""
    near = max(0, response.find(answer))
    for text in answer.split(BREAK):
        if not text.strip():
            continue
        place = response.find(text, near)
        place = place if place >= 0 else response.find(text)
        yield printed.Passage(text, place if place >= 0 else -len(text))
        near = place + len(text) if place >= 0 else near


def _known(questions: Iterable[Question]) -> dict[str, None]:
    """Return every paragraph that the questions show, the longest first."""
    texts: set[str] = set()
    for one in questions:
        for text in (one.text, one.answer, one.heading):
            texts |= {part.strip() for part in (text or "").split(BREAK)}
            texts.add((text or "").strip())
    return dict.fromkeys(sorted(texts - {""}, key=len, reverse=True))


def _is_made_of(text: str, known: Iterable[str]) -> bool:
    """Return whether a paragraph holds shown ones, and besides them a number or an "And" at most."""
    left = text
    for part in known:
        if text in part:
            return True
        left = left.replace(part, " ")
    return sum(sign.isalnum() for sign in left) <= _NO_MORE_THAN_A_MARK


def _shown(number: int, table: Table) -> ShownTable:
    heads, below = table.rows[: table.header_rows], table.rows[table.header_rows :]
    rows = tuple(_row(row) for row in below)
    # A heading stands over its figures: to the right, as they do.
    figures = [
        all(cell.is_number or not cell.text for cell in column)
        for column in zip(*rows, strict=False)
    ]
    head = tuple(
        tuple(
            Cell(
                text,
                is_head=bool(text),
                is_number=place > 0 and figures[place : place + 1] == [True],
            )
            for place, text in enumerate(row)
        )
        for row in heads
    )
    return ShownTable(number, table.caption, head, rows)


def _row(row: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(
        Cell(text, is_head=place == 0 and bool(text), is_number=place > 0 and _is_number(text))
        for place, text in enumerate(row)
    )


def _is_number(text: str) -> bool:
    plain = text.strip("£%() -").replace(",", "").replace(".", "", 1)
    return plain.isdigit() or text in ("n/a", "N/A", "-", "–")
