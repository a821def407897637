"""What was read from a file is kept in its turn: all of it or nothing, with its doubts and its result."""

import datetime as dt
import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import Enum
from operator import attrgetter
from typing import Any

from django.db import DataError, IntegrityError, transaction
from django.db.models import Count, Exists, OuterRef

from answerable.actions.archive import ImportRefused, ImportReport, keep_reading
from answerable.actions.imports.doubting import note_doubts
from answerable.domain.disclosure_log import Body
from answerable.reading import READER_VERSION, NotReadable, Reading
from answerable.reading.month_names import month_named
from answerable.records.archive.models import Document, ImportFile, ImportRun

State = ImportFile.State
_FAULTS = (DataError, IntegrityError, ValueError, LookupError, TypeError, AttributeError)
"""What a file can bring about; a database that is gone, or busy, is no fault of a file."""


class Turn(Enum):
    """What became of an attempt to keep a file."""

    KEPT = "kept"
    NOT_YET = "a file before it is not settled"
    LOST = "it is another's by now, or the run is over"


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read, by whom, and what it holds.

    `files` are that file and the other forms of its document; `aside` says why those are not kept, by their
    numbers.
    """

    files: Sequence[ImportFile]
    worker: str
    found: Sequence[Reading | NotReadable]
    aside: Mapping[int, str] = field(default_factory=dict)


def keep(read: Read, *, at: dt.datetime) -> Turn:
    """Keep what a file holds, if every file before it in its run is settled.

    Where two files tell of one entry, the later in the run's order has the last word, whoever read it first.
    """
    if not _is_its_turn(min(read.files, key=attrgetter("place"))):
        return Turn.NOT_YET
    with transaction.atomic():
        mine = ImportFile.objects.filter(
            pk__in=[file.pk for file in read.files],
            claimed_by=read.worker,
            state__in=(State.READING, State.HELD),
        )
        locked = mine.select_for_update(of=("self",)).select_related("run__body")
        files = {file.pk: file for file in locked.order_by("place")}
        file = files.pop(read.files[0].pk, None)
        is_whole = len(files) == len(read.files) - 1
        if file is None or not is_whole or file.run.state == ImportRun.State.STOPPED:
            return Turn.LOST
        try:
            with transaction.atomic():
                _keep_all(file, read.found, at=at)
        except ImportRefused as refusal:
            _settle(file, State.REFUSED, at=at, refusal=str(refusal))
        except _FAULTS as fault:
            # It would come again with every worker; its words may quote the file.
            logging.getLogger(__name__).exception("A file could not be kept")
            _settle(file, State.REFUSED, at=at, refusal=_fault(file, fault))
        for other in files.values():
            _stand_aside(other, file, read.aside[other.pk], at=at)
    return Turn.KEPT


def may_be_known(run: int) -> frozenset[int]:
    """Return the kept files of a run that may have been read before, or that come twice: the others need no look.

    One that is read in another run meanwhile is read here, too, and changes nothing.
    """
    body = ImportRun.objects.values_list("body_id", flat=True).get(pk=run)
    files = ImportFile.objects.filter(run_id=run, kept__isnull=False)
    told = ImportFile.objects.filter(
        kept=OuterRef("kept"), run__body=body, state__in=(State.DONE, State.KNOWN)
    )
    alone = Document.objects.filter(body=body, sha256=OuterRef("kept__sha256"))
    waiting = files.unsettled().filter(Exists(told) | Exists(alone))
    twice = files.order_by().values("kept").annotate(count=Count("pk")).filter(count__gt=1)
    return frozenset(
        {*waiting.values_list("kept", flat=True), *twice.values_list("kept", flat=True)}
    )


def settle_if_known(file: ImportFile, *, worker: str, at: dt.datetime) -> bool:
    """Settle a file at once that the same reader read before, where nothing else is asked of it.

    :return: whether it was: where it was not, or it is to be moved into another month, or read in a way of
        its own, it is read.
    """
    run = file.run
    known = [] if run.options else _known_documents(file)
    if not known or any(_moves(one, file) for one in known):
        return False
    with transaction.atomic():
        mine = ImportFile.objects.filter(pk=file.pk, claimed_by=worker, state=State.READING)
        row = mine.select_for_update().first()
        if row is None or run.state == ImportRun.State.STOPPED:
            return False
        row.reports = [_known_report(one) for one in known]
        row.documents.set(known)
        _settle(row, State.KNOWN, at=at)
    return True


def _stand_aside(other: ImportFile, used: ImportFile, why: str, *, at: dt.datetime) -> None:
    """Settle a form of a document of which another is used: what became of that, and why it is not this."""
    if used.state == State.REFUSED:
        _settle(other, State.REFUSED, at=at, refusal=used.refusal)
        return
    name = other.path.rpartition("/")[2]
    aside = {"aside": why, "used": used.path.rpartition("/")[2]}
    other.reports = [{**asdict(ImportReport(name)), **aside}]
    other.gates = []
    _settle(other, State.DONE, at=at)


def _is_its_turn(file: ImportFile) -> bool:
    before = ImportFile.objects.unsettled().filter(run_id=file.run_id, place__lt=file.place)
    return not before.exists()


def _fault(file: ImportFile, fault: Exception) -> str:
    kind = type(fault).__name__
    return f"{file.path} could not be kept by a fault of ours ({kind}): report it"


def _keep_all(file: ImportFile, found: Sequence[Reading | NotReadable], *, at: dt.datetime) -> None:
    reports: list[dict[str, Any]] = []
    gates, documents = [], []
    for one in found:
        if isinstance(one, NotReadable):
            reports.append({"document": file.path, "refused": str(one)})
            continue
        report, document = _keep_reading(one, file, at=at)
        beside = [asdict(other) for other in one.beside]
        reports.append({**asdict(report), "beside": beside})
        gates += [
            {"gate": gate.name, "holds": gate.holds, "says": gate.says, "lacks": list(gate.lacks)}
            for gate in one.gates
        ]
        documents.append(document)
    file.reports, file.gates = reports, gates
    if not documents:
        refusals = [str(one) for one in found] or [f"{file.path} holds nothing that can be read"]
        _settle(file, State.REFUSED, at=at, refusal="\n".join(refusals))
        return
    file.documents.add(*documents)
    is_known = all(one.get("is_known", True) for one in reports)
    _settle(file, State.KNOWN if is_known else State.DONE, at=at)


def _keep_reading(
    reading: Reading, file: ImportFile, *, at: dt.datetime
) -> tuple[ImportReport, Document]:
    run = file.run
    owner = run.body
    kept = keep_reading(
        reading,
        body=Body(owner.code, owner.name, owner.contact or None, owner.prefix),
        month=_month(reading, file),
        by=run.started_by,
        at=at,
        published_at=run.published_at,
    )
    note_doubts(reading, kept.document, at=at, is_first=kept.is_first)
    return kept.report, kept.document


def _month(reading: Reading, file: ImportFile) -> str | None:
    """Return the month that is asked for: the run's, that of an earlier reading, or one that is named."""
    if file.run.month:
        return file.run.month
    # An officer may have said it when the file was read by an earlier reader.
    earlier = Document.objects.filter(body=file.run.body, sha256=reading.sha256).exclude(month="")
    said: str | None = earlier.order_by("-pk").values_list("month", flat=True).first()
    if said or reading.month or not file.run.months_are_named:
        return said
    return month_named(file.path)


def _known_documents(file: ImportFile) -> list[Document]:
    """Return what the same reader made of the same content: as a file of a run, or imported by itself."""
    if file.kept is None:
        return []
    told = ImportFile.objects.filter(
        kept=file.kept_id,
        run__body=file.run.body_id,
        state__in=(State.DONE, State.KNOWN),
        reader=READER_VERSION,
    )
    earlier = told.order_by("pk").first()
    if earlier is not None:
        return list(earlier.documents.order_by("pk"))
    alone = Document.objects.filter(
        body=file.run.body_id, sha256=file.kept.sha256, reader=READER_VERSION
    )
    return list(alone)


def _moves(known: Document, file: ImportFile) -> bool:
    run = file.run
    if run.month:
        return run.month != known.month
    return run.months_are_named and not known.month


def _known_report(document: Document) -> dict[str, Any]:
    keys = document.sources.order_by("place").values_list("entry__key", flat=True)
    unread = document.unread.count()
    return asdict(ImportReport(document.name, is_known=True, unchanged=tuple(keys), unread=unread))


def _settle(file: ImportFile, state: str, *, at: dt.datetime, refusal: str = "") -> None:
    file.state, file.settled_at, file.refusal = state, at, refusal
    file.reader = READER_VERSION
    file.claimed_by, file.claimed_until = "", None
    file.save()
