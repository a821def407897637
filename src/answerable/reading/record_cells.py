"""Cells of tables that hold more than one field of a record, and labels that stand above their values."""

from dataclasses import replace

from answerable.reading.blocks import Block
from answerable.reading.raw_tables import Cell
from answerable.reading.vocabulary import Label, Role, label_of

_FEWEST = 2
_NEARLY_ALL = 0.6
_LONGEST_HEAD = 8
_LONGEST_VALUE = 12


def label_alone(cell: Cell) -> Label | None:
    """Return the label that a cell is, and nothing else."""
    label = cell.label()
    is_alone = label is not None and label.is_strong and label.rest == len(cell.text())
    return label if is_alone else None


def rows_with_both(rows: list[list[Cell]]) -> list[Block]:
    """Return what stands in rows of which nearly each has a cell with one request and its response; else nothing.

    What heads the columns is left out: the labels stand in the cells.
    """
    head, *below = rows
    is_head = bool(below) and not any(map(Cell.holds_both, head)) and _heads_columns(head)
    body = below if is_head else rows
    both = sum(any(map(_holds_one, row)) for row in body)
    is_record = any(len(row) > 1 for row in body) and (is_head or len(body) > 1)
    if not both or not is_record or both < len(body) * _NEARLY_ALL:
        return []
    return [block for row in body for block in _in_order(row)]


def _holds_one(cell: Cell) -> bool:
    if not cell.holds_both():
        return False
    labels = [label_of(block.text) for block in cell.blocks]
    asked = [label for label in labels if label and label.is_strong and label.role is Role.REQUEST]
    return len(asked) == 1


def _in_order(row: list[Cell]) -> list[Block]:
    """Return the blocks of a row with those of the cell that holds both last: what else stands there heads a record."""
    cells = sorted((cell for cell in row if cell.blocks), key=Cell.holds_both)
    found: list[Block] = []
    for cell in cells:
        found += [
            replace(block, broken=block.broken or (number == 0 and not found))
            for number, block in enumerate(cell.blocks)
        ]
    return found


def _heads_columns(row: list[Cell]) -> bool:
    filled = [cell for cell in row if cell.blocks]
    return len(filled) > 1 and all(
        len(cell.blocks) == 1 and len(cell.text().split()) <= _LONGEST_HEAD for cell in filled
    )


def beside_their_labels(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return rows with each row of labels and the row of values below it as pairs: "Number | Received" above "17/22 | 3 May".

    Where more rows of as many cells follow, they head a list.
    """
    paired: list[list[Cell]] = []
    place = 0
    while place < len(rows):
        if place + 1 < len(rows) and _stand_above(rows, place):
            pairs = [*zip(rows[place], rows[place + 1], strict=False)]
            # A record begins with its reference, wherever that stands.
            pairs.sort(key=lambda pair: not _heads_references(pair[0]))
            paired += [[label, value] for label, value in pairs if label.blocks]
            place += 2
        else:
            paired.append(rows[place])
            place += 1
    return paired


def _stand_above(rows: list[list[Cell]], place: int) -> bool:
    """Return whether a row holds labels, and the row below it, alone, their values."""
    labels, values = rows[place], rows[place + 1]
    if not _heads_columns(labels) or not _is_under(labels, values):
        return False
    known = [label.role for cell in labels if (label := label_alone(cell))]
    filled = [cell for cell in labels if cell.blocks]
    is_head = len(known) >= max(_FEWEST, len(filled) * _NEARLY_ALL)
    if not is_head or {Role.REQUEST, Role.RESPONSE} & {*known}:
        return False
    under = [cell for cell in values if cell.blocks]
    # "Disclosed" may be a label elsewhere.
    are_labels = sum(map(bool, map(label_alone, under))) * 2 > len(under)
    is_short = all(len(cell.text().split()) <= _LONGEST_VALUE for cell in under)
    is_list = (
        place + 2 < len(rows)
        and _is_under(labels, rows[place + 2])
        and not _is_head(rows[place + 2])
    )
    return not are_labels and is_short and not is_list


def _heads_references(cell: Cell) -> bool:
    label = label_alone(cell)
    return label is not None and label.role is Role.REF


def _is_head(row: list[Cell]) -> bool:
    return sum(label_alone(cell) is not None for cell in row) >= _FEWEST


def _is_under(labels: list[Cell], values: list[Cell]) -> bool:
    """Return whether values fill more than one of the columns of labels, and no other."""
    filled = [place for place, cell in enumerate(values) if cell.blocks]
    return len(filled) > 1 and all(place < len(labels) and labels[place].blocks for place in filled)
