"""Who reads or does something on a page, when, for which body and on which calendar."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from answerable.actions.casework import Doing
from answerable.domain.roles import NO_REQUEST, Actor, Move, why_not
from answerable.queries.calendars import holidays
from answerable.web import staff


def doing_of(request: HttpRequest, move: Move | None = None) -> Doing:
    """Return what every action of this page is given.

    A page about no one request names the move that it needs; one about a request asks of that request.

    :raises PermissionDenied: if their roles do not let them make the move; the message says why.
    """
    who = staff.actor(request)
    refusal = refused(who, move) if move else ""
    if refusal:
        raise PermissionDenied(refusal)
    return Doing(who, timezone.now(), holidays(), settings.ANSWERABLE_AUTHORITY)


def refused(who: Actor, move: Move) -> str:
    """Return why somebody's roles do not let them make a move with any request; nothing if they do."""
    return why_not(move, actor=who, situation=NO_REQUEST)
