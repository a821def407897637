"""A file into what it would give away: findings, each with its place and its remedy.

    from answerable.inspecting import inspect_file

    inspection = inspect_file(Path("figures.xlsx"))
    inspection.verdict, [finding.code for finding in inspection.findings]

Whatever cannot be inspected is `cannot_say`, with a sentence that says why: nothing is clear by mistake.
"""

from answerable.inspecting.apart import inspect_bytes, inspect_file
from answerable.inspecting.as_json import inspection_as_json
from answerable.inspecting.findings import (
    Finding,
    Inspection,
    PersonalHit,
    Place,
    Severity,
    Sheet,
    Verdict,
)

__all__ = [
    "Finding",
    "Inspection",
    "PersonalHit",
    "Place",
    "Severity",
    "Sheet",
    "Verdict",
    "inspect_bytes",
    "inspect_file",
    "inspection_as_json",
]
