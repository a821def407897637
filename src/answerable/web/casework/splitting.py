"""Change how a request is split: merge, cut, reword, put in another order."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions import casework
from answerable.actions.casework import Doing
from answerable.domain.roles import Move, why_not
from answerable.queries.casework.cases import CasePage
from answerable.web.casework.addresses import label_of, label_part
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import staff_page

_DONE = {
    "merge": "Merged",
    "cut": "Cut in two",
    "reword": "Reworded",
    "up": "Moved up",
    "down": "Moved down",
}


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the questions of a request, and change how it is split."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    refusal = Refusal()
    if request.method == "POST":
        refusal = done_or_refused(lambda: _do(request, found, doing), place="questions")
        if not refusal.words:
            messages.success(request, _DONE[_parts(request)[0]])
            return redirect("request-questions", reference)
    context = {
        "found": found,
        "questions": [(one, label_part(one.label)) for one in found.questions],
        "refusal": why_not(Move.EDIT, actor=doing.by, situation=found.situation),
        "problems": refusal.problems,
    }
    return staff_page(request, "casework/questions.html", context, status=refusal.status)


def _parts(request: HttpRequest) -> tuple[str, str]:
    """Return what a button does and to which question: "cut:1a" is cut and 1a."""
    do, _, part = request.POST.get("do", "").partition(":")
    return do, label_of(part)


def _do(request: HttpRequest, found: CasePage, doing: Doing) -> None:
    do, label = _parts(request)
    match do:
        case "merge":
            labels = [label_of(part) for part in request.POST.getlist("question")]
            casework.merge_questions(found.reference, labels, doing=doing)
        case "cut":
            words = request.POST.get(f"words-{label_part(label)}", "").strip()
            casework.cut_question(found.reference, label, words, doing=doing)
        case "reword":
            text = request.POST.get(f"text-{label_part(label)}", "")
            casework.reword_question(found.reference, label, text, doing=doing)
        case "up" | "down":
            order = _order(found, label, by=-1 if do == "up" else 1)
            casework.reorder_questions(found.reference, order, doing=doing)
        case _:
            raise ValueError(do)


def _order(found: CasePage, label: str, *, by: int) -> list[str]:
    """Return the labels with one moved up or down by one place."""
    order = [one.label for one in found.questions]
    place = order.index(label)
    order.insert(max(0, place + by), order.pop(place))
    return order
