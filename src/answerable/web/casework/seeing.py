"""Whether somebody may see a request at all: what is restricted is not there for others."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from answerable.domain.roles import Actor, Move, Situation, why_not


def check_sees(actor: Actor, situation: Situation) -> None:
    """Do nothing if somebody may see a request.

    :raises Http404: if it is restricted to others.
    :raises PermissionDenied: if their roles have no part in requests.
    """
    if situation.is_restricted and actor.key not in situation.named:
        raise Http404
    refusal = why_not(Move.SEE, actor=actor, situation=situation)
    if refusal:
        raise PermissionDenied(refusal)
