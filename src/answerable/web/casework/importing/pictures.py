"""The picture of the page on which something doubtful is printed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.domain.roles import Move
from answerable.queries.imports import NotPrinted, PagePicture, as_printed
from answerable.web.casework.doing import doing_of


@require_safe
def page_picture(request: HttpRequest, number: int) -> HttpResponse:
    """Give the page of a doubt as a picture, with the place marked."""
    doing_of(request, Move.SETTLE_DOUBT)
    asked = request.GET.get("page", "")
    page = int(asked) if asked.isdecimal() and 0 < len(asked) < 6 else None  # noqa: PLR2004 no file has more pages
    try:
        found = as_printed(number, page=page)
    except NotPrinted as problem:
        raise Http404 from problem
    if not isinstance(found, PagePicture):
        raise Http404
    return picture_sent(found)


def picture_sent(found: PagePicture) -> HttpResponse:
    """Return a page as a picture, and as nothing else."""
    return HttpResponse(
        found.data,
        content_type=found.content_type,
        # It is what somebody sent us: a browser must take it for nothing but a picture.
        headers={"X-Content-Type-Options": "nosniff", "Content-Disposition": "inline"},
    )
