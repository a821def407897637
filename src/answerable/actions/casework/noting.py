"""Note something for colleagues; say whether a request is one; see who asked."""

from dataclasses import dataclass

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import request_for
from answerable.actions.casework.telling import short_digest, tell
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.records.casework.models import Note, Validity

LONGEST_NOTE = 20_000
"""Characters: a note is for colleagues to read; what is longer is a file."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked, as far as it is known."""

    name: str
    address: str
    postal: str


def add_note(reference: str, text: str, *, doing: Doing) -> None:
    """Add a note for colleagues, once though a button is pressed twice.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or there are no words, or too many.
    """
    words = text.replace("\0", "").strip()
    if not words:
        message = "Write the note first: there is nothing in it"
        raise MoveNotAllowed(message)
    if len(words) > LONGEST_NOTE:
        message = f"A note has at most {LONGEST_NOTE:,} characters: this one has {len(words):,}"
        raise MoveNotAllowed(message)
    with transaction.atomic():
        request = request_for(reference, Move.NOTE, doing)
        last = request.notes.order_by("pk").last()
        if last is not None and (last.by, last.text) == (doing.by.key, words):
            return
        Note.objects.create(request=request, by=doing.by.key, at=doing.at, text=words)
        tell("note added", reference, doing, {"note": short_digest(words)})


def validate_request(reference: str, validity: str, *, reason: str, doing: Doing) -> None:
    """Record whether what came is a request for information (s.8): valid, unclear, or none.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or do not say why it is unclear or none.
    :raises ValueError: if there is no such validity.
    """
    said = Validity(validity)
    if said != Validity.VALID and not reason.strip():
        message = f"Say why it is {said}: colleagues and the requester will ask"
        raise MoveNotAllowed(message)
    with transaction.atomic():
        request = request_for(reference, Move.VALIDATE, doing)
        request.validity, request.validity_reason = said, reason.strip()
        request.validated_by, request.validated_at = doing.by.key, doing.at
        request.save()
        tell("request validated", reference, doing, {"validity": said.value})


def show_requester(reference: str, *, reason: str, doing: Doing) -> Asker:
    """Return who asked, and tell it in the ledger: those who decide should not need to know.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or do not say why.
    """
    with transaction.atomic():
        request = request_for(reference, Move.SEE_REQUESTER, doing, reason=reason)
        asker = request.requester
        tell("requester seen", reference, doing, {"reason": reason})
    return Asker(asker.name, asker.address, asker.postal)
