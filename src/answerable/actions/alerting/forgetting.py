"""Forget who never confirmed, and to whom mail went or could not go."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Q, QuerySet

from answerable.domain.disclosure_log.alerts import CONFIRMED_WITHIN
from answerable.records.casework.models import Outgoing
from answerable.records.casework.models.alerting import Alert

_ENDED = (Outgoing.State.FAILED, Outgoing.State.UNSURE, Outgoing.State.STOPPED)


def forget_unconfirmed(*, at: dt.datetime) -> int:
    """Forget alerts that were not confirmed in time, and private mail that did not go; return how many.

    It can run as often as anybody likes. What went has been forgotten already, when it went.
    """
    before = at - CONFIRMED_WITHIN
    late = Alert.objects.filter(confirmed_at__isnull=True, asked_at__lt=before)
    forgotten, _ = late.delete()
    stood_still = Outgoing.objects.filter(
        is_private=True, state__in=_ENDED, written_at__lt=before
    ).filter(~Q(address="") | ~Q(text=""))
    return forgotten + _forget(stood_still)


def forget_mail_to(addresses: Collection[str]) -> None:
    """Let no private mail leave to some addresses that has not left, and forget to whom it was to go."""
    private = Outgoing.objects.filter(is_private=True, address__in=addresses)
    _forget(private.filter(state__in=(Outgoing.State.WAITING, *_ENDED)))


def _forget(mails: QuerySet[Outgoing]) -> int:
    return mails.update(
        state=Outgoing.State.STOPPED, address="", text="", headers={}, problem="It was forgotten"
    )
