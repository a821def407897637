"""Numbers that a state, a service or an employer gives to one person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.domain.personal.checks import (
    figures,
    is_driver_number,
    is_nhs_number,
    is_police_number,
)
from answerable.domain.personal.kinds import Certainty, PersonalFinding, PersonalKind
from answerable.domain.personal.rules import Rule, matched, stands_before

_NI_LABEL = (
    r"\b(?:N\.?I\.?(?:NO)?|National Insurance|yswiriant (?:gwladol|cenedlaethol))\b[^\d\n]{0,25}?"
)
_NI_LETTERS = r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
_NI_FIGURES = r"[ -]?\d\d[ -]?\d\d[ -]?\d\d"
_INSURANCE = re.compile(rf"(?<![\w-]){_NI_LETTERS}{_NI_FIGURES}[ -]?[A-D](?![\w-])")
_INSURANCE_SAID = re.compile(
    rf"{_NI_LABEL}\b(?P<it>[A-Z]{{2}}{_NI_FIGURES}(?:[ -]?[A-D])?)\b", re.IGNORECASE
)
# Letters that are given to nobody stand in examples, and in numbers that were made up.
_INSURANCE_LIKE = re.compile(rf"(?<![\w-])[A-Z]{{2}}{_NI_FIGURES}[ -]?[A-D](?![\w-])")

_NHS = re.compile(
    r"(?<![\w/.£-])\d{3}[ -]\d{3}[ -]\d{4}(?![\w/-])"
    r"|(?:NHS|GIG)\b[^\d\n]{0,30}(?P<it>\d{3}[ -]?\d{3}[ -]?\d{4})\b",
    re.IGNORECASE,
)
_PATIENTS = re.compile(r"(?<![\w/.£-])\d{10}(?![\w/-])")
_OF_PATIENTS = re.compile(r"\b(?:patients?|nhs|hospital|ward|gp|chi|medical)\b", re.IGNORECASE)


def _is_nhs(match: re.Match[str]) -> bool:
    return is_nhs_number(matched(match))


_NHS_SAID = re.compile(
    r"\b(?:NHS|GIG)\b ?(?:numbers?|nos?\b\.?|rhif|#)[^\d\n]{0,12}(?P<it>\d{3}[ -]?\d{3}[ -]?\d{4})\b",
    re.IGNORECASE,
)


def _is_patients(match: re.Match[str]) -> bool:
    return is_nhs_number(match[0]) and stands_before(_OF_PATIENTS, match)


_PASSPORT = re.compile(
    r"\b(?:passport|pasbort)\b[^\d\n]{0,30}?\b(?P<it>\d{9}|[A-Z]{1,2} ?\d{6,8})\b"
    r"|(?P<strip>P<[A-Z]{3}[A-Z<]{39})",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"(?<![A-Z0-9])[A-Z][A-Z9]{4}[ -]?\d[0156]\d[0-3]\d\d[ -]?[A-Z9]{2}[ -]?[A-Z0-9] ?[A-Z]{2}"
    r"(?: ?\d\d)?(?![A-Z0-9])"
)
_DRIVER = re.compile(
    r"\b(?:driv(?:er|ing)(?:[’']?s)?|licen[cs]e|DVLA|trwydded)\b[^\d\n]{0,25}?"
    r"\b(?P<it>[A-Z]{1,5}9{0,4}[ -]?\d{6}[ -]?[A-Z9]{2}[ -]?[A-Z0-9]{1,2}(?: ?[A-Z0-9]{1,2})?)\b",
)


def _is_driver(match: re.Match[str]) -> bool:
    return is_driver_number(re.sub("[ -]", "", match[0]))


_PNC = re.compile(
    r"(?<![\w/-])(?P<year>(?:19|20)?\d\d)/(?P<serial>\d{4,7})(?P<letter>[A-HJ-NP-RT-Z])(?![\w/-])"
)
_CRO = re.compile(
    r"(?<![\w/-])(?P<serial>\d{4,6})/(?P<year>\d\d)(?P<letter>[A-HJ-NP-RT-Z])(?![\w/-])"
)
_POLICE_SAID = re.compile(
    r"\b(?:PNC(?:[ -]?ID)?|CRO)\b(?: (?:numbers?|nos?\.?|ref(?:erence)?|ID))*[^\w\n]{0,3}(?:is |was )?"
    r"(?P<it>(?:SF ?)?\d{1,7}/\d{1,7}[A-Z])\b",
    re.IGNORECASE,
)

# A crime, an arrest or a call is about somebody; the number of a request or of a contract is not.
_OF_CASES = re.compile(
    r"\b(?:crime|custody|incident|occurrence|arrest|detention|CAD|URN)"
    r"(?: (?:record|log|ref(?:erence)?|numbers?|nos?\b\.?))+[ \t]?[:=#]?[ \t]?(?:is |was )?"
    r"(?P<it>(?=[\w/-]*\d[\w/-]*\d[\w/-]*\d[\w/-]*\d)[A-Z0-9]+(?:[/-][A-Z0-9]+){0,4})\b",
    re.IGNORECASE,
)


def _is_police(match: re.Match[str]) -> bool:
    return is_police_number(year=match["year"], serial=match["serial"], letter=match["letter"])


_RANKS = r"PCSO|PC|PS|DC|DS|DI|DCI|WPC|Sgt|SC|TDC|Constable|Sergeant|Officer"
_RANKED = re.compile(rf"\b(?:{_RANKS}) ?(?P<it>(?!(?:19|20)\d\d\b)\d{{2,6}})\b")
_STAFF_LABEL = re.compile(
    r"\b(?:(?:collar|warrant|shoulder|epaulette|badge|payroll|pay)(?: ?card)?(?: ?(?:numbers?|nos?\b\.?|ID|ref(?:erence)?))?"
    r"|(?:staff|employees?|personnel|officer|assignment|force|member|prison(?:er)?|service)"
    r"(?:[’']s)? (?:numbers?|nos?\b\.?|ID|ref(?:erence)?)|rhif (?:staff|coler|gwarant))"
    r"\b\.?[ \t]{0,2}[:=#(-]{0,2}[ \t]{0,2}(?:is |was |are |were |of )?(?=[A-Z]{0,3}-?\d)",
    re.IGNORECASE,
)
_STAFF_NUMBER = re.compile(r"[A-Z]{0,3}-?\d{2,9}\b(?![/.]\d|[,]\d{3}\b)", re.IGNORECASE)
_AND = re.compile(r"(?:,? (?:and|&|or) |, ?)(?=[A-Z]{0,3}-?\d)", re.IGNORECASE)
_MOST_LISTED = 40


@dataclass(frozen=True, slots=True)
class StaffNumbers:
    """What finds the numbers of officers and staff behind their label, also several in a row."""

    kind: PersonalKind = PersonalKind.STAFF
    certainty: Certainty = Certainty.LIKELY

    def findings(self, text: str) -> Iterator[PersonalFinding]:
        """Yield the numbers that a text calls so, in its order."""
        for label in _STAFF_LABEL.finditer(text):
            begin, at = label.start(), label.end()
            for _ in range(_MOST_LISTED):
                number = _STAFF_NUMBER.match(text, at)
                if not number:
                    break
                yield PersonalFinding(
                    self.kind,
                    *number.span(),
                    self.certainty,
                    "it is called a number of staff",
                    label_start=begin,
                )
                following = _AND.match(text, number.end())
                if not following:
                    break
                begin = at = following.end()


_C, _L = Certainty.CERTAIN, Certainty.LIKELY
_K = PersonalKind
IDENTITY = (
    Rule(_K.NATIONAL_INSURANCE, _C, "it has the form of a National Insurance number", _INSURANCE),
    Rule(_K.NATIONAL_INSURANCE, _C, "it is called a National Insurance number", _INSURANCE_SAID),
    Rule(
        _K.NATIONAL_INSURANCE,
        _L,
        "it has the form of a National Insurance number, with letters that are not given out",
        _INSURANCE_LIKE,
    ),
    Rule(_K.NHS, _C, "its check digit is that of an NHS number", _NHS, _is_nhs),
    Rule(
        _K.NHS,
        _L,
        "its check digit is that of an NHS number, and it is a patient’s",
        _PATIENTS,
        _is_patients,
    ),
    Rule(_K.NHS, _L, "it is called an NHS number", _NHS_SAID),
    Rule(_K.PASSPORT, _C, "it is called a passport number", _PASSPORT),
    Rule(_K.LICENCE, _C, "it has the form of a driving licence number", _LICENCE, _is_driver),
    Rule(_K.LICENCE, _L, "it is called a driving licence number", _DRIVER),
    Rule(
        _K.POLICE_ID,
        _C,
        "its letter checks a number of the Police National Computer",
        _PNC,
        _is_police,
    ),
    Rule(
        _K.POLICE_ID,
        _C,
        "its letter checks a number of the Criminal Records Office",
        _CRO,
        _is_police,
    ),
    Rule(_K.POLICE_ID, _L, "it is called a number in police records", _POLICE_SAID),
    Rule(_K.POLICE_ID, _L, "it is called the number of a crime, an arrest or a call", _OF_CASES),
    StaffNumbers(),
    Rule(_K.STAFF, _L, "a rank stands before it", _RANKED),
)
__all__ = ["IDENTITY", "StaffNumbers", "figures"]
