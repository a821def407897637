"""Which cells a register cannot say: their column is not known for the days, or for some of the rows, that they cover."""

from collections.abc import Mapping, Sequence

from answerable.domain.measures.definitions import Figure
from answerable.domain.measures.registers import Gap
from answerable.measuring.computing.counts import Asked, Counts, in_gap
from answerable.measuring.computing.groups import Address, Axis, Whole
from answerable.measuring.computing.question import Question


class Gaps:
    """The gaps in the columns that a measure stands on, set against its cells."""

    def __init__(
        self, question: Question, axes: Sequence[Axis], counts: Mapping[Address, Counts]
    ) -> None:
        self._question = question
        self._axes = axes
        self._groups = question.measure.groups
        self._touched = {
            gap: [at for at, one in counts.items() if one.number(in_gap(gap))]
            for gap in question.gaps
        }

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Return what tells whether a cell holds rows that lie in a gap."""
        return tuple(map(in_gap, self._touched))

    def gap_of(self, figure: Figure, address: Address) -> Gap | None:
        """Return the gap in which a figure's cell lies, or None."""
        if not self._touched:
            return None
        needed = self._question.columns_of_figure(figure)
        for place, group in zip(address, self._groups, strict=True):
            if place is not Whole.WHOLE:
                needed = needed | self._question.columns_of_group(group)
        for gap in self._touched:
            if gap.column in needed and self._lies_in(address, gap):
                return gap
        return None

    def _lies_in(self, address: Address, gap: Gap) -> bool:
        spans = [
            axis.days(place)
            for axis, place in zip(self._axes, address, strict=True)
            if axis.grouping.of == gap.dated and place is not Whole.WHOLE
        ]
        known = [span for span in spans if span]
        if known:
            return all(first <= gap.last and gap.first <= last for first, last in known)
        return any(self._is_part(one, address, gap) for one in self._touched[gap])

    def _is_part(self, one: Address, address: Address, gap: Gap) -> bool:
        """Return whether rows of one address may belong to another, once the gap's own column is known."""
        for has, place, group in zip(one, address, self._groups, strict=True):
            is_open = gap.column in self._question.columns_of_group(group)
            if place is not Whole.WHOLE and not is_open and has != place:
                return False
        return True
