"""Put into the archive what the office itself wrote of a request: new, or as another version."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Max
from django.utils.timezone import localtime

from answerable.actions.archive.changes import (
    Content,
    lock_archive,
    next_change,
    set_content,
    version_of,
    write_parts,
)
from answerable.actions.archive.corrections import differing_fields
from answerable.actions.archive.counting import Counts, counts_of, write_tallies
from answerable.actions.archive.documents import body_row, office_name
from answerable.actions.archive.recognising import new_key
from answerable.actions.ledger import record
from answerable.domain.disclosure_log import CASEWORK
from answerable.domain.disclosure_log import Body as LogBody
from answerable.records.archive.keys import ref_key_of
from answerable.records.archive.models import (
    Body,
    ChangeCounter,
    Document,
    Entry,
    EntryNote,
    EntrySource,
    PublishedFile,
)


class EntryIsWithdrawn(Exception):
    """The log holds the reference already, and its entry was withdrawn."""


class EntryIsSeen(Exception):
    """The log shows the reference already: another version of it cannot be kept back there."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the office wrote of a request: who put it in and when, and from which moment it is seen."""

    reference: str
    content: Content
    month: str
    seen_from: dt.datetime
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that is published with an entry."""

    name: str
    content_type: str
    sha256: str
    data: bytes


def publish_written(written: Written, files: Sequence[WrittenFile]) -> Entry:
    """Put an entry into the log of the office's own body, in the caller's transaction; return it.

    If the log holds its reference already, it becomes another version of that entry.

    :raises EntryIsWithdrawn: if the log's entry of that reference was withdrawn.
    :raises EntryIsSeen: if it is to be seen from a later day, and the log's entry is seen now.
    """
    counter = lock_archive()
    body = own_body(counter)
    content = _content(written)
    known = Entry.objects.filter(body=body, ref_key=ref_key_of(content["ref"]), occurrence=1)
    entry = known.select_related("body").first()
    if entry is None:
        before: Counts = Counts()
        entry = _new(body, content, written)
    else:
        _check_takes(entry, written)
        before = counts_of([entry])
        _replace(entry, content, written, reason="Published from casework")
        _move(entry, written.month)
    _store(entry, counter, before=before)
    _write_files(entry, files)
    sums = sorted(one.sha256 for one in files)
    _tell(
        "entry published",
        entry,
        written,
        {"digest": entry.digest, "month": entry.month, "files": sums},
    )
    return entry


def correct_written(
    entry: Entry, written: Written, files: Sequence[WrittenFile], *, note: str
) -> None:
    """Put another version of an entry into the log, with the note that everybody reads.

    It belongs into the caller's transaction.
    """
    counter = lock_archive()
    entry = Entry.objects.select_related("body").get(pk=entry.pk)
    before, was, digest = counts_of([entry]), entry.content, entry.digest
    content = {**_content(written), "ref": entry.content["ref"]}
    _replace(entry, content, written, reason=note)
    _store(entry, counter, before=before)
    _write_files(entry, files)
    EntryNote.objects.create(
        entry=entry, version=entry.version, on=localtime(written.at).date(), text=note
    )
    fields = [name for name, _, _ in differing_fields(was, content)]
    data = {"before": digest, "after": entry.digest, "fields": fields, "reason": note}
    _tell("entry corrected", entry, written, data)


def own_body(counter: ChangeCounter) -> Body:
    """Return the row of the body that the site belongs to; where it is new, with the office's name."""
    known = Body.objects.filter(code=settings.ANSWERABLE_BODY).first()
    if known is not None:
        return known
    name, contact = office_name()
    return body_row(LogBody(settings.ANSWERABLE_BODY, name, contact or None, ""), counter)


def _content(written: Written) -> Content:
    ref = written.content.get("ref") or written.reference
    return {**written.content, "ref": ref, "pages": None}


def _check_takes(entry: Entry, written: Written) -> None:
    if entry.withdrawn_on:
        day = entry.withdrawn_on.isoformat()
        message = (
            f"The log holds {entry.key} already, and it was withdrawn on {day}: "
            "restore it first, or keep this request out of the log"
        )
        raise EntryIsWithdrawn(message)
    if written.seen_from > written.at >= entry.published_at:
        message = f"The log shows {entry.key} already: its other version waits for the day"
        raise EntryIsSeen(message)


def _new(body: Body, content: Content, written: Written) -> Entry:
    entry = Entry(
        body=body,
        document=_document(body, content, written),
        key=new_key(content, body=body, month=written.month),
        month=written.month,
        place=_next_place(body, written.month),
        published_at=written.seen_from,
        changed_at=written.at,
    )
    set_content(entry, content)
    return entry


def _replace(entry: Entry, content: Content, written: Written, *, reason: str) -> None:
    version_of(entry, by=written.by, at=written.at, reason=reason).save()
    # What was corrected was how a file had been read: from here on the office's own words stand.
    entry.corrections.all().delete()
    entry.as_read = None
    entry.document = _document(entry.body, content, written)
    set_content(entry, content)
    entry.version += 1
    entry.changed_at = written.at


def _move(entry: Entry, month: str) -> None:
    if month and month != entry.month:
        entry.month, entry.place = month, _next_place(entry.body, month)


def _store(entry: Entry, counter: ChangeCounter, *, before: Counts) -> None:
    # Nothing can have waited for its day before the first entry of a log.
    counter.looked_at = counter.looked_at or entry.changed_at
    entry.change = next_change(counter)
    is_new = entry.pk is None
    entry.save()
    write_parts([entry], are_new=is_new)
    write_tallies(entry.body, before=before, after=counts_of([entry]))
    EntrySource.objects.get_or_create(
        document=entry.document, place=0, defaults={"entry": entry, "digest": entry.digest}
    )


def _document(body: Body, content: Content, written: Written) -> Document:
    """Return where the words come from: the same words come from the same, however often they do."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return Document.objects.get_or_create(
        body=body,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        reader=CASEWORK,
        defaults={
            "name": written.reference,
            "format": CASEWORK,
            "kind": CASEWORK,
            "month": written.month,
            "imported_at": written.at,
            "imported_by": written.by[:100],
        },
    )[0]


def _next_place(body: Body, month: str) -> int:
    last = Entry.objects.filter(body=body, month=month).aggregate(last=Max("place"))["last"]
    return 0 if last is None else last + 1


def _write_files(entry: Entry, files: Iterable[WrittenFile]) -> None:
    """Write the files that are not there yet; one whose name or bytes are others goes."""
    kept = {(name, sha256) for name, sha256 in entry.published_files.values_list("name", "sha256")}
    wanted = {(one.name, one.sha256): (place, one) for place, one in enumerate(files)}
    for name, _ in kept - set(wanted):
        entry.published_files.filter(name=name).delete()
    for which, (place, one) in wanted.items():
        if which in kept:
            entry.published_files.filter(name=one.name).update(place=place)
            continue
        PublishedFile.objects.create(
            entry=entry,
            place=place,
            name=one.name,
            content_type=one.content_type,
            sha256=one.sha256,
            size=len(one.data),
            data=one.data,
        )


def _tell(action: str, entry: Entry, written: Written, data: Mapping[str, object]) -> None:
    record(
        action,
        subject=f"entry {entry.body.code}/{entry.key}",
        by=written.by,
        at=written.at,
        data=data,
    )
