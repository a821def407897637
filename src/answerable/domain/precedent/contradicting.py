"""Whether two answers to the same question contradict each other, and how."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from answerable.domain.decisions.outcomes import OUTCOME_WORDS, Outcome
from answerable.domain.precedent.asked import Asked
from answerable.domain.precedent.facts import Facts, facts_of
from answerable.domain.precedent.relations import Relation

_SHOWN = frozenset([Outcome.DISCLOSED, Outcome.PART_DISCLOSED, Outcome.ELSEWHERE])
_REFUSED = frozenset([Outcome.WITHHELD, Outcome.NCND, Outcome.COST_LIMIT, Outcome.VEXATIOUS])
# For so long an answer about the present holds: a later one may differ because things have changed.
_HOLDS = dt.timedelta(days=92)
_MOST_NUMBERS = 8
_SUMMED = 3
_COUNTED = frozenset(["how many", "full-time equivalents", "how much", "share", "how long"])
_NAMED = frozenset(["supplier", "maker", "maintainer", "person", "who", "which"])


class Against(StrEnum):
    """What stands against what: the decisions on two questions, or what their answers state."""

    DECISION = "decision"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with what was decided and answered; limbs as `31(1)(a)`.

    `on` is a day in the month in which it was answered; None where nothing says when.
    """

    asked: Asked
    on: dt.date | None
    outcomes: frozenset[Outcome]
    exemptions: frozenset[str]
    answer: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """How two answers to one question differ; `is_change` says that time can explain it."""

    kind: Against
    why: str
    is_change: bool = False


def contradiction(one: Answered, other: Answered, relation: Relation) -> Contradiction | None:
    """Return how two answers contradict each other, the earlier first; None if they do not."""
    if relation is not Relation.SAME:
        return None
    return _of_decisions(one, other) or _of_answers(one, other)


def _of_decisions(one: Answered, other: Answered) -> Contradiction | None:
    for first, second in ((one, other), (other, one)):
        for why, is_change in _against(first, second):
            return Contradiction(Against.DECISION, why, is_change)
    return None


def _against(one: Answered, other: Answered) -> Iterator[tuple[str, bool]]:
    """Yield why the decision on one cannot stand beside that on the other, and whether time can explain it."""
    refused, theirs = one.outcomes & _REFUSED, other.outcomes & _REFUSED
    if _is_part(one) and _is_whole(other):
        yield f"in part withheld{_when(one)}, disclosed as a whole{_when(other)}", False
    elif refused and not one.outcomes & _SHOWN and _is_whole(other):
        named = " and ".join(OUTCOME_WORDS[each] for each in sorted(refused))
        limbs = f" under {_listed(one.exemptions)}" if one.exemptions else ""
        yield f"{named}{limbs}{_when(one)}, disclosed{_when(other)}", False
    elif refused and theirs and one.exemptions and other.exemptions:
        if not one.exemptions & other.exemptions:
            yield (
                f"refused under {_listed(one.exemptions)} and under {_listed(other.exemptions)}",
                False,
            )
    elif Outcome.NOT_HELD in one.outcomes and not one.outcomes & _SHOWN:
        if Outcome.WITHHELD in theirs:
            yield f"not held{_when(one)}, held and withheld{_when(other)}", False
        elif _is_whole(other) and Outcome.SIGNPOSTED not in one.outcomes and not _says_none(other):
            yield f"not held{_when(one)}, disclosed{_when(other)}", _is_apart(one, other)


def _is_part(one: Answered) -> bool:
    return bool(one.exemptions) and (
        Outcome.PART_DISCLOSED in one.outcomes
        or bool(one.outcomes & _SHOWN and one.outcomes & _REFUSED)
    )


def _is_whole(one: Answered) -> bool:
    return (
        bool(one.outcomes & {Outcome.DISCLOSED, Outcome.ELSEWHERE}) and not one.outcomes & _REFUSED
    )


def _says_none(one: Answered) -> bool:
    facts = facts_of(one.answer)
    return facts.is_yes is False or facts.numbers == {0.0}


def _of_answers(one: Answered, other: Answered) -> Contradiction | None:
    """Return how what is stated differs, where both were answered and nothing refused."""
    if not (_is_whole(one) and _is_whole(other)):
        return None
    why = _denied(
        facts_of(one.answer),
        facts_of(other.answer),
        one.asked.points | other.asked.points,
    )
    return Contradiction(Against.ANSWER, why, _is_apart(one, other)) if why else None


def _denied(one: Facts, other: Facts, points: frozenset[str]) -> str:
    """Return what one answer states and the other denies; nothing if both can be true."""
    if one.is_yes is not None and other.is_yes is not None and one.is_yes != other.is_yes:
        return "first yes, then no" if one.is_yes else "first no, then yes"
    if points & _COUNTED and one.numbers and other.numbers and not _agree(one, other):
        return f"first {_figures(one)}, then {_figures(other)}"
    if points & _NAMED and one.names and other.names and not one.names & other.names:
        return "they name others"
    return ""


def _agree(one: Facts, other: Facts) -> bool:
    """Return whether a number of one, or the sum of some, is one of the other."""
    return bool(_sums(one) & other.numbers or _sums(other) & one.numbers)


def _sums(facts: Facts) -> set[float]:
    numbers = sorted(facts.numbers)[:_MOST_NUMBERS]
    return {sum(some) for count in range(1, _SUMMED + 1) for some in combinations(numbers, count)}


def _is_apart(one: Answered, other: Answered) -> bool:
    """Return whether both tell of a present that may have changed between them."""
    mine, theirs = one.asked.span, other.asked.span
    if mine and theirs:
        return not mine.is_nearly(theirs)
    return one.on is None or other.on is None or abs(one.on - other.on) > _HOLDS


def _when(one: Answered) -> str:
    return f" in {one.on:%B %Y}" if one.on else ""


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))


def _figures(facts: Facts) -> str:
    return ", ".join(f"{one:,.10g}" for one in sorted(facts.numbers))
