"""What the pages of alerts show: their frame, and a search in words."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext as _

from answerable.queries.search import SearchRequest
from answerable.web.public.rendering import frame_of
from answerable.web.public.searching import query_of
from answerable.web.public.words import FACETS, facet_words


def alert_page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Return a page of alerts; nothing keeps it."""
    frame = replace(frame_of(request), style=static("built/service.css"))
    shown = {**context, "frame": frame}
    response = render(request, f"alerts/{template}.html", shown, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def search_in_words(wanted: SearchRequest) -> str:
    """Return a search as people read it: “bicycles”, Outcome: Withheld."""
    said = [_("“%(text)s”") % {"text": " ".join(wanted.text.split())}] if wanted.text else []
    said += [
        f"{FACETS[name]}: {facet_words(name, value)}"
        for name, values in wanted.chosen.items()
        for value in values
    ]
    return ", ".join(said)


def query_without_order(wanted: SearchRequest) -> str:
    """Return a search as its address has it, whatever its order and its page."""
    return query_of(replace(wanted, sort="relevance", text=" ".join(wanted.text.split())))
