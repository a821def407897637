"""What everybody would read of a service standard or of a round, before somebody publishes it or takes it back."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.standards.publishing import (
    PublishingRefused,
    publish_round,
    publish_standard,
    take_back_round,
    take_back_standard,
)
from answerable.domain.assurance import counts
from answerable.domain.assurance.quotations import WordsRefused
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.queries.standards.public_words import words_to_decide
from answerable.queries.standards.published import as_published, is_open_round, open_standard
from answerable.queries.standards.rounds import WholeRound, whole_round
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal
from answerable.web.staff import posted, staff_page
from answerable.web.standard_words import month_shown, target_words
from answerable.web.standards.publishing_forms import PublishingForm

_DONE = {
    "publish": "Everybody reads it from now on",
    "take-back": "It is not published any more",
}


@require_http_methods(["GET", "HEAD", "POST"])
def standard_publishing(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what everybody would read of a service standard; publish it, or take it back."""
    doing = doing_of(request, Move.PUBLISH_STANDARDS)
    row = as_published(slug, today=doing.on)
    if row is None:
        message = f"There is no service standard {slug!r}"
        raise Http404(message)
    is_public = open_standard(slug, today=doing.on) is not None
    found = () if is_public else words_to_decide(slug)
    form, refusal = PublishingForm(posted(request), found=found), Refusal()
    if request.method == "POST":
        acts: dict[str, Callable[[str], None]] = {
            "publish": lambda why: publish_standard(
                slug, reason=why, doing=doing, confirmed=form.confirmed
            ),
            "take-back": lambda why: take_back_standard(slug, reason=why, doing=doing),
        }
        refusal = _done(request, acts, form)
        if not refusal.words and not form.errors:
            return redirect("service-standard", slug)
    context = {
        "row": row,
        "target": target_words(row, row.target),
        "months": [month_shown(row, one) for one in reversed(row.months)],
        "is_public": is_public,
        "finds": form.finds,
        "form": form,
        "problems": refusal.problems,
    }
    status = 422 if form.errors else refusal.status
    return staff_page(request, "standards/promises/publishing.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def round_publishing(request: HttpRequest, number: int) -> HttpResponse:
    """Show what everybody would read of a round; publish its levels, or take them back."""
    doing = doing_of(request, Move.PUBLISH_STANDARDS)
    found = whole_round(number)
    if found is None:
        message = f"There is no round {number}"
        raise Http404(message)
    form, refusal = PublishingForm(posted(request)), Refusal()
    if request.method == "POST":
        acts: dict[str, Callable[[str], None]] = {
            "publish": lambda why: publish_round(number, reason=why, doing=doing),
            "take-back": lambda why: take_back_round(number, reason=why, doing=doing),
        }
        refusal = _done(request, acts, form)
        if not refusal.words and not form.errors:
            return redirect("assessment-round", number)
    context = {
        "found": found,
        "table": _counted(found),
        "is_public": is_open_round(number),
        "form": form,
        "problems": refusal.problems,
    }
    status = 422 if form.errors else refusal.status
    return staff_page(request, "standards/round_publishing.html", context, status=status)


def _done(
    request: HttpRequest, acts: dict[str, Callable[[str], None]], form: PublishingForm
) -> Refusal:
    """Do what a button says, with a reason, and say so on the next page; return why not, if it is refused."""
    do = request.POST.get("do", "")
    if do not in acts:
        return Refusal("Choose whether to publish it or to take it back", 422)
    if not form.is_valid():
        return Refusal()
    try:
        acts[do](form.cleaned_data["reason"])
    except MoveNotAllowed as refusal:
        return Refusal(str(refusal), 403)
    except (PublishingRefused, WordsRefused) as refusal:
        return Refusal(str(refusal), 409)
    messages.success(request, _DONE[do])
    return Refusal()


def _counted(found: WholeRound) -> list[tuple[str, list[int], int]]:
    """Return how many elements have each level: each criterion, then the whole."""
    framework = found.framework
    given = {one.element.number: one.level.key for one in found.levels if one.level}
    whole, *parts = counts(framework, given)
    names = [f"{one.number}. {one.name}" for one in framework.criteria]
    keys = [level.key for level in framework.levels]
    rows = [*zip(names, parts, strict=True), ("The whole standard", whole)]
    return [(name, [one.by_level[key] for key in keys], one.without) for name, one in rows]
