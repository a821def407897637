"""How relations and decisions are said where somebody decides: in plain words, as parts of sentences."""

from collections.abc import Iterable

from answerable.domain.decisions.aloud import listed
from answerable.domain.decisions.outcomes import OUTCOME_WORDS, Outcome
from answerable.domain.precedent.relations import Relation

RELATION_WORDS = {
    Relation.SAME: "the same question",
    Relation.SAME_NEW_PERIOD: "the same, for another time",
    Relation.SAME_NEW_SUBJECT: "the same, about something else",
    Relation.OVERLAP: "a part of it, or more than it",
    Relation.OPPOSITE: "the rest of what is asked",
    Relation.RELATED: "something else about the same topic",
}
"""What an earlier question is to a new one."""

USABLE = frozenset([Relation.SAME, Relation.SAME_NEW_PERIOD, Relation.OVERLAP])
"""What an earlier question must be for its answer to be of use; the rest only sounds like it."""


def decision_words(outcomes: Iterable[Outcome], exemptions: Iterable[str]) -> str:
    """Return what was decided: "disclosed and withheld under 31(1)(a)"."""
    decided = listed([OUTCOME_WORDS[one] for one in outcomes]) or "nothing decided"
    limbs = listed(list(exemptions))
    return f"{decided} under {limbs}" if limbs else decided
