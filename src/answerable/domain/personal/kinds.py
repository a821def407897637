"""The kinds of personal data, how sure it is that something is, and what was found."""

from dataclasses import dataclass
from enum import StrEnum


class PersonalKind(StrEnum):
    """What kind of personal data stands in a text."""

    NAME = "name"
    EMAIL = "e-mail address"
    PHONE = "telephone number"
    NATIONAL_INSURANCE = "National Insurance number"
    NHS = "NHS number"
    HOME = "address"
    POSTCODE = "postcode"
    BIRTH = "date of birth"
    AGE = "age"
    BANK = "bank details"
    CARD = "card number"
    PASSPORT = "passport number"
    LICENCE = "driving licence number"
    VEHICLE = "vehicle registration"
    POLICE_ID = "number in police records"
    STAFF = "staff number"
    DEVICE = "number of a device"
    IP = "internet address"
    ONLINE = "profile on the web"
    COORDINATES = "coordinates"
    HEALTH = "health"
    SPECIAL = "special category"
    SMALL = "small number"
    OTHER = "other"

    @property
    def why(self) -> str:
        """Return why it should not stand in a request, as a sentence for whoever writes it."""
        return _WHY[self]


_WHY = {
    PersonalKind.NAME: "A name leads to a person: give yours in its own field.",
    PersonalKind.EMAIL: "An e-mail address can lead to a person: give yours in its own field, and nobody else’s.",
    PersonalKind.PHONE: "A telephone number can lead to a person, and we can answer without it.",
    PersonalKind.NATIONAL_INSURANCE: "Somebody who knows a National Insurance number can pretend to be its holder.",
    PersonalKind.NHS: "An NHS number leads to somebody’s medical records.",
    PersonalKind.HOME: "An address says where somebody lives: give yours in its own field, and nobody else’s.",
    PersonalKind.POSTCODE: "A postcode says to within a few doors where somebody lives.",
    PersonalKind.BIRTH: "Somebody who knows a date of birth can pretend to be that person.",
    PersonalKind.AGE: "An age beside a name tells people of one name apart.",
    PersonalKind.BANK: "Bank details can be used for fraud, and we never need them.",
    PersonalKind.CARD: "A card number can be used for fraud, and we never need it.",
    PersonalKind.PASSPORT: "Somebody who knows a passport number can pretend to be its holder.",
    PersonalKind.LICENCE: "A driving licence number holds a name and a date of birth.",
    PersonalKind.VEHICLE: "The number of a vehicle leads to whoever keeps it.",
    PersonalKind.POLICE_ID: "This number leads to what the police hold about a person.",
    PersonalKind.STAFF: "A staff or collar number leads to one officer, and we can answer without it.",
    PersonalKind.DEVICE: "The number of a telephone or computer leads to whoever uses it.",
    PersonalKind.IP: "An internet address can lead to a household.",
    PersonalKind.ONLINE: "A profile on the web leads to a person, and we can answer without it.",
    PersonalKind.COORDINATES: "Coordinates this exact point at one house.",
    PersonalKind.HEALTH: "What you say of your health is yours: anybody may ask for information without saying why.",
    PersonalKind.SPECIAL: "Health, belief, origin and offences need more protection than anything else about a person.",
    PersonalKind.SMALL: "A small number of people can be told who they are by those who know them.",
    PersonalKind.OTHER: "This may lead to a person, and we can answer without it.",
}


class SpecialCategory(StrEnum):
    """Which kind of data needs more protection (UK GDPR articles 9 and 10)."""

    HEALTH = "health"
    ETHNICITY = "racial or ethnic origin"
    RELIGION = "religion or belief"
    UNION = "trade-union membership"
    SEX_LIFE = "sex life or sexual orientation"
    POLITICS = "political opinion"
    CRIME = "criminal offence or allegation"
    BIOMETRICS = "genetic or biometric data"


class Certainty(StrEnum):
    """How sure it is that something found is personal data."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def rank(self) -> int:
        """Return how far it is from certain."""
        return _RANKS[self]


_RANKS = {Certainty.CERTAIN: 0, Certainty.LIKELY: 1, Certainty.POSSIBLE: 2}


class Finder(StrEnum):
    """Who finds personal data: Answerable's own rules, or Presidio beside them."""

    OWN = "own"
    PRESIDIO = "presidio"


@dataclass(frozen=True, slots=True)
class PersonalFinding:
    """Personal data in a text: its kind, where it begins and ends, how sure that is and why, as part of a sentence.

    `begin` is where its label begins, as in "DOB: 12/03/1980", or `start`. `category` is there for what needs more
    protection alone.
    """

    kind: PersonalKind
    start: int
    end: int
    certainty: Certainty
    why: str
    category: SpecialCategory | None = None
    label_start: int = -1
    found_by: Finder = Finder.OWN

    @property
    def span(self) -> tuple[int, int]:
        """Return where it begins and ends."""
        return self.start, self.end

    @property
    def begin(self) -> int:
        """Return where it begins with its label."""
        return self.start if self.label_start < 0 else self.label_start
