"""Corrections, field by field: what an officer put right stays right when the file is read again."""

from collections.abc import Iterator
from typing import Any

from answerable.actions.archive.changes import Content

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
_OF_A_QUESTION = ("printed", "text", "answer", "answered_with", "outcomes", "exemptions", "heading")


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
    _, label, part = field.split("/")
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
    _, label, part = field.split("/")
    return next((one[part] for one in content["questions"] if (one["label"] or "") == label), None)


def _labels(content: Content) -> list[str | None]:
    return [one["label"] for one in content["questions"]]
