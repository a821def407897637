"""Tables whose rows begin on labels that count, "(i)", "(ii)", whatever their heads are: points, and what each was told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.letter_lists import begins_list
from answerable.reading.references import is_reference

_FEWEST = 2
_CELLS = 3
_NAME = "Reference: "


@dataclass(frozen=True, slots=True)
class Points:
    """The points of a table as a list, and what was told to them as another behind the same labels."""

    asked: list[Block]
    told: list[Block]


def points_in(block: Block) -> Points | None:
    """Return the points of a table with a label, a question and an answer in each row, below one head at most; or None."""
    rows = block.cells[1:] if block.cells and not _label(block.cells[0]) else block.cells
    return _points(rows) if len(rows) >= _FEWEST else None


def records_in(block: Block) -> list[Block] | None:
    """Return the records of a table in which rows with a reference stand above the rows of their points; or None.

    The second cell of such a row has the title, the third a day or nothing that is kept.
    """
    starts = [place for place, row in enumerate(block.cells) if _begins_record(block.cells, place)]
    if len(starts) < _FEWEST or starts[0] > 1:
        return None
    found: list[Block] = []
    for start, end in zip(starts, [*starts[1:], len(block.cells)], strict=True):
        points = _points(block.cells[start + 1 : end])
        if points is None:
            return None
        number, title, *more = block.cells[start]
        found += [_named(_NAME, number[0]), *(replace(one, kind=Kind.HEADING) for one in title)]
        found += [part for cell in more for part in cell]
        found += [line("Request:", number[0]), *points.asked]
        found += [line("Response:", number[0]), *points.told]
    return found


def line(words: str, block: Block) -> Block:
    """Return words as a line of their own above a block: it takes up none of the source."""
    runs = (Run(words, bold=True),)
    return replace(
        block, kind=Kind.PARAGRAPH, runs=runs, rows=(), cells=(), marker=None, quoted=False,
        end=block.start,
    )  # fmt: skip


def _points(rows: Sequence[Sequence[Sequence[Block]]]) -> Points | None:
    labels = [_label(row) for row in rows]
    first = leading_label(f"{labels[0]} ") if labels else None
    is_each = all(labels) and len({*labels}) == len(labels) and first and begins_list(first)
    if not is_each or not all(len(row) == _CELLS and row[1] and row[2] for row in rows):
        return None
    asked = [
        part for label, row in zip(labels, rows, strict=True) for part in _behind(label, row[1])
    ]
    told = [
        part for label, row in zip(labels, rows, strict=True) for part in _behind(label, row[2])
    ]
    return Points(asked, told)


def _label(row: Sequence[Sequence[Block]]) -> str:
    """Return the label that the first cell of a row is; nothing if it is none."""
    words = row[0][0].text.strip() if row and len(row[0]) == 1 else ""
    words = f"{words}." if words.isdecimal() else words
    label = leading_label(f"{words} ")
    is_whole = label is not None and label.end >= len(words) and not label.is_answer
    return words if is_whole else ""


def _behind(label: str, cell: Sequence[Block]) -> list[Block]:
    first, *rest = cell
    return [replace(first, kind=Kind.PARAGRAPH, runs=(Run(f"{label} "), *first.runs)), *rest]


def _begins_record(rows: Sequence[Sequence[Sequence[Block]]], place: int) -> bool:
    """Return whether a row has a reference and a title, and the first point stands in the row below."""
    row = rows[place]
    if (
        len(row) < _FEWEST
        or len(row[0]) != 1
        or not row[1]
        or place + 1 >= len(rows)
        or _label(row)
    ):
        return False
    below = leading_label(f"{_label(rows[place + 1])} ")
    is_first = below is not None and begins_list(below)
    return is_first and is_reference(row[0][0].text, is_labelled=True)


def _named(name: str, block: Block) -> Block:
    return replace(block, kind=Kind.PARAGRAPH, runs=(Run(name, bold=True), *block.runs))
