"""Validate an entry: somebody who did not write it says that it may stand in the log, or sends it back."""

from dataclasses import replace

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.publishing.drawing import marks_of
from answerable.actions.casework.publishing.steps import draft_for
from answerable.actions.casework.telling import tell
from answerable.domain.disclosure_log.identifying import undecided
from answerable.domain.roles import Move, MoveNotAllowed, check_move
from answerable.inspecting.masking import masked
from answerable.queries.casework.answered import answered_since
from answerable.queries.casework.log_drafts import writers_of
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import LogDraft

_State = LogDraft.State
_NAMED = 3


def validate_entry(reference: str, *, seen: int, doing: Doing) -> None:
    """Record that an entry may stand in the log, in exactly the version that was looked at.

    :raises RequestNotFound: if there is no such request, or nothing was written for the log.
    :raises MoveNotAllowed: if they may not, wrote any of it, saw another version, or words are undecided.
    """
    with transaction.atomic():
        draft = _looked_at(reference, doing, seen=seen)
        if draft.state != _State.DRAFT:
            message = f"The entry is {draft.state} already: only a draft is validated"
            raise MoveNotAllowed(message)
        _check_complete(draft)
        draft.state, draft.because = _State.VALIDATED, ""
        draft.validated_by, draft.validated_at = doing.by.key, doing.at
        draft.save()
        tell("log entry validated", reference, doing, {"version": draft.number})


def send_entry_back(reference: str, *, reason: str, seen: int, doing: Doing) -> None:
    """Send an entry back to whoever writes it, and say why.

    :raises RequestNotFound: if there is no such request, or nothing was written for the log.
    :raises MoveNotAllowed: if they may not, wrote any of it, saw another version, or do not say why.
    """
    words = reason.replace("\0", "").strip()
    if not words:
        message = "Say why it goes back: whoever writes it must know what to change"
        raise MoveNotAllowed(message)
    with transaction.atomic():
        draft = _looked_at(reference, doing, seen=seen)
        if draft.state not in (_State.DRAFT, _State.VALIDATED):
            message = (
                f"The entry is {draft.state}: only a draft, or what is validated, is sent back"
            )
            raise MoveNotAllowed(message)
        draft.state, draft.because = _State.DRAFT, words
        draft.validated_by, draft.validated_at = "", None
        draft.save()
        tell("log entry sent back", reference, doing, {"version": draft.number, "reason": words})


def _looked_at(reference: str, doing: Doing, *, seen: int) -> LogDraft:
    """Return an entry that somebody else wrote, in the version that was on the page."""
    draft = draft_for(reference, Move.VALIDATE_ENTRY, doing)
    situation = replace(situation_of(draft.request), writers=writers_of(draft))
    check_move(Move.VALIDATE_ENTRY, actor=doing.by, situation=situation)
    if draft.number != seen:
        message = f"The entry is at version {draft.number} by now: read it again"
        raise MoveNotAllowed(message)
    return draft


def _check_complete(draft: LogDraft) -> None:
    if answered_since(draft.request, draft.drawn_at):
        message = "A question was answered after the entry was written: make it of the answers anew"
        raise MoveNotAllowed(message)
    words = undecided(marks_of(draft))
    if words:
        named = ", ".join(f"“{masked(one.words)}”" for one in words[:_NAMED])
        more = f" and {len(words) - _NAMED} more" if len(words) > _NAMED else ""
        message = f"Nobody has decided yet whether {named}{more} may stand in the log: keep each, or take it out"
        raise MoveNotAllowed(message)
