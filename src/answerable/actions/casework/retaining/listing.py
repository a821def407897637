"""List what was kept for its time: one person lists it, another approves the list, each can be spared."""

from django.db import IntegrityError, transaction
from django.db.models import Max

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.telling import tell
from answerable.actions.ledger import record
from answerable.domain.retention import Kept, Schedule
from answerable.domain.roles import (
    NO_REQUEST,
    Move,
    MoveNotAllowed,
    Situation,
    Stage,
    check_move,
)
from answerable.queries.casework.retention import requests_to_go
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import DisposalItem, DisposalList, Request

_IN_HAND = (DisposalList.State.LISTED, DisposalList.State.APPROVED)
_LISTED = DisposalItem.State.LISTED


class DisposalNotFound(Exception):
    """There is no such list, or no such request on it."""


def list_disposal(*, schedule: Schedule, doing: Doing) -> int:
    """List every request that may go today and stands on no other list; return the list's number.

    :raises MoveNotAllowed: if they may not, nothing is due, or somebody else lists at the same moment.
    """
    check_move(Move.LIST_DISPOSAL, actor=doing.by, situation=NO_REQUEST)
    # Read before the transaction: it takes long, and each is looked at again when it goes.
    due = list(requests_to_go(schedule=schedule, viewer=doing.by, on=doing.on))
    try:
        with transaction.atomic():
            return _listed(due, doing)
    except IntegrityError as problem:
        message = "Somebody else made a list at the same moment: look at that one first"
        raise MoveNotAllowed(message) from problem


def spare_request(number: int, reference: str, *, reason: str, doing: Doing) -> None:
    """Take a request off a list, with a reason: it stays, and can be listed again another time.

    :raises DisposalNotFound: if there is no such list, or the request is not on it.
    :raises MoveNotAllowed: if they may not, do not say why, or it was disposed of already.
    """
    check_move(Move.LIST_DISPOSAL, actor=doing.by, situation=NO_REQUEST)
    if not reason.strip():
        message = "Say why: the reason is kept in the ledger"
        raise MoveNotAllowed(message)
    with transaction.atomic():
        disposal = _locked(number)
        item = disposal.items.select_for_update().filter(reference=reference).first()
        if item is None or not may_see_items([reference], doing):
            message = f"{reference} is not on disposal list {number}"
            raise DisposalNotFound(message)
        if item.state != _LISTED or disposal.state not in _IN_HAND:
            message = f"{reference} cannot be spared any more: it is {item.state}"
            raise MoveNotAllowed(message)
        item.state, item.because = DisposalItem.State.SPARED, reason.strip()
        item.save()
        tell("request spared", reference, doing, {"list": number, "reason": reason.strip()})


def approve_disposal(number: int, *, doing: Doing) -> None:
    """Approve a list that somebody else made: the worker disposes of what stands on it.

    :raises DisposalNotFound: if there is no such list.
    :raises MoveNotAllowed: if they may not, made it themselves, may not see all of it, or it is empty.
    """
    with transaction.atomic():
        disposal = _locked(number)
        made = Situation(Stage.OPEN, writers=frozenset({disposal.listed_by}))
        check_move(Move.APPROVE_DISPOSAL, actor=doing.by, situation=made)
        _check_listed(disposal)
        listed = list(disposal.items.filter(state=_LISTED).values_list("reference", flat=True))
        if not listed:
            message = "Every request on it was spared: there is nothing to approve"
            raise MoveNotAllowed(message)
        if not may_see_items(listed, doing):
            message = (
                "The list holds requests that are restricted to others: somebody who is named in "
                "them must approve it, or make a list without them"
            )
            raise MoveNotAllowed(message)
        disposal.state = DisposalList.State.APPROVED
        disposal.approved_by, disposal.approved_at = doing.by.key, doing.at
        disposal.save()
        _tell("disposal approved", disposal, doing, {"requests": len(listed)})


def drop_disposal(number: int, *, doing: Doing) -> None:
    """Drop a list that nobody approved yet; what stands on it can be listed again.

    :raises DisposalNotFound: if there is no such list.
    :raises MoveNotAllowed: if they may not, or it was approved already.
    """
    check_move(Move.LIST_DISPOSAL, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        disposal = _locked(number)
        _check_listed(disposal)
        disposal.state = DisposalList.State.DROPPED
        disposal.save()
        _tell("disposal dropped", disposal, doing, {})


def may_see_items(references: list[str], doing: Doing) -> bool:
    """Return whether somebody may see every request of a list that is still there."""
    there = Request.objects.filter(reference__in=references).count()
    return requests_seen_by(doing.by).filter(reference__in=references).count() == there


def _listed(due: list[tuple[Request, Kept]], doing: Doing) -> int:
    on_lists = set(
        DisposalItem.objects.filter(state=_LISTED, disposal__state__in=_IN_HAND).values_list(
            "reference", flat=True
        )
    )
    fresh = [(request, kept) for request, kept in due if request.reference not in on_lists]
    if not fresh:
        message = "Nothing is due today: what was kept for its time is held, or on a list already"
        raise MoveNotAllowed(message)
    last = DisposalList.objects.aggregate(last=Max("number"))["last"] or 0
    disposal = DisposalList.objects.create(
        number=last + 1, listed_by=doing.by.key, listed_at=doing.at
    )
    DisposalItem.objects.bulk_create(
        DisposalItem(
            disposal=disposal,
            reference=request.reference,
            rule=kept.rule.end.value,
            closed_on=kept.closed_on,
            due_on=kept.due_on,
        )
        for request, kept in fresh
    )
    _tell("disposal listed", disposal, doing, {"requests": len(fresh)})
    return disposal.number


def _locked(number: int) -> DisposalList:
    found = DisposalList.objects.select_for_update().filter(number=number).first()
    if found is None:
        message = f"There is no disposal list {number}"
        raise DisposalNotFound(message)
    return found


def _check_listed(disposal: DisposalList) -> None:
    if disposal.state != DisposalList.State.LISTED:
        message = f"Disposal list {disposal.number} is {disposal.state}: it cannot be changed"
        raise MoveNotAllowed(message)


def _tell(action: str, disposal: DisposalList, doing: Doing, data: dict[str, object]) -> None:
    subject = f"disposal list {disposal.number}"
    record(action, subject=subject, by=doing.by.key, at=doing.at, data=data)
