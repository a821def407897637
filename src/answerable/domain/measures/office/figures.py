"""The office's figures: each line with its numerator, its denominator, and the cases behind it."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
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
    QuestionFacts,
    RequestFacts,
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
    behind: dict[str, list[str]] = {name: [] for name in definitions()}
    lengths: dict[str, list[tuple[int, str]]] = {name: [] for name in length_definitions()}
    for case, questions in _cases(facts.requests, unit):
        for ident in lines_of(questions):
            behind.setdefault(ident, []).append(case)
        _measure(lengths, case, questions)
    for request in facts.requests:
        _measure_stages(lengths, request)
    behind["left_out"] += facts.left_out
    for one in facts.challenges:
        for ident in _lines_of_challenge(one, facts.as_at):
            behind[ident].append(one.reference)
    return Figures(
        unit=unit,
        as_at=facts.as_at,
        lines=tuple(_lines(behind)),
        lengths=tuple(length_of(ident, values) for ident, values in lengths.items()),
    )


def _cases(
    requests: Sequence[RequestFacts], unit: Unit
) -> Iterator[tuple[str, Sequence[QuestionFacts]]]:
    for request in requests:
        if unit is Unit.REQUEST:
            yield request.reference, request.questions
            continue
        for question in request.questions:
            yield _name(request, question), (question,)


def _name(request: RequestFacts, question: QuestionFacts) -> str:
    return f"{request.reference}/{question.label}" if question.label else request.reference


def _measure(
    lengths: dict[str, list[tuple[int, str]]], case: str, questions: Sequence[QuestionFacts]
) -> None:
    taken, extension = days_of(questions), extension_of(questions)
    if taken is not None:
        lengths["days_to_answer"].append((taken, case))
    if extension is not None:
        lengths["days_extended"].append((extension, case))


def _measure_stages(lengths: dict[str, list[tuple[int, str]]], request: RequestFacts) -> None:
    """Add how long each question was where: always by question, as each goes its own way."""
    for question in request.questions:
        for holder, days in question.stage_days:
            if days:
                lengths[_STAGES[holder]].append((days, _name(request, question)))


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
