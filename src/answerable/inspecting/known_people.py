"""Whether a file names people whom the office knows: each found in each place is a finding that asks a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from answerable.domain.disclosure_log.ordinary_words import is_ordinary
from answerable.domain.release.people import KnownPerson, ways_to_write
from answerable.inspecting.codes import codes
from answerable.inspecting.findings import Finding, Inspection, Severity, Verdict, verdict_on
from answerable.inspecting.masking import masked
from answerable.inspecting.sweeping import CannotSweep, traces

MOST_FOUND = 100
"""Findings of people in one file: who has to decide about more sees that they are too many."""

_SHORTEST = 4
_REQUESTER, _KNOWN = "sweep.requester", "sweep.known-person"


@dataclass(frozen=True, slots=True)
class PeopleSought:
    """Whom a file is searched for: who asked, and everybody else whom the office knows."""

    requesters: tuple[KnownPerson, ...] = ()
    others: tuple[KnownPerson, ...] = ()


def with_people(inspection: Inspection, data: bytes, people: PeopleSought) -> Inspection:
    """Return an inspection with the people that the same bytes name; what cannot be inspected stays so."""
    if inspection.verdict is Verdict.CANNOT_SAY:
        return inspection
    try:
        found = tuple(_findings(data, people))
    except CannotSweep as refusal:
        return replace(inspection, verdict=Verdict.CANNOT_SAY, reason=str(refusal))
    findings = _in_order((*inspection.findings, *found))
    return replace(inspection, findings=findings, verdict=verdict_on(findings))


def ways_sought(person: KnownPerson) -> tuple[str, ...]:
    """Return how somebody is looked for: not by a single word that means something else more often than not."""
    return tuple(
        one for one in ways_to_write(person) if len(one) >= _SHORTEST and not is_ordinary(one)
    )


def _findings(data: bytes, people: PeopleSought) -> Iterator[Finding]:
    sought = [
        (code, person, way)
        for code, persons in ((_REQUESTER, people.requesters), (_KNOWN, people.others))
        for person in persons
        for way in ways_sought(person)
    ]
    ways = [way for _, _, way in sought]
    found = (sought[one.sought] + (one.where,) for one in (traces(data, ways) if ways else ()))
    # One name is found in several of its spellings at once: that it is there counts, not how often.
    named = dict.fromkeys(
        (code, where, masked(person.name or way)) for code, person, way, where in found
    )
    for code, where, who in list(named)[:MOST_FOUND]:
        yield Finding(code, codes()[code].severity, where, f"“{who}”", codes()[code].mended)


def _in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    order = list(Severity)
    return tuple(sorted(findings, key=lambda one: order.index(one.severity)))
