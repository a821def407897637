"""Files that go out with an answer: bound to their request, and inspected before any leaves."""

import hashlib
from dataclasses import dataclass

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.actions.casework.releasing.asking import ask_inspection
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.reading.alphabets import storable
from answerable.records.casework.models import (
    CaseFile,
    ContributionFile,
    Question,
    Request,
)

LARGEST_FILE = 25 * 1024 * 1024
"""Bytes: most mail servers refuse mails of more."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file as somebody gives it."""

    name: str
    content_type: str
    data: bytes


def attach_file(reference: str, label: str | None, given: AttachedFile, *, doing: Doing) -> None:
    """Attach a file to a request, or to one question of it, and have it inspected: nothing leaves before that.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, or it is empty, too large, or its name is taken.
    """
    _check_size(_file_name(given.name), given.data)
    with transaction.atomic():
        request = request_for(reference, Move.ATTACH, doing)
        question = None if label is None else _question(request, label)
        add_file(request, question, given, doing=doing)


def add_file(
    request: Request, question: Question | None, given: AttachedFile, *, doing: Doing
) -> CaseFile:
    """Keep a file with a request that is held, and tell it; whether they may is asked before.

    :raises MoveNotAllowed: if its name is taken.
    """
    name = _file_name(given.name)
    if request.files.filter(name=name).exists():
        message = f"There is a file called {name} already: give it another name, or remove that"
        raise MoveNotAllowed(message)
    sha256 = hashlib.sha256(given.data).hexdigest()
    made = CaseFile.objects.create(
        request=request,
        question=question,
        name=name,
        content_type=given.content_type[:100],
        sha256=sha256,
        size=len(given.data),
        data=given.data,
        added_by=doing.by.key,
        added_at=doing.at,
    )
    ask_inspection(request, sha256, name, at=doing.at)
    label = question.label if question else None
    tell("file attached", request.reference, doing, {"file": sha256, "question": label})
    return made


def attach_contributed(reference: str, number: int, place: int, *, doing: Doing) -> None:
    """Attach a file that an information owner gave for a question of the same request.

    :raises RequestNotFound: if there is no such request, or no such file in a contribution to it.
    :raises MoveNotAllowed: if they may not, or its name is taken.
    """
    found = (
        ContributionFile.objects.select_related("contribution__question")
        .filter(
            contribution=number, place=place, contribution__question__request__reference=reference
        )
        .first()
    )
    if found is None:
        message = f"{reference} has no such contributed file"
        raise RequestNotFound(message)
    given = AttachedFile(found.name, found.content_type, bytes(found.data))
    attach_file(reference, found.contribution.question.label, given, doing=doing)


def _question(request: Request, label: str) -> Question:
    found = request.questions.filter(label=label).first()
    if found is None:
        message = f"{request.reference} has no question {label}"
        raise RequestNotFound(message)
    return found


def _file_name(name: str) -> str:
    """Return a name without the folders that it came from."""
    last = storable(name).replace("\\", "/").rpartition("/")[2]
    return " ".join(last.split())[:200] or "file"


def _check_size(name: str, data: bytes) -> None:
    if not data:
        message = f"{name} is empty: choose the file again"
        raise MoveNotAllowed(message)
    if len(data) > LARGEST_FILE:
        size, limit = len(data) // 1024**2, LARGEST_FILE // 1024**2
        message = f"{name} has {size} MB: a file that goes by mail has at most {limit} MB"
        raise MoveNotAllowed(message)
