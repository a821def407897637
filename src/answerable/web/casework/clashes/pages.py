"""Answers that contradict each other: the list, its file, and the page on which one is settled."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.casework.clashing import (
    ClashNotFound,
    TooLate,
    export_clashes,
    reopen_clash,
    settle_clash,
)
from answerable.domain.precedent.settling import Because
from answerable.domain.roles import Move
from answerable.publishing.csv_files import cells_as_csv
from answerable.queries.casework.clashes.listed import (
    ClashRow,
    ClashSide,
    clash_limbs,
    clash_numbers,
    clash_rows,
)
from answerable.web.casework.clashes.forms import ClashFilterForm, ReopenForm, SettleForm
from answerable.web.casework.clashes.showing import decision_words, shown_clashes
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.moving import Refusal, done_or_refused
from answerable.web.staff import staff_page

_ON_A_PAGE = 10
_LONGEST_NUMBER = 6
_MOST = 10**15
"""No table has so many rows, and no database a number much longer."""
_OF_A_SIDE = "reference label month question decision answer".split()
_COLUMNS = (
    *("state", "kind", "why", "found_on"),
    *(f"{side}_{name}" for side in ("one", "other") for name in _OF_A_SIDE),
    *("settled_because", "settled_words", "settled_by", "settled_on", "reopened_because"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of the list stands on a page, and the queries of the pages beside it."""

    first: int
    last: int
    total: int
    previous: str | None
    next: str | None


@require_safe
def every_clash(request: HttpRequest) -> HttpResponse:
    """Show the contradictions that somebody asks for, the open ones first."""
    doing = doing_of(request, Move.SEE)
    form = _form(request, doing)
    context: dict[str, Any] = {"form": form, "may_export": not refused(doing.by, Move.EXPORT)}
    if form.is_valid():
        numbers = clash_numbers(form.filters, viewer=doing.by)
        page = _page_number(request)
        start = (page - 1) * _ON_A_PAGE
        some = numbers[start : start + _ON_A_PAGE]
        rows = clash_rows(some, viewer=doing.by, at=doing.at)
        context |= {
            "clashes": shown_clashes(rows),
            "part": Part(
                first=start + 1,
                last=start + len(some),
                total=len(numbers),
                previous=form.query(page=page - 1) if page > 1 else None,
                next=form.query(page=page + 1) if start + len(some) < len(numbers) else None,
            ),
            "query": form.query(),
        }
    return staff_page(request, "casework/clashes/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def one_clash(request: HttpRequest, number: int) -> HttpResponse:
    """Show a contradiction; settle it with a reason, or open it again."""
    doing = doing_of(request, Move.SEE)
    if number > _MOST:
        raise Http404
    do = request.POST.get("do", "") if request.method == "POST" else ""
    settle = SettleForm(request.POST if do == "settle" else None)
    reopen = ReopenForm(request.POST if do == "reopen" else None)
    refusal = Refusal()
    if request.method == "POST":
        refusal = _done(do, number, settle, reopen, doing)
        if refusal.status == _DONE:
            messages.success(request, _SAID[do])
            return redirect("contradiction", number)
    rows = shown_clashes(clash_rows([number], viewer=doing.by, at=doing.at))
    if not rows:
        raise Http404
    context = {
        "clash": rows[0],
        "settle": settle,
        "reopen": reopen,
        "problems": refusal.problems,
        "refusal": refused(doing.by, Move.SETTLE_CONTRADICTION),
    }
    return staff_page(request, "casework/clashes/one.html", context, status=refusal.status)


@require_GET
def clashes_file(request: HttpRequest) -> HttpResponseBase:
    """Give the whole list as a file, and tell it in the ledger."""
    doing = doing_of(request, Move.EXPORT)
    form = _form(request, doing)
    if not form.is_valid():
        return staff_page(request, "casework/clashes/list.html", {"form": form}, status=400)
    rows = export_clashes(form.filters, asked=form.query(), doing=doing)
    lines: Iterator[bytes] = cells_as_csv(_COLUMNS, map(_cells, rows))
    return StreamingHttpResponse(
        lines,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="contradictions-{doing.on}.csv"'},
    )


_SAID = {"settle": "Settled: it stays quiet until a side changes", "reopen": "It is open again"}
_DONE, _NOT_TYPED = 200, 422


def _done(do: str, number: int, settle: SettleForm, reopen: ReopenForm, doing: Doing) -> Refusal:
    """Do what a form asks for, and return why not, if it is refused."""
    forms = {"settle": settle, "reopen": reopen}
    if do not in forms:
        raise BadRequest
    if not forms[do].is_valid():
        return Refusal(status=_NOT_TYPED)
    said = forms[do].cleaned_data

    def act() -> None:
        if do == "settle":
            settle_clash(number, Because(said["because"]), said["words"], doing=doing)
        else:
            reopen_clash(number, said["reason"], doing=doing)

    try:
        return done_or_refused(act)
    except ClashNotFound as problem:
        raise Http404 from problem
    except TooLate as problem:
        return Refusal(str(problem), 409)


def _form(request: HttpRequest, doing: Doing) -> ClashFilterForm:
    return ClashFilterForm(request.GET, limbs=clash_limbs(viewer=doing.by))


def _page_number(request: HttpRequest) -> int:
    given = request.GET.get("page", "")
    is_number = given.isascii() and given.isdigit() and len(given) < _LONGEST_NUMBER
    return max(1, int(given)) if is_number else 1


def _cells(row: ClashRow) -> list[str]:
    return [
        "open" if row.is_open else "settled",
        row.kind,
        row.why,
        str(row.found_at.date()),
        *_side_cells(row.one),
        *_side_cells(row.other),
        row.because,
        row.words,
        row.settled_by,
        str(row.settled_at.date()) if row.settled_at else "",
        row.reopened_because,
    ]


def _side_cells(side: ClashSide) -> list[str]:
    month = f"{side.on:%Y-%m}" if side.on else ""
    decided = "; ".join(decision_words(side))
    return [side.reference, side.label, month, side.text, decided, side.answer]
