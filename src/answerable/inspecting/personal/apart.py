"""A file looked through for personal data in a process of its own, as it is inspected in one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from answerable.domain.personal.kinds import Finder
from answerable.domain.release.people import KnownPerson
from answerable.inspecting.as_json import hit_from_json
from answerable.inspecting.codes import codes
from answerable.inspecting.findings import Finding, Inspection, PersonalHit, Verdict, verdict_on
from answerable.inspecting.limits import MOST_SAID
from answerable.inspecting.personal.choice import OWN, FinderChoice
from answerable.inspecting.process import Ended, EndedByFault, said_apart

STARTED_AS: tuple[str, ...] = ("-m", "answerable.inspecting.personal.child")
"""What Python is told to run."""

_MOST_UNREAD = 100
_UNREAD = "personal.not-looked-through"
_NOT_READ = "its text could not be read to its end, within the limits of one file"
NOT_BY_PRESIDIO = "Presidio did not come to its end, within the limits of one file: our own rules alone looked through it"
"""What is said of a file at which Presidio failed."""

_Looked = tuple[tuple[PersonalHit, ...], list[tuple[str, str]]]


def with_personal_data(
    inspection: Inspection,
    data: bytes,
    people: Sequence[KnownPerson],
    choice: FinderChoice = OWN,
) -> Inspection:
    """Return an inspection with the personal data in what the same bytes show; what cannot be inspected stays so.

    Whatever was not looked through, or not by the finder that was chosen, is a finding that asks a person.
    """
    if inspection.verdict is Verdict.CANNOT_SAY:
        return inspection
    asked = {
        "name": inspection.file,
        "people": [{"name": one.name, "signs": list(one.signs)} for one in people],
    }
    hits, unread = _looked_through(data, asked, choice)
    findings = (*inspection.findings, *map(_finding, unread[:_MOST_UNREAD]))
    return replace(inspection, findings=findings, personal=hits, verdict=verdict_on(findings, hits))


def _looked_through(data: bytes, asked: Mapping[str, object], choice: FinderChoice) -> _Looked:
    if choice.finder is Finder.PRESIDIO:
        looked = _said(data, asked, (str(choice.model or ""),))
        if looked:
            return looked
        hits, unread = _said(data, asked) or ((), [("", _NOT_READ)])
        return hits, [*unread, ("", NOT_BY_PRESIDIO)]
    return _said(data, asked) or ((), [("", _NOT_READ)])


def _said(data: bytes, asked: Mapping[str, object], model: tuple[str, ...] = ()) -> _Looked | None:
    """Return what the process apart says of a file; None if it did not come to its end."""
    try:
        said = json.loads(said_apart((*STARTED_AS, *model), asked, data, most_said=MOST_SAID))
        hits = tuple(hit_from_json(one) for one in said["hits"])
        unread = [(str(where), str(why)) for where, why in said["unread"]]
    except (Ended, EndedByFault, ValueError, TypeError, LookupError):
        return None
    return hits, unread


def _finding(unread: tuple[str, str]) -> Finding:
    where, why = unread
    code = codes()[_UNREAD]
    return Finding(_UNREAD, code.severity, where, why, code.mended)
