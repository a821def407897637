"""Who reads and who does something on a page for casework, on which day and calendar."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from answerable.actions.casework import Doing
from answerable.domain.roles import Actor, Move, Situation, Stage, why_not
from answerable.queries.calendars import holidays
from answerable.web import staff


def doing_of(request: HttpRequest, move: Move = Move.SEE) -> Doing:
    """Return who asks for a page, now and on the latest calendar, if their roles let them.

    :raises PermissionDenied: if not; the message says why.
    """
    viewer = staff.actor(request)
    refusal = refused(viewer, move)
    if refusal:
        raise PermissionDenied(refusal)
    return Doing(viewer, timezone.now(), holidays())


def refused(viewer: Actor, move: Move) -> str:
    """Return why somebody's roles do not let them do this with any request; nothing if they do."""
    return why_not(move, actor=viewer, situation=Situation(Stage.OPEN))
