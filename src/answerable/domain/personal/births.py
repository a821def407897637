"""When people were born, and how old they are."""

import re

from answerable.domain.personal.kinds import Certainty, PersonalKind
from answerable.domain.personal.rules import Rule

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ion|chwef|maw|ebr|mai|meh|gorff|awst|medi|hyd|tach|rhag)\w{0,7}"
DATE = (
    rf"(?:\d{{1,2}}[./ -]\d{{1,2}}[./ -](?:\d{{4}}|\d{{2}})\b|\d{{1,2}}(?:st|nd|rd|th|ain|fed|af)?[ -](?:of |o )?{MONTH},?[ -]\d{{2,4}}"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}}[-/]\d\d[-/]\d\d|\d{{8}}\b)"
)
_BORN = re.compile(
    r"\b(?:date of birth|birth ?date|birthday|d\.?o\.?b\b\.?|(?:i was|was|am|were|is|he was|she was)? ?\bborn\b(?: on)?|dyddiad geni"
    r"|(?:ganwyd|ganed)(?: fi)?(?: ar)?)"
    rf"[\s:=(,–-]{{0,4}}(?:\([dmy/ .-]{{2,12}}\)[\s:]{{0,2}})?(?:is|was|yw|oedd|of|on)?[\s:]?(?:the )?(?P<it>{DATE})",
    re.IGNORECASE,
)
_SHORT = re.compile(rf"(?<![\w.])(?:b\.|\*) ?(?P<it>{DATE})", re.IGNORECASE)
_YEAR = re.compile(
    r"\b(?:born (?:in|around|about|circa)|year of birth:?|yob:?) (?P<it>(?:[a-z]{3,9} )?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?P<it>age[ds]?:? (?:of )?(?:just |only |about )?\d{1,3})\b(?! ?(?:to|and|or|-|–|—|/|\+|plus|under|years? (?:and|or)|%)"
    r"| ?[-–] ?\d|%)"
    r"|\b(?:I am|I[’']m|she is|he is|she was|he was|[Ss]he[’']s|[Hh]e[’']s|now|then|mother|father|son|daughter|wife|husband"
    r"|man|woman|boy|girl|[Rr]wy[’']n),? (?P<told>\d{1,3})(?: (?:years old|years of age|mlwydd oed|oed))\b",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"(?<![\w.–-])(?:a |an |the |my |her |his |this |male,? |female,? )(?P<it>\d{1,3}(?:[- ]years?[- ]old|[- ]?y/?o))\b(?!s)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?<![\w.–-])\d{1,3}[- ]years?[- ]old\b(?!s)", re.IGNORECASE)
_OLDEST = 119


def _is_an_age(match: re.Match[str]) -> bool:
    return int("".join(one for one in match[0] if one.isdigit()) or 0) <= _OLDEST


_C, _L, _P = Certainty.CERTAIN, Certainty.LIKELY, Certainty.POSSIBLE
BIRTHS = (
    Rule(PersonalKind.BIRTH, _C, "it is called a date of birth", _BORN),
    Rule(PersonalKind.BIRTH, _L, "it is written as a date of birth", _SHORT),
    Rule(PersonalKind.BIRTH, _L, "it is called a year of birth", _YEAR),
    Rule(PersonalKind.AGE, _L, "it is the age of one person", _OLD, _is_an_age),
    Rule(PersonalKind.AGE, _P, "it may be the age of one person", _AGED, _is_an_age),
    Rule(PersonalKind.AGE, _P, "it may be the age of one person", _NUMBERED, _is_an_age),
)
