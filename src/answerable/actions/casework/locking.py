"""Hold a request while something is done with it."""

from answerable.records.casework.models import Request


class RequestNotFound(Exception):
    """There is no such request, or no such question or message in it."""


def locked_request(reference: str) -> Request:
    """Return a request that nobody else changes until the transaction ends.

    :raises RequestNotFound: if there is none of that reference.
    """
    request = Request.objects.select_for_update().filter(reference=reference).first()
    if request is None:
        message = f"There is no request {reference}: check the reference"
        raise RequestNotFound(message)
    return request
