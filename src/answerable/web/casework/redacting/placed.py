"""What the pages of a workbook or document that is redacted show: a part of it, each place before and after its marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from re import compile as pattern

from django.http import HttpRequest
from django.utils.http import urlencode

from answerable.inspecting.labelling import (
    Area,
    Looked,
    LookedCell,
    LookedParagraph,
    Part,
    named_area,
)
from answerable.inspecting.labelling.looking import ROWS

_LONGEST_NUMBER = 6
_LONGEST_TEXT = 4_000
_MOST_WORDS = 900
"""That can be picked on one page: a form has at most a thousand fields."""
_WORD = pattern(r"\S+")


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell: what a form sends for it, its name, and what it shows before and after; whether something goes."""

    value: str
    name: str
    before: str
    after: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row under its number in the file."""

    number: int
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column under its number and its letters in the file."""

    number: int
    letters: str


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """A word of a paragraph: what a form sends for it, and whether it goes already."""

    value: str
    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph: its words, how many more it has, and what will stand in its place; whether something goes."""

    number: int
    words: tuple[PlaceWord, ...]
    words_left: int
    before: str
    after: str
    is_changed: bool
    is_whole: bool


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A sheet to go to, and how many labels it will have."""

    number: int
    name: str
    labels: int
    address: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A way to another part: its address, none where there is none."""

    back: str
    on: str


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A part of a file to look at, and the ways to its other parts."""

    title: str
    where: str
    is_table: bool
    name: str
    first_row: int
    columns: tuple[ShownColumn, ...]
    rows: tuple[ShownRow, ...]
    paragraphs: tuple[ShownParagraph, ...]
    sheets: tuple[SheetLink, ...]
    page: int
    pages: int
    along: Step
    across: Step
    across_words: str
    marked: Step
    address: str
    told: tuple[str, ...]
    unmet: tuple[int, ...]


def part_asked(request: HttpRequest) -> Part:
    """Return the part of a file that an address asks for."""
    return Part(*(_number(request.GET.get(one, "")) for one in ("sheet", "page", "across")))


def placed_part(looked: Looked) -> PlacedPart:
    """Return a part of a file as it is looked at."""
    part = looked.part
    sheet = looked.sheets[part.sheet - 1] if looked.is_table else None
    marked = looked.pages_marked
    return PlacedPart(
        title=_title(looked),
        where=_where(looked),
        is_table=looked.is_table,
        name=sheet.name if sheet else "",
        first_row=sheet.first[0] if sheet else 0,
        columns=tuple(ShownColumn(one, _letters(one)) for one in looked.columns),
        rows=tuple(ShownRow(row[0].row, tuple(map(_cell, row))) for row in looked.rows if row),
        paragraphs=tuple(_paragraphs(looked.paragraphs)),
        sheets=tuple(
            SheetLink(number, one.name, one.labels, _address(number, 1, 1), number == part.sheet)
            for number, one in enumerate(looked.sheets, start=1)
        ),
        page=part.page,
        pages=looked.pages,
        along=_step(part, looked.pages, part.page - 1, part.page + 1),
        across=Step(
            _address(part.sheet, part.page, part.across - 1) if part.across > 1 else "",
            _address(part.sheet, part.page, part.across + 1)
            if part.across < looked.pages_across
            else "",
        ),
        across_words=_across(looked),
        marked=_step(
            part,
            looked.pages,
            max((one for one in marked if one < part.page), default=0),
            min((one for one in marked if one > part.page), default=0),
        ),
        address=_address(part.sheet, part.page, part.across),
        told=looked.told,
        unmet=tuple(one + 1 for one in looked.unmet),
    )


def _number(said: str) -> int:
    is_number = said.isascii() and said.isdigit() and len(said) <= _LONGEST_NUMBER
    return int(said) if is_number else 1


def _address(sheet: int, page: int, across: int) -> str:
    asked = {"sheet": sheet, "page": page, "across": across}
    return (
        f"?{urlencode({key: value for key, value in asked.items() if value != 1} or {'page': 1})}"
    )


def _step(part: Part, pages: int, back: int, on: int) -> Step:
    return Step(
        _address(part.sheet, back, part.across) if 1 <= back <= pages else "",
        _address(part.sheet, on, part.across) if 1 <= on <= pages else "",
    )


def _title(looked: Looked) -> str:
    if not looked.is_table:
        return "The document"
    name = looked.sheets[looked.part.sheet - 1].name
    return f"Sheet {name}" if name else "The table"


def _where(looked: Looked) -> str:
    if looked.is_table:
        rows = looked.sheets[looked.part.sheet - 1].rows
        first = (looked.part.page - 1) * ROWS + 1
        last = min(rows, looked.part.page * ROWS)
        return (
            f"{_spread(first, last, 'row')} of {rows:,} that show something"
            if rows
            else "It shows nothing"
        )
    if not looked.paragraphs:
        return "It shows nothing"
    first, last = looked.paragraphs[0].number, looked.paragraphs[-1].number
    return f"{_spread(first, last, 'paragraph')} of {looked.count:,}"


def _spread(first: int, last: int, unit: str) -> str:
    named = unit.capitalize()
    return f"{named} {first:,}" if first == last else f"{named}s {first:,} to {last:,}"


def _across(looked: Looked) -> str:
    if looked.pages_across == 1 or not looked.columns:
        return ""
    count = looked.sheets[looked.part.sheet - 1].columns
    return f"Columns {_letters(looked.columns[0])} to {_letters(looked.columns[-1])} of {count:,}"


def _letters(column: int) -> str:
    return named_area(Area(1, column, 1, column))[:-1]


def _cell(one: LookedCell) -> ShownCell:
    return ShownCell(
        f"{one.row}.{one.column}",
        f"{_letters(one.column)}{one.row}",
        _cut(one.before),
        _cut(one.after),
        one.is_changed,
    )


def _paragraphs(paragraphs: Sequence[LookedParagraph]) -> Iterator[ShownParagraph]:
    room = _MOST_WORDS
    for one in paragraphs:
        words = [*_words(one)]
        yield ShownParagraph(
            one.number,
            tuple(words[:room]),
            max(0, len(words) - room),
            _cut(one.before),
            _cut(one.after),
            bool(one.gone),
            one.gone == ((0, len(one.before)),),
        )
        room = max(0, room - len(words))


def _words(one: LookedParagraph) -> Iterator[PlaceWord]:
    for place, found in enumerate(_WORD.finditer(one.before)):
        start, end = found.span()
        is_marked = any(start < last and first < end for first, last in one.gone)
        yield PlaceWord(f"{one.number}.{place}.{start}.{end}", found[0], is_marked)


def _cut(text: str) -> str:
    left = len(text) - _LONGEST_TEXT
    return f"{text[:_LONGEST_TEXT]} (and {left:,} more letters)" if left > 0 else text
