"""A redaction between two people: put forward, taken back, sent back with a reason, approved."""

from dataclasses import replace

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.redacting.holding import (
    RedactionRefused,
    file_for,
    redaction_in_hand,
)
from answerable.actions.casework.telling import short_digest, tell
from answerable.domain.roles import Move, check_move
from answerable.queries.casework.redacting.seen import redaction_seen
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import Redaction

_WAITING = (Redaction.State.WAITING,)


def put_redaction_forward(reference: str, number: int, *, doing: Doing) -> None:
    """Hand a redaction to a second person.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not.
    :raises RedactionRefused: if nothing is marked, or it is not being marked.
    """
    with transaction.atomic():
        file = file_for(reference, number, Move.MARK_REDACTION, doing)
        row = redaction_in_hand(file)
        marks = row.marks.filter(undone_at=None).count()
        if not marks:
            raise RedactionRefused("Nothing is marked: mark what is to go first")
        row.state = Redaction.State.WAITING
        row.put_forward_by, row.put_forward_at = doing.by.key, doing.at
        row.hands = sorted({*row.hands, doing.by.key})
        row.save(update_fields=["state", "put_forward_by", "put_forward_at", "hands"])
        data = {"file": row.source_sha256, "marks": marks}
        tell("redaction put forward", reference, doing, data)


def take_redaction_back(reference: str, number: int, *, doing: Doing) -> None:
    """Take a redaction back that waits for a second person, to mark more.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not.
    :raises RedactionRefused: if it does not wait.
    """
    with transaction.atomic():
        file = file_for(reference, number, Move.MARK_REDACTION, doing)
        row = redaction_in_hand(file, states=_WAITING)
        row.state = Redaction.State.MARKING
        row.save(update_fields=["state"])
        tell("redaction taken back", reference, doing, {"file": row.source_sha256})


def send_redaction_back(reference: str, number: int, *, reason: str, doing: Doing) -> None:
    """Send a redaction back to be marked again, with a reason that whoever marked it reads.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not.
    :raises RedactionRefused: if it does not wait, or no reason is given.
    """
    with transaction.atomic():
        file = file_for(reference, number, Move.RETURN_REDACTION, doing)
        row = redaction_in_hand(file, states=_WAITING)
        if not reason.strip():
            raise RedactionRefused("Say why it goes back: whoever marked it reads that")
        row.state, row.why_back = Redaction.State.SENT_BACK, reason.strip()
        row.sent_back_by, row.sent_back_at = doing.by.key, doing.at
        row.save(update_fields=["state", "why_back", "sent_back_by", "sent_back_at"])
        # The reason may name whoever was forgotten: the ledger can tell it again, and does not say it.
        data = {"file": row.source_sha256, "words": short_digest(row.why_back)}
        tell("redaction sent back", reference, doing, data)


def approve_redaction(reference: str, number: int, *, seen: str, doing: Doing) -> None:
    """Have the redacted file made, as a second person who looked at the marks as they are; `seen` is their digest.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not, or had a part in the marks.
    :raises RedactionRefused: if it does not wait, or other marks were looked at.
    """
    with transaction.atomic():
        file = file_for(reference, number, Move.APPROVE_REDACTION, doing)
        row = redaction_in_hand(file, states=_WAITING)
        situation = replace(situation_of(file.request), writers=frozenset(row.hands))
        check_move(Move.APPROVE_REDACTION, actor=doing.by, situation=situation)
        marked = redaction_seen(file.pk)
        if marked is None or seen != marked.digest:
            raise RedactionRefused("The marks have changed since you looked: look at them again")
        row.state, row.claimed_at = Redaction.State.APPLYING, None
        row.approved_by, row.approved_at = doing.by.key, doing.at
        row.save(update_fields=["state", "claimed_at", "approved_by", "approved_at"])
        data = {"file": row.source_sha256, "marks": len(marked.marks)}
        tell("redaction approved", reference, doing, data)
