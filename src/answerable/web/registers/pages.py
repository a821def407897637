"""Registers for staff: which there are, their rows as somebody may see them, and publishing."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.registers.publishing import (
    NotLookedAt,
    PublishRefused,
    publish_register,
    take_back_register,
)
from answerable.actions.registers.taking import note_rows_taken
from answerable.domain.measures.registers import Audience, Register
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.measuring.snapshots.store import NoSuchSnapshot
from answerable.publishing.csv_files import cells_as_csv
from answerable.queries.archive.registers import open_register, open_registers
from answerable.queries.registers.browsing import (
    register_for,
    registers_for,
    snapshot_page,
    snapshot_rows,
)
from answerable.queries.registers.declared import NoSuchRegister, broken_declarations
from answerable.queries.registers.loads import latest_loads
from answerable.queries.registers.opened import BeforePublishing
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.moving import Refusal
from answerable.web.register_cells import (
    ON_A_PAGE,
    asked_of,
    caveats_of,
    headings,
    lines,
    page_of,
    paging,
    plain_lines,
    query_of,
    selects,
)
from answerable.web.registers.forms import LookedAtForm, ReasonForm
from answerable.web.staff import staff_page

_DONE = {"publish": "It is published", "take-back": "It is not published any more"}


@require_safe
def every_register(request: HttpRequest) -> HttpResponse:
    """Show the registers that somebody may see, and the latest loads."""
    doing = doing_of(request, Move.SEE_REGISTERS)
    may_load = not refused(doing.by, Move.LOAD_REGISTER)
    context = {
        "rows": registers_for(doing.by),
        "open": {one.register.name for one in open_registers()},
        "may_load": may_load,
        "loads": latest_loads() if may_load else (),
        "broken": broken_declarations() if may_load else (),
    }
    return staff_page(request, "registers/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def one_register(request: HttpRequest, name: str) -> HttpResponse:
    """Show rows of a snapshot, narrowed as the address asks; publish it, or take it back."""
    doing = doing_of(request, Move.SEE_REGISTERS)
    register = _register(name, doing)
    posted = request.POST if request.method == "POST" else None
    form, looking = ReasonForm(posted), LookedAtForm(posted)
    refusal = Refusal()
    found: BeforePublishing | None = None
    if posted is not None and form.is_valid() and looking.is_valid():
        do = posted.get("do", "")
        try:
            refusal = _done(do, name, posted.get("snapshot", ""), form, looking, doing)
        except NotLookedAt as problem:
            refusal, found = Refusal(str(problem), 409), problem.found
            looking = LookedAtForm(initial={"digest": found.digest})
        if not refusal.words:
            messages.success(request, _DONE[do])
            return redirect("register", name)
    context = {
        "register": register,
        "caveats": caveats_of(register),
        "form": form,
        "problems": refusal.problems,
        "looking": looking,
        "found": found,
        "published": open_register(name),
        "may_publish": register.audience is Audience.PUBLIC
        and not refused(doing.by, Move.PUBLISH_REGISTER),
        **_rows(request, register),
    }
    status = 422 if form.errors else refusal.status
    return staff_page(request, "registers/register.html", context, status=status)


@require_GET
def register_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """Give the rows that the address asks for as CSV."""
    doing = doing_of(request, Move.SEE_REGISTERS)
    register = _register(name, doing)
    try:
        asked = asked_of(register, request.GET)
        snapshot, rows = snapshot_rows(register, request.GET.get("snapshot", ""), asked)
    except NoSuchSnapshot as problem:
        raise Http404(str(problem)) from problem
    narrowed_by = [*asked.values, *(["words"] if asked.words else [])]
    note_rows_taken(name, snapshot, narrowed_by=narrowed_by, doing=doing)
    names = [one.name for one in register.columns]
    return StreamingHttpResponse(
        cells_as_csv(names, plain_lines(register, rows)),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}-{snapshot.as_at}-rows-for-staff.csv"'
        },
    )


def _register(name: str, doing: Doing) -> Register:
    try:
        return register_for(name, doing.by)
    except NoSuchRegister as problem:
        raise Http404(str(problem)) from problem


def _rows(request: HttpRequest, register: Register) -> dict[str, object]:
    """Return what a page shows of a snapshot's rows, or why there is none."""
    asked, number = asked_of(register, request.GET), page_of(request.GET)
    which = request.GET.get("snapshot", "")
    start = (number - 1) * ON_A_PAGE
    try:
        found = snapshot_page(register, which, asked, start=start, most=ON_A_PAGE)
    except NoSuchSnapshot as problem:
        return {"none": str(problem)}
    more = {"snapshot": which} if which else {}
    return {
        "title": register.title,
        "snapshot": found.snapshot,
        "snapshots": found.snapshots,
        "asked": asked,
        "is_narrowed": bool(asked.values or asked.words),
        "selects": selects(found.narrowings, asked),
        "headings": headings(register),
        "lines": lines(register, found.part.rows),
        "paging": paging(found.part, asked, number, more),
        "query": query_of(asked, more),
    }


def _done(
    do: str, name: str, which: str, form: ReasonForm, looking: LookedAtForm, doing: Doing
) -> Refusal:
    """Publish a snapshot, or take the register back; return why not, if it is refused.

    :raises NotLookedAt: if something was found in it about which nobody has decided.
    """
    reason, looked = form.cleaned_data["reason"], looking.looked()
    acts: dict[str, Callable[[], None]] = {
        "publish": lambda: publish_register(name, which, reason=reason, doing=doing, looked=looked),
        "take-back": lambda: take_back_register(name, reason=reason, doing=doing),
    }
    if do not in acts:
        return Refusal("Choose what to do", 422)
    try:
        acts[do]()
    except MoveNotAllowed as refusal:
        return Refusal(str(refusal), 403)
    except NotLookedAt:
        raise
    except (PublishRefused, NoSuchSnapshot) as refusal:
        return Refusal(str(refusal), 409)
    return Refusal()
