"""What a reader can work out of each count from all figures and sums together."""

from collections.abc import Mapping, Sequence

from answerable.domain.suppression.controlling import Range
from answerable.domain.suppression.tables import Place, Sum
from answerable.measuring.disclosure.narrowing import is_tree, narrow
from answerable.measuring.disclosure.networks import arcs_of, flowed
from answerable.measuring.disclosure.programmes import programmed, some_table
from answerable.measuring.disclosure.systems import FiguresDisagree, Part, parts_of

__all__ = ["FiguresDisagree", "ranges"]


def ranges(
    known: Mapping[Place, Range],
    sums: Sequence[Sum],
    *,
    enough: int | None = None,
    is_brief: bool = False,
) -> dict[Place, Range]:
    """Return the least and the most that each count can be, exactly, in whole numbers.

    `known` is what is known of each count alone. Only unknowns that sums connect are looked at together:
    trees sum by sum, networks by flows, whatever else by linear programming. With `enough`, a range that is
    at least so wide may be told narrower than it is, but never narrower than that. Where `is_brief`, only what
    each sum in turn says is told: no range is told narrower than it is, and some wider.

    :raises FiguresDisagree: if no table has all of these figures.
    """
    found = dict(known)
    for part in parts_of(known, sums):
        found.update(zip(part.places, _ranges(part, enough, is_brief=is_brief), strict=True))
    return found


def _ranges(part: Part, enough: int | None = None, *, is_brief: bool = False) -> list[Range]:
    narrow(part)
    if is_brief or is_tree(part) or not part.equations:
        return [Range(*ends) for ends in zip(part.least, part.most, strict=True)]
    arcs = arcs_of(part)
    table = some_table(part) if arcs else None
    if arcs is None or table is None:
        return programmed(part, enough)
    return flowed(part, arcs, table)
