"""What people think of how the office answers, for everybody: results that were published, and words allowed for all."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.publishing.assurance.survey_results import survey_as_csv, survey_as_json
from answerable.queries.standards.published_survey import published_survey
from answerable.web.public.kept import kept
from answerable.web.public.rendering import page
from answerable.web.survey_results import content_chart, question_words, result_rows

_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@require_safe
@kept
def satisfaction(request: HttpRequest) -> HttpResponse:
    """Show the results of the survey that were published, and what people wrote."""
    found = published_survey()
    context = {
        "rows": result_rows(found.groups),
        "questions": question_words(),
        "chart": content_chart(found.groups),
        "words": found.words,
    }
    return page(request, "public/satisfaction.html", context)


@require_safe
@kept
def satisfaction_file(_request: HttpRequest, form: str) -> HttpResponse:
    """Give the published results as a file."""
    groups = published_survey().groups
    body = survey_as_csv(groups) if form == "csv" else survey_as_json(groups)
    headers = {"Content-Disposition": f'attachment; filename="satisfaction.{form}"'}
    return HttpResponse(body, content_type=_TYPES[form], headers=headers)
