"""Do what a step of the log asks for, in one transaction: the archive changes, and the step is stored."""

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping

from django.db import transaction

from answerable.actions.archive.from_casework import (
    EntryIsSeen,
    EntryIsWithdrawn,
    Written,
    WrittenFile,
    correct_written,
    publish_written,
)
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.publishing.steps import day_begins, halt
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Stage
from answerable.queries.casework.releasing.gate import why_held
from answerable.queries.casework.releasing.standings import bytes_standing
from answerable.records.casework.models import LogDraft, LogFile, LogStep, Request

_ENDED = (Stage.SENT, Stage.CLOSED)


class StepStopped(Exception):
    """A step cannot be done as the entry stands now; the message says why, and what to do."""


def store_step(pk: int, *, doing: Doing) -> bool:
    """Do a step that waits, once, whoever tries it and however often; return whether it was done now.

    What cannot be done as things stand is stopped, with a sentence for whoever asked for it.
    """
    with transaction.atomic():
        request = Request.objects.select_for_update().get(log_draft__steps=pk)
        draft = LogDraft.objects.select_for_update().get(request=request)
        draft.request = request
        step = draft.steps.get(pk=pk)
        if step.state != LogStep.State.WAITING or step.next_at > doing.at:
            return False
        try:
            _check_stands(step, draft)
            # What a refused step had written must not stay.
            with transaction.atomic():
                _ACTS[LogStep.Act(step.act)](step, draft, doing.at)
        except EntryIsSeen as later:
            step.next_at, step.problem = day_begins(_embargo(draft)), str(later)
            step.save(update_fields=["next_at", "problem"])
            return False
        except (StepStopped, EntryIsWithdrawn) as problem:
            halt(step, draft, str(problem))
            data = {"act": step.act, "version": step.number}
            tell("log step stopped", request.reference, doing, data)
            return False
        draft.save()
        mark_stored(step, at=doing.at)
    return True


def mark_stored(step: LogStep, *, at: dt.datetime) -> None:
    """Write down, in the transaction that changes the archive, that it has changed."""
    step.state, step.stored_at, step.next_at, step.problem = LogStep.State.STORED, at, at, ""
    step.attempts = 0
    step.save()


def _check_stands(step: LogStep, draft: LogDraft) -> None:
    if step.number != draft.number:
        message = (
            f"Version {step.number} was to be {_DONE[step.act]}, and the entry was changed since: "
            f"look at version {draft.number}, and ask again"
        )
        raise StepStopped(message)
    if draft.state not in _FROM[step.act]:
        message = f"The entry is {draft.state} by now: it cannot be {_DONE[step.act]}"
        raise StepStopped(message)
    if step.act == LogStep.Act.PUBLISH and draft.request.stage not in _ENDED:
        message = "Questions of this request are open again: publish it when they are answered"
        raise StepStopped(message)


_FROM: Mapping[str, tuple[str, ...]] = {
    LogStep.Act.PUBLISH: (LogDraft.State.WAITING,),
    LogStep.Act.CORRECT: (LogDraft.State.PUBLISHED, LogDraft.State.WITHDRAWN),
}
_DONE: Mapping[str, str] = {
    LogStep.Act.PUBLISH: "published",
    LogStep.Act.CORRECT: "corrected",
}


def _publish(step: LogStep, draft: LogDraft, at: dt.datetime) -> None:
    draft.entry = publish_written(_written(step, draft, at), _files(draft))
    draft.state = LogDraft.State.PUBLISHED


def _correct(step: LogStep, draft: LogDraft, at: dt.datetime) -> None:
    if draft.entry is None:
        message = "The entry is not in the log: publish it, instead of correcting it"
        raise StepStopped(message)
    correct_written(draft.entry, _written(step, draft, at), _files(draft), note=step.reason)


_ACTS: Mapping[LogStep.Act, Callable[[LogStep, LogDraft, dt.datetime], None]] = {
    LogStep.Act.PUBLISH: _publish,
    LogStep.Act.CORRECT: _correct,
}


def _written(step: LogStep, draft: LogDraft, at: dt.datetime) -> Written:
    answered = str(draft.content.get("answered_on") or "")
    embargo = draft.embargo_until
    return Written(
        reference=draft.request.reference,
        content=draft.content,
        month=draft.month or answered[:7],
        seen_from=max(at, day_begins(embargo)) if embargo else at,
        by=step.by,
        at=at,
    )


def _files(draft: LogDraft) -> tuple[WrittenFile, ...]:
    """Return the files of an entry, whose very bytes may leave.

    :raises StepStopped: if one of them, or all of the request, is held up.
    """
    listed = list(draft.files.select_related("file").order_by("place"))
    held = why_held(draft.request, [one.file for one in listed])
    if held:
        raise StepStopped("; ".join(held))
    return tuple(_written_file(one, draft) for one in listed)


def _written_file(one: LogFile, draft: LogDraft) -> WrittenFile:
    data = bytes(one.file.data)
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256 != one.file.sha256 or not bytes_standing(draft.request, one.file, sha256).may_leave:
        message = f"{one.name} was changed since it was inspected: take it out of the entry, or attach it anew"
        raise StepStopped(message)
    return WrittenFile(one.name, one.file.content_type, sha256, data)


def _embargo(draft: LogDraft) -> dt.date:
    if draft.embargo_until is None:
        message = "Only an entry that is kept back until a day can wait for it"
        raise RuntimeError(message)
    return draft.embargo_until
