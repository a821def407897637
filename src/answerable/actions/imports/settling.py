"""What somebody says of a doubt: it is right as it is, was put right, or does not matter."""

import datetime as dt

from django.db import transaction

from answerable.actions.ledger import record
from answerable.domain.roles import NO_REQUEST, Actor, Move, check_move
from answerable.records.archive.models import Doubt

How = Doubt.How


class DoubtRefused(Exception):
    """A doubt cannot be settled so; the message says why."""


def settle_doubt(doubt: int, *, how: How, note: str, by: Actor, at: dt.datetime) -> None:
    """Settle a doubt: it stays settled, however often and by whatever reader the file is read again.

    :raises MoveNotAllowed: if they may not.
    :raises DoubtRefused: if there is none, it is settled, or only a reading can say so.
    """
    if how is How.GONE:
        raise DoubtRefused("Only a later reading can say that a doubt is gone")
    with transaction.atomic():
        settled(open_doubt(doubt, by=by), how, note=note, by=by, at=at)


def reopen_doubt(doubt: int, *, by: Actor, at: dt.datetime) -> None:
    """Open a doubt again that somebody settled; what was corrected for it stays.

    :raises MoveNotAllowed: if they may not.
    :raises DoubtRefused: if there is none, it is open, or a passage was placed for it.
    """
    with transaction.atomic():
        row = locked_doubt(doubt, by=by)
        if row.settled_at is None:
            raise DoubtRefused("It is open already")
        if row.placed:
            raise DoubtRefused("Its passage was placed: take that back, and it is open again")
        reopened(row, by=by, at=at)


def locked_doubt(doubt: int, *, by: Actor) -> Doubt:
    """Return a doubt that somebody may settle, locked in the caller's transaction.

    :raises MoveNotAllowed: if they may not.
    :raises DoubtRefused: if there is none.
    """
    check_move(Move.SETTLE_DOUBT, actor=by, situation=NO_REQUEST)
    row = Doubt.objects.select_for_update(of=("self",)).select_related("body", "entry", "document")
    found = row.filter(pk=doubt).first()
    if found is None:
        raise DoubtRefused("There is no such doubt")
    return found


def open_doubt(doubt: int, *, by: Actor) -> Doubt:
    """Return a doubt that somebody may settle, and nobody has.

    :raises MoveNotAllowed: if they may not.
    :raises DoubtRefused: if there is none, or it is settled.
    """
    row = locked_doubt(doubt, by=by)
    if row.settled_at is not None:
        raise DoubtRefused(f"{row.settled_by} settled it already ({row.how}): open it again first")
    return row


def settled(doubt: Doubt, how: How, *, note: str, by: Actor, at: dt.datetime) -> None:
    """Write down how a doubt was settled, and tell it, in the caller's transaction."""
    doubt.settled_at, doubt.settled_by, doubt.how = at, by.key[:200], how
    doubt.note = note.strip()
    doubt.save()
    _tell("doubt settled", doubt, by=by, at=at, how=how.value, note=doubt.note)


def reopened(doubt: Doubt, *, by: Actor, at: dt.datetime) -> None:
    """Write down that a doubt is open again, and tell it, in the caller's transaction."""
    doubt.settled_at, doubt.settled_by, doubt.how = None, "", ""
    doubt.note, doubt.placed = "", None
    doubt.save()
    _tell("doubt opened again", doubt, by=by, at=at)


def _tell(action: str, doubt: Doubt, *, by: Actor, at: dt.datetime, **more: str) -> None:
    code = doubt.body.code
    subject = f"entry {code}/{doubt.entry.key}" if doubt.entry else f"log {code}"
    data = {"doubt": doubt.identity, "what": doubt.what, **more}
    record(action, subject=subject, by=by.key, at=at, data=data)
