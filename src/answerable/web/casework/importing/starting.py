"""Start an import: the files are kept as they came, and read by the workers."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import make_aware
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.imports import Plan, add_files, close_run, start_run, start_table
from answerable.domain.disclosure_log import Body
from answerable.domain.roles import Move
from answerable.queries.archive import bodies
from answerable.queries.archive.naming import body_named
from answerable.web.casework.doing import doing_of
from answerable.web.casework.importing.forms import RunForm
from answerable.web.casework.importing.refusing import refusal_of
from answerable.web.casework.moving import Refusal
from answerable.web.staff import posted, staff_page


@require_http_methods(["GET", "HEAD", "POST"])
def new_run(request: HttpRequest) -> HttpResponse:
    """Ask for files, and start to read them."""
    doing = doing_of(request, Move.IMPORT_LOG)
    known = [(one.code, f"{one.name} ({one.code})") for one in bodies() if one.prefix]
    form = RunForm(known, posted(request), request.FILES or None)
    refusal = Refusal()
    if form.is_bound and form.is_valid():
        started: list[int] = []
        refusal = refusal_of(lambda: started.append(_started(form, doing)))
        if not refusal.words:
            if form.cleaned_data["columns"]:
                return redirect("import-columns", started[0])
            messages.success(request, "The files are kept, and are read one after the other")
            return redirect("import", started[0])
    status = 422 if form.errors else refusal.status
    context = {"form": form, "problems": refusal.problems}
    return staff_page(request, "casework/importing/new.html", context, status=status)


def _started(form: RunForm, doing: Doing) -> int:
    said = form.cleaned_data
    files = [*said["chosen"], *said["folder"]]
    plan = Plan(
        month=said["month"] if said["months"] == "one" else None,
        months_are_named=said["months"] == "named",
        published_at=_begin_of(said["publish_on"]),
    )
    who: dict[str, Any] = {"by": doing.by, "at": doing.at}
    if said["columns"]:
        table = (str(files[0].name), files[0].read())
        return start_table(body=_body(form), file=table, plan=plan, **who)
    run = start_run(body=_body(form), name=_name(files), plan=plan, **who)
    add_files(run, _read(files), at=doing.at)
    close_run(run, at=doing.at)
    return run


def _body(form: RunForm) -> Body:
    said = form.cleaned_data
    if form.is_own:
        return body_named()
    return body_named(said["known"] or said["code"], name=said["name"])


def _name(files: list[Any]) -> str:
    """Return what a run is called: its one file, or the first of so many."""
    first = str(files[0].name)
    others = len(files) - 1
    return first if not others else f"{first} and {others} other{'s' if others > 1 else ''}"


def _begin_of(day: dt.date | None) -> dt.datetime | None:
    return make_aware(dt.datetime.combine(day, dt.time())) if day else None


def _read(files: list[Any]) -> Iterator[tuple[str, bytes]]:
    """Yield each file with its bytes, one in memory at a time; the names of files are told apart."""
    seen: dict[str, int] = {}
    for file in files:
        name = str(file.name)
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})", file.read()
