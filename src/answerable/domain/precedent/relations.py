"""How a question is related to an earlier one, and why: by a rule, or by all signs where they speak against it."""

from dataclasses import dataclass, replace

from answerable.domain.precedent.asked import Asked
from answerable.domain.precedent.compared import Compared, Pair, Weigh, compared, evenly
from answerable.domain.precedent.differences import Difference, differences, is_same_time
from answerable.domain.precedent.headed import are_under_one_topic
from answerable.domain.precedent.rules import RULES, SOME_WORDS, Relation, Rule, rule_for
from answerable.domain.precedent.signs import Chances, chance_of_use, signs_of, told_by_signs

__all__ = [
    "RULES",
    "SOME_WORDS",
    "Related",
    "Relation",
    "Rule",
    "by_rule",
    "like_as",
    "like_at_all",
    "related",
    "related_as",
    "with_signs",
]


# Chosen by cross-validation on labelled pairs: with less, what is shown besides is hardly ever what was wanted.
_MAY_BE_OF_USE = -2.0


def _is_told_by_signs(_: Compared) -> bool:
    return True


LITTLE_IN_COMMON = Rule(
    _is_told_by_signs,
    Relation.RELATED,
    "little is in common, and the earlier answer may be of use all the same",
)


@dataclass(frozen=True, slots=True)
class Related:
    """How a question is related to an earlier one, and why.

    `score` from 0 to 1 says how much of both they share; `rule` is the sentence of the rule that held, or names
    the signs that outweighed it; `shared` are the terms that both have, as each prints them; `differs` in what they
    differ, the most telling first; `near` how near a model of paraphrase finds them, where one was asked.
    """

    relation: Relation
    score: float
    rule: str
    differs: tuple[Difference, ...]
    shared: tuple[Pair, ...]
    near: float | None = None
    under: tuple[str, str] = ("", "")
    """What stands above either, where it was read with that."""
    of_use: float = 0.0
    """How much speaks for the earlier answer being of use, whichever relation it is: the logarithm of the odds."""
    is_by_rule: bool = True
    """Whether the rule stands; where signs outweighed it, the relation is good enough to show and not to accuse."""


def related(asked: Asked, earlier: Asked, weigh: Weigh = evenly) -> Related | None:
    """Return how a question is related to an earlier one; None if they have too little in common."""
    return related_as(compared(asked, earlier, weigh))


def related_as(found: Compared) -> Related | None:
    """Return how two questions are related that stand beside each other; None if they have too little in common."""
    return with_signs(found)[0]


def like_at_all(asked: Asked, earlier: Asked) -> Related | None:
    """Return how a question is related to an earlier one, and where nothing is told, whether it may be of use yet.

    This is for showing what is most like a question: what is paraphrased often has few words in common.
    """
    return like_as(compared(asked, earlier, evenly))


def like_as(
    found: Compared, near: float | None = None, chances: Chances | None = None
) -> Related | None:
    """Return the same of two questions that stand beside each other, and of what a model says of them."""
    how, chance = with_signs(found, near, chances)
    has_something = found.shared or near is not None
    if how is None and has_something and chance >= _MAY_BE_OF_USE:
        how = by_rule(LITTLE_IN_COMMON, found)
    return how and replace(how, of_use=chance)


def with_signs(
    found: Compared, near: float | None = None, chances: Chances | None = None
) -> tuple[Related | None, float]:
    """Return how two questions are related, and how much speaks for the earlier answer being of use.

    `near` is how near a model of paraphrase finds them, where one was asked, and `chances` what one says that reads
    both together: signs as the others are.
    """
    rule = rule_for(found)
    seen = signs_of(found, rule, near, chances)
    chance = chance_of_use(seen)
    has_something = found.shared or found.opposed or are_under_one_topic(found)
    if near is None and not has_something:
        return by_rule(rule, found), chance
    relation, said = told_by_signs(found, rule, seen)
    if relation is rule.relation:
        return by_rule(rule, found), chance
    how = by_rule(Rule(rule.holds, relation, said), found)
    return how and replace(how, is_by_rule=False), chance


def by_rule(rule: Rule, found: Compared) -> Related | None:
    """Return how two questions are related by one rule; a rule for the same tells their times apart."""
    if rule.relation is None:
        return None
    is_new_period = rule.relation is Relation.SAME and not is_same_time(found)
    relation = Relation.SAME_NEW_PERIOD if is_new_period else rule.relation
    differs = differences(found, is_of_another=relation is Relation.SAME_NEW_SUBJECT)
    under = found.asked.under, found.earlier.under
    return Related(relation, found.score, rule.said, differs, found.shared, under=under)
