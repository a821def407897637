"""Withdraw an entry with its reason, put it back, and let waiting entries out when their day has come."""

import datetime as dt

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localtime

from answerable.actions.archive.changes import lock_archive, next_change
from answerable.actions.archive.counting import Counts, counts_of, write_tallies
from answerable.actions.archive.mending import kept_entry
from answerable.actions.ledger import record
from answerable.records.archive.models import ChangeCounter, Entry, Removal

_TIMETABLE = "the timetable"


class WithdrawalRefused(Exception):
    """An entry cannot be withdrawn or restored as it stands."""


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
        counter = lock_archive()
        entry = kept_entry(body_code, key)
        if entry.withdrawn_on:
            raise WithdrawalRefused(
                f"{key} was withdrawn on {entry.withdrawn_on.isoformat()} already"
            )
        before = counts_of([entry])
        entry.withdrawn_on, entry.withdrawn_because = localtime(at).date(), reason.strip()
        Removal.objects.create(
            entry=entry, removed_at=at, removed_by=by, reason=entry.withdrawn_because
        )
        _save(entry, counter, before=before, at=at)
        data = {"reason": reason.strip()}
        record("entry withdrawn", subject=f"entry {body_code}/{key}", by=by, at=at, data=data)


def restore_entry(body_code: str, key: str, *, reason: str, by: str, at: dt.datetime) -> None:
    """Put a withdrawn entry back into the published log.

    :raises EntryNotFound: if the archive holds no such entry.
    :raises WithdrawalRefused: if it is not withdrawn, or no reason is given.
    """
    if not reason.strip():
        raise WithdrawalRefused("Say why the entry is restored: the reason is kept with it")
    with transaction.atomic():
        counter = lock_archive()
        entry = kept_entry(body_code, key)
        if not entry.withdrawn_on:
            raise WithdrawalRefused(f"{key} is not withdrawn: there is nothing to restore")
        before = counts_of([entry])
        entry.withdrawn_on, entry.withdrawn_because = None, ""
        entry.removals.filter(restored_at__isnull=True).update(
            restored_at=at, restored_by=by, restored_because=reason.strip()
        )
        _save(entry, counter, before=before, at=at)
        data = {"reason": reason.strip()}
        record("entry restored", subject=f"entry {body_code}/{key}", by=by, at=at, data=data)


def publish_due(*, at: dt.datetime) -> int:
    """Count waiting entries whose day has come as a change, so that index and caches see them.

    Pages show them from their moment on without this; it returns how many there were.
    """
    with transaction.atomic():
        counter = lock_archive()
        # One that was imported for its own moment never waited, and has been counted already.
        due = Entry.objects.visible(at=at).filter(published_at__gt=F("changed_at"))
        if counter.looked_at:
            due = due.filter(published_at__gt=counter.looked_at)
        counter.looked_at = at
        count = due.count()
        if count:
            due.update(change=next_change(counter))
            data = {"entries": count}
            record("entries came due", subject="the log", by=_TIMETABLE, at=at, data=data)
        else:
            counter.save()
    return count


def _save(entry: Entry, counter: ChangeCounter, *, before: Counts, at: dt.datetime) -> None:
    entry.changed_at = at
    entry.change = next_change(counter)
    entry.save()
    write_tallies(entry.body, before=before, after=counts_of([entry]))
