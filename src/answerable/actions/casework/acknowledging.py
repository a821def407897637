"""Acknowledge what came in: once for each request, and never to a machine."""

import datetime as dt

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.telling import tell
from answerable.actions.follow_links import follow_link
from answerable.actions.outbox import Mail, write_mail
from answerable.domain.clock import OutsideCalendar
from answerable.domain.decisions.letters import Letter, Office
from answerable.domain.roles import NO_REQUEST, Move, Stage, check_move, why_not
from answerable.publishing.letters import letter_text
from answerable.queries.casework.acknowledgements import acknowledgement_of
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import Message, Request

_NEWS_FOR = dt.timedelta(days=30)
"""Later an acknowledgement tells nothing new: what was brought in from an older system gets none."""
_A_DAY = dt.timedelta(days=1)
_MOST_A_DAY = 10
"""To one address: two machines that answer each other must come to rest, whatever they say they are."""


def acknowledge_waiting(*, office: Office, doing: Doing) -> int:
    """Acknowledge every new request that can be, each in its own transaction; return how many.

    What a machine sent gets none, and neither does a request without an address. One whose date
    cannot be counted yet waits.

    :raises MoveNotAllowed: if they may not acknowledge.
    """
    check_move(Move.ACKNOWLEDGE, actor=doing.by, situation=NO_REQUEST)
    waiting = list(_waiting(doing.at).order_by("pk").values_list("pk", flat=True))
    return sum(_acknowledge(pk, office, doing) for pk in waiting)


def _waiting(at: dt.datetime) -> QuerySet[Request]:
    first = Message.objects.filter(request=OuterRef("pk")).order_by("pk")
    new = Request.objects.filter(
        acknowledged_at__isnull=True, received_on__gte=(at - _NEWS_FOR).date(), stage=Stage.OPEN
    )
    by_people = new.annotate(is_by_machine=Subquery(first.values("is_automatic")[:1]))
    return by_people.exclude(is_by_machine=True).exclude(requester__address="")


def _acknowledge(pk: int, office: Office, doing: Doing) -> bool:
    """Acknowledge a request, unless it is closed by now, or somebody has done so meanwhile."""
    with transaction.atomic():
        request = _waiting(doing.at).select_for_update(of=("self",)).filter(pk=pk).first()
        if request is None or _had_enough(request, doing.at):
            return False
        if why_not(Move.ACKNOWLEDGE, actor=doing.by, situation=situation_of(request)):
            return False
        letter = _letter(request, office, doing)
        if letter is None:
            return False
        request.acknowledged_at = doing.at
        request.save(update_fields=["acknowledged_at"])
        mail = Mail(
            key=f"acknowledgement {request.reference}",
            address=request.requester.address,
            subject=letter.title,
            text=letter_text(letter),
        )
        follow_link(request, at=doing.at)
        write_mail(mail, at=doing.at, request=request)
        tell("request acknowledged", request.reference, doing)
    return True


def _had_enough(request: Request, at: dt.datetime) -> bool:
    """Return whether as many acknowledgements as can be meant for a person went there in one day."""
    of_requester = Request.objects.filter(requester__address=request.requester.address)
    return of_requester.filter(acknowledged_at__gt=at - _A_DAY).count() >= _MOST_A_DAY


def _letter(request: Request, office: Office, doing: Doing) -> Letter | None:
    try:
        return acknowledgement_of(request, office=office, table=doing.table, on=doing.on)
    except OutsideCalendar:
        return None
