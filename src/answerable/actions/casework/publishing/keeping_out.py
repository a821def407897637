"""Keep a request out of the log, and say why; take that back."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import request_for
from answerable.actions.casework.publishing.drawing import drawn, marks_of, save_version
from answerable.actions.casework.publishing.steps import draft_for
from answerable.actions.casework.telling import tell
from answerable.domain.disclosure_log.from_case import month_of
from answerable.domain.disclosure_log.keeping_out import KeptOut
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.queries.casework.answered import answered_case
from answerable.records.casework.models import LogDraft

_State = LogDraft.State
LONGEST_WORDS = 2_000


def keep_out(reference: str, *, why: KeptOut, words: str, doing: Doing) -> None:
    """Keep a request out of the log, and say why.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, do not say why, or it stands in the log or is on its way there.
    """
    said = " ".join(words.replace("\0", "").split())
    if why is KeptOut.ANOTHER and not said:
        message = "Say which other reason: it is kept, and counted with the month"
        raise MoveNotAllowed(message)
    if len(said) > LONGEST_WORDS:
        message = f"Say why in {LONGEST_WORDS:,} characters at most"
        raise MoveNotAllowed(message)
    with transaction.atomic():
        request = request_for(reference, Move.KEEP_OUT, doing, reason=why.value)
        draft = LogDraft.objects.select_for_update().filter(request=request).first()
        if draft is None:
            case = answered_case(request, doing.authority)
            month = month_of(case.answered_on) if case else ""
            draft = LogDraft(request=request, number=0, month=month, written_by=doing.by.key)
            draft.written_at = doing.at
        _check_not_there(draft)
        draft.state, draft.because = _State.KEPT_OUT, _reason(why, said)
        draft.validated_by, draft.validated_at = "", None
        draft.save()
        tell("log entry kept out", reference, doing, {"reason": draft.because})


def let_in(reference: str, *, reason: str, doing: Doing) -> None:
    """Take it back that a request is kept out: its entry is a draft again, made of the answers.

    :raises RequestNotFound: if there is no such request, or nothing was said of it for the log.
    :raises MoveNotAllowed: if they may not, do not say why, it is not kept out, or nothing was answered.
    """
    with transaction.atomic():
        draft = draft_for(reference, Move.KEEP_OUT, doing, reason=reason)
        if draft.state != _State.KEPT_OUT:
            message = "It is not kept out of the log: there is nothing to take back"
            raise MoveNotAllowed(message)
        made = drawn(draft.request, doing, before=marks_of(draft))
        draft.drawn_at = doing.at
        answered_on = made.entry.answered_on
        draft.month = draft.month or (month_of(answered_on) if answered_on else "")
        save_version(draft, made, doing)
        tell("log entry let in", reference, doing, {"reason": reason, "version": draft.number})


def _reason(why: KeptOut, said: str) -> str:
    if why is KeptOut.ANOTHER:
        return said
    return f"{why.value}: {said}" if said else why.value


def _check_not_there(draft: LogDraft) -> None:
    if draft.state in (_State.PUBLISHED, _State.WITHDRAWN):
        message = f"The entry is {draft.state}: withdraw what stands in the log instead"
        raise MoveNotAllowed(message)
    if draft.state == _State.WAITING:
        message = "The entry is about to be published: stop that first"
        raise MoveNotAllowed(message)
    if draft.state == _State.KEPT_OUT:
        message = f"It is kept out already: {draft.because}"
        raise MoveNotAllowed(message)
