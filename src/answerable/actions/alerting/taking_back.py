"""Take back a mail that has not left and tells of what has changed since: it is written anew."""

import datetime as dt

from django.db.models import F, Q

from answerable.records.casework.models import Outgoing
from answerable.records.casework.models.alerting import Alert, AlertedEntry


def take_back_outdated(mail: Outgoing, *, at: dt.datetime) -> bool:
    """Take back a mail, locked by the caller, if an entry in it was withdrawn or changed; return whether.

    What it told of counts as not told: the next mail, due at once, says what is so then.
    """
    told = AlertedEntry.objects.filter(mail=mail.key)
    withdrawn = Q(entry__withdrawn_on__isnull=False) | Q(entry__published_at__gt=at)
    if not told.filter(withdrawn | Q(entry__change__gt=F("alert__seen"))).exists():
        return False
    # What is new to an alert is known without it: it spares looking at what was looked at before.
    alerts = Alert.objects.filter(pk__in=list(told.values_list("alert", flat=True)))
    alerts.update(seen=0, next_on=mail.written_at.date())
    told.delete()
    mail.delete()
    return True
