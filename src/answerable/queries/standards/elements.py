"""One element as staff see it: its history, its story, its evidence, and what is to be done."""

import datetime as dt
from dataclasses import dataclass

from answerable.domain.assurance import Element, Framework, Level, framework_of
from answerable.domain.roles import Move, Role, rule
from answerable.queries.accounts.naming import person_names
from answerable.queries.accounts.people import people
from answerable.queries.standards.found import found_in
from answerable.queries.standards.improving import ActionRow, actions_of
from answerable.queries.standards.rounds import PassageRow, RoundRow, every_round, passage_row
from answerable.records.standards.models import (
    ElementOwner,
    ElementResult,
    Evidence,
    RoundPassage,
    Storyboard,
)


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """What a round gave the element."""

    round: RoundRow
    level: Level | None
    is_inferred: bool


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A version of the storyboard."""

    text: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A piece of evidence; `stands` says in words what the inspection of its file came to.

    `inspected_at` is when it was inspected last, None if it never was.
    """

    number: int
    title: str
    note: str
    address: str
    file_name: str
    size: int
    dated_on: dt.date
    by: str
    stands: str
    inspected_at: dt.datetime | None
    is_undecided: bool
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WholeElement:
    """Everything that is known of an element."""

    framework: Framework
    element: Element
    owner: str
    owner_name: str
    history: tuple[HistoryRow, ...]
    passages: tuple[tuple[RoundRow, PassageRow], ...]
    stories: tuple[StoryRow, ...]
    evidence: tuple[EvidenceRow, ...]
    actions: tuple[ActionRow, ...]


def whole_element(framework: Framework, number: str, *, today: dt.date) -> WholeElement | None:
    """Return everything that is known of an element, or None if the framework has none of that number."""
    element = framework.element(number)
    if element is None:
        return None
    key = framework.key
    rounds = {one.number: one for one in every_round() if one.framework == key}
    owner = ElementOwner.objects.filter(framework=key, element=number).first()
    said = list(Storyboard.objects.filter(framework=key, element=number).order_by("-pk"))
    evidence = list(
        Evidence.objects.filter(framework=key, elements__contains=f" {number} ", taken_back_at=None)
        .defer("data")
        .order_by("-dated_on", "-pk")
    )
    keys = [one.by for one in said] + [one.added_by for one in evidence]
    names = person_names([*keys, owner.owner if owner else ""])
    return WholeElement(
        framework=framework,
        element=element,
        owner=owner.owner if owner else "",
        owner_name=names.get(owner.owner, owner.owner) if owner else "",
        history=_history(number, rounds),
        passages=_passages(number, rounds),
        stories=tuple(StoryRow(one.text, names.get(one.by, one.by), one.at) for one in said),
        evidence=tuple(_evidence(one, names) for one in evidence),
        actions=actions_of(key, number, today=today),
    )


def who_may_write() -> tuple[tuple[str, str], ...]:
    """Return the keys and names of those who may look after elements, by name."""
    roles: frozenset[Role] = frozenset(rule(Move.WRITE_ELEMENT).roles)
    return tuple(
        (one.email, one.name) for one in people() if one.is_active and roles & frozenset(one.roles)
    )


def evidence_file(number: int) -> tuple[str, bytes] | None:
    """Return the name and the bytes of a piece of evidence that counts and is a file, or None."""
    found = Evidence.objects.filter(pk=number, taken_back_at=None).exclude(sha256="").first()
    return (found.file_name, bytes(found.data)) if found else None


def _history(number: str, rounds: dict[int, RoundRow]) -> tuple[HistoryRow, ...]:
    found = ElementResult.objects.filter(element=number, round__in=rounds)
    rows = [
        HistoryRow(
            rounds[one.round_id],
            framework_of(one.round.framework.declaration).level(one.level),
            one.is_inferred,
        )
        for one in found.select_related("round__framework").defer("round__report")
    ]
    return tuple(sorted(rows, key=lambda one: one.round.held_on, reverse=True))


def _passages(number: str, rounds: dict[int, RoundRow]) -> tuple[tuple[RoundRow, PassageRow], ...]:
    found = RoundPassage.objects.filter(round__in=rounds, elements__contains=f" {number} ")
    rows = [(rounds[one.round_id], passage_row(one)) for one in found.order_by("place")]
    return tuple(sorted(rows, key=lambda one: one[0].held_on, reverse=True))


def _evidence(one: Evidence, names: dict[str, str]) -> EvidenceRow:
    verdict = Evidence.Verdict(one.verdict)
    words = {
        Evidence.Verdict.NONE: "waits to be inspected",
        Evidence.Verdict.CLEAR: "inspected: nothing was found",
        Evidence.Verdict.FINDINGS: "inspected: something was found in it",
        Evidence.Verdict.CANNOT_SAY: "cannot be inspected: it stays out of the pack",
    }[verdict]
    if one.inspected_at and verdict is Evidence.Verdict.NONE:
        words = "waits to be inspected again, by newer rules"
    elif one.decided_by:
        words = f"goes into the pack: {one.decided_reason}"
    if not one.sha256:
        words = "an address: nothing to inspect"
    return EvidenceRow(
        number=one.pk,
        title=one.title,
        note=one.note,
        address=one.address,
        file_name=one.file_name,
        size=one.size,
        dated_on=one.dated_on,
        by=names.get(one.added_by, one.added_by),
        stands=words,
        inspected_at=one.inspected_at,
        is_undecided=verdict is Evidence.Verdict.FINDINGS and not one.decided_by,
        found=found_in(one.report),
    )
