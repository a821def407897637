"""Withdraw a published entry, or put it back, at once: the archive changes while whoever asks waits."""

import datetime as dt

from django.db import transaction

from answerable.actions.archive import WithdrawalRefused, restore_entry, withdraw_entry
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.publishing.steps import ask_for, draft_for
from answerable.actions.casework.publishing.storing import mark_stored
from answerable.actions.casework.publishing.working import finish_at_once
from answerable.domain.disclosure_log.taking_out import tells_of_people
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.queries.casework.answered import everybody_who_asked
from answerable.records.archive.models import Entry
from answerable.records.casework.models import LogDraft, LogStep, Request

_NAMES_THEM = (
    "The reason names somebody, or says how they are reached, and everybody can read it in the register "
    "of removals: say it without that"
)


def withdraw(reference: str, *, reason: str, doing: Doing) -> None:
    """Take a request's entry out of the log: every page, feed and file says so when this returns.

    :raises RequestNotFound: if there is no such request, or nothing was written for the log.
    :raises MoveNotAllowed: if they may not, do not say why, or it is not published.
    """
    with transaction.atomic():
        draft = _draft_for(reference, reason, doing)
        step = ask_for(draft, LogStep.Act.WITHDRAW, doing=doing, reason=reason.strip())
        entry = _entry(draft)
        withdraw_entry(entry.body.code, entry.key, reason=reason, by=doing.by.key, at=doing.at)
        _follow(draft, step, LogDraft.State.WITHDRAWN, at=doing.at)
    finish_at_once(at=doing.at)


def restore(reference: str, *, reason: str, doing: Doing) -> None:
    """Put a request's entry back into the log.

    :raises RequestNotFound: if there is no such request, or nothing was written for the log.
    :raises MoveNotAllowed: if they may not, do not say why, name somebody, or it is not withdrawn.
    """
    with transaction.atomic():
        draft = _draft_for(reference, reason, doing)
        step = ask_for(draft, LogStep.Act.RESTORE, doing=doing, reason=reason.strip())
        entry = _entry(draft)
        restore_entry(entry.body.code, entry.key, reason=reason, by=doing.by.key, at=doing.at)
        _follow(draft, step, LogDraft.State.PUBLISHED, at=doing.at)
    finish_at_once(at=doing.at)


def withdraw_by_key(body_code: str, key: str, *, reason: str, by: str, at: dt.datetime) -> None:
    """Withdraw an entry by its address, wherever it came from: what casework says of it agrees.

    :raises EntryNotFound: if the archive holds no such entry.
    :raises WithdrawalRefused: if it is withdrawn already, no reason is given, or it names somebody.
    """
    with transaction.atomic():
        draft = _locked_draft(body_code, key, reason)
        withdraw_entry(body_code, key, reason=reason, by=by, at=at)
        if draft is not None:
            step = _told(draft, LogStep.Act.WITHDRAW, reason=reason, by=by, at=at)
            _follow(draft, step, LogDraft.State.WITHDRAWN, at=at)


def restore_by_key(body_code: str, key: str, *, reason: str, by: str, at: dt.datetime) -> None:
    """Restore an entry by its address, wherever it came from: what casework says of it agrees.

    :raises EntryNotFound: if the archive holds no such entry.
    :raises WithdrawalRefused: if it is not withdrawn, no reason is given, or it names somebody.
    """
    with transaction.atomic():
        draft = _locked_draft(body_code, key, reason)
        restore_entry(body_code, key, reason=reason, by=by, at=at)
        if draft is not None:
            step = _told(draft, LogStep.Act.RESTORE, reason=reason, by=by, at=at)
            _follow(draft, step, LogDraft.State.PUBLISHED, at=at)


def locked_draft(body_code: str, key: str) -> LogDraft | None:
    """Return what casework keeps of an entry, if it does; its request is locked before the archive is."""
    of_entry = LogDraft.objects.filter(entry__body__code=body_code, entry__key=key)
    for pk in of_entry.values_list("request_id", flat=True):
        request = Request.objects.select_for_update().get(pk=pk)
        draft = LogDraft.objects.select_for_update().get(request=request)
        draft.request = request
        return draft
    return None


def _draft_for(reference: str, reason: str, doing: Doing) -> LogDraft:
    draft = draft_for(reference, Move.WITHDRAW_ENTRY, doing, reason=reason)
    if _names_somebody(reason, draft.request):
        raise MoveNotAllowed(_NAMES_THEM)
    return draft


def _locked_draft(body_code: str, key: str, reason: str) -> LogDraft | None:
    draft = locked_draft(body_code, key)
    if draft is not None and _names_somebody(reason, draft.request):
        raise WithdrawalRefused(_NAMES_THEM)
    return draft


def _names_somebody(reason: str, request: Request) -> bool:
    return any(tells_of_people(reason, one) for one in everybody_who_asked(request))


def _told(draft: LogDraft, act: LogStep.Act, *, reason: str, by: str, at: dt.datetime) -> LogStep:
    return LogStep(
        draft=draft,
        act=act,
        number=draft.number,
        reason=reason.strip(),
        by=by,
        asked_at=at,
        next_at=at,
    )


def _entry(draft: LogDraft) -> Entry:
    if draft.entry is None:
        message = "The entry is not in the log: there is nothing to withdraw or to restore"
        raise MoveNotAllowed(message)
    return draft.entry


def _follow(draft: LogDraft, step: LogStep, state: LogDraft.State, *, at: dt.datetime) -> None:
    draft.state = state
    draft.save(update_fields=["state"])
    mark_stored(step, at=at)
