"""Files that somebody gave, handed out again: a browser saves them, and never shows them."""

from collections.abc import Iterable

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

_UNKNOWN = "application/octet-stream"


def file_to_save(name: str, data: bytes) -> HttpResponse:
    """Return a file under its name; what it says of its kind is not believed."""
    return HttpResponse(data, content_type=_UNKNOWN, headers=_headers(name))


def stream_to_save(name: str, size: int, parts: Iterable[bytes]) -> StreamingHttpResponse:
    """Return a file under its name a stretch at a time: it is never whole in memory."""
    headers = {**_headers(name), "Content-Length": str(size)}
    return StreamingHttpResponse(parts, content_type=_UNKNOWN, headers=headers)


def _headers(name: str) -> dict[str, str]:
    disposition = content_disposition_header(as_attachment=True, filename=name or "file")
    return {
        "Content-Disposition": disposition or "attachment",
        "X-Content-Type-Options": "nosniff",
    }
