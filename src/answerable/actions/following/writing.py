"""Take in what whoever asked writes on the page of their request: a message that an officer looks at."""

import datetime as dt

from django.db import transaction

from answerable.actions.casework.locking import locked_request
from answerable.actions.casework.taking_in import Arrival, file_message, keep_message
from answerable.queries.following.links import request_followed
from answerable.reading.request_forms import RequestForm, form_bytes

LONGEST_MESSAGE = 20_000


def write_message(token: str, text: str, *, key: str, at: dt.datetime) -> bool:
    """Keep what whoever asked writes, once under its key; return whether it is new.

    :raises LinkNotOurs: if the link is forged.
    :raises LinkReplaced: if a newer link ended it.
    """
    asked = request_followed(token)
    form = RequestForm(
        name=asked.requester.name,
        address=asked.requester.address,
        postal=asked.requester.postal,
        subject=f"About {asked.reference}",
        text=text,
        language=asked.language,
    )
    source = f"link of {asked.reference}"
    data = form_bytes(form)
    with transaction.atomic():
        request = locked_request(asked.reference)
        arrival = Arrival("message.json", "web", source=source, key=f"{key} {text}")
        stored = keep_message(data, arrival, by=source, at=at)
        if stored.reference is not None:
            return False
        file_message(stored.pk, request, at=at)
    return True
