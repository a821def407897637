"""The log's pages: all months, and one month as it was printed."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.domain.disclosure_log import (
    PublishedEntry,
    entry_address,
    log_address,
    month_address,
)
from answerable.queries.archive import MonthPage, body, months, published_month
from answerable.web.public.kept import kept
from answerable.web.public.passages import (
    further_links,
    passages_of,
    response_passages,
    shown_tables,
)
from answerable.web.public.rendering import described, page
from answerable.web.public.words import FORMATS, month_words, tags

_FILES = ("html", "pdf", "csv", "json", "atom", "md")


@require_safe
@kept
def log(request: HttpRequest, prefix: str = "") -> HttpResponse:
    """Show every month of a body's log."""
    owner = body(prefix)
    if owner is None and prefix:
        raise Http404(_("No log of such a body is kept here"))
    rows = months(prefix, at=timezone.now())
    context = {
        "body": owner,
        "address": f"/{prefix}/log" if prefix else "/log",
        "months": [
            (row, month_words(row.month), month_address(row.body, row.month)) for row in rows
        ],
    }
    return page(request, "public/log.html", context)


@require_safe
@kept
def month(request: HttpRequest, month: str, prefix: str = "") -> HttpResponse:
    """Show a month of a body's log with all that its printed log carries."""
    found = published_month(prefix, month, at=timezone.now())
    if found is None:
        raise Http404(_("Nothing was published in this log for that month"))
    address = month_address(found.body, month)
    context = {
        "found": found,
        "title": _("Log of %(month)s") % {"month": month_words(month)}
        if "-" in month
        else _("Entries of logs without a month"),
        "month": month_words(month),
        "address": address,
        "log": log_address(found.body),
        "entries": [_entry(one) for one in found.entries],
        "previous": _beside(found.previous),
        "next": _beside(found.next),
        "files": [(form, FORMATS[form]) for form in _FILES],
        "data": described(_data(found, month, address)),
    }
    return page(request, "public/month.html", context)


def _data(found: MonthPage, month: str, address: str) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"{found.body.name}: {month_words(month)}",
        "description": _("What was asked and answered under the Freedom of Information Act"),
        "url": f"{settings.ANSWERABLE_ADDRESS}{address}",
        "creator": {"@type": "Organization", "name": found.body.name},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": form,
                "contentUrl": f"{settings.ANSWERABLE_ADDRESS}{address}.{form}",
            }
            for form in ("csv", "json")
        ],
    }


def _beside(month: str | None) -> tuple[str, str] | None:
    return (month, month_words(month)) if month else None


def _entry(published: PublishedEntry) -> dict[str, object]:
    entry = published.entry
    address = entry_address(published.body, published.key)
    return {
        "key": published.key,
        "address": address,
        "ref": entry.ref,
        "of": entry.ref or published.key,
        "anchor": f"{published.key}-",
        "title": entry.title,
        "tags": tags(entry.outcomes),
        "request": passages_of(entry.request),
        "response": response_passages(entry, shown_tables(entry.tables)),
        "links": further_links(entry),
        "attachments": entry.attachments,
        "notes": published.notes,
    }
