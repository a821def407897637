"""Write entries for the log: made of the answers, by hand or by themselves; read, changed, decided."""

import datetime as dt
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import request_for
from answerable.actions.casework.publishing.choosing_files import ChosenFile, choose_files
from answerable.actions.casework.publishing.drawing import (
    Drawn,
    cleansed,
    drawn,
    entry_in,
    marks_of,
    save_version,
)
from answerable.actions.casework.publishing.steps import draft_for, halt
from answerable.actions.casework.telling import short_digest, tell
from answerable.domain.disclosure_log import Entry, Question
from answerable.domain.disclosure_log.from_case import month_of
from answerable.domain.disclosure_log.identifying import Choice, Mark, shown_instead
from answerable.domain.disclosure_log.texts import composed
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.inspecting.masking import masked
from answerable.queries.accounts import person_name
from answerable.queries.casework.answered import outdated_entries, waiting_to_be_drafted
from answerable.records.casework.models import LogDraft, LogStep, Request

LONGEST_TITLE = 300
LONGEST_ANSWER = 100_000
LONGEST_REASON = 500
_LONGEST_SHOWN = 200
_AT_ONCE = 100
_MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])")
_State = LogDraft.State
_OUTDATED = "A question was answered after the entry was written: make it of the answers anew"


@dataclass(frozen=True, slots=True)
class EditedQuestion:
    """What a question of an entry is to ask, and what it was answered; without an answer it has none."""

    text: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What is decided of personal data: why it may stay, or what is shown where it is taken out."""

    choice: Choice
    shown: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """An entry as somebody wants it: questions by their labels, words by the keys of their marks."""

    title: str
    questions: Mapping[str, EditedQuestion]
    month: str
    embargo_until: dt.date | None = None
    files: tuple[ChosenFile, ...] = ()
    choices: Mapping[str, Decided] = field(default_factory=dict)


class EntryChanged(MoveNotAllowed):
    """Somebody else saved another version meanwhile."""


def draft_entry(reference: str, *, doing: Doing) -> int:
    """Write the entry of an answered request, if there is none yet; return the number of its version.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, nothing was answered, or it is kept out of the log.
    """
    with transaction.atomic():
        request = request_for(reference, Move.DRAFT_ENTRY, doing)
        draft = LogDraft.objects.select_for_update().filter(request=request).first()
        if draft is None:
            return _first(request, doing)
        if draft.state == _State.KEPT_OUT:
            message = "It is kept out of the log: a manager must take that back first"
            raise MoveNotAllowed(message)
        return draft.number


def draft_anew(reference: str, *, doing: Doing) -> None:
    """Make an entry of the answers again; what was decided of words that may identify somebody stays.

    :raises RequestNotFound: if there is no such request, or nothing was written for the log.
    :raises MoveNotAllowed: if they may not, or it is published or kept out.
    """
    with transaction.atomic():
        draft = draft_for(reference, Move.DRAFT_ENTRY, doing)
        check_may_change(draft)
        made = drawn(draft.request, doing, before=marks_of(draft))
        # A month that somebody chose stays; the one of an earlier answer does not.
        if draft.month == _month_in(entry_in(draft)):
            draft.month = _month_in(made.entry)
        draft.drawn_at = doing.at
        _save(draft, made, doing, "drafted")


def draft_answered(doing: Doing) -> int:
    """Write the entry of each answered request that has none; return how many were written."""
    waiting = waiting_to_be_drafted().values_list("reference", flat=True)
    written = 0
    for reference in list(waiting[:_AT_ONCE]):
        try:
            written += _drafted(reference, doing)
        except Exception:
            # One request of which no entry can be made must not keep back those behind it.
            logging.getLogger(__name__).exception("No entry could be made of %s", reference)
    return written


def take_back_outdated(doing: Doing) -> int:
    """Make drafts again of entries that wait to be published though a question was answered since.

    Whoever writes the entry looks at the new answer first; returns how many entries that were.
    """
    taken = 0
    for reference in outdated_entries().values_list("request__reference", flat=True):
        with transaction.atomic():
            draft = draft_for(reference, Move.DRAFT_ENTRY, doing)
            if not outdated_entries().filter(pk=draft.pk).exists():
                continue
            for step in draft.steps.filter(state=LogStep.State.WAITING):
                halt(step, draft, _OUTDATED)
            draft.state, draft.because = _State.DRAFT, _OUTDATED
            draft.validated_by, draft.validated_at = "", None
            draft.save()
            tell("log entry sent back", reference, doing, {"reason": _OUTDATED})
            taken += 1
    return taken


def save_entry(reference: str, edit: Edit, *, seen: int, doing: Doing) -> int:
    """Save an entry as a new version, and return its number; saved as it stands, it stays as it is.

    :raises RequestNotFound: if there is no such request, or nothing was written for the log.
    :raises EntryChanged: if somebody saved another version than the one that was on the page.
    :raises MoveNotAllowed: if they may not, it is published, or something in it cannot be.
    """
    with transaction.atomic():
        draft = draft_for(reference, Move.DRAFT_ENTRY, doing)
        check_may_change(draft)
        _check_seen(draft, seen)
        _check(edit)
        files = choose_files(draft, edit.files)
        made = cleansed(draft.request, _edited(entry_in(draft), edit), _choices(draft, edit))
        is_same = made == Drawn(entry_in(draft), marks_of(draft)) and not files
        if is_same and (draft.month, draft.embargo_until) == (edit.month, edit.embargo_until):
            return draft.number
        draft.month, draft.embargo_until = edit.month, edit.embargo_until
        _save(draft, made, doing, "written")
        return draft.number


def check_may_change(draft: LogDraft) -> None:
    """Do nothing if an entry is still a draft, or validated and not yet published.

    :raises MoveNotAllowed: if it is kept out, or stands in the log already.
    """
    if draft.state == _State.KEPT_OUT:
        message = "It is kept out of the log: a manager must take that back first"
        raise MoveNotAllowed(message)
    if draft.state in (_State.PUBLISHED, _State.WITHDRAWN):
        message = f"The entry is {draft.state}: correct what stands in the log"
        raise MoveNotAllowed(message)


def _drafted(reference: str, doing: Doing) -> bool:
    with transaction.atomic():
        request = request_for(reference, Move.DRAFT_ENTRY, doing)
        # Somebody may have been quicker, or have restricted it meanwhile.
        if not waiting_to_be_drafted().filter(pk=request.pk).exists():
            return False
        _first(request, doing)
    return True


def _first(request: Request, doing: Doing) -> int:
    made = drawn(request, doing)
    draft = LogDraft(request=request, drawn_at=doing.at, month=_month_in(made.entry))
    _save(draft, made, doing, "drafted")
    return draft.number


def _month_in(entry: Entry) -> str:
    return month_of(entry.answered_on) if entry.answered_on else ""


def _save(draft: LogDraft, made: Drawn, doing: Doing, did: str) -> None:
    save_version(draft, made, doing)
    digest = short_digest(repr(made.entry))
    data = {"version": draft.number, "digest": digest, "month": draft.month}
    tell(_ACTIONS[did], draft.request.reference, doing, data)


_ACTIONS = {"drafted": "log entry drafted", "written": "log entry written"}


def _check_seen(draft: LogDraft, seen: int) -> None:
    if draft.number != seen:
        message = (
            f"{person_name(draft.written_by)} saved version {draft.number} meanwhile, and you began with "
            f"{seen}: both stand below. Put yours into theirs, and save again"
        )
        raise EntryChanged(message)


def _check(edit: Edit) -> None:
    if not edit.title.strip() or len(edit.title) > LONGEST_TITLE:
        message = f"Give it a title that says what it is about, {LONGEST_TITLE} characters at most"
        raise MoveNotAllowed(message)
    if not _MONTH.fullmatch(edit.month):
        message = "The month of the log is a year and a month, such as 2025-10"
        raise MoveNotAllowed(message)
    for label, one in edit.questions.items():
        if not one.text.strip():
            message = f"Question {label or '1'} has no words: say what it asks"
            raise MoveNotAllowed(message)
        if max(len(one.text), len(one.answer)) > LONGEST_ANSWER:
            message = (
                f"A text has at most {LONGEST_ANSWER:,} characters: publish the rest as a file"
            )
            raise MoveNotAllowed(message)


def _edited(entry: Entry, edit: Edit) -> Entry:
    """Return an entry with other words; its outcomes, days and tables are those of the case."""
    questions = tuple(
        _question(one, edit.questions.get(one.label or "")) for one in entry.questions
    )
    title = " ".join(_plain(edit.title).split())
    return composed(replace(entry, title=title, questions=questions))


def _question(one: Question, said: EditedQuestion | None) -> Question:
    if said is None:
        return one
    return replace(one, text=_plain(said.text), answer=_plain(said.answer) or None)


def _plain(text: str) -> str:
    return text.replace("\0", "").replace("\r\n", "\n").strip()


def _choices(draft: LogDraft, edit: Edit) -> tuple[Mark, ...]:
    """Return the marks of a draft with what is decided now: only what was marked can be decided."""
    return tuple(_mark(one, edit.choices.get(one.key)) for one in marks_of(draft))


def _mark(mark: Mark, said: Decided | None) -> Mark:
    if said is None:
        return mark
    if said.choice is Choice.KEEP:
        return _kept(mark, _plain(said.reason))
    if said.choice is Choice.OPEN:
        return replace(mark, choice=Choice.OPEN, shown="", reason="")
    shown = " ".join(_plain(said.shown).split())[:_LONGEST_SHOWN]
    return replace(mark, choice=said.choice, shown=shown or shown_instead(mark), reason="")


def _kept(mark: Mark, reason: str) -> Mark:
    is_new = mark.choice is not Choice.KEEP
    if (is_new and not reason) or len(reason) > LONGEST_REASON:
        message = (
            f"Say why “{masked(mark.words)}” ({mark.name_of_kind}) may stand in the log, in {LONGEST_REASON} "
            "characters at most"
        )
        raise MoveNotAllowed(message)
    return replace(mark, choice=Choice.KEEP, shown="", reason=reason or mark.reason)
