"""What an inspection says of a file: its findings, and whether anything more has to be done."""

from dataclasses import dataclass
from enum import Enum


class CannotSay(Exception):
    """The file cannot be inspected, for a reason that a person can act on: no release may come of it."""


class Severity(Enum):
    """What a finding means for a release."""

    STOP = "stop"
    CHECK = "check"
    NOTE = "note"

    @property
    def level(self) -> str:
        """Return the words for it that people see."""
        return _LEVELS[self]


_LEVELS = {
    Severity.STOP: "cannot be released",
    Severity.CHECK: "you must decide",
    Severity.NOTE: "mended",
}


class Verdict(Enum):
    """What an inspection comes to; `clear` may have notes, for what they name is mended without a question."""

    CLEAR = "clear"
    FINDINGS = "findings"
    CANNOT_SAY = "cannot_say"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a file would give away: which, where, a masked sample or a count, and what mends it."""

    code: str
    severity: Severity
    where: str
    evidence: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: how it is shown, the rows with content that are seen, and those in the file."""

    name: str
    state: str
    visible_rows: int
    rows: int


@dataclass(frozen=True, slots=True)
class Inspection:
    """What came of inspecting exactly the bytes with this digest; `reason` says why it could not be done."""

    file: str
    sha256: str
    kind: str
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    reason: str = ""

    def count(self, severity: Severity) -> int:
        """Return how many findings are of one severity."""
        return sum(one.severity is severity for one in self.findings)


def verdict_on(findings: tuple[Finding, ...]) -> Verdict:
    """Return what findings come to, where nothing was left unread."""
    is_clear = all(one.severity is Severity.NOTE for one in findings)
    return Verdict.CLEAR if is_clear else Verdict.FINDINGS
