"""Show a request to named people only, or to everybody again."""

from collections.abc import Sequence

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import request_for
from answerable.actions.ledger import record
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
        _tell("request restricted", request, doing, {"people": keys, "reason": reason})


def lift_restriction(reference: str, *, reason: str, doing: Doing) -> None:
    """Show a request to everybody in the office again.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or do not say why.
    """
    with transaction.atomic():
        request = request_for(reference, Move.RESTRICT, doing, reason=reason)
        request.named.all().delete()
        _set(request, is_restricted=False)
        _tell("restriction lifted", request, doing, {"reason": reason})


def _set(request: Request, *, is_restricted: bool) -> None:
    request.is_restricted = is_restricted
    request.save(update_fields=["is_restricted"])


def _tell(action: str, request: Request, doing: Doing, data: dict[str, object]) -> None:
    subject = f"request {request.reference}"
    record(action, subject=subject, by=doing.by.key, at=doing.at, data=data)
