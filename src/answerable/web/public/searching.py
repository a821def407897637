"""The search page, its filters in the address, and what it says when search fails."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from answerable.domain.decisions import Outcome
from answerable.queries.archive import months
from answerable.queries.search import (
    Facet,
    SearchRequest,
    SearchResults,
    SearchUnavailable,
    search,
)
from answerable.web.public.rendering import language_prefix, page
from answerable.web.public.results import choices_as_html, hits_as_html, pages_as_html
from answerable.web.public.words import FACETS, facet_words, month_words

SORTS = {
    "relevance": gettext_lazy("Best match"),
    "newest": gettext_lazy("Newest first"),
    "oldest": gettext_lazy("Oldest first"),
}
_OUTCOMES = {outcome.value for outcome in Outcome}
_FORMS = {
    "body": re.compile(r"[\w .&-]{1,40}"),
    "year": re.compile(r"[0-9]{4}"),
    "month": re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])"),
    "exemption": re.compile(r"(?:EIR |FOISA )?[0-9]{1,2}[A-Z]?(?:\([0-9A-Za-z]{1,5}\))*"),
}
_MOST_VALUES = 40
_MOST_CHOSEN = 40
_LAST_PAGE = 500
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of the search page: its name, its words, and its boxes."""

    words: str
    choices: SafeString
    is_open: bool


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Show a page of results; an exact reference leads straight to its entry."""
    wanted = wanted_of(request)
    try:
        results = search(wanted, at=timezone.now())
    except SearchUnavailable:
        return unavailable(request)
    if results.jump and not any(wanted.chosen.values()):
        return HttpResponseRedirect(f"{language_prefix()}{results.jump}")
    return page(request, "public/search.html", _context(results))


def unavailable(request: HttpRequest) -> HttpResponse:
    """Say that search does not work just now, and lead to the months, which do."""
    rows = months(None, at=timezone.now())
    context = {"months": [(row, month_words(row.month)) for row in rows]}
    response = page(request, "public/no_search.html", context, status=503)
    response.headers["Retry-After"] = "60"
    return response


def wanted_of(request: HttpRequest) -> SearchRequest:
    """Return what an address asks for; what it cannot mean is passed over."""
    values = {name: _meant(name, request.GET.getlist(name)[:_MOST_CHOSEN]) for name in FACETS}
    sort = request.GET.get("sort", "relevance")
    number = request.GET.get("page", "1")
    return SearchRequest(
        text=request.GET.get("q", ""),
        bodies=values["body"],
        years=values["year"],
        months=values["month"],
        outcomes=values["outcome"],
        exemptions=values["exemption"],
        sort=sort if sort in SORTS else "relevance",
        page=min(_LAST_PAGE, max(1, int(number))) if number.isascii() and number.isdigit() else 1,
    )


def _meant(name: str, values: list[str]) -> tuple[str, ...]:
    if name == "outcome":
        return tuple(value for value in values if value in _OUTCOMES)
    return tuple(value for value in values if _FORMS[name].fullmatch(value))


def query_of(
    wanted: SearchRequest, *, page: int = 1, without: tuple[str, str] | None = None
) -> str:
    """Return the query of a search's address, for another page or without one chosen value."""
    pairs = [("q", wanted.text)] if wanted.text else []
    for name, values in wanted.chosen.items():
        pairs += [(name, value) for value in values if (name, value) != without]
    if wanted.sort != "relevance":
        pairs.append(("sort", wanted.sort))
    if page > 1:
        pairs.append(("page", str(page)))
    return urlencode(pairs)


def _context(results: SearchResults) -> dict[str, object]:
    wanted = results.request
    return {
        "wanted": wanted,
        "results": results,
        "hits": hits_as_html(results.hits, prefix=language_prefix()),
        "filters": [_filter(facet) for facet in results.facets if facet.values],
        "chosen": [
            (FACETS[name], facet_words(name, value), query_of(wanted, without=(name, value)))
            for name, values in wanted.chosen.items()
            for value in values
        ],
        "sorts": [(value, words, value == wanted.sort) for value, words in SORTS.items()],
        "query": query_of(wanted),
        "pages": pages_as_html(_pages(results), prefix=language_prefix()),
        "previous": query_of(wanted, page=wanted.page - 1) if wanted.page > 1 else None,
        "next": query_of(wanted, page=wanted.page + 1) if wanted.page < results.pages else None,
        "first": (wanted.page - 1) * wanted.size + 1,
        "last": (wanted.page - 1) * wanted.size + len(results.hits),
    }


def _filter(facet: Facet) -> Filter:
    """Return a filter with its boxes: years and months newest first, decisions most frequent first."""
    if facet.name in ("year", "month"):
        values = sorted(facet.values, key=lambda one: one.value, reverse=True)
    else:
        values = sorted(facet.values, key=lambda one: (-one.count, one.value))
    # What was chosen stays to be seen, however long the list.
    values = [*values[:_MOST_VALUES], *(one for one in values[_MOST_VALUES:] if one.selected)]
    is_open = any(one.selected for one in values) or facet.name in ("year", "outcome")
    return Filter(str(FACETS[facet.name]), choices_as_html(facet.name, values), is_open)


def _pages(results: SearchResults) -> list[tuple[int, str, bool]]:
    """Return the numbers to link to: the first, the last, and those near; 0 stands for a gap."""
    now, last = results.request.page, min(results.pages, _LAST_PAGE)
    near = {1, last, *range(now - _NEAR, now + _NEAR + 1)}
    numbers = [number for number in sorted(near) if 1 <= number <= last]
    shown: list[tuple[int, str, bool]] = []
    for number in numbers:
        if shown and number - shown[-1][0] > 1:
            shown.append((0, "", False))
        shown.append((number, query_of(results.request, page=number), number == now))
    return shown if last > 1 else []
