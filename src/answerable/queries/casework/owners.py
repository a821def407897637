"""Who can be asked what the body knows, and how much each has to answer."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate

from answerable.domain.roles import Actor, Stage
from answerable.queries.casework.visible import seen_by
from answerable.records.casework.models import Contribution, InformationOwner


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """An information owner with their load: `late` are those answered behind their deadline.

    Only what whoever looks may see is counted.
    """

    email: str
    name: str
    area: str
    is_external: bool
    is_active: bool
    waiting: int
    overdue: int
    answered: int
    late: int


def owners(*, viewer: Actor, today: dt.date, with_ended: bool = False) -> tuple[OwnerRow, ...]:
    """Return the information owners by name: those who can be asked, or all, the ended ones last."""
    found = _owners(viewer, today).order_by("-is_active", "name", "email")
    return tuple(map(_row, found if with_ended else found.filter(is_active=True)))


def owner_row(email: str, *, viewer: Actor, today: dt.date) -> OwnerRow | None:
    """Return the information owner of an address, None if there is none."""
    found = _owners(viewer, today).filter(email=email.strip().lower()).first()
    return None if found is None else _row(found)


def _owners(viewer: Actor, today: dt.date) -> QuerySet[InformationOwner]:
    seen = seen_by(viewer, through="contributions__question__request")
    waits = seen & Q(
        contributions__state=Contribution.State.ASKED, contributions__question__stage=Stage.OPEN
    )
    answered = seen & Q(contributions__state=Contribution.State.ANSWERED)
    on = TruncDate("contributions__answered_at")
    return InformationOwner.objects.annotate(
        waiting=Count("contributions", filter=waits),
        overdue=Count("contributions", filter=waits & Q(contributions__due_on__lt=today)),
        answered=Count("contributions", filter=answered),
        late=Count("contributions", filter=answered & Q(contributions__due_on__lt=on)),
    )


def _row(found: InformationOwner) -> OwnerRow:
    names = ("waiting", "overdue", "answered", "late")
    waiting, overdue, answered, late = (getattr(found, name) for name in names)
    return OwnerRow(
        email=found.email,
        name=found.name,
        area=found.area,
        is_external=found.is_external,
        is_active=found.is_active,
        waiting=waiting,
        overdue=overdue,
        answered=answered,
        late=late,
    )
