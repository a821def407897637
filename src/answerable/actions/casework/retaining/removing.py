"""Take everything of a request out of the database, in the order in which one thing hangs on another."""

import re

from django.db.models import QuerySet

from answerable.queries.casework.below import ORDER, rows_of
from answerable.records.casework.models import Outgoing, Request, Requester


def remove_request(request: Request) -> None:
    """Remove a request with everything that hangs on it, and who asked, if they asked nothing else.

    It belongs into the transaction that leaves the stub, with the request locked.
    """
    _told_of(request).delete()
    request.challenges.update(follows=None)
    for model, ways in ORDER:
        # The bytes of files are not read to be removed.
        rows_of(request, model, ways).only("pk").delete()
    asker = Requester.objects.select_for_update().get(pk=request.requester_id)
    request.delete()
    if not Request.objects.filter(requester=asker).exists():
        asker.delete()


def _told_of(request: Request) -> QuerySet[Outgoing]:
    """Return mails to colleagues that belong to no request, and name this one with its title."""
    mails = Outgoing.objects.filter(request=None, is_private=False)
    named = mails.filter(written_at__gte=request.taken_in_at, text__contains=request.reference)
    # The ten-thousandth reference of a year begins as the thousandth does.
    whole = re.compile(rf"(?<![\w-]){re.escape(request.reference)}(?![\w-])")
    found = [pk for pk, text in named.values_list("pk", "text") if whole.search(text)]
    return mails.filter(pk__in=found)
