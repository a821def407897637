"""The place of a finding: a picture of a part of a page, or the cells and lines around it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from answerable.inspecting.placed import CannotShow, ShownPlace
from answerable.queries.casework.releasing.places import FoundPlace, found_place, shown_at
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import seen_case
from answerable.web.staff import staff_page


@require_safe
@never_cache
def one_place(request: HttpRequest, reference: str, number: int, key: str) -> HttpResponse:
    """Show where a finding stands in a file: nothing of it is kept, in a browser or on a way."""
    case = seen_case(reference, doing_of(request))
    found = _found(reference, number, key)
    refusal, shown = "", ShownPlace()
    if not found.is_picture:
        try:
            shown = shown_at(found)
        except CannotShow as problem:
            refusal = str(problem)
    context = {"found": case, "number": number, "key": key, "is_picture": found.is_picture}
    context |= {"where": found.place.where, "shown": shown, "refusal": refusal}
    return staff_page(request, "casework/releasing/place.html", context)


@require_safe
@never_cache
def place_picture(request: HttpRequest, reference: str, number: int, key: str) -> HttpResponse:
    """Hand out the picture of a place, drawn for this one look."""
    seen_case(reference, doing_of(request))
    found = _found(reference, number, key)
    try:
        picture = shown_at(found).picture
    except CannotShow:
        picture = b""
    if not picture:
        raise Http404
    return HttpResponse(
        picture,
        content_type="image/png",
        headers={"X-Content-Type-Options": "nosniff", "Content-Disposition": "inline"},
    )


def _found(reference: str, number: int, key: str) -> FoundPlace:
    found = found_place(reference, number, key)
    if found is None:
        raise Http404
    return found
