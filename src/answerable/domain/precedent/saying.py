"""How relations and decisions are said where somebody decides: in plain words, as parts of sentences."""

from collections.abc import Iterable

from answerable.domain.decisions.aloud import listed
from answerable.domain.decisions.outcomes import OUTCOME_WORDS, Outcome
from answerable.domain.precedent.contradicting import Against, Answered, Contradiction
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


_DONE = {
    Outcome.DISCLOSED: ("disclosed this", "disclose it"),
    Outcome.PART_DISCLOSED: ("disclosed a part of this", "disclose a part of it"),
    Outcome.ELSEWHERE: ("said where this can be found", "say where it can be found"),
    Outcome.WITHHELD: ("withheld this", "withhold it"),
    Outcome.NCND: (
        "neither confirmed nor denied that this is held",
        "neither confirm nor deny that it is held",
    ),
    Outcome.COST_LIMIT: ("refused this over the cost limit", "refuse it over the cost limit"),
    Outcome.VEXATIOUS: ("refused this as vexatious", "refuse it as vexatious"),
    Outcome.NOT_HELD: ("said that this is not held", "say that it is not held"),
}
"""What somebody did, and what you do, who decide in a way that can contradict another."""


def against_words(
    named: str, one: Answered, other: str, two: Answered, found: Contradiction
) -> str:
    """Return how two answers contradict each other: "5023075 question 3 disclosed this in November 2021; …".

    `other` names the later one; it is empty where it is the draft of whoever reads this.
    """
    if found.kind is Against.DECISION:
        mine = f"{other} {_done(two)}" if other else f"you {_done(two, is_yours=True)}"
        said = f"{named} {_done(one)}; {mine}"
    else:
        said = (
            f"{named}{_month(one)} and {other or 'your draft'} state different things: {found.why}"
        )
    return f"{said}, which time may explain" if found.is_change else said


def _done(answered: Answered, *, is_yours: bool = False) -> str:
    """Return what was decided, under which limbs, and when: nothing of the day for what is being decided."""
    words = [_DONE[one][is_yours] for one in _DONE if one in answered.outcomes]
    limbs = f" under {listed(sorted(answered.exemptions))}" if answered.exemptions else ""
    when = "" if is_yours else _month(answered)
    return f"{listed(words) or 'decided otherwise'}{limbs}{when}"


def _month(answered: Answered) -> str:
    return f" in {answered.on:%B %Y}" if answered.on else ""
