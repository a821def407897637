"""Rules that signs never outweigh: a word that was put there on purpose, the same in the same words, next to nothing."""

from answerable.domain.precedent.compared import Compared
from answerable.domain.precedent.headed import are_under_one_topic
from answerable.domain.precedent.rules import (
    WORD_MORE,
    Relation,
    Rule,
    asks_for_another_measure,
)

LEAST_NEAR = 0.5
"""Below this two questions may share a way of asking, and no topic."""

_LEAST = 0.12
_ALL_BUT_FIGURES = 0.9
_WHOLE, _SEVERAL = 0.999, 2


def is_firm(found: Compared, rule: Rule, *, near: float) -> bool:
    """Return whether nothing is held against a rule: a word that was put there on purpose, or next to nothing shared.

    Where all is the same but that one wants its figures broken down, the other answers a part and no more.

    Of all pairs of questions nearly none share anything; the pairs from which weights are learnt nearly all do.
    """
    has_little = rule.relation is None and found.score < _LEAST and not found.opposed
    has_little = has_little and near < LEAST_NEAR and not are_under_one_topic(found)
    is_broken_down = bool(found.asked.breakdowns) != bool(found.earlier.breakdowns)
    asks_figures_more = (
        rule.relation is Relation.OVERLAP and is_broken_down and found.score >= _ALL_BUT_FIGURES
    )
    # An average is no part of the highest, however alike all else is.
    is_other_measure = rule.relation is Relation.RELATED and asks_for_another_measure(found)
    # What is said in the same words, small ones too, is the same, whatever stands above it.
    is_word_for_word = (
        rule.relation is Relation.SAME
        and found.asked.words == found.earlier.words
        and found.asked.breakdowns == found.earlier.breakdowns
    )
    is_word_for_word = is_word_for_word or _is_all_alike(found, rule)
    return (
        rule is WORD_MORE or is_word_for_word or has_little or asks_figures_more or is_other_measure
    )


def _is_all_alike(found: Compared, rule: Rule) -> bool:
    """Return whether two questions ask the same of several things, and differ in small words and in the time alone."""
    one, other = found.asked, found.earlier
    return (
        rule.relation is Relation.SAME
        and found.score >= _WHOLE
        and len(found.shared) >= _SEVERAL
        and (one.points, one.breakdowns) == (other.points, other.breakdowns)
    )
