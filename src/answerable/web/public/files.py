"""Files of the log: a month, an entry, a table, any search and the whole log, in open formats."""

from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotModified,
    HttpResponsePermanentRedirect,
    StreamingHttpResponse,
)
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.domain.disclosure_log import Body, entry_address, log_address
from answerable.publishing import (
    Publication,
    log_title,
    publish,
    rows_as_atom,
    rows_as_csv,
    rows_as_json,
    table_as_csv,
)
from answerable.queries.archive import (
    EntryPage,
    EntryRow,
    RemovedEntry,
    all_rows,
    body,
    change_number,
    newest_entries,
    published_entry,
    published_month,
)
from answerable.queries.search import (
    SearchRequest,
    SearchUnavailable,
    matching_rows,
    newest_rows,
)
from answerable.web.public.kept import kept
from answerable.web.public.searching import query_of, unavailable, wanted_of

_FEED_PAGE = 50
"""Entries on a page of the feed of a search: readers of feeds ask often, and look at the newest."""
_TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "atom": "application/atom+xml; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}
_TO_LOOK_AT = ("atom", "json")


@require_safe
@kept
def month_file(_request: HttpRequest, month: str, form: str, prefix: str = "") -> HttpResponse:
    """Send a month of a log as a file."""
    found = published_month(prefix, month, at=timezone.now())
    if found is None:
        raise Http404(_("Nothing was published in this log for that month"))
    publication = Publication(
        title=log_title(month if "-" in month else None),
        body=found.body,
        month=month if "-" in month else None,
        entries=found.entries,
        site_address=settings.ANSWERABLE_ADDRESS,
        licence=settings.ANSWERABLE_LICENCE or None,
        answers=found.answers,
    )
    return _file(publish(publication, form), form, name=f"{found.body.code.lower()}-log-{month}")  # type: ignore[arg-type]  # the address allows no other


@require_safe
@kept
def entry_file(_request: HttpRequest, key: str, form: str, prefix: str = "") -> HttpResponse:
    """Send an entry as a file."""
    found = _entry(prefix, key)
    if isinstance(found, HttpResponse):
        return found
    published = found.published
    if published.key != key:
        return HttpResponsePermanentRedirect(
            f"{entry_address(published.body, published.key)}.{form}"
        )
    publication = Publication(
        title=published.entry.title,
        body=published.body,
        month=published.month,
        entries=(published,),
        site_address=settings.ANSWERABLE_ADDRESS,
        licence=settings.ANSWERABLE_LICENCE or None,
    )
    return _file(publish(publication, form), form, name=f"{published.body.code.lower()}-{key}")  # type: ignore[arg-type]  # the address allows no other


@require_safe
@kept
def table_file(_request: HttpRequest, key: str, number: str, prefix: str = "") -> HttpResponse:
    """Send a table of an answer as CSV."""
    found = _entry(prefix, key)
    if isinstance(found, HttpResponse):
        return found
    tables = found.published.entry.tables
    place = int(number)
    if not 1 <= place <= len(tables):
        raise Http404(_("This entry has no such table"))
    return _file(table_as_csv(tables[place - 1]), "csv", name=f"{key}-table-{number}")


@require_safe
def search_file(request: HttpRequest, form: str) -> HttpResponseBase:
    """Send what a search finds as a file or a feed."""
    wanted = wanted_of(request)
    if form == "atom":
        return _search_feed(request, wanted)
    try:
        rows = matching_rows(wanted, at=timezone.now())
    except SearchUnavailable:
        return unavailable(request)
    address = f"/search?{query_of(wanted)}"
    return _stream(rows, form, title=_search_title(wanted), address=address, name="search")


def _search_feed(request: HttpRequest, wanted: SearchRequest) -> HttpResponseBase:
    """Send a page of what a search finds as a feed: what was published last comes first."""
    # Whatever its order and its page, it is the same feed.
    wanted = replace(wanted, sort="relevance", size=_FEED_PAGE)
    tag = _tag()
    if request.META.get("HTTP_IF_NONE_MATCH") == tag:
        return HttpResponseNotModified(headers={"ETag": tag})
    try:
        rows, last = newest_rows(wanted, at=timezone.now())
    except SearchUnavailable:
        return unavailable(request)
    pages = {"first": 1, "previous": wanted.page - 1, "next": wanted.page + 1, "last": last}
    pieces = rows_as_atom(
        rows,
        title=_search_title(wanted),
        address=f"/search?{query_of(wanted)}",
        feed_address=f"/search.atom?{query_of(wanted, page=wanted.page)}",
        site_address=settings.ANSWERABLE_ADDRESS,
        pages=[
            (rel, f"/search.atom?{query_of(wanted, page=page)}")
            for rel, page in pages.items()
            if 1 <= page <= last
        ],
    )
    headers = {"ETag": tag}
    return StreamingHttpResponse(pieces, content_type=_TYPES["atom"], headers=headers)


def _search_title(wanted: SearchRequest) -> str:
    return _("Search: %(text)s") % {"text": wanted.text} if wanted.text else _("Search")


@require_safe
def log_file(request: HttpRequest, form: str, prefix: str = "") -> HttpResponseBase:
    """Send a whole log as a file or a feed, a piece at a time, unless the reader has it already."""
    owner = body(prefix)
    if owner is None:
        raise Http404(_("No log of such a body is kept here"))
    tag, now = _tag(), timezone.now()
    if request.META.get("HTTP_IF_NONE_MATCH") == tag:
        return HttpResponseNotModified(headers={"ETag": tag})
    response = _stream(
        all_rows(at=now, body_prefix=prefix),
        form,
        title=_title(owner),
        address=log_address(owner),
        name=f"{owner.code.lower()}-log",
    )
    response.headers["ETag"] = tag
    return response


def _tag() -> str:
    """Return what changes with every change of the log, and when a waiting entry's day comes."""
    newest = newest_entries(at=timezone.now(), limit=1)
    day = newest[0].published_at.timestamp() if newest else 0
    return f'W/"{change_number()}-{day:.0f}"'


def _title(owner: Body) -> str:
    return f"{owner.name}: {log_title()}"


def _entry(prefix: str, key: str) -> EntryPage | HttpResponse:
    found = published_entry(prefix, key, at=timezone.now())
    if found is None:
        raise Http404(_("No entry of the published log has this address"))
    if isinstance(found, RemovedEntry):
        return withdrawn(found)
    return found


def withdrawn(found: RemovedEntry) -> HttpResponse:
    """Say of a file that its entry was withdrawn."""
    words = _("This entry was withdrawn on %(day)s: %(reason)s")
    said = words % {"day": found.removed_on.isoformat(), "reason": found.reason}
    return HttpResponse(said, status=410, content_type="text/plain; charset=utf-8")


def _file(content: bytes, form: str, *, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=_TYPES[form])
    if form not in _TO_LOOK_AT:
        response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _stream(
    rows: Iterable[EntryRow], form: str, *, title: str, address: str, name: str
) -> StreamingHttpResponse:
    site = settings.ANSWERABLE_ADDRESS
    if form == "csv":
        pieces = rows_as_csv(rows, site_address=site)
    elif form == "json":
        pieces = rows_as_json(rows, site_address=site)
    else:
        path, _mark, query = address.partition("?")
        feed = f"{path}.atom{_mark}{query}"
        pieces = rows_as_atom(
            rows, title=title, address=address, feed_address=feed, site_address=site
        )
    response = StreamingHttpResponse(pieces, content_type=_TYPES[form])
    if form not in _TO_LOOK_AT:
        response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response
