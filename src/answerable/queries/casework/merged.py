"""Which request goes on where one was merged into another."""

from answerable.domain.roles import Stage
from answerable.records.casework.models import Request


def goes_on(request: Request) -> Request:
    """Return the request to which somebody is led who names one: itself, unless it was merged.

    One that was opened again since stands by itself.
    """
    # What was merged may be opened again and be the one that goes on: nobody is led in a circle.
    passed: set[int | None] = {None, request.pk}
    found = Request.objects.select_related("requester")
    while request.stage == Stage.CLOSED and request.merged_into_id not in passed:
        passed.add(request.merged_into_id)
        request = found.get(pk=request.merged_into_id or 0)
    return request
