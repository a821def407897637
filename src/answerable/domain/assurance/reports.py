"""What an assessor's report says, as it was read: nothing is corrected, and what does not agree is told."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class PassageKind(StrEnum):
    """What a passage says of its elements."""

    STRENGTH = "strength"
    IMPROVEMENT = "improvement"
    PARTIAL = "partial"
    FAILING = "failing"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the report, in its own words, about elements: their numbers as printed, in that order.

    `level` is the level's key that it awards in words; None where it awards none.
    """

    kind: PassageKind
    elements: tuple[str, ...]
    text: str
    level: str | None = None


@dataclass(frozen=True, slots=True)
class MethodFigure:
    """How many of whom the assessor spoke with, or of what was looked at: 48 of "staff"."""

    count: int
    of: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Where the report does not agree with itself or with its standard: a code, a sentence, the elements."""

    code: str
    says: str
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A stretch that gives no element a level and asks nothing of one: introductions, what leads in, titles, comments.

    `section` is what it stands in: "introduction", "methodology", "strength", "comment", "title".
    """

    section: str
    text: str
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """An assessor's report.

    `framework` is the key of the standard that it is about; None if it names one that is not known. `standard` is that
    standard as printed. `round_kind` is the kind of round that `report_type` means; None if it means none.
    `listed` are the elements that the heads of its sections list, by kind; `levels` is the level's key of each element
    that it states one for, in a list or in words. `else_met` says that the report speaks of a whole round, in
    which what it passes over is met. `notes` are stretches about no level; `unread` those that fit nowhere.
    """

    framework: str | None
    standard: str | None
    organisation: str | None
    assessor: str | None
    report_type: str | None
    round_kind: str | None
    project_number: str | None
    document_review_on: dt.date | None
    evidence_on: dt.date | None
    element_count: int | None
    method: tuple[MethodFigure, ...]
    listed: Mapping[PassageKind, tuple[str, ...]]
    levels: Mapping[str, str]
    passages: tuple[Passage, ...]
    quotations: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    unread: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    else_met: bool = False
