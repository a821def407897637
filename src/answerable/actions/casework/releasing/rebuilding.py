"""Make safe copies of files in the background: new files from what one shows, each inspected for itself.

Whoever is killed on the way leaves a wish that another takes up after a while: all copies are made, or none.
"""

import datetime as dt
import hashlib
import logging
import mimetypes
from collections.abc import Callable
from dataclasses import replace

from django.db import transaction
from django.db.models import Q
from django_q.tasks import async_task

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, locked_request, request_for
from answerable.actions.casework.releasing.asking import ask_inspection
from answerable.actions.casework.releasing.settling import keep_file_back, why_not_here
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Actor, Move, MoveNotAllowed
from answerable.domain.roles.people import MACHINE
from answerable.inspecting.rebuilding import CannotRebuild, Rebuilt, RebuiltFile
from answerable.records.casework.models import CaseFile, Request, SafeCopy

JOB = "make safe copies"
Rebuild = Callable[..., Rebuilt]
"""`rebuild(data, name=…)`: it makes files from what one shows, or says why there are none."""

_RUN = "answerable.jobs.running.run_job"
_LONGEST_NAME = 200
_GIVEN_UP = dt.timedelta(minutes=15)
"""Whoever took a file up this long ago has died over it: none is rebuilt for half as long."""
_MADE = "A safe copy of it was made"
_FAULT = "It could not be made, by a fault of the program ({}): report it, with the number of the request"


def ask_safe_copy(reference: str, pk: int, sha256: str, *, doing: Doing) -> None:
    """Record that somebody asks for safe copies of a file that they looked at, and have a worker begin.

    :raises RequestNotFound: if there is no such request, or no such file in it.
    :raises MoveNotAllowed: if they may not, it is another file by now, or one is being made.
    """
    with transaction.atomic():
        request = request_for(reference, Move.MAKE_SAFE_COPY, doing)
        file = _file(request, pk)
        _check_same(file.name, bytes(file.data), sha256)
        if SafeCopy.objects.filter(file=file, done_at=None).exists():
            message = f"A safe copy of {file.name} is being made already: look again in a minute"
            raise MoveNotAllowed(message)
        SafeCopy.objects.create(file=file, sha256=sha256, asked_by=doing.by.key, asked_at=doing.at)
        tell("safe copy asked", reference, doing, {"file": sha256})
        transaction.on_commit(lambda: async_task(_RUN, JOB))


def make_safe_copies(rebuild: Rebuild, *, doing: Doing, goes_on: Callable[[], bool]) -> int:
    """Make the safe copies that were asked for, while time is left; return how many wishes were settled."""
    count = 0
    while goes_on() and (row := _taken_up(doing.at)) is not None:
        _make(row, rebuild, doing)
        count += 1
    return count


def _taken_up(at: dt.datetime) -> SafeCopy | None:
    """Return the next wish, which nobody else takes up now; None if there is none."""
    waiting = SafeCopy.objects.filter(
        Q(claimed_at=None) | Q(claimed_at__lt=at - _GIVEN_UP), done_at=None
    )
    for row in waiting.select_related("file__request").order_by("asked_at", "pk"):
        if waiting.filter(pk=row.pk).update(claimed_at=at):
            row.claimed_at = at
            return row
    return None


def _make(row: SafeCopy, rebuild: Rebuild, doing: Doing) -> None:
    """Make the copies of a file outside of any transaction, because that can take a minute, and keep them."""
    try:
        data = bytes(row.file.data)
        _check_same("The file", data, row.sha256)
        _finish(row, rebuild(data, name=row.file.name), doing)
    except (CannotRebuild, MoveNotAllowed) as refusal:
        _refuse(row, str(refusal), doing)
    except Exception as fault:  # noqa: BLE001 what a reader stumbles over may quote the file: its kind is enough
        logging.getLogger(__name__).error("A safe copy failed: %s", type(fault).__name__)  # noqa: TRY400 no words
        _refuse(row, _FAULT.format(type(fault).__name__), doing)


def _finish(row: SafeCopy, rebuilt: Rebuilt, doing: Doing) -> None:
    """Attach what was made, and keep the file back of which it is made; all of it or nothing."""
    with transaction.atomic():
        request = locked_request(row.file.request.reference)
        now = SafeCopy.objects.select_for_update().get(pk=row.pk)
        if now.done_at is not None or now.claimed_at != row.claimed_at:
            return
        file = _file(request, row.file_id)
        _check_same("The file", bytes(file.data), row.sha256)
        # The copies are theirs who asked for them: nobody takes the system for whoever answers for them.
        theirs = replace(doing, by=Actor(row.asked_by, row.asked_by, frozenset()))
        # Of what has left, too, a copy can be made: it goes in its place the next time.
        if file.release != CaseFile.Release.KEPT_BACK and not why_not_here(file):
            keep_file_back(request, file, reason=_MADE, doing=theirs)
        _kept(request, file, rebuilt, theirs)
        SafeCopy.objects.filter(pk=row.pk).update(done_at=doing.at)


def _refuse(row: SafeCopy, why: str, doing: Doing) -> None:
    """Keep why no copy was made, unless somebody else settled it meanwhile."""
    with transaction.atomic():
        open_row = SafeCopy.objects.filter(pk=row.pk, done_at=None, claimed_at=row.claimed_at)
        if open_row.update(done_at=doing.at, why_not=why):
            machine = replace(doing, by=MACHINE)
            tell("safe copy not made", row.file.request.reference, machine, {"file": row.sha256})


def _kept(request: Request, file: CaseFile, rebuilt: Rebuilt, doing: Doing) -> None:
    taken = set(request.files.values_list("name", flat=True))
    made = []
    for one in rebuilt.files:
        name = free_name(one.name, taken)
        taken.add(name)
        made.append(_new(request, file, name, one, rebuilt.left_out, doing))
    sums = [one.sha256 for one in made]
    tell("safe copy made", request.reference, doing, {"file": file.sha256, "made": sums})


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
