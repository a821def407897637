"""Correct what is published: another version, with a note that everybody reads beside it."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction

from answerable.actions.archive import correct_entry
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.publishing.drawing import (
    Drawn,
    cleansed,
    keep_what_is_out,
    marks_of,
)
from answerable.actions.casework.publishing.steps import ask_for, draft_for
from answerable.actions.casework.publishing.taking_out import locked_draft
from answerable.actions.casework.telling import short_digest, tell
from answerable.domain.disclosure_log import Entry, entry_as_json, entry_from_json
from answerable.domain.disclosure_log.correcting import with_words
from answerable.domain.disclosure_log.identifying import Choice, undecided
from answerable.domain.disclosure_log.taking_out import tells_of_people
from answerable.domain.disclosure_log.texts import texts_of
from answerable.domain.questions.blind import Identity, names_requester
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.inspecting.masking import masked
from answerable.queries.casework.answered import everybody_who_asked
from answerable.records.casework.models import LogDraft, LogDraftVersion, LogStep

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What an entry is to say: its title, and by the place of a question its text and its answer.

    `note` is what the log says of the correction; `is_looked_at` that somebody read the words in it that
    may identify somebody, and that they may stand.
    """

    note: str
    title: str
    questions: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    is_looked_at: bool = False


def correct(reference: str, number: int, corrected: Corrected, *, doing: Doing) -> None:
    """Keep another version of a published entry, and ask for it to come into the log with its note.

    :raises RequestNotFound: if there is no such request, or nothing was written for the log.
    :raises MoveNotAllowed: if they may not, nothing differs, it names who asked, has words that may
        identify somebody and nobody looked at, or somebody else saved a version since.
    """
    note = corrected.note.strip()
    with transaction.atomic():
        draft = draft_for(reference, Move.CORRECT_ENTRY, doing, reason=note)
        _check_version(draft, number)
        asked_by = everybody_who_asked(draft.request)
        asked = _with_words(draft.content, corrected)
        _check_blind([note, *(one.words for one in texts_of(asked))], asked_by[0])
        for one in asked_by:
            _check_note(note, one)
        made = cleansed(draft.request, asked, marks_of(draft))
        content = entry_as_json(made.entry)
        if content == draft.content:
            message = "Nothing differs from what the log says already"
            raise MoveNotAllowed(message)
        made = _looked_at(made, corrected)
        keep_what_is_out(draft, made)
        _save(draft, content, by=doing.by.key, at=doing.at, note=note)
        ask_for(draft, LogStep.Act.CORRECT, doing=doing, reason=note)
        data = {"version": draft.number, "digest": short_digest(json.dumps(content))}
        tell("log entry changed", reference, doing, data)


def correct_by_key(
    body_code: str, key: str, entry: Entry, *, by: str, at: dt.datetime, reason: str
) -> tuple[str, ...]:
    """Correct an entry by its address, wherever it came from: what casework keeps of it agrees.

    :raises EntryNotFound: if the archive holds no such entry.
    :raises CorrectionRefused: if nothing differs, no reason is given, or the reference is another's.
    """
    with transaction.atomic():
        draft = locked_draft(body_code, key)
        fields = correct_entry(body_code, key, entry, by=by, at=at, reason=reason)
        if draft is not None and draft.entry is not None:
            draft.entry.refresh_from_db()
            _save(draft, draft.entry.content, by=by, at=at, note=draft.note)
    return fields


def _check_version(draft: LogDraft, number: int) -> None:
    if draft.number != number:
        message = (
            f"The entry is at version {draft.number} by now, and you looked at {number}: "
            "look at it again, then correct it"
        )
        raise MoveNotAllowed(message)


def _with_words(content: Content, corrected: Corrected) -> Entry:
    questions = {
        place: (_plain(text), _plain(answer))
        for place, (text, answer) in corrected.questions.items()
    }
    made = with_words(entry_from_json(content), _plain(corrected.title), questions)
    if not made.title or any(not one.text for one in made.questions):
        message = "An entry has a title, and each of its questions has words: fill them in"
        raise MoveNotAllowed(message)
    return made


def _looked_at(made: Drawn, corrected: Corrected) -> Drawn:
    """Return a correction whose words that may identify somebody are all decided."""
    words = undecided(made.marks)
    if words and not corrected.is_looked_at:
        named = ", ".join(f"“{masked(one.words)}”" for one in words)
        message = f"{named} may identify somebody: say it without, or confirm that it may stand"
        raise MoveNotAllowed(message)
    kept = (
        replace(one, choice=Choice.KEEP, reason=corrected.note.strip()) if one.waits else one
        for one in made.marks
    )
    return Drawn(made.entry, tuple(kept))


def _plain(words: str) -> str:
    """Return words as a form gave them, with the ends of lines that the log has."""
    return words.replace("\r\n", "\n").strip()


def _check_blind(texts: Iterable[str], identity: Identity) -> None:
    if any(names_requester(one, identity) for one in texts):
        message = "It names who asked, and everybody can read it: say it without them"
        raise MoveNotAllowed(message)


def _check_note(note: str, identity: Identity) -> None:
    """Refuse a note out of which something would have to be taken: nothing is taken out of it by itself."""
    if tells_of_people(note, identity):
        message = (
            "The note names somebody, or says how they are reached, and everybody can read it: say it "
            "without that"
        )
        raise MoveNotAllowed(message)


def _save(draft: LogDraft, content: Content, *, by: str, at: dt.datetime, note: str) -> None:
    draft.content, draft.note = content, note
    draft.number += 1
    draft.written_by, draft.written_at = by[:200], at
    draft.save()
    LogDraftVersion.objects.create(
        draft=draft,
        number=draft.number,
        by=draft.written_by,
        at=at,
        content=content,
        marks=draft.marks,
    )
