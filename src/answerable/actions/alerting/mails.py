"""The mails of alerts, in the language of whoever reads them: private, and with one-click endings.

What somebody typed as a search stands in none that was not confirmed: else anybody could have this site
send words of theirs to an address of others.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from answerable.actions.outbox import Mail
from answerable.domain.disclosure_log.alerts import CONFIRMED_WITHIN
from answerable.matching.snippets import Fragment
from answerable.queries.alerting.links import (
    confirmation_address,
    ending_address,
    owners_address,
)
from answerable.queries.alerting.searches import NewAnswers
from answerable.queries.search import SearchHit
from answerable.records.casework.models.alerting import Alert

_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Told:
    """What one alert tells of in a mail."""

    alert: Alert
    new: NewAnswers


def confirmation_mail(alert: Alert) -> Mail:
    """Return the mail that asks whether somebody wants an alert."""
    with override(alert.language):
        text = _(
            "Somebody, perhaps you, asked us to tell you at this address of new answers in our freedom "
            "of information log. If it was you, confirm it here within %(days)d days:"
        ) % {"days": CONFIRMED_WITHIN.days}
        otherwise = _("If it was not you, do nothing: we will forget the address.")
        return _mail(
            alert,
            f"alert confirmation {alert.pk} {_digest(alert.nonce)}",
            _("Confirm that you want to be told of new answers"),
            (text, confirmation_address(alert), otherwise),
        )


def known_mail(alert: Alert, *, at: dt.datetime) -> Mail:
    """Return the mail that tells somebody that they have this alert already."""
    with override(alert.language):
        text = _(
            "Somebody, perhaps you, asked us to tell you at this address of new answers to a search. You "
            "are told of them already. Your alerts, and how to change or end them:"
        )
        key = f"alert known {alert.pk} {at.timestamp():.0f}"
        subject = _("You are told of these answers already")
        return _mail(alert, key, subject, (text, owners_address(alert)))


def too_many_mail(alert: Alert, *, at: dt.datetime) -> Mail:
    """Return the mail that tells somebody that they have as many alerts as an address can have."""
    with override(alert.language):
        text = _(
            "Somebody, perhaps you, asked us to tell you at this address of new answers to one more "
            "search. There are as many as one address can have: end one of them first, then ask again."
        )
        key = f"alerts full {_digest(alert.nonce)} {at.timestamp():.0f}"
        subject = _("There is no room for another alert")
        return _mail(alert, key, subject, (text, owners_address(alert)))


def digest_mail(told: Iterable[Told], *, key: str) -> Mail:
    """Return the mail that tells of new answers, each once, with the words that were looked for."""
    some = list(told)
    first = some[0].alert
    with override(first.language):
        shown: set[int] = set()
        parts = [_("New answers in our freedom of information log.")]
        for one in some:
            parts += _section(one, shown)
        parts.append(_ends(first))
        subject = _("New answers to your searches")
        return _mail(first, key, subject, parts)


def _section(told: Told, shown: set[int]) -> list[str]:
    """Return what a mail says of one alert, without answers that it has shown of another."""
    hits = [one.hit for one in told.new.hits if one.number not in shown]
    further = len(told.new.numbers) - len(told.new.hits)
    shown |= {one.number for one in told.new.hits}
    if not hits:
        return []
    prefix = "/cy" if told.alert.language == "cy" else ""
    heading = _("Your search: %(words)s") % {"words": told.alert.words}
    parts = [f"{heading}\n{'-' * 40}", *(_answer(one, prefix) for one in hits)]
    if further > 0:
        more = ngettext("and %(count)d more:", "and %(count)d more:", further) % {"count": further}
        address = f"{settings.ANSWERABLE_ADDRESS}{prefix}/search?{told.alert.query}&sort=newest"
        parts.append(f"{more} {address}")
    return parts


def _answer(hit: SearchHit, prefix: str) -> str:
    lines = [hit.row.title, f"{settings.ANSWERABLE_ADDRESS}{prefix}{hit.address}"]
    if hit.row.body.prefix:
        theirs = _("The answer of %(body)s, kept here for comparison; this office did not give it.")
        lines.append(theirs % {"body": hit.row.body.name})
    words = _words((*hit.title, *hit.snippet))
    if any(one.hit for one in hit.snippet):
        lines.append("".join(f"*{text}*" if is_hit else text for text, is_hit in hit.snippet))
    why = _("Found by: %(words)s") % {"words": ", ".join(words)}
    lines.append(why if words else _("It fits what you chose in the search."))
    return "\n".join(lines)


def _words(fragments: Iterable[Fragment]) -> list[str]:
    found = dict.fromkeys(one.text.lower() for one in fragments if one.hit)
    return list(found)[:_MOST_WORDS]


def _ends(alert: Alert) -> str:
    change = _("Change how often we write, or end one of your alerts:")
    end = _("End all of them at once:")
    return f"{change}\n{owners_address(alert)}\n\n{end}\n{ending_address(alert)}"


def _digest(nonce: str) -> str:
    """Return what tells two nonces apart, and leads to none: a key is shown to who looks after mail."""
    return hashlib.sha256(nonce.encode()).hexdigest()[:16]


def _mail(alert: Alert, key: str, subject: str, parts: Iterable[str]) -> Mail:
    headers = {
        "List-Unsubscribe": f"<{ending_address(alert)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    text = "\n\n".join(parts) + "\n"
    return Mail(key, alert.address, subject, text, headers=headers, is_private=True)
