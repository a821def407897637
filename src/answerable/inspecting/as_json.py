"""An inspection as JSON, and back: the form in which it leaves the process apart, and the command line."""

from typing import Any

from answerable.domain.personal.kinds import Certainty, Finder, PersonalKind, SpecialCategory
from answerable.inspecting.findings import (
    Finding,
    Inspection,
    PersonalHit,
    Place,
    Severity,
    Sheet,
    Verdict,
)


def inspection_as_json(inspection: Inspection) -> dict[str, Any]:
    """Return the fields that docs/reference/findings.md promises, and personal data if that was looked for."""
    looked = inspection.personal is not None
    return {
        "file": inspection.file,
        "sha256": inspection.sha256,
        "kind": inspection.kind,
        "verdict": inspection.verdict.value,
        "reason": inspection.reason or None,
        "compared_with_pages": inspection.is_compared,
        "findings": [
            {
                "code": one.code,
                "severity": one.severity.value,
                "where": one.where,
                "evidence": one.evidence,
                "remedy": one.remedy,
            }
            for one in inspection.findings
        ],
        "sheets": [
            {
                "name": one.name,
                "state": one.state,
                "visible_rows": one.visible_rows,
                "rows": one.rows,
                "unseen": one.unseen,
            }
            for one in inspection.sheets
        ],
        **({"personal": [hit_as_json(one) for one in inspection.personal or ()]} if looked else {}),
    }


def inspection_from_json(data: dict[str, Any]) -> Inspection:
    """Return the inspection that JSON says; a `ValueError`, `TypeError` or `LookupError` if it says none."""
    return Inspection(
        file=str(data["file"]),
        sha256=str(data["sha256"]),
        kind=str(data["kind"]),
        verdict=Verdict(data["verdict"]),
        findings=tuple(_finding(one) for one in data["findings"]),
        sheets=tuple(
            Sheet(
                str(one["name"]),
                str(one["state"]),
                int(one["visible_rows"]),
                int(one["rows"]),
                # Inspections that were kept before places were told do not say.
                str(one.get("unseen", "")),
            )
            for one in data["sheets"]
        ),
        reason=str(data["reason"] or ""),
        personal=tuple(hit_from_json(one) for one in data["personal"])
        if "personal" in data
        else None,
        # Inspections that were kept before files were compared do not say.
        is_compared=data.get("compared_with_pages") is True,
    )


def _finding(data: dict[str, Any]) -> Finding:
    return Finding(
        code=str(data["code"]),
        severity=Severity(data["severity"]),
        where=str(data["where"]),
        evidence=str(data["evidence"]),
        remedy=str(data["remedy"]),
    )


def hit_as_json(hit: PersonalHit) -> dict[str, Any]:
    """Return what was found in a text as plain data."""
    return {
        "kind": hit.kind.value,
        "category": hit.category.value if hit.category else None,
        "certainty": hit.certainty.value,
        "sample": hit.sample,
        "why": hit.why,
        "count": hit.count,
        "number": hit.number,
        "found_by": hit.found_by.value,
        "places": [
            {"where": one.where, "page": one.page, "box": list(one.box) if one.box else None}
            for one in hit.places
        ],
    }


def hit_from_json(data: dict[str, Any]) -> PersonalHit:
    """Return what plain data says was found; a `ValueError`, `TypeError` or `LookupError` if it says nothing."""
    category = data["category"]
    return PersonalHit(
        kind=PersonalKind(data["kind"]),
        category=SpecialCategory(category) if category else None,
        certainty=Certainty(data["certainty"]),
        sample=str(data["sample"]),
        why=str(data["why"]),
        count=int(data["count"]),
        places=tuple(_place(one) for one in data["places"]),
        number=int(data["number"]),
        # Inspections that were kept before there was another finder do not say.
        found_by=Finder(data.get("found_by", Finder.OWN)),
    )


def _place(data: dict[str, Any]) -> Place:
    box = data["box"]
    if box is not None:
        left, top, right, bottom = (float(side) for side in box)
        box = (left, top, right, bottom)
    return Place(str(data["where"]), int(data["page"]), box)
