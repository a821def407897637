"""Confirm an alert, change how often it comes, and end it: each by a link, without an account."""

import datetime as dt

from django.db import transaction
from django.utils.timezone import localtime

from answerable.actions.alerting.forgetting import forget_mail_to
from answerable.domain.disclosure_log.alerts import Every, next_day
from answerable.queries.alerting.links import alert_linked, owner_linked
from answerable.queries.alerting.pages import alert_to_confirm
from answerable.queries.alerting.searches import newest_entry
from answerable.queries.archive import change_number
from answerable.records.casework.models.alerting import Alert


class AlertLinkOver(Exception):
    """A link was never ours, or what it led to is over."""

    def __init__(self) -> None:
        super().__init__("This link is not whole, or is over: ask to be told once more")


def confirm_alert(token: str, *, at: dt.datetime) -> None:
    """Let an alert tell of what is published from now on; one that is confirmed stays as it is.

    :raises AlertLinkOver: if the link is forged, was replaced, or is older than seven days.
    """
    with transaction.atomic():
        found = alert_linked(token)
        if found is None or alert_to_confirm(token, at=at) is None:
            raise AlertLinkOver
        alert = Alert.objects.select_for_update().filter(pk=found.pk, nonce=found.nonce).first()
        if alert is None:
            raise AlertLinkOver
        if alert.confirmed_at is None:
            alert.confirmed_at, alert.seen, alert.newest = at, change_number(), newest_entry()
            alert.next_on = next_day(Every(alert.every), localtime(at).date())
            alert.save()


def change_alert(token: str, number: int, *, every: Every, at: dt.datetime) -> None:
    """Let an alert come as often as somebody wants; one that has ended stays ended.

    :raises AlertLinkOver: if the link is forged.
    """
    with transaction.atomic():
        alert = Alert.objects.select_for_update().filter(
            pk=number, owner=_owner(token), confirmed_at__isnull=False
        )
        for one in alert.exclude(every=every.value):
            one.every, one.next_on = every.value, next_day(every, localtime(at).date())
            one.save(update_fields=["every", "next_on"])


def end_alert(token: str, number: int) -> None:
    """End one alert, and forget it; with the last one its address.

    :raises AlertLinkOver: if the link is forged.
    """
    owner = _owner(token)
    others = Alert.objects.filter(owner=owner, confirmed_at__isnull=False).exclude(pk=number)
    if others.exists():
        Alert.objects.filter(pk=number, owner=owner).delete()
    else:
        end_alerts(token)


def end_alerts(token: str) -> None:
    """End all alerts that go to the address of a link, and forget it; however often this is done.

    :raises AlertLinkOver: if the link is forged.
    """
    with transaction.atomic():
        alerts = Alert.objects.select_for_update().filter(owner=_owner(token))
        forget_mail_to({one.address for one in alerts})
        alerts.delete()


def _owner(token: str) -> str:
    owner = owner_linked(token)
    if owner is None:
        raise AlertLinkOver
    return owner
