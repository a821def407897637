"""The pack for the assessor is taken out, and the ledger says so."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.actions.standards.inspecting_packs import (
    OWN_FILES,
    Looking,
    own_files_inspected,
)
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.inspecting import Severity, Verdict, inspection_as_json
from answerable.publishing.assurance.pack_zip import pack_zip
from answerable.publishing.publications import CannotPublish
from answerable.queries.standards.found import found_in
from answerable.queries.standards.frameworks import frameworks_in_use
from answerable.queries.standards.packing import evidence_bytes, pack_of
from answerable.reading.alphabets import storable


class PackRefused(ValueError):
    """A pack cannot be made; the message says why."""


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What was taken out: the SHA-256 of the zip, how many files are in it, how much was kept out of it."""

    sha256: str
    files: int
    kept_out: int


class FoundInPack(PackRefused):
    """Something was found in the pack's own files: `found` says what, masked, a line for each."""

    def __init__(self, message: str, found: tuple[str, ...]) -> None:
        super().__init__(message)
        self.found = found


def take_pack_out(
    framework: str,
    *,
    into: BinaryIO,
    doing: Doing,
    reason: str = "",
    looking: Looking | None = None,
) -> TakenOut:
    """Write the pack of a framework's latest round into a file that can be read back, and tell the ledger.

    Evidence goes in if nothing was found in it, or somebody decided that it may go. The pack's own files are inspected
    as on its page: what was found in them holds it back without a reason why it may leave.

    :param into: an empty file, open for writing and reading; what was written stands if this raises.
    :raises MoveNotAllowed: if they may not.
    :raises FoundInPack: if something was found in its own files, and no reason is given or none can be.
    :raises PackRefused: if there is no such standard, it has no round, or its PDF cannot be made.
    """
    check_move(Move.EXPORT_PACK, actor=doing.by, situation=NO_REQUEST)
    found = frameworks_in_use().get(framework)
    if found is None:
        raise PackRefused(f"No standard {framework!r} is in use")
    with transaction.atomic():
        pack = pack_of(found, today=doing.on)
        if pack is None:
            raise PackRefused(f"{found.name} has no round yet: make one, or load a report")
        try:
            packed = pack_zip(pack, lambda sha256: evidence_bytes(framework, sha256), into)
        except CannotPublish as refusal:
            raise PackRefused(str(refusal)) from refusal
        said = storable(reason).strip()
        is_found = _check_own_files(into, looking or Looking(), said)
        digest = _digest(into)
        told: dict[str, object] = {
            "sha256": digest,
            "files": packed.files,
            "kept_out": packed.kept_out,
        }
        told |= {"reason": said} if is_found else {}
        subject = f"framework {framework}"
        record("pack taken out", subject=subject, by=doing.by.key, at=doing.at, data=told)
    return TakenOut(digest, packed.files, packed.kept_out)


def _check_own_files(into: BinaryIO, looking: Looking, reason: str) -> bool:
    """Do nothing if the pack's own files may leave; return whether something was found that the reason lets pass."""
    inspected = {kind: found for kind, (_, found) in own_files_inspected(into, looking).items()}
    dark = [OWN_FILES[kind] for kind, one in inspected.items() if one.verdict is Verdict.CANNOT_SAY]
    if dark:
        raise PackRefused(f"{' and '.join(dark)} cannot be inspected: the pack stays here")
    reports = {kind: inspection_as_json(one) for kind, one in inspected.items()}
    found = tuple(
        f"{OWN_FILES[kind]}, {each}"
        for kind, report in reports.items()
        for each in found_in(report)
    )
    is_found = any(one.verdict is not Verdict.CLEAR for one in inspected.values())
    if any(each.severity is Severity.STOP for one in inspected.values() for each in one.findings):
        raise FoundInPack(
            "Something was found in the pack that cannot be released: have it made under Standards, where another "
            "person decides",
            found,
        )
    if is_found and not reason:
        raise FoundInPack(
            "Something was found in the pack: look at it, and say with --reason why it may leave",
            found,
        )
    return is_found


def _digest(written: BinaryIO) -> str:
    """Return the SHA-256 of a file, read from its beginning, a piece at a time."""
    written.seek(0)
    found = hashlib.sha256()
    while piece := written.read(1024 * 1024):
        found.update(piece)
    return found.hexdigest()
