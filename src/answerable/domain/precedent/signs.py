"""Signs of how two questions are related, and what they weigh together.

A rule sees one thing at a time. Each sign speaks for every relation or against it, as much as its weight says; the
weights were learnt from labelled pairs (docs/reference/precedent-accuracy.md says from which, and how well they tell).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from answerable.domain.precedent.asked import Asked
from answerable.domain.precedent.compared import NAMES, NUMBERS, Compared
from answerable.domain.precedent.differences import is_same_time
from answerable.domain.precedent.firm import LEAST_NEAR, is_firm
from answerable.domain.precedent.headed import (
    are_under_one_topic,
    signs_of_what_stands_above,
)
from answerable.domain.precedent.points import Points
from answerable.domain.precedent.rules import (
    RULES,
    Relation,
    Rule,
    asks_more,
    counts_accounts,
    counts_some_of_the_other,
    goes_on_from,
    has_part_apart,
    heads_differ,
    is_of_what_befell,
    is_worded_alike,
    likeness_of_wording,
    lists_more,
    narrows,
)
from answerable.domain.precedent.stretches import Span
from answerable.domain.precedent.terms import Term, is_event, is_thing
from answerable.domain.precedent.thesaurus import data_of
from answerable.domain.precedent.wording import COPY

Chances = Mapping[str, float]
"""How likely each relation is for a model that reads two questions together, by its name: logarithms."""
NOTHING = "nothing"
NEARNESS = "how near a model finds them"
READ_TOGETHER = "read together by a model: "
OF_A_RULE = "rule: "
_SAME_READ_TOGETHER = f"{READ_TOGETHER}{Relation.SAME}"
# What a model holds for less likely than this, as a logarithm, it does not tell apart.
_LEAST_CHANCE = -6.0
_MOST_NAMED = 3
_NO_SIGN = frozenset(["ending"])
_HALF, _NEARLY_ALL = 0.5, 0.8
_UNDER_ONE_TOPIC = "little is in common, and what stands above both is about one thing"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign says of each relation, by name: above 0 it speaks for it, below 0 against it.

    `of_use` is what each says of whether the earlier answer is of use at all, whichever relation it is.
    """

    relations: tuple[str, ...]
    always: tuple[float, ...]
    signs: Mapping[str, tuple[float, ...]]
    of_use_always: float
    of_use: Mapping[str, float]


@cache
def usual_weights(name: str = "signs.toml") -> Weights:
    """Return the weights that come with the product, in one of its files."""
    given = data_of(name)
    return Weights(
        tuple(given["relations"]),
        tuple(given["always"]),
        {name: tuple(weights) for name, weights in given["signs"].items()},
        given["of_use_always"],
        given["of_use"],
    )


def _weights_for(seen: Mapping[str, float]) -> Weights:
    """Return the weights of signs; what a model says of two questions has weights of its own, for it says much that others say."""
    if _SAME_READ_TOGETHER in seen:
        return usual_weights("signs_read_together.toml")
    return usual_weights("signs_by_model.toml" if NEARNESS in seen else "signs.toml")


def chance_of_use(seen: Mapping[str, float]) -> float:
    """Return how much speaks for an earlier answer being of use, as the logarithm of the odds: 0 is even."""
    weights = _weights_for(seen)
    return weights.of_use_always + sum(by * weights.of_use[name] for name, by in seen.items() if by)


def told_by_signs(
    found: Compared, rule: Rule, seen: Mapping[str, float]
) -> tuple[Relation | None, str]:
    """Return which relation all signs together speak for most, and the signs that outweigh what a rule says."""
    is_read = _SAME_READ_TOGETHER in seen
    if not is_read and is_firm(found, rule, near=seen.get(NEARNESS, 0.0)):
        return rule.relation, rule.said
    weights = _weights_for(seen)
    seen = {name: by for name, by in seen.items() if by}
    sums = list(weights.always)
    for name, by in seen.items():
        for at, weight in enumerate(weights.signs[name]):
            sums[at] += by * weight
    best = max(range(len(sums)), key=sums.__getitem__)
    told = weights.relations[best]
    # Whoever reads both whole sees the small words that signs do not, and needs no guard against them.
    if not is_read and _is_told_by_rules_alone(told, found, rule, seen):
        return rule.relation, rule.said
    if told == NOTHING and are_under_one_topic(found):
        return Relation.RELATED, _UNDER_ONE_TOPIC
    by_rule = weights.relations.index(rule.relation.value if rule.relation else NOTHING)
    gains = {
        name: by * (weights.signs[name][best] - weights.signs[name][by_rule])
        for name, by in seen.items()
        if not name.startswith(OF_A_RULE)
    }
    if is_read:
        gains = _with_one_of_reading_together(gains, seen)
    named = sorted(gains, key=lambda name: (-gains[name], name))[:_MOST_NAMED]
    said = "more speaks for it than against it: " + ", ".join(named)
    return (None if told == NOTHING else Relation(told)), said


def _with_one_of_reading_together(
    gains: Mapping[str, float], seen: Mapping[str, float]
) -> dict[str, float]:
    """Return what signs gain, all that a model says that reads both as one: what it finds most likely."""
    said = [name for name in seen if name.startswith(READ_TOGETHER)]
    others = {name: gain for name, gain in gains.items() if name not in said}
    return {**others, max(said, key=seen.__getitem__): sum(gains[name] for name in said)}


def _is_told_by_rules_alone(
    told: str, found: Compared, rule: Rule, seen: Mapping[str, float]
) -> bool:
    """Return whether signs alone never tell it: two sorts of one thing are not the same, and only a rule finds opposites."""
    if told != Relation.SAME:
        return told == Relation.OPPOSITE
    is_worded = rule.relation is Relation.SAME_NEW_SUBJECT or is_worded_alike(found)
    is_worded = is_worded or narrows(found) or counts_some_of_the_other(found)
    if NEARNESS not in seen:
        return is_worded
    # Cats and horses are near each other for a model, and so are opposites.
    is_far = rule.relation is None and seen[NEARNESS] < LEAST_NEAR
    return is_worded or is_far or bool(found.swaps or found.opposed)


def signs_of(
    found: Compared, rule: Rule, near: float | None = None, chances: Chances | None = None
) -> dict[str, float]:
    """Return the signs that two questions show, by name: 1 where something is so, or how far it is so.

    `near` is how near a model of paraphrase finds them, where one was asked; `chances` what one says that reads both
    together.
    """
    return {
        **({} if near is None else _of_nearness(found, near)),
        **({} if chances is None else _of_reading_together(chances)),
        f"{OF_A_RULE}{rule.said}": 1.0,
        **_of_what_is_common(found),
        **_of_what_is_asked(found),
        **_of_what_is_counted(found),
        **_of_what_stands_in_place(found),
        **_of_what_is_left(found),
        **signs_of_what_stands_above(found),
        "what both have stands in other compounds": float(_is_in_other_compounds(found)),
    }


def _of_reading_together(chances: Chances) -> dict[str, float]:
    return {
        f"{READ_TOGETHER}{relation}": max(chance, _LEAST_CHANCE)
        for relation, chance in chances.items()
    }


def _of_nearness(found: Compared, near: float) -> dict[str, float]:
    return {
        NEARNESS: near,
        **{f"at least {least} near": float(near >= least) for least in (0.4, 0.5, 0.6, 0.7, 0.8)},
        "the same is asked, how near": near * (found.points is Points.SAME),
        "little in common, how near": near * (1 - found.score),
    }


def _of_what_is_common(found: Compared) -> dict[str, float]:
    score, most = found.score, max(found.of_asked, found.of_earlier)
    wording = likeness_of_wording(found)
    telling = sum(not one.is_common for one, _ in found.shared)
    return {
        "how much is in common": score,
        **{f"at least {least} in common": float(score >= least) for least in (0.3, 0.5, 0.7, 0.9)},
        "how much of one is in the other": most,
        **{
            f"at least {least} of one in the other": float(most >= least)
            for least in (0.5, 0.7, 0.95)
        },
        "how much of both is in the other": min(found.of_asked, found.of_earlier),
        "how much is in common with what is asked": found.likeness,
        "how much is in common but for opposites": found.score_but_opposed,
        "how much is in common but for what is of one kind": found.score_but_swapped,
        "how alike the wording is": wording,
        "half of the wording alike": float(wording >= _HALF),
        "nearly all of the wording alike": float(wording >= _NEARLY_ALL),
        "words in the same order": float(is_worded_alike(found)),
        "how many telling words are shared": min(telling, 5) / 5,
        "no telling word is shared": float(telling == 0),
        "one telling word is shared": float(telling == 1),
        "a name is shared": float(any(one.is_name for one, _ in found.shared)),
    }


def _of_what_is_asked(found: Compared) -> dict[str, float]:
    asked, earlier = found.asked, found.earlier
    same, some, other = (float(found.points is one) for one in Points)
    copies = (COPY in asked.points, COPY in earlier.points)
    lengths = sorted((len(asked.words), len(earlier.words)))
    parts = sorted((_parts(asked), _parts(earlier)))
    spans = (asked.span is None, earlier.span is None)
    is_broken_down = float(bool(asked.breakdowns) != bool(earlier.breakdowns))
    only = (asked.points - earlier.points, earlier.points - asked.points)
    return {
        "the same is asked": same,
        "some of the same is asked": some,
        "another thing is asked": other,
        "the same is asked, of how much": same * found.score,
        "some is asked, of how much": some * found.score,
        "another is asked, of how much": other * found.score,
        "how many points only one asks": len(asked.points ^ earlier.points) / 4,
        "how many points both ask": len(asked.points & earlier.points) / 4,
        "one asks more often": min(abs(asked.times - earlier.times), 5) / 5,
        "both ask for a copy alone": float(asked.points == earlier.points == {COPY}),
        "one asks for a copy": float(copies[0] != copies[1]),
        "figures broken down otherwise": float(asked.breakdowns != earlier.breakdowns),
        "how much longer one is": min(lengths[1] - lengths[0], 30) / 30,
        "how long the shorter is": min(lengths[0], 30) / 30,
        "each asks what the other does not": float(bool(only[0]) and bool(only[1])),
        "only one asks more": float(bool(only[0]) != bool(only[1])),
        "the same several things are asked": float(not any(only) and len(asked.points) > 1),
        "figures broken down in one alone": is_broken_down,
        "figures broken down in one alone, of how much": is_broken_down * found.score,
        "one asks several times, the other once": float(_asks_again(asked) != _asks_again(earlier)),
        "what asks again says more": float(_says_more_by_asking(found)),
        "how many more parts one has": min(parts[1] - parts[0], 4) / 4,
        "how many parts": min(parts[1], 6) / 6,
        "the same time": float(is_same_time(found)),
        "a time in one alone": float(spans[0] != spans[1]),
        "a time in both": float(not any(spans)),
        "times that have no day in common": float(_are_apart(asked.span, earlier.span)),
    }


def _of_what_is_counted(found: Compared) -> dict[str, float]:
    """Return whether both count the same things and ask for the same of a number: its average, its highest."""
    mine, theirs = (
        [one for one in terms if one.is_counted and not one.is_common] for terms, _ in found.sides
    )
    both = [(one.is_counted, other.is_counted) for one, other in found.shared]
    has_both = bool(mine and theirs)
    # When a thing ends is told apart by a rule; as a sign it put fewer of the same among the first five.
    asked, earlier = found.asked.measures - _NO_SIGN, found.earlier.measures - _NO_SIGN
    return {
        "the same is counted": float(has_both and (True, True) in both),
        "all that is counted is the same": float(
            has_both and both.count((True, True)) >= max(len(mine), len(theirs))
        ),
        "other things are counted": float(has_both and (True, True) not in both),
        "other things are counted, of how much": found.score
        * (has_both and (True, True) not in both),
        "what one counts the other only names": float(
            (True, False) in both or (False, True) in both
        ),
        "one alone counts things": float(bool(mine) != bool(theirs)),
        "another measure": float(asked != earlier and bool(asked) and bool(earlier)),
        "a measure in one alone": float(bool(asked) != bool(earlier)),
        "another measure, of how much": found.score * (asked != earlier),
        "the same measure": float(asked == earlier and bool(asked)),
    }


def _of_what_stands_in_place(found: Compared) -> dict[str, float]:
    gap, swaps = found.gap, found.swaps
    wording = likeness_of_wording(found)
    is_telling = bool(gap and gap.is_telling)
    is_one_each = bool(gap and len(gap.asked) == len(gap.earlier) == 1)
    return {
        "opposites": float(bool(found.opposed)),
        "one is turned by a not": float(found.asked.is_turned != found.earlier.is_turned),
        "a thing in another's place": float(any(is_thing(one.kind) for one in swaps)),
        "an event in another's place": float(any(one.is_event for one in swaps)),
        "a name in another's place": float(any(one.kind == NAMES for one in swaps)),
        "a number in another's place": float(any(one.kind == NUMBERS for one in swaps)),
        "something in another's place, in like wording": wording * bool(swaps),
        "one gap": float(gap is not None),
        "one telling gap": float(is_telling),
        "one telling gap, in like wording": wording * is_telling,
        "one word in another's place": float(is_one_each),
        "names in the gap": float(bool(gap and gap.asked and gap.earlier and gap.is_of_names)),
        "an event in the gap": float(bool(gap and gap.has_event)),
    }


def _of_what_is_left(found: Compared) -> dict[str, float]:
    mine, theirs = (_telling(terms) for terms in (found.only_asked, found.only_earlier))
    fewer, more = sorted((len(mine), len(theirs)))
    kinds = [kind for one in found.alone for kind in one.kinds]
    of_both = {kind for one, _ in found.shared for kind in one.kinds}
    return {
        "only one says more": float(found.is_one_sided),
        "neither says more": float(not found.alone),
        "only one says more that tells": float(bool(mine) != bool(theirs)),
        "neither says more that tells": float(not (mine or theirs)),
        "how much the one says alone": min(more, 6) / 6,
        "how much the other says alone": min(fewer, 6) / 6,
        "each says one word alone": float(fewer == more == 1),
        "what befell things, in one alone": float(any(map(is_event, kinds))),
        "a thing in one alone": float(any(map(is_thing, kinds))),
        "a name in one alone": float(any(one.is_name for one in found.alone)),
        "other names": float(_has_name(found.only_asked) and _has_name(found.only_earlier)),
        "other things named first": float(heads_differ(found)),
        "a part without counterpart": float(any(has_part_apart(*side) for side in found.sides)),
        "one lists more": float(lists_more(found)),
        "one says more of a kind that both have": float(not of_both.isdisjoint(kinds)),
        "the same is named last": float(_ends_alike(found)),
        "one joins more to what both have": float(any(_joins_more(*side) for side in found.sides)),
        "one has a part of its own": float(asks_more(found)),
        "one counts complaints": float(counts_accounts(found)),
        "one asks what befell things": float(is_of_what_befell(found)),
        "one goes on from what the other asks": float(goes_on_from(found)),
    }


def _is_in_other_compounds(found: Compared) -> bool:
    """Return whether a word that both have is joined to one that each has alone: bank notes, bank holidays."""
    sides = [_joined(terms, alone) for terms, alone in found.sides]
    return any(id(one) in sides[0] and id(other) in sides[1] for one, other in found.shared)


def _joined(terms: tuple[Term, ...], alone: tuple[Term, ...]) -> set[int]:
    """Return which terms that have a counterpart stand right beside one that has none."""
    apart = {id(one) for one in alone}
    beside = [(before, one) for before, one in pairwise(terms) if one.follows]
    both_ways = [*beside, *((one, before) for before, one in beside)]
    return {id(one) for one, other in both_ways if id(one) not in apart and id(other) in apart}


def _asks_again(asked: Asked) -> bool:
    return asked.times > 1


def _says_more_by_asking(found: Compared) -> bool:
    """Return whether the question that asks more often alone has words that tell: "…, and how many were charged?"."""
    more, fewer = found.only_asked, found.only_earlier
    if found.asked.times < found.earlier.times:
        more, fewer = fewer, more
    is_more = found.asked.times != found.earlier.times
    return is_more and bool(_telling(more)) and not _telling(fewer)


def _are_apart(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and not one.meets(other)


def _ends_alike(found: Compared) -> bool:
    last = [terms[-1] for terms, _ in found.sides if terms]
    return any(one is last[0] and other is last[-1] for one, other in found.shared)


def _joins_more(terms: tuple[Term, ...], alone: tuple[Term, ...]) -> bool:
    """Return whether behind what both have, after an "and" or a comma, stands what one has alone."""
    return any(
        before.part != one.part
        and not (before.is_common or one.is_common)
        and before not in alone
        and one in alone
        for before, one in pairwise(terms)
    )


def _parts(asked: Asked) -> int:
    return len({one.part for one in asked.terms})


def _telling(terms: Iterable[Term]) -> list[Term]:
    return [one for one in terms if not one.is_common]


def _has_name(terms: Iterable[Term]) -> bool:
    return any(one.is_name for one in terms)


def every_rule() -> tuple[str, ...]:
    """Return the signs that the rules are."""
    return tuple(f"{OF_A_RULE}{rule.said}" for rule in RULES)
