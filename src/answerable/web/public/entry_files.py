"""The files that are published with an entry: to look at where that is safe, else to save."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.queries.archive import FileContent, RemovedEntry, published_file
from answerable.web.public.files import withdrawn

_SHOWN = {
    "application/pdf": "application/pdf",
    "text/plain": "text/plain; charset=utf-8",
    "text/csv": "text/csv; charset=utf-8",
    "image/png": "image/png",
    "image/jpeg": "image/jpeg",
    "image/gif": "image/gif",
    "image/webp": "image/webp",
}
"""What a browser may show: nothing that can hold a script of its own."""
_SAVED = "application/octet-stream"


@require_safe
def entry_attachment(request: HttpRequest, key: str, name: str, prefix: str = "") -> HttpResponse:
    """Send a file that is published with an entry, as long as the entry is."""
    found = published_file(prefix, key, name, at=timezone.now())
    if found is None:
        raise Http404(_("No entry of the published log has this file"))
    if isinstance(found, RemovedEntry):
        return withdrawn(found)
    headers = _headers(found)
    # Asked after the entry was looked up: what was withdrawn is never "not modified".
    if headers["ETag"] in request.META.get("HTTP_IF_NONE_MATCH", ""):
        return HttpResponseNotModified(headers=headers)
    kind = found.content_type.partition(";")[0].strip().lower()
    return HttpResponse(found.data, content_type=_SHOWN.get(kind, _SAVED), headers=headers)


def _headers(found: FileContent) -> dict[str, str]:
    kind = found.content_type.partition(";")[0].strip().lower()
    disposition = content_disposition_header(as_attachment=kind not in _SHOWN, filename=found.name)
    return {
        "Content-Disposition": disposition or "inline",
        "X-Content-Type-Options": "nosniff",
        # Whoever keeps it asks again each time: it may be withdrawn by then.
        "Cache-Control": "no-cache",
        "ETag": f'"{found.sha256[:32]}"',
    }
