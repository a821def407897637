"""A file inspected, and compared with its own pages where LibreOffice can draw them."""

import json
import time
from dataclasses import replace
from enum import Enum
from pathlib import Path

from answerable.inspecting.apart import inspect_bytes, read_to_inspect
from answerable.inspecting.as_json import inspection_from_json
from answerable.inspecting.codes import codes
from answerable.inspecting.compared.members import CONTAINERS, KINDS, Member, read_members
from answerable.inspecting.findings import Finding, Inspection, Verdict, verdict_on
from answerable.inspecting.limits import MOST_SAID
from answerable.inspecting.process import Ended, EndedByFault, said_apart
from answerable.programs.office import made_by_office, office_program

MOST_SECONDS = 120
"""After so long no other file of a zip or a message is drawn; that it was not is told."""

_FOUND_HERE = ("file.unseen-words", "file.not-drawn")
_CHILD = ("-m", "answerable.inspecting.compared.child")
_MOST_LAID_OPEN = 200 * 1024 * 1024


class Compared(Enum):
    """When files are compared with their pages."""

    WHERE_INSTALLED = "where-installed"
    ALWAYS = "always"
    NEVER = "never"


def inspect_with_pages(data: bytes, *, name: str, when: Compared) -> Inspection:
    """Return what bytes would give away, with the words in them that no page shows.

    Without LibreOffice an inspection says that it did not compare (`is_compared`); if it always has to, it
    says that it cannot say.
    """
    inspection = inspect_bytes(data, name=name)
    if when is Compared.NEVER or inspection.verdict is Verdict.CANNOT_SAY:
        return inspection
    program = office_program()
    if inspection.kind in CONTAINERS:
        return _with_members(inspection, data, program, is_needed=when is Compared.ALWAYS)
    if inspection.kind not in KINDS:
        return inspection
    if not program:
        return _without_a_program(inspection) if when is Compared.ALWAYS else inspection
    return _compared(inspection, data, program) or _not_drawn(inspection)


def inspect_file_with_pages(path: Path, *, when: Compared) -> Inspection:
    """Return what a file would give away; one that cannot be opened cannot be inspected."""
    data = read_to_inspect(path)
    if isinstance(data, Inspection):
        return data
    return inspect_with_pages(data, name=path.name, when=when)


def lacks_pages(inspection: Inspection) -> bool:
    """Return whether an inspection stands that would have been compared, had LibreOffice been there."""
    return (
        inspection.kind in KINDS
        and inspection.verdict is not Verdict.CANNOT_SAY
        and not inspection.is_compared
    )


def _compared(inspection: Inspection, data: bytes, program: str) -> Inspection | None:
    """Return the inspection with what the comparison found; nothing if the file was not drawn or read."""
    head = {"name": inspection.file, "kind": inspection.kind, "size": len(data)}
    try:
        opened = said_apart(_CHILD, {**head, "task": "lay open"}, data, most_said=_MOST_LAID_OPEN)
        pages = made_by_office(opened, inspection.kind, program, into="pdf")
        if not pages:
            return None
        said = said_apart(_CHILD, {**head, "task": "compare"}, data + pages, most_said=MOST_SAID)
        made = inspection_from_json(json.loads(said))
    except (Ended, EndedByFault, ValueError, TypeError, LookupError):
        return None
    is_whole = made.verdict is not Verdict.CANNOT_SAY and set(inspection.findings) <= set(
        made.findings
    )
    is_same = (made.file, made.sha256, made.kind) == (
        *(inspection.file, inspection.sha256, inspection.kind),
    )
    # A file that had its way with this process may have made it say anything: never less than was found before.
    return replace(made, is_compared=True) if is_whole and is_same else None


def _with_members(
    inspection: Inspection, data: bytes, program: str, *, is_needed: bool
) -> Inspection:
    """Return the inspection of a zip or a message with what comparing the files in it found."""
    if not program and not is_needed:
        return inspection
    head = {"name": inspection.file, "kind": inspection.kind, "size": len(data)}
    try:
        said = said_apart(_CHILD, {**head, "task": "hand out"}, data, most_said=_MOST_LAID_OPEN)
        left, members = read_members(said)
        given = list(members)
    except (Ended, EndedByFault, ValueError, TypeError, LookupError):
        return _not_drawn(inspection)
    if not given and not left:
        return inspection
    if not program:
        return _without_a_program(inspection)
    found = list(inspection.findings)
    ends_at = time.monotonic() + MOST_SECONDS
    for member, held in given:
        found += (
            _found_in(member, held, program)
            if time.monotonic() < ends_at
            else (_told(member.place),)
        )
    if left:
        found.append(_told("", count=left))
    findings = tuple(found)
    return replace(inspection, findings=findings, verdict=verdict_on(findings), is_compared=True)


def _found_in(member: Member, data: bytes, program: str) -> tuple[Finding, ...]:
    alone = inspect_bytes(data, name=member.name)
    made = _compared(alone, data, program)
    if made is None:
        return (_told(member.place),)
    return tuple(
        replace(one, where=" > ".join(filter(None, (member.place, one.where))))
        for one in made.findings
        if one.code in _FOUND_HERE
    )


def _told(place: str, *, count: int = 1) -> Finding:
    code = codes()["file.not-drawn"]
    counted = "1 file" if count == 1 else f"{count:,} files"
    return Finding(code.name, code.severity, place, counted, code.mended)


def _not_drawn(inspection: Inspection) -> Inspection:
    findings = (*inspection.findings, _told(""))
    return replace(inspection, findings=findings, verdict=verdict_on(findings))


def _without_a_program(inspection: Inspection) -> Inspection:
    reason = (
        "It has to be compared with its own pages, and LibreOffice, which draws them, is not installed here:"
        " tell whoever runs the server"
    )
    return replace(inspection, verdict=Verdict.CANNOT_SAY, reason=reason)
