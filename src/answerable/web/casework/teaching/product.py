"""A group that comes with the product: looked at, and done without."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.words import leave_out, switch_off
from answerable.domain.roles import Move
from answerable.queries.casework.trying import Trial, trial_without
from answerable.queries.casework.words import ProductGroup, own_words_of, product_group
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.teaching.forms import (
    ReasonForm,
    is_done,
    part_words,
    tried,
    typed_in,
    versions_of,
)
from answerable.web.staff import staff_page

_KIND = "left out"


@require_http_methods(["GET", "HEAD", "POST"])
def product(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a group of the product; say what it would change to do without it, do without, or use it again."""
    doing = doing_of(request, Move.KEEP_WORDS if request.method == "POST" else Move.SEE)
    found = product_group(slug)
    if found is None:
        raise Http404
    do = request.POST.get("do", "")
    form = typed_in(ReasonForm, request)
    trial: list[Trial] = []
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if do == "try":
            trial.append(trial_without(found.words, viewer=doing.by, at=doing.at))
        elif is_done(form, "reason", lambda: _turned(do, found, reason, doing)):
            messages.success(request, _TURNED["back" if do == "back" else "off"])
            return redirect("words")
    own = own_words_of(_KIND, slug)
    context = {
        "found": found,
        "part": part_words(found.part),
        "versions": versions_of(own) if own else (),
        "form": form,
        "trial": tried(trial[0]) if trial else None,
        "refusal": refused(doing.by, Move.KEEP_WORDS),
    }
    return staff_page(request, "casework/teaching/product.html", context)


_TURNED = {
    "off": "The group of the product has no effect any more",
    "back": "The group of the product has its effect again",
}


def _turned(do: str, found: ProductGroup, reason: str, doing: Doing) -> None:
    if do == "back":
        switch_off(_KIND, found.slug, reason=reason, doing=doing)
    else:
        leave_out(found.name, reason=reason, doing=doing)
