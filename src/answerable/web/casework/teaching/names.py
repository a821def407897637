"""What people call the office: written, tried, switched off, taken back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.words import keep_name, switch_off, take_back
from answerable.domain.precedent.teaching import checked_name
from answerable.domain.roles import Move
from answerable.queries.casework.trying import Trial, trial_of_name
from answerable.queries.casework.words import own_words_of
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.teaching.forms import (
    NameForm,
    ReasonForm,
    is_done,
    state_tag,
    tried,
    typed_in,
    versions_of,
)
from answerable.web.staff import posted, staff_page

_KIND = "name"


@require_http_methods(["GET", "HEAD", "POST"])
def new_name(request: HttpRequest) -> HttpResponse:
    """Write what people call the office, and see what it would change before it is saved."""
    doing = doing_of(request, Move.KEEP_WORDS)
    form = typed_in(NameForm, request)
    trial: list[Trial] = []
    if form.is_valid():
        name, reason = form.cleaned_data["name"], form.cleaned_data["reason"]
        if request.POST.get("do") == "try":
            is_done(form, "name", lambda: trial.append(_trial(name, doing)))
        elif is_done(form, "name", lambda: keep_name(name, reason=reason, doing=doing)):
            messages.success(request, f"{name} is passed over in questions now")
            return redirect("words")
    context = {"form": form, "trial": tried(trial[0]) if trial else None}
    return staff_page(request, "casework/teaching/new_name.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def name(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a name with all that it ever was; switch it off or take it back."""
    doing = doing_of(request, Move.KEEP_WORDS if request.method == "POST" else Move.SEE)
    found = own_words_of(_KIND, slug)
    if found is None:
        raise Http404
    do = request.POST.get("do", "")
    form = ReasonForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        turn = take_back if do == "back" else switch_off
        if is_done(form, "reason", lambda: turn(_KIND, slug, reason=reason, doing=doing)):
            messages.success(request, _TURNED["back" if do == "back" else "off"])
            return redirect("words")
    context = {
        "found": found,
        "tag": state_tag(found),
        "versions": versions_of(found),
        "form": form,
        "refusal": refused(doing.by, Move.KEEP_WORDS),
    }
    return staff_page(request, "casework/teaching/name.html", context)


_TURNED = {
    "off": "The name is read as any other words again",
    "back": "The name is passed over in questions again",
}


def _trial(name: str, doing: Doing) -> Trial:
    return trial_of_name(checked_name(name), viewer=doing.by, at=doing.at)
