"""Letters, files and the evidence pack, for whoever has the link of their request or of the files."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.actions.following import delivery_opened
from answerable.queries.following.documents import (
    FileInPieces,
    delivered_file,
    delivery,
    sent_file,
    sent_letter_html,
    sent_letter_pdf,
)
from answerable.web.following.doors import GONE, followed, link_page
from answerable.web.following.pages import day


@followed
@require_safe
def letter_pdf(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Give a letter that was sent as PDF."""
    data = sent_letter_pdf(token, number)
    if data is None:
        return _none(request)
    disposition = f'inline; filename="letter-{number}.pdf"'
    headers = {"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(data, content_type="application/pdf", headers=headers)


@followed
@require_safe
def letter_page(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Give a letter that was sent as a web page that stands by itself."""
    html = sent_letter_html(token, number)
    if html is None:
        return _none(request)
    # It brings its own style: as a page of ours, our policy would take that away.
    disposition = f'attachment; filename="letter-{number}.html"'
    headers = {"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(html, content_type="text/html; charset=utf-8", headers=headers)


@followed
@require_safe
def letter_file(request: HttpRequest, token: str, number: int, place: int) -> HttpResponseBase:
    """Give a file that went with a letter."""
    found = sent_file(token, number, place)
    return _none(request) if found is None else _in_pieces(found)


@followed
@require_safe
def delivery_page(request: HttpRequest, token: str) -> HttpResponse:
    """List the files of a letter that was too large for a mail."""
    now = timezone.now()
    found = delivery(token, today=timezone.localdate(now))
    if not found.is_over and request.method == "GET":
        delivery_opened(token, at=now, today=timezone.localdate(now))
    context = {"found": found, "token": token, "ends": day(found.ends_on)}
    return link_page(request, "delivery", context, status=GONE if found.is_over else 200)


@followed
@require_safe
def delivery_file(request: HttpRequest, token: str, place: int) -> HttpResponseBase:
    """Give a file of a letter that was too large for a mail."""
    today = timezone.localdate()
    found = delivered_file(token, place, today=today)
    if found is not None:
        return _in_pieces(found)
    whole = delivery(token, today=today)
    if not whole.is_over:
        return _none(request)
    context = {"found": whole, "token": token, "ends": day(whole.ends_on)}
    return link_page(request, "delivery", context, status=GONE)


def _in_pieces(found: FileInPieces) -> StreamingHttpResponse:
    """Return a file for a browser to save; what it says of its kind is not believed."""
    disposition = content_disposition_header(as_attachment=True, filename=found.name or "file")
    headers = {
        "Content-Disposition": disposition or "attachment",
        "Content-Length": str(found.size),
        "X-Content-Type-Options": "nosniff",
    }
    return StreamingHttpResponse(
        found.pieces, content_type="application/octet-stream", headers=headers
    )


def _none(request: HttpRequest) -> HttpResponse:
    why = _("There is no such letter or file. Go back to the page of your request.")
    return link_page(request, "ended", {"why": why}, status=404)
