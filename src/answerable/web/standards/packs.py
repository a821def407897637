"""The pack for the assessor, for quality leads: asked for, watched while it is made, and taken."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.standards.asking_for_packs import (
    ask_for_pack,
    let_file_leave,
    let_pack_leave,
    take_pack_file,
)
from answerable.actions.standards.pack import PackRefused
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.queries.standards.packs import PACK_NAMES, PackFileRow, packs, whole_pack
from answerable.queries.standards.rounds import every_round
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal
from answerable.web.files import stream_to_save
from answerable.web.staff import posted, staff_page
from answerable.web.standards.forms import PackForm

_LONGEST_WORDS = 2000
_STATES = {
    "waiting": ("Waiting", "grey"),
    "making": ("Being made", "blue"),
    "made": ("Made", "green"),
    "refused": ("Not made", "red"),
}
_FILES = {
    "pdf": "The pack as PDF",
    "zip": "Everything with the evidence, as zip",
    "csv": "The grid as CSV",
    "json": "Everything that the PDF says, as JSON",
}
_VERDICTS = {
    "clear": "nothing was found",
    "findings": "something was found in it",
    "cannot_say": "it cannot be inspected",
    "": "each file in it was inspected",
}
_REASONS = {"leave": "reason-{}", "leave-all": "reason"}
"""Of buttons that ask for a reason, the field in which it is given."""


@require_http_methods(["GET", "HEAD", "POST"])
def every(request: HttpRequest) -> HttpResponse:
    """List the packs, and have one made of a round."""
    doing = doing_of(request, Move.EXPORT_PACK)
    rounds = [
        (one.number, f"{one.words}, {one.held_on:%-d %B %Y} ({one.framework})")
        for one in every_round()
    ]
    form = PackForm(posted(request), rounds=rounds)
    refusal = Refusal()
    if request.method == "POST" and form.is_valid():
        try:
            number = ask_for_pack(form.cleaned_data["round"], doing=doing)
        except PackRefused as problem:
            refusal = Refusal(str(problem), 409)
        else:
            messages.success(request, "The pack is made in the background")
            return redirect("assessment-pack", number)
    context = {
        "form": form,
        "rows": [(one, *_STATES[one.state]) for one in packs()],
        "has_rounds": bool(rounds),
        "problems": refusal.problems,
    }
    status = 422 if form.errors else refusal.status
    return staff_page(request, "standards/packs.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, number: int) -> HttpResponseBase:
    """Show how far a pack is, what was kept out of it, and hand its files out."""
    doing = doing_of(request, Move.EXPORT_PACK)
    if whole_pack(number) is None:
        message = f"There is no pack {number}"
        raise Http404(message)
    refusal = Refusal()
    if request.method == "POST":
        done = _done(request, number, doing)
        if not isinstance(done, Refusal):
            return done
        refusal = done
    found = whole_pack(number)
    if found is None:
        raise Http404
    words, colour = _STATES[found.row.state]
    context = {
        "found": found,
        "words": words,
        "colour": colour,
        "files": [(each, _FILES[each.kind], _verdict(each)) for each in found.files],
        "problems": refusal.problems,
    }
    return staff_page(request, "standards/pack.html", context, status=refusal.status)


def _verdict(one: PackFileRow) -> str:
    """Return what its inspection came to; what may be personal data and holds nothing back is still to be looked at."""
    if one.verdict == "clear" and one.found:
        return "nothing in it holds it back, and some of it is to be looked at"
    return _VERDICTS[one.verdict]


def _done(request: HttpRequest, number: int, doing: Doing) -> HttpResponseBase | Refusal:
    """Do what a button says; return the page or the file that it leads to, or why not."""
    do, _, kind = request.POST.get("do", "").partition(":")
    try:
        if do == "take" and kind in PACK_NAMES:
            taken = take_pack_file(number, kind, doing=doing)
            return stream_to_save(taken.name, taken.size, taken.parts)
        reason = request.POST.get("reason", "")[:_LONGEST_WORDS]
        if do == "leave" and kind in PACK_NAMES:
            let_file_leave(number, kind, reason=reason, doing=doing)
            messages.success(request, f"{PACK_NAMES[kind]} may leave")
            return redirect("assessment-pack", number)
        if do == "leave-all":
            let_pack_leave(number, reason=reason, doing=doing)
            messages.success(request, "The pack may leave")
            return redirect("assessment-pack", number)
    except MoveNotAllowed as refusal:
        return Refusal(str(refusal), 403)
    except PackRefused as refusal:
        return Refusal(str(refusal), 409, _REASONS.get(do, "").format(kind))
    return Refusal("Choose what to do", 422)
