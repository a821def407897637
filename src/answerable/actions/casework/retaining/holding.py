"""Hold a request back from disposal, and lift that again."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import request_for
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.records.casework.models import Hold


def hold_request(reference: str, *, reason: str, doing: Doing) -> None:
    """Keep a request beyond its time, until somebody lifts that.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, do not say why, or it is held already.
    """
    with transaction.atomic():
        request = request_for(reference, Move.HOLD, doing, reason=reason)
        if request.holds.filter(lifted_at=None).exists():
            message = "It is held already: lift that first, if the reason is another one"
            raise MoveNotAllowed(message)
        Hold.objects.create(request=request, because=reason.strip(), by=doing.by.key, at=doing.at)
        tell("request held", reference, doing, {"reason": reason.strip()})


def lift_hold(reference: str, *, reason: str, doing: Doing) -> None:
    """Let a request go when its time is over.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, do not say why, or it is not held.
    """
    with transaction.atomic():
        request = request_for(reference, Move.HOLD, doing, reason=reason)
        hold = request.holds.filter(lifted_at=None).first()
        if hold is None:
            message = "It is not held: there is nothing to lift"
            raise MoveNotAllowed(message)
        hold.lifted_by, hold.lifted_at = doing.by.key, doing.at
        hold.lifted_because = reason.strip()
        hold.save()
        tell("hold lifted", reference, doing, {"reason": reason.strip()})
