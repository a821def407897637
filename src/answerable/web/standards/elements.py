"""One element for staff: its history, its storyboard, its evidence, and what is to be done."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.text import Truncator
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.standards.elements import (
    ElementRefused,
    GivenEvidence,
    add_evidence,
    give_element,
    take_back_evidence,
    write_storyboard,
)
from answerable.actions.standards.evidence import decide_evidence
from answerable.actions.standards.improving import Followed, Plan, finish_action, plan_action
from answerable.actions.standards.passages import move_passage
from answerable.domain.assurance.results import RoundRefused
from answerable.domain.roles import Move, MoveNotAllowed, Role
from answerable.queries.standards.elements import (
    WholeElement,
    evidence_file,
    who_may_write,
    whole_element,
)
from answerable.queries.standards.promises import (
    flagged_elements,
    service_standards,
    ties_of,
)
from answerable.queries.standards.rounds import PROGRESS
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.moving import Refusal
from answerable.web.staff import staff_page
from answerable.web.standards.choosing import framework_asked
from answerable.web.standards.forms import ActionForm, EvidenceForm, OwnerForm, StoryForm

_LONGEST_NUMBER = 12
"""Digits: no button stands for a longer number."""
_LONGEST_WORDS = 2000
_LONGEST_OFFERED = 80


@require_http_methods(["GET", "HEAD", "POST"])
def one_element(request: HttpRequest, number: str) -> HttpResponse:
    """Show everything that is known of an element; write its storyboard, add evidence, plan and finish actions."""
    doing = doing_of(request, Move.SEE_STANDARDS)
    framework = framework_asked(request)
    found = whole_element(framework, number, today=doing.on)
    if found is None:
        message = f"{framework.name} has no element {number}"
        raise Http404(message)
    do = request.POST.get("do", "")
    shown = _forms(request, found, do)
    refusal = Refusal()
    if request.method == "POST":
        refusal = _done(request, do, found, shown, doing)
        if not refusal.words and not (do in shown and shown[do].errors):
            messages.success(request, "It was kept")
            return redirect(request.get_full_path())
    ties = ties_of(framework.key).get(number, ())
    context = {
        "found": found,
        "forms": shown,
        "form": shown.get(do),
        "problems": refusal.problems,
        "flags": [
            one for one in flagged_elements(framework.key, today=doing.on) if one.element == number
        ],
        "tied": [one for one in service_standards(today=doing.on) if one.slug in ties],
        "progress": PROGRESS,
        "owner_has_left": bool(found.owner) and found.owner not in dict(who_may_write()),
        "may_write": _may_write(found, doing),
        "may_keep": not refused(doing.by, Move.KEEP_STANDARDS),
        "may_tie": not refused(doing.by, Move.KEEP_PROMISES),
    }
    status = 422 if do in shown and shown[do].errors else refusal.status
    return staff_page(request, "standards/element.html", context, status=status)


@require_safe
def one_file(request: HttpRequest, number: int) -> HttpResponse:
    """Give a file of evidence, to be kept and not to be shown by the browser."""
    doing_of(request, Move.SEE_STANDARDS)
    found = evidence_file(number)
    if found is None:
        message = f"There is no file of evidence {number}"
        raise Http404(message)
    name, data = found
    header = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(
        data,
        content_type="application/octet-stream",
        headers={"Content-Disposition": header, "X-Content-Type-Options": "nosniff"},
    )


def _may_write(found: WholeElement, doing: Doing) -> bool:
    if refused(doing.by, Move.WRITE_ELEMENT):
        return False
    return Role.QUALITY_LEAD in doing.by.roles or found.owner == doing.by.key


def _forms(request: HttpRequest, found: WholeElement, do: str) -> dict[str, forms.Form]:
    people = who_may_write()
    said = {"text": found.stories[0].text} if found.stories else {}
    made: dict[str, Callable[[Any, Any], forms.Form]] = {
        "story": lambda data, _: StoryForm(data, prefix="story", initial=said),
        "evidence": lambda data, files: EvidenceForm(data, files, prefix="evidence"),
        "action": lambda data, _: ActionForm(
            data, prefix="action", people=people, asked=_asked(found)
        ),
        "owner": lambda data, _: OwnerForm(
            data, prefix="owner", people=people, initial={"owner": found.owner}
        ),
    }
    return {
        name: make(request.POST, request.FILES) if do == name else make(None, None)
        for name, make in made.items()
    }


def _asked(found: WholeElement) -> list[tuple[str, str]]:
    """Return what reports ask for of an element, as a select offers it: the round and the place, and the words."""
    return [
        (f"{one.round}:{one.place}", Truncator(f"{row.words}: {one.text}").chars(_LONGEST_OFFERED))
        for row, one in found.passages
        if one.asks
    ]


def _done(
    request: HttpRequest,
    do: str,
    found: WholeElement,
    shown: dict[str, forms.Form],
    doing: Doing,
) -> Refusal:
    """Do what a button says; return why not, if it is refused."""
    form = shown.get(do)
    if form is not None and not form.is_valid():
        return Refusal()
    acts = _acts(request, found, form, doing)
    if do not in acts:
        return Refusal("Choose what to do", 422)
    try:
        acts[do]()
    except MoveNotAllowed as refusal:
        return Refusal(str(refusal), 403)
    except (ElementRefused, RoundRefused) as refusal:
        return Refusal(str(refusal), 409)
    return Refusal()


def _acts(
    request: HttpRequest, found: WholeElement, form: forms.Form | None, doing: Doing
) -> dict[str, Callable[[], object]]:
    """Return what each button does."""
    key, number = found.framework.key, found.element.number
    said = form.cleaned_data if form else {}
    return {
        "story": lambda: write_storyboard(key, number, text=said["text"], doing=doing),
        "evidence": lambda: add_evidence(key, number, _evidence(said), doing=doing),
        "action": lambda: plan_action(key, number, _plan(said), doing=doing),
        "owner": lambda: give_element(key, number, owner=said["owner"], doing=doing),
        "decide": lambda: decide_evidence(
            _number(request), reason=request.POST.get("reason", "")[:_LONGEST_WORDS], doing=doing
        ),
        "progress": lambda: move_passage(
            _number(request),
            _number(request, "place"),
            progress=request.POST.get("progress", ""),
            note=request.POST.get("note", "")[:_LONGEST_WORDS],
            doing=doing,
        ),
        "take-back": lambda: take_back_evidence(_number(request), doing=doing),
        "finish": lambda: finish_action(
            _number(request), note=request.POST.get("note", "")[:_LONGEST_WORDS], doing=doing
        ),
    }


def _plan(said: dict[str, Any]) -> Plan:
    round_number, _, place = said["follows"].partition(":")
    follows = Followed(int(round_number), int(place)) if place else None
    return Plan(said["text"], said["owner"], said["due_on"], follows)


def _evidence(said: dict[str, Any]) -> GivenEvidence:
    file = said["file"]
    return GivenEvidence(
        title=said["title"],
        dated_on=said["dated_on"],
        note=said["note"],
        address=said["address"],
        file_name=file.name if file else "",
        content_type=(file.content_type or "") if file else "",
        data=file.read() if file else b"",
    )


def _number(request: HttpRequest, name: str = "which") -> int:
    """Return the number that a button stands for; one that is none stands for nothing."""
    written = request.POST.get(name, "")
    return int(written) if written.isdecimal() and len(written) < _LONGEST_NUMBER else 0
