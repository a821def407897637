"""Which earlier answers are worth showing to somebody who is about to ask, and as what."""

from collections.abc import Iterable
from enum import StrEnum

from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.precedent.relations import Relation

OFFERED = (Relation.SAME, Relation.OVERLAP, Relation.SAME_NEW_PERIOD)
"""The nearest first. What is about another subject answers nobody, however alike its words are."""

_ANSWERED = frozenset([Outcome.DISCLOSED, Outcome.PART_DISCLOSED, Outcome.ELSEWHERE])
# How a request was handled ("vexatious", "lapsed") says nothing to somebody else who asks the same.
_DECIDED = frozenset(
    [Outcome.WITHHELD, Outcome.NCND, Outcome.COST_LIMIT, Outcome.NOT_HELD, Outcome.SIGNPOSTED]
)


class Standing(StrEnum):
    """As what an earlier question is shown, in the order in which it is."""

    ANSWERED = "answered"
    """The body gave the information, or said where it is."""
    DECIDED = "decided"
    """The body was asked, and gave no information: whoever asks again may be told otherwise."""
    THEIRS = "theirs"
    """Another body was asked, and told of itself."""


def standing(outcomes: Iterable[str], *, is_theirs: bool) -> Standing | None:
    """Return as what an earlier question is shown; None if what was decided helps nobody who asks anew."""
    decided = frozenset(map(Outcome, outcomes))
    if not decided & (_ANSWERED | _DECIDED):
        return None
    if is_theirs:
        return Standing.THEIRS
    return Standing.ANSWERED if decided & _ANSWERED else Standing.DECIDED
