"""Send whoever asked a new link to their request, and let the files of a letter be fetched for longer."""

import datetime as dt

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.actions.casework.telling import tell
from answerable.actions.follow_links import renewed_link
from answerable.actions.outbox import Mail, write_mail
from answerable.domain.clock import Holidays
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.domain.roles.people import REQUESTER
from answerable.queries.following.links import delivery_linked
from answerable.records.casework.models import DeliveryLink, Request

_LONGEST = dt.timedelta(days=365)
_WORDS = {
    "en": (
        "Your link to request {reference}",
        "Somebody asked for a new link to request {reference}. Here it is. Earlier links no longer "
        "work.\n\nIf it was not you, nobody but you was sent it, and there is nothing to do.\n",
    ),
    "cy": (
        "Eich dolen i gais {reference}",
        "Gofynnodd rhywun am ddolen newydd i gais {reference}. Dyma hi. Nid yw dolenni cynharach yn "
        "gweithio mwyach.\n\nOs nad chi ofynnodd, ni chafodd neb ond chi hi, ac nid oes dim i'w wneud.\n",
    ),
}


def ask_new_link(reference: str, address: str, *, at: dt.datetime, table: Holidays) -> None:
    """Send a new link to whoever made a request, if they write from the address that it came from.

    Nothing tells them apart who ask for a request that is there and for one that is not.
    """
    theirs = Request.objects.filter(
        reference=reference.strip(), requester__address__iexact=address.strip()
    )
    if address.strip() and theirs.exists():
        send_new_link(reference.strip(), doing=Doing(REQUESTER, at, table))


def send_new_link(reference: str, *, doing: Doing) -> None:
    """Send whoever asked a new link to their request, which ends the one before.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or no address is known.
    """
    with transaction.atomic():
        request = request_for(reference, Move.SEND_LINK, doing)
        if not request.requester.address:
            message = "No e-mail address is known: a link can be sent by e-mail only"
            raise MoveNotAllowed(message)
        renewed_link(request, at=doing.at)
        subject, text = _WORDS["cy" if request.language == "cy" else "en"]
        mail = Mail(
            key=f"link {reference} {doing.at:%Y-%m-%dT%H:%M:%S.%f}",
            address=request.requester.address,
            subject=subject.format(reference=reference),
            text=text.format(reference=reference),
        )
        # The link itself is put behind these words when the mail leaves: it stands in no table.
        write_mail(mail, at=doing.at, request=request)
        tell("link sent", reference, doing)


def extend_delivery(reference: str, number: int, *, until: dt.date, doing: Doing) -> None:
    """Let the files of a letter be fetched until another day.

    :raises RequestNotFound: if there is no such request, or no files of that letter are fetched by a link.
    :raises MoveNotAllowed: if they may not, or the day is past, or more than a year away.
    """
    with transaction.atomic():
        request = request_for(reference, Move.SEND_LINK, doing)
        found = DeliveryLink.objects.select_for_update().filter(letter__request=request)
        link = found.filter(letter__number=number).first()
        if link is None:
            message = f"The files of letter {number} of {reference} are not fetched by a link"
            raise RequestNotFound(message)
        if not doing.on <= until <= doing.on + _LONGEST:
            message = f"Choose a day from {doing.on} to {doing.on + _LONGEST}: {until} is none"
            raise MoveNotAllowed(message)
        link.ends_on = until
        link.save(update_fields=["ends_on"])
        tell("delivery extended", reference, doing, {"letter": number, "until": str(until)})


def delivery_opened(token: str, *, at: dt.datetime, today: dt.date) -> None:
    """Keep when somebody first looked at the files that are fetched by a link.

    :raises LinkNotOurs: if the link is forged.
    :raises LinkReplaced: if a newer link ended it.
    """
    link, _ = delivery_linked(token, today=today)
    DeliveryLink.objects.filter(pk=link.pk, opened_at__isnull=True).update(opened_at=at)
