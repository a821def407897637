"""What everybody reads of the survey: results that were published, and words that were allowed for all."""

from dataclasses import dataclass

from django.db.models import QuerySet

from answerable.domain.assurance.survey_data import result_from
from answerable.domain.assurance.surveys import SurveyResult
from answerable.records.standards.models import PublishedSurvey, Quotation


@dataclass(frozen=True, slots=True)
class PublicWords:
    """What somebody wrote, after it was looked through: its year and no month, and nothing of who or what about."""

    year: int
    language: str
    words: str
    is_of_report: bool


@dataclass(frozen=True, slots=True)
class PublicSurvey:
    """The published results, the earliest first, and the words."""

    groups: tuple[SurveyResult, ...]
    words: tuple[PublicWords, ...]


def published_survey() -> PublicSurvey:
    """Return what was published of the survey."""
    groups = PublishedSurvey.objects.order_by("first").values_list("data", flat=True)
    return PublicSurvey(tuple(map(result_from, groups)), _words())


def is_survey_published() -> bool:
    """Return whether there is anything for everybody to read."""
    return PublishedSurvey.objects.exists() or _allowed().exists()


def _words() -> tuple[PublicWords, ...]:
    # By a key that was drawn at random: their order says nothing of which came first.
    rows = [
        PublicWords(one.month.year, one.language, one.words, one.source == Quotation.Source.REPORT)
        for one in _allowed().order_by("pk")
    ]
    return tuple(sorted(rows, key=lambda one: -one.year))


def _allowed() -> QuerySet[Quotation]:
    return Quotation.objects.filter(state=Quotation.State.APPROVED, is_public=True)
