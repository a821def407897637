"""What the law asks before a count is withheld or rounded: an assessment, and a decision under section 40(2).

A count of five or fewer is not personal data by itself: *Information Commissioner v Miller* [2018] UKUT 229
(AAC). Whoever withholds one refuses a part of the request (section 17), and says who could be identified,
by whom, and with what else that is available.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.domain.suppression.controlling import ControlledTable, Reason
from answerable.domain.suppression.tables import Place, said

PROVISION = "40(2)"
_MOST_NAMED = 5


class NotAssessed(ValueError):
    """Counts would be withheld or rounded before anybody assessed whether they identify someone."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """An officer's answer to whether a count identifies a living person: the test of a motivated intruder."""

    who_might_look: str
    """Who would want to find out, and what they know already: neighbours, colleagues, the press."""
    what_else_there_is: str
    """What else is available to them: news, hearings, earlier tables, social media."""
    who_would_be_identified: str
    """Which living people, and how the count leads to them."""
    what_would_be_learnt: str
    """What one would learn of them from this table that one did not know."""
    why_no_less: str
    """Why a coarser grouping, a longer period, or rounding alone would not do."""
    is_identifying: bool
    """The conclusion."""
    assessed_by: str
    assessed_on: dt.date


QUESTIONS = {
    "who_might_look": "Who would want to find out who is counted, and what do they know already?",
    "what_else_there_is": "What else is available to them: news, hearings, earlier tables, social media?",
    "who_would_be_identified": "Which living people would be identified, and how does the count lead to them?",
    "what_would_be_learnt": "What would be learnt of them from this table?",
    "why_no_less": "Why would coarser groups, a longer period, or rounding alone not do?",
}


@dataclass(frozen=True, slots=True)
class CellDecision:
    """What is decided about one cell: withheld, or given rounded, under which provision and why."""

    place: Place
    is_withheld: bool
    why: str
    provision: str = PROVISION


@dataclass(frozen=True)
class Publishable:
    """A table that may be put into an answer, with the decisions that go with it.

    `decisions` is empty where everything leaves as it was counted; otherwise the answer gives a part and
    withholds a part, and the refusal notice names them.
    """

    table: ControlledTable
    decisions: tuple[CellDecision, ...]
    assessment: Assessment | None

    def printed(self, place: Place) -> str:
        """Return what stands in a cell: its figure, or the profile's mark."""
        cell = self.table.by_place[place]
        return self.table.profile.mark if cell.printed is None else str(cell.printed)


def publishable(table: ControlledTable, assessment: Assessment | None) -> Publishable:
    """Return a table with the decisions that the law needs for what it does not give as counted.

    :raises NotAssessed: if something is withheld or rounded and there is no assessment, one that leaves a
        question open, or one that concludes that nobody is identified.
    """
    if not table.changed:
        return Publishable(table, (), None)
    check_assessed(assessment, [cell.place for cell in table.changed])
    decisions = tuple(
        CellDecision(cell.place, cell.reason is not None, _why(table, cell.reason))
        for cell in table.changed
    )
    return Publishable(table, decisions, assessment)


def check_assessed(assessment: Assessment | None, places: Sequence[Place]) -> None:
    """Do nothing if the assessment lets these cells be withheld or rounded.

    :raises NotAssessed: if there is none, it leaves a question open, or nobody is identified by its conclusion.
    """
    named = "; ".join(map(said, places[:_MOST_NAMED]))
    more = f" and {len(places) - _MOST_NAMED} more" if len(places) > _MOST_NAMED else ""
    if assessment is None:
        raise NotAssessed(
            f"Assess first whether these counts identify somebody: {named}{more}. A small count is not personal"
            " data by itself (Information Commissioner v Miller [2018] UKUT 229 (AAC))"
        )
    for field, question in QUESTIONS.items():
        if not getattr(assessment, field).strip():
            raise NotAssessed(f"The assessment leaves this open: {question}")
    if not assessment.assessed_by.strip():
        raise NotAssessed("The assessment does not say who made it")
    if not assessment.is_identifying:
        raise NotAssessed(
            f"The assessment concludes that nobody is identified: publish these as they were counted: {named}{more}"
        )


def grounds_words(assessment: Assessment) -> str:
    """Return why section 40(2) applies to what is withheld, as an assessment has it: a line for each of its answers."""
    answers = (
        ("Who would be identified", assessment.who_would_be_identified),
        ("What would be learnt of them", assessment.what_would_be_learnt),
        ("Who might look", assessment.who_might_look),
        ("What else is available", assessment.what_else_there_is),
        ("Why no less would do", assessment.why_no_less),
    )
    return "\n".join(f"{what}: {' '.join(said.split())}" for what, said in answers)


def _why(table: ControlledTable, reason: Reason | None) -> str:
    profile = table.profile
    if reason is None:
        return f"given to the nearest {profile.rounded_to}"
    if reason is Reason.SMALL:
        return f"a count from {profile.least} to {profile.most} ({profile.title})"
    if reason is Reason.DOMINATED:
        return (
            f"{profile.dominant_units} or fewer units have {profile.dominant_percent} % of it or more"
            f" ({profile.title})"
        )
    return "another withheld figure could be worked out from it"
