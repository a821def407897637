"""Alerts that somebody asked for and confirmed, and what the worker makes of them."""

import datetime as dt
import re

from answerable.actions.alerting import Wish, ask_for_alert, confirm_alert, tell_of_new_answers
from answerable.actions.search_index import refresh_index
from answerable.domain.disclosure_log.alerts import Every
from answerable.records.casework.models import Outgoing
from answerable.records.casework.models.alerting import Alert
from tests.support.entries import AT, keep, make_entry, make_question

READER = "canary.reader@example.net"
DAY = dt.timedelta(days=1)


def wish(query="q=bicycles", *, address=READER, every=Every.DAY, words="“bicycles”", language="en"):
    return Wish(address, query, words, every, language)


def ask(*args, at=AT, visitor="192.0.2.1", **more):
    ask_for_alert(wish(*args, **more), visitor=visitor, at=at)


def link_in(mail, end=""):
    """Return the part of an address that a mail's link has behind `/alerts/`, without its end."""
    return re.search(rf"/alerts/([^\s/]+){end}(?=\s|$)", mail.text)[1]


def confirmed(*args, at=AT, **more):
    """Ask for an alert, confirm it by the mail that came, and return it."""
    ask(*args, at=at, **more)
    mail = Outgoing.objects.filter(key__startswith="alert confirmation").latest("pk")
    confirm_alert(link_in(mail, "/confirmation"), at=at)
    mail.delete()
    return Alert.objects.latest("pk")


def publish(ref="7000001", title="Bicycles", *, at, text="How many bicycles do you have?", **more):
    """Publish an entry at a moment, and index it."""
    entry = make_entry(ref=ref, title=title, questions=(make_question(text=text, **more),))
    keep(entry, name=f"{ref} {at}", at=at)
    refresh_index(at=at)


def tell(at):
    """Let the worker run at a moment, as its job does; return how many mails it wrote."""
    refresh_index(at=at)
    return tell_of_new_answers(at=at)


def digests():
    return list(Outgoing.objects.filter(key__regex=r"^alerts \d").order_by("pk"))
