"""Files that go out with an answer: bound to their request, and released one by one."""

import hashlib
from dataclasses import dataclass

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.reading.alphabets import storable
from answerable.records.casework.models import (
    CaseFile,
    ContributionFile,
    LetterFile,
    LogDraft,
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
    """Attach a file to a request, or to one question of it; it leaves once somebody says that it may.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, or it is empty, too large, or its name is taken.
    """
    name = _file_name(given.name)
    _check_size(name, given.data)
    with transaction.atomic():
        request = request_for(reference, Move.ATTACH, doing)
        if request.files.filter(name=name).exists():
            message = f"There is a file called {name} already: give it another name, or remove that"
            raise MoveNotAllowed(message)
        sha256 = hashlib.sha256(given.data).hexdigest()
        CaseFile.objects.create(
            request=request,
            question=None if label is None else _question(request, label),
            name=name,
            content_type=given.content_type[:100],
            sha256=sha256,
            size=len(given.data),
            data=given.data,
            added_by=doing.by.key,
            added_at=doing.at,
        )
        tell("file attached", request.reference, doing, {"file": sha256, "question": label})


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


def release_file(reference: str, pk: int, *, reason: str, doing: Doing) -> None:
    """Record that a file that was not inspected may leave, and why.

    :raises RequestNotFound: if there is no such request, or no such file in it.
    :raises MoveNotAllowed: if they may not, or do not say why.
    """
    _decide(reference, pk, CaseFile.Release.RELEASED, reason, doing)


def keep_back(reference: str, pk: int, *, reason: str, doing: Doing) -> None:
    """Record that a file stays here, and why.

    :raises RequestNotFound: if there is no such request, or no such file in it.
    :raises MoveNotAllowed: if they may not, or do not say why.
    """
    _decide(reference, pk, CaseFile.Release.KEPT_BACK, reason, doing)


_IN_THE_LOG = (LogDraft.State.WAITING, LogDraft.State.PUBLISHED)
_ACTIONS = {
    CaseFile.Release.RELEASED: "file released",
    CaseFile.Release.KEPT_BACK: "file kept back",
}


def _decide(reference: str, pk: int, release: CaseFile.Release, reason: str, doing: Doing) -> None:
    with transaction.atomic():
        request = request_for(reference, Move.RELEASE, doing, reason=reason)
        file = request.files.defer("data").filter(pk=pk).first()
        if file is None:
            message = f"{reference} has no such file"
            raise RequestNotFound(message)
        if LetterFile.objects.filter(file=file, letter__state__in=("leaving", "sent")).exists():
            message = f"{file.name} has left, or is leaving: that cannot be changed any more"
            raise MoveNotAllowed(message)
        if file.published.filter(draft__state__in=_IN_THE_LOG).exists():
            message = (
                f"{file.name} is published, or is to be: withdraw the entry from the log first"
            )
            raise MoveNotAllowed(message)
        file.release, file.release_reason = release, reason.strip()
        file.released_by, file.released_at = doing.by.key, doing.at
        file.save(update_fields=["release", "release_reason", "released_by", "released_at"])
        tell(_ACTIONS[release], reference, doing, {"file": file.sha256, "reason": reason.strip()})


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
