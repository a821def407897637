"""What readings are not sure of: the list, and the page on which one is settled."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.imports import (
    How,
    place_passage,
    reopen_doubt,
    settle_doubt,
    take_back_passage,
)
from answerable.domain.disclosure_log import Body, entry_address
from answerable.domain.roles import Move
from answerable.queries.accounts.naming import person_name
from answerable.queries.imports import (
    DoubtPage,
    Lines,
    NotPrinted,
    as_printed,
    doubt_counts,
    doubt_page,
    doubts,
)
from answerable.web.casework.doing import doing_of
from answerable.web.casework.importing.forms import PlaceForm, SettleForm
from answerable.web.casework.importing.refusing import refusal_of
from answerable.web.casework.importing.words import HOWS, KINDS
from answerable.web.casework.moving import Refusal
from answerable.web.staff import staff_page

_ON_A_PAGE = 50
_LONGEST_NUMBER = 10
_LONGEST_SHOWN = 160
_NO_LABEL = "-"
"""How the one question without a label is named in the form."""


@require_safe
def every_doubt(request: HttpRequest) -> HttpResponse:
    """List what is open, of one kind or of all, of one import or of all."""
    doing_of(request, Move.SETTLE_DOUBT)
    what = request.GET.get("what", "")
    chosen = what if what in KINDS else None
    run = _number(request.GET.get("run", ""))
    is_settled = request.GET.get("settled") == "yes"
    after = _number(request.GET.get("after", "")) or 0
    rows = doubts(what=chosen, run=run, settled=is_settled, after=after, most=_ON_A_PAGE + 1)
    counts = doubt_counts(run=run)
    context = {
        "rows": [(one, KINDS[one.what]) for one in rows[:_ON_A_PAGE]],
        "more_after": rows[_ON_A_PAGE - 1].number if len(rows) > _ON_A_PAGE else None,
        "counts": [(what, KINDS[what], count) for what, count in counts.items()],
        "total": sum(counts.values()),
        "chosen": chosen or "",
        "chosen_words": KINDS[chosen] if chosen else "",
        "run": run,
        "is_settled": is_settled,
    }
    return staff_page(request, "casework/importing/doubts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def one_doubt(request: HttpRequest, number: int) -> HttpResponse:
    """Show a doubt beside what was printed; settle it, place its passage, or open it again."""
    doing = doing_of(request, Move.SETTLE_DOUBT)
    found = doubt_page(number)
    if found is None:
        raise Http404
    do = request.POST.get("do", "") if request.method == "POST" else ""
    settle = SettleForm(request.POST if do == "settle" else None)
    place = PlaceForm(_choices(found), request.POST if do == "place" else None)
    refusal, status = Refusal(), 200
    if request.method == "POST":
        form = {"settle": settle, "place": place}.get(do)
        if form is not None and not form.is_valid():
            status = 422
        else:
            refusal = refusal_of(_act(do, number, settle, place, doing))
            status = refusal.status
            if not refusal.words:
                messages.success(request, _DONE[do])
                return _onward(found, do)
    context = _context(request, found, settle, place)
    context["problems"] = refusal.problems
    return staff_page(request, "casework/importing/doubt.html", context, status=status)


_DONE = {
    "settle": "Settled",
    "place": "Placed: the answer stands with its question",
    "reopen": "It is open again",
    "take_back": "Taken back: it is open again",
}


def _onward(found: DoubtPage, do: str) -> HttpResponse:
    """Lead to the next of the same kind, so that a list is worked through without going back to it."""
    if do in ("settle", "place"):
        return redirect("doubt", found.next) if found.next else redirect("doubts")
    return redirect("doubt", found.row.number)


def _act(
    do: str, number: int, settle: SettleForm, place: PlaceForm, doing: Doing
) -> Callable[[], object]:
    who: dict[str, Any] = {"by": doing.by, "at": doing.at}
    match do:
        case "settle":
            said = settle.cleaned_data
            return lambda: settle_doubt(number, how=How(said["how"]), note=said["note"], **who)
        case "place":
            chosen = place.cleaned_data["labels"]
            labels = ["" if one == _NO_LABEL else one for one in chosen]
            return lambda: place_passage(number, labels, note="", **who)
        case "reopen":
            return lambda: reopen_doubt(number, **who)
        case "take_back":
            return lambda: take_back_passage(number, **who)
        case _:
            raise BadRequest


def _context(
    request: HttpRequest, found: DoubtPage, settle: SettleForm, place: PlaceForm
) -> dict[str, Any]:
    asked = _number(request.GET.get("page", ""))
    context: dict[str, Any] = {
        "found": found,
        "row": found.row,
        "kind": KINDS[found.row.what],
        "entry_address": entry_address(Body(found.row.body, "", None, found.prefix), found.row.key),
        "how_words": HOWS.get(found.row.how, found.row.how),
        "settled_by": person_name(found.row.settled_by) if found.row.settled_by else "",
        "settle": settle,
        "place": place,
        "is_passage": found.row.what == "unassigned" and bool(found.questions),
        "lacks": found.row.text.splitlines() if found.row.what == "gate" else [],
    }
    return {**context, **_printed(found, asked)}


def _printed(found: DoubtPage, asked: int | None) -> dict[str, Any]:
    """Return what is shown of the document: a page with the way to others, lines, or why neither is."""
    try:
        shown = as_printed(found.row.number, page=asked)
    except NotPrinted as problem:
        return {"not_printed": str(problem)}
    if isinstance(shown, Lines):
        return {"lines": shown}
    return {
        "page": shown.page,
        "pages": shown.pages,
        "page_before": shown.page - 1 if shown.page > 1 else None,
        "page_behind": shown.page + 1 if shown.page < shown.pages else None,
    }


def _choices(found: DoubtPage) -> list[tuple[str, str]]:
    return [
        (one.label or _NO_LABEL, f"{one.label} {_short(one.text)}".strip())
        for one in found.questions
    ]


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 1]}…"


def _number(said: str) -> int | None:
    return int(said) if said.isdecimal() and len(said) < _LONGEST_NUMBER else None
