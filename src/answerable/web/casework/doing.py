"""Who does something on a page, when, for which body and on which calendar."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from answerable.actions.casework import Doing
from answerable.domain.decisions.decision import Authority, BodyKind
from answerable.queries.calendars import holidays
from answerable.web.staff import actor


def doing_of(request: HttpRequest) -> Doing:
    """Return what every action of this request is given."""
    return Doing(actor(request), timezone.now(), holidays(), authority())


def authority() -> Authority:
    """Return what kind of body this is, where the Act makes a difference."""
    return Authority(BodyKind(settings.ANSWERABLE_BODY_KIND))
