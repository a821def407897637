"""Mail that waits to leave, for tests."""

import datetime as dt
import hashlib

from django.db import transaction

from answerable.actions.outbox import Mail, write_mail
from answerable.records.casework.models import CaseFile, Letter, LetterFile, Outgoing, Request
from tests.support.casework import AT, arrive
from tests.support.inspecting import cleared
from tests.support.letters import make_mail

OFFICE = "The FOI team <foi@opa.example>"


def write(key="invitation 1", *, address="b@example.org", subject="Hello", at=AT, **belongs):
    """Put a mail into the outbox and return its row."""
    with transaction.atomic():
        write_mail(Mail(key, address, subject, "Words.\n.\nMore."), at=at, **belongs)
    return Outgoing.objects.get(key=key)


def leaving_letter(*, address="a.person@example.org", labels=("1",), files=()):
    """Take a request in, and put a letter on some of its questions into the outbox; return its row."""
    if not Request.objects.exists():
        arrive(make_mail())
    request = Request.objects.get()
    request.questions.filter(label__in=labels).update(stage="leaving")
    letter = Letter.objects.create(
        request=request,
        number=request.letters.count() + 1,
        kind="answer",
        labels=list(labels),
        way="email",
        title="Our answer",
        html="<p>",
        text="The answer: 12 — twelve.\n.hidden dot\n",
        pdf=b"%PDF-1.7 letter",
        made_by="an officer",
        made_at=AT,
    )
    for place, (name, kind, data) in enumerate(files):
        file = CaseFile.objects.create(
            request=request,
            name=name,
            content_type=kind,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            data=data,
            added_by="an officer",
            added_at=AT,
        )
        cleared(file)
        LetterFile.objects.create(letter=letter, file=file, place=place, sha256=file.sha256)
    key = f"letter {request.reference}/{letter.number}"
    return write(
        key, address=address, subject="Our answer 2025-0001", request=request, letter=letter
    )


def later(**span):
    """Return a moment after the one at which mail is written."""
    return AT + dt.timedelta(**span)
