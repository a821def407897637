"""The office's figures: each line with its numerator, its denominator, and the cases behind it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from answerable.domain.clock.whose_time import Holder
from answerable.domain.decisions.challenges import Finding
from answerable.domain.measures.office.definitions import (
    LIMB,
    Definition,
    check_definitions,
    definition_of,
    definitions,
    length_definitions,
)
from answerable.domain.measures.office.facts import (
    ChallengeFacts,
    ChallengeKind,
    OfficeFacts,
    StageDays,
    Standing,
    Unit,
)
from answerable.domain.measures.office.lengths import Length, length_of
from answerable.domain.measures.office.standing import (
    days_of,
    extension_of,
    lines_of,
)

_STAGES = {
    Holder.INTAKE: "stage_intake",
    Holder.OFFICER: "stage_officer",
    Holder.OWNERS: "stage_owners",
    Holder.CHECKER: "stage_checker",
    Holder.MANAGER: "stage_manager",
    Holder.SENDING: "stage_sending",
    Holder.REQUESTER: "stage_requester",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A figure: how many, of how many (None where it is of nothing), and the cases behind it.

    A case is the reference of a request, or with the question's label behind it: `2026-0012/1a`.
    """

    ident: str
    numerator: int
    denominator: int | None
    cases: tuple[str, ...] = ()

    @property
    def definition(self) -> Definition:
        """Return what it counts."""
        return definition_of(self.ident)


@dataclass(frozen=True, slots=True)
class Check:
    """A sum that must come out: the total, and what its parts add up to."""

    ident: str
    total: int
    added: int

    @property
    def holds(self) -> bool:
        """Return whether it does."""
        return self.total == self.added


@dataclass(frozen=True, slots=True)
class Figures:
    """The lines, how long things took, and the sums that were checked."""

    unit: Unit
    as_at: dt.date
    lines: tuple[Line, ...]
    lengths: tuple[Length, ...]

    @property
    def checks(self) -> tuple[Check, ...]:
        """Return every sum that must come out, with what came out."""
        counts = {one.ident: one.numerator for one in self.lines}
        return tuple(
            Check(one.ident, counts[one.total], sum(counts[part] for part in one.parts))
            for one in check_definitions()
        )

    def line(self, ident: str) -> Line:
        """Return a line by its id.

        :raises LookupError: if there is none.
        """
        for one in self.lines:
            if one.ident == ident:
                return one
        raise LookupError(ident)


def figures_of(facts: OfficeFacts, *, unit: Unit = Unit.REQUEST) -> Figures:
    """Return the figures of what came in a period, by request or by question."""
    return figures_by_unit(facts)[unit]


def figures_by_unit(facts: OfficeFacts) -> Mapping[Unit, Figures]:
    """Return the figures of what came in a period, both by request and by question."""
    by_request, by_question, at_stages = _Tally(), _Tally(), _AtStages()
    for request in facts.requests:
        by_request.count(request.reference, tuple(one.standing for one in request.questions))
        for question in request.questions:
            case = _name(request.reference, question.label)
            by_question.count(case, (question.standing,))
            at_stages.count(case, question.stage_days)
    lengths = at_stages.lengths()
    return {
        Unit.REQUEST: by_request.figures(facts, Unit.REQUEST, lengths),
        Unit.QUESTION: by_question.figures(facts, Unit.QUESTION, lengths),
    }


def _name(reference: str, label: str) -> str:
    return f"{reference}/{label}" if label else reference


_Days = dict[int, list[str]]
"""The cases that took so many working days."""


class _Tally:
    """The cases behind each line, and how long they took, while they are counted."""

    def __init__(self) -> None:
        self._behind: dict[str, list[str]] = {name: [] for name in definitions()}
        self._days: dict[str, _Days] = {"days_to_answer": {}, "days_extended": {}}
        self._seen: dict[tuple[Standing, ...], tuple[list[str], ...]] = {}

    def count(self, case: str, questions: tuple[Standing, ...]) -> None:
        """Add a case to the lines in which its questions count together."""
        lists = self._seen.get(questions)
        if lists is None:
            # Many cases stand alike: to which lists one is added is found out for the first of them.
            lists = self._seen[questions] = tuple(self._lists(questions))
        for cases in lists:
            cases.append(case)

    def _lists(self, questions: tuple[Standing, ...]) -> Iterator[list[str]]:
        for ident in lines_of(questions):
            yield self._behind.setdefault(ident, [])
        for name, days in (
            ("days_to_answer", days_of(questions)),
            ("days_extended", extension_of(questions)),
        ):
            if days is not None:
                yield self._days[name].setdefault(days, [])

    def figures(self, facts: OfficeFacts, unit: Unit, at_stages: Mapping[str, Length]) -> Figures:
        """Return the figures, with what is counted whatever the unit is."""
        self._behind["left_out"] += facts.left_out
        for one in facts.challenges:
            for ident in _lines_of_challenge(one, facts.as_at):
                self._behind[ident].append(one.reference)
        lengths = {
            **{name: length_of(name, days) for name, days in self._days.items()},
            **at_stages,
        }
        return Figures(
            unit=unit,
            as_at=facts.as_at,
            lines=tuple(_lines(self._behind)),
            lengths=tuple(lengths[name] for name in length_definitions()),
        )


class _AtStages:
    """How long each question was where: always by question, as each goes its own way."""

    def __init__(self) -> None:
        self._days: dict[Holder, _Days] = {holder: {} for holder in _STAGES}

    def count(self, case: str, stage_days: StageDays) -> None:
        """Add a question to the stages at which it spent a day."""
        for holder, days in stage_days:
            if days:
                self._days[holder].setdefault(days, []).append(case)

    def lengths(self) -> Mapping[str, Length]:
        """Return how long questions were at each stage."""
        return {ident: length_of(ident, self._days[holder]) for holder, ident in _STAGES.items()}


def _lines_of_challenge(one: ChallengeFacts, as_at: dt.date) -> Iterator[str]:
    if one.kind is ChallengeKind.TRIBUNAL:
        yield "appeals"
        return
    name = "reviews" if one.kind is ChallengeKind.REVIEW else "complaints"
    is_review = one.kind is ChallengeKind.REVIEW
    yield name
    if one.is_withdrawn:
        yield f"{name}_withdrawn"
        return
    if is_review:
        yield "reviews_owed"
    if one.decided_on is None:
        yield f"{name}_open"
        if is_review and one.due_on is not None and as_at > one.due_on:
            yield "reviews_open_late"
        return
    if is_review:
        yield "reviews_completed"
        is_late = one.due_on is not None and one.decided_on > one.due_on
        yield "reviews_late" if is_late else "reviews_in_time"
    else:
        yield "complaints_decided"
    # Without a finding none of the outcomes counts it, and the check of their sum shows that.
    if one.findings:
        yield f"{name}_{_found(one.findings)}"


def _found(findings: frozenset[Finding]) -> str:
    if findings == {Finding.UPHELD}:
        return "upheld"
    return "overturned" if findings == {Finding.OVERTURNED} else "part"


def _lines(behind: dict[str, list[str]]) -> Iterator[Line]:
    """Yield the lines in their order, the grounds after their denominator, those relied on most first."""
    limbs = sorted((one for one in behind if one.startswith(LIMB)), key=_by_count(behind))
    for ident in definitions():
        yield _line(ident, behind)
        if ident == "refused":
            yield from (_line(limb, behind) for limb in limbs)


def _by_count(behind: dict[str, list[str]]) -> Callable[[str], tuple[int, str]]:
    return lambda ident: (-len(behind[ident]), ident)


def _line(ident: str, behind: dict[str, list[str]]) -> Line:
    of = definition_of(ident).of
    return Line(ident, len(behind[ident]), len(behind[of]) if of else None, tuple(behind[ident]))
