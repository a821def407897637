"""Events, dates and school terms as they are written on a command line."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from answerable.domain.clock.events import (
    ASKED_AND_ANSWERED,
    ClockRefused,
    Event,
    EventKind,
    event_kind,
)
from answerable.domain.clock.regimes import regime_named

_MOST_PARTS = 3
_PARTS_OF_NOTICES = 4
_NOTICES = (EventKind.PIT_EXTENSION, EventKind.COMPLEX_EXTENSION)


def day_of(text: str) -> dt.date:
    """Return the day that a text means.

    :raises ClockRefused: if it is no date, or none that exists.
    """
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        message = f"{text!r} is no date: write it as 2025-10-06"
        raise ClockRefused(message) from None


def period_of(text: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of `2025-09-02:2025-10-24`.

    :raises ClockRefused: if it is no such period.
    """
    first, _, last = text.partition(":")
    return checked_period(day_of(first), day_of(last))


def checked_period(first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """Return a period's first and last day.

    :raises ClockRefused: if it ends before it begins.
    """
    if last < first:
        message = f"A period cannot end on {last}, before it begins on {first}"
        raise ClockRefused(message)
    return first, last


def events_of(texts: Iterable[str]) -> tuple[Event, ...]:
    """Return the events that `KIND:DATE[:DATE]` means, in the order of their days.

    A kind that is asked for and comes (`clarification`, `fee`, `identity`, `information`, `advice`,
    `review`) takes the day it was asked for and, once it has come, the day it came. A notice of an
    extension takes the date that it gave, which may be empty, and a second one its reason behind that;
    `regime_changed` takes the new regime.

    :raises ClockRefused: if a text means nothing, or the texts are not in the order of their days.
    """
    groups = [tuple(_events_in(text)) for text in texts]
    for earlier, later in pairwise(groups):
        if later[0].on < earlier[0].on:
            message = (
                f"Events must stand in the order of their days: {later[0].on} ({later[0].kind.words}) "
                f"comes after {earlier[0].on} ({earlier[0].kind.words})"
            )
            raise ClockRefused(message)
    return tuple(sorted((event for group in groups for event in group), key=lambda one: one.on))


def _events_in(text: str) -> Iterator[Event]:
    parts = [part.strip() for part in text.split(":", _PARTS_OF_NOTICES - 1)]
    if len(parts) == _PARTS_OF_NOTICES and event_kind(parts[0]) in _NOTICES:
        yield _notice_again(*parts)
        return
    if not 1 < len(parts) <= _MOST_PARTS:
        message = f"{text!r} is no event: write KIND:DATE or KIND:DATE:DATE, as in fee:2025-10-16:2025-10-28"
        raise ClockRefused(message)
    name, on, *more = parts
    plain = name.lower().replace("-", "_").replace(" ", "_")
    if plain in ASKED_AND_ANSWERED:
        yield from _asked_and_come(plain, on, more)
        return
    kind = event_kind(name)
    if not more:
        yield Event(kind, day_of(on))
    elif kind is EventKind.REGIME_CHANGED:
        yield Event(kind, day_of(on), to=regime_named(more[0]))
    elif kind in _NOTICES:
        yield notice(kind, day_of(on), day_of(more[0]))
    else:
        message = f"{name!r} takes one date, and {text!r} gives it {len(more) + 1}"
        raise ClockRefused(message)


def written_event(event: Event) -> str:
    """Return an event as `events_of` reads it; a reason stands on one line."""
    parts = [event.kind.value, str(event.on)]
    if event.kind is EventKind.REGIME_CHANGED:
        parts.append(event.to)
    elif event.kind in _NOTICES and (event.until or event.why):
        parts.append(str(event.until or ""))
        parts += [" ".join(event.why.split())] if event.why.strip() else []
    return ":".join(parts)


def _notice_again(name: str, on: str, until: str, why: str) -> Event:
    kind, day = event_kind(name), day_of(on)
    plain = notice(kind, day, day_of(until)) if until else Event(kind, day)
    return replace(plain, why=why)


def _asked_and_come(name: str, on: str, more: list[str]) -> Iterator[Event]:
    asked, came = ASKED_AND_ANSWERED[name]
    first = day_of(on)
    yield Event(asked, first)
    if more:
        last = day_of(more[0])
        if last < first:
            message = f"On {last} {came.words}, before {asked.words} on {first}"
            raise ClockRefused(message)
        yield Event(came, last)


def notice(kind: EventKind, on: dt.date, until: dt.date) -> Event:
    """Return a notice of an extension that gave a date.

    :raises ClockRefused: if the date is not later than the notice.
    """
    if until <= on:
        message = (
            f"A notice of {on} cannot give {until}, which is not later, as the date of the answer"
        )
        raise ClockRefused(message)
    return Event(kind, on, until=until)
