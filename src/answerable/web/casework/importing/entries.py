"""An imported entry as printed: each field beside its page, or beside the words around it in its file."""

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from answerable.domain.disclosure_log import Body, entry_address
from answerable.domain.roles import Move
from answerable.queries.imports import (
    ComparedEntry,
    ComparedField,
    NotPrinted,
    compared_entry,
    imported_entry_named,
    printed_field,
)
from answerable.web.casework.doing import doing_of
from answerable.web.casework.importing.pictures import picture_sent
from answerable.web.staff import staff_page

_ON_A_PAGE = 12
"""So many fields are shown at once: a browser without scripts fetches the picture of each at once."""
_LONGEST_NUMBER = 10


@dataclass(frozen=True, slots=True)
class _Place:
    """Fields that are printed in one place: an answer, the decision that was read from it, its tables."""

    fields: tuple[ComparedField, ...]
    picture: str
    file: int

    @property
    def pages(self) -> list[tuple[int, str]]:
        """Return each page with the address of its picture."""
        first = self.fields[0]
        asked: dict[str, str | int] = {"field": first.name, "file": self.file}
        return [
            (page, f"{self.picture}?{urlencode({**asked, 'page': page})}") for page in first.pages
        ]


@require_safe
def find_entry(request: HttpRequest) -> HttpResponse:
    """Lead to an imported entry by its reference, its key or the address of its page."""
    doing_of(request, Move.SETTLE_DOUBT)
    said = request.GET.get("named", "")
    found = imported_entry_named(said)
    if found is None:
        messages.warning(request, f"No imported entry has the reference {said[:100].strip()!r}")
        return redirect("imports")
    return redirect("imported-entry", *found)


@require_safe
def one_entry(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Show an imported entry as it says now, and beside each field where that is printed."""
    doing_of(request, Move.SETTLE_DOUBT)
    asked = _number(request.GET.get("file", ""))
    found = compared_entry(code, key, source=asked)
    if found is None:
        raise Http404
    start = min(_number(request.GET.get("from", "")) or 0, len(found.fields) - 1)
    return staff_page(request, "casework/importing/entry.html", _context(found, start))


@require_safe
def field_picture(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Give the page on which a field is printed as a picture, with the place marked."""
    doing_of(request, Move.SETTLE_DOUBT)
    field = request.GET.get("field", "")
    page = _number(request.GET.get("page", "")) or None
    source = _number(request.GET.get("file", ""))
    try:
        found = printed_field(code, key, field, page=page, source=source)
    except NotPrinted as problem:
        raise Http404 from problem
    if found is None:
        raise Http404
    return picture_sent(found)


def _context(found: ComparedEntry, start: int) -> dict[str, Any]:
    picture = reverse("imported-entry-picture", args=[found.body, found.key])
    file = {} if found.found_in.is_told else {"file": found.found_in.number}
    some = found.fields[start : start + _ON_A_PAGE]
    shown = [
        _Place(tuple(fields), picture, found.found_in.number)
        for _, fields in groupby(some, key=attrgetter("name"))
    ]
    before, behind = max(start - _ON_A_PAGE, 0), start + _ON_A_PAGE
    return {
        "found": found,
        "shown": shown,
        "address": entry_address(Body(found.body, "", None, found.prefix), found.key),
        "start": start + 1,
        "end": start + len(some),
        "before": urlencode({**file, "from": before}) if start else "",
        "behind": urlencode({**file, "from": behind}) if behind < len(found.fields) else "",
    }


def _number(said: str) -> int | None:
    return int(said) if said.isdecimal() and len(said) < _LONGEST_NUMBER else None
