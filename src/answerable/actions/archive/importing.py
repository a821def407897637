"""Keep what was read from a file: all of it or nothing, and the same file only once."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction

from answerable.actions.archive.changes import Content, digest_of, next_change, write_parts
from answerable.actions.archive.corrections import value_of, with_correction
from answerable.domain.disclosure_log import Body as LogBody
from answerable.domain.disclosure_log import entry_as_json, entry_key
from answerable.reading import READER_VERSION, Reading
from answerable.records.archive.models import (
    Body,
    Correction,
    Document,
    Entry,
    EntryVersion,
    Unread,
)

_BATCH = 500


@dataclass(slots=True)
class ImportReport:
    """What an import did, by the keys of the entries.

    `kept` are entries whose corrections stand; `to_look_at` those fields of them that the file now
    says otherwise than when they were corrected; `twice` the references that the file prints twice.
    """

    document: str
    is_known: bool = False
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    to_look_at: list[tuple[str, str]] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    unread: int = 0


@dataclass(frozen=True, slots=True)
class _Wanted:
    key: str
    place: int
    content: Content
    digest: str


def import_reading(
    reading: Reading, *, body: LogBody, month: str | None, by: str, at: dt.datetime
) -> ImportReport:
    """Keep what was read, in one transaction, and report what changed.

    The same file read by the same reader changes nothing. An entry that says something else than
    before becomes a new version; fields that officers corrected keep their corrections; what was
    withdrawn stays withdrawn.
    """
    with transaction.atomic():
        owner = _body(body)
        report = ImportReport(reading.source, unread=len(reading.unread))
        document, is_new = _document(reading, owner, month=month or reading.month, by=by, at=at)
        if not is_new:
            report.is_known = True
            report.unchanged = list(
                document.entries.values_list("key", flat=True).order_by("place")
            )
            return report
        wanted = _wanted(reading, owner, document.month, report)
        _keep(wanted, document, report, by=by, at=at)
    return report


def _body(body: LogBody) -> Body:
    kept, _ = Body.objects.get_or_create(
        code=body.code,
        defaults={"name": body.name, "contact": body.contact or "", "prefix": body.prefix},
    )
    return kept


def _document(
    reading: Reading, owner: Body, *, month: str | None, by: str, at: dt.datetime
) -> tuple[Document, bool]:
    document, is_new = Document.objects.get_or_create(
        body=owner,
        sha256=reading.sha256,
        reader=READER_VERSION,
        defaults={
            "name": reading.source[:300],
            "format": reading.format,
            "kind": reading.kind,
            "month": month or "",
            "printed_index": list(reading.index),
            "repairs": [[one.was, one.now, one.why, one.times] for one in reading.repairs],
            "coverage": {
                part: getattr(reading.coverage, part)
                for part in ("characters", "entries", "index", "furniture", "unread")
            },
            "imported_at": at,
            "imported_by": by,
        },
    )
    if is_new:
        Unread.objects.bulk_create(
            (
                Unread(
                    document=document,
                    text=one.text,
                    reason=one.reason,
                    start=one.start,
                    end=one.end,
                )
                for one in reading.unread
            ),
            batch_size=_BATCH,
        )
    return document, is_new


def _wanted(reading: Reading, owner: Body, month: str, report: ImportReport) -> list[_Wanted]:
    """Give each entry of a reading its key: the reference's, or that of the entry with its title."""
    by_title = _keys_by_title(reading, owner, month)
    wanted: dict[str, _Wanted] = {}
    for place, entry in enumerate(reading.entries):
        key, ref = entry_key(entry.ref, entry.title), entry.ref
        if ref is None:
            key, ref = by_title.get(entry.title, (key, None))
        if key in wanted:
            report.twice.append(key)
            key = next(one for one in _numbered(key) if one not in wanted)
        # A text that lost its references does not take them from entries that have them.
        content = entry_as_json(entry) | {"ref": ref}
        wanted[key] = _Wanted(key, place, content, digest_of(content))
    return list(wanted.values())


def _keys_by_title(reading: Reading, owner: Body, month: str) -> dict[str, tuple[str, str | None]]:
    titles = [entry.title for entry in reading.entries if entry.ref is None]
    if not titles:
        return {}
    found = Entry.objects.filter(body=owner, month=month, title__in=titles)
    return {
        title: (key, ref or None) for title, key, ref in found.values_list("title", "key", "ref")
    }


def _numbered(key: str) -> Iterator[str]:
    return (f"{key}-{number}" for number in range(2, 1_000_000))


def _keep(
    wanted: list[_Wanted], document: Document, report: ImportReport, *, by: str, at: dt.datetime
) -> None:
    known = _known(document.body, [one.key for one in wanted])
    corrections = _corrections(known)
    new: list[Entry] = []
    changed: list[Entry] = []
    versions: list[EntryVersion] = []
    for one in wanted:
        entry = known.get(one.key)
        if entry is None:
            new.append(_new_entry(one, document, at=at))
            report.new.append(one.key)
            continue
        if entry.withdrawn_on:
            report.withdrawn.append(one.key)
        now = _corrected(one, corrections.get(entry.pk, []), report)
        if now.digest == entry.digest:
            report.unchanged.append(one.key)
            continue
        versions.append(_version(entry, by=by, at=at, reason=f"Read again from {document.name}"))
        _change(entry, document, now, place=one.place, at=at)
        changed.append(entry)
        report.changed.append(one.key)
    _write(new, changed, versions)


def _known(body: Body, keys: list[str]) -> dict[str, Entry]:
    known: dict[str, Entry] = {}
    for start in range(0, len(keys), _BATCH):
        for entry in Entry.objects.filter(body=body, key__in=keys[start : start + _BATCH]):
            known[entry.key] = entry
    return known


def _corrections(known: dict[str, Entry]) -> dict[int, list[Correction]]:
    corrected = [entry.pk for entry in known.values() if entry.as_read is not None]
    found: dict[int, list[Correction]] = {}
    for start in range(0, len(corrected), _BATCH):
        for one in Correction.objects.filter(entry_id__in=corrected[start : start + _BATCH]):
            found.setdefault(one.entry_id, []).append(one)
    return found


@dataclass(frozen=True, slots=True)
class _Corrected:
    """What an entry is to say; and what was read, where corrections stand between the two."""

    content: Content
    digest: str
    read: Content | None = None


def _corrected(wanted: _Wanted, corrections: list[Correction], report: ImportReport) -> _Corrected:
    if not corrections:
        return _Corrected(wanted.content, wanted.digest)
    content = wanted.content
    report.kept.append(wanted.key)
    for one in corrections:
        if value_of(wanted.content, one.field) != one.read:
            report.to_look_at.append((wanted.key, one.field))
        content = with_correction(content, one.field, one.corrected)
    return _Corrected(content, digest_of(content), wanted.content)


def _new_entry(wanted: _Wanted, document: Document, *, at: dt.datetime) -> Entry:
    return Entry(
        body=document.body,
        document=document,
        key=wanted.key,
        ref=wanted.content["ref"] or "",
        title=wanted.content["title"],
        month=document.month,
        place=wanted.place,
        content=wanted.content,
        digest=wanted.digest,
        published_at=at,
        changed_at=at,
        change=0,
    )


def _version(entry: Entry, *, by: str, at: dt.datetime, reason: str) -> EntryVersion:
    return EntryVersion(
        entry=entry,
        number=entry.version,
        content=entry.content,
        document_id=entry.document_id,
        replaced_at=at,
        replaced_by=by,
        reason=reason,
    )


def _change(
    entry: Entry, document: Document, now: _Corrected, *, place: int, at: dt.datetime
) -> None:
    entry.document = document
    entry.content, entry.as_read, entry.digest = now.content, now.read, now.digest
    entry.ref, entry.title = now.content["ref"] or "", now.content["title"]
    entry.month, entry.place = document.month or entry.month, place
    entry.version += 1
    entry.changed_at = at


_CHANGING = (
    "document content as_read digest ref title month place version changed_at change".split()
)


def _write(new: list[Entry], changed: list[Entry], versions: list[EntryVersion]) -> None:
    if not new and not changed:
        return
    number = next_change()
    for entry in (*new, *changed):
        entry.change = number
    EntryVersion.objects.bulk_create(versions, batch_size=_BATCH)
    Entry.objects.bulk_create(new, batch_size=_BATCH)
    Entry.objects.bulk_update(changed, _CHANGING, batch_size=_BATCH)
    write_parts(new, are_new=True)
    write_parts(changed, are_new=False)
