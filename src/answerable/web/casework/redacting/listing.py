"""The page that lists the files of a request that can be redacted, and how far the redaction of each is."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.queries.casework.redacting.listed import listed_files
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import seen_case
from answerable.web.casework.redacting.showing import STATES
from answerable.web.staff import staff_page

_NOT_BEGUN = ("Not begun", "grey")


@require_safe
def redactions(request: HttpRequest, reference: str) -> HttpResponse:
    """List the files of a request that can be redacted, with how far the redaction of each is."""
    found = seen_case(reference, doing_of(request))
    rows = [(one, *STATES.get(one.state, _NOT_BEGUN)) for one in listed_files(reference)]
    return staff_page(request, "casework/redacting/list.html", {"found": found, "rows": rows})
