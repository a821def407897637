"""Count how often somebody asks, across all processes, without keeping who it is."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from answerable.records.casework.models import VisitCount


class AskedTooOften(Exception):
    """Somebody asked too often, or everybody together did; `retry_after` is in seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"Too many came at once: try again in {retry_after} seconds")
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Rate:
    """How often something may be done within a window: by one, and by all together."""

    name: str
    by_one: int
    in_all: int
    window: dt.timedelta


def count_visit(who: str, rate: Rate, *, at: dt.datetime) -> None:
    """Count that somebody does something.

    :raises AskedTooOften: if they have done it too often within the window, or all together have.
    """
    seconds = int(rate.window.total_seconds())
    number = int(at.timestamp()) // seconds
    until = dt.datetime.fromtimestamp((number + 1) * seconds, tz=dt.UTC)
    VisitCount.objects.filter(until__lte=at).delete()
    by_one = _counted(_mark(f"{rate.name} {number} one", who), until)
    # What one person is refused for must not use up what is there for all.
    if (
        by_one > rate.by_one
        or _counted(_mark(f"{rate.name} {number} all", ""), until) > rate.in_all
    ):
        raise AskedTooOften(max(1, int((until - at).total_seconds())))


def _counted(mark: str, until: dt.datetime) -> int:
    with transaction.atomic():
        VisitCount.objects.get_or_create(mark=mark, defaults={"until": until})
        VisitCount.objects.filter(mark=mark).update(count=F("count") + 1)
        return VisitCount.objects.get(mark=mark).count


def _mark(window: str, who: str) -> str:
    """Return the same for the same person in the same window; without the site's secret it says nothing."""
    return salted_hmac(f"answerable.visits {window}", who, algorithm="sha256").hexdigest()
