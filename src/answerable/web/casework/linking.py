"""Which requests belong together: linked by people, or suggested because the same person asked."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.linking import link_requests, unlink_requests
from answerable.domain.questions.linking import LinkKind
from answerable.domain.roles import Move, why_not
from answerable.queries.casework.linked import linked_requests
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import staff_page

_KINDS = (
    (LinkKind.FOLLOWS, "It follows the other: the person comes back to it"),
    (LinkKind.SAME_SUBJECT, "Both are about the same subject"),
    (
        LinkKind.AGGREGATED,
        "They count together for the cost limit: the same or similar information, from one person or "
        "from people who act together, within sixty working days",
    ),
    (LinkKind.REPEATS, "It repeats the other: the same person asked the same"),
)


class LinkForm(forms.Form):
    """To which request another one is linked, and why."""

    other = forms.CharField(
        label="Reference of the other request",
        max_length=20,
        error_messages={"required": "Enter the reference of the other request"},
    )
    kind = forms.ChoiceField(
        label="How do they belong together?",
        choices=[(kind.value, words) for kind, words in _KINDS],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they belong together"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def links(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what a request is linked to and what it might be, and link it or take a link away."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    does_unlink = request.method == "POST" and request.POST.get("do") == "unlink"
    form = _form(request, does_unlink=does_unlink)
    refusal = Refusal()
    if does_unlink or form.is_valid():
        refusal = done_or_refused(lambda: _do(request, reference, doing), place="id_other")
        if not refusal.words:
            messages.success(request, "The link was taken away" if does_unlink else "Linked")
            return redirect("request-links", reference)
    context = {
        "found": found,
        "form": form,
        "linked": linked_requests(reference, viewer=doing.by, table=doing.table),
        "problems": refusal.problems,
        "refusal": why_not(Move.LINK, actor=doing.by, situation=found.situation),
    }
    return staff_page(request, "casework/links.html", context, status=refusal.status)


def _form(request: HttpRequest, *, does_unlink: bool) -> LinkForm:
    if request.method == "POST" and not does_unlink:
        return LinkForm(request.POST)
    return LinkForm(initial={"other": request.GET.get("other", "")})


def _do(request: HttpRequest, reference: str, doing: Doing) -> None:
    other, kind = request.POST.get("other", "").strip(), LinkKind(request.POST.get("kind", ""))
    act = unlink_requests if request.POST.get("do") == "unlink" else link_requests
    act(reference, other, kind, doing=doing)
