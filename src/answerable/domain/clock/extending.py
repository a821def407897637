"""More time: by when its notice is due, whether it is given, and never less than without it."""

import datetime as dt
from dataclasses import dataclass, replace

from answerable.domain.clock.counting import Count
from answerable.domain.clock.events import ClockRefused, Event
from answerable.domain.clock.history import OWN_DATA, History, limit_under
from answerable.domain.clock.limits import Limit
from answerable.domain.clock.regimes import TERMS, Regime, Variant
from answerable.domain.law.provisions import Provision, provisions


def notice_due_on(history: History, variant: Variant, regime: Regime) -> dt.date | None:
    """Return by when the notice of an extension must be given, where there is one."""
    if history.extension is None and variant is not Variant.COMPLEX:
        return None
    first = before_extension(history, variant, regime)
    if regime in OWN_DATA:
        # A month's notice may be given on its last day, even a Sunday: sent by then, it is safe.
        return first.calendar.on_or_before(first.raw_end)
    return first.due_on


def before_extension(history: History, variant: Variant, regime: Regime) -> Count:
    """Return the count as it would be without its extension."""
    if variant is not Variant.COMPLEX:
        return history.count
    return history.count.with_limit(limit_under(provisions()[TERMS[regime].answer]))


@dataclass(frozen=True, slots=True)
class Extending:
    """What an extension starts from: the law and the variant, and by when its notice is due."""

    regime: Regime
    variant: Variant
    provision: Provision
    notice_due_on: dt.date


def extended(history: History, notice: Event, terms: Extending, own: Limit | None) -> Provision:
    """Take an extension into the history, and return the provision that sets the limit then."""
    regime = terms.regime
    first = before_extension(history, terms.variant, regime)
    latest = first.raw_end if regime in OWN_DATA else terms.notice_due_on
    if notice.on > latest:
        late = f"The notice was given on {notice.on}, but was due by {terms.notice_due_on}"
        if regime is not Regime.FOIA:
            history.notes.append(f"{late}: it gives no more time")
            history.extension, history.count = None, first
            usual = terms.variant is not Variant.COMPLEX
            return terms.provision if usual else provisions()[TERMS[regime].answer]
        history.notes.append(late)
    name = TERMS[regime].extended
    if not name and notice.until is None:
        message = f"{regime} sets no limit for an extension: say until when, as in KIND:DATE:UNTIL"
        raise ClockRefused(message)
    if not name:
        return terms.provision
    return _longer_of(history, notice, provisions()[name], terms.provision, own)


def _longer_of(
    history: History, notice: Event, further: Provision, provision: Provision, own: Limit | None
) -> Provision:
    """Take the longer of two limits: an extension never takes time away."""
    if not further.holds_on(notice.on):
        history.notes.append(
            f"{further.law} gives more time since {further.since} only: work without it"
        )
        history.extension = None
        return provision
    longer = history.count.with_limit(own or limit_under(further))
    if longer.due_on <= history.count.due_on:
        return provision
    history.count = longer
    return further


def earlier_of_school(history: History, provision: Provision) -> Provision:
    """Take the sixtieth working day, sessions or not, where it comes first (SI 2004/3364 reg.3)."""
    latest = provisions()["foia-school-latest"]
    bare = replace(history.count, sessions=None).with_limit(limit_under(latest))
    if bare.due_on < history.count.due_on:
        history.count = bare
        return latest
    return provision
