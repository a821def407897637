"""What came of the survey, for staff: results with a chart, as files, and for everybody to read."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.standards.publishing_survey import (
    SurveyNotPublished,
    publish_survey,
    take_survey_back,
)
from answerable.domain.assurance.promises import NotAMonth, month_written
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.publishing.assurance.survey_results import survey_as_csv, survey_as_json
from answerable.queries.standards.quotations import shown_quotations, waiting_quotations
from answerable.queries.standards.survey import survey_results
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.moving import Refusal
from answerable.web.staff import posted, staff_page
from answerable.web.standards.survey_forms import PublishForm, TakeBackForm
from answerable.web.survey_results import content_chart, question_words, result_rows

_DONE = {
    "publish": "The results are published",
    "take-back": "The results were taken off the public page",
}


@require_http_methods(["GET", "HEAD", "POST"])
def results(request: HttpRequest) -> HttpResponse:
    """Show the results by groups of months and the words that may be read; publish results, or take them back."""
    doing = doing_of(request, Move.SEE_STANDARDS)
    refusal = Refusal()
    if request.method == "POST":
        do = request.POST.get("do", "")
        refusal = _done(do, request, doing)
        if not refusal.words:
            messages.success(request, _DONE[do])
            return redirect("survey-results")
    found = survey_results()
    may_review = not refused(doing.by, Move.REVIEW_QUOTATION)
    published = [one for one in found.groups if one.first in found.published]
    context = {
        "found": found,
        "rows": result_rows(found.groups),
        "published": {f"{one:%Y-%m}" for one in found.published},
        "questions": question_words(),
        "chart": content_chart(found.groups),
        "words": shown_quotations(),
        "may_review": may_review,
        "to_review": len(waiting_quotations()) if may_review else 0,
        "may_publish": not refused(doing.by, Move.PUBLISH_STANDARDS),
        "unpublished": result_rows(found.unpublished),
        "publish_form": PublishForm(posted(request), prefix="publish"),
        "take_back_form": TakeBackForm(
            posted(request), rows=result_rows(published), prefix="take-back"
        ),
        "problems": refusal.problems,
    }
    return staff_page(request, "standards/survey/results.html", context, status=refusal.status)


@require_safe
def results_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the results as CSV or JSON, protected as on the page."""
    doing_of(request, Move.SEE_STANDARDS)
    groups = survey_results().groups
    headers = {"Content-Disposition": f'attachment; filename="survey.{form}"'}
    if form == "csv":
        kind = "text/csv; charset=utf-8"
        return HttpResponse(survey_as_csv(groups), content_type=kind, headers=headers)
    if form == "json":
        return HttpResponse(
            survey_as_json(groups), content_type="application/json", headers=headers
        )
    message = f"The results have no form {form!r}"
    raise Http404(message)


def _done(do: str, request: HttpRequest, doing: Doing) -> Refusal:
    """Do what a button says; return why not, if it is refused."""
    said = request.POST
    acts: dict[str, Callable[[], object]] = {
        "publish": lambda: publish_survey(reason=said.get("publish-reason", ""), doing=doing),
        "take-back": lambda: take_survey_back(
            month_written(said.get("take-back-first", "")),
            reason=said.get("take-back-reason", ""),
            doing=doing,
        ),
    }
    if do not in acts:
        return Refusal("Choose what to do", 422)
    place = f"id_{do}-reason"
    try:
        acts[do]()
    except MoveNotAllowed as refusal:
        return Refusal(str(refusal), 403, place)
    except (SurveyNotPublished, NotAMonth) as refusal:
        return Refusal(str(refusal), 409)
    return Refusal()
