"""What came of the survey, as staff read it: small numbers are protected, for them as for everybody."""

import datetime as dt
from dataclasses import dataclass

from answerable.domain.assurance.surveys import SurveyResult, results, waiting
from answerable.queries.standards.survey_months import closed_months
from answerable.records.standards.models import PublishedSurvey


@dataclass(frozen=True, slots=True)
class SurveyResults:
    """The results of groups of months, the earliest first, and the closed months that wait for more answers.

    `published` are the first months of those groups that everybody reads.
    """

    groups: tuple[SurveyResult, ...]
    waiting: tuple[dt.date, ...]
    published: frozenset[dt.date]

    @property
    def unpublished(self) -> tuple[SurveyResult, ...]:
        """Return the groups that everybody may read and does not yet."""
        return tuple(one for one in self.groups if one.first not in self.published)


def survey_results() -> SurveyResults:
    """Return what may be shown of the survey."""
    months = closed_months()
    return SurveyResults(
        groups=results(months),
        waiting=waiting(months),
        published=frozenset(PublishedSurvey.objects.values_list("first", flat=True)),
    )
