"""An inspection as JSON, and back: the form in which it leaves the process apart, and the command line."""

from typing import Any

from answerable.inspecting.findings import Finding, Inspection, Severity, Sheet, Verdict


def inspection_as_json(inspection: Inspection) -> dict[str, Any]:
    """Return the fields that docs/reference/findings.md promises."""
    return {
        "file": inspection.file,
        "sha256": inspection.sha256,
        "kind": inspection.kind,
        "verdict": inspection.verdict.value,
        "reason": inspection.reason or None,
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
            }
            for one in inspection.sheets
        ],
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
            Sheet(str(one["name"]), str(one["state"]), int(one["visible_rows"]), int(one["rows"]))
            for one in data["sheets"]
        ),
        reason=str(data["reason"] or ""),
    )


def _finding(data: dict[str, Any]) -> Finding:
    return Finding(
        code=str(data["code"]),
        severity=Severity(data["severity"]),
        where=str(data["where"]),
        evidence=str(data["evidence"]),
        remedy=str(data["remedy"]),
    )
