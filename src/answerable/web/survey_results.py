"""What came of the survey as rows and as a picture, in the language of the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from answerable.domain.assurance.promises import Bound
from answerable.domain.assurance.surveys import OVERALL, QUESTIONS, ShownShare, SurveyResult
from answerable.publishing.charts import Chart, Series, line_chart
from answerable.web.survey_words import QUESTION_WORDS


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A group of months as a table shows it; `shares` are those of the questions, in their order."""

    months: str
    first: str
    invited: int
    answered: int
    response: str
    shares: tuple[str, ...]


def result_rows(groups: Sequence[SurveyResult]) -> list[ResultRow]:
    """Return the groups of months, the latest first."""
    return [
        ResultRow(
            months=_months(one),
            first=f"{one.first:%Y-%m}",
            invited=one.invited,
            answered=one.answered,
            response=_share(one.response),
            shares=tuple(_share(one.content[key]) for key in QUESTIONS),
        )
        for one in reversed(groups)
    ]


def question_words() -> list[str]:
    """Return what each question asked, in the order of the columns."""
    return [str(QUESTION_WORDS[key]) for key in QUESTIONS]


def content_chart(groups: Sequence[SurveyResult]) -> SafeString | None:
    """Return the course of those who are content, where there are two shares at least."""
    shares = [one.content[OVERALL] for one in groups]
    if sum(one is not None for one in shares) < 2:  # noqa: PLR2004 one alone shows no course
        return None
    chart = Chart(
        ident="survey-content",
        title=_("Share content with how their request was dealt with"),
        description=_(
            "The table holds the same figures. Where it says “more than” or “less than”, the mark stands at that figure."
        ),
        places=tuple(_short(one) for one in groups),
        series=(Series(_("Content"), tuple(one.per_cent if one else None for one in shares)),),
        unit=_("Per cent"),
        top=100,
    )
    # Words are escaped where the chart is drawn.
    return mark_safe(line_chart(chart))  # noqa: S308 see above


def _share(share: ShownShare | None) -> str:
    if share is None:
        return _("Fewer than five answered it")
    if share.bound == Bound.MORE:
        return _("More than %(per_cent)s%%") % {"per_cent": share.per_cent}
    if share.bound == Bound.LESS:
        return _("Less than %(per_cent)s%%") % {"per_cent": share.per_cent}
    return f"{share.per_cent}%"


def _months(one: SurveyResult) -> str:
    first = date_format(one.first, "F Y")
    if one.first == one.last:
        return first
    return _("%(first)s to %(last)s") % {"first": first, "last": date_format(one.last, "F Y")}


def _short(one: SurveyResult) -> str:
    first = date_format(one.first, "M Y")
    return first if one.first == one.last else f"{first} – {date_format(one.last, 'M Y')}"
