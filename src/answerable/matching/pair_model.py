"""A model that reads two questions together, and says how likely each relation is.

It is the model of paraphrase with what it was taught besides from labelled pairs: two narrow tables for each of its own,
whose product is added to that (Hu and others 2021, "LoRA", section 4.1, has the form; here they are what is left of tables that
were learnt whole), other small tables, and a last step. docs/reference/precedent.md#read-together says what it gains.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from answerable.domain.precedent.signs import Chances
from answerable.domain.precedent.together import Standing
from answerable.matching.paraphrase import Model, tables_in
from answerable.matching.vectors import Floats

Pair = tuple[Standing, Standing]
_TABLES, _SAID = "taught.safetensors", "taught.json"
_NARROW, _WIDE = ".narrow", ".wide"
_LAST, _ALWAYS = "last.weight", "last.bias"
# So many pieces of one question are read, and so many of what stands above it: its end is nearest.
_MOST_PIECES, _MOST_ABOVE = 62, 28
_LONGEST_ABOVE = 400
_BAR, _BEGIN, _END = "|", "[CLS]", "[SEP]"
_TOGETHER = 16


class ReadsBoth(Protocol):
    """A model that reads two questions together, or what stands in for one."""

    def chances(self, pairs: Sequence[Pair], /) -> list[Chances]:
        """Return for each pair how likely each relation is, as logarithms."""


@dataclass(frozen=True, slots=True)
class PairModel:
    """A model that was taught to read two questions together.

    `last` are the weights of the last step, a row for each relation, and `always` what each has without any.
    """

    model: Model
    relations: tuple[str, ...]
    last: Floats
    always: Floats

    def chances(self, pairs: Sequence[Pair]) -> list[Chances]:
        """Return for each pair how likely each relation is, by its name, as logarithms."""
        rows = [self.row(*pair) for pair in pairs]
        found: list[Chances] = [{} for _ in rows]
        # Pairs of about one length together, so that few are filled up.
        order = sorted(range(len(rows)), key=lambda number: len(rows[number][0]))
        for start in range(0, len(order), _TOGETHER):
            some = order[start : start + _TOGETHER]
            told = self._told([rows[number] for number in some])
            for number, chances in zip(some, told.tolist(), strict=True):
                found[number] = dict(zip(self.relations, chances, strict=True))
        return found

    def row(self, one: Standing, other: Standing) -> tuple[list[int], list[int]]:
        """Return the numbers of the pieces of both, and to which of the two, 0 or 1, each belongs."""
        known = self.model.pieces.numbers
        first = [known[_BEGIN], *self._pieces(one), known[_END]]
        second = [*self._pieces(other), known[_END]]
        return first + second, [0] * len(first) + [1] * len(second)

    def _pieces(self, one: Standing) -> list[int]:
        text = self._inside(one.text, _MOST_PIECES)
        room = min(_MOST_PIECES - len(text) - 1, _MOST_ABOVE)
        above = self._inside(one.above, _LONGEST_ABOVE)[-room:] if room > 0 and one.above else []
        return [*above, *self._inside(_BAR, _MOST_PIECES), *text] if above else text

    def _inside(self, text: str, most: int) -> list[int]:
        return self.model.pieces.of(text, most=most)[1:-1]

    def _told(self, rows: Sequence[tuple[list[int], list[int]]]) -> Floats:
        longest = max(len(numbers) for numbers, _ in rows)
        numbers, kinds = (_filled_up([row[at] for row in rows], longest) for at in (0, 1))
        is_text = _filled_up([[1] * len(row[0]) for row in rows], longest) > 0
        state = self.model.states(numbers, is_text, kinds)
        first, second = (_mean(state, is_text & (kinds == kind)) for kind in (0, 1))
        # Which of the two was asked now makes no difference to what they have in common.
        parts = [state[:, 0], first + second, np.abs(first - second), first * second]
        sums = np.concatenate(parts, axis=1) @ self.last.T + self.always
        sums -= sums.max(axis=1, keepdims=True)
        told: Floats = sums - np.log(np.exp(sums).sum(axis=1, keepdims=True))
        return told


def _filled_up(rows: Sequence[Sequence[int]], length: int) -> NDArray[np.int_]:
    return np.array([[*row, *[0] * (length - len(row))] for row in rows])


def _mean(state: Floats, is_of: NDArray[np.bool_]) -> Floats:
    count = np.maximum(is_of.sum(axis=1, keepdims=True), 1)
    found: Floats = ((state * is_of[:, :, None]).sum(axis=1) / count).astype(np.float32)
    return found


def taught(model: Model, identity: str) -> PairModel | None:
    """Return a model with what it was taught besides; None of another model than the one that was taught."""
    folder = resources.files("answerable.matching")
    said = json.loads((folder / _SAID).read_text("utf-8"))
    if said["model"] != identity:
        return None
    with resources.as_file(folder / _TABLES) as path:
        return pair_model(model, dict(tables_in(path)), said)


def pair_model(model: Model, tables: Mapping[str, Floats], said: Mapping[str, Any]) -> PairModel:
    """Return a model with tables that were learnt besides of it, and the relations of the last step."""
    own = dict(tables)
    last, always = own.pop(_LAST), own.pop(_ALWAYS)
    besides = dict(_besides(own))
    small = {name: table for name, table in own.items() if not name.endswith((_NARROW, _WIDE))}
    weights = {**model.weights, **small}
    return PairModel(
        replace(model, weights=weights, besides=besides), tuple(said["relations"]), last, always
    )


def _besides(tables: Mapping[str, Floats]) -> Iterator[tuple[str, tuple[Floats, Floats]]]:
    for name, narrow in tables.items():
        if name.endswith(_NARROW):
            of = name.removesuffix(_NARROW)
            yield of, (narrow, tables[of + _WIDE])
