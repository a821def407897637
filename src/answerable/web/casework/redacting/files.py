"""What the pages of a redaction fetch: pictures of pages, and the redaction log as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.actions.casework.redacting.logs import log_as_csv
from answerable.queries.casework.redacting.seen import redaction_seen
from answerable.queries.casework.redacting.words import page_image
from answerable.reading import NotReadable
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import seen_case
from answerable.web.casework.redacting.showing import page_asked, seen_file
from answerable.web.files import file_to_save

_MOST_PAGES = 100_000


@require_safe
def page_picture(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Give a page of a file as a picture, or one of the redacted file that was made of it."""
    seen_case(reference, doing_of(request))
    file = seen_file(reference, number)
    if request.GET.get("of") == "result":
        seen = redaction_seen(file.number)
        if seen is None or seen.result is None:
            raise Http404
        file = seen.result
    try:
        picture = page_image(file.number, page_asked(request, _MOST_PAGES))
    except NotReadable as problem:
        raise Http404 from problem
    return HttpResponse(
        picture,
        content_type="image/png",
        headers={"X-Content-Type-Options": "nosniff", "Content-Disposition": "inline"},
    )


@require_safe
def log_file(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Hand out the redaction log of a file: where, under which limb and why, and never the words."""
    seen_case(reference, doing_of(request))
    file = seen_file(reference, number)
    seen = redaction_seen(file.number)
    if seen is None:
        raise Http404
    return file_to_save("redaction-log.csv", log_as_csv(seen))
