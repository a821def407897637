"""The page on which a second person looks at a redaction: each page or part before and after, and the log."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.redacting.settling import approve_redaction, send_redaction_back
from answerable.domain.roles import Move, why_not
from answerable.queries.accounts import person_names
from answerable.queries.casework.cases import CasePage
from answerable.queries.casework.redacting.seen import SeenRedaction, redaction_seen
from answerable.queries.casework.redacting.words import page_of
from answerable.reading import NotReadable
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, seen_case
from answerable.web.casework.redacting.acting import refused_approval
from answerable.web.casework.redacting.placing import shown_part
from answerable.web.casework.redacting.refusing import refusal_of
from answerable.web.casework.redacting.showing import (
    STATES,
    listed_marks,
    page_asked,
    seen_file,
    sheet_of,
)
from answerable.web.staff import staff_page

_DONE = {
    "approve": "Approved: the redacted file is made next, and proved",
    "return": "Sent back: whoever marked it reads why",
}


@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Show each page as it is and as it will be; approve the marks, or send them back."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    file = seen_file(reference, number)
    seen = redaction_seen(file.number)
    if seen is None:
        raise Http404
    refusal = Refusal()
    if request.method == "POST":
        refusal = refusal_of(lambda: _do(request, found, number, doing))
        if not refusal.words:
            messages.success(request, _DONE[request.POST.get("do", "")])
            return redirect("file-redaction", reference, number)
        seen = redaction_seen(file.number) or seen
    words, colour = STATES[seen.state]
    context: dict[str, Any] = {
        "found": found,
        "file": file,
        "seen": seen,
        "state_words": words,
        "state_colour": colour,
        "problems": refusal.problems,
        "reason": request.POST.get("reason", ""),
        "marks": listed_marks(seen.marks, person_names(one.made_by for one in seen.marks)),
        "refusals": {
            "approve": refused_approval(found, seen, doing),
            "return": why_not(Move.RETURN_REDACTION, actor=doing.by, situation=found.situation),
        },
    }
    if seen.is_in_places:
        context |= shown_part(request, seen, file)
    else:
        context |= _of_pages(request, found, seen, number)
    template = "check_places" if seen.is_in_places else "check"
    return staff_page(
        request, f"casework/redacting/{template}.html", context, status=refusal.status
    )


def _of_pages(
    request: HttpRequest, found: CasePage, seen: SeenRedaction, number: int
) -> dict[str, Any]:
    first = seen.marks[0].page if seen.marks else 1
    page = page_asked(request, seen.pages) if "page" in request.GET else first
    return {
        "page": page,
        "page_words": str(page),
        "marked_before": _last([one.page for one in seen.marks if one.page < page]),
        "marked_behind": next((one.page for one in seen.marks if one.page > page), None),
        **_sheets(found, seen, number, page),
    }


def _do(request: HttpRequest, found: CasePage, number: int, doing: Doing) -> None:
    match request.POST.get("do", ""):
        case "approve":
            seen = request.POST.get("seen", "")
            approve_redaction(found.reference, number, seen=seen, doing=doing)
        case "return":
            reason = request.POST.get("reason", "")
            send_redaction_back(found.reference, number, reason=reason, doing=doing)
        case other:
            raise ValueError(other)


def _sheets(found: CasePage, seen: SeenRedaction, number: int, page: int) -> dict[str, Any]:
    """Return a page before and after: as it will be, or as it is in the file that was made."""
    try:
        shown = page_of(number, page)
        before = sheet_of(shown, seen, reference=found.reference, file=number)
        of = "result" if seen.is_done else ""
        after = sheet_of(shown, seen, reference=found.reference, file=number, of=of)
    except NotReadable as problem:
        return {"not_shown": str(problem)}
    return {"sheet": before, "after": after}


def _last(pages: list[int]) -> int | None:
    return pages[-1] if pages else None
