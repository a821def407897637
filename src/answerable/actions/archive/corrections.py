"""Corrections, field by field: what an officer put right stays right when the file is read again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from answerable.actions.archive.changes import Content
from answerable.records.archive.models import Correction, Entry

_WHOLE = (
    "ref",
    "title",
    "request",
    "response",
    "received_on",
    "answered_on",
    "outcomes",
    "exemptions",
    "tables",
    "attachments",
    "links",
)
_OF_A_QUESTION = (
    "printed",
    "text",
    "answer",
    "answered_with",
    "outcomes",
    "exemptions",
    "heading",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What an entry is to say with its corrections; what was read; what a person should look at."""

    content: Content
    as_read: Content | None
    looked_at: tuple[Correction, ...] = ()


def corrected_again(entry: Entry, read: Content, corrections: Sequence[Correction]) -> Standing:
    """Return a later reading of an entry with the corrections that stand on it.

    Where it numbers the questions otherwise, a correction of one of them has no place any more:
    the questions then stay as the officer left them.
    """
    if not corrections:
        return Standing(read, None)
    content, looked_at = read, []
    for one in corrections:
        now = value_of(read, one.field)
        if now != one.read_since:
            one.read_since = now
            looked_at.append(one)
        if _has_place(read, one.field):
            content = with_correction(content, one.field, one.corrected)
    if not all(_has_place(read, one.field) for one in corrections):
        content = {**content, "questions": entry.content["questions"]}
    return Standing(content, read, tuple(looked_at))


def differing_fields(read: Content, corrected: Content) -> Iterator[tuple[str, Any, Any]]:
    """Yield each field in which a corrected entry differs from what was read: name, read, corrected.

    A question's field is named with its label ("questions/3/outcomes"); where the questions
    themselves are others, all of them are one field.
    """
    for field in _WHOLE:
        if read[field] != corrected[field]:
            yield field, read[field], corrected[field]
    if _labels(read) != _labels(corrected):
        yield "questions", read["questions"], corrected["questions"]
        return
    for was, now in zip(read["questions"], corrected["questions"], strict=True):
        for field in _OF_A_QUESTION:
            if was[field] != now[field]:
                yield f"questions/{was['label'] or ''}/{field}", was[field], now[field]


def with_correction(content: Content, field: str, value: Any) -> Content:
    """Return the content with one field corrected; unchanged where it has no such field any more."""
    if not field.startswith("questions/"):
        return {**content, field: value}
    label, part = _question_field(field)
    return {
        **content,
        "questions": [
            {**one, part: value} if (one["label"] or "") == label else one
            for one in content["questions"]
        ],
    }


def value_of(content: Content, field: str) -> Any:
    """Return what a content says in a field, or None where it has no such field."""
    if not field.startswith("questions/"):
        return content.get(field)
    label, part = _question_field(field)
    return next((one[part] for one in content["questions"] if (one["label"] or "") == label), None)


def _has_place(content: Content, field: str) -> bool:
    if not field.startswith("questions/"):
        return True
    return _question_field(field)[0] in (label or "" for label in _labels(content))


def _question_field(field: str) -> tuple[str, str]:
    label, _, part = field.removeprefix("questions/").rpartition("/")
    return label, part


def _labels(content: Content) -> list[str | None]:
    return [one["label"] for one in content["questions"]]
