"""How a question is related to an earlier one where a model of paraphrase may say something as well.

How near a model finds them is a sign as all others are, with weights of its own. Where the rules find little in
common, and nothing that keeps the two apart, what is asked is the same in other words; the thresholds were chosen on the
pairs for tuning (docs/reference/precedent-accuracy.md).
"""

from collections.abc import Callable
from dataclasses import replace

from answerable.domain.precedent.asked import Asked
from answerable.domain.precedent.compared import Compared, Weigh, compared, evenly
from answerable.domain.precedent.points import Points
from answerable.domain.precedent.relations import (
    SOME_WORDS,
    Related,
    Relation,
    Rule,
    by_rule,
    like_as,
    with_signs,
)
from answerable.domain.precedent.rules import rule_for
from answerable.domain.precedent.signs import Chances

Near = Callable[[str, str], float]
"""How near two texts are for a model of paraphrase: 1 if they say the same, 0 if nothing alike."""
# From the first on two questions say the same, if what only one of them says is as near as the second.
_NEARER, _NEAR_APART = 0.55, 0.4
# Of a longer message a model reads what is asked, without the rest.
_MOST_WORDS = 45


def related_by(asked: Asked, earlier: Asked, near: Near, weigh: Weigh = evenly) -> Related | None:
    """Return how a question is related to an earlier one by the rules and a model; None if by neither."""
    return _told_by(compared(asked, earlier, weigh), near, lambda *both: with_signs(*both)[0])


def like_by(asked: Asked, earlier: Asked, near: Near) -> Related | None:
    """Return the same, and where nothing is told, whether the earlier answer may be of use yet: for showing."""
    return _told_by(compared(asked, earlier, evenly), near, like_as)


def like_together(
    asked: Asked, earlier: Asked, nearness: float, chances: Chances
) -> Related | None:
    """Return how a question is related to an earlier one by the rules and by a model that has read both together.

    `nearness` is how near a model finds them that reads each alone.
    """
    how = like_as(compared(asked, earlier, evenly), nearness, chances)
    return how and replace(how, near=nearness, score=max(how.score, _by_both(how, nearness)))


def _by_both(how: Related, nearness: float) -> float:
    """Return how much a question shares with one that is the same in other words: as much as a model finds."""
    return nearness if how.relation is Relation.SAME and not how.is_by_rule else 0.0


def _told_by(
    found: Compared, near: Near, told: Callable[[Compared, float], Related | None]
) -> Related | None:
    mine, theirs = read_by_model(found.asked), read_by_model(found.earlier)
    # Of the same words no model need be asked.
    nearness = 1.0 if mine == theirs else near(mine, theirs)
    how = told(found, nearness)
    rule = rule_for(found)
    if (rule.relation is None or rule is SOME_WORDS) and nearness >= _NEARER:
        says_the_same = by_rule(_SAYS_THE_SAME, found) if _may_say_the_same(found, near) else None
        how = replace(says_the_same, of_use=how.of_use if how else 0.0) if says_the_same else how
    return how and replace(how, near=nearness, score=max(how.score, _by_model(how, nearness)))


def _by_model(how: Related, nearness: float) -> float:
    return nearness if how.rule == _SAYS_THE_SAME.said else 0.0


def read_by_model(asked: Asked) -> str:
    """Return of a question what a model reads: of a long message what is asked alone."""
    text = " ".join(f"{asked.under} {asked.text}".split())
    return text if text.count(" ") < _MOST_WORDS else " ".join(asked.words)


def _may_say_the_same(found: Compared, near: Near) -> bool:
    """Return whether nothing keeps two questions apart, and what only one of them says is near, too."""
    if found.points is not Points.SAME or found.opposed or found.swaps:
        return False
    if not (found.only_asked and found.only_earlier):
        return False
    mine, theirs = (
        " ".join(one.printed for one in alone) for alone in (found.only_asked, found.only_earlier)
    )
    return near(mine, theirs) >= _NEAR_APART


def _is_told_by_nearness(_: Compared) -> bool:
    return True


_SAYS_THE_SAME = Rule(
    _is_told_by_nearness,
    Relation.SAME,
    "a model of paraphrase finds that both say the same in other words",
)
