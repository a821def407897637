"""In which cells two results differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from answerable.domain.measures.results import CellKind, Missing, Result
from answerable.measuring.showing.cells import MISSING_WORDS, cell_words, missing_cells

_NOTHING = "no such cell"

Place = tuple[str, str]
"""The words of a cell's row, and of its column."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that says one thing in the one result, and another in the other."""

    row: str
    column: str
    then: str
    now: str


def differences(then: Result, now: Result) -> tuple[Difference, ...]:
    """Return the cells that differ, those first that the earlier result has; cells that it withholds are not compared."""
    old, new = dict(_cells(then)), dict(_cells(now))
    hidden = {place for place, cell in old.items() if cell is None}
    if then.disclosure and now.disclosure:
        # Both withhold by a rule: which cells they withhold can be compared.
        hidden = set()
    places = [place for place in dict.fromkeys((*old, *new)) if place not in hidden]
    both = [(place, _said(old, place), _said(new, place)) for place in places]
    return tuple(Difference(*place, was, now_is) for place, was, now_is in both if was != now_is)


def _said(cells: Mapping[Place, str | None], place: Place) -> str:
    words = cells.get(place, _NOTHING)
    return MISSING_WORDS[Missing.WITHHELD] if words is None else words


def withholds(result: Result) -> bool:
    """Return whether disclosure control took cells out of a result."""
    return any(note.missing is Missing.WITHHELD for note in result.notes)


def _cells(result: Result) -> Iterator[tuple[Place, str | None]]:
    """Yield each cell in words by its place; None for one that is withheld."""
    missing = missing_cells(result)
    labels = [at for at, one in enumerate(result.columns) if one.kind is CellKind.LABEL]
    for at, row in enumerate(result.rows):
        # Rows without labels are known by their number.
        name = ", ".join(str(row[place]) for place in labels) or f"row {at + 1}"
        for place, column in enumerate(result.columns):
            if place not in labels:
                why = missing.get((at, place))
                words = cell_words(row[place], column, why) or "empty"
                yield (name, column.words), None if why is Missing.WITHHELD else words
