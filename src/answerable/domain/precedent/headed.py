"""Two questions beside each other with what stands above them: what is their own, and what their requests are about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answerable.domain.precedent.compared import Compared
from answerable.domain.precedent.points import Points
from answerable.domain.precedent.terms import Term
from answerable.domain.precedent.wording import usual_wording

# None is sharp.
_LEAST_OF_A_TOPIC, _ONE_TOPIC, _LEAST_OF_A_HEADING = 0.25, 0.5, 0.2


@dataclass(frozen=True, slots=True)
class Headed:
    """What two questions have in common, what stands above them told apart.

    `own` is how much of their own words both have, from 0 to 1; `own_alone` whether a telling word of its own keeps
    them apart; `others_above` whether each was read with something that the other lacks; `covered` how much of
    what one says alone stands above the other; `topic` how much both have in common with what stands above them, of
    the one that has less; `headings` the same of that alone, None where one has none.
    """

    own: float
    own_alone: bool
    others_above: bool
    covered: float
    topic: float
    headings: float | None


def headed(found: Compared) -> Headed:
    """Return two questions beside each other with what stands above them."""
    own = [pair for pair in found.shared if not any(one.is_carried for one in pair)]
    alone = [[one for one in terms if not one.is_carried] for _, terms in found.sides]
    both = _weight(one for one, _ in own)
    every = 2 * both + sum(map(_weight, alone))
    above = [any(one.is_carried and not one.is_common for one in terms) for _, terms in found.sides]
    asked, earlier = found.asked.topic, found.earlier.topic
    mine, theirs = (_telling(terms) for _, terms in found.sides)
    covered = _covered(mine, earlier) + _covered(theirs, asked)
    whole = [_stems(one.terms) | one.topic for one in (found.asked, found.earlier)]
    return Headed(
        own=2 * both / every if every else 1.0,
        own_alone=any(not one.is_common for side in alone for one in side),
        others_above=all(above),
        covered=covered / (len(mine) + len(theirs)) if mine or theirs else 0.0,
        topic=_part(*whole),
        headings=_part(asked, earlier) if asked and earlier else None,
    )


def is_same_below_another(found: Compared) -> bool:
    """Return whether the same is asked, in the same words, below another heading: the end of this contract, of that."""
    if found.points is not Points.SAME or found.opposed:
        return False
    if not (found.asked.carried and found.earlier.carried):
        return False
    if found.asked.measures != found.earlier.measures or not found.asked.points:
        return False
    both = headed(found)
    return both.others_above and not both.own_alone


def are_under_one_topic(found: Compared) -> bool:
    """Return whether what stands above two questions that share few words says that they are about one thing.

    Their headings may say it alone: whatever words of their own the questions have besides takes nothing from it.
    """
    if not (found.asked.topic or found.earlier.topic):
        return False
    both = headed(found)
    return (both.headings or 0.0) >= _ONE_TOPIC or both.topic >= _LEAST_OF_A_TOPIC


def signs_of_what_stands_above(found: Compared) -> dict[str, float]:
    """Return how much is in common of their own words, and of what stands above them."""
    if not any(one.carried or one.topic for one in (found.asked, found.earlier)):
        return {}
    both = headed(found)
    is_of_another = both.headings is not None and both.headings < _LEAST_OF_A_HEADING
    return {
        "how much of their own words is in common": both.own,
        "no own word keeps them apart": float(not both.own_alone),
        "other things above": float(both.others_above),
        "other things above, and all own words the same": float(is_same_below_another(found)),
        "what one says alone stands above the other": both.covered,
        "what is above both is the same": both.headings or 0.0,
        "what is above both is another": float(is_of_another),
        "how much is in common with what is above": both.topic,
        "little in common, and much with what is above": both.topic * (1 - found.score),
    }


def _weight(terms: Iterable[Term]) -> float:
    factor = usual_wording().common_weight
    return sum(factor if one.is_common else 1.0 for one in terms)


def _telling(terms: Iterable[Term]) -> Sequence[Term]:
    return [one for one in terms if not one.is_common]


def _covered(terms: Iterable[Term], topic: frozenset[str]) -> int:
    return sum(not topic.isdisjoint(_stems([one])) for one in terms) if topic else 0


def _stems(terms: Iterable[Term]) -> frozenset[str]:
    return frozenset(
        one.stem
        for term in terms
        if not term.is_common
        for one in (term, *(word for split in term.splits[:1] for word in split))
        if not one.is_common
    )


def _part(one: frozenset[str], other: frozenset[str]) -> float:
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 0.0
