"""What Presidio's kinds are called here, and how sure its scores are: by what was measured on the tuning half."""

from dataclasses import dataclass

from answerable.domain.personal.kinds import Certainty, PersonalKind


@dataclass(frozen=True, slots=True)
class Surely:
    """A kind of Presidio's that scores at least so much: our kind, and how sure that is."""

    least: float
    kind: PersonalKind
    certainty: Certainty


_NOT_PERSONAL = frozenset({"DATE_TIME", "LOCATION", "ORGANIZATION", "URL"})
"""Days, places, offices and pages of the web lead to nobody by themselves."""

_LEAST = 0.3
"""Below it, kinds that are not named here are guesses at any number of some figures."""


def _only(
    kind: PersonalKind, certainty: Certainty = Certainty.POSSIBLE, *, least: float = 0.0
) -> tuple[Surely, ...]:
    return (Surely(least, kind, certainty),)


# Certain: a check digit, and nothing wrong was measured. Likely: nine in ten and more were right.
# Possible: fewer were, or too few stood in the texts to say. docs/reference/personal-data.md has the figures.
_KINDS = {
    "PERSON": _only(PersonalKind.NAME),
    "EMAIL_ADDRESS": _only(PersonalKind.EMAIL),
    "PHONE_NUMBER": _only(PersonalKind.PHONE),
    "UK_NHS": _only(PersonalKind.NHS, Certainty.CERTAIN, least=1.0),
    "IBAN_CODE": _only(PersonalKind.BANK, Certainty.CERTAIN, least=1.0),
    "UK_NINO": _only(PersonalKind.NATIONAL_INSURANCE, Certainty.LIKELY),
    "UK_VEHICLE_REGISTRATION": _only(PersonalKind.VEHICLE, Certainty.LIKELY),
    "UK_POSTCODE": (
        Surely(0.4, PersonalKind.POSTCODE, Certainty.LIKELY),
        Surely(0.0, PersonalKind.POSTCODE, Certainty.POSSIBLE),
    ),
    "IP_ADDRESS": _only(PersonalKind.IP, Certainty.LIKELY),
    "MAC_ADDRESS": _only(PersonalKind.DEVICE, Certainty.LIKELY),
    "CREDIT_CARD": _only(PersonalKind.CARD),
    "UK_PASSPORT": _only(PersonalKind.PASSPORT),
    "UK_DRIVING_LICENCE": _only(PersonalKind.LICENCE),
    "AGE": _only(PersonalKind.AGE),
    "NRP": _only(PersonalKind.SPECIAL),
}


def surely(entity: str, score: float) -> Surely | None:
    """Return what one of Presidio's kinds is with a score from 0 to 1; None if that is nothing to be told."""
    if entity in _NOT_PERSONAL:
        return None
    steps = _KINDS.get(entity) or _only(PersonalKind.OTHER, least=_LEAST)
    return next((one for one in steps if score >= one.least), None)
