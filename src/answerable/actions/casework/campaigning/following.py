"""Do with the members of a campaign what was done with its model; a trial says what would happen."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db import transaction

from answerable.actions.casework.clearing import check_draft, clear_draft
from answerable.actions.casework.deciding import (
    DecisionNotLawful,
    Draft,
    latest,
    put_forward,
    write_decision,
)
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.lettering import LetterNotComplete, rendered, send_letter
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.domain.clock import ClockRefused, OutsideCalendar
from answerable.domain.decisions.letters import Office
from answerable.domain.decisions.particulars import particulars_of
from answerable.domain.decisions.written import decision_of
from answerable.domain.precedent.taken import taken_of
from answerable.domain.questions.alike import is_same_question
from answerable.domain.questions.blind import Identity, names_requester
from answerable.domain.roles import Move, MoveNotAllowed, Stage
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.letters import drafts_of
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import CampaignMember, DecisionVersion, Question, Request

_REFUSALS = (
    ClockRefused,
    DecisionNotLawful,
    LetterNotComplete,
    MoveNotAllowed,
    OutsideCalendar,
    RequestNotFound,
)
_SAID = ("answer", "caveats", "tables", "decision", "particulars")


class Act(StrEnum):
    """What members do as their model did."""

    WRITE = "write"
    CHECK = "check"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of one member, or would: which of its questions, or why nothing.

    `others` are those that no decision of the model fits: they are answered by themselves.
    """

    reference: str
    labels: tuple[str, ...] = ()
    problem: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pair:
    """A question of a member, and the model's decision of the same words."""

    question: Question
    version: DecisionVersion


def follow_model(model: str, act: Act, *, doing: Doing, is_trial: bool) -> tuple[Followed, ...]:
    """Write and put forward the model's decisions for every member, check them, or clear them.

    Each member is done whole or said why not: one that cannot be stops no other. Whoever may not check
    or clear the decision of one question may not do it here, either. A trial changes nothing.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if it is the model of no campaign.
    """
    references = _members(model, doing)
    return tuple(_followed(model, one, act, doing, is_trial=is_trial) for one in references)


def send_alike(model: str, *, office: Office, doing: Doing) -> Iterator[Followed]:
    """Let the letters of all members leave by mail, one after another, and yield what became of each.

    Each is rendered and frozen by itself: whoever is stopped begins again, and nothing leaves twice.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if it is the model of no campaign.
    """
    for reference in _members(model, doing):
        try:
            yield _sent(reference, office, doing)
        except _REFUSALS as problem:
            yield Followed(reference, problem=str(problem))


def _members(model: str, doing: Doing) -> list[str]:
    """Return the members that somebody may see: a restricted one is named to nobody else."""
    with transaction.atomic():
        found = request_for(model, Move.SEE, doing)
        members = CampaignMember.objects.filter(campaign__model=found)
        seen = members.filter(request__in=requests_seen_by(doing.by))
        references = list(
            seen.order_by("request__reference").values_list("request__reference", flat=True)
        )
        is_campaign = members.exists()
    if not is_campaign:
        message = f"{model} is the model of no campaign"
        raise MoveNotAllowed(message)
    return references


def _followed(model: str, reference: str, act: Act, doing: Doing, *, is_trial: bool) -> Followed:
    try:
        with transaction.atomic():
            followed = _do(model, reference, act, doing)
            transaction.set_rollback(is_trial)
    except _REFUSALS as problem:
        return Followed(reference, problem=str(problem))
    return followed if followed.labels else replace(followed, problem=_NOTHING[act])


_NOTHING = {
    Act.WRITE: "No open question of it is in the words of one that the model decided",
    Act.CHECK: "No draft of it is the model's",
    Act.CLEAR: "No checked draft of it is the model's",
}


def _do(model: str, reference: str, act: Act, doing: Doing) -> Followed:
    held = {one: request_for(one, Move.SEE, doing) for one in sorted((model, reference))}
    pairs = list(_pairs(held[model], held[reference]))
    others = _others(held[reference], pairs)
    if act is Act.WRITE:
        written = _write(reference, pairs, identity_of(held[model]), doing)
        return Followed(reference, written, others=others)
    stage, move = _CLEARANCE[act]
    labels, seen = _same(pairs, stage)
    move(reference, labels, doing=doing, seen=seen)
    return Followed(reference, labels, others=others)


_CLEARANCE: Mapping[Act, tuple[Stage, Callable[..., None]]] = {
    Act.CHECK: (Stage.DRAFTED, check_draft),
    Act.CLEAR: (Stage.CHECKED, clear_draft),
}
"""At which stage drafts are moved on, and by which action."""


def _pairs(model: Request, member: Request) -> Iterator[_Pair]:
    """Yield the questions of a member that the model decided in the same words."""
    decided = [
        (one, version)
        for one in model.questions.order_by("place")
        if one.stage not in (Stage.OPEN, Stage.CLOSED) and (version := latest(one))
    ]
    for question in member.questions.order_by("place"):
        for one, version in decided:
            if is_same_question(question.text, one.text):
                _check_no_files(one)
                yield _Pair(question, version)
                break


def _others(member: Request, pairs: list[_Pair]) -> tuple[str, ...]:
    open_ones = member.questions.filter(stage=Stage.OPEN).order_by("place")
    paired = {pair.question.pk for pair in pairs}
    return tuple(one.label for one in open_ones if one.pk not in paired)


def _check_no_files(question: Question) -> None:
    if question.files.exists():
        name = f"Question {question.label}" if question.label else "The question"
        message = f"{name} of the model has files: files are bound to one request, so answer this by itself"
        raise MoveNotAllowed(message)


def _check_blind(pair: _Pair, identity: Identity) -> None:
    """Refuse to tell many people who asked the model."""
    if any(names_requester(text, identity) for text in _texts_in(pair.version)):
        name = pair.question.label
        message = (
            f"The model's decision of question {name or '1'} names who asked it, and others would read that: "
            "say it without them"
        )
        raise MoveNotAllowed(message)


def _texts_in(said: object) -> Iterator[str]:
    """Yield the texts of a decision, however deep they stand in it."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, DecisionVersion):
        yield from (text for one in _SAID for text in _texts_in(getattr(said, one)))
    elif isinstance(said, Mapping):
        yield from _texts_in(list(said.values()))
    elif isinstance(said, Sequence):
        yield from (text for one in said for text in _texts_in(one))


def _write(reference: str, pairs: list[_Pair], identity: Identity, doing: Doing) -> tuple[str, ...]:
    applied: dict[str, int] = {}
    for pair in pairs:
        if pair.question.stage == Stage.OPEN:
            _check_blind(pair, identity)
            write_decision(reference, pair.question.label, _draft(pair.version), doing=doing)
            applied[pair.question.label] = pair.version.number
    put_forward(reference, list(applied), doing=doing)
    if applied:
        member = CampaignMember.objects.get(request__reference=reference)
        member.applied, member.applied_at = {**member.applied, **applied}, doing.at
        member.save()
    return tuple(applied)


def _draft(version: DecisionVersion) -> Draft:
    return Draft(
        decision_of(version.decision),
        version.answer,
        version.caveats,
        tuple(version.tables),
        particulars_of(version.particulars),
        taken_of(version.taken_from),
    )


def _same(pairs: list[_Pair], stage: Stage) -> tuple[tuple[str, ...], dict[str, int]]:
    """Return the questions at a stage whose decision is word for word the model's, and its version."""
    seen = {
        pair.question.label: version.number
        for pair in pairs
        if pair.question.stage == stage
        and (version := latest(pair.question))
        and all(getattr(version, one) == getattr(pair.version, one) for one in _SAID)
    }
    return tuple(seen), seen


def _sent(reference: str, office: Office, doing: Doing) -> Followed:
    drafts = drafts_of(reference, office=office, table=doing.table, on=doing.on)
    if not drafts:
        return Followed(reference, problem="Nothing of it is cleared, or it has left already")
    labels: list[str] = []
    for one in drafts:
        send_letter(reference, one.kind, rendered(one), way="email", office=office, doing=doing)
        labels += one.labels
    return Followed(reference, tuple(labels))
