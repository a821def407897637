"""Learn what the signs weigh from labelled pairs, and write it: python -m tests.support.weights.

With `--check` each set is told, and its questions are looked for, by weights that were learnt from the others, and
nothing is written. With `--model FOLDER` it is done with a model of paraphrase, whose weights stand in a file of their own;
with `--together` besides, with what the same model says that was taught to read two questions together.
"""

import argparse
import datetime as dt
import functools
import itertools
import json
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp

from answerable.domain.precedent import signs
from answerable.domain.precedent.compared import compared, evenly
from answerable.domain.precedent.differences import is_same_time
from answerable.domain.precedent.paraphrased import read_by_model
from answerable.domain.precedent.rules import Relation, rule_for
from answerable.domain.precedent.together import as_it_stands
from answerable.matching.pair_model import taught
from answerable.matching.paraphrase import identity_of, model_in
from answerable.matching.precedents import WEIGHT_OF_WORDS
from answerable.matching.question_index import QuestionIndex
from tests.support.asking import asked, asked_in
from tests.support.methods import FIRST, NOTHING, gold
from tests.support.pages import DOCS, table

SETS = (
    "tuning",
    "more",
    "registers",
    "later",
    "fresh",
    "bodies",
    "inbox",
    "desk",
    "post",
    "shapes",
    "letters",
    "clauses",
    "rounds",
)
PAGE = "the page"
FOLDER = DOCS.parent / "src" / "answerable" / "domain" / "precedent"
RELATIONS = (NOTHING, *(one.value for one in Relation if one is not Relation.SAME_NEW_PERIOD))
_OF_NO_USE = (NOTHING, Relation.RELATED)
_PAGE_DAYS = dt.date(2024, 6, 3), dt.date(2022, 6, 3)
# How strongly weights are held to 0: what is learnt from one set then tells others best.
_HELD, _HELD_TOGETHER, _HELD_OF_USE = 2.0, 6.0, 12.0
_STEPS = 500
# As many pairs that nobody labelled, of a question with the earlier one of another pair, are taken for nothing; with
# little weight, since some are not.
_WEIGHT_OF_OTHERS = 0.05
# What is of use is told from what stands beside it in a list: the nearest by words, ten to a question.
_NEAR, _MOST_READ, _WEIGHT_OF_NEAR = 10, 30, 0.2
# Whole requests give many pairs about one topic, most of them of one request: each tells a little less.
_WEIGHT_IN = {"shapes": 0.7, "letters": 0.7, "clauses": 0.7, "rounds": 0.7}
# The order is learnt from the other sets alone: among the questions of one request nearly all stand near each other and
# are of no use, and with them four of 70 paraphrases of `more` fewer are among the first five.
_OF_ONE_REQUEST = frozenset(["shapes", "letters", "clauses", "rounds"])
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


@dataclass(frozen=True)
class Beside:
    """What stands beside a question in a list: its signs, how near it is by words, and whether it was wanted."""

    seen: Seen
    share: float
    is_wanted: bool


def seen_in(name):
    """Return what is seen of each pair of a set."""
    counts = _WEIGHT_IN.get(name, 1.0)
    pairs = pairs_of(name)
    Both.read((new, earlier) for new, earlier, _ in pairs)
    return [_seen(new, earlier, relation, counts) for new, earlier, relation in pairs]


def others_in(name):
    """Return as many pairs of a question with the earlier one of another pair that have a word in common."""
    pairs = pairs_of(name)
    order = [(one, other) for one in pairs for other in pairs if one is not other]
    random.Random(_SEED).shuffle(order)  # noqa: S311 - no secret hangs on it
    found = ((one[0], other[1]) for one, other in order if one[0].stems & other[1].stems)
    some = list(itertools.islice(found, len(pairs)))
    Both.read(some)
    return [_seen(new, earlier, NOTHING, _WEIGHT_OF_OTHERS) for new, earlier in some]


def lists_of(names):
    """Return by set for each question, with its relation, what stands beside it among the earlier ones of all sets."""
    pairs = [(name, *pair) for name in names for pair in pairs_of(name)]
    index = QuestionIndex(earlier for _, _, earlier, _ in pairs)
    # Those read together with a question are few, and each takes long.
    most = _NEAR if Both.told is not None else _MOST_READ
    near = [index.candidates(new, most=most) for _, new, _, _ in pairs]
    Both.read((pairs[number][1], pairs[at][2]) for number, each in enumerate(near) for at in each)
    lists = {name: [] for name in names}
    for number, (name, new, _, relation) in enumerate(pairs):
        beside = [
            Beside(_seen(new, pairs[at][2], NOTHING, _WEIGHT_OF_NEAR), share, at == number)
            for at, share in near[number].items()
        ]
        lists[name].append((relation, beside))
    return lists


class Near:
    """How near a model of paraphrase finds two questions; nothing where there is no model."""

    vector = None

    @classmethod
    def by(cls, model):
        """Ask a model from now on, each text once."""
        read = functools.cache(lambda text: model.vectors([text])[0])
        cls.vector = staticmethod(lambda asked: read(read_by_model(asked)))

    @classmethod
    def of(cls, new, earlier):
        return float(cls.vector(new) @ cls.vector(earlier)) if cls.vector else None


class Both:
    """What a model says that reads two questions together; nothing where there is none."""

    model = None
    told = None

    @classmethod
    def by(cls, model):
        """Ask a model from now on, each pair once."""
        cls.model, cls.told = model, {}

    @classmethod
    def read(cls, pairs):
        """Let the model read pairs, many at once."""
        if cls.told is None:
            return
        wanted = dict.fromkeys(map(cls._standing, pairs))
        new = [pair for pair in wanted if pair not in cls.told]
        cls.told.update(zip(new, cls.model.chances(new), strict=True))

    @classmethod
    def of(cls, new, earlier):
        return None if cls.told is None else cls.told[cls._standing((new, earlier))]

    @staticmethod
    def _standing(pair):
        return tuple(map(as_it_stands, pair))


def _seen(new, earlier, relation, counts=1.0):
    both = compared(new, earlier, evenly)
    near, chances = Near.of(new, earlier), Both.of(new, earlier)
    seen = signs.signs_of(both, rule_for(both), near, chances)
    return Seen(seen, is_same_time(both), relation, counts)


def learnt(seen, names):
    """Return what the signs weigh for each relation, and what each relation has without any."""
    wanted = np.eye(len(RELATIONS))[[_told_apart(one.relation) for one in seen]]
    return _fitted(seen, names, wanted, _HELD if Both.told is None else _HELD_TOGETHER)


def learnt_of_use(seen, lists, names):
    """Return what the signs weigh for an earlier answer being of use, and what it has without any."""
    near = [one.seen for _, beside in lists for one in beside[:_NEAR] if not one.is_wanted]
    every = [*seen, *near]
    is_of_use = [one.relation not in _OF_NO_USE for one in every]
    fitted = _fitted(every, names, np.eye(2)[np.array(is_of_use, int)], _HELD_OF_USE)
    return fitted[:, 1] - fitted[:, 0]


def _fitted(seen, names, wanted, held_to_0):
    """Return weights that tell best, held to 0 but for what is always there."""
    values = _values(seen, names)
    counts = np.array([[one.counts] for one in seen])
    held = np.full((values.shape[1], 1), held_to_0)
    held[-1] = 0.0

    def loss(flat):
        weights = flat.reshape(values.shape[1], -1)
        sums = values @ weights
        every = logsumexp(sums, axis=1, keepdims=True)
        lost = (counts * (every - (sums * wanted).sum(axis=1, keepdims=True))).sum()
        slope = values.T @ (counts * (np.exp(sums - every) - wanted)) + held * weights
        return lost + (held * weights**2).sum() / 2, slope.ravel()

    start = np.zeros(values.shape[1] * wanted.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    return found.x.reshape(values.shape[1], -1)


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


def found_first(lists, names, weights):
    """Return how many that are the same or overlap are among the first five in the order of weights, and of how many."""
    wanted = [beside for relation, beside in lists if relation in ("same", "overlap")]
    return sum(_is_among_the_first(one, names, weights) for one in wanted), len(wanted)


def _is_among_the_first(beside, names, weights):
    if not beside:
        return False
    near = _values([one.seen for one in beside], names) @ weights
    near += WEIGHT_OF_WORDS * np.array([one.share for one in beside])
    first = np.argsort(-near, kind="stable")[:FIRST]
    return any(beside[at].is_wanted for at in first)


def check():
    """Print of each set what weights that were learnt from the others tell rightly, and find among the first five."""
    every = {name: seen_in(name) for name in (*SETS, PAGE)}
    more = {name: others_in(name) for name in SETS}
    lists = lists_of(SETS)
    names = names_in(every.values())
    sums = np.zeros(4, int)
    for name in SETS:
        left = [one for other in every if other != name for one in every[other]]
        others = [one for other in more if other != name for one in more[other]]
        kept = [other for other in every if other not in (name, *_OF_ONE_REQUEST)]
        of_use = [one for other in kept for one in every[other]]
        near = [one for other in kept if other in lists for one in lists[other]]
        found = told(every[name], names, learnt([*left, *others], names))
        hits = sum(one == pair.relation for one, pair in zip(found, every[name], strict=True))
        first = found_first(lists[name], names, learnt_of_use(of_use, near, names))
        print(_line(name, hits, len(found), *first), flush=True)
        sums += (hits, len(found), *first)
    print(_line("all", *sums))


def _line(name, hits, count, found, wanted):
    first = f"{found} of {wanted} among the first five ({found / wanted:.3f})"
    return f"{name}: {hits} of {count} ({hits / count:.3f}); {first}"


def names_in(every):
    named = {name for seen in every for one in seen for name in one.signs}
    return sorted(named | set(signs.every_rule()))


def write():
    """Write the weights that were learnt from all sets."""
    labelled = [one for name in (*SETS, PAGE) for one in seen_in(name)]
    others = [one for name in SETS for one in others_in(name)]
    in_order = [name for name in SETS if name not in _OF_ONE_REQUEST]
    lists = [one for each in lists_of(in_order).values() for one in each]
    in_lists = [one for name in (*in_order, PAGE) for one in seen_in(name)]
    names = names_in([labelled])
    weights = learnt([*labelled, *others], names)
    of_use = learnt_of_use(in_lists, lists, names)
    lines = [
        "# What each sign says of each relation: above 0 it speaks for it, below 0 against it. Learnt from labelled",
        "# pairs by tests/support/weights.py, which writes this file; docs/reference/precedent-accuracy.md says from which.",
        f"relations = {json.dumps(RELATIONS)}",
        f"always = {_row(weights[-1])}",
        f"of_use_always = {of_use[-1]:.3f}",
        "",
        "[signs]",
        *(
            f"{json.dumps(name)} = {_row(row)}"
            for name, row in zip(names, weights[:-1], strict=True)
        ),
        "",
        "# What each says of whether the earlier answer is of use at all: same, for another time or subject, in part",
        "# or opposite. By this questions on file are put in order.",
        "[of_use]",
        *(f"{json.dumps(name)} = {one:.3f}" for name, one in zip(names, of_use[:-1], strict=True)),
    ]
    (FOLDER / _file_name()).write_text("\n".join(lines) + "\n", "utf-8")


def _file_name():
    if Both.told is not None:
        return "signs_read_together.toml"
    return "signs_by_model.toml" if Near.vector else "signs.toml"


def _row(row):
    return "[" + ", ".join(f"{one:.3f}" for one in row) + "]"


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--check", action="store_true")
    given.add_argument("--model", type=Path)
    given.add_argument("--together", action="store_true")
    told_to = given.parse_args()
    if told_to.model:
        model = model_in(told_to.model)
        Near.by(model)
        if told_to.together:
            Both.by(taught(model, identity_of(told_to.model)))
    check() if told_to.check else write()
