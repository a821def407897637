"""What a pack for the assessor holds, as plain values."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PackEvidence:
    """A piece of evidence for an element, and whether it goes into the pack.

    :param file_name: the name of its file as it was given, empty where it is only an address.
    :param sha256: the digest of its file in hexadecimal, empty where there is none.
    :param link: where it can be read on the web, empty where it is only a file.
    :param verdict: what the inspection said of the file, or who decided, in words.
    :param why_not: why it is kept out of the pack, as a sentence; empty if it goes in.
    """

    title: str
    dated_on: date | None = None
    file_name: str = ""
    sha256: str = ""
    link: str = ""
    verdict: str = ""
    why_not: str = ""

    @property
    def goes_in(self) -> bool:
        """Return whether it goes into the pack."""
        return not self.why_not


@dataclass(frozen=True, slots=True)
class PackAction:
    """What is done for an element: what, who has it, by when, and since when it is done."""

    what: str
    owner: str = ""
    due_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class PackPassage:
    """A passage of the last report about an element, in its words, and what has come of it."""

    kind: str
    text: str
    progress: str = ""


@dataclass(frozen=True, slots=True)
class PackMonth:
    """A month of a service standard: `2026-03`, its figure and the target that held, in words.

    :param is_met: None while nothing could be measured.
    """

    month: str
    figure: str
    target: str
    is_met: bool | None


@dataclass(frozen=True, slots=True)
class PackStandard:
    """A service standard that is tied to an element, with its months, oldest first."""

    promise: str
    months: tuple[PackMonth, ...] = ()


@dataclass(frozen=True, slots=True)
class PackQuotation:
    """Words of somebody who used the service, looked through before: from the survey, or quoted by a report.

    :param year: when they were written; the month is nobody's business.
    :param elements: the numbers of the elements that a report quotes them for; none of the survey's.
    """

    words: str
    year: int
    language: str = "en"
    is_of_report: bool = False
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackElement:
    """An element of the framework with all that the office has to show for it.

    :param level: its level now, in words; empty where it has none.
    :param level_before: its level in the round before; empty where there was none.
    """

    number: str
    name: str
    level: str = ""
    level_before: str = ""
    storyboard: str = ""
    evidence: tuple[PackEvidence, ...] = ()
    actions: tuple[PackAction, ...] = ()
    passages: tuple[PackPassage, ...] = ()
    standards: tuple[PackStandard, ...] = ()


@dataclass(frozen=True, slots=True)
class PackCriterion:
    """A criterion of the framework with its elements."""

    number: str
    name: str
    elements: tuple[PackElement, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """What the assessor is given for a round.

    :param framework: the name of the framework with its edition.
    :param levels: the framework's names of levels, best first.
    :param round_on: the day of the round that is prepared.
    :param made_on: the day that the pack speaks of: it stands in the PDF.
    """

    framework: str
    organisation: str
    round_kind: str
    round_on: date | None
    made_on: date
    levels: tuple[str, ...]
    criteria: tuple[PackCriterion, ...]
    quotations: tuple[PackQuotation, ...] = ()

    @property
    def elements(self) -> tuple[PackElement, ...]:
        """Return the elements of all criteria, in their order."""
        return tuple(one for criterion in self.criteria for one in criterion.elements)

    @property
    def title(self) -> str:
        """Return the name of the pack."""
        return f"{self.framework}: {self.round_kind}"


NO_LEVEL = "no level"


def counts_by_criterion(pack: Pack) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return a head and rows of cells: how many elements of each criterion have each level.

    A level that the framework does not name has a column of its own after its levels, so that each
    row adds up to all elements of its criterion; the last row is the sum.
    """
    named = {_level(one) for one in pack.elements}
    levels = (*pack.levels, *sorted(named - {*pack.levels, NO_LEVEL}))
    levels = (*levels, NO_LEVEL) if NO_LEVEL in named else levels
    rows = [(f"{one.number} {one.name}", *_counted(one.elements, levels)) for one in pack.criteria]
    head = ("Criterion", *(level[:1].upper() + level[1:] for level in levels), "Elements")
    return head, (*rows, ("All criteria", *_counted(pack.elements, levels)))


def _counted(elements: tuple[PackElement, ...], levels: tuple[str, ...]) -> tuple[str, ...]:
    found = [_level(one) for one in elements]
    return (*(str(found.count(level)) for level in levels), str(len(elements)))


def _level(element: PackElement) -> str:
    return element.level or NO_LEVEL
