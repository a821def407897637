"""What machines ask for: sitemaps, robots.txt, a description of the search."""

from collections.abc import Iterator
from itertools import islice
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.queries.archive import EntryRow, all_rows, log_statistics
from answerable.queries.standards.published import is_anything_open
from answerable.queries.standards.published_survey import is_survey_published

_PAGE = 20_000
_XML = "application/xml; charset=utf-8"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Let every page be found; what must not be found is not served."""
    words = f"User-agent: *\nDisallow: /search\nDisallow: /cy/search\nSitemap: {settings.ANSWERABLE_ADDRESS}/sitemap.xml\n"
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(_request: HttpRequest) -> HttpResponse:
    """List the sitemaps, each of at most 20,000 entries."""
    count = log_statistics(at=timezone.now()).entries
    parts = range(1, max(1, -(-count // _PAGE)) + 1)
    site = settings.ANSWERABLE_ADDRESS
    listed = "".join(
        f"<sitemap><loc>{escape(site)}/sitemap-{part}.xml</loc></sitemap>" for part in parts
    )
    return HttpResponse(
        f'{_HEAD}<sitemapindex xmlns="{_SITEMAPS}">{listed}</sitemapindex>', content_type=_XML
    )


@require_safe
def sitemap_part(_request: HttpRequest, part: int) -> StreamingHttpResponse:
    """List a share of the entries with the day of their last change."""
    # The first page is 1: there is none before it.
    if part < 1:
        raise Http404
    share = islice(all_rows(at=timezone.now(), skip=(part - 1) * _PAGE), _PAGE)
    first = next(share, None)
    if first is None and part > 1:
        raise Http404
    return StreamingHttpResponse(_urls(first, share, is_first=part == 1), content_type=_XML)


def _urls(first: EntryRow | None, rest: Iterator[EntryRow], *, is_first: bool) -> Iterator[str]:
    site = escape(settings.ANSWERABLE_ADDRESS)
    yield f'{_HEAD}<urlset xmlns="{_SITEMAPS}">'
    if is_first:
        standards = ("/service-standards/",) if is_anything_open() else ()
        survey = ("/satisfaction/",) if is_survey_published() else ()
        for path in (
            "/",
            "/log",
            "/performance/",
            *standards,
            *survey,
            "/removals",
            "/accessibility",
        ):
            yield f"<url><loc>{site}{path}</loc></url>"
    for row in (first, *rest) if first else ():
        day = row.changed_at.date().isoformat()
        yield f"<url><loc>{site}{escape(row.address)}</loc><lastmod>{day}</lastmod></url>"
    yield "</urlset>"


@require_safe
def opensearch(_request: HttpRequest) -> HttpResponse:
    """Describe the search, so that a browser can offer it."""
    site = escape(settings.ANSWERABLE_ADDRESS)
    words = (
        f'{_HEAD}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">'
        "<ShortName>FOI log</ShortName><Description>Search published FOI answers</Description>"
        "<InputEncoding>UTF-8</InputEncoding>"
        f'<Url type="text/html" template="{site}/search?q={{searchTerms}}"/>'
        f'<Url type="application/atom+xml" template="{site}/search.atom?q={{searchTerms}}"/>'
        "</OpenSearchDescription>"
    )
    return HttpResponse(words, content_type="application/opensearchdescription+xml; charset=utf-8")
