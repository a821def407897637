"""What the ledger's line of a contradiction holds: which two questions it is about, and nobody's words."""

from answerable.records.casework.models import Clash


def subject_of(row: Clash) -> str:
    """Return what a line of the ledger is about."""
    return f"contradiction {row.pk}"


def sides_of(row: Clash) -> dict[str, object]:
    """Return the two questions by reference and label, and the kind of the contradiction."""
    return {"one": _side(row, "one"), "other": _side(row, "other"), "kind": row.kind}


def _side(row: Clash, side: str) -> list[str]:
    request, entry = getattr(row, f"{side}_request"), getattr(row, f"{side}_entry")
    return [request.reference if request else entry.ref or entry.key, getattr(row, f"{side}_label")]
