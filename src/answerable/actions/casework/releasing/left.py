"""Open an incident where bytes cannot be released that have left, and tell the managers."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.timezone import localtime

from answerable.actions.casework.doing import local_day
from answerable.actions.casework.telling import short_digest
from answerable.actions.ledger import record
from answerable.actions.outbox import Mail, write_mail
from answerable.domain.clock.steps import long_date
from answerable.domain.questions.blind import blinded_file
from answerable.domain.release.incidents import notify_by
from answerable.domain.release.standing import open_stops
from answerable.domain.roles import Move, rule
from answerable.domain.roles.people import MACHINE
from answerable.inspecting import Inspection
from answerable.inspecting.codes import codes
from answerable.queries.accounts import people
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.releasing.standings import (
    inspected_in,
    key_of,
    report_of,
    settled_in,
)
from answerable.records.archive.models import PublishedFile
from answerable.records.casework.models import (
    DeliveryLink,
    FileInspection,
    FileSettlement,
    Incident,
    Letter,
    LetterFile,
    LogDraft,
    Request,
)


@dataclass(frozen=True, slots=True)
class _Left:
    """Where bytes went: the request or the entry, since when, and how, without anybody's name."""

    reference: str
    entry: str
    since: dt.datetime
    went_to: tuple[str, ...]


def open_incidents(row: FileInspection, *, at: dt.datetime) -> int:
    """Open an incident for each place where bytes went that cannot be released; return how many are new.

    It belongs into the transaction that keeps the inspection.
    """
    report = report_of(row)
    what = _what_stops(row, report) if report is not None else []
    if not what:
        return 0
    lefts = list(_published(row) if row.request is None else _with_letters(row, row.request))
    return sum(_open(row, one, what, at) for one in lefts)


def _what_stops(row: FileInspection, report: Inspection) -> list[str]:
    """Return in words what cannot be released, unless two people let it through."""
    settled = settled_in(
        FileSettlement.objects.filter(request=row.request_id, sha256=row.sha256)
        if row.request_id
        else _settled_when_published(row)
    )
    still = open_stops(inspected_in(report), settled)
    return list(
        dict.fromkeys(codes()[one.code].what for one in report.findings if key_of(one) in still)
    )


def _settled_when_published(row: FileInspection) -> Iterator[FileSettlement]:
    """Yield what was settled of bytes before they were published: the entry is the request's."""
    drafts = LogDraft.objects.filter(entry__published_files__sha256=row.sha256).values("request")
    yield from FileSettlement.objects.filter(sha256=row.sha256, request__in=drafts)


def _with_letters(row: FileInspection, request: Request) -> Iterator[_Left]:
    """Yield how bytes went with letters of their request."""
    sent = LetterFile.objects.filter(
        letter__request=request,
        letter__state=Letter.State.SENT,
        file__name=row.name,
        file__sha256=row.sha256,
    ).select_related("letter")
    letters = [one.letter for one in sent.order_by("letter__sent_at", "letter__number")]
    if letters:
        since = min(one.sent_at or one.made_at for one in letters)
        yield _Left(request.reference, "", since, tuple(map(_how, letters)))


def _how(letter: Letter) -> str:
    ways = {"email": "by e-mail", "post": "by post"}
    day = long_date(letter.sent_on or local_day(letter.made_at))
    said = f"with letter {letter.number}, {ways[letter.way]} on {day}"
    link = DeliveryLink.objects.filter(letter=letter).first()
    return f"{said}, to be fetched by a link until {long_date(link.ends_on)}" if link else said


def _published(row: FileInspection) -> Iterator[_Left]:
    """Yield the entries with which bytes are published."""
    found = PublishedFile.objects.defer("data").filter(sha256=row.sha256, name=row.name)
    for one in found.select_related("entry__body").order_by("pk"):
        draft = LogDraft.objects.filter(entry=one.entry_id).select_related("request").first()
        day = long_date(local_day(one.entry.published_at))
        yield _Left(
            draft.request.reference if draft else "",
            one.entry.key,
            one.entry.published_at,
            (f"published in the log on {day}, in the entry {one.entry.key}",),
        )


def _open(row: FileInspection, left: _Left, what: list[str], at: dt.datetime) -> bool:
    if _was_dealt_with(row, left, what):
        return False
    name = blinded_file(row.name, identity_of(row.request)) if row.request else row.name
    incident, is_new = Incident.objects.get_or_create(
        reference=left.reference,
        entry=left.entry,
        sha256=row.sha256,
        state=Incident.State.OPEN,
        defaults={
            "name": name,
            "what": what,
            "out_since": left.since,
            "went_to": list(left.went_to),
            "rules": row.rules,
            "opened_at": at,
        },
    )
    if is_new:
        data = {"file": row.sha256, "rules": row.rules}
        subject = f"incident {incident.pk}"
        record("incident opened", subject=subject, by=MACHINE.key, at=at, data=data)
        _tell_managers(incident, at)
    return is_new


def _was_dealt_with(row: FileInspection, left: _Left, what: list[str]) -> bool:
    """Return whether an incident was closed that was about all of this already."""
    closed = Incident.objects.filter(
        reference=left.reference, entry=left.entry, sha256=row.sha256, state=Incident.State.CLOSED
    )
    return any(set(what) <= set(one.what) for one in closed)


def _tell_managers(incident: Incident, at: dt.datetime) -> None:
    """Write to everybody who deals with incidents: in words that say neither what nor whose it is."""
    until = localtime(notify_by(incident.opened_at))
    text = (
        f"A file that left was inspected again and cannot be released. This is incident {incident.pk}.\n\n"
        f"If it holds personal data, and unless that is unlikely to harm anybody, the regulator has to be told by "
        f"{until:%H:%M} on {long_date(until.date())} (UK GDPR article 33(1)).\n\n"
        f"What left, since when and where it went: {settings.ANSWERABLE_ADDRESS}/incidents/{incident.pk}/\n"
    )
    roles = frozenset(rule(Move.HANDLE_INCIDENT).roles)
    for one in people():
        if one.is_active and roles & set(one.roles):
            key = f"incident {incident.pk} {short_digest(one.email)}"
            subject = f"Incident {incident.pk}: a file left that cannot be released"
            write_mail(Mail(key, one.email, subject, text), at=at)
