"""The pack for the assessor is taken out, and the ledger says so."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.publishing.assurance.pack_zip import pack_zip
from answerable.publishing.publications import CannotPublish
from answerable.queries.standards.frameworks import frameworks_in_use
from answerable.queries.standards.packing import evidence_bytes, pack_of


class PackRefused(ValueError):
    """A pack cannot be made; the message says why."""


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What was taken out: the SHA-256 of the zip, how many files are in it, how much was kept out of it."""

    sha256: str
    files: int
    kept_out: int


def take_pack_out(framework: str, *, into: BinaryIO, doing: Doing) -> TakenOut:
    """Write the pack of a framework's latest round into a file that can be read back, and tell the ledger.

    Evidence goes in if nothing was found in it, or somebody decided that it may go.

    :param into: an empty file, open for writing and reading; what was written stands if this raises.
    :raises MoveNotAllowed: if they may not.
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
        digest = _digest(into)
        told = {"sha256": digest, "files": packed.files, "kept_out": packed.kept_out}
        subject = f"framework {framework}"
        record("pack taken out", subject=subject, by=doing.by.key, at=doing.at, data=told)
    return TakenOut(digest, packed.files, packed.kept_out)


def _digest(written: BinaryIO) -> str:
    """Return the SHA-256 of a file, read from its beginning, a piece at a time."""
    written.seek(0)
    found = hashlib.sha256()
    while piece := written.read(1024 * 1024):
        found.update(piece)
    return found.hexdigest()
