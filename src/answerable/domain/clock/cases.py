"""Cases with a known answer, in a form that others can write, and where ours differs from them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from answerable.domain.clock.calendars import CalendarName, Holidays
from answerable.domain.clock.clocks import Clock, ClockFacts, period_clock, question_clock
from answerable.domain.clock.events import ClockRefused, Event, event_kind
from answerable.domain.clock.limits import Limit, limit_of
from answerable.domain.clock.regimes import TERMS, VARIANTS, Regime, Variant
from answerable.domain.clock.written import checked_period, day_of, notice
from answerable.domain.law.provisions import Provision, provisions

_CALENDARS = {
    "uk-any": CalendarName.UK_ANY,
    "e&w": CalendarName.EW,
    "ew": CalendarName.EW,
    "sct": CalendarName.SCT,
    "nir": CalendarName.NIR,
    "ni": CalendarName.NIR,
    "calendar": CalendarName.EVERY_DAY,
    "every-day": CalendarName.EVERY_DAY,
}
_PERIODS = {
    "foia-internal-review": "foia-review",
    "foia-internal-review-request": "foia-review-asked",
    "eir-internal-review": "eir-review",
    "eir-review": "eir-review",
    "eir-requester-representations": "eir-representations",
    "foisa-review": "foisa-review",
    "foisa-review-request": "foisa-review-asked",
    "ico-complaint": "regulator-complaint",
    "dp-complaint": "data-complaint",
    "s12-aggregation": "foia-aggregation",
    "register-duration": "register-duration",
}
_EXTENSIONS = ("pit_extension_notice", "complex_extension_notice")


COMPARED = ("due", "notice_due", "fee_last_day", "days_taken")
"""What a case can expect."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case: what happened, and what should come out; a field that is not said is not compared."""

    name: str
    regime: str
    facts: ClockFacts
    expected: Mapping[str, Any]
    alternatives: frozenset[str] = frozenset()


def case_of(row: Mapping[str, Any]) -> Case:
    """Return a case from its JSON.

    :raises ClockRefused: if it says something that cannot be; the message names the case.
    """
    name = str(row.get("id", "a case without a name"))
    if not any(field in row for field in COMPARED):
        raise ClockRefused(f"{name}: the case expects nothing: it must say what is due")
    try:
        return _case(name, row)
    except KeyError as missing:
        raise ClockRefused(f"{name}: the case has no {missing.args[0]!r}") from None
    except ClockRefused as problem:
        raise ClockRefused(f"{name}: {problem}") from None
    except (TypeError, AttributeError, ValueError):
        raise ClockRefused(f"{name}: a field of the case has another form than it should") from None


def case_clock(case: Case, table: Holidays) -> Clock:
    """Return the clock of a case.

    :raises ClockRefused: if the events cannot have happened so.
    """
    regime = _regime_in(case.regime)
    if regime is not None:
        return question_clock(case.facts, table)
    facts = case.facts
    provision = (
        provisions()[_PERIODS[case.regime.lower()]] if _is_known(case.regime) else _plain(case)
    )
    return period_clock(
        provision, facts.received_on, table, limit=facts.limit, calendar=facts.calendar
    )


def differences(case: Case, clock: Clock) -> Iterator[str]:
    """Yield in words where a clock differs from what its case expects."""
    days = (clock.due_on, clock.notice_due_on, clock.pay_by)
    ours = [*(str(day) if day else None for day in days), clock.days_taken]
    for name, shown in zip(COMPARED, ours, strict=True):
        if name in case.expected and case.expected[name] != shown:
            yield f"{name} is {_shown(shown)} here and {_shown(case.expected[name])} in the case"
    if str(case.expected.get("status", "")).startswith("arguable"):
        wanted = sorted(case.alternatives)
        found = sorted({str(one.due_on) for one in clock.alternatives if one.due_on})
        if wanted != found:
            yield f"the alternatives are {found} here and {wanted} in the case"


def _case(name: str, row: Mapping[str, Any]) -> Case:
    regime = str(row["regime"])
    known = _regime_in(regime)
    events = [_event(one) for one in row.get("events", ())]
    limit = None if row.get("rule") in (None, "school") else limit_of(str(row["rule"]))
    periods = [checked_period(_day(a), _day(b)) for a, b in row.get("school_sessions", ())]
    sessions = tuple(periods) or None
    variant = Variant.SCHOOL if row.get("rule") == "school" else Variant.USUAL
    if known is not None and limit is not None:
        variant = _variant_with(known, limit)
    facts = ClockFacts(
        received_on=_day(row["received"]),
        regime=known or Regime.FOIA,
        events=events,
        variant=variant,
        sessions=sessions if variant is Variant.SCHOOL else None,
        limit=None if known and _is_own(known, limit, events) else limit,
        calendar=_calendar(row.get("calendar")),
    )
    others = row.get("alternatives") or {}
    return Case(name, regime, facts, row, frozenset(str(day) for day in others.values() if day))


def _regime_in(name: str) -> Regime | None:
    """Return the regime that a case's name means; None for a limit that stands alone."""
    plain = name.strip().lower()
    if "part3" in plain.replace(" ", "").replace("-", "").replace("_", ""):
        return Regime.PART3
    return next((regime for regime in Regime if regime.lower() == plain), None)


def _is_known(name: str) -> bool:
    return name.strip().lower() in _PERIODS


def _plain(case: Case) -> Provision:
    """Return a provision for a limit that only the case itself sets."""
    if case.facts.limit is None:
        raise ClockRefused(f"{case.name}: nothing known here is called {case.regime!r}")
    return Provision(
        name=case.regime,
        law=case.regime,
        what="the limit that the case sets",
        value=case.facts.limit.count,
        unit="days",
        calendar=CalendarName.UK_ANY,
        since=dt.date.min,
        until=None,
        basis="policy",
        confidence="knowledge",
        source="",
    )


def _variant_with(regime: Regime, limit: Limit) -> Variant:
    """Return the variant of a regime whose limit a case names."""
    for (one, variant), name in VARIANTS.items():
        provision = provisions()[name]
        same = (provision.value, provision.unit) == (limit.count, limit.unit)
        if one is regime and same and variant is not Variant.SCHOOL:
            usual = provisions()[TERMS[regime].answer]
            return variant if provision.value != usual.value else Variant.USUAL
    return Variant.USUAL


def _is_own(regime: Regime, limit: Limit | None, events: list[Event]) -> bool:
    """Return whether the regime sets the limit that a case names."""
    if limit is None:
        return True
    names = [TERMS[regime].answer, *(name for (one, _), name in VARIANTS.items() if one is regime)]
    if any(event.kind in _EXTENSIONS for event in events):
        names.append(TERMS[regime].extended)
    known = [provisions()[name] for name in names if name]
    return any((one.value, one.unit) == (limit.count, limit.unit) for one in known)


def _calendar(name: Any) -> CalendarName | None:
    if name is None:
        return None
    found = _CALENDARS.get(str(name).lower())
    if found is None:
        raise ClockRefused(
            f"There is no calendar called {name!r}: there are {', '.join(_CALENDARS)}"
        )
    return found


def _event(row: Mapping[str, Any]) -> Event:
    kind, on = event_kind(str(row["type"])), _day(row["date"])
    if until := row.get("until"):
        return notice(kind, on, _day(until))
    return Event(kind, on, to=str(row.get("to", "")))


def _day(text: Any) -> dt.date:
    return day_of(str(text))


def _shown(value: object) -> str:
    return "none" if value is None else str(value)
