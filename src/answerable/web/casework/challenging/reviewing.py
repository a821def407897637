"""Review answers: write down what was found, see the outcome as it would go, and let it leave."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing, LetterNotComplete
from answerable.actions.casework.challenging import (
    decide_review,
    extend_review,
    write_findings,
)
from answerable.actions.casework.lettering import rendered_letter
from answerable.domain.clock import OutsideCalendar
from answerable.domain.decisions.letters import Office
from answerable.domain.roles import Move, MoveNotAllowed, why_not
from answerable.publishing.letters import letter_fragment
from answerable.queries.accounts import person_name
from answerable.queries.casework.challenges import ChallengeRow, challenges_of
from answerable.queries.casework.review_letters import ReviewDraft, outcome_draft
from answerable.queries.office import OfficeNotKnown
from answerable.web.casework.challenging.forms import OutcomeForm
from answerable.web.casework.doing import doing_of
from answerable.web.casework.lettering import site_office
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import staff_page


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Show what is reviewed, keep what was found, and send the outcome."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    row = challenge_row(reference, number, "review")
    form = OutcomeForm(
        request.POST if request.POST.get("do") == "save" else None,
        found=row,
        initial={"summary": row.summary},
    )
    refusal = Refusal()
    if request.method == "POST" and (not form.is_bound or form.is_valid()):
        refusal = _posted(request, reference, row, form, doing)
        if not refusal.words:
            return redirect("request-review", reference, number)
    context = {
        "found": found,
        "row": row,
        "form": form,
        "reviewer": person_name(row.reviewer) if row.reviewer else "",
        "refusal": _refusal(row, doing),
        "problems": refusal.problems,
        **_preview(reference, number, doing),
    }
    return staff_page(request, "casework/challenging/review.html", context, status=refusal.status)


def challenge_row(reference: str, number: int, *kinds: str) -> ChallengeRow:
    """Return a challenge of one of some kinds.

    :raises Http404: if there is none.
    """
    for one in challenges_of(reference):
        if one.number == number and one.kind in kinds:
            return one
    raise Http404


def _refusal(row: ChallengeRow, doing: Doing) -> str:
    """Return why nobody but its reviewer can write down what was found; nothing for the reviewer."""
    refusal = why_not(Move.DECIDE_REVIEW, actor=doing.by, situation=row.situation)
    if refusal:
        return refusal
    if row.state != "taken":
        said = {"asked": "Nobody has taken it yet: take it first", "leaving": "Its outcome leaves"}
        return said.get(row.state, f"It is {row.state}: nothing more can be done with it")
    if row.reviewer != doing.by.key:
        return f"{person_name(row.reviewer)} has it: ask a manager to hand it over to you"
    return ""


def _preview(reference: str, number: int, doing: Doing) -> dict[str, object]:
    """Return the outcome as it would go today, or why it cannot be shown."""
    try:
        draft = _draft(reference, number, site_office(), doing)
    except (OfficeNotKnown, OutsideCalendar) as problem:
        return {"draft": None, "why_no_draft": str(problem)}
    html = mark_safe(letter_fragment(draft.blind, level=3))  # noqa: S308 every text in it is escaped
    return {"draft": draft, "html": html}


def _draft(reference: str, number: int, office: Office, doing: Doing) -> ReviewDraft:
    draft = outcome_draft(reference, number, office=office, table=doing.table, on=doing.on)
    if draft is None:
        raise Http404
    return draft


def _posted(
    request: HttpRequest, reference: str, row: ChallengeRow, form: OutcomeForm, doing: Doing
) -> Refusal:
    try:
        return done_or_refused(partial(_do, request, reference, row.number, form, doing))
    except LetterNotComplete as refusal:
        return Refusal(str(refusal), 409)
    except OfficeNotKnown as refusal:
        return Refusal(str(refusal), 503)


def _do(request: HttpRequest, reference: str, number: int, form: OutcomeForm, doing: Doing) -> None:
    do, way = request.POST.get("do", ""), request.POST.get("way", "")
    if do == "save":
        summary = form.cleaned_data["summary"]
        write_findings(reference, number, form.findings, summary=summary, doing=doing)
        messages.success(request, "Kept. The letter below says it as it would go")
    elif do == "send":
        _send(request, reference, number, way, doing)
        messages.success(request, "The outcome leaves now")
    elif do == "extend":
        because = request.POST.get("because", "")
        office = site_office()
        extend_review(reference, number, because=because, way=way, office=office, doing=doing)
        messages.success(request, "The letter that says so leaves now")
    else:
        raise ValueError(do)


def _send(request: HttpRequest, reference: str, number: int, way: str, doing: Doing) -> None:
    office = site_office()
    draft = _draft(reference, number, office, doing)
    if draft.digest != request.POST.get("seen"):
        message = "The outcome changed meanwhile: look at it again before you send it"
        raise MoveNotAllowed(message)
    ready = rendered_letter(draft.letter)
    decide_review(reference, number, ready, way=way, office=office, doing=doing)
