"""Learn what the signs weigh from labelled pairs, and write it: python -m tests.support.weights.

With `--check` each set is told by weights that were learnt from the others, and nothing is written.
"""

import argparse
import datetime as dt
import itertools
import json
import random
from dataclasses import dataclass

import numpy as np

from answerable.domain.precedent import signs
from answerable.domain.precedent.compared import compared, evenly
from answerable.domain.precedent.differences import is_same_time
from answerable.domain.precedent.rules import Relation, rule_for
from tests.support.asking import asked, asked_in
from tests.support.methods import NOTHING, gold
from tests.support.pages import DOCS, table

SETS = ("tuning", "more", "registers", "later", "fresh")
PAGE = "the page"
TARGET = DOCS.parent / "src" / "answerable" / "domain" / "precedent" / "signs.toml"
RELATIONS = (NOTHING, *(one.value for one in Relation if one is not Relation.SAME_NEW_PERIOD))
_PAGE_DAYS = dt.date(2024, 6, 3), dt.date(2022, 6, 3)
# How strongly weights are held to 0: what is learnt from one set then tells others best.
_HELD = 2.0
_STEPS = 6000
# As many pairs that nobody labelled, of a question with the earlier one of another pair, are taken for nothing; with
# little weight, since some are not.
_WEIGHT_OF_OTHERS = 0.05
_SEED = 3


def pairs_of(name):
    """Return the pairs of a set: both questions as they are read, and the relation."""
    if name == PAGE:
        rows = table("reference/precedent.md", "Questions and their relations")
        return [
            (
                asked(one["asked"], _PAGE_DAYS[0]),
                asked(one["earlier"], _PAGE_DAYS[1]),
                one["relation"],
            )
            for one in rows
        ]
    return [
        (asked_in(one, "asked"), asked_in(one, "earlier"), one["relation"].replace("none", NOTHING))
        for one in gold(name)["pairs"]
    ]


@dataclass(frozen=True)
class Seen:
    """The signs of a pair, whether it is of one time, its relation, and how much it counts."""

    signs: dict
    is_now: bool
    relation: str
    counts: float = 1.0


def seen_in(name):
    """Return what is seen of each pair of a set."""
    return [_seen(new, earlier, relation) for new, earlier, relation in pairs_of(name)]


def others_in(name):
    """Return as many pairs of a question with the earlier one of another pair that have a word in common."""
    pairs = pairs_of(name)
    order = [(one, other) for one in pairs for other in pairs if one is not other]
    random.Random(_SEED).shuffle(order)  # noqa: S311 - no secret hangs on it
    found = (
        _seen(one[0], other[1], NOTHING, _WEIGHT_OF_OTHERS)
        for one, other in order
        if one[0].stems & other[1].stems
    )
    return list(itertools.islice(found, len(pairs)))


def _seen(new, earlier, relation, counts=1.0):
    both = compared(new, earlier, evenly)
    return Seen(signs.signs_of(both, rule_for(both)), is_same_time(both), relation, counts)


def learnt(seen, names):
    """Return what the signs weigh for each relation, and what each relation has without any."""
    values = _values(seen, names)
    wanted = np.eye(len(RELATIONS))[[_told_apart(one.relation) for one in seen]]
    counts = np.array([[one.counts] for one in seen])
    held = np.full((values.shape[1], 1), _HELD)
    held[-1] = 0.0
    return _fitted(values, wanted, counts, held)


def _fitted(values, wanted, counts, held):
    """Return weights that tell best, held to 0: Nesterov's steps, as long as the sum of squares allows."""
    step = 1.0 / (0.5 * np.linalg.norm(values * np.sqrt(counts), 2) ** 2 + held.max())
    before = momentum = np.zeros((values.shape[1], wanted.shape[1]))
    for number in range(_STEPS):
        slope = values.T @ (counts * (_shares(values @ momentum) - wanted)) + held * momentum
        now = momentum - step * slope
        momentum = now + (number / (number + 3)) * (now - before)
        before = now
    return before


def _shares(sums):
    grown = np.exp(sums - sums.max(axis=1, keepdims=True))
    return grown / grown.sum(axis=1, keepdims=True)


def _values(seen, names):
    return np.array([[one.signs.get(name, 0.0) for name in names] + [1.0] for one in seen])


def _told_apart(relation):
    return RELATIONS.index("same" if relation == "same_new_period" else relation)


def told(seen, names, weights):
    """Return which relation weights tell for each pair."""
    best = (_values(seen, names) @ weights).argmax(axis=1)
    return [
        "same_new_period" if RELATIONS[at] == "same" and not one.is_now else RELATIONS[at]
        for at, one in zip(best, seen, strict=True)
    ]


def check():
    """Print how many pairs of each set are told rightly by weights learnt from the others."""
    every = {name: seen_in(name) for name in (*SETS, PAGE)}
    more = {name: others_in(name) for name in SETS}
    names = names_in(every.values())
    right = count = 0
    for name in SETS:
        others = [
            one for many in (every, more) for other in many if other != name for one in many[other]
        ]
        found = told(every[name], names, learnt(others, names))
        hits = sum(one == pair.relation for one, pair in zip(found, every[name], strict=True))
        print(f"{name}: {hits} of {len(found)} ({hits / len(found):.3f})")
        right, count = right + hits, count + len(found)
    print(f"all: {right} of {count} ({right / count:.3f})")


def names_in(every):
    named = {name for seen in every for one in seen for name in one.signs}
    return sorted(named | set(signs.every_rule()))


def write():
    """Write the weights that were learnt from all sets."""
    every = [*map(seen_in, (*SETS, PAGE)), *map(others_in, SETS)]
    names = names_in(every)
    weights = learnt([one for seen in every for one in seen], names)
    lines = [
        "# What each sign says of each relation: above 0 it speaks for it, below 0 against it. Learnt from labelled",
        "# pairs by tests/support/weights.py, which writes this file; docs/reference/precedent.md says from which.",
        f"relations = {json.dumps(RELATIONS)}",
        f"always = {_row(weights[-1])}",
        "",
        "[signs]",
        *(
            f"{json.dumps(name)} = {_row(row)}"
            for name, row in zip(names, weights[:-1], strict=True)
        ),
    ]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


def _row(row):
    return "[" + ", ".join(f"{one:.3f}" for one in row) + "]"


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--check", action="store_true")
    check() if given.parse_args().check else write()
