"""Correct what was misread; withdraw an entry with its reason, and put it back."""

import datetime as dt

from django.db import transaction

from answerable.actions.archive.changes import digest_of, next_change, write_parts
from answerable.actions.archive.corrections import differing_fields
from answerable.domain.disclosure_log import Entry as LogEntry
from answerable.domain.disclosure_log import entry_as_json
from answerable.records.archive.models import Correction, Entry, EntryVersion


class EntryNotFound(Exception):
    """The archive holds no such entry."""


class CorrectionRefused(Exception):
    """A correction changes nothing, or gives no reason."""


class WithdrawalRefused(Exception):
    """An entry cannot be withdrawn or restored as it stands."""


def correct_entry(
    body_code: str, key: str, corrected: LogEntry, *, by: str, at: dt.datetime, reason: str
) -> list[str]:
    """Put right what was misread, and return the fields that changed.

    The fields that differ from what was read are kept as corrections: reading the file again does
    not undo them.

    :raises EntryNotFound: if the archive holds no such entry.
    :raises CorrectionRefused: if nothing differs, or no reason is given.
    """
    if not reason.strip():
        raise CorrectionRefused("Say why the entry is corrected: the reason is kept with it")
    content = entry_as_json(corrected)
    with transaction.atomic():
        entry = _locked(body_code, key)
        if digest_of(content) == entry.digest:
            raise CorrectionRefused(f"Nothing differs from what {key} says already")
        read = entry.as_read or entry.content
        fields = list(differing_fields(read, content))
        _keep_version(entry, by=by, at=at, reason=reason)
        entry.corrections.all().delete()
        Correction.objects.bulk_create(
            Correction(
                entry=entry,
                field=field,
                read=was,
                corrected=now,
                corrected_at=at,
                corrected_by=by,
                reason=reason,
            )
            for field, was, now in fields
        )
        entry.as_read = read if fields else None
        entry.content, entry.digest = content, digest_of(content)
        entry.ref, entry.title = content["ref"] or "", content["title"]
        _save(entry, at=at)
        write_parts([entry], are_new=False)
    return [field for field, _, _ in fields]


def withdraw_entry(body_code: str, key: str, *, reason: str, by: str, at: dt.datetime) -> None:
    """Take an entry out of the published log; its page says when and why from now on.

    :raises EntryNotFound: if the archive holds no such entry.
    :raises WithdrawalRefused: if it is withdrawn already, or no reason is given.
    """
    if not reason.strip():
        raise WithdrawalRefused(
            "Say why the entry is withdrawn: the public register of removals prints it"
        )
    with transaction.atomic():
        entry = _locked(body_code, key)
        if entry.withdrawn_on:
            raise WithdrawalRefused(
                f"{key} was withdrawn on {entry.withdrawn_on.isoformat()} already"
            )
        _keep_version(entry, by=by, at=at, reason=f"Withdrawn: {reason}")
        entry.withdrawn_on, entry.withdrawn_because = at.date(), reason.strip()
        _save(entry, at=at)


def restore_entry(body_code: str, key: str, *, reason: str, by: str, at: dt.datetime) -> None:
    """Put a withdrawn entry back into the published log.

    :raises EntryNotFound: if the archive holds no such entry.
    :raises WithdrawalRefused: if it is not withdrawn.
    """
    with transaction.atomic():
        entry = _locked(body_code, key)
        if not entry.withdrawn_on:
            raise WithdrawalRefused(f"{key} is not withdrawn: there is nothing to restore")
        _keep_version(entry, by=by, at=at, reason=f"Restored: {reason}")
        entry.withdrawn_on, entry.withdrawn_because = None, ""
        _save(entry, at=at)


def _locked(body_code: str, key: str) -> Entry:
    entry = (
        Entry.objects.select_for_update(of=("self",)).filter(body__code=body_code, key=key).first()
    )
    if entry is None:
        raise EntryNotFound(f"The archive of {body_code} holds no entry {key}: check the reference")
    return entry


def _keep_version(entry: Entry, *, by: str, at: dt.datetime, reason: str) -> None:
    EntryVersion.objects.create(
        entry=entry,
        number=entry.version,
        content=entry.content,
        document_id=entry.document_id,
        replaced_at=at,
        replaced_by=by,
        reason=reason,
    )


def _save(entry: Entry, *, at: dt.datetime) -> None:
    entry.version += 1
    entry.changed_at = at
    entry.change = next_change()
    entry.save()
