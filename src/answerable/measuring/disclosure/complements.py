"""Secondary suppression: which further cells are withheld so that the first ones cannot be worked out."""

from collections.abc import Mapping

from answerable.domain.suppression.controlling import (
    CannotProtect,
    ControlledTable,
    Reason,
    controlled,
)
from answerable.domain.suppression.profiles import Profile
from answerable.domain.suppression.tables import CountTable, Place, Sum
from answerable.measuring.disclosure.auditing import Audit, Exposure, audited


def protected(table: CountTable, profile: Profile) -> tuple[ControlledTable, Audit]:
    """Return a table under a profile, with the further cells withheld that it needs, and the audit that it passes.

    Those that cost least are taken first, and given back again where the audit passes without them.

    :raises CannotProtect: if nothing that could be withheld helps.
    """
    return _without_spare(table, profile, _enough(table, profile, frozenset(), is_brief=False))


def protected_with(
    table: CountTable, profile: Profile, complements: frozenset[Place]
) -> ControlledTable:
    """Return a table under a profile with these further cells withheld, and others if the audit needs them.

    It is quicker than `protected` where the sums are no network, and gives nothing back.

    :raises CannotProtect: if nothing that could be withheld helps.
    """
    return _enough(table, profile, complements, is_brief=True)[0]


def _enough(
    table: CountTable, profile: Profile, complements: frozenset[Place], *, is_brief: bool
) -> tuple[ControlledTable, Audit]:
    """Withhold further cells until the audit passes."""
    proposal = controlled(table, profile, complements=complements)
    audit = audited(proposal, is_brief=is_brief)
    while audit.exposures:
        more = _complements(table, proposal, audit)
        if not more:
            first = audit.exposures[0]
            raise CannotProtect(
                f"{first.words}, whatever else is withheld: put rows or columns together, or leave totals out"
            )
        complements |= more
        proposal = controlled(table, profile, complements=complements)
        audit = audited(proposal, is_brief=is_brief)
    return proposal, audit


def _complements(table: CountTable, proposal: ControlledTable, audit: Audit) -> frozenset[Place]:
    """Return the cells to be withheld next: one for each cell that is exposed and was not helped yet."""
    counts = {cell.place: cell.count for cell in table.cells}
    hidden = {cell.place for cell in proposal.withheld}
    chosen: set[Place] = set()
    sums = _sums_of(table)
    for exposure in _in_need(audit):
        beside = _beside(exposure.place, sums, hidden)
        if beside and not beside & chosen:
            best = min(beside, key=lambda place: _cost(place, counts, sums, hidden | chosen))
            chosen.add(best)
    if not chosen and audit.exposures:
        # All neighbours are withheld and it is still exposed: what is near to them is next.
        near = {place for one in audit.exposures for place in _reach(one.place, sums)} - hidden
        if near:
            chosen.add(min(near, key=lambda place: _cost(place, counts, sums, hidden)))
    return frozenset(chosen)


def _in_need(audit: Audit) -> list[Exposure]:
    """Return what is exposed, withheld cells first: where they are helped, figures beside them are, too."""
    return sorted(audit.exposures, key=lambda one: (not one.is_withheld, one.place))


def _beside(place: Place, sums: Mapping[Place, list[Sum]], hidden: set[Place]) -> set[Place]:
    """Return the printed cells of the one sum around a cell in which the fewest are withheld."""
    lines = [{one.whole, *one.parts} for one in sums.get(place, ())]
    open_lines = [line for line in lines if line - hidden - {place}]
    if not open_lines:
        return set()
    line = min(open_lines, key=lambda line: (len(line & hidden), sorted(line)))
    return line - hidden - {place}


def _cost(
    place: Place, counts: Mapping[Place, int], sums: Mapping[Place, list[Sum]], hidden: set[Place]
) -> tuple[int, bool, int, Place]:
    """Return what it costs to withhold a cell: first the lines in which it would stand alone, then its count.

    Noughts come late: readers often know them without the table.
    """
    alone = sum(not hidden & {one.whole, *one.parts} for one in sums.get(place, ()))
    return alone, counts[place] == 0, counts[place], place


def _reach(place: Place, sums: Mapping[Place, list[Sum]]) -> set[Place]:
    """Return every cell that some chain of sums leads to."""
    reached, waiting = {place}, [place]
    while waiting:
        for one in sums.get(waiting.pop(), ()):
            more = {one.whole, *one.parts} - reached
            reached |= more
            waiting += more
    return reached


def _sums_of(table: CountTable) -> dict[Place, list[Sum]]:
    sums: dict[Place, list[Sum]] = {}
    for one in table.sums:
        for place in {one.whole, *one.parts}:
            sums.setdefault(place, []).append(one)
    return sums


def _without_spare(
    table: CountTable, profile: Profile, found: tuple[ControlledTable, Audit]
) -> tuple[ControlledTable, Audit]:
    """Give back each further cell that is not needed after all, those with the largest counts first."""
    counts = {cell.place: cell.count for cell in table.cells}
    complements = {cell.place for cell in found[0].withheld if cell.reason is Reason.COMPLEMENTARY}
    for place in sorted(complements, key=lambda place: (-counts[place], place)):
        fewer = frozenset(complements - {place})
        proposal = controlled(table, profile, complements=fewer)
        audit = audited(proposal)
        if audit.is_releasable:
            complements.discard(place)
            found = proposal, audit
    return found
