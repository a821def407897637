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
    r"\b(?P<it>age[ds]?:? (?:of |(?:is |was )?(?:given|recorded|stated|noted) as )?(?:just |only |about )?\d{1,3})\b(?! ?(?:to|and|or|-|–|—|/|\+|plus|under|years? (?:and|or)|%)"
    r"| ?[-–] ?\d|%)"
    r"|\b(?:I am|I[’']m|she is|he is|she was|he was|[Ss]he[’']s|[Hh]e[’']s|now|then|mother|father|son|daughter|wife|husband"
    r"|man|woman|boy|girl|[Rr]wy[’']n),? (?P<told>\d{1,3})(?: (?:years old|years of age|mlwydd oed|oed))\b",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"(?<![\w.–-])(?:a |an |the |my |her |his |this |male,? |female,? )(?P<it>\d{1,3}(?:[- ]years?[- ]old|[- ]?y/?o))\b(?!s)",
    re.IGNORECASE,
)
_PERSON = (
    r"man|woman|person|child|baby|boy|girl|son|daughter|mother|father|mum|dad|wife|husband|partner|brother|sister|twins?|uncle|aunt"
    r"|nephew|niece|cousin|grand\w+|tenant|patient|applicant|complainant|victim|suspect|witness|officer|pupil|student|resident|driver"
    r"|caller|defendant|deceased|prisoner|detainee|employee|client|customer|neighbour|friend|colleague|claimant|male|female|youth|teenager"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_WORDS = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_BARE = re.compile(
    rf"\b(?:(?:I am|I[’']m|she is|he is|she[’']s|he[’']s|she was|he was|who (?:is|was)|(?:my|his|her) (?:{_PERSON}) (?:is|was))"
    r"(?: now| only| just| nearly| almost)?|aged) "
    rf"(?P<it>(?:[1-9]\d|10\d|{_WORDS})(?: years? old| years of age)?)"
    r"(?=[,.;)]|$| (?:and|but|now|when|years|last|this|next|in [A-Z]))(?!\.\d| (?:and|or) (?:over|above|under|older|younger|upwards))",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBERED = re.compile(r"(?<![\w.–-])\d{1,3}[- ]years?[- ]old\b(?!s)", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    rf"\b(?:the|this|that|a|an|another|my|his|her) (?:{_PERSON}) ?\((?P<it>\d{{1,3}})\)",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"\b(?P<it>in (?:his|her|my) (?:early |mid[- ]|late )?(?:teens|(?:twen|thir|for|fif|six|seven|eigh|nine)ties|[2-9]0[’']?s))\b",
    re.IGNORECASE,
)
_OLDEST = 119


_OF_A_THING = re.compile(
    rf"\b(?:it|they|these|those|which|this|that|(?:the|a|an|my|our|your|his|her|its|their|this|that|these|those) (?!(?:{_PERSON})\b)(?:[\w-]+ )?(?!(?:{_PERSON})\b)[\w-]+)"
    r" (?:is|was|are|were|will be)(?: (?:now|over|about|only|nearly|almost|already|some|at least|more than|less than))? $",
    re.IGNORECASE,
)
_FAR = 60


def _is_an_age(match: re.Match[str]) -> bool:
    if int("".join(one for one in match[0] if one.isdigit()) or 0) > _OLDEST:
        return False
    before = match.string[max(0, match.start() - _FAR) : match.start()]
    return _OF_A_THING.search(before) is None


_C, _L, _P = Certainty.CERTAIN, Certainty.LIKELY, Certainty.POSSIBLE
BIRTHS = (
    Rule(PersonalKind.BIRTH, _C, "it is called a date of birth", _BORN),
    Rule(PersonalKind.BIRTH, _L, "it is written as a date of birth", _SHORT),
    Rule(PersonalKind.BIRTH, _L, "it is called a year of birth", _YEAR),
    Rule(PersonalKind.AGE, _L, "it is the age of one person", _OLD, _is_an_age),
    Rule(PersonalKind.AGE, _P, "it may be the age of one person", _AGED, _is_an_age),
    Rule(PersonalKind.AGE, _P, "it may be the age of one person", _BARE),
    Rule(
        PersonalKind.AGE,
        _P,
        "a number stands behind one person, as ages do",
        _IN_BRACKETS,
        _is_an_age,
    ),
    Rule(PersonalKind.AGE, _P, "it says how old somebody is, to ten years", _DECADE),
    Rule(PersonalKind.AGE, _P, "it may be the age of one person", _NUMBERED, _is_an_age),
)
