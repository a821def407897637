"""How a question is related to an earlier one where a model of paraphrase may say something as well.

The rules go by words. Where they find little in common, and nothing that keeps the two apart, what is asked may
be the same in other words; the thresholds were chosen on the pairs for tuning (docs/reference/precedent.md).
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
    of_use,
    related_as,
)
from answerable.domain.precedent.rules import rule_for

Near = Callable[[str, str], float]
"""How near two texts are for a model of paraphrase: 1 if they say the same, 0 if nothing alike."""
# Below the first two questions share words and not a topic. They say the same from the second on, if what only
# one of them says is as near as the third.
_NEAR, _NEARER, _NEAR_APART = 0.5, 0.55, 0.4
# Of a longer message a model reads what is asked, without the rest.
_MOST_WORDS = 45


def related_by(asked: Asked, earlier: Asked, near: Near, weigh: Weigh = evenly) -> Related | None:
    """Return how a question is related to an earlier one by the rules and a model; None if by neither."""
    found = compared(asked, earlier, weigh)
    how = by_rule(rule_for(found), found)
    nearness = near(read_by_model(asked), read_by_model(earlier))
    if how is None or how.rule == SOME_WORDS.said:
        how = _judged(found, how, nearness, near)
    else:
        how = related_as(found)
    return how and replace(how, near=nearness, of_use=of_use(found))


def read_by_model(asked: Asked) -> str:
    """Return of a question what a model reads: of a long message what is asked alone."""
    text = " ".join(f"{asked.under} {asked.text}".split())
    return text if text.count(" ") < _MOST_WORDS else " ".join(asked.words)


def _judged(found: Compared, how: Related | None, nearness: float, near: Near) -> Related | None:
    if nearness < _NEAR:
        return None
    if nearness >= _NEARER and _may_say_the_same(found, near):
        how = by_rule(_SAYS_THE_SAME, found)
    how = how or by_rule(_IS_NEAR, found)
    return how and replace(how, score=max(how.score, nearness))


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
_IS_NEAR = Rule(
    _is_told_by_nearness, Relation.RELATED, "a model of paraphrase finds both near each other"
)
