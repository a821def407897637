"""Hold a redaction while something is done with it, on the bytes on which it was begun."""

import hashlib

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.domain.roles import Move
from answerable.records.casework.models import CaseFile, Redaction, Request

_BEING_MARKED = (Redaction.State.MARKING, Redaction.State.SENT_BACK)


class RedactionRefused(Exception):
    """This cannot be done with the file or its redaction now; the message says why, and what to do."""


def file_for(reference: str, number: int, move: Move, doing: Doing) -> CaseFile:
    """Return a file of a locked request with which somebody may do something now.

    :raises RequestNotFound: if there is no such request or file, or it is restricted to others.
    :raises MoveNotAllowed: if they may not; the message says why.
    """
    request = request_for(reference, move, doing)
    return file_of(request, number)


def file_of(request: Request, number: int) -> CaseFile:
    """Return a file of a request.

    :raises RequestNotFound: if it has no such file.
    """
    file = request.files.filter(pk=number).first()
    if file is None:
        message = f"{request.reference} has no such file"
        raise RequestNotFound(message)
    file.request = request
    return file


def redaction_for(reference: str, number: int, move: Move, doing: Doing) -> Redaction:
    """Return the redaction of a file that is being marked, with whose marks somebody may do something now.

    :raises RequestNotFound: if there is no such request or file, or it is restricted to others.
    :raises MoveNotAllowed: if they may not; the message says why.
    :raises RedactionRefused: if it is not being marked, or the file has changed since it was begun.
    """
    return redaction_in_hand(file_for(reference, number, move, doing))


def redaction_in_hand(file: CaseFile, *, states: tuple[str, ...] = _BEING_MARKED) -> Redaction:
    """Return the redaction of a file, if it is in one of some states and its bytes are those it was begun on.

    :raises RedactionRefused: if there is none, it is in another state, or the file has changed since.
    """
    row = Redaction.objects.filter(file=file).order_by("-pk").first()
    if row is None:
        raise RedactionRefused("Nothing is marked in it yet: begin to redact it first")
    if row.state not in states:
        raise RedactionRefused(_NOT_NOW[Redaction.State(row.state)])
    check_same(row, bytes(file.data))
    row.file = file
    return row


_NOT_NOW = {
    Redaction.State.MARKING: "It is being marked: nobody put it forward yet",
    Redaction.State.SENT_BACK: "It was sent back, and is being marked again",
    Redaction.State.WAITING: "It waits for a second person: take it back to mark more",
    Redaction.State.APPLYING: "It was approved, and the redacted file is being made",
    Redaction.State.DONE: "The redacted file is there: begin again to mark more",
}


def check_same(row: Redaction, data: bytes) -> None:
    """Do nothing if a file's bytes are those on which its redaction was begun.

    :raises RedactionRefused: if they are not.
    """
    if hashlib.sha256(data).hexdigest() != row.source_sha256:
        raise RedactionRefused(
            "The file is not the one that was marked: its bytes have changed since. Attach it anew, and mark that"
        )
