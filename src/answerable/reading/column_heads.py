"""Columns of a table of records whose heads no vocabulary knows: what they hold tells what they are."""

from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import Run
from answerable.reading.raw_tables import Cell
from answerable.reading.roles import roles_of
from answerable.reading.vocabulary import Role

# What a head is called instead that no vocabulary knows: words that each of them knows.
_NAMES = {
    Role.TITLE: "Title:",
    Role.RECEIVED: "Date received:",
    Role.ANSWERED: "Date answered:",
    Role.OUTCOME: "Outcome:",
    Role.EXEMPTION: "Exemption:",
}
# So many rows show what a column holds.
_MOST_ROWS = 200


def with_known_heads(header: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> list[Cell]:
    """Return the heads of columns, those that are not known under the name of what their columns hold.

    Days, outcomes, sections of the Act and short words that the request has, too, are told so: "Summary", "Date rec’d".
    """
    known = [_role_said(cell) for cell in header]
    free = [place for place, role in enumerate(known) if role is None and header[place].blocks]
    if not free or Role.REQUEST not in known:
        return [*header]
    told = roles_of(_columns(rows[:_MOST_ROWS], len(header)), known)
    return [
        _named(cell, _NAMES[told[place]]) if place in free and told[place] in _NAMES else cell
        for place, cell in enumerate(header)
    ]


def _role_said(cell: Cell) -> Role | None:
    """Return the role of a head that is a label and nothing else: "Date rec’d" only begins with one."""
    label = cell.label()
    is_whole = label is not None and (label.is_strong or label.rest >= len(cell.text()))
    return label.role if label and is_whole else None


def _columns(rows: Sequence[Sequence[Cell]], width: int) -> list[list[str]]:
    whole = [row for row in rows if len(row) == width]
    return [[row[place].text() for row in whole] for place in range(width)]


def _named(cell: Cell, name: str) -> Cell:
    first = replace(cell.blocks[0], runs=(Run(name),))
    return Cell([first], is_header=cell.is_header)
