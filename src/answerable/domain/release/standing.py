"""How a file stands before it leaves: told from what an inspection of its very bytes found, and who settled that."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

PEOPLE_TO_OVERRIDE = 2
"""How many different people it takes to let out what cannot be released."""


class Standing(StrEnum):
    """How a file stands, in the words that people see."""

    NOT_INSPECTED = "not inspected"
    BEING_INSPECTED = "being inspected"
    CLEAR = "clear"
    MUST_BE_DECIDED = "must be decided"
    MUST_BE_REDACTED = "must be redacted"
    DECIDED = "clear: somebody decided"
    CANNOT_BE_RELEASED = "cannot be released"
    CANNOT_SAY = "cannot say"
    KEPT_BACK = "kept back"
    LET_THROUGH = "let through by two people"

    @property
    def may_leave(self) -> bool:
        """Return whether a file that stands so may leave."""
        return self in _MAY_LEAVE


_MAY_LEAVE = frozenset({Standing.CLEAR, Standing.DECIDED, Standing.LET_THROUGH})


class SettlementKind(StrEnum):
    """What somebody said of findings."""

    DECIDED = "decided"
    CONFIRMED = "confirmed"
    OVERRIDDEN = "overridden"


@dataclass(frozen=True, slots=True)
class Settled:
    """That somebody settled some findings, which stand by their keys."""

    kind: SettlementKind
    by: str
    findings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Inspected:
    """What an inspection found: the keys of what stops a release and of what must be decided.

    About what is only `possible` somebody may decide, and nothing waits for it.
    """

    stops: frozenset[str] = frozenset()
    checks: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    cannot_say: bool = False


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of exactly these bytes under exactly this name; `inspected` is None before an inspection."""

    inspected: Inspected | None = None
    waits: bool = False
    kept_back: bool = False
    settled: Sequence[Settled] = field(default=())


def finding_key(code: str, where: str, evidence: str) -> str:
    """Return what a finding is known by: whoever settles it settles this one, and none that looks otherwise."""
    return hashlib.sha256("\0".join((code, where, evidence)).encode()).hexdigest()[:16]


def standing_of(facts: FileFacts) -> Standing:
    """Return how a file stands: what was never inspected, or not to the end, never may leave."""
    if facts.kept_back:
        return Standing.KEPT_BACK
    if facts.inspected is None:
        return Standing.BEING_INSPECTED if facts.waits else Standing.NOT_INSPECTED
    return _standing_after(facts.inspected, facts.settled)


def _standing_after(found: Inspected, settled: Sequence[Settled]) -> Standing:
    if found.cannot_say:
        return Standing.CANNOT_SAY
    if open_stops(found, settled):
        return Standing.CANNOT_BE_RELEASED
    if confirmed(found, settled):
        return Standing.MUST_BE_REDACTED
    if open_checks(found, settled):
        return Standing.MUST_BE_DECIDED
    if found.stops:
        return Standing.LET_THROUGH
    return Standing.DECIDED if found.checks else Standing.CLEAR


def open_stops(found: Inspected, settled: Iterable[Settled]) -> frozenset[str]:
    """Return what still stops a release: each needs an override by two different people."""
    people = {
        (one.by, key)
        for one in settled
        if one.kind is SettlementKind.OVERRIDDEN
        for key in one.findings
    }
    said = Counter(key for _, key in people)
    return frozenset(key for key in found.stops if said[key] < PEOPLE_TO_OVERRIDE)


def open_checks(found: Inspected, settled: Iterable[Settled]) -> frozenset[str]:
    """Return what nobody has decided yet."""
    return found.checks - _last_said(settled).keys()


def open_possible(found: Inspected, settled: Iterable[Settled]) -> frozenset[str]:
    """Return what is only possible, and nobody said anything about."""
    return found.possible - _last_said(settled).keys()


def confirmed(found: Inspected, settled: Iterable[Settled]) -> frozenset[str]:
    """Return what must be redacted, for whoever decided last said so: these bytes never leave with it."""
    said = _last_said(settled)
    meant = frozenset(key for key, kind in said.items() if kind is SettlementKind.CONFIRMED)
    return meant & (found.checks | found.possible)


def _last_said(settled: Iterable[Settled]) -> dict[str, SettlementKind]:
    """Return what was last said of each finding that one person decides about; `settled` is in its order."""
    of_one = (one for one in settled if one.kind is not SettlementKind.OVERRIDDEN)
    return {key: one.kind for one in of_one for key in one.findings}


def asked_first(found: Inspected, settled: Iterable[Settled]) -> frozenset[str]:
    """Return who asked that what still stops a release be overridden: somebody else has to agree."""
    still = open_stops(found, settled)
    return frozenset(
        one.by for one in settled if one.kind is SettlementKind.OVERRIDDEN and one.findings & still
    )


def why_it_stays(name: str, standing: Standing) -> str:
    """Return why a file cannot leave as it stands, as a sentence that says what to do; nothing if it may."""
    said = _STAYS.get(standing, "")
    return f"{name} {said}" if said else ""


_STAYS = {
    Standing.NOT_INSPECTED: "is not inspected: nothing leaves before these very bytes are",
    Standing.BEING_INSPECTED: "is being inspected: look again in a minute",
    Standing.MUST_BE_DECIDED: "holds what somebody must decide: say why it may leave, or keep it back",
    Standing.MUST_BE_REDACTED: "names somebody who must not be named: redact it, or replace it by a file without that",
    Standing.CANNOT_BE_RELEASED: "cannot be released: make a safe copy of it, or keep it back",
    Standing.CANNOT_SAY: "cannot be inspected, so that nobody can say what is in it: keep it back, and attach "
    "a file that can be",
    Standing.KEPT_BACK: "is kept back",
}
