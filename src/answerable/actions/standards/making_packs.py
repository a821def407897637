"""Make the packs that were asked for, one after another, and inspect what each says of itself."""

import datetime as dt
import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO

from django.db import transaction
from django.db.models import F, Q

from answerable.actions.casework.doing import local_day
from answerable.actions.casework.releasing.inspecting import TAKEN_FOR
from answerable.actions.ledger import record
from answerable.actions.standards.inspecting_packs import (
    OWN_FILES,
    Looking,
    own_files_inspected,
)
from answerable.domain.roles.people import MACHINE
from answerable.inspecting import Inspection, inspection_as_json
from answerable.inspecting.compared.apart import Compared
from answerable.inspecting.personal import OWN, FinderChoice
from answerable.inspecting.version import rules_version
from answerable.publishing.assurance.pack_zip import Packed, pack_zip
from answerable.publishing.publications import CannotPublish
from answerable.queries.standards.frameworks import frameworks_in_use
from answerable.queries.standards.packing import evidence_bytes, pack_of
from answerable.records.standards.models import Evidence, MadePack, PackFile, PackPart

KEPT_FOR = dt.timedelta(days=7)
"""How long the files of a pack are kept: it holds copies of evidence that may be taken back."""
_MOST_TRIES = 3
_PART = 4 * 1024 * 1024
_PACKED, _INSPECTED = 70, 25
"""Per cent: what the evidence takes of the whole, and what the inspections of the pack's own files do."""


def make_packs(
    *,
    clock: Callable[[], dt.datetime],
    goes_on: Callable[[], bool] = lambda: True,
    when: Compared = Compared.NEVER,
    finder: FinderChoice = OWN,
) -> int:
    """Make every pack that waits as long as it goes on, and return how many were settled.

    Files of packs that were made longer ago than `KEPT_FOR` are removed first.
    """
    _remove_old(clock())
    settled = 0
    while goes_on():
        row = _taken(clock())
        if row is None:
            break
        _settle(row, Looking(when, finder), clock)
        settled += 1
    return settled


def _taken(at: dt.datetime) -> MadePack | None:
    """Take what has waited longest, and what a worker took that never came back."""
    lost = Q(state="making", taken_at__lt=at - TAKEN_FOR)
    waiting = MadePack.objects.filter(Q(state="waiting") | lost)
    for row in waiting.order_by("asked_at", "pk")[:20]:
        taken = {"state": "making", "taken_at": at, "percent": 0, "tries": F("tries") + 1}
        if waiting.filter(pk=row.pk).update(**taken):
            row.refresh_from_db()
            return row
    return None


def _settle(row: MadePack, looking: Looking, clock: Callable[[], dt.datetime]) -> None:
    """Make a pack and keep it, or keep why it cannot be made."""
    if row.tries > _MOST_TRIES:
        _refuse(
            row, "Workers that made it ended before they were done: ask an administrator", clock()
        )
        return
    day = local_day(row.taken_at or row.asked_at)
    pack = pack_of(frameworks_in_use()[row.framework], today=day, round_number=row.round_id)
    if pack is None:
        _refuse(row, "Its round is not there any more: choose another", clock())
        return
    # In a file, for it may be larger than the memory of a worker.
    with tempfile.TemporaryFile() as into:
        try:
            packed = pack_zip(pack, _counting(row), into)
        except CannotPublish as refusal:
            _refuse(row, str(refusal), clock())
            return
        own = own_files_inspected(
            into,
            looking,
            told=lambda done: _progress(row, _PACKED + done * _INSPECTED // len(OWN_FILES)),
        )
        _keep(row, packed, own, into, clock())


def _counting(row: MadePack) -> Callable[[str], bytes | None]:
    """Return what gives the bytes of evidence, and keeps how far the pack is."""
    mine = Evidence.objects.filter(framework=row.framework, taken_back_at=None)
    total = max(mine.exclude(sha256="").values("sha256").distinct().count(), 1)
    given: set[str] = set()

    def files(sha256: str) -> bytes | None:
        given.add(sha256)
        _progress(row, min(len(given), total) * _PACKED // total)
        return evidence_bytes(row.framework, sha256)

    return files


def _keep(
    row: MadePack,
    packed: Packed,
    own: dict[str, tuple[bytes, Inspection]],
    into: BinaryIO,
    at: dt.datetime,
) -> None:
    """Keep a pack, unless another worker took it over meanwhile."""
    kept_out = [
        {"element": one.element, "title": one.title, "why_not": one.why_not}
        for one in packed.left_out
    ]
    with transaction.atomic():
        mine = MadePack.objects.filter(pk=row.pk, state="making", taken_at=row.taken_at)
        made = {"state": "made", "made_at": at, "percent": 100, "kept_out": kept_out}
        if not mine.update(**made, evidence=list(packed.digests)):
            return
        for kind, (data, found) in own.items():
            inspected = {
                "verdict": found.verdict.value,
                "rules": rules_version(),
                "report": inspection_as_json(found),
            }
            _keep_file(row, kind, [data], inspected)
        digest = _keep_file(row, "zip", _pieces(into), {})
        told = {"sha256": digest, "files": packed.files, "kept_out": packed.kept_out}
        record("pack made", subject=f"pack {row.pk}", by=MACHINE.key, at=at, data=told)


def _keep_file(
    row: MadePack, kind: str, pieces: Iterable[bytes], inspected: Mapping[str, object]
) -> str:
    """Keep a file a stretch at a time, and return its SHA-256."""
    file = PackFile.objects.create(pack=row, kind=kind, sha256="", size=0, **inspected)
    digest, size = hashlib.sha256(), 0
    for place, piece in enumerate(pieces):
        PackPart.objects.create(file=file, place=place, data=piece)
        digest.update(piece)
        size += len(piece)
    file.sha256, file.size = digest.hexdigest(), size
    file.save(update_fields=["sha256", "size"])
    return file.sha256


def _pieces(into: BinaryIO) -> Iterator[bytes]:
    into.seek(0)
    while piece := into.read(_PART):
        yield piece


def _progress(row: MadePack, percent: int) -> None:
    MadePack.objects.filter(pk=row.pk, taken_at=row.taken_at).update(percent=percent)


def _refuse(row: MadePack, why: str, at: dt.datetime) -> None:
    with transaction.atomic():
        mine = MadePack.objects.filter(pk=row.pk, state="making", taken_at=row.taken_at)
        if mine.update(state="refused", refusal=why, made_at=at):
            record(
                "pack refused", subject=f"pack {row.pk}", by=MACHINE.key, at=at, data={"why": why}
            )


def _remove_old(at: dt.datetime) -> None:
    """Remove the files of packs that were made long ago; what the ledger says of them stays."""
    old = MadePack.objects.filter(made_at__lt=at - KEPT_FOR, state="made", removed_at=None)
    for row in old:
        with transaction.atomic():
            PackPart.objects.filter(file__pack=row).delete()
            MadePack.objects.filter(pk=row.pk).update(removed_at=at)
            record("pack removed", subject=f"pack {row.pk}", by=MACHINE.key, at=at, data={})
