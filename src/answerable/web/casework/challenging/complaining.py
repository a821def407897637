"""A complaint or an appeal: what they ask for, and what they ruled."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework.challenging import Ruling, record_enquiry, record_ruling
from answerable.domain.roles import Move, why_not
from answerable.web.casework.challenging.chain import NAMES
from answerable.web.casework.challenging.forms import EnquiryForm, RulingForm
from answerable.web.casework.challenging.reviewing import challenge_row
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import staff_page


@require_http_methods(["GET", "HEAD", "POST"])
def complaint(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Record what the regulator or a tribunal asks for, and what it rules."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    row = challenge_row(reference, number, "complaint", "tribunal")
    do = request.POST.get("do", "")
    asks = EnquiryForm(request.POST if do == "enquiry" else None, initial={"asked_on": doing.on})
    ruling = RulingForm(
        request.POST if do == "ruling" else None,
        found=row,
        with_points=False,
        initial={"on": doing.on},
    )
    refusal = Refusal()
    if asks.is_valid():
        said = asks.cleaned_data
        act = partial(record_enquiry, what=said["what"], asked_on=said["asked_on"])
        refusal = done_or_refused(
            lambda: act(reference, number, due_on=said["due_on"], doing=doing)
        )
    elif ruling.is_valid():
        said = ruling.cleaned_data
        made = Ruling(said["on"], ruling.findings, said["steps"])
        refusal = done_or_refused(lambda: record_ruling(reference, number, made, doing=doing))
    if (asks.is_valid() or ruling.is_valid()) and not refusal.words:
        messages.success(request, "Recorded")
        return redirect("request-challenges", reference)
    is_open = row.state == "asked"
    over = "" if is_open else f"It is {row.state}: nothing more is recorded of it"
    context = {
        "found": found,
        "row": row,
        "name": f"{NAMES[row.kind]} {row.number}",
        "form": asks if asks.is_bound else ruling,
        "asks": asks,
        "ruling": ruling,
        "problems": refusal.problems,
        "ask_refusal": over
        or why_not(Move.RECORD_COMPLAINT, actor=doing.by, situation=row.situation),
        "rule_refusal": over
        or why_not(Move.RECORD_RULING, actor=doing.by, situation=row.situation),
    }
    return staff_page(
        request, "casework/challenging/complaint.html", context, status=refusal.status
    )
