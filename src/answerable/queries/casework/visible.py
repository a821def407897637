"""Which requests somebody may see at all: the one place from which every list begins."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from answerable.domain.roles import NO_REQUEST, Actor, Move, why_not
from answerable.records.casework.models import NamedPerson, Request


def requests_seen_by(viewer: Actor) -> QuerySet[Request]:
    """Return the requests that somebody may see: of restricted ones those that name them.

    Whoever may read no requests, by their roles, sees none.
    """
    return Request.objects.filter(seen_by(viewer))


def restricted_among(references: Iterable[str | None]) -> frozenset[str]:
    """Return which of some requests are restricted."""
    found = Request.objects.filter(reference__in=[*filter(None, references)], is_restricted=True)
    return frozenset(found.values_list("reference", flat=True))


def seen_by(viewer: Actor, *, through: str = "") -> Q:
    """Return what holds for what somebody may see; `through` leads to its request, as `request`."""
    if why_not(Move.SEE, actor=viewer, situation=NO_REQUEST):
        return Q(pk__in=[])
    # Asked once for the whole list, and not again for each request: few are restricted.
    named = NamedPerson.objects.filter(key=viewer.key).values("request")
    is_restricted = f"{through}__is_restricted" if through else "is_restricted"
    return Q(**{is_restricted: False}) | Q(**{f"{through or 'pk'}__in": named})
