"""Send whoever asked a new link, and let files be fetched for longer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.follow_links import DELIVERED_FOR
from answerable.actions.following import extend_delivery, send_new_link
from answerable.domain.roles import Move, why_not
from answerable.queries.casework.given_links import given_links
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import staff_page


@require_http_methods(["GET", "HEAD", "POST"])
def follow_link(request: HttpRequest, reference: str) -> HttpResponse:
    """Show which links whoever asked was given; send a new one, or extend that to the files of a letter."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    refusal = Refusal()
    if request.method == "POST":
        what, _, about = request.POST.get("do", "").partition(":")
        refusal = done_or_refused(lambda: _do(what, about, reference, doing))
        if not refusal.words:
            messages.success(
                request, "The link was extended" if what == "extend" else "A new link was sent"
            )
            return redirect("request-follow-link", reference)
    context = {
        "found": found,
        "links": given_links(reference),
        "days_words": f"{DELIVERED_FOR.days} more days",
        "problems": refusal.problems,
        "refusal": why_not(Move.SEND_LINK, actor=doing.by, situation=found.situation),
    }
    return staff_page(request, "casework/follow_link.html", context, status=refusal.status)


def _do(what: str, about: str, reference: str, doing: Doing) -> None:
    """Do what a button says.

    :raises ValueError: if none of ours says it.
    """
    if what == "send":
        send_new_link(reference, doing=doing)
    elif what == "extend":
        until = doing.on + DELIVERED_FOR
        extend_delivery(reference, int(about), until=until, doing=doing)
    else:
        raise ValueError(what)
