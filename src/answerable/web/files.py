"""Files that somebody gave, handed out again: a browser saves them, and never shows them."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def file_to_save(name: str, data: bytes) -> HttpResponse:
    """Return a file under its name; what it says of its kind is not believed."""
    disposition = content_disposition_header(as_attachment=True, filename=name or "file")
    return HttpResponse(
        data,
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": disposition or "attachment",
            "X-Content-Type-Options": "nosniff",
        },
    )
