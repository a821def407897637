"""An own group of words for one thing: written, tried, changed, switched off, taken back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.words import change_group, keep_group, switch_off, take_back
from answerable.domain.precedent.teaching import checked_group
from answerable.domain.roles import Move
from answerable.queries.casework.trying import Trial, trial_of_group
from answerable.queries.casework.words import own_words_of
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.teaching.forms import (
    GroupForm,
    ReasonForm,
    is_done,
    state_tag,
    tried,
    typed_in,
    versions_of,
)
from answerable.web.staff import staff_page

_KIND = "group"


@require_http_methods(["GET", "HEAD", "POST"])
def new_group(request: HttpRequest) -> HttpResponse:
    """Write a group, and see what it would change before it is saved."""
    doing = doing_of(request, Move.KEEP_WORDS)
    form = typed_in(GroupForm, request)
    trial: list[Trial] = []
    if form.is_valid():
        if request.POST.get("do") == "try":
            is_done(form, "phrases", lambda: trial.append(_trial(form, doing)))
        elif is_done(
            form,
            "phrases",
            lambda: keep_group(form.typed, reason=form.cleaned_data["reason"], doing=doing),
        ):
            messages.success(request, "The group has its effect now")
            return redirect("words")
    context = {"form": form, "trial": tried(trial[0]) if trial else None}
    return staff_page(request, "casework/teaching/new_group.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a group with all that it ever was; change it, switch it off or take it back."""
    doing = doing_of(request, Move.KEEP_WORDS if request.method == "POST" else Move.SEE)
    found = own_words_of(_KIND, slug)
    if found is None:
        raise Http404
    do = request.POST.get("do", "")
    turning = ReasonForm(request.POST if do in ("off", "back") else None, prefix="turn")
    form = GroupForm(initial={"phrases": "\n".join(found.words)})
    trial: list[Trial] = []
    if turning.is_bound:
        if turning.is_valid() and is_done(
            turning, "reason", lambda: _turned(do, slug, turning, doing)
        ):
            messages.success(request, _TURNED[do])
            return redirect("words")
    elif request.method == "POST":
        form = typed_in(GroupForm, request)
        if form.is_valid() and do == "try":
            is_done(form, "phrases", lambda: trial.append(_trial(form, doing, found.words)))
        elif form.is_valid() and is_done(form, "phrases", lambda: _changed(slug, form, doing)):
            messages.success(request, "The group was changed")
            return redirect("words")
    context = {
        "found": found,
        "tag": state_tag(found),
        "versions": versions_of(found),
        "form": form,
        "turning": turning,
        "trial": tried(trial[0]) if trial else None,
        "refusal": refused(doing.by, Move.KEEP_WORDS),
    }
    return staff_page(request, "casework/teaching/group.html", context)


_TURNED = {"off": "The group has no effect any more", "back": "The group has its effect again"}


def _trial(form: GroupForm, doing: Doing, instead_of: tuple[str, ...] = ()) -> Trial:
    group = checked_group(form.typed)
    return trial_of_group(group, instead_of=instead_of, viewer=doing.by, at=doing.at)


def _changed(slug: str, form: GroupForm, doing: Doing) -> None:
    change_group(slug, form.typed, reason=form.cleaned_data["reason"], doing=doing)


def _turned(do: str, slug: str, form: ReasonForm, doing: Doing) -> None:
    turn = switch_off if do == "off" else take_back
    turn(_KIND, slug, reason=form.cleaned_data["reason"], doing=doing)
