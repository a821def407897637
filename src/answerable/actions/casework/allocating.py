"""Give requests to people: assign, take, accept, decline; one at a time or many at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Actor, Move, MoveNotAllowed, Role
from answerable.records.casework.models import Allocation, NamedPerson, Request


@dataclass(frozen=True, slots=True)
class AssignedRequest:
    """What became of one request of many that were to be assigned: nothing is wrong, or this is."""

    reference: str
    problem: str = ""


def assign_request(reference: str, *, officer: Actor | None, team: str = "", doing: Doing) -> None:
    """Assign a request to an officer, to a team, or to both; the officer then accepts or declines.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or the person works on no requests.
    """
    _check_officer(officer, team)
    with transaction.atomic():
        request = request_for(reference, Move.ASSIGN, doing)
        _give(request, officer.key if officer else "", team, doing)


def take_request(reference: str, *, doing: Doing) -> None:
    """Take a request that nobody has, and accept it at once.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or somebody has it.
    """
    with transaction.atomic():
        request = request_for(reference, Move.TAKE, doing)
        _give(request, doing.by.key, request.team, doing)
        _answer(request, Allocation.Answer.ACCEPTED, doing)


def accept_request(reference: str, *, doing: Doing) -> None:
    """Accept a request that was assigned to whoever does this.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if it was not assigned to them.
    """
    with transaction.atomic():
        request = request_for(reference, Move.ACCEPT, doing)
        if not request.is_accepted:
            _answer(request, Allocation.Answer.ACCEPTED, doing)


def decline_request(reference: str, *, reason: str, doing: Doing) -> None:
    """Give a request back that was assigned to whoever does this, with a reason.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if it was not assigned to them, or they do not say why.
    """
    with transaction.atomic():
        request = request_for(reference, Move.DECLINE, doing, reason=reason)
        _answer(request, Allocation.Answer.DECLINED, doing, reason=reason)


def assign_many(
    references: Sequence[str], *, officer: Actor | None, team: str, doing: Doing, is_trial: bool
) -> tuple[AssignedRequest, ...]:
    """Assign many requests; a trial says what would become of each, and changes nothing.

    Each is assigned or said why not: one that cannot be stops no other.

    :raises MoveNotAllowed: if the person works on no requests.
    """
    _check_officer(officer, team)
    with transaction.atomic():
        done = tuple(
            _assigned(one, officer, team, doing) for one in sorted(dict.fromkeys(references))
        )
        transaction.set_rollback(is_trial)
    return done


def _assigned(reference: str, officer: Actor | None, team: str, doing: Doing) -> AssignedRequest:
    try:
        request = request_for(reference, Move.ASSIGN, doing)
    except (RequestNotFound, MoveNotAllowed) as problem:
        return AssignedRequest(reference, str(problem))
    _give(request, officer.key if officer else "", team, doing)
    return AssignedRequest(reference)


def _check_officer(officer: Actor | None, team: str) -> None:
    if officer is None and not team:
        message = "Say to whom: an officer, a team, or both"
        raise MoveNotAllowed(message)
    if officer is not None and Role.OFFICER not in officer.roles:
        message = f"{officer.name} is no officer: choose somebody who works on requests"
        raise MoveNotAllowed(message)


def _give(request: Request, officer: str, team: str, doing: Doing) -> None:
    waiting = request.allocations.filter(answer=Allocation.Answer.OFFERED)
    waiting.update(answer=Allocation.Answer.MOVED, answered_at=doing.at)
    Allocation.objects.create(
        request=request, officer=officer, team=team, by=doing.by.key, at=doing.at
    )
    request.officer, request.team = officer, team
    request.is_accepted, request.assigned_at = False, doing.at
    request.save()
    if request.is_restricted and officer:
        NamedPerson.objects.get_or_create(request=request, key=officer)
    tell("request assigned", request.reference, doing, {"officer": officer, "team": team})


_ACTIONS = {
    Allocation.Answer.ACCEPTED: "request accepted",
    Allocation.Answer.DECLINED: "request declined",
}


def _answer(request: Request, answer: Allocation.Answer, doing: Doing, *, reason: str = "") -> None:
    accepts = answer == Allocation.Answer.ACCEPTED
    last = request.allocations.filter(answer=Allocation.Answer.OFFERED).order_by("-pk").first()
    if last is not None:
        last.answer, last.answered_at, last.reason = answer, doing.at, reason
        last.save()
    request.is_accepted = accepts
    if not accepts:
        request.officer = ""
        # Whoever saw a restricted request only because it was offered to them sees it no more.
        request.named.filter(key=doing.by.key).delete()
    request.save()
    tell(_ACTIONS[answer], request.reference, doing, {"reason": reason} if reason else {})
