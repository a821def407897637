"""Write what whoever asked is told before the answer, and take it back while it has not left."""

from dataclasses import replace

from django.db import transaction
from django.db.models import Max

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, question_for, request_for
from answerable.actions.casework.telling import short_digest, tell
from answerable.domain.decisions.notice_kinds import NoticeRefused, WrittenNotice, said_as_json
from answerable.domain.law.letters import LetterKind
from answerable.domain.roles import Move, MoveNotAllowed, check_move
from answerable.queries.casework.notice_dates import dates_of
from answerable.queries.casework.notices import taking_back
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import Notice, Request

LONGEST_REASON = 20_000
"""Characters: a reason stands in a letter, and on a page."""
_WAITS = (Notice.State.WRITTEN, Notice.State.LEAVING)


def write_notice(reference: str, notice: WrittenNotice, *, doing: Doing) -> int:
    """Write a notice, which somebody else lets go; return its number.

    More time without a date of its own takes the latest day that it may name. Nothing happens to a
    clock before the letter has left.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, or a notice like it waits already.
    :raises NoticeRefused: if the law does not allow it, or something is missing.
    :raises ClockRefused: if it would give no time.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    said = replace(notice.said, why=_plain(notice.said.why), again=_plain(notice.said.again))
    notice = replace(notice, said=said, labels=tuple(dict.fromkeys(notice.labels)))
    with transaction.atomic():
        request = request_for(reference, Move.NOTIFY, doing)
        for label in notice.labels:
            question_for(reference, label, Move.NOTIFY, doing)
        _check_none_waits(request, notice)
        dates = dates_of(request, notice, authority=doing.authority, table=doing.table, on=doing.on)
        if notice.kind is not LetterKind.FEES_NOTICE:
            notice = replace(notice, said=replace(said, until=dates.until))
        last = request.notices.aggregate(last=Max("number"))["last"] or 0
        Notice.objects.create(
            request=request,
            number=last + 1,
            kind=notice.kind.value,
            labels=list(notice.labels),
            facts=said_as_json(notice.said),
            written_by=doing.by.key,
            written_at=doing.at,
        )
        data = {"notice": last + 1, "kind": notice.kind.value, "questions": list(notice.labels)}
        why = short_digest(notice.said.why)
        tell("notice written", reference, doing, {**data, "until": str(dates.until), "why": why})
    return last + 1


def take_back_notice(reference: str, number: int, *, doing: Doing) -> None:
    """Take a notice back that has not been let go, also when its questions have ended meanwhile.

    :raises RequestNotFound: if there is no such request or notice.
    :raises MoveNotAllowed: if they may not, or it is on its way already.
    """
    with transaction.atomic():
        request = request_for(reference, Move.SEE, doing)
        situation = taking_back(situation_of(request))
        check_move(Move.NOTIFY, actor=doing.by, situation=situation)
        notice = waiting_notice(request, number)
        notice.state = Notice.State.TAKEN_BACK
        notice.save(update_fields=["state"])
        tell("notice taken back", reference, doing, {"notice": number, "kind": notice.kind})


def waiting_notice(request: Request, number: int) -> Notice:
    """Return a notice that waits to be let go.

    :raises RequestNotFound: if there is no such notice.
    :raises MoveNotAllowed: if it waits no more.
    """
    notice = request.notices.select_for_update().filter(number=number).first()
    if notice is None:
        message = f"{request.reference} has no notice {number}"
        raise RequestNotFound(message)
    if notice.state != Notice.State.WRITTEN:
        message = f"Notice {number} is {notice.state}: there is nothing to do with it here"
        raise MoveNotAllowed(message)
    notice.request = request
    return notice


def _check_none_waits(request: Request, notice: WrittenNotice) -> None:
    """Refuse a second notice while a first one like it is on its way: each moves the same clock."""
    for one in request.notices.filter(kind=notice.kind.value, state__in=_WAITS):
        shared = [label for label in notice.labels if label in one.labels]
        if shared:
            name = f"question {shared[0]}" if shared[0] else "the question"
            message = (
                f"Notice {one.number} about {name} is {one.state}: let it go, or take it back first"
            )
            raise MoveNotAllowed(message)


def _plain(words: str) -> str:
    text = words.replace("\0", "").strip()
    if len(text) > LONGEST_REASON:
        message = f"A reason has at most {LONGEST_REASON:,} characters: this one has {len(text):,}"
        raise NoticeRefused(message)
    return text
