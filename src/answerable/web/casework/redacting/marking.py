"""The page on which a file is marked: one page of it at a time, its words, its boxes, and the list of marks."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.redacting.beginning import begin_redaction
from answerable.actions.casework.redacting.logs import attach_log
from answerable.actions.casework.redacting.marking import (
    Picked,
    mark_box,
    mark_words,
    redo_mark,
    undo_mark,
    widen_mark,
)
from answerable.actions.casework.redacting.settling import (
    put_redaction_forward,
    take_redaction_back,
)
from answerable.domain.law.limbs import limbs
from answerable.domain.roles import Move, why_not
from answerable.queries.accounts import person_names
from answerable.queries.casework.cases import CasePage
from answerable.queries.casework.redacting.seen import SeenRedaction, redaction_seen
from answerable.queries.casework.redacting.words import page_of
from answerable.reading import NotReadable
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, seen_case
from answerable.web.casework.redacting.forms import BoxForm, GroundForm
from answerable.web.casework.redacting.refusing import refusal_of
from answerable.web.casework.redacting.showing import (
    STATES,
    listed_marks,
    page_asked,
    seen_file,
    sheet_of,
)
from answerable.web.staff import staff_page

_NOT_TYPED = 422
_MOST = 10**15
"""No table has so many rows, and no database a number much longer."""


@require_http_methods(["GET", "HEAD", "POST"])
def redact_page(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Show a file page by page with what is marked in it; mark more, undo, put it forward."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    file = seen_file(reference, number)
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
        "refusals": _refusals(found, doing),
    }
    if seen is not None:
        context |= _of_redaction(request, found, seen, number, page)
        context |= {"ground": ground, "box": box, "limbs": limbs()}
    return staff_page(request, "casework/redacting/mark.html", context, status=refusal.status)


_DONE = 200


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
    is_mark = request.POST.get("do") == "mark"
    if is_mark and not (asked.ground.is_valid() and asked.box.is_valid()):
        return Refusal(status=_NOT_TYPED)
    return refusal_of(lambda: messages.success(request, _act(request, asked, doing)))


def _act(request: HttpRequest, asked: _Asked, doing: Doing) -> str:
    """Do what a button says, and return what was done."""
    do, _, about = request.POST.get("do", "").partition(":")
    match do:
        case "begin":
            begin_redaction(*asked.file, doing=doing)
        case "mark":
            return _mark(request, asked, doing)
        case "undo":
            undo_mark(*asked.file, _number(about), doing=doing)
        case "redo":
            redo_mark(*asked.file, _number(about), doing=doing)
        case "widen":
            widen_mark(*asked.file, _number(about), doing=doing)
        case "forward":
            put_redaction_forward(*asked.file, doing=doing)
        case "back":
            take_redaction_back(*asked.file, doing=doing)
        case "log":
            attach_log(*asked.file, doing=doing)
        case _:
            raise ValueError(do)
    return _SAID[do]


_SAID = {
    "begin": "Begun: mark what is to go, page by page",
    "undo": "Undone: it stays in the list below, and can be marked again",
    "redo": "Marked again",
    "widen": "It covers the whole line now",
    "forward": "Put forward: somebody who marked nothing in it looks at it next",
    "back": "Taken back: you can mark more",
    "log": "The redaction log is attached to the answer",
}


def _mark(request: HttpRequest, asked: _Asked, doing: Doing) -> str:
    """Mark the words that were picked, and the box that was drawn."""
    words, box = [_number(one) for one in request.POST.getlist("word")], asked.box.box
    ground, count = asked.ground.ground, 0
    if words or box is None:
        picked = Picked(asked.page, words, request.POST.get("whole") == "on")
        count = mark_words(*asked.file, picked, ground, doing=doing)
    if box is not None:
        mark_box(*asked.file, asked.page, box, ground, doing=doing)
        count += 1
    return f"{count} place{'' if count == 1 else 's'} marked on page {asked.page}"


def _of_redaction(
    request: HttpRequest, found: CasePage, seen: SeenRedaction, number: int, page: int
) -> dict[str, Any]:
    keys = [one.made_by for one in (*seen.marks, *seen.undone)]
    people = (seen.begun_by, seen.put_forward_by, seen.sent_back_by, seen.approved_by)
    names = person_names([*keys, *people])
    marks = listed_marks(seen.marks, names)
    words, colour = STATES[seen.state]
    context: dict[str, Any] = {
        "state_words": words,
        "state_colour": colour,
        "marks": marks,
        "here": [one for one in marks if one.mark.page == page],
        "undone": listed_marks(seen.undone, names),
        "page": page,
        "names": {
            "begun": names.get(seen.begun_by, ""),
            "forward": names.get(seen.put_forward_by, ""),
            "back": names.get(seen.sent_back_by, ""),
            "approved": names.get(seen.approved_by, ""),
        },
        "picked": set(map(_number, request.POST.getlist("word"))),
    }
    if not seen.is_being_marked:
        return context
    try:
        shown = page_of(number, page)
    except NotReadable as problem:
        return {**context, "not_shown": str(problem)}
    return {**context, "sheet": sheet_of(shown, seen, reference=found.reference, file=number)}


def _refusals(found: CasePage, doing: Doing) -> dict[str, str]:
    return {
        "mark": why_not(Move.MARK_REDACTION, actor=doing.by, situation=found.situation),
        "attach": why_not(Move.ATTACH, actor=doing.by, situation=found.situation),
    }


def refused_approval(found: CasePage, seen: SeenRedaction, doing: Doing) -> str:
    """Return why somebody may not approve a redaction; nothing if they may."""
    situation = replace(found.situation, writers=seen.hands)
    return why_not(Move.APPROVE_REDACTION, actor=doing.by, situation=situation)


def last_ground(seen: SeenRedaction | None) -> dict[str, str]:
    """Return what a form begins with: the ground of the latest mark: many marks of a file have the same."""
    if seen is None or not seen.marks:
        return {}
    last = max(seen.marks, key=lambda one: one.number)
    return {"limb": last.limb, "reason": last.reason}


def _back_to(request: HttpRequest, reference: str, number: int, page: int) -> str:
    """Return where to go on: the page of the file that was looked at, where its marks are made."""
    address = reverse("file-redaction", args=[reference, number])
    if page == 1 and request.POST.get("do") != "mark":
        return address
    return f"{address}?page={page}{'#sheet' if request.POST.get('do') == 'mark' else ''}"


def _number(said: str) -> int:
    """Return a number that a form sent.

    :raises BadRequest: if it is none that ours can send.
    """
    if not said:
        return -1
    if not (said.isascii() and said.isdigit()) or len(said) > len(str(_MOST)):
        raise BadRequest
    return int(said)
