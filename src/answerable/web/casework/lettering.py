"""The letter: previewed as it will go, with what it lacks; sent, posted or stopped."""

from dataclasses import dataclass
from functools import partial

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions import casework
from answerable.actions.casework import Doing
from answerable.domain.clock import ClockRefused, OutsideCalendar
from answerable.domain.decisions.letters import Office
from answerable.domain.decisions.notice_kinds import NOTICES
from answerable.domain.law.letters import LetterKind
from answerable.domain.roles import Move, MoveNotAllowed, Stage, why_not
from answerable.publishing.letters import letter_fragment, letter_pdf
from answerable.queries.casework.cases import CasePage
from answerable.queries.casework.letters import (
    ANSWER,
    CLARIFICATION,
    LetterDraft,
    drafts_of,
    stored_pdf,
)
from answerable.queries.office import OfficeNotKnown, office_of
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import staff_page

_KINDS = {ANSWER: "The answer", CLARIFICATION: "The letter that asks what is meant"}

_NOW = {
    **dict.fromkeys(_KINDS, "its questions are cleared again"),
    **dict.fromkeys(
        (one.value for one in NOTICES), "no clock moves, and the notice waits to be let go again"
    ),
    LetterKind.REVIEW_EXTENSION.value: "the review is due when it was due before",
    LetterKind.REVIEW_OUTCOME.value: "nothing is decided, and its reviewer has the review again",
}
"""How things are once a letter of a kind is stopped."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A letter as it would go today, how it looks, and what keeps it from going."""

    kind: str
    name: str
    draft: LetterDraft
    html: SafeString
    refusal: str


class WayForm(forms.Form):
    """How a letter goes."""

    way = forms.ChoiceField(
        label="How it goes",
        choices=[("email", "By e-mail"), ("post", "Printed, by post")],
        widget=forms.RadioSelect,
        initial="email",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the letters that cleared decisions make, and send, post or stop one."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    problems: list[tuple[str, str]] = []
    status = 200
    previews: list[Preview] = []
    try:
        office = site_office()
        if request.method == "POST":
            refusal = _posted(request, found, office, doing)
            if not refusal.words:
                return redirect("request", reference)
            problems, status = refusal.problems, refusal.status
        previews = [_preview(one, found, doing) for one in _drafts(reference, office, doing)]
    except OfficeNotKnown as problem:
        problems, status = [("", str(problem))], 503
    except (ClockRefused, OutsideCalendar) as problem:
        problems, status = [("", str(problem))], 409
    context = {
        "found": found,
        "previews": previews,
        "problems": problems,
        "form": WayForm(initial={"way": "email" if found.has_address else "post"}),
        "leaving": [one for one in found.letters if one.state == "leaving"],
        "gone": [one for one in found.letters if one.state != "leaving"],
        "read_refusal": why_not(Move.READ_LETTER, actor=doing.by, situation=found.situation),
        "stop_refusal": _stop_refusal(found, doing),
    }
    return staff_page(request, "casework/letter.html", context, status=status)


@require_safe
def draft_pdf(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Show a letter as the PDF that would go today."""
    doing = doing_of(request)
    seen_case(reference, doing)
    try:
        drafts = _drafts(reference, site_office(), doing)
    except (OfficeNotKnown, ClockRefused, OutsideCalendar):
        raise Http404 from None
    draft = next((one for one in drafts if one.kind == kind), None)
    if draft is None:
        raise Http404
    return _pdf(letter_pdf(draft.blind), f"{reference}-draft.pdf")


@require_safe
def sent_pdf(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Show a letter as it was frozen, with whom it greets, to those who may know that."""
    doing = doing_of(request)
    found_case = seen_case(reference, doing)
    refusal = why_not(Move.READ_LETTER, actor=doing.by, situation=found_case.situation)
    if refusal:
        raise PermissionDenied(refusal)
    found = stored_pdf(reference, number)
    if found is None:
        raise Http404
    return _pdf(found, f"{reference}-letter-{number}.pdf")


def site_office() -> Office:
    """Return the office of this site.

    :raises OfficeNotKnown: if its file is missing or lacks a fact.
    """
    return office_of(settings.ANSWERABLE_OFFICE, authority=settings.ANSWERABLE_AUTHORITY)


def _drafts(reference: str, office: Office, doing: Doing) -> tuple[LetterDraft, ...]:
    return drafts_of(reference, office=office, table=doing.table, on=doing.on)


def _stop_refusal(found: CasePage, doing: Doing) -> str:
    """Return why somebody may not stop a letter that leaves, nothing if they may stop one."""
    leaving = [one.situation for one in found.questions if one.stage is Stage.LEAVING]
    if not leaving:
        # A letter of no decision is for those who deal with messages.
        return why_not(Move.LOOK, actor=doing.by, situation=found.situation)
    refusals = [why_not(Move.STOP, actor=doing.by, situation=one) for one in leaving]
    return next((one for one in refusals if one), "")


def _preview(draft: LetterDraft, found: CasePage, doing: Doing) -> Preview:
    cleared = (one for one in found.questions if one.label in draft.labels)
    refusals = (why_not(Move.SEND, actor=doing.by, situation=one.situation) for one in cleared)
    html = mark_safe(letter_fragment(draft.blind, level=3))  # noqa: S308 every text in it is escaped
    return Preview(
        draft.kind, _KINDS[draft.kind], draft, html, next((one for one in refusals if one), "")
    )


def _posted(request: HttpRequest, found: CasePage, office: Office, doing: Doing) -> Refusal:
    return done_or_refused(partial(_do, request, found, office, doing))


def _do(request: HttpRequest, found: CasePage, office: Office, doing: Doing) -> None:
    do, _, about = request.POST.get("do", "").partition(":")
    if do == "send":
        drafts = _drafts(found.reference, office, doing)
        ready = casework.rendered(_letter(drafts, about, request.POST.get("seen", "")))
        way = request.POST.get("way", "")
        casework.send_letter(found.reference, about, ready, way=way, office=office, doing=doing)
        words = "It leaves by e-mail now" if way == "email" else "Print it and post it"
        messages.success(request, words)
    elif do == "posted":
        casework.record_posted(found.reference, int(about), doing=doing)
        messages.success(request, "Recorded as posted today")
    elif do == "stop":
        reason = request.POST.get("reason", "")
        casework.stop_letter(found.reference, int(about), reason=reason, doing=doing)
        messages.success(request, _stopped(found, int(about)))
    else:
        raise ValueError(do)


def _stopped(found: CasePage, number: int) -> str:
    kind = next((one.kind for one in found.letters if one.number == number), "")
    return f"Stopped: {_NOW.get(kind, 'what it tells of has happened all the same')}"


def _letter(drafts: tuple[LetterDraft, ...], kind: str, digest: str) -> LetterDraft:
    """Return the letter of a kind, if it is still the one that somebody looked at.

    :raises MoveNotAllowed: if it changed meanwhile, or no decision makes it any more.
    :raises ValueError: if there is no such kind.
    """
    for one in drafts:
        if one.kind == kind and one.digest == digest:
            return one
        if one.kind == kind:
            message = "The letter changed meanwhile: look at it again before you send it"
            raise MoveNotAllowed(message)
    if kind not in _KINDS:
        raise ValueError(kind)
    message = "No decision is cleared for this letter now. It may have left already"
    raise MoveNotAllowed(message)


def _pdf(data: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        data,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
