"""Write mail that is to leave, in the transaction of what it tells of: it leaves exactly if that is done."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

from answerable.records.casework.models import Contribution, Letter, Outgoing, Request


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that is to leave: `key` names what it is for, so that it is written once.

    `headers` are those besides the usual; to whom one that `is_private` goes, nobody here is shown.
    """

    key: str
    address: str
    subject: str
    text: str
    headers: Mapping[str, str] = field(default_factory=dict)
    is_private: bool = False


def write_mail(
    mail: Mail,
    *,
    at: dt.datetime,
    request: Request | None = None,
    letter: Letter | None = None,
    contribution: Contribution | None = None,
) -> None:
    """Put a mail into the outbox, once however often it is written; a worker sends it.

    :raises RuntimeError: if no transaction is open.
    """
    if not connection.in_atomic_block:
        message = f"The mail {mail.key} must be written in the transaction of what it tells of"
        raise RuntimeError(message)
    Outgoing.objects.get_or_create(
        key=mail.key,
        defaults={
            "request": request,
            "letter": letter,
            "contribution": contribution,
            "address": mail.address,
            "headers": dict(mail.headers),
            "is_private": mail.is_private,
            # A line break would begin another header.
            "subject": " ".join(mail.subject.split())[:300],
            "text": mail.text,
            "message_id": _message_id(mail.key),
            "written_at": at,
            "next_at": at,
        },
    )


def _message_id(key: str) -> str:
    """Return the same id for the same mail: who gets it twice sees that it is one."""
    host = urlsplit(settings.ANSWERABLE_ADDRESS).hostname or "localhost"
    digest = hashlib.sha256(f"{settings.SECRET_KEY}:{key}".encode()).hexdigest()[:32]
    return f"<{digest}@{host}>"
