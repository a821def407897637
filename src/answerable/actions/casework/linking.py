"""Say that two requests belong together, and why; or that they do not."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import request_for
from answerable.actions.casework.telling import tell
from answerable.domain.clock.aggregating import why_not_together
from answerable.domain.questions.linking import LinkKind
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.records.casework.models import Request, RequestLink


def link_requests(reference: str, other: str, kind: LinkKind, *, doing: Doing) -> None:
    """Link a request to another one; where there is an order, the first is the later of the two.

    :raises RequestNotFound: if there is no such request, or one is restricted to others.
    :raises MoveNotAllowed: if they may not, the two are linked so already, or cannot be.
    :raises OutsideCalendar: if the days of two that are to count together are not covered.
    """
    with transaction.atomic():
        request, linked = _both(reference, other, doing)
        _check_can_be(request, linked, kind, doing)
        RequestLink.objects.create(
            request=request, other=linked, kind=kind, by=doing.by.key, at=doing.at
        )
        _tell("requests linked", request, linked, kind, doing)


def unlink_requests(reference: str, other: str, kind: LinkKind, *, doing: Doing) -> None:
    """Take the link between two requests away, whichever of them it stands with.

    :raises RequestNotFound: if there is no such request, or one is restricted to others.
    :raises MoveNotAllowed: if they may not, or the two are not linked so.
    """
    with transaction.atomic():
        request, linked = _both(reference, other, doing)
        found = _link(request, linked, kind) or _link(linked, request, kind)
        if found is None:
            message = (
                f"{reference} is not linked so to {other}: it may have been taken away already"
            )
            raise MoveNotAllowed(message)
        found.delete()
        _tell("requests unlinked", request, linked, kind, doing)


def _both(reference: str, other: str, doing: Doing) -> tuple[Request, Request]:
    """Return both requests, locked in one order whoever links which to which."""
    if reference == other:
        message = "A request is not linked to itself: give the reference of another one"
        raise MoveNotAllowed(message)
    held = {one: request_for(one, Move.LINK, doing) for one in sorted((reference, other))}
    return held[reference], held[other]


def _check_can_be(request: Request, linked: Request, kind: LinkKind, doing: Doing) -> None:
    is_there = _link(request, linked, kind) is not None
    if is_there or (kind.is_mutual and _link(linked, request, kind) is not None):
        message = f"{request.reference} is linked so to {linked.reference} already"
        raise MoveNotAllowed(message)
    if kind is LinkKind.AGGREGATED:
        received = (request.received_on, linked.received_on)
        refusal = why_not_together(received, (request.regime, linked.regime), doing.table)
        if refusal:
            raise MoveNotAllowed(refusal)


def _link(request: Request, linked: Request, kind: LinkKind) -> RequestLink | None:
    return RequestLink.objects.filter(request=request, other=linked, kind=kind).first()


def _tell(action: str, request: Request, linked: Request, kind: LinkKind, doing: Doing) -> None:
    # The line stands with the one that fewer people see.
    of, other = (linked, request) if linked.is_restricted else (request, linked)
    tell(action, of.reference, doing, {"other": other.reference, "kind": kind.value})
