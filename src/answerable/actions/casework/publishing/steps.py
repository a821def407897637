"""Ask for what is to happen to the log, in the transaction of what asks: a worker does it, once."""

import datetime as dt

from django.db import connection, transaction
from django.utils.timezone import get_current_timezone

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.records.casework.models import LogDraft, LogDraftVersion, LogStep

_FROM = {
    LogStep.Act.PUBLISH: (LogDraft.State.VALIDATED, LogDraft.State.WAITING),
    LogStep.Act.CORRECT: (LogDraft.State.PUBLISHED, LogDraft.State.WITHDRAWN),
    LogStep.Act.WITHDRAW: (LogDraft.State.PUBLISHED,),
    LogStep.Act.RESTORE: (LogDraft.State.WITHDRAWN,),
}
_DONE = {
    LogStep.Act.PUBLISH: "published",
    LogStep.Act.CORRECT: "corrected",
    LogStep.Act.WITHDRAW: "withdrawn",
    LogStep.Act.RESTORE: "restored",
}


def ask_for(
    draft: LogDraft,
    act: LogStep.Act,
    *,
    doing: Doing,
    reason: str = "",
    not_before: dt.date | None = None,
) -> LogStep:
    """Ask for a step of an entry, in the caller's transaction, with its request locked; return it.

    One step of an act waits at a time: asked for again, it is about the version that the draft has now.

    :raises MoveNotAllowed: if the entry is not where the step begins.
    :raises RuntimeError: if no transaction is open.
    """
    if not connection.in_atomic_block:
        message = (
            f"That an entry is {_DONE[act]} must be asked for in the transaction that decides it"
        )
        raise RuntimeError(message)
    if draft.state not in _FROM[act]:
        message = f"The entry is {_state_words(draft)}: that cannot be {_DONE[act]}"
        raise MoveNotAllowed(message)
    step = draft.steps.filter(act=act, state=LogStep.State.WAITING).first()
    if step is None:
        step = LogStep(draft=draft, act=act)
    elif step.reason and reason:
        # A note of a correction that has not come into the log must not be lost with the next.
        reason = f"{step.reason}\n\n{reason}"
    step.number, step.reason, step.not_before = draft.number, reason, not_before
    step.by, step.asked_at, step.next_at = doing.by.key, doing.at, _from(not_before, doing)
    step.attempts, step.problem = 0, ""
    step.save()
    if act == LogStep.Act.PUBLISH:
        draft.state = LogDraft.State.WAITING
        draft.save(update_fields=["state"])
    data = {"act": str(act), "version": draft.number, "not before": str(not_before or "")}
    tell("log step asked", draft.request.reference, doing, data)
    return step


def publish(
    reference: str, number: int, *, doing: Doing, not_before: dt.date | None = None
) -> LogStep:
    """Ask for a validated entry to be published in the version that was looked at.

    :raises RequestNotFound: if there is no such request, or nothing was written for the log.
    :raises MoveNotAllowed: if they may not, it is not validated, or has another version by now.
    """
    with transaction.atomic():
        draft = draft_for(reference, Move.PUBLISH_ENTRY, doing)
        if draft.number != number:
            message = (
                f"The entry is at version {draft.number} by now: look at it again, then publish it"
            )
            raise MoveNotAllowed(message)
        return ask_for(draft, LogStep.Act.PUBLISH, doing=doing, not_before=not_before)


def stop_step(reference: str, pk: int, *, doing: Doing) -> None:
    """Stop a step before it is stored: nothing of it has happened then.

    :raises RequestNotFound: if there is no such request or step.
    :raises MoveNotAllowed: if they may not, or it is stored or stopped already.
    """
    with transaction.atomic():
        draft = draft_for(reference, Move.PUBLISH_ENTRY, doing)
        step = draft.steps.filter(pk=pk).first()
        if step is None:
            message = f"{reference} has no such step of the log"
            raise RequestNotFound(message)
        if step.state != LogStep.State.WAITING:
            message = f"That step is {step.state} already: it cannot be stopped"
            raise MoveNotAllowed(message)
        halt(step, draft, "It was stopped by hand")
        tell("log step stopped", reference, doing, {"act": step.act, "version": step.number})


def halt(step: LogStep, draft: LogDraft, problem: str) -> None:
    """Let a step go no further, and say why.

    What was to be published is validated as before; another version of it is a draft that nobody looked at.
    What was to be corrected is again as the log has it, so that no later correction brings it in unsaid.
    """
    step.state, step.problem = LogStep.State.STOPPED, problem[:500]
    step.save(update_fields=["state", "problem"])
    if step.act == LogStep.Act.PUBLISH and draft.state == LogDraft.State.WAITING:
        is_same = step.number == draft.number
        draft.state = LogDraft.State.VALIDATED if is_same else LogDraft.State.DRAFT
        draft.save(update_fields=["state"])
    if step.act == LogStep.Act.CORRECT and draft.entry is not None:
        draft.content, draft.note = draft.entry.content, ""
        draft.number += 1
        draft.save(update_fields=["content", "note", "number"])
        LogDraftVersion.objects.create(
            draft=draft,
            number=draft.number,
            by=step.by,
            at=step.asked_at,
            content=draft.content,
            marks=draft.marks,
        )


def draft_for(reference: str, move: Move, doing: Doing, *, reason: str = "-") -> LogDraft:
    """Return the entry of a locked request with which somebody may do something now.

    :raises RequestNotFound: if there is no such request, or nothing was written for the log.
    :raises MoveNotAllowed: if they may not; the message says why.
    """
    request = request_for(reference, move, doing, reason=reason)
    draft = LogDraft.objects.select_for_update().filter(request=request).first()
    if draft is None:
        message = f"Nothing was written for the log of {reference}: write its entry first"
        raise RequestNotFound(message)
    draft.request = request
    return draft


def day_begins(day: dt.date) -> dt.datetime:
    """Return the moment at which a day begins, as people here count days."""
    return dt.datetime.combine(day, dt.time(), get_current_timezone())


def _from(not_before: dt.date | None, doing: Doing) -> dt.datetime:
    return max(doing.at, day_begins(not_before)) if not_before else doing.at


def _state_words(draft: LogDraft) -> str:
    return "a draft" if draft.state == LogDraft.State.DRAFT else draft.state
