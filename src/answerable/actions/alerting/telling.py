"""Tell people of new answers: one mail to an address a day, however long the worker slept.

What was told and the mail that tells it are written in one transaction: whoever is killed has told
nothing, or all of it.
"""

import datetime as dt

from django.db import transaction
from django.utils.timezone import localtime

from answerable.actions.alerting.mails import Told, digest_mail
from answerable.actions.outbox import write_mail
from answerable.domain.disclosure_log.alerts import Every, next_day
from answerable.queries.alerting.searches import new_answers
from answerable.queries.archive import change_number
from answerable.queries.search import index_change
from answerable.records.casework.models import Outgoing
from answerable.records.casework.models.alerting import Alert, AlertedEntry

FIRST_HOUR = 7
"""Nobody is written to in the night."""
_BATCH = 500


def tell_of_new_answers(*, at: dt.datetime) -> int:
    """Tell everybody whose alert is due of what is new to them; return how many mails that were.

    It can run as often as anybody likes. Where nothing is new, nothing is written. What the index does
    not hold yet is told of another day.

    :raises SearchUnavailable: if the index cannot be used.
    """
    today = localtime(at).date()
    if localtime(at).hour < FIRST_HOUR:
        return 0
    due = Alert.objects.filter(confirmed_at__isnull=False, next_on__lte=today)
    owners = sorted(set(due.values_list("owner", flat=True)))
    if not owners:
        return 0
    upto = min(index_change(), change_number())
    return sum(_told(owner, upto, at=at) for owner in owners)


def _told(owner: str, upto: int, *, at: dt.datetime) -> bool:
    """Tell one person, if nobody else has meanwhile; return whether a mail goes."""
    today = localtime(at).date()
    with transaction.atomic():
        of_owner = Alert.objects.select_for_update().filter(owner=owner)
        due = of_owner.filter(confirmed_at__isnull=False, next_on__lte=today)
        alerts = list(due.order_by("pk"))
        if not alerts or _still_waits(owner):
            return False
        found = [Told(one, new_answers(one, upto=upto, at=at)) for one in alerts]
        # Before they change: the mail is named for what had been seen.
        key = f"alerts {alerts[0].pk} {today} {alerts[0].seen}"
        for alert in alerts:
            alert.seen = max(alert.seen, upto)
            alert.next_on = next_day(Every(alert.every), today)
            alert.save(update_fields=["seen", "next_on"])
        told = [one for one in found if one.new.hits]
        for one in told:
            AlertedEntry.objects.bulk_create(
                (AlertedEntry(alert=one.alert, entry_id=pk, mail=key) for pk in one.new.numbers),
                batch_size=_BATCH,
            )
        if not told:
            return False
        write_mail(digest_mail(told, key=key), at=at)
    return True


def _still_waits(owner: str) -> bool:
    """Return whether an earlier mail has not left: what is new meanwhile stands in the next one."""
    keys = AlertedEntry.objects.filter(alert__owner=owner).values("mail")
    return Outgoing.objects.filter(key__in=keys, state=Outgoing.State.WAITING).exists()
