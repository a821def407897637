"""Show a request to named people only, or to everybody again."""

from collections.abc import Sequence

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import request_for
from answerable.actions.casework.publishing.steps import halt
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Move
from answerable.records.casework.models import LogDraft, LogStep, NamedPerson, Request

_STOPPED = "The request was restricted after this was asked for: ask again, if it may stand in the log all the same"


def restrict_request(reference: str, *, people: Sequence[str], reason: str, doing: Doing) -> None:
    """Show a request to the people of these keys only, to its officer, and to whoever does this.

    An entry of it that waits to be published waits no more: somebody who may see it asks for that again.

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
        _keep_from_log(request)
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


def _keep_from_log(request: Request) -> None:
    draft = LogDraft.objects.select_for_update().filter(request=request).first()
    if draft is None:
        return
    for step in draft.steps.filter(act=LogStep.Act.PUBLISH, state=LogStep.State.WAITING):
        halt(step, draft, _STOPPED)


def _set(request: Request, *, is_restricted: bool) -> None:
    request.is_restricted = is_restricted
    request.save(update_fields=["is_restricted"])
