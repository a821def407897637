"""Registers that are open to everyone: which there are, their rows, and the same as files."""

import json
from collections.abc import Iterator

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.domain.measures.declarations import as_plain
from answerable.publishing.csv_files import cells_as_csv
from answerable.queries.archive.registers import (
    OpenRegister,
    open_page,
    open_register,
    open_registers,
    open_rows,
)
from answerable.web.public.rendering import page
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
    title_of,
)


@require_safe
def registers(request: HttpRequest) -> HttpResponse:
    """Show which registers are published."""
    rows = [(one, title_of(one.register)) for one in open_registers()]
    return page(request, "public/registers/list.html", {"rows": rows})


@require_safe
def register(request: HttpRequest, name: str) -> HttpResponse:
    """Show rows of a register, narrowed as the address asks."""
    found = _found(name)
    asked, number = asked_of(found.register, request.GET), page_of(request.GET)
    shown = open_page(found, asked, start=(number - 1) * ON_A_PAGE, most=ON_A_PAGE)
    context = {
        "found": found,
        "title": title_of(found.register),
        "asked": asked,
        "is_narrowed": bool(asked.values or asked.words),
        "selects": selects(shown.narrowings, asked),
        "headings": headings(found.register),
        "lines": lines(found.register, shown.part.rows),
        "paging": paging(shown.part, asked, number),
        "caveats": caveats_of(found.register),
        "query": query_of(asked),
        "address": f"/registers/{name}",
    }
    return page(request, "public/registers/register.html", context)


@require_safe
def register_file(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """Send the rows that the address asks for as a file."""
    found = _found(name)
    asked = asked_of(found.register, request.GET)
    rows = plain_lines(found.register, open_rows(found, asked))
    names = [one.name for one in found.register.columns]
    if form == "csv":
        sent, kind = cells_as_csv(names, rows), "text/csv; charset=utf-8"
    else:
        sent, kind = _as_json(found, names, rows), "application/json"
    headers = {"Content-Disposition": f'attachment; filename="{name}-{found.as_at}.{form}"'}
    return StreamingHttpResponse(sent, content_type=kind, headers=headers)


def _found(name: str) -> OpenRegister:
    found = open_register(name)
    if found is None:
        raise Http404(_("No such register is published here"))
    return found


def _as_json(found: OpenRegister, names: list[str], rows: Iterator[list[str]]) -> Iterator[bytes]:
    """Yield the rows as one JSON document, an object for each: its head says what they are."""
    head = {
        "register": found.register.name,
        "title": found.register.title,
        "as_at": found.as_at.isoformat(),
        "snapshot_sha256": found.sha256,
        "licence": settings.ANSWERABLE_LICENCE or None,
        "declaration": as_plain(found.register),
    }
    begun = json.dumps(head, ensure_ascii=False)[:-1]
    yield f'{begun}, "rows": ['.encode()
    for place, row in enumerate(rows):
        record = dict(zip(names, row, strict=True))
        yield f"{',' if place else ''}\n{json.dumps(record, ensure_ascii=False)}".encode()
    yield b"\n]}\n"
