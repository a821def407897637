"""Make a safe copy of a file: new files from what it shows, each inspected for itself; the file itself stays here."""

import hashlib
import mimetypes

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.actions.casework.releasing.asking import ask_inspection
from answerable.actions.casework.releasing.settling import keep_file_back, why_not_here
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.inspecting.rebuilding import CannotRebuild, Rebuilt, RebuiltFile, rebuild
from answerable.records.casework.models import CaseFile, Request

_LONGEST_NAME = 200


class NoSafeCopy(Exception):
    """No safe copy can be made of a file; the message says why, and what to do."""


_MADE = "A safe copy of it was made"


def make_safe_copy(reference: str, pk: int, sha256: str, *, doing: Doing) -> tuple[str, ...]:
    """Make safe copies of a file that somebody looked at, and keep it back; return their names.

    They are made outside of any transaction, because that can take a minute.

    :raises RequestNotFound: if there is no such request, or no such file in it.
    :raises MoveNotAllowed: if they may not, or it is another file by now.
    :raises NoSafeCopy: if none can be made.
    """
    with transaction.atomic():
        request = request_for(reference, Move.MAKE_SAFE_COPY, doing)
        file = _file(request, pk)
        name, data = file.name, bytes(file.data)
    _check_same(name, data, sha256)
    try:
        rebuilt = rebuild(data, name=name)
    except CannotRebuild as refusal:
        raise NoSafeCopy(f"No safe copy can be made: {refusal}") from None
    with transaction.atomic():
        request = request_for(reference, Move.MAKE_SAFE_COPY, doing)
        file = _file(request, pk)
        _check_same(name, bytes(file.data), sha256)
        # Of what has left, too, a copy can be made: it goes in its place the next time.
        if file.release != CaseFile.Release.KEPT_BACK and not why_not_here(file):
            keep_file_back(request, file, reason=_MADE, doing=doing)
        return _kept(request, file, rebuilt, doing)


def _kept(request: Request, file: CaseFile, rebuilt: Rebuilt, doing: Doing) -> tuple[str, ...]:
    taken = set(request.files.values_list("name", flat=True))
    made = []
    for one in rebuilt.files:
        name = free_name(one.name, taken)
        taken.add(name)
        made.append(_new(request, file, name, one, rebuilt.left_out, doing))
    sums = [one.sha256 for one in made]
    tell("safe copy made", request.reference, doing, {"file": file.sha256, "made": sums})
    return tuple(one.name for one in made)


def _new(
    request: Request,
    file: CaseFile,
    name: str,
    made: RebuiltFile,
    left_out: tuple[str, ...],
    doing: Doing,
) -> CaseFile:
    sha256 = hashlib.sha256(made.data).hexdigest()
    new = CaseFile.objects.create(
        request=request,
        question=file.question,
        name=name,
        content_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        sha256=sha256,
        size=len(made.data),
        data=made.data,
        added_by=doing.by.key,
        added_at=doing.at,
        made_from=file,
        left_out=list(left_out),
    )
    ask_inspection(request, sha256, name, at=doing.at)
    return new


def free_name(name: str, taken: set[str]) -> str:
    """Return a name that no file of the request has: "figures.xlsx" is "figures (safe copy).xlsx" beside it."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    room = _LONGEST_NAME - len(dot + ending) - len(" (safe copy 999)")
    stem = stem[:room]
    tries = (
        f"{stem}{said}{dot}{ending}"
        for said in ("", " (safe copy)", *(f" (safe copy {number})" for number in range(2, 1000)))
    )
    found = next((one for one in tries if one not in taken), "")
    if not found:
        message = f"There are too many copies of {name} already: give one another name"
        raise MoveNotAllowed(message)
    return found


def _file(request: Request, pk: int) -> CaseFile:
    file = request.files.filter(pk=pk).first()
    if file is None:
        message = f"{request.reference} has no such file"
        raise RequestNotFound(message)
    return file


def _check_same(name: str, data: bytes, sha256: str) -> None:
    if hashlib.sha256(data).hexdigest() != sha256:
        message = f"{name} is another file than the one you looked at: look at it again"
        raise MoveNotAllowed(message)
