"""Look at a part of what a file shows, before and after the labels of its marks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, replace
from typing import Any

from answerable.inspecting.labelling.cells import LAST, Area, named_area
from answerable.inspecting.labelling.looked import (
    FoundWords,
    Going,
    Looked,
    LookedCell,
    LookedParagraph,
    LookedSheet,
    Part,
)
from answerable.inspecting.labelling.marks import PlaceMark, place_marks_from_json
from answerable.inspecting.labelling.paragraphs import by_paragraph, places_of, stretches_of
from answerable.inspecting.labelling.shown import ShownDocument, ShownTable, shown_in
from answerable.inspecting.labelling.stretches import labelled, sayings_of
from answerable.inspecting.labelling.totals import totals_told
from answerable.inspecting.labelling.withheld import Withheld
from answerable.inspecting.rebuilding.tables import workbook_file
from answerable.inspecting.rebuilding.tables.cells import (
    Line,
    ShownSheet,
    places_without_gaps,
    words_of,
)

ROWS, COLUMNS = 40, 12
"""Of a sheet on one page: a form has at most a thousand fields."""

PARAGRAPHS, WORDS = 40, 700
"""Of a document on one page, whichever comes first."""

MOST_TEXTS = 20_000
MOST_PLACES = 12


def look(asked: Mapping[str, Any], data: bytes) -> dict[str, Any]:
    """Return a part of a file as it is and as it will be."""
    marks = _marks(asked)
    shown, withheld = shown_in(data, asked["name"]), Withheld()
    made = shown.labelled(marks, withheld)
    part = Part(*asked["part"])
    if isinstance(shown, ShownTable) and isinstance(made, ShownTable):
        looked = _table(shown, made, part)
    else:
        looked = _document(shown, marks, part)
    unmet = tuple(number for number in range(len(marks)) if number not in withheld.met)
    return asdict(replace(looked, unmet=unmet, labels=withheld.labels)) | {
        "part": astuple(looked.part),
        "sheets": [astuple(one) for one in looked.sheets],
        "rows": [[astuple(cell) for cell in row] for row in looked.rows],
        "paragraphs": [astuple(one) for one in looked.paragraphs],
    }


def going(asked: Mapping[str, Any], data: bytes) -> dict[str, Any]:
    """Return what goes by each mark for itself, and where its cells will stand in the new workbook."""
    shown = shown_in(data, asked["name"])
    return {"going": [astuple(_going(one, shown)) for one in _marks(asked)]}


def _going(mark: PlaceMark, shown: ShownTable | ShownDocument) -> Going:
    withheld = Withheld()
    shown.labelled([mark], withheld)
    texts = tuple(withheld.taken)[:MOST_TEXTS]
    if isinstance(shown, ShownDocument) or mark.cells is None:
        return Going(texts, withheld.labels)
    number, sheet = next(
        (at, one)
        for at, one in enumerate(shown.sheets, start=1)
        if one.name == mark.sheet or not mark.sheet
    )
    return Going(texts, withheld.labels, number, _cells_anew(mark.cells, sheet))


def find(asked: Mapping[str, Any], data: bytes) -> dict[str, Any]:
    """Return where words stand that no mark takes yet."""
    sought = sayings_of([PlaceMark(words=tuple(asked["sought"]))])
    shown = shown_in(data, asked["name"])
    every = sum(len(sought.stretches(text)) for _, text in _places(shown))
    after = shown.labelled(_marks(asked), Withheld())
    found = [
        (place, len(stretches))
        for place, text in _places(after)
        if (stretches := sought.stretches(text))
    ]
    count = sum(times for _, times in found)
    return asdict(FoundWords(tuple(found[:MOST_PLACES]), count, max(0, every - count)))


def _marks(asked: Mapping[str, Any]) -> tuple[PlaceMark, ...]:
    return place_marks_from_json(asked["marks"]) if asked["marks"] else ()


def _places(shown: ShownTable | ShownDocument) -> Iterator[tuple[str, str]]:
    if isinstance(shown, ShownDocument):
        for number, words in enumerate(places_of(shown.document), start=1):
            yield f"paragraph {number}", words
        return
    for number, sheet in enumerate(shown.sheets, start=1):
        for line in sheet.lines:
            for place, cell in sorted(line.cells.items()):
                column = sheet.origins.get(place, 0)
                where = named_area(Area(line.origin, column, line.origin, column))
                sheets = f", sheet {number}" if len(shown.sheets) > 1 else ""
                yield f"{where}{sheets}", words_of(cell)


def _table(shown: ShownTable, made: ShownTable, part: Part) -> Looked:
    number = min(max(part.sheet, 1), len(shown.sheets))
    before, after = shown.sheets[number - 1], made.sheets[number - 1]
    places = _columns(before)
    page, pages = _within(part.page, len(before.lines), ROWS)
    across, pages_across = _within(part.across, len(places), COLUMNS)
    columns = places[(across - 1) * COLUMNS : across * COLUMNS]
    lines = [*zip(before.lines, after.lines, strict=True)]
    changed = {at // ROWS + 1 for at, (one, other) in enumerate(lines) if one.cells != other.cells}
    return Looked(
        part=Part(number, page, across),
        pages=pages,
        pages_across=pages_across,
        sheets=tuple(
            _sheet(one, other) for one, other in zip(shown.sheets, made.sheets, strict=True)
        ),
        columns=tuple(before.origins.get(place, 0) for place in columns),
        rows=tuple(
            tuple(_cell(one, other, place, before) for place in columns)
            for one, other in lines[(page - 1) * ROWS : page * ROWS]
        ),
        paragraphs=(),
        count=0,
        labels=0,
        unmet=(),
        told=tuple(totals_told(shown.sheets, made.sheets, shown.formulas)),
        pages_marked=tuple(sorted(changed)),
    )


def _sheet(before: ShownSheet, after: ShownSheet) -> LookedSheet:
    columns = [before.origins.get(place, 0) for place in _columns(before)]
    rows = [line.origin for line in before.lines]
    labels = sum(
        cell != one.cells.get(place)
        for one, other in zip(before.lines, after.lines, strict=True)
        for place, cell in other.cells.items()
    )
    return LookedSheet(
        before.name,
        len(rows),
        len(columns),
        (min(rows, default=0), min(columns, default=0)),
        (max(rows, default=0), max(columns, default=0)),
        labels,
    )


def _cell(before: Line, after: Line, place: int, sheet: ShownSheet) -> LookedCell:
    old, new = before.cells.get(place, ""), after.cells.get(place, "")
    return LookedCell(before.origin, sheet.origins.get(place, 0), words_of(old), words_of(new))


def _columns(sheet: ShownSheet) -> list[int]:
    return sorted(set[int]().union(*(line.cells for line in sheet.lines)))


def _within(page: int, count: int, most: int) -> tuple[int, int]:
    pages = max(1, -(-count // most))
    return min(max(page, 1), pages), pages


def _document(shown: ShownTable | ShownDocument, marks: Sequence[PlaceMark], part: Part) -> Looked:
    sayings, placed = sayings_of(marks), by_paragraph(marks)
    texts = [text for _, text in _places(shown)]
    found = [
        stretches_of(text, placed.get(number, ()), sayings)
        for number, text in enumerate(texts, start=1)
    ]
    pages = [*_pages_of(texts)]
    page, _ = _within(part.page, len(pages), 1)
    first, last = pages[page - 1] if pages else (0, 0)
    return Looked(
        part=Part(1, page, 1),
        pages=max(1, len(pages)),
        pages_across=1,
        sheets=(),
        columns=(),
        rows=(),
        paragraphs=tuple(
            LookedParagraph(
                at + 1,
                texts[at],
                labelled(texts[at], found[at]),
                tuple((one.start, one.end) for one in found[at]),
            )
            for at in range(first, last)
        ),
        count=len(texts),
        labels=0,
        unmet=(),
        told=(),
        pages_marked=tuple(
            number
            for number, (start, end) in enumerate(pages, start=1)
            if any(found[at] for at in range(start, end))
        ),
    )


def _pages_of(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last (not among them, from 0) paragraph of each page."""
    first = words = 0
    for at, text in enumerate(texts):
        here = len(text.split())
        if at > first and (at - first >= PARAGRAPHS or words + here > WORDS):
            yield first, at
            first, words = at, 0
        words += here
    if texts:
        yield first, len(texts)


def _cells_anew(area: Area, sheet: ShownSheet) -> str:
    """Return cells as the new workbook numbers them; nothing where it has none."""
    lines = [line.number for line in sheet.lines]
    tall = places_without_gaps(lines, workbook_file.MOST_BLANK_ROWS) or _as_it_is
    wide = places_without_gaps(_columns(sheet), workbook_file.MOST_BLANK_COLUMNS) or _as_it_is
    rows = [tall(one.number) + 1 for one in sheet.lines if area.top <= one.origin <= area.bottom]
    columns = [
        wide(place) + 1
        for place in _columns(sheet)
        if area.left <= sheet.origins.get(place, 0) <= area.right
    ]
    if not rows or not columns:
        return ""
    bottom = LAST if area.bottom == LAST else rows[-1]
    right = LAST if area.right == LAST else columns[-1]
    top = 1 if area.top == 1 and area.bottom == LAST else rows[0]
    return named_area(Area(top, columns[0], bottom, right))


def _as_it_is(place: int) -> int:
    return place
