"""The page of one file: what is in it, what was found, and what can be done about it."""

from collections.abc import Callable
from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.releasing.rebuilding import ask_safe_copy
from answerable.actions.casework.releasing.settling import (
    Said,
    ask_override,
    confirm_findings,
    decide_findings,
    keep_back,
    let_through,
    offer_again,
)
from answerable.domain.roles import Move, MoveNotAllowed, Situation, why_not
from answerable.queries.accounts import person_names
from answerable.queries.casework.cases import CasePage
from answerable.queries.casework.releasing.file_pages import FilePage, file_page
from answerable.web.casework.doing import doing_of
from answerable.web.casework.history import history_lines
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.casework.releasing.showing import levels_of, standing_tag, verdict_of
from answerable.web.staff import staff_page

_DONE = {
    "decide": "Recorded: what you chose may stay",
    "decide-all": "Recorded: all of it may stay",
    "confirm": "Recorded: what you chose must be redacted, and the file stays here",
    "keep": "Recorded: it stays here",
    "offer": "Recorded: it is not kept back any more",
    "copy": "A safe copy is being made: look again in a minute",
    "ask": "Recorded: somebody else has to let it through",
    "override": "Recorded: it may leave",
}


@require_http_methods(["GET", "HEAD", "POST"])
def one_file(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Show a file with what was found in it; settle that, keep the file back, or make a safe copy of it."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    if file_page(reference, number) is None:
        raise Http404
    refusal = Refusal()
    if request.method == "POST":
        refusal = _posted(request, reference, number, doing)
        if not refusal.words:
            return redirect("request-file-page", reference, number)
    page = file_page(reference, number)
    if page is None:
        raise Http404
    context = _context(found, page, doing) | {
        "problems": refusal.problems,
        "reason": request.POST.get("reason", ""),
    }
    return staff_page(request, "casework/releasing/file.html", context, status=refusal.status)


def _context(found: CasePage, page: FilePage, doing: Doing) -> dict[str, object]:
    lines = [one for one in found.history if _is_about(one.data, page.row.sha256)]
    copier = [page.copying.by] if page.copying else []
    names = person_names([page.row.by, *copier, *(one.by for one in lines)])
    return {
        "found": found,
        "page": page,
        "row": replace(page.row, by=names.get(page.row.by, page.row.by)),
        "tag": standing_tag(page.row.standing),
        "verdict": verdict_of(page),
        "levels": levels_of(page),
        "copier": names.get(copier[0], copier[0]) if copier else "",
        "history": history_lines(lines, names),
        "askers": sorted(person_names(page.askers).get(one, one) for one in page.askers),
        "refusals": _refusals(found.situation, page, doing),
    }


def _is_about(data: dict[str, object], sha256: str) -> bool:
    made = data.get("made")
    return data.get("file") == sha256 or (isinstance(made, list) and sha256 in made)


def _refusals(situation: Situation, page: FilePage, doing: Doing) -> dict[str, str]:
    """Return why somebody may not do each of what a page offers; nothing for what they may."""
    asked = replace(situation, askers=page.askers)
    return {
        "release": why_not(Move.RELEASE, actor=doing.by, situation=situation),
        "copy": why_not(Move.MAKE_SAFE_COPY, actor=doing.by, situation=situation),
        "ask": why_not(Move.ASK_OVERRIDE, actor=doing.by, situation=situation),
        "override": why_not(Move.OVERRIDE, actor=doing.by, situation=asked),
    }


def _posted(request: HttpRequest, reference: str, number: int, doing: Doing) -> Refusal:
    do = request.POST.get("do", "")
    act = _ACTS.get(do, _unknown)
    place = "" if do == "copy" else "reason"
    refusal = done_or_refused(lambda: act(request, reference, number, doing), place=place)
    if not refusal.words:
        messages.success(request, _DONE[do])
    return refusal


def _copy(request: HttpRequest, reference: str, number: int, doing: Doing) -> None:
    ask_safe_copy(reference, number, request.POST.get("seen", ""), doing=doing)


def _decide(request: HttpRequest, reference: str, number: int, doing: Doing) -> None:
    decide_findings(reference, number, _chosen(request), doing=doing)


def _confirm(request: HttpRequest, reference: str, number: int, doing: Doing) -> None:
    confirm_findings(reference, number, _chosen(request), doing=doing)


def _decide_all(request: HttpRequest, reference: str, number: int, doing: Doing) -> None:
    said = replace(_said(request), findings=(), kinds=())
    decide_findings(reference, number, said, doing=doing)


def _ask(request: HttpRequest, reference: str, number: int, doing: Doing) -> None:
    ask_override(reference, number, _said(request), doing=doing)


def _override(request: HttpRequest, reference: str, number: int, doing: Doing) -> None:
    let_through(reference, number, _said(request), doing=doing)


def _keep(request: HttpRequest, reference: str, number: int, doing: Doing) -> None:
    keep_back(reference, number, reason=_said(request).reason, doing=doing)


def _offer(request: HttpRequest, reference: str, number: int, doing: Doing) -> None:
    offer_again(reference, number, reason=_said(request).reason, doing=doing)


def _unknown(request: HttpRequest, *_: object) -> None:
    raise ValueError(request.POST.get("do"))


_ACTS: dict[str, Callable[[HttpRequest, str, int, Doing], None]] = {
    "decide": _decide,
    "decide-all": _decide_all,
    "confirm": _confirm,
    "copy": _copy,
    "keep": _keep,
    "offer": _offer,
    "ask": _ask,
    "override": _override,
}


def _said(request: HttpRequest) -> Said:
    return Said(
        sha256=request.POST.get("seen", ""),
        reason=request.POST.get("reason", ""),
        findings=frozenset(request.POST.getlist("finding")),
        kinds=frozenset(request.POST.getlist("kind")),
    )


def _chosen(request: HttpRequest) -> Said:
    """Return what somebody says of what they chose.

    :raises MoveNotAllowed: if they chose nothing.
    """
    said = _said(request)
    if not said.findings and not said.kinds:
        message = "Choose what you decide about"
        raise MoveNotAllowed(message)
    return said
