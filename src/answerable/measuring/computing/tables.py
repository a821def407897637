"""Cells arranged as a table: groups down, groups across, figures, and a total of all rows together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from answerable.domain.measures.definitions import Figure
from answerable.domain.measures.results import CellKind, Note, ResultColumn, Value
from answerable.measuring.computing.counts import RANKED, ROWS, Counting, Counts, Number, together
from answerable.measuring.computing.figures import (
    Cell,
    Maker,
    maker_of,
    not_available,
    result_column,
)
from answerable.measuring.computing.gaps import Gaps
from answerable.measuring.computing.groups import TOTAL, Address, Axis, Key, Whole
from answerable.measuring.computing.question import Question

FIGURE = "figure"
_NOTHING = Counts()


@dataclass(frozen=True)
class Table:
    """A result's columns and rows, with why cells are empty and what shares are of."""

    columns: tuple[ResultColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[Note, ...]
    parts: Mapping[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A figure of a measure: what makes its cells, and the values at its rank for those that have one."""

    figure: Figure
    make: Maker
    ranked: Mapping[Address, tuple[Number, ...]]


class Arranging:
    """What was counted, as the table that the measure asks for."""

    def __init__(self, question: Question, axes: Sequence[Axis], counting: Counting) -> None:
        self._question = question
        self._measure = question.measure
        self._axes = axes
        self._across = next((at for at, axis in enumerate(axes) if axis.grouping.across), None)
        self._axes_down = tuple(axis for axis in axes if not axis.grouping.across)
        self._counting = counting
        self._labelled: dict[tuple[str, type, Key], str] = {}
        counts = counting.counts()
        self._gaps = Gaps(question, axes, counts)
        gaps = tuple(self._gaps.asked)
        self._present = [
            at for at, one in counts.items() if one.number(ROWS) or any(map(one.number, gaps))
        ]
        self._counts = self._with_totals(counts)
        self._figures = [
            _Asked(one, maker_of(one), self._ranks(one) if one.statistic in RANKED else {})
            for one in self._measure.figures
        ]

    def all_rows(self) -> Counts:
        """Return what was counted of all rows together."""
        return together(one for address, one in self._counts.items() if Whole.WHOLE not in address)

    def table(self) -> Table:
        """Return the table."""
        down, figures = self._down(), self._figures
        across: list[Key | Whole | None] = [None]
        if self._across is not None:
            across = [*self._keys_across(), *([Whole.WHOLE] if self._measure.totals else [])]
        rows, labels = [], self._label_columns()
        for keys in down:
            if self._across is None:
                cells = [self._cell(figure, keys) for figure in figures]
                rows.append((self._labels(keys), cells))
                continue
            for figure in figures:
                cells = [self._cell(figure, self._address(keys, one)) for one in across]
                named = [figure.figure.words] if self._names_figures else []
                rows.append(([*self._labels(keys), *named], cells))
        columns = (*labels, *self._figure_columns(across))
        return _filled(columns, rows, len(labels))

    @property
    def _names_figures(self) -> bool:
        """Return whether a column says which figure a row is of: where groups go across, and there is a choice."""
        return len(self._measure.figures) > 1 or len(self._axes) == 1

    def _label_columns(self) -> list[ResultColumn]:
        columns = [
            ResultColumn(axis.grouping.name, axis.grouping.words, CellKind.LABEL)
            for axis in self._axes_down
        ]
        if self._across is not None and self._names_figures:
            columns.append(ResultColumn(FIGURE, "Figure", CellKind.LABEL))
        return columns

    def _figure_columns(self, across: Sequence[Key | Whole | None]) -> Iterator[ResultColumn]:
        figures = [result_column(one, self._question) for one in self._measure.figures]
        if self._across is None:
            yield from figures
            return
        kinds = {one.kind for one in figures}
        kind = kinds.pop() if len(kinds) == 1 else CellKind.NUMBER
        decimals = max(one.decimals for one in figures)
        for key in across:
            label = self._label(self._axes[self._across], key)
            yield ResultColumn(label, label, kind, decimals)

    def _down(self) -> list[tuple[Key | Whole, ...]]:
        """Return the groups of each row in their order, without the grouping that goes across; the total is last."""
        axes = self._axes_down
        keys = {self._without_across(one) for one in self._present}
        for at, axis in enumerate(axes):
            every = axis.every([one[at] for one in keys])
            if axis.grouping.every:
                others = keys or set(product([None], repeat=len(axes)))
                keys = {(*one[:at], key, *one[at + 1 :]) for one in others for key in every}
        places = [
            {key: n for n, key in enumerate(axis.ordered({one[at] for one in keys}))}
            for at, axis in enumerate(axes)
        ]
        in_order: list[tuple[Key, ...]] = sorted(
            keys, key=lambda one: [place[key] for place, key in zip(places, one, strict=True)]
        )
        if not axes:
            return [()]
        total = [tuple(Whole.WHOLE for _ in axes)] if self._measure.totals else []
        return [*in_order, *total]

    def _keys_across(self) -> list[Key]:
        at = self._across or 0
        axis = self._axes[at]
        present = [_key(one[at]) for one in self._present]
        return axis.ordered(axis.every(list(dict.fromkeys(present))))

    def _without_across(self, address: Address) -> tuple[Key, ...]:
        return tuple(_key(one) for at, one in enumerate(address) if at != self._across)

    def _address(self, keys: tuple[Key | Whole, ...], across: Key | Whole) -> Address:
        at = self._across or 0
        return (*keys[:at], across, *keys[at:])

    def _labels(self, keys: tuple[Key | Whole, ...]) -> list[str]:
        return [self._label(axis, key) for axis, key in zip(self._axes_down, keys, strict=True)]

    def _label(self, axis: Axis, key: Key | Whole) -> str:
        if isinstance(key, Whole):
            return TOTAL
        # A group stands in many rows. True is one to a dictionary, and its label another.
        named = (axis.grouping.name, type(key), key)
        if named not in self._labelled:
            self._labelled[named] = axis.label(key)
        return self._labelled[named]

    def _cell(self, asked: _Asked, address: Address) -> Cell:
        gap = self._gaps.gap_of(asked.figure, address)
        if gap:
            return not_available(gap.words)
        return asked.make(self._counts.get(address, _NOTHING), asked.ranked.get(address, ()))

    def _kept(self) -> Iterator[tuple[bool, ...]]:
        """Yield which groupings are told apart: all for the cells; fewer for totals."""
        width, totals = len(self._axes), self._measure.totals
        yield (True,) * width
        if totals and self._across is not None and width > 1:
            yield tuple(at == self._across for at in range(width))
            yield tuple(at != self._across for at in range(width))
        if totals and width:
            yield (False,) * width

    def _with_totals(self, counts: Mapping[Address, Counts]) -> dict[Address, Counts]:
        sums: dict[Address, list[Counts]] = {}
        apart = (True,) * len(self._axes)
        for kept in {*self._kept()} - {apart}:
            for address, one in counts.items():
                whole = tuple(
                    key if keep else Whole.WHOLE for key, keep in zip(address, kept, strict=True)
                )
                sums.setdefault(whole, []).append(one)
        return {**counts, **{address: together(some) for address, some in sums.items()}}

    def _ranks(self, figure: Figure) -> dict[Address, tuple[Number, ...]]:
        found: dict[Address, tuple[Number, ...]] = {}
        for kept in self._kept():
            found |= self._counting.values_at(figure, kept)
        return found


def _key(one: Key | Whole) -> Key:
    """Return a group's key, which is none of a total: what was counted has no totals yet."""
    return None if isinstance(one, Whole) else one


def _filled(
    columns: tuple[ResultColumn, ...], rows: Sequence[tuple[list[str], list[Cell]]], width: int
) -> Table:
    notes, parts = [], {}
    for at, (_, cells) in enumerate(rows):
        for place, cell in enumerate(cells, width):
            if cell.missing:
                notes.append(Note(at, place, cell.missing, cell.words))
            if cell.parts:
                parts[at, place] = cell.parts
    filled = tuple((*labels, *(cell.value for cell in cells)) for labels, cells in rows)
    return Table(columns, filled, tuple(notes), parts)
