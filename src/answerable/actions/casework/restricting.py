"""Show a request to named people only, or to everybody again."""

from collections.abc import Sequence

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import request_for
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Move
from answerable.records.casework.models import NamedPerson, Request


def restrict_request(reference: str, *, people: Sequence[str], reason: str, doing: Doing) -> None:
    """Show a request to the people of these keys only, to its officer, and to whoever does this.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or do not say why.
    """
    with transaction.atomic():
        request = request_for(reference, Move.RESTRICT, doing, reason=reason)
        keys = sorted({*people, request.officer, doing.by.key} - {""})
        request.named.exclude(key__in=keys).delete()
        NamedPerson.objects.bulk_create(
            (NamedPerson(request=request, key=key) for key in keys), ignore_conflicts=True
        )
        _set(request, is_restricted=True)
        tell("request restricted", request.reference, doing, {"people": keys, "reason": reason})


def lift_restriction(reference: str, *, reason: str, doing: Doing) -> None:
    """Show a request to everybody in the office again.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or do not say why.
    """
    with transaction.atomic():
        request = request_for(reference, Move.RESTRICT, doing, reason=reason)
        request.named.all().delete()
        _set(request, is_restricted=False)
        tell("restriction lifted", request.reference, doing, {"reason": reason})


def _set(request: Request, *, is_restricted: bool) -> None:
    request.is_restricted = is_restricted
    request.save(update_fields=["is_restricted"])
