"""Keep what was read from a file: all of it or nothing, and the same file only once."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from answerable.actions.archive.changes import (
    BATCH,
    digest_of,
    lock_archive,
    next_change,
    set_content,
    version_of,
    write_parts,
)
from answerable.actions.archive.corrections import Standing, corrected_again
from answerable.actions.archive.counting import Counts, counts_of, write_tallies
from answerable.actions.archive.documents import (
    Imported,
    body_row,
    check_month,
    documents_of,
    new_document,
    reader_of,
    superseded_entries,
)
from answerable.actions.archive.recognising import Recognised, recognised
from answerable.actions.archive.reports import ImportReport, Notes
from answerable.actions.ledger import record
from answerable.domain.disclosure_log import Body as LogBody
from answerable.reading import Reading
from answerable.reading.as_json import printed_as_json
from answerable.reading.documents import Printed
from answerable.records.archive.keys import key_of
from answerable.records.archive.models import (
    ChangeCounter,
    Correction,
    Document,
    Entry,
    EntrySource,
    EntryVersion,
)


@dataclass(frozen=True, slots=True)
class KeptReading:
    """What was kept of a reading: what changed, where it stands, and whether it is the first of its content."""

    report: ImportReport
    document: Document
    is_first: bool


def import_reading(
    reading: Reading,
    *,
    body: LogBody,
    month: str | None,
    by: str,
    at: dt.datetime,
    published_at: dt.datetime | None = None,
) -> ImportReport:
    """Keep what was read, as `keep_reading` does, and report what changed.

    :raises ImportRefused: if the month is none, or the body's pages would stand on others.
    """
    kept = keep_reading(reading, body=body, month=month, by=by, at=at, published_at=published_at)
    return kept.report


def keep_reading(
    reading: Reading,
    *,
    body: LogBody,
    month: str | None,
    by: str,
    at: dt.datetime,
    published_at: dt.datetime | None = None,
) -> KeptReading:
    """Keep what was read, in one transaction, and report what changed.

    The same file read by the same reader changes nothing, but for a month that is given anew: its
    entries move there. An entry that says something else than
    before becomes a new version; fields that officers corrected keep their corrections; what was
    withdrawn stays withdrawn. New entries are to be seen from `published_at` on, if it is given.

    :raises ImportRefused: if the month is none, or the body's pages would stand on others.
    """
    imported = Imported(month or reading.month or "", by, at)
    check_month(imported.month)
    with transaction.atomic():
        counter = lock_archive()
        owner = body_row(body, counter)
        before = documents_of(reading, owner)
        if known := before.get(reader_of(reading)):
            is_elsewhere = bool(month) and month != known.month
            again = _moved if is_elsewhere else _nothing_done
            return KeptReading(again(reading, known, imported, counter), known, is_first=False)
        superseded = superseded_entries(reading, owner) if before else frozenset()
        kept = _Keeping(
            document=new_document(reading, owner, imported),
            imported=imported,
            published_at=published_at or at,
            listed=frozenset(key_of(None, title) for title in reading.index),
            superseded=superseded,
            printed=reading.printed,
        )
        for one in _sorted_out(recognised(reading.entries, body=owner, month=imported.month)):
            kept.take(one)
        kept.write(counter)
        notes = kept.notes
        particulars = {
            "month": imported.month,
            "new": len(notes.new),
            "changed": len(notes.changed),
        }
        _recorded("log imported", reading, owner.code, imported, particulars)
    report = notes.report(reading.source, unread=len(reading.unread))
    return KeptReading(report, kept.document, is_first=not before)


def _recorded(
    action: str, reading: Reading, code: str, imported: Imported, particulars: dict[str, object]
) -> None:
    record(
        action,
        subject=f"log {code}",
        by=imported.by,
        at=imported.at,
        data={"file": reading.sha256, "reader": reading.format, **particulars},
    )


def _nothing_done(
    reading: Reading, known: Document, _imported: Imported, _counter: ChangeCounter
) -> ImportReport:
    keys = known.sources.order_by("place").values_list("entry__key", flat=True)
    return ImportReport(
        reading.source, is_known=True, unchanged=tuple(keys), unread=len(reading.unread)
    )


def _moved(
    reading: Reading, known: Document, imported: Imported, counter: ChangeCounter
) -> ImportReport:
    """Move a file that was imported into the wrong month, with the entries that stand there for it."""
    entries = list(known.entries.filter(month=known.month).order_by("place"))
    before = counts_of(entries)
    number = next_change(counter)
    for entry in entries:
        entry.month, entry.change, entry.changed_at = imported.month, number, imported.at
    Entry.objects.bulk_update(entries, ["month", "change", "changed_at"], batch_size=BATCH)
    write_tallies(known.body, before=before, after=counts_of(entries))
    particulars = {"from": known.month, "to": imported.month, "entries": len(entries)}
    _recorded("log moved", reading, known.body.code, imported, particulars)
    known.month = imported.month
    known.save()
    keys = tuple(entry.key for entry in entries)
    return ImportReport(reading.source, changed=keys, unread=len(reading.unread))


@dataclass(frozen=True, slots=True)
class _Found:
    """An entry that was read, with the corrections that stand on it."""

    read: Recognised
    corrections: Sequence[Correction]


def _sorted_out(found: list[Recognised]) -> list[_Found]:
    ids = [one.known.pk for one in found if one.known and one.known.as_read is not None]
    standing: dict[int, list[Correction]] = {}
    for start in range(0, len(ids), BATCH):
        for one in Correction.objects.filter(entry_id__in=ids[start : start + BATCH]):
            standing.setdefault(one.entry_id, []).append(one)
    return [_Found(one, standing.get(one.known.pk if one.known else 0, ())) for one in found]


@dataclass(slots=True)
class _Keeping:
    """The entries of one file, sorted into new and changed ones, and written together."""

    document: Document
    imported: Imported
    published_at: dt.datetime
    listed: frozenset[str]
    superseded: frozenset[int]
    printed: Sequence[Printed] = ()
    notes: Notes = field(default_factory=Notes)
    before: Counts = field(default_factory=Counts)
    new: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    versions: list[EntryVersion] = field(default_factory=list)
    read_again: list[Entry] = field(default_factory=list)
    looked_at: list[Correction] = field(default_factory=list)
    sources: list[EntrySource] = field(default_factory=list)

    def take(self, found: _Found) -> None:
        """Sort one entry in."""
        one, entry = found.read, found.read.known
        if entry is None:
            entry = self._new(one)
        else:
            self._known(entry, one, found.corrections)
        if one.occurrence > 1:
            self.notes.twice.append(entry.key)
        if one.is_by_title:
            self.notes.by_title.append(entry.key)
        is_indexed = not self.listed or key_of(None, one.content["title"]) in self.listed
        source = _source(entry, self.document, one, is_indexed=is_indexed)
        if one.place < len(self.printed):
            source.printed = printed_as_json(self.printed[one.place])
        self.sources.append(source)

    def _new(self, one: Recognised) -> Entry:
        entry = Entry(
            body=self.document.body,
            document=self.document,
            key=one.key,
            occurrence=one.occurrence,
            month=self.imported.month,
            place=one.place,
            published_at=self.published_at,
            changed_at=self.imported.at,
        )
        set_content(entry, one.content)
        self.new.append(entry)
        self.notes.new.append(one.key)
        return entry

    def _known(self, entry: Entry, one: Recognised, corrections: Sequence[Correction]) -> None:
        if entry.pk in self.superseded:
            self.notes.superseded.append(entry.key)
            return
        standing = corrected_again(entry, one.content, corrections)
        self._note(entry, standing, has_corrections=bool(corrections))
        month = entry.month or self.imported.month
        if digest_of(standing.content) == entry.digest and month == entry.month:
            self.notes.unchanged.append(entry.key)
            if standing.as_read != entry.as_read:
                entry.as_read = standing.as_read
                self.read_again.append(entry)
            return
        self.before.update(counts_of([entry]))
        reason = f"Read again from {self.document.name}"
        self.versions.append(
            version_of(entry, by=self.imported.by, at=self.imported.at, reason=reason)
        )
        if entry.ref_key is None:
            entry.occurrence = one.occurrence
        entry.month = month
        if month == self.imported.month:
            entry.place = one.place
        entry.document, entry.as_read = self.document, standing.as_read
        set_content(entry, standing.content)
        entry.version += 1
        entry.changed_at = self.imported.at
        self.changed.append(entry)
        self.notes.changed.append(entry.key)

    def _note(self, entry: Entry, standing: Standing, *, has_corrections: bool) -> None:
        if entry.withdrawn_on:
            self.notes.withdrawn.append(entry.key)
        if has_corrections:
            self.notes.kept.append(entry.key)
        self.looked_at += standing.looked_at
        self.notes.to_look_at += [(entry.key, one.field) for one in standing.looked_at]

    def write(self, counter: ChangeCounter) -> None:
        """Write everything, in as many statements for a thousand entries as for two of a batch."""
        if self.new or self.changed:
            # The first import: nothing can have waited for its day before it.
            counter.looked_at = counter.looked_at or self.imported.at
            number = next_change(counter)
            for entry in (*self.new, *self.changed):
                entry.change = number
        EntryVersion.objects.bulk_create(self.versions, batch_size=BATCH)
        Entry.objects.bulk_create(self.new, batch_size=BATCH)
        Entry.objects.bulk_update(self.changed, _CHANGING, batch_size=BATCH)
        Entry.objects.bulk_update(self.read_again, ["as_read"], batch_size=BATCH)
        Correction.objects.bulk_update(self.looked_at, ["read_since"], batch_size=BATCH)
        write_parts(self.new, are_new=True)
        write_parts(self.changed, are_new=False)
        after = counts_of([*self.new, *self.changed])
        write_tallies(self.document.body, before=self.before, after=after)
        for source in self.sources:
            source.entry_id = source.entry.pk
        EntrySource.objects.bulk_create(self.sources, batch_size=BATCH)


_CHANGING = (
    "document content as_read digest ref ref_key occurrence title title_key month place outcomes exemptions "
    "received_on answered_on version changed_at change".split()
)


def _source(entry: Entry, document: Document, one: Recognised, *, is_indexed: bool) -> EntrySource:
    pages = one.content["pages"] or (None, None)
    return EntrySource(
        entry=entry,
        document=document,
        place=one.place,
        first_page=pages[0],
        last_page=pages[1],
        digest=digest_of(one.content),
        is_indexed=is_indexed,
    )
