"""Tables: those that hold figures, and those that only lay a record out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from answerable.reading.blocks import Block, Kind, Run, in_column
from answerable.reading.column_heads import with_known_heads, with_references_named
from answerable.reading.layout_tables import (
    holds_one_in_each,
    holds_parts,
    holds_records,
    lays_out_page,
    page_blocks,
)
from answerable.reading.raw_tables import Cell, RawTable
from answerable.reading.record_cells import beside_their_labels, label_alone, rows_with_both
from answerable.reading.vocabulary import Role

_FRAME = frozenset((Role.REF, Role.REQUEST, Role.RESPONSE))
_ASKED = (Role.REQUEST, Role.RESPONSE)
_WIDEST_LAYOUT = 4
_FEWEST_COLUMNS = 3
_WIDEST_SHEET = 16
_SHORTEST_WORDS = 20
_LONGEST_LABEL = 60
_LONGEST_LINE = 14
_LONGEST_FIGURE = 6
_QUESTION = frozenset(
    ("question", "questions", "your question", "question asked", "what you asked", "you asked")
)
_ANSWER = frozenset(
    (
        "answer",
        "answers",
        "our answer",
        "response",
        "our response",
        "reply",
        "what we found",
        "we found",
    )
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_NONE = Cell()


def blocks_of(table: RawTable) -> list[Block]:
    """Return a table as one block of rows; or, where it only lays out records, what stands in it."""
    rows = [row for row in table.rows if row]
    if not rows:
        return []
    heads = caption_above(table.caption, table.start)
    if records := _records_in_rows(with_references_named(rows)):
        return [*heads, *records]
    rows = beside_their_labels(rows)
    asked, end = ([], 0) if holds_parts(rows) else _with_questions_below(rows, table.end)
    if asked:
        rest = RawTable(rows[end:], table.end, table.end)
        return [*heads, *asked, *(_laid_out_or_figures(rest) if rest.rows else ())]
    return _laid_out_or_figures(RawTable(rows, table.start, table.end, table.caption))


def _laid_out_or_figures(table: RawTable) -> list[Block]:
    """Return what stands in a table that lays out records or a page; or its rows, where it does neither."""
    rows, heads = table.rows, caption_above(table.caption, table.start)
    if _is_layout(rows) and not _frames(rows):
        return [*heads, *(block for row in rows for block in layout_blocks(row))]
    if _is_page(rows, table.caption):
        return [*heads, *page_blocks(rows)]
    return [data_block(rows, start=table.start, end=table.end, caption=table.caption)]


def _records_in_rows(rows: list[list[Cell]]) -> list[Block]:
    """Return what stands in a table with a record in each row; nothing where it is none."""
    if _column_roles(rows[0], rows[1:]) and len(rows) > 1 and not _goes_on_below(rows):
        below = _parted(rows[0], rows[1:])
        heads = with_known_heads(rows[0], below)
        return [block for part in below for block in _titled_or_record(heads, part)]
    return rows_with_both(rows)


def _titled_or_record(header: list[Cell], row: list[Cell]) -> list[Block]:
    """Return the record of a row; or words over a table, where a row of it is nothing else."""
    if len(row) > 1:
        return _record_blocks(header, row)
    return [replace(block, kind=Kind.HEADING, column=None) for block in row[0].blocks]


def _parted(header: list[Cell], rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return rows without their heads; words alone right above a head that comes again stand over another table."""
    words = [cell.text() for cell in header]
    found: list[list[Cell]] = []
    for row, below in zip(rows, [*rows[1:], []], strict=True):
        is_over = [cell.text() for cell in below] == words and row[0].blocks
        if is_over and not any(cell.blocks for cell in row[1:]):
            found.append(row[:1])
        elif [cell.text() for cell in row] != words:
            found.append(row)
    return found


def _with_questions_below(rows: list[list[Cell]], table_end: int) -> tuple[list[Block], int]:
    """Return the records whose questions and answers stand in rows below their heads, and the row behind the last."""
    found: list[Block] = []
    begin = 0
    while place := _questions_below(rows, begin):
        end = _next_record(rows, place + 1)
        start = next(cell.blocks[0].start for cell in rows[place] if cell.blocks)
        found += [block for row in rows[begin:place] for block in layout_blocks(row)]
        found.append(data_block(_without_empty(rows[place:end]), start=start, end=table_end))
        begin = end
    return found, begin


def _is_page(rows: list[list[Cell]], caption: str) -> bool:
    """Return whether rows only frame what stands in them: paragraphs, whole records, the text of a page."""
    return _frames(rows) or holds_records(rows) or (not caption and lays_out_page(rows))


def _frames(rows: list[list[Cell]]) -> bool:
    return _is_box(rows) or holds_parts(rows) or holds_one_in_each(rows)


def _questions_below(rows: list[list[Cell]], begin: int) -> int:
    """Return the row that heads questions and answers below the head of the record that begins there; 0 if there is none."""
    for place in range(begin, len(rows) - 1):
        if _heads_both(rows[place]):
            is_below = place > begin and _next_record(rows, place + 1) > place + 1
            return place if is_below else 0
    return 0


def _heads_both(row: list[Cell]) -> bool:
    """Return whether a row heads a column of questions and one of answers."""
    roles = {label.role for cell in row if cell.blocks and (label := label_alone(cell))}
    return {Role.REQUEST, Role.RESPONSE} <= roles


def _next_record(rows: list[list[Cell]], begin: int) -> int:
    """Return the row with which the next record begins: one cell alone, or the label of a reference."""
    for place in range(begin, len(rows)):
        filled = [cell for cell in rows[place] if cell.blocks]
        if len(filled) == 1 or (filled and _is_reference(filled[0])):
            return place
    return len(rows)


def _without_empty(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return rows without the columns that no row fills."""
    width = max(len(row) for row in rows)
    filled = [
        one for one in range(width) if any(len(row) > one and row[one].blocks for row in rows)
    ]
    return [[row[one] if one < len(row) else Cell() for one in filled] for row in rows]


def _is_box(rows: list[list[Cell]]) -> bool:
    """Return whether rows only frame text: one cell in each, and paragraphs in some of them.

    A column of figures, or of names, stays a table.
    """
    filled = [[cell for cell in row if cell.blocks] for row in rows]
    if any(len(row) > 1 for row in filled):
        return False
    cells = [cell for row in filled for cell in row]
    return any(len(cell.blocks) > 1 or _is_paragraph(cell.text()) for cell in cells)


def _is_paragraph(text: str) -> bool:
    return len(text.split()) > _LONGEST_LINE or (text[-1:] in ".?:" and len(text) > _SHORTEST_WORDS)


def caption_above(caption: str, start: int) -> list[Block]:
    """Return the caption of a table that only lays out records: it heads them."""
    return [Block(Kind.HEADING, (Run(caption),), start, start)] if caption else []


def _column_roles(header: list[Cell], rows: list[list[Cell]]) -> bool:
    """Return whether the first row heads a spreadsheet of records: Reference, Request and Response."""
    labels = [cell.label() for cell in header]
    roles = {label.role for label in labels if label and label.is_strong}
    if Role.REF not in roles:
        return False
    if not any(map(Cell.holds_both, header)) and holds_one_in_each(
        [header, *_without_heads(header, rows)]
    ):
        return True
    return (
        len(header) >= _FEWEST_COLUMNS
        and len(roles - {Role.OTHER}) > 1
        and bool(roles & {Role.REQUEST, Role.RESPONSE})
        and any(_has_words(header, row) for row in rows)
    )


def _without_heads(header: list[Cell], rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return rows without those that say what heads them: a head may come again on each page."""
    words = [cell.text() for cell in header]
    return [row for row in rows if [cell.text() for cell in row] != words]


def _goes_on_below(rows: list[list[Cell]]) -> bool:
    """Return whether a reference reaches over rows with a question and its answer in each, or comes again in each."""
    heads = [cell.label() for cell in rows[0]]
    roles = [label.role if label else None for label in heads]
    fields = [place for place, role in enumerate(roles) if role in _ASKED]
    named = [place for place, role in enumerate(roles) if role in (Role.REF, Role.TITLE)]
    if len(fields) < 2:  # noqa: PLR2004 a question and its answer
        return False
    last = max(*fields, *named)
    return any(
        len(above) > last < len(row)
        and all(row[place].blocks for place in fields)
        and (
            not any(row[place].blocks for place in named)
            or (_are_same(above, row, named) and not _are_same(above, row, fields[:1]))
        )
        for above, row in pairwise(rows[1:])
    )


def _are_same(above: list[Cell], row: list[Cell], places: Sequence[int]) -> bool:
    return all(above[place].text() == row[place].text() for place in places)


def _is_reference(head: Cell) -> bool:
    label = head.label()
    return label is not None and label.role is Role.REF


def _has_words(header: list[Cell], row: list[Cell]) -> bool:
    """Return whether the request or the response of a row is words, and no figure: "Requests", "1,204"."""
    for head, cell in zip(header, row, strict=False):
        label = head.label()
        if label and label.role in (Role.REQUEST, Role.RESPONSE) and _LETTERS.search(cell.text()):
            return True
    return False


def _is_layout(rows: list[list[Cell]]) -> bool:
    """Return whether rows lay out a record: the first is one of its labels, or several of them are."""
    if _heads_questions(rows) or _heads_figures(rows):
        return False
    if _is_layout_row(rows[0]):
        return True
    firsts = [next((cell for cell in row if cell.blocks), _NONE) for row in rows]
    labels = [first.label() for first in firsts if len(first.text()) < _LONGEST_LABEL]
    roles = {label.role for label in labels if label and label.is_strong}
    return len(roles) > 1 and any(map(_is_layout_row, rows))


def _record_blocks(header: list[Cell], row: list[Cell]) -> list[Block]:
    blocks = []
    pairs = zip(header, row, strict=False)
    # The reference comes first wherever its column stands: a record begins with it.
    for head, cell in sorted(pairs, key=lambda pair: not _is_reference(pair[0])):
        if not cell.blocks:
            continue
        if cell.holds_both():
            blocks += cell.blocks
            continue
        place, page = cell.blocks[0].start, cell.blocks[0].page
        label = head.label()
        words = head.text() if label else f"{head.text()}:"
        blocks.append(
            Block(
                Kind.PARAGRAPH,
                (Run(words),),
                place,
                place,
                column=0,
                page=page,
                broken=label is not None,
            )
        )
        blocks += [replace(block, column=1) for block in cell.blocks]
    return blocks


def _heads_figures(rows: list[list[Cell]]) -> bool:
    """Return whether only the first row has a label, and short cells stand below: "Reference | Number" heads columns."""
    below = rows[1:]
    if len(below) < 2 or not all(row and row[0].text() for row in below):  # noqa: PLR2004 a column
        return False
    labels = [row[0].label() for row in below]
    if any(label.is_strong for label in labels if label):
        return False
    return all(
        len(cell.blocks) <= 1 and len(cell.text().split()) <= _LONGEST_FIGURE
        for row in below
        for cell in row
    )


def _heads_answers(row: list[Cell]) -> bool:
    """Return whether a row heads a table of one request's questions and their answers."""
    words = {cell.text().strip(" .:").lower() for cell in row}
    return bool(words & _QUESTION) and bool(words & _ANSWER)


def _heads_questions(rows: list[list[Cell]]) -> bool:
    """Return whether each row below the first asks something and answers it beside: "What you asked" is no label."""
    below = [row for row in rows[1:] if len(row) > 1]
    asking = sum(row[0].text().rstrip().endswith("?") for row in below)
    return len(below) > 1 and asking * 2 > len(below)


def _is_layout_row(row: list[Cell]) -> bool:
    if not 1 < len(row) <= _WIDEST_LAYOUT:
        return False
    first = next((cell for cell in row if cell.blocks), _NONE)
    label = first.label()
    is_label = label is not None and label.role in _FRAME and len(first.text()) < _LONGEST_LABEL
    return is_label and not _heads_answers(row) and not any(map(_heads_column, row[1:]))


def _heads_column(cell: Cell) -> bool:
    """Return whether a cell heads a column: "Request" beside "Response" begins no record."""
    label = label_alone(cell)
    return label is not None and label.role in _ASKED


def is_layout(row: list[Cell], *, is_first: bool) -> bool:
    """Return whether a row's first cell is a record's label: "Ref 5024007", "Request", "Response".

    Below other rows of a table only a reference begins a record: "Request" may head a row of figures.
    """
    if not _is_layout_row(row):
        return False
    label = next(cell for cell in row if cell.blocks).label()
    return label is not None and (is_first or label.role is Role.REF)


def layout_blocks(row: list[Cell]) -> list[Block]:
    """Return what stands in a row of a record: the label's blocks in column 0, the rest in column 1.

    A row may hold several labels, each with its words behind it: "Ref | 17/22 | Date answered | 3 May 2022".
    """
    blocks: list[Block] = []
    if _spans_alone(row):
        return [*row[0].blocks]
    for place, cell in enumerate(row):
        if place > 1 and place + 1 == len(row) and _says_again(row[0], cell):
            continue
        is_label = place == 0 or (place + 1 < len(row) and label_alone(cell) is not None)
        column = 0 if is_label else 1
        for number, block in enumerate(cell.blocks):
            blocks.append(in_column(block, column, broken=block.broken or number == 0))
    return blocks


def _spans_alone(row: list[Cell]) -> bool:
    """Return whether words that are no label have a row of several columns to themselves: they head what follows."""
    is_alone = bool(row) and bool(row[0].blocks) and not any(cell.blocks for cell in row[1:])
    # A label with its words below it, in one cell across the table, needs no column.
    return is_alone and (row[0].label() is None or len(row[0].blocks) > 1)


def _says_again(first: Cell, last: Cell) -> bool:
    """Return whether the last cell of a row names its field again, in another language: "Request | … | Cais"."""
    labels = [first.label(), last.label()]
    roles = {label.role for label in labels if label}
    return len(roles) == 1 and all(labels) and label_alone(last) is not None


def data_block(rows: list[list[Cell]], *, start: int, end: int, caption: str = "") -> Block:
    """Return a table of figures as a block: rows padded to equal length, cells exact."""
    width = max(len(row) for row in rows)
    cells = tuple(tuple(cell.text() for cell in row) + ("",) * (width - len(row)) for row in rows)
    runs = (Run(caption),) if caption else ()
    may = _may_hold_records(cells) or (len(rows) > 1 and _heads_both(rows[0]))
    kept = _cells(rows, width) if may else ()
    return Block(Kind.TABLE, runs, start, end, rows=cells, cells=kept)


def _cells(rows: list[list[Cell]], width: int) -> tuple[tuple[tuple[Block, ...], ...], ...]:
    return tuple(
        tuple(tuple(cell.blocks) for cell in row) + ((),) * (width - len(row)) for row in rows
    )


def _may_hold_records(cells: tuple[tuple[str, ...], ...]) -> bool:
    """Return whether a table has words that may ask or answer: then its shape may tell that it holds records."""
    is_wide = len(cells) > 1 and 1 < len(cells[0]) <= _WIDEST_SHEET
    return is_wide and any(len(cell) > _SHORTEST_WORDS for row in cells for cell in row)
