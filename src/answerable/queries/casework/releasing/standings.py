"""How the files of a request stand: by what was found in exactly the bytes that are stored now."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import BinaryField, F, Func, Value

from answerable.domain.release.standing import (
    FileFacts,
    Inspected,
    Settled,
    SettlementKind,
    Standing,
    finding_key,
    standing_of,
)
from answerable.inspecting import Finding, Inspection, PersonalHit, Severity, Verdict
from answerable.inspecting.as_json import inspection_from_json
from answerable.inspecting.version import rules_version
from answerable.records.casework.models import (
    CaseFile,
    FileInspection,
    FileSettlement,
    Request,
)

_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileStanding:
    """How a file stands; it `is_changed` if its bytes are not those that were attached."""

    file: CaseFile
    sha256: str
    standing: Standing
    found: Inspected | None
    inspection: Inspection | None
    settled: tuple[Settled, ...]
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """All that is known of the files of a request."""

    inspections: Mapping[tuple[str, str], FileInspection]
    settled: Mapping[str, tuple[Settled, ...]]


def file_standings(
    request: Request, files: Iterable[CaseFile] | None = None, *, anew: bool = True
) -> tuple[FileStanding, ...]:
    """Return how files of a request stand, all of them if none are named.

    The bytes of each are read anew, unless it is only to be listed and nothing comes of it.
    """
    if files is None:
        files = request.files.defer("data").select_related("question").order_by("name")
    known = _known(request)
    return tuple(_standing(one, digest_of(one) if anew else one.sha256, known) for one in files)


def bytes_standing(request: Request, file: CaseFile, sha256: str) -> Standing:
    """Return how a file would stand if its bytes were those of a digest, as they are about to leave."""
    return _standing(file, sha256, _known(request)).standing


def digest_of(file: CaseFile) -> str:
    """Return the digest of the bytes that are stored as a file, read piece by piece."""
    digest = hashlib.sha256()
    start = 0
    while piece := _piece(file.pk, start):
        digest.update(piece)
        start += _PIECE
    return digest.hexdigest()


def inspected_in(inspection: Inspection) -> Inspected:
    """Return which findings of an inspection stop a release, and which must or can be decided."""
    hits = inspection.personal or ()
    return Inspected(
        stops=_keys(inspection, Severity.STOP),
        checks=_keys(inspection, Severity.CHECK) | {key_of_hit(one) for one in hits if one.asks},
        possible=frozenset(key_of_hit(one) for one in hits if not one.asks),
        cannot_say=inspection.verdict is Verdict.CANNOT_SAY,
    )


def key_of(finding: Finding) -> str:
    """Return what a finding is known by."""
    return finding_key(finding.code, finding.where, finding.evidence)


def key_of_hit(hit: PersonalHit) -> str:
    """Return what personal data in a text is known by, of which the ledger can tell nothing."""
    kind = f"personal.{hit.category or hit.kind}"
    first = hit.places[0].where if hit.places else ""
    return finding_key(kind, first, f"{hit.count} {hit.sample} {hit.number}")


def report_of(row: FileInspection | None) -> Inspection | None:
    """Return what an inspection found, None while it waits."""
    return inspection_from_json(row.report) if row is not None and row.done_at else None


def settled_in(rows: Iterable[FileSettlement]) -> tuple[Settled, ...]:
    """Return who settled what, as it is stored."""
    return tuple(Settled(SettlementKind(one.kind), one.by, frozenset(one.findings)) for one in rows)


def _known(request: Request) -> _Known:
    listed = request.inspections.filter(rules=rules_version())
    by_sum: dict[str, list[FileSettlement]] = defaultdict(list)
    for one in request.settlements.order_by("at", "pk"):
        by_sum[one.sha256].append(one)
    return _Known(
        {(one.sha256, one.name): one for one in listed},
        {sha256: settled_in(rows) for sha256, rows in by_sum.items()},
    )


def _standing(file: CaseFile, sha256: str, known: _Known) -> FileStanding:
    row = known.inspections.get((sha256, file.name))
    is_changed = sha256 != file.sha256
    report = None if is_changed else report_of(row)
    found = inspected_in(report) if report else None
    settled = known.settled.get(sha256, ())
    facts = FileFacts(
        inspected=found,
        waits=row is not None and not is_changed,
        kept_back=file.release == CaseFile.Release.KEPT_BACK,
        settled=settled,
    )
    return FileStanding(file, sha256, standing_of(facts), found, report, settled, is_changed)


def _keys(inspection: Inspection, severity: Severity) -> frozenset[str]:
    return frozenset(key_of(one) for one in inspection.findings if one.severity is severity)


def _piece(pk: int, start: int) -> bytes:
    cut = Func(
        F("data"), Value(start + 1), Value(_PIECE), function="SUBSTR", output_field=BinaryField()
    )
    found = CaseFile.objects.filter(pk=pk).annotate(piece=cut).values_list("piece", flat=True)
    return bytes(found.get() or b"")
