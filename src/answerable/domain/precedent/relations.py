"""How a question is related to an earlier one, and why: by a rule, or by all signs where they speak against it."""

from dataclasses import dataclass, replace

from answerable.domain.precedent.asked import Asked
from answerable.domain.precedent.compared import Compared, Pair, Weigh, compared, evenly
from answerable.domain.precedent.differences import Difference, differences, is_same_time
from answerable.domain.precedent.rules import RULES, SOME_WORDS, Relation, Rule, rule_for
from answerable.domain.precedent.signs import told_by_signs

__all__ = [
    "RULES",
    "SOME_WORDS",
    "Related",
    "Relation",
    "Rule",
    "by_rule",
    "related",
    "related_as",
]


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
    is_by_rule: bool = True
    """Whether the rule stands; where signs outweighed it, the relation is good enough to show and not to accuse."""


def related(asked: Asked, earlier: Asked, weigh: Weigh = evenly) -> Related | None:
    """Return how a question is related to an earlier one; None if they have too little in common."""
    return related_as(compared(asked, earlier, weigh))


def related_as(found: Compared) -> Related | None:
    """Return how two questions are related that stand beside each other; None if they have too little in common."""
    rule = rule_for(found)
    if not (found.shared or found.opposed):
        return by_rule(rule, found)
    relation, said = told_by_signs(found, rule)
    if relation is rule.relation:
        return by_rule(rule, found)
    how = by_rule(Rule(rule.holds, relation, said), found)
    return how and replace(how, is_by_rule=False)


def by_rule(rule: Rule, found: Compared) -> Related | None:
    """Return how two questions are related by one rule; a rule for the same tells their times apart."""
    if rule.relation is None:
        return None
    is_new_period = rule.relation is Relation.SAME and not is_same_time(found)
    relation = Relation.SAME_NEW_PERIOD if is_new_period else rule.relation
    differs = differences(found, is_of_another=relation is Relation.SAME_NEW_SUBJECT)
    under = found.asked.under, found.earlier.under
    return Related(relation, found.score, rule.said, differs, found.shared, under=under)
