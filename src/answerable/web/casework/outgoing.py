"""Mail that has not gone: what waits, what failed, and what a person must settle."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.settling_mail import (
    MailNotFound,
    MailStandsOtherwise,
    say_it_went,
    send_again,
)
from answerable.domain.roles import Move
from answerable.queries.casework.outgoing import OutgoingRow, mail_that_stands
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.moving import Refusal, done_or_refused
from answerable.web.staff import actor, staff_page
from answerable.web.tags import Tag

_UNSURE = "unsure"
_STUCK = (_UNSURE, "failed")
_STATES = {
    "waiting": Tag("Waits", "blue"),
    "handed over": Tag("Being handed over", "purple"),
    "failed": Tag("Failed", "red"),
    "unsure": Tag("In doubt", "orange"),
}


@dataclass(frozen=True, slots=True)
class ListedMail:
    """A mail in the list, and what somebody can say of it."""

    row: OutgoingRow
    state: Tag
    may_have_gone: bool
    can_go_again: bool


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Lead whoever came in to their work, or to their account if they have no part in requests."""
    return redirect("account" if refused(actor(request), Move.SEE) else "work")


@require_http_methods(["GET", "HEAD", "POST"])
def outgoing(request: HttpRequest) -> HttpResponse:
    """Show the mail that has not gone, and settle what is in doubt or failed."""
    doing = doing_of(request, Move.SETTLE)
    refusal = Refusal()
    if request.method == "POST":
        refusal = _settled(request, doing)
        if not refusal.words:
            return redirect("outgoing")
    context = {
        "mails": [
            ListedMail(row, _STATES[row.state], row.state == _UNSURE, row.state in _STUCK)
            for row in mail_that_stands(viewer=doing.by.key)
        ],
        # An administrator settles mail, and has no part in requests.
        "opens_requests": not refused(doing.by, Move.SEE),
        "problems": refusal.problems,
    }
    return staff_page(request, "casework/outgoing.html", context, status=refusal.status)


def _settled(request: HttpRequest, doing: Doing) -> Refusal:
    """Settle the mail that a form names, or return why that is refused."""
    try:
        return done_or_refused(lambda: _settle(request, doing))
    except MailNotFound as refusal:
        return Refusal(str(refusal), 404)
    except MailStandsOtherwise as refusal:
        return Refusal(str(refusal), 409)


def _settle(request: HttpRequest, doing: Doing) -> None:
    key, reason = request.POST.get("mail", ""), request.POST.get("reason", "")
    match request.POST.get("do"):
        case "went":
            say_it_went(key, reason=reason, doing=doing)
            messages.success(request, "Recorded that it went")
        case "again":
            send_again(key, reason=reason, doing=doing)
            messages.success(request, "It will be sent again")
        case other:
            raise ValueError(other)
