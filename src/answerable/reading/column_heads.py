"""Columns of a table of records whose heads no vocabulary knows: what they hold tells what they are."""

from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import Run
from answerable.reading.raw_tables import Cell
from answerable.reading.references import is_reference
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
_FEWEST_ROWS = 2


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


def with_references_named(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return rows in which a head that speaks of requests is that of references, if its column holds nothing else: "FOI request", "3101".

    Nothing is changed where a head names references already, where none heads the answers, or where numbers only count.
    """
    header, *below = rows
    known = [_role_said(cell) for cell in header]
    is_log = Role.RESPONSE in known and Role.REF not in known and known.count(Role.REQUEST) == 1
    if not is_log or len(below) < _FEWEST_ROWS:
        return rows
    place = known.index(Role.REQUEST)
    numbers = _columns(below, len(header))[place]
    counted = [str(one) for one in range(1, len(numbers) + 1)]
    if len(numbers) < len(below) or [one.strip(" .)") for one in numbers] == counted:
        return rows
    if not all(is_reference(one, is_labelled=True) for one in numbers):
        return rows
    return [[*header[:place], _named(header[place], "Reference:"), *header[place + 1 :]], *below]


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
