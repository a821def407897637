"""A file of a request as its page shows it: what is in it, what was found, who settled it, and its copies."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from answerable.domain.questions.blind import Identity, blinded, blinded_file
from answerable.domain.release.standing import (
    SettlementKind,
    Standing,
    asked_first,
    open_checks,
    open_stops,
)
from answerable.inspecting import Finding, Severity, Sheet
from answerable.inspecting.codes import codes
from answerable.inspecting.kinds import PICTURES
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.releasing.gate import why_all_held, why_file_stays
from answerable.queries.casework.releasing.personal import KindRow, personal_rows
from answerable.queries.casework.releasing.places import places_of
from answerable.queries.casework.releasing.standings import (
    FileStanding,
    file_standings,
    key_of,
)
from answerable.records.casework.models import CaseFile, Request

MOST_DRAWN = 4
"""Pictures of places that stand on the page itself: each other one is a step away."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A finding as its page explains it; `is_open` is whether somebody still has to settle it."""

    key: str
    code: str
    what: str
    where: str
    evidence: str
    why: str
    mended: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A safe copy, or the file of which this one is one."""

    pk: int
    name: str
    standing: str


@dataclass(frozen=True, slots=True)
class Copying:
    """How far the safe copy is that somebody asked for last: waiting, being made, made, or not, and why."""

    by: str
    asked_at: dt.datetime
    is_begun: bool
    is_done: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file in the list of its request: how it stands, and why it stays if it does."""

    pk: int
    name: str
    label: str | None
    size: int
    sha256: str
    standing: Standing
    why: str
    was_let_leave: bool
    reason: str
    by: str
    made_from: str


@dataclass(frozen=True, slots=True)
class FilePage:
    """All that is known of a file of a request, without who asked.

    `placed` are the keys of findings whose place can be shown, and `drawn` of those whose picture is shown at once.
    """

    row: FileRow
    kind: str
    cannot_say: str
    is_changed: bool
    sheets: tuple[Sheet, ...]
    levels: tuple[tuple[Severity, tuple[FoundRow, ...]], ...]
    open_checks: int
    open_stops: int
    askers: frozenset[str]
    has_override: bool
    left_out: tuple[str, ...]
    copies: tuple[CopyRow, ...]
    held: tuple[str, ...]
    personal: tuple[KindRow, ...] | None
    copying: Copying | None
    placed: frozenset[str]
    drawn: frozenset[str]


def file_rows(reference: str, *, anew: bool = True) -> tuple[FileRow, ...]:
    """Return the files of a request, each with how it stands; their bytes are read if that is asked."""
    request = Request.objects.filter(reference=reference).select_related("requester").first()
    if request is None:
        return ()
    identity = identity_of(request)
    return tuple(_row(one, identity) for one in file_standings(request, anew=anew))


def held_sentences(reference: str) -> tuple[str, ...]:
    """Return what keeps everything of a request here, as sentences; none if nothing does."""
    request = Request.objects.filter(reference=reference).select_related("requester").first()
    return () if request is None else why_all_held(request)


def file_page(reference: str, pk: int) -> FilePage | None:
    """Return a file of a request as its page shows it, None if there is no such file."""
    request = Request.objects.filter(reference=reference).select_related("requester").first()
    listed = None if request is None else request.files.defer("data").select_related("question")
    file = None if listed is None else listed.filter(pk=pk).first()
    if request is None or file is None:
        return None
    identity = identity_of(request)
    (one,) = file_standings(request, [file])
    report, found = one.inspection, one.found
    stops = open_stops(found, one.settled) if found else frozenset()
    checks = open_checks(found, one.settled) if found else frozenset()
    askers = asked_first(found, one.settled) if found else frozenset()
    return FilePage(
        row=_row(one, identity),
        kind=report.kind if report else "",
        cannot_say=report.reason if report and one.standing is Standing.CANNOT_SAY else "",
        is_changed=one.is_changed,
        sheets=tuple(_blind_sheet(each, identity) for each in report.sheets) if report else (),
        levels=tuple(_levels(one, stops | checks, identity)),
        open_checks=len(checks),
        open_stops=len(stops),
        askers=askers,
        has_override=any(each.kind is SettlementKind.OVERRIDDEN for each in one.settled),
        left_out=tuple(blinded(each, identity) for each in file.left_out),
        copies=tuple(_copies(request, file, identity)),
        held=why_all_held(request),
        personal=personal_rows(one, identity),
        copying=_copying(file, one.sha256, identity),
        placed=frozenset(places_of(one)),
        drawn=_drawn(one, stops | checks),
    )


def _row(one: FileStanding, identity: Identity) -> FileRow:
    file = one.file
    source = file.made_from
    return FileRow(
        pk=file.pk,
        name=blinded_file(file.name, identity),
        label=file.question.label if file.question else None,
        size=file.size,
        sha256=one.sha256,
        standing=one.standing,
        why=why_file_stays(one, identity),
        was_let_leave=file.release == CaseFile.Release.BEFORE_INSPECTIONS,
        reason=blinded(file.release_reason, identity),
        by=file.released_by,
        made_from=blinded_file(source.name, identity) if source else "",
    )


def _levels(
    one: FileStanding, still: frozenset[str], identity: Identity
) -> Iterator[tuple[Severity, tuple[FoundRow, ...]]]:
    findings = one.inspection.findings if one.inspection else ()
    for severity in Severity:
        rows = tuple(
            _found(each, identity, is_open=key_of(each) in still)
            for each in findings
            if each.severity is severity
        )
        if rows:
            yield severity, rows


def _found(one: Finding, identity: Identity, *, is_open: bool) -> FoundRow:
    code = codes()[one.code]
    return FoundRow(
        key=key_of(one),
        code=one.code,
        what=code.what,
        where=blinded(one.where, identity),
        evidence=one.evidence,
        why=code.why,
        mended=one.remedy,
        is_open=is_open,
    )


def _blind_sheet(one: Sheet, identity: Identity) -> Sheet:
    return replace(one, name=blinded(one.name, identity))


def _drawn(one: FileStanding, still: frozenset[str]) -> frozenset[str]:
    """Return the first open findings of which a picture can be drawn: each takes a process a part of a second."""
    is_picture = one.inspection is not None and one.inspection.kind in PICTURES
    found = (key for key, place in places_of(one).items() if place.page or is_picture)
    return frozenset(islice((key for key in found if key in still), MOST_DRAWN))


def _copying(file: CaseFile, sha256: str, identity: Identity) -> Copying | None:
    row = file.copying.filter(sha256=sha256).order_by("-pk").first()
    if row is None:
        return None
    return Copying(
        by=row.asked_by,
        asked_at=row.asked_at,
        is_begun=row.claimed_at is not None,
        is_done=row.done_at is not None,
        why_not=blinded(row.why_not, identity),
    )


def _copies(request: Request, file: CaseFile, identity: Identity) -> Iterator[CopyRow]:
    others = list(request.files.defer("data").filter(made_from=file).order_by("pk"))
    if file.made_from_id:
        others += request.files.defer("data").filter(pk=file.made_from_id)
    for one in file_standings(request, others):
        yield CopyRow(one.file.pk, blinded_file(one.file.name, identity), one.standing.value)
