"""The office's own statistics: the figures of section 45 Code 8.5 and of the Cabinet Office's return."""

from answerable.domain.measures.office.bands import Band, band_of, percent
from answerable.domain.measures.office.comparing import Change, changes_between
from answerable.domain.measures.office.definitions import (
    check_definitions,
    definition_of,
    definitions,
    length_definitions,
)
from answerable.domain.measures.office.facts import (
    ChallengeFacts,
    ChallengeKind,
    OfficeFacts,
    QuestionFacts,
    RequestFacts,
    StageDays,
    Standing,
    Timing,
    Unit,
)
from answerable.domain.measures.office.figures import (
    Check,
    Figures,
    Line,
    figures_by_unit,
    figures_of,
)
from answerable.domain.measures.office.lengths import Length
from answerable.domain.measures.office.periods import (
    NotAPeriod,
    Period,
    months_before,
    period_between,
    period_of,
    quarters_before,
)
from answerable.domain.measures.office.written import OfficeFigures, office_as_json, office_of

__all__ = [
    "Band",
    "ChallengeFacts",
    "ChallengeKind",
    "Change",
    "Check",
    "Figures",
    "Length",
    "Line",
    "NotAPeriod",
    "OfficeFacts",
    "OfficeFigures",
    "Period",
    "QuestionFacts",
    "RequestFacts",
    "StageDays",
    "Standing",
    "Timing",
    "Unit",
    "band_of",
    "changes_between",
    "check_definitions",
    "definition_of",
    "definitions",
    "figures_by_unit",
    "figures_of",
    "length_definitions",
    "months_before",
    "office_as_json",
    "office_of",
    "percent",
    "period_between",
    "period_of",
    "quarters_before",
]
