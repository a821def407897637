"""The standards that the body is held to: frameworks, rounds of assessment, what assessors' reports say."""

from answerable.domain.assurance.editions import EditionChanges, edition_changes
from answerable.domain.assurance.frameworks import (
    Criterion,
    Element,
    Framework,
    Level,
    Limit,
    Part,
    RoundKind,
    SubCriterion,
    framework_of,
    known_framework,
    known_frameworks,
)
from answerable.domain.assurance.reports import (
    Doubt,
    MethodFigure,
    Note,
    Passage,
    PassageKind,
    Report,
)
from answerable.domain.assurance.results import Change, Result, changes, check_results
from answerable.domain.assurance.rules import Count, Shortfall, counts, shortfalls

__all__ = [
    "Change",
    "Count",
    "Criterion",
    "Doubt",
    "EditionChanges",
    "Element",
    "Framework",
    "Level",
    "Limit",
    "MethodFigure",
    "Note",
    "Part",
    "Passage",
    "PassageKind",
    "Report",
    "Result",
    "RoundKind",
    "Shortfall",
    "SubCriterion",
    "changes",
    "check_results",
    "counts",
    "edition_changes",
    "framework_of",
    "known_framework",
    "known_frameworks",
    "shortfalls",
]
