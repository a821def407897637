"""What happens to a request's entry in the log: its steps, and how it is withdrawn, restored or stopped."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.publishing.steps import stop_step
from answerable.actions.casework.publishing.taking_out import restore, withdraw
from answerable.domain.roles import Move, why_not
from answerable.queries.accounts import person_names
from answerable.queries.casework.log_steps import EntryStanding, entry_standing
from answerable.web.casework.assigning import ReasonForm
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import staff_page

_DONE = {
    "withdraw": "Withdrawn: its page and the register of removals say why",
    "restore": "Restored: it is back in the log",
    "stop": "Stopped: nothing of it has happened",
}


class PublicReasonForm(ReasonForm):
    """Why an entry leaves the log, or comes back."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as Django calls it
        self.fields[
            "reason"
        ].help_text = (
            "Why it is withdrawn can be read by everybody, in the register of removals: name nobody"
        )


@require_http_methods(["GET", "HEAD", "POST"])
def entry_steps(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what happened to an entry in the log; withdraw it, restore it, or stop a step."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    refusal = Refusal()
    if request.method == "POST":
        refusal = done_or_refused(lambda: _do(request, reference, doing), place="id_reason")
        if not refusal.words:
            messages.success(request, _DONE[request.POST.get("do", "").partition(":")[0]])
            return redirect("entry-steps", reference)
    standing = seen_standing(reference)
    names = person_names(one.by for one in standing.steps)
    context = {
        "found": found,
        "standing": standing,
        "steps": [replace(one, by=names.get(one.by, one.by)) for one in standing.steps],
        "form": PublicReasonForm(request.POST if request.method == "POST" else None),
        "problems": refusal.problems,
        "refusals": {
            name: why_not(move, actor=doing.by, situation=found.situation)
            for name, move in (
                ("stop", Move.PUBLISH_ENTRY),
                ("withdraw", Move.WITHDRAW_ENTRY),
                ("correct", Move.CORRECT_ENTRY),
            )
        },
    }
    return staff_page(request, "casework/publishing/steps.html", context, status=refusal.status)


def seen_standing(reference: str) -> EntryStanding:
    """Return how the entry of a request stands.

    :raises Http404: if nothing was written for the log.
    """
    standing = entry_standing(reference)
    if standing is None:
        raise Http404
    return standing


def _do(request: HttpRequest, reference: str, doing: Doing) -> None:
    do, _, about = request.POST.get("do", "").partition(":")
    reason = request.POST.get("reason", "")
    match do:
        case "withdraw":
            withdraw(reference, reason=reason, doing=doing)
        case "restore":
            restore(reference, reason=reason, doing=doing)
        case "stop":
            stop_step(reference, int(about), doing=doing)
        case _:
            raise ValueError(do)
