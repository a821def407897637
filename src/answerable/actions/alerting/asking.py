"""Ask to be told of new answers: nothing comes of it before whoever has the address confirms it."""

import contextlib
import datetime as dt
import secrets
from dataclasses import dataclass

from django.db import transaction

from answerable.actions.alerting.mails import confirmation_mail, known_mail, too_many_mail
from answerable.actions.asking.rates import AskedTooOften, Rate, count_visit
from answerable.actions.outbox import write_mail
from answerable.domain.disclosure_log.alerts import CONFIRMED_WITHIN, Every, NoAlert, why_no_alert
from answerable.queries.alerting.links import owner_of
from answerable.queries.alerting.searches import looks_for_nothing, search_of
from answerable.records.casework.models.alerting import Alert

MOST_ALERTS = 20
"""How many searches one address can be told of."""
ASKS = Rate("alert", by_one=10, in_all=600, window=dt.timedelta(minutes=10))
MAILS = Rate("mail about an alert", by_one=5, in_all=20_000, window=dt.timedelta(days=1))
"""Nobody's mailbox is filled by others who type its address."""


class AlertRefused(Exception):
    """There can be no alert on a search; `why` says why not."""

    def __init__(self, why: NoAlert) -> None:
        super().__init__(f"There can be no alert on this search: {why}")
        self.why = why


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants: the search as its address has it and as people read it, where to, how often."""

    address: str
    query: str
    words: str
    every: Every
    language: str


def ask_for_alert(wish: Wish, *, visitor: str, at: dt.datetime) -> None:
    """Write to an address that somebody wants to be told there of new answers to a search.

    What whoever asks is told is the same, whatever is known of the address: the mail alone says more.
    `visitor` is the network address of whoever asks; it is counted, and never kept.

    :raises AlertRefused: if there can be no alert on the search.
    :raises AskedTooOften: if they ask too often.
    """
    wanted = search_of(wish.query)
    why = why_no_alert(wanted.text, wish.query, is_empty=looks_for_nothing(wanted))
    if why is not None:
        raise AlertRefused(why)
    count_visit(visitor, ASKS, at=at)
    with contextlib.suppress(AskedTooOften):
        count_visit(owner_of(wish.address), MAILS, at=at)
        with transaction.atomic():
            _ask(wish, at=at)


def _ask(wish: Wish, *, at: dt.datetime) -> None:
    owner = owner_of(wish.address)
    of_owner = Alert.objects.select_for_update().filter(owner=owner)
    known = of_owner.filter(query=wish.query).first()
    if known is not None and known.confirmed_at is not None:
        write_mail(known_mail(known, at=at), at=at)
        return
    waiting = of_owner.exclude(query=wish.query).filter(asked_at__gte=at - CONFIRMED_WITHIN)
    confirmed = of_owner.filter(confirmed_at__isnull=False)
    if (waiting | confirmed).distinct().count() >= MOST_ALERTS:
        # No row is kept of it: one that is not saved knows where its mail leads, too.
        write_mail(too_many_mail(_new(wish, owner, at=at), at=at), at=at)
        return
    alert, _ = Alert.objects.update_or_create(
        owner=owner, query=wish.query, defaults=_said(wish, at=at)
    )
    write_mail(confirmation_mail(alert), at=at)


def _new(wish: Wish, owner: str, *, at: dt.datetime) -> Alert:
    return Alert(owner=owner, query=wish.query, **_said(wish, at=at))


def _said(wish: Wish, *, at: dt.datetime) -> dict[str, object]:
    return {
        "address": wish.address,
        "words": wish.words,
        "every": wish.every.value,
        "language": wish.language,
        "nonce": secrets.token_urlsafe(18),
        "asked_at": at,
    }
