"""What a request says that nobody should publish: personal data, found so that its writer can be warned.

It only warns: what is found can be sent all the same, and what is not found may be there.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class PersonalKind(StrEnum):
    """What kind of personal data stands in a text."""

    EMAIL = "e-mail address"
    PHONE = "telephone number"
    NATIONAL_INSURANCE = "National Insurance number"
    NHS = "NHS number"
    HOME = "address"
    BIRTH = "date of birth"
    BANK = "bank details"
    CARD = "card number"
    HEALTH = "health"

    @property
    def why(self) -> str:
        """Return why it should not stand in a request, as a sentence for whoever writes it."""
        return _WHY[self]


_WHY = {
    PersonalKind.EMAIL: "An e-mail address can lead to a person: give yours in its own field, and nobody else’s.",
    PersonalKind.PHONE: "A telephone number can lead to a person, and we can answer without it.",
    PersonalKind.NATIONAL_INSURANCE: "Somebody who knows a National Insurance number can pretend to be its holder.",
    PersonalKind.NHS: "An NHS number leads to somebody’s medical records.",
    PersonalKind.HOME: "An address says where somebody lives: give yours in its own field, and nobody else’s.",
    PersonalKind.BIRTH: "Somebody who knows a date of birth can pretend to be that person.",
    PersonalKind.BANK: "Bank details can be used for fraud, and we never need them.",
    PersonalKind.CARD: "A card number can be used for fraud, and we never need it.",
    PersonalKind.HEALTH: "What you say of your health is yours: anybody may ask for information without saying why.",
}


@dataclass(frozen=True, slots=True)
class Found:
    """Personal data in a text: its kind, where it stands, and a sample that gives little of it away."""

    kind: PersonalKind
    start: int
    end: int
    sample: str


def personal_data_in(text: str) -> tuple[Found, ...]:
    """Return the personal data in a text, in its order; where two kinds overlap, the surer one."""
    found: list[Found] = []
    taken = bytearray(len(text))
    for kind, pattern, is_so in _LOOKED_FOR:
        for match in pattern.finditer(text):
            start, end = match.span()
            if is_so(match) and not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(Found(kind, start, end, _sample(kind, match.group())))
    return tuple(sorted(found, key=lambda one: one.start))


_SHOWN = 2
_DIGITS = re.compile(r"\d")
_ANY = re.compile(r"\w")


def _sample(kind: PersonalKind, text: str) -> str:
    """Return the words as they stand with every digit hidden, or the first signs and dots for the rest."""
    words = " ".join(text.split())
    if kind in (PersonalKind.HEALTH, PersonalKind.BIRTH, PersonalKind.BANK):
        return _DIGITS.sub("•", words)
    return words[:_SHOWN] + _ANY.sub("•", words[_SHOWN:])


def _digits(match: re.Match[str]) -> list[int]:
    return [int(one) for one in match.group() if one in "0123456789"]


def _always(_match: re.Match[str]) -> bool:
    return True


_EMAIL = re.compile(r"(?<![\w.+-])(?P<who>\w[\w.+'’-]{0,63})@\w[\w-]{0,62}(?:\.[\w-]{1,63}){1,6}")
_SHARED = re.compile(
    r"admin|contact|data.?protection|\bdpo\b|enquir|feedback|\bfoia?\b|freedom|hello|help|info|mailbox|office|press"
    r"|request|support|team",
    re.IGNORECASE,
)


def _is_somebodys(match: re.Match[str]) -> bool:
    """Return whether an address is no office's: `foi@…` leads to nobody."""
    return not _SHARED.search(match["who"])


# 03 and 08 are numbers of organisations.
_PHONE = re.compile(
    r"(?<![\w/.£+-])(?:\+44[ -]?(?:\(0\)[ -]?)?|0044[ -]?|\(?0)(?:1\d|2\d|7\d)"
    r"(?:\)?[ -]{0,2}\d){7,8}(?![\w/])"
)
_FEWEST_PHONE, _MOST_PHONE = 9, 10


def _is_phone(match: re.Match[str]) -> bool:
    number = re.sub(r"^(?:0044|44)?0?", "", "".join(map(str, _digits(match))))
    return _FEWEST_PHONE <= len(number) <= _MOST_PHONE


_INSURANCE = re.compile(
    r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?P<gap> ?)\d\d(?P=gap)\d\d(?P=gap)\d\d(?P=gap)[A-D]\b"
)
_NHS = re.compile(
    r"(?<![\w/.£-])\d{3}[ -]\d{3}[ -]\d{4}(?![\w/-])"
    r"|(?:NHS|GIG)\b[^\d\n]{0,30}\d{3}[ -]?\d{3}[ -]?\d{4}\b",
    re.IGNORECASE,
)
_ELEVEN = 11


def _is_nhs(match: re.Match[str]) -> bool:
    *digits, last = _digits(match)
    check = (
        _ELEVEN
        - sum(weight * one for weight, one in zip(range(10, 1, -1), digits, strict=True)) % _ELEVEN
    )
    return check % _ELEVEN == last and check != _ELEVEN - 1


_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b"
_HOME = re.compile(
    rf"(?<![\w/.£-])(?:[Ff]lat |[Ff]flat )?\d{{1,4}}[A-Za-z]?,?[ ]+(?:[A-Z][\w'’.-]*[ ,\n]+){{1,8}}{_POSTCODE}"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ion|chwef|maw|ebr|mai|meh|gorff|awst|medi|hyd|tach|rhag)\w*"
_BIRTH = re.compile(
    r"\b(?:date of birth|d\.?o\.?b\b\.?|(?:i was|was|am) born(?: on)?|dyddiad geni|(?:ganwyd|ganed)(?: fi)?(?: ar)?)"
    rf"[\s:=(–-]{{0,4}}(?:is|was|yw|oedd)?\s?(?:\d{{1,2}}[./ -]\d{{1,2}}[./ -]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th|ain|fed|af)? (?:of |o )?{_MONTH},? \d{{2,4}}|\d{{4}}-\d\d-\d\d)",
    re.IGNORECASE,
)
_BANK = re.compile(
    r"\b(?:sort ?code|cod didoli)\b\D{0,15}\d\d[ -]?\d\d[ -]?\d\d\b"
    r"|\b(?:account|a/c|acc) ?(?:number|no\.?|num\.?)\D{0,10}\d{8}\b"
    r"|\brhif (?:y |fy )?(?:cyfrif|nghyfrif)\D{0,10}\d{8}\b"
    r"|\bGB\d\d ?[A-Z]{4}(?: ?\d){14}\b",
    re.IGNORECASE,
)
_CARD = re.compile(
    r"(?<![\w/.£-])(?:[3-6]\d{3}(?P<gap>[ -]?)(?:\d{4}(?P=gap)){2}\d{4}|3[47]\d{2}[ -]?\d{6}[ -]?\d{5})(?![\w/-])"
)


def _is_card(match: re.Match[str]) -> bool:
    """Return whether the last digit is the check of the others (Luhn)."""
    doubled = [
        one if place % 2 == 0 else one * 2 - 9 * (one > 4)  # noqa: PLR2004 two digits are added up
        for place, one in enumerate(reversed(_digits(match)))
    ]
    return sum(doubled) % 10 == 0


_ILLNESS = (
    r"(?:cancer|diabetes|epilepsy|autism|adhd|ptsd|depression|anxiety|asthma|dementia|hiv|bipolar|schizophrenia"
    r"|multiple sclerosis|arthritis|a disability|a learning (?:difficulty|disability)|a mental health)"
)
_HEALTH = re.compile(
    r"\bI(?:['’]ve| have| had)? ?(?:also |long )?(?:suffer(?:ed|ing)?|am suffering|was suffering) (?:with|from)\b"
    r"|\bI (?:was|am|have been|had been|got) (?:recently |also )?(?:diagnosed|sectioned|hospitali[sz]ed)\b"
    rf"|\bI(?:['’]ve| have)(?: got)? (?:severe |chronic |type [12] )?{_ILLNESS}\b"
    r"|\bI(?: am|['’]m) (?:disabled|autistic|epileptic|diabetic|pregnant|bipolar)\b"
    r"|\bmy (?:own )?(?:diagnos[ie]s|disability|illness|medication|mental health|medical (?:records?|history|conditions?)"
    r"|health (?:records?|conditions?)|depression|anxiety|ptsd|pregnancy|miscarriage)\b"
    r"|\b(?:rwy|dwi|rydw i|yr wyf)(?:['’]n| yn) (?:dioddef o|anabl|feichiog|ddiabetig|awtistig)\b"
    r"|\b(?:cefais|ces i|rwyf wedi cael|dwi wedi cael) (?:fy )?(?:ddiagnosis|niagnosis)\b"
    r"|\bfy (?:niagnosis|salwch|anabledd|meddyginiaeth|iechyd|nghofnodion meddygol|nghyflwr)\b",
    re.IGNORECASE,
)

_LOOKED_FOR: tuple[tuple[PersonalKind, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (PersonalKind.EMAIL, _EMAIL, _is_somebodys),
    (PersonalKind.CARD, _CARD, _is_card),
    (PersonalKind.BANK, _BANK, _always),
    (PersonalKind.BIRTH, _BIRTH, _always),
    (PersonalKind.NATIONAL_INSURANCE, _INSURANCE, _always),
    (PersonalKind.NHS, _NHS, _is_nhs),
    (PersonalKind.PHONE, _PHONE, _is_phone),
    (PersonalKind.HOME, _HOME, _always),
    (PersonalKind.HEALTH, _HEALTH, _always),
)
