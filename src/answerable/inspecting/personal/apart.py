"""A file looked through for personal data in a process of its own, as it is inspected in one."""

import json
from collections.abc import Sequence
from dataclasses import replace

from answerable.domain.release.people import KnownPerson
from answerable.inspecting.as_json import hit_from_json
from answerable.inspecting.codes import codes
from answerable.inspecting.findings import Finding, Inspection, PersonalHit, Verdict, verdict_on
from answerable.inspecting.limits import MOST_SAID
from answerable.inspecting.process import Ended, EndedByFault, said_apart

STARTED_AS: tuple[str, ...] = ("-m", "answerable.inspecting.personal.child")
"""What Python is told to run."""

_MOST_UNREAD = 100
_UNREAD = "personal.not-looked-through"
_NOT_READ = "its text could not be read to its end, within the limits of one file"


def with_personal_data(
    inspection: Inspection, data: bytes, people: Sequence[KnownPerson]
) -> Inspection:
    """Return an inspection with the personal data in what the same bytes show; what cannot be inspected stays so.

    Whatever was not looked through is a finding that asks a person.
    """
    if inspection.verdict is Verdict.CANNOT_SAY:
        return inspection
    hits, unread = _looked_through(data, inspection.file, people)
    findings = (*inspection.findings, *map(_finding, unread[:_MOST_UNREAD]))
    return replace(inspection, findings=findings, personal=hits, verdict=verdict_on(findings, hits))


def _looked_through(
    data: bytes, name: str, people: Sequence[KnownPerson]
) -> tuple[tuple[PersonalHit, ...], list[tuple[str, str]]]:
    asked = {
        "name": name,
        "people": [{"name": one.name, "signs": list(one.signs)} for one in people],
    }
    try:
        said = json.loads(said_apart(STARTED_AS, asked, data, most_said=MOST_SAID))
        hits = tuple(hit_from_json(one) for one in said["hits"])
        unread = [(str(where), str(why)) for where, why in said["unread"]]
    except (Ended, EndedByFault, ValueError, TypeError, LookupError):
        return (), [("", _NOT_READ)]
    return hits, unread


def _finding(unread: tuple[str, str]) -> Finding:
    where, why = unread
    code = codes()[_UNREAD]
    return Finding(_UNREAD, code.severity, where, why, code.mended)
