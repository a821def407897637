"""Frameworks, rounds of assessment, evidence, service standards, and the survey."""

from answerable.records.standards.models.elements import (
    ElementOwner,
    Evidence,
    ImprovementAction,
    Storyboard,
)
from answerable.records.standards.models.packs import MadePack, PackFile, PackPart
from answerable.records.standards.models.promises import (
    ElementTie,
    ServiceStandard,
    StandardMonth,
    StandardTarget,
)
from answerable.records.standards.models.rounds import (
    AssessmentRound,
    ElementResult,
    KeptFramework,
    PublishedRound,
    RoundPassage,
)
from answerable.records.standards.models.surveys import (
    PublishedSurvey,
    Quotation,
    SurveyAnswer,
    SurveyInvitation,
    SurveyMonth,
)

__all__ = [
    "AssessmentRound",
    "ElementOwner",
    "ElementResult",
    "ElementTie",
    "Evidence",
    "ImprovementAction",
    "KeptFramework",
    "MadePack",
    "PackFile",
    "PackPart",
    "PublishedRound",
    "PublishedSurvey",
    "Quotation",
    "RoundPassage",
    "ServiceStandard",
    "StandardMonth",
    "StandardTarget",
    "Storyboard",
    "SurveyAnswer",
    "SurveyInvitation",
    "SurveyMonth",
]
