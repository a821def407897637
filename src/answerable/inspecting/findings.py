"""What an inspection says of a file: its findings, and whether anything more has to be done."""

from dataclasses import dataclass
from enum import Enum

from answerable.domain.personal.kinds import Certainty, Finder, PersonalKind, SpecialCategory

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points, from the top left of a page as it is shown."""


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
    unseen: str = ""
    """Which rows and columns with content are hidden, in words."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in what a file shows: in words, and on pages of a PDF as a box on a page, from 1."""

    where: str
    page: int = 0
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class PersonalHit:
    """The same words that may lead to a person, wherever a file shows them: masked, and how sure that is.

    `places` are the first of them. `number` tells apart what looks alike in its mask at one place.
    """

    kind: PersonalKind
    category: SpecialCategory | None
    certainty: Certainty
    sample: str
    why: str
    count: int
    places: tuple[Place, ...]
    number: int = 0
    found_by: Finder = Finder.OWN

    @property
    def asks(self) -> bool:
        """Return whether somebody must decide about it before the file leaves."""
        return self.certainty is not Certainty.POSSIBLE


@dataclass(frozen=True, slots=True)
class Inspection:
    """What came of inspecting exactly the bytes with this digest; `reason` says why it could not be done.

    `personal` is what was found in the text that it shows, None where nobody looked through that.
    """

    file: str
    sha256: str
    kind: str
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    reason: str = ""
    personal: tuple[PersonalHit, ...] | None = None
    is_compared: bool = False
    """Whether its words were compared with those that its own pages show."""

    def count(self, severity: Severity) -> int:
        """Return how many findings are of one severity."""
        return sum(one.severity is severity for one in self.findings)


def verdict_on(findings: tuple[Finding, ...], personal: tuple[PersonalHit, ...] = ()) -> Verdict:
    """Return what findings come to, where nothing was left unread."""
    is_clear = all(one.severity is Severity.NOTE for one in findings)
    is_clear = is_clear and not any(one.asks for one in personal)
    return Verdict.CLEAR if is_clear else Verdict.FINDINGS
