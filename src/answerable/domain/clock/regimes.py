"""Under which law a question is answered, and what each law makes of what happens meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from answerable.domain.clock.calendars import Calendar, Holidays
from answerable.domain.clock.events import ClockRefused, EventKind
from answerable.domain.law.provisions import provisions


class Regime(StrEnum):
    """A law that gives people a right to an answer, with a time limit of its own."""

    __hash__ = str.__hash__

    FOIA = "FOIA"
    EIR = "EIR"
    RPSI = "RPSI"
    SAR = "SAR"
    PART3 = "PART3"
    FOISA = "FOISA"


class Variant(StrEnum):
    """A body, or a request, for which a regime has a longer limit."""

    __hash__ = str.__hash__

    USUAL = ""
    SCHOOL = "school"
    ARCHIVE = "archive"
    ARMED_FORCES = "armed-forces"
    ABROAD = "abroad"
    COMPLEX = "complex"


class Effect(StrEnum):
    """What it does to the clock that something asked for has come."""

    RESTARTS = "restarts"
    PAUSES = "pauses"
    NOTHING = "nothing"


CLARIFICATION, ADVICE, FEE, IDENTITY, INFORMATION = (
    EventKind.CLARIFICATION_RECEIVED,
    EventKind.ADVICE_ANSWER_RECEIVED,
    EventKind.FEE_RECEIVED,
    EventKind.IDENTITY_RECEIVED,
    EventKind.INFORMATION_RECEIVED,
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a regime says of time: names of provisions, and the effect of each thing that comes.

    `effects` has what is not listed as `NOTHING`. `extends` is the notice that makes `extended` the
    limit; `notice` is the limit within which it must be given. `fee` is the limit for paying.
    """

    answer: str
    effects: Mapping[EventKind, Effect]
    extends: EventKind | None = None
    extended: str = ""
    fee: str = ""
    review: str = ""
    review_exceptional: str = ""
    review_asked: str = ""

    def effect(self, kind: EventKind) -> Effect:
        """Return what an event of a kind does to the clock."""
        return self.effects.get(kind, Effect.NOTHING)


_WORDS = {CLARIFICATION: Effect.RESTARTS, INFORMATION: Effect.RESTARTS}
_MONTHS = {
    IDENTITY: Effect.RESTARTS,
    FEE: Effect.RESTARTS,
    CLARIFICATION: Effect.PAUSES,
    INFORMATION: Effect.PAUSES,
}
TERMS: Mapping[Regime, Terms] = {
    Regime.FOIA: Terms(
        answer="foia-answer",
        effects={**_WORDS, FEE: Effect.PAUSES, IDENTITY: Effect.RESTARTS},
        extends=EventKind.PIT_EXTENSION,
        extended="foia-public-interest",
        fee="foia-fee-paid",
        review="foia-review",
        review_exceptional="foia-review-exceptional",
        review_asked="foia-review-asked",
    ),
    Regime.EIR: Terms(
        answer="eir-answer",
        effects={**_WORDS, FEE: Effect.PAUSES},
        extends=EventKind.COMPLEX_EXTENSION,
        extended="eir-complex",
        fee="eir-fee-paid",
        review="eir-review",
        review_asked="eir-representations",
    ),
    Regime.RPSI: Terms(
        answer="rpsi-answer",
        effects={},
        extends=EventKind.COMPLEX_EXTENSION,
    ),
    Regime.SAR: Terms(
        answer="sar-answer",
        effects=_MONTHS,
        extends=EventKind.COMPLEX_EXTENSION,
        extended="sar-extended",
    ),
    Regime.PART3: Terms(
        answer="part3-answer",
        effects=_MONTHS,
        extends=EventKind.COMPLEX_EXTENSION,
        extended="part3-extended",
    ),
    Regime.FOISA: Terms(
        answer="foisa-answer",
        effects={**_WORDS, FEE: Effect.PAUSES, IDENTITY: Effect.RESTARTS},
        fee="foisa-fee-paid",
        review="foisa-review",
        review_asked="foisa-review-asked",
    ),
}
VARIANTS: Mapping[tuple[Regime, Variant], str] = {
    (Regime.FOIA, Variant.SCHOOL): "foia-school",
    (Regime.FOIA, Variant.ARCHIVE): "foia-archive",
    (Regime.FOIA, Variant.ARMED_FORCES): "foia-armed-forces",
    (Regime.FOIA, Variant.ABROAD): "foia-armed-forces",
    (Regime.EIR, Variant.COMPLEX): "eir-complex",
    (Regime.SAR, Variant.COMPLEX): "sar-extended",
    (Regime.PART3, Variant.COMPLEX): "part3-extended",
}
"""Which provision sets the limit of a variant."""


def regime_named(name: str) -> Regime:
    """Return the regime that a name means.

    :raises ClockRefused: if there is none.
    """
    plain = name.strip().upper().replace(" ", "").replace("-", "")
    try:
        return Regime(plain)
    except ValueError:
        known = ", ".join(Regime)
        message = f"There is no regime called {name!r}: there are {known}"
        raise ClockRefused(message) from None


def variant_named(name: str, *, regime: Regime) -> Variant:
    """Return the variant of a regime that a name means.

    :raises ClockRefused: if the regime has none of that name.
    """
    plain = name.strip().lower().replace("_", "-").replace(" ", "-")
    known = [variant for one, variant in VARIANTS if one is regime]
    if plain in known:
        return Variant(plain)
    if not plain:
        return Variant.USUAL
    has = f"it has {', '.join(known)}" if known else "it has none"
    message = f"{regime} has no variant called {name!r}: {has}"
    raise ClockRefused(message)


def calendar_of(regime: str, table: Holidays) -> Calendar:
    """Return the calendar that the answers of a regime are counted on."""
    return table.calendar(provisions()[TERMS[Regime(regime)].answer].calendar)
