"""Pages for what is not there, and for what went wrong: in the same design, and with no personal data."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from answerable.web.public.rendering import frame_of, page


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page, and where to look."""
    said = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    return page(request, "public/not_found.html", {"said": said}, status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Say that something went wrong, without the database and without anything that was asked."""
    frame = frame_of(request, with_query=False, reads=False)
    return HttpResponse(render_to_string("public/failed.html", {"frame": frame}), status=500)
