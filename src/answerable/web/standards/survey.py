"""What came of the survey, for staff: results with a chart, as files, and for everybody to read."""

from collections.abc import Callable

from django import forms
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
from answerable.domain.assurance.promises import month_written
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
    found = survey_results()
    published = [one for one in found.groups if one.first in found.published]
    do, sent = request.POST.get("do", ""), posted(request)
    shown: dict[str, forms.Form] = {
        "publish": PublishForm(sent if do == "publish" else None, prefix="publish"),
        "take-back": TakeBackForm(
            sent if do == "take-back" else None, rows=result_rows(published), prefix="take-back"
        ),
    }
    refusal = Refusal()
    if request.method == "POST":
        refusal = _done(do, shown.get(do), doing)
        if not refusal.words and not shown[do].errors:
            messages.success(request, _DONE[do])
            return redirect("survey-results")
    may_review = not refused(doing.by, Move.REVIEW_QUOTATION)
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
        "publish_form": shown["publish"],
        "take_back_form": shown["take-back"],
        "form": shown.get(do),
        "problems": refusal.problems,
    }
    status = 422 if do in shown and shown[do].errors else refusal.status
    return staff_page(request, "standards/survey/results.html", context, status=status)


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


def _done(do: str, form: forms.Form | None, doing: Doing) -> Refusal:
    """Do what a button says; return why not, if it is refused."""
    if refusal := refused(doing.by, Move.PUBLISH_STANDARDS):
        return Refusal(refusal, 403)
    if form is None:
        return Refusal("Choose what to do", 422)
    if not form.is_valid():
        return Refusal()
    said = form.cleaned_data
    acts: dict[str, Callable[[], object]] = {
        "publish": lambda: publish_survey(reason=said["reason"], doing=doing),
        "take-back": lambda: take_survey_back(
            month_written(said["first"]), reason=said["reason"], doing=doing
        ),
    }
    try:
        acts[do]()
    except MoveNotAllowed as refusal:
        return Refusal(str(refusal), 403, f"id_{do}-reason")
    except SurveyNotPublished as refusal:
        return Refusal(str(refusal), 409)
    return Refusal()
