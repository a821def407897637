"""Let a notice go that somebody else wrote: its letter is frozen, and leaves."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.lettering import (
    LetterNotComplete,
    leave_letter,
    rendered_letter,
)
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.actions.casework.telling import tell
from answerable.actions.casework.turning.noticing import waiting_notice
from answerable.domain.decisions.letters import Office
from answerable.domain.roles import Move, MoveNotAllowed, check_move
from answerable.queries.casework.notices import (
    draft_of_notice,
    notice_draft,
    situation_of_notice,
)
from answerable.records.casework.models import Notice, Request


def let_go(
    reference: str, number: int, *, seen: str, way: str, office: Office, doing: Doing
) -> int:
    """Let a notice leave, if its letter is still the one that was looked at; return the letter's number.

    `seen` is the digest of what was looked at. The clocks move when the letter has left.

    :raises RequestNotFound: if there is no such request or notice.
    :raises MoveNotAllowed: if they wrote it, may not, it changed meanwhile, or no address is known.
    :raises NoticeRefused: if the law does not allow it any more.
    :raises LetterNotComplete: if the letter lacks what a statute asks for.
    :raises ClockRefused: if it would give no time any more.
    :raises OutsideCalendar: if the calendar does not reach so far.
    :raises ValueError: if there is no such way.
    """
    draft = draft_of_notice(reference, number, office=office, table=doing.table, on=doing.on)
    if draft is None:
        message = f"{reference} has no notice {number}"
        raise RequestNotFound(message)
    # Rendered before anything is locked: that takes longer than others should wait.
    ready = rendered_letter(draft.letter)
    with transaction.atomic():
        request = request_for(reference, Move.LET_GO, doing)
        notice = waiting_notice(request, number)
        _check_may_go(request, notice, doing)
        now = notice_draft(notice, office=office, table=doing.table, on=doing.on)
        if not now.digest == ready.digest == seen:
            message = "The letter changed meanwhile: look at it again before you let it go"
            raise MoveNotAllowed(message)
        if now.problems:
            raise LetterNotComplete(now.problems)
        letter = leave_letter(
            request, ready, kind=notice.kind, labels=notice.labels, way=way, doing=doing
        )
        notice.state, notice.letter = Notice.State.LEAVING, letter
        notice.let_go_by, notice.let_go_at = doing.by.key, doing.at
        notice.save(update_fields=["state", "letter", "let_go_by", "let_go_at"])
        data = {"notice": number, "letter": letter.number, "kind": notice.kind}
        tell("notice let go", reference, doing, data)
    return letter.number


def _check_may_go(request: Request, notice: Notice, doing: Doing) -> None:
    for question in request.questions.filter(label__in=notice.labels).order_by("place"):
        question.request = request
        situation = situation_of_notice(notice, question)
        check_move(Move.LET_GO, actor=doing.by, situation=situation)
