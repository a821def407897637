"""The notices of a request: looked at as they will leave, let go, or taken back."""

from dataclasses import dataclass, replace
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.turning import let_go, take_back_notice
from answerable.domain.clock import ClockRefused, OutsideCalendar
from answerable.domain.decisions.aloud import listed
from answerable.domain.decisions.letters import Office
from answerable.domain.decisions.notice_kinds import NOTICE_NAMES, NoticeRefused
from answerable.domain.roles import Move, why_not
from answerable.publishing.letters import letter_fragment
from answerable.queries.accounts import person_names
from answerable.queries.casework.cases import CasePage
from answerable.queries.casework.notices import (
    NoticeDraft,
    NoticeRow,
    draft_of_notice,
    notices_of,
    taking_back,
)
from answerable.queries.office import OfficeNotKnown
from answerable.web.casework.doing import doing_of
from answerable.web.casework.lettering import site_office
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import staff_page


@dataclass(frozen=True, slots=True)
class WaitingNotice:
    """A notice that waits to be let go: its letter, what keeps it back, and who may do what."""

    row: NoticeRow
    questions: str
    draft: NoticeDraft | None
    html: SafeString
    problem: str
    go_refusal: str


@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the notices of a request; let one go, or take it back."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    refusal, office = Refusal(), None
    try:
        office = site_office()
    except OfficeNotKnown as problem:
        refusal = Refusal(str(problem), 503)
    if request.method == "POST" and office is not None:
        refusal = done_or_refused(partial(_do, request, reference, office, doing), place="notices")
        if not refusal.words:
            return redirect("request-notices", reference)
    rows = notices_of(reference)
    names = person_names(one.written_by for one in rows)
    named = [replace(one, written_by=names[one.written_by]) for one in rows]
    waiting = [one for one in named if one.state == "written"]
    context = {
        "found": found,
        "problems": refusal.problems,
        "waiting": [_waiting(one, found, office, doing) for one in waiting] if office else [],
        "others": [(one, _questions(one)) for one in named if one.state != "written"],
        "kinds": [(kind.value, name) for kind, name in NOTICE_NAMES.items()],
        "refusal": why_not(Move.NOTIFY, actor=doing.by, situation=found.situation),
        "back_refusal": why_not(
            Move.NOTIFY, actor=doing.by, situation=taking_back(found.situation)
        ),
    }
    return staff_page(request, "casework/turning/notices.html", context, status=refusal.status)


def _waiting(row: NoticeRow, found: CasePage, office: Office, doing: Doing) -> WaitingNotice:
    draft, problem = None, ""
    try:
        draft = draft_of_notice(
            found.reference, row.number, office=office, table=doing.table, on=doing.on
        )
    except (ClockRefused, NoticeRefused, OutsideCalendar) as refusal:
        problem = str(refusal)
    # Every text in it is escaped.
    html = mark_safe(letter_fragment(draft.blind, level=3)) if draft else SafeString()  # noqa: S308
    refusals = (why_not(Move.LET_GO, actor=doing.by, situation=one) for one in row.situations)
    first = next((one for one in refusals if one), "")
    return WaitingNotice(row, _questions(row), draft, html, problem, first)


def _questions(row: NoticeRow) -> str:
    labels = [one for one in row.labels if one]
    if not labels:
        return "the question"
    return f"question{'s' if len(labels) > 1 else ''} {listed(labels)}"


def _do(request: HttpRequest, reference: str, office: Office, doing: Doing) -> None:
    do, _, about = request.POST.get("do", "").partition(":")
    number = int(about)
    if do == "go":
        seen, way = request.POST.get("seen", ""), request.POST.get("way", "")
        let_go(reference, number, seen=seen, way=way, office=office, doing=doing)
        words = "It leaves by e-mail now" if way == "email" else "Print it and post it"
        messages.success(request, f"{words}: the clock moves on the day on which it has left")
    elif do == "back":
        take_back_notice(reference, number, doing=doing)
        messages.success(request, "Taken back")
    else:
        raise ValueError(do)
