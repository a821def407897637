"""The page on which a file is marked: one page of it at a time, its words, its boxes, and the list of marks."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.redacting.marking import Picked, mark_box, mark_words
from answerable.domain.law.limbs import limbs
from answerable.queries.casework.cases import CasePage
from answerable.queries.casework.redacting.seen import SeenRedaction, redaction_seen
from answerable.queries.casework.redacting.words import page_of
from answerable.reading import NotReadable
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, seen_case
from answerable.web.casework.redacting.acting import (
    act,
    last_ground,
    number_of,
    of_redaction,
    refusals_of,
)
from answerable.web.casework.redacting.forms import BoxForm, GroundForm
from answerable.web.casework.redacting.placing import place_page
from answerable.web.casework.redacting.refusing import refusal_of
from answerable.web.casework.redacting.showing import page_asked, seen_file, sheet_of
from answerable.web.staff import staff_page

_NOT_TYPED = 422
_DONE = 200


@require_http_methods(["GET", "HEAD", "POST"])
def redact_page(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Show a file with what is marked in it; mark more, undo, put it forward."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    file = seen_file(reference, number)
    if not file.is_pdf:
        return place_page(request, found, file, doing)
    seen = redaction_seen(file.number)
    page = page_asked(request, seen.pages if seen else 1)
    typed = (GroundForm(initial=last_ground(seen)), BoxForm())
    refusal = Refusal()
    if request.method == "POST":
        if request.POST.get("do") == "mark":
            typed = (GroundForm(request.POST), BoxForm(request.POST))
        refusal = _done(request, _Asked(reference, number, page, *typed), doing)
        if refusal.status == _DONE:
            return redirect(_back_to(request, reference, number, page))
        seen = redaction_seen(file.number)
    ground, box = typed
    context: dict[str, Any] = {
        "found": found,
        "file": file,
        "seen": seen,
        "problems": [*refusal.problems, *(("", str(one)) for one in box.non_field_errors())],
        "refusals": refusals_of(found, doing),
    }
    if seen is not None:
        context |= _of_pages(request, found, seen, number, page)
        context |= {"ground": ground, "box": box, "limbs": limbs()}
    return staff_page(request, "casework/redacting/mark.html", context, status=refusal.status)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A file and a page of it, and what was typed for it."""

    reference: str
    number: int
    page: int
    ground: GroundForm
    box: BoxForm

    @property
    def file(self) -> tuple[str, int]:
        """Return by what actions know the file."""
        return self.reference, self.number


def _done(request: HttpRequest, asked: _Asked, doing: Doing) -> Refusal:
    if request.POST.get("do") != "mark":
        return refusal_of(lambda: messages.success(request, act(request, *asked.file, doing)))
    if not (asked.ground.is_valid() and asked.box.is_valid()):
        return Refusal(status=_NOT_TYPED)
    return refusal_of(lambda: messages.success(request, _mark(request, asked, doing)))


def _mark(request: HttpRequest, asked: _Asked, doing: Doing) -> str:
    """Mark the words that were picked, and the box that was drawn."""
    words, box = [number_of(one) for one in request.POST.getlist("word")], asked.box.box
    ground, count = asked.ground.ground, 0
    if words or box is None:
        picked = Picked(asked.page, words, request.POST.get("whole") == "on")
        count = mark_words(*asked.file, picked, ground, doing=doing)
    if box is not None:
        mark_box(*asked.file, asked.page, box, ground, doing=doing)
        count += 1
    return f"{count} place{'' if count == 1 else 's'} marked on page {asked.page}"


def _of_pages(
    request: HttpRequest, found: CasePage, seen: SeenRedaction, number: int, page: int
) -> dict[str, Any]:
    context = of_redaction(seen)
    context |= {
        "here": [one for one in context["marks"] if one.mark.page == page],
        "page": page,
        "page_words": str(page),
        "picked": set(map(number_of, request.POST.getlist("word"))),
    }
    if not seen.is_being_marked:
        return context
    try:
        shown = page_of(number, page)
    except NotReadable as problem:
        return {**context, "not_shown": str(problem)}
    return {**context, "sheet": sheet_of(shown, seen, reference=found.reference, file=number)}


def _back_to(request: HttpRequest, reference: str, number: int, page: int) -> str:
    """Return where to go on: the page of the file that was looked at, where its marks are made."""
    address = reverse("file-redaction", args=[reference, number])
    if page == 1 and request.POST.get("do") != "mark":
        return address
    return f"{address}?page={page}{'#sheet' if request.POST.get('do') == 'mark' else ''}"
