"""The audit of a table: for each count that is not printed as it is, whether it can be worked out."""

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.domain.suppression.controlling import ControlledCell, ControlledTable, Range
from answerable.domain.suppression.tables import Place, said
from answerable.measuring.disclosure.bounds import ranges


@dataclass(frozen=True, slots=True)
class Exposure:
    """A cell that a reader can work out, exactly or too nearly, from the rest of its table."""

    place: Place
    range: Range
    is_withheld: bool
    """Whether it is withheld, or printed rounded."""

    @property
    def words(self) -> str:
        """What can be worked out, in words."""
        found = self.range
        much = f"is {found.least}" if found.is_exact else f"is from {found.least} to {found.most}"
        return f"{said(self.place)} {much}: that follows from the figures beside it"


@dataclass(frozen=True)
class Audit:
    """What can be worked out of each cell that is withheld or rounded, and which of it is too much."""

    ranges: Mapping[Place, Range]
    exposures: tuple[Exposure, ...]

    @property
    def is_releasable(self) -> bool:
        """Whether nothing can be worked out that is held back."""
        return not self.exposures


def audited(table: ControlledTable, *, is_brief: bool = False) -> Audit:
    """Return what a reader can work out who knows the profile and all figures of the table.

    A withheld cell must stay as wide as the profile's protection; a rounded figure must not become exact. A
    brief audit finds the same exposures, and tells no range wider than it must be for that.

    :raises FiguresDisagree: if the figures contradict each other.
    """
    known = {cell.place: cell.known for cell in table.cells}
    found = ranges(known, table.sums, enough=table.profile.protection if is_brief else None)
    asked = [cell for cell in table.cells if cell.reason or not cell.known.is_exact]
    return Audit(
        {cell.place: found[cell.place] for cell in asked},
        tuple(
            Exposure(cell.place, found[cell.place], cell.reason is not None)
            for cell in asked
            if found[cell.place].is_narrower_than(_protection(table, cell))
        ),
    )


def _protection(table: ControlledTable, cell: ControlledCell) -> int:
    """Return how far apart the ends must be. No rule can keep more apart than it leaves of one cell alone."""
    if cell.reason is None:
        return 1
    known = cell.known
    alone = table.profile.protection if known.most is None else known.most - known.least
    return max(1, min(table.profile.protection, alone))
