"""Make the redacted files that were approved, one after the other, and attach each to its request.

Whoever is killed on the way leaves an approval that another takes up after a while: a file is made whole, or
not at all.
"""

import datetime as dt
import logging
import mimetypes
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from django.db import transaction
from django.db.models import Q

from answerable.actions.casework.attaching import (
    LARGEST_FILE,
    AttachedFile,
    add_file,
)
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import locked_request
from answerable.actions.casework.redacting.holding import RedactionRefused, check_same
from answerable.actions.casework.releasing.settling import keep_file_back
from answerable.actions.casework.telling import tell
from answerable.domain.questions.blind import blinded_file
from answerable.domain.roles import Actor, Move, MoveNotAllowed, rule
from answerable.domain.roles.people import MACHINE
from answerable.inspecting.labelling import (
    RedactedFiles,
    redacted_files_as_json,
    safe_name,
    without_words,
)
from answerable.inspecting.redacting import (
    CannotRedact,
    Mark,
    NotProved,
    Redacted,
    redaction_as_json,
)
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.redacting.known import surnames_known
from answerable.queries.casework.redacting.places import THE_FILE, engine_name, place_marks
from answerable.queries.casework.redacting.seen import SeenRedaction, redaction_seen
from answerable.records.casework.models import (
    CaseFile,
    RedactedFile,
    Redaction,
    RedactionMark,
    Request,
)


@dataclass(frozen=True, slots=True)
class Engines:
    """What makes redacted files with their proof, or says why there are none.

    `pages(data, marks, name=…, known=…)` takes boxes out of a PDF; `places(data, marks, name=…)` rebuilds anything else.
    """

    pages: Callable[..., Redacted]
    places: Callable[..., RedactedFiles]


@dataclass(frozen=True, slots=True)
class _Made:
    """The files that were made, each with the end of its name behind that of the original, and their proof."""

    files: tuple[tuple[str, bytes], ...]
    proof: dict[str, object]


_GIVEN_UP = dt.timedelta(minutes=65)
"""Whoever took a redaction up this long ago has died over it: a job is ended after an hour."""
_REFUSALS = (CannotRedact, NotProved, RedactionRefused, MoveNotAllowed)
_LONGEST_STEM = 150
_FAULT = "It could not be made, by a fault of the program ({}): report it, with the number of the request"


def apply_approved(engines: Engines, *, doing: Doing, goes_on: Callable[[], bool]) -> int:
    """Make the redacted file of each redaction that was approved, while time is left; return how many were settled."""
    count = 0
    while goes_on() and (row := _taken_up(doing.at)) is not None:
        _apply(row, engines, doing)
        count += 1
    return count


def _taken_up(at: dt.datetime) -> Redaction | None:
    """Return the next approved redaction, which nobody else takes up now; None if there is none."""
    waiting = Redaction.objects.filter(
        Q(claimed_at=None) | Q(claimed_at__lt=at - _GIVEN_UP), state=Redaction.State.APPLYING
    )
    for row in waiting.select_related("file__request").order_by("approved_at", "pk"):
        if waiting.filter(pk=row.pk).update(claimed_at=at):
            row.claimed_at = at
            return row
    return None


def _apply(row: Redaction, engines: Engines, doing: Doing) -> None:
    try:
        data = bytes(row.file.data)
        check_same(row, data)
        is_on_pages = row.kind == Redaction.Kind.PAGES
        made = _on_pages(row, data, engines) if is_on_pages else _in_places(row, data, engines)
        _finish(row, made, doing)
    except _REFUSALS as refusal:
        _refuse(row, str(refusal), doing)
    except Exception as fault:  # noqa: BLE001 what an engine stumbles over may quote the file: its kind is enough
        logging.getLogger(__name__).error("A redaction failed: %s", type(fault).__name__)  # noqa: TRY400 no words
        _refuse(row, _FAULT.format(type(fault).__name__), doing)


def _on_pages(row: Redaction, data: bytes, engines: Engines) -> _Made:
    marks = row.marks.filter(undone_at=None).order_by("page", "top", "left", "pk")
    known = surnames_known(row.file.request)
    made = engines.pages(data, tuple(map(_mark, marks)), name=THE_FILE, known=known)
    return _Made(((".pdf", made.data),), redaction_as_json(made))


def _in_places(row: Redaction, data: bytes, engines: Engines) -> _Made:
    marks = place_marks(_seen(row).marks)
    name = engine_name(row.file.name)
    made = engines.places(data, marks, name=name)
    called = PurePosixPath(safe_name(name, marks)).stem
    files = tuple((one.name.removeprefix(called), one.data) for one in made.files)
    # What must be decided is told by the inspection of each new file.
    told = redacted_files_as_json(made)
    return _Made(files, {key: told[key] for key in _KEPT_OF_PROOF})


_KEPT_OF_PROOF = ("proof", "labels", "words", "words_lost", "not_swept", "warnings", "left_out")


def _seen(row: Redaction) -> SeenRedaction:
    seen = redaction_seen(row.file_id)
    if seen is None or seen.number != row.pk:
        raise RedactionRefused("Somebody else made it meanwhile")
    return seen


def _mark(one: RedactionMark) -> Mark:
    box = (one.left, one.top, one.right, one.bottom)
    return Mark(one.page, box, one.words, one.limb, one.reason)


def _finish(row: Redaction, made: _Made, doing: Doing) -> None:
    """Attach what was made, keep the original back, and tell it; all of it or nothing."""
    if any(len(data) > LARGEST_FILE for _, data in made.files):
        limit = LARGEST_FILE // 1024**2
        raise RedactionRefused(f"The redacted file has more than {limit} MB: split the file first")
    with transaction.atomic():
        request = locked_request(row.file.request.reference)
        _check_in_hand(row, request.stage)
        file = request.files.get(pk=row.file_id)
        file.request = request
        check_same(row, bytes(file.data))
        # The file is theirs who approved it: nobody takes the system for whoever answers for it.
        theirs = replace(doing, by=Actor(row.approved_by, row.approved_by, frozenset()))
        result, *beside = [
            add_file(request, file.question, one, doing=theirs)
            for one in _named(request, file, row, made)
        ]
        why = f"Redacted as {blinded_file(result.name, identity_of(request))}"
        for one in [file, *_earlier_results(file, row)]:
            _keep_back(request, one, why, theirs)
        row.state, row.result, row.done_at = Redaction.State.DONE, result, doing.at
        row.proof = made.proof
        row.save(update_fields=["state", "result", "done_at", "proof"])
        RedactedFile.objects.bulk_create(
            RedactedFile(redaction=row, file=one, place=place)
            for place, one in enumerate(beside, start=2)
        )
        data = {
            "file": row.source_sha256,
            "result": result.sha256,
            **({"beside": [one.sha256 for one in beside]} if beside else {}),
            "marks": row.marks.filter(undone_at=None).count(),
        }
        tell("file redacted", request.reference, replace(doing, by=MACHINE), data)


def _keep_back(request: Request, file: CaseFile, why: str, doing: Doing) -> None:
    """Keep a file back for which another stands now; what has left already cannot be."""
    if file.release != CaseFile.Release.KEPT_BACK:
        with suppress(MoveNotAllowed):
            keep_file_back(request, file, reason=why, doing=doing)


def _check_in_hand(row: Redaction, stage: str) -> None:
    """Do nothing if the redaction is still to be made, by whoever took it up, and the answer has not left."""
    now = Redaction.objects.select_for_update().get(pk=row.pk)
    if now.state != Redaction.State.APPLYING or now.claimed_at != row.claimed_at:
        raise RedactionRefused("Somebody else made it meanwhile")
    if stage not in rule(Move.APPROVE_REDACTION).stages:
        raise RedactionRefused(f"The request is {stage} by now: no file can be added to its answer")


def _earlier_results(file: CaseFile, row: Redaction) -> list[CaseFile]:
    """Return files that were made of this one before: what was forgotten in them is why there is another."""
    earlier = Redaction.objects.filter(file=file, result__isnull=False).exclude(pk=row.pk)
    found = [one.result for one in earlier.select_related("result__request")]
    beside = RedactedFile.objects.filter(redaction__in=earlier).select_related("file__request")
    return [*(one for one in found if one is not None), *(one.file for one in beside)]


def _refuse(row: Redaction, why: str, doing: Doing) -> None:
    """Send it back with the reason why no file was made, unless somebody else settled it meanwhile."""
    with transaction.atomic():
        changed = Redaction.objects.filter(
            pk=row.pk, state=Redaction.State.APPLYING, claimed_at=row.claimed_at
        ).update(
            state=Redaction.State.SENT_BACK,
            why_back=why,
            sent_back_by=MACHINE.key,
            sent_back_at=doing.at,
        )
        if changed:
            data = {"file": row.source_sha256}
            reference = row.file.request.reference
            tell("redaction not made", reference, replace(doing, by=MACHINE), data)


def _named(request: Request, file: CaseFile, row: Redaction, made: _Made) -> list[AttachedFile]:
    """Return the files under names that are free: that of the original, and what they are."""
    taken = set(request.files.values_list("name", flat=True))
    stem = _stem(file.name, row)
    ways = (f"{stem} (redacted{'' if n == 1 else f' {n}'})" for n in range(1, len(taken) + 2))
    start = next(
        one for one in ways if not taken.intersection(f"{one}{end}" for end, _ in made.files)
    )
    return [
        AttachedFile(
            f"{start}{end}", mimetypes.guess_type(end)[0] or "application/octet-stream", data
        )
        for end, data in made.files
    ]


def _stem(name: str, row: Redaction) -> str:
    """Return the name of the original without its ending, and without words that are marked in places."""
    stem = PurePosixPath(name).stem[:_LONGEST_STEM]
    if row.kind == Redaction.Kind.PAGES:
        return stem
    marks = _seen(row).marks
    return without_words(
        stem, (text for one in marks for text in (*one.sought, *one.words.splitlines()))
    )
