"""A passage that answers some question is placed with the one that it answers, or taken back."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from answerable.actions.archive import CorrectionRefused, EntryNotFound
from answerable.actions.casework.publishing.correcting import correct_by_key
from answerable.actions.imports.settling import (
    DoubtRefused,
    How,
    locked_doubt,
    open_doubt,
    reopened,
    settled,
)
from answerable.domain.disclosure_log import entry_from_json
from answerable.domain.roles import Actor
from answerable.records.archive.models import Doubt, Entry

Content = dict[str, Any]
_BREAK = "\n\n"
_FIELDS = ("answer", "answered_with")


def place_passage(
    doubt: int, labels: Sequence[str], *, note: str, by: Actor, at: dt.datetime
) -> None:
    """Give a passage to the questions that it answers: a correction, which a later reading leaves alone.

    It stands behind what answers them already. `labels` has "" for the one question without a label. What
    the questions' outcomes are is not changed by it.

    :raises MoveNotAllowed: if they may not.
    :raises DoubtRefused: if the doubt is about no passage or settled, no question is named or one that the
        entry has not, or the entry does not have the passage any more.
    """
    with transaction.atomic():
        row = open_doubt(doubt, by=by)
        entry = _entry(row)
        _check(row, entry, labels)
        content = _placed(entry.content, row.text.strip(), labels)
        reason = note.strip() or "A passage that no label connects was placed with its question"
        _correct(row, entry, content, by=by, at=at, reason=reason)
        row.placed = {
            label: [_fields(entry.content, label), _fields(content, label)] for label in labels
        }
        settled(row, How.CORRECTED, note=note, by=by, at=at)


def take_back_passage(doubt: int, *, by: Actor, at: dt.datetime) -> None:
    """Take a passage back that was placed: the questions say what they said before, the doubt is open.

    :raises MoveNotAllowed: if they may not.
    :raises DoubtRefused: if none was placed, or one of the questions was corrected since.
    """
    with transaction.atomic():
        row = locked_doubt(doubt, by=by)
        if not row.placed:
            raise DoubtRefused("No passage was placed for it: there is nothing to take back")
        entry = _entry(row)
        content = entry.content
        for label, (before, after) in row.placed.items():
            if label not in _labels(content) or _fields(content, label) != after:
                name = f"question {label}" if label else "the question"
                raise DoubtRefused(f"The answer to {name} was changed since: correct it instead")
            content = _with(content, label, before)
        _correct(row, entry, content, by=by, at=at, reason="A placed passage was taken back")
        reopened(row, by=by, at=at)


def _entry(doubt: Doubt) -> Entry:
    if doubt.what != Doubt.What.UNASSIGNED or doubt.entry is None:
        raise DoubtRefused("It is about no passage that could be placed")
    return doubt.entry


def _check(doubt: Doubt, entry: Entry, labels: Sequence[str]) -> None:
    if not labels:
        raise DoubtRefused("Name the question that the passage answers")
    unknown = [label for label in labels if label not in _labels(entry.content)]
    if unknown:
        raise DoubtRefused(f"{entry.key} has no question {unknown[0]}: look at it again")
    if doubt.text.strip() not in entry.content["response"]:
        raise DoubtRefused(
            f"{entry.key} does not have this passage any more: it was changed since the file was read"
        )


def _placed(content: Content, passage: str, labels: Sequence[str]) -> Content:
    unanswered = [label for label in labels if not _fields(content, label)["answer"]]
    for label in labels:
        fields = _fields(content, label)
        if fields["answer"]:
            fields = {**fields, "answer": f"{fields['answer']}{_BREAK}{passage}"}
        else:
            # Only questions of which it is the whole answer share it.
            others = [one for one in unanswered if one and one != label]
            fields = {"answer": passage, "answered_with": others}
        content = _with(content, label, fields)
    return content


def _correct(
    doubt: Doubt, entry: Entry, content: Content, *, by: Actor, at: dt.datetime, reason: str
) -> None:
    corrected = entry_from_json(content)
    try:
        correct_by_key(doubt.body.code, entry.key, corrected, by=by.key, at=at, reason=reason)
    except (CorrectionRefused, EntryNotFound) as refusal:
        raise DoubtRefused(str(refusal)) from None


def _fields(content: Content, label: str) -> Mapping[str, Any]:
    question = next(one for one in content["questions"] if (one["label"] or "") == label)
    return {name: question[name] for name in _FIELDS}


def _with(content: Content, label: str, fields: Mapping[str, Any]) -> Content:
    questions = [
        {**one, **fields} if (one["label"] or "") == label else one for one in content["questions"]
    ]
    return {**content, "questions": questions}


def _labels(content: Content) -> list[str]:
    return [one["label"] or "" for one in content["questions"]]
