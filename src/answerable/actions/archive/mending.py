"""Correct what was misread: field by field, with who did it and why."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from answerable.actions.archive.changes import (
    Content,
    digest_of,
    lock_archive,
    next_change,
    set_content,
    version_of,
    write_parts,
)
from answerable.actions.archive.corrections import differing_fields
from answerable.actions.archive.counting import counts_of, write_tallies
from answerable.actions.ledger import record
from answerable.domain.disclosure_log import Entry as LogEntry
from answerable.domain.disclosure_log import entry_as_json
from answerable.records.archive.models import Correction, Entry


class EntryNotFound(Exception):
    """The archive holds no such entry."""


class CorrectionRefused(Exception):
    """A correction changes nothing, gives no reason, or takes another entry's reference."""


@dataclass(frozen=True, slots=True)
class _Officer:
    """Who corrects, when, and why."""

    by: str
    at: dt.datetime
    reason: str


def correct_entry(
    body_code: str, key: str, corrected: LogEntry, *, by: str, at: dt.datetime, reason: str
) -> tuple[str, ...]:
    """Put right what was misread, and return the fields in which the entry now differs from the file.

    They are kept as corrections: reading the file again does not undo them. A field that is put
    back to what was read is a correction no more. The entry keeps its address.

    :raises EntryNotFound: if the archive holds no such entry.
    :raises CorrectionRefused: if nothing differs, no reason is given, or the reference is another's.
    """
    if not reason.strip():
        raise CorrectionRefused("Say why the entry is corrected: the reason is kept with it")
    with transaction.atomic():
        counter = lock_archive()
        entry = kept_entry(body_code, key)
        content = {**entry_as_json(corrected), "pages": entry.content["pages"]}
        if digest_of(content) == entry.digest:
            raise CorrectionRefused(f"Nothing differs from what {key} says already")
        read, was = entry.as_read or entry.content, entry.digest
        version_of(entry, by=by, at=at, reason=reason).save()
        before = counts_of([entry])
        fields = _write_corrections(entry, read, content, _Officer(by, at, reason.strip()))
        entry.as_read = read if fields else None
        _set_corrected(entry, content)
        entry.version += 1
        entry.changed_at, entry.change = at, next_change(counter)
        entry.save()
        write_parts([entry], are_new=False)
        write_tallies(entry.body, before=before, after=counts_of([entry]))
        data = {"before": was, "after": entry.digest, "fields": fields, "reason": reason.strip()}
        record("entry corrected", subject=f"entry {body_code}/{key}", by=by, at=at, data=data)
    return fields


def kept_entry(body_code: str, key: str) -> Entry:
    """Return an entry of the archive; the caller has locked it.

    :raises EntryNotFound: if the archive holds no such entry.
    """
    found = Entry.objects.filter(body__code=body_code, key=key).select_related("body").first()
    if found is None:
        raise EntryNotFound(f"The archive of {body_code} holds no entry {key}: check the reference")
    return found


def _write_corrections(
    entry: Entry, read: Content, content: Content, officer: _Officer
) -> tuple[str, ...]:
    """Write what differs now; a correction that stood before keeps who made it, when and why."""
    wanted = {field: (was, now) for field, was, now in differing_fields(read, content)}
    standing = {one.field: one for one in entry.corrections.all()}
    gone = [one.pk for field, one in standing.items() if not _stands(one, wanted.get(field))]
    entry.corrections.filter(pk__in=gone).delete()
    Correction.objects.bulk_create(
        Correction(
            entry=entry,
            field=field,
            read=was,
            read_since=was,
            corrected=now,
            corrected_at=officer.at,
            corrected_by=officer.by,
            reason=officer.reason,
        )
        for field, (was, now) in wanted.items()
        if field not in standing or standing[field].pk in gone
    )
    return tuple(wanted)


def _stands(correction: Correction, wanted: tuple[Any, Any] | None) -> bool:
    return wanted is not None and wanted[1] == correction.corrected


def _set_corrected(entry: Entry, content: Content) -> None:
    known_by = entry.ref_key
    set_content(entry, content)
    if entry.ref_key == known_by or entry.ref_key is None:
        return
    others = Entry.objects.filter(body=entry.body, ref_key=entry.ref_key).exclude(pk=entry.pk)
    if other := others.first():
        raise CorrectionRefused(
            f"{content['ref']} is the reference of another entry, {other.key}: correct that one first"
        )
    entry.occurrence = 1
