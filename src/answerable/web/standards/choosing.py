"""Which framework a page is about: the one that the address names, else the first that is in use."""

from django.http import Http404, HttpRequest

from answerable.domain.assurance import Framework
from answerable.queries.standards.frameworks import frameworks_in_use


def framework_asked(request: HttpRequest) -> Framework:
    """Return the framework that the address asks for.

    :raises Http404: if it names one that is not in use.
    """
    known = frameworks_in_use()
    key = request.GET.get("framework") or next(iter(known))
    if key not in known:
        message = f"There is no framework {key!r}"
        raise Http404(message)
    return known[key]
