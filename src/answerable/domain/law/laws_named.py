"""Which law the words around a citation name: this Act, Scotland's, the EIR, or another law."""

import re
from enum import Enum, auto


class Law(Enum):
    """The laws that a citation may belong to."""

    FOIA = auto()
    FOISA = auto()
    EIR = auto()
    OTHER = auto()


def law_named(text: str, *, start: int, end: int) -> Law | None:
    """Return the law that is named right after a citation, or right before it, or None."""
    rest = _REST_OF_LIST.match(text, end)
    # "sections 44 and 45 of the Data Protection Act": the law stands behind the whole list.
    for place in (rest.end(), end) if rest else (end,):
        after = text[place : place + _REACH]
        for law, pattern in _AFTER:
            if pattern.match(after):
                return law
    before = text[max(0, start - _REACH) : start]
    for law, pattern in _BEFORE:
        if pattern.search(before):
            return law
    return None


# An Act's title is rarely longer: "Sexual Offences (Amendment) and Criminal Justice Act 2001".
_REACH = 100
_OF = r"[\s,)]{0,3}\(?(?:(?:of|in|under|to|from|o)\s{1,2})?(?:[Tt]he\s{1,2})?(?:UK\s)?"
_FOIA = r"(?:FOIA\b|FOI\b|Freedom\s(?:of|Of)\sInformation\b(?!\s(?:\(Scotland\)|and))|2000\sAct\b|Act\b)"
_FOISA = r"(?:FOISA\b|FOI\s?\(S(?:cotland)?\)\s?A(?:ct)?\b|Freedom\s(?:of|Of)\sInformation\s\(Scotland\)\sAct\b)"
_EIR = r"(?:EIRs?\b|Environmental\sInformation\sRegulations\b(?!\s\(Scotland\)))"
_KINDS = r"(?:Act|Order|Regulations|Rules|Measure|Convention|Directive|Code|Schedule)"
_TITLE = rf"(?:(?:[A-Z][\w\u2019'&,-]*|\([A-Z]\w*\)|of|and|the|etc\.?|for|on|to)\s{{1,2}}){{1,10}}?{_KINDS}\b"
_SHORT = r"(?:DPA|PRA|PACE|GDPR|UK\sGDPR|RIPA|HRA|CJA|CPIA|LASPO|[A-Z]{2,6}\s(?:19|20)\d\d)\b"
_OTHER_DOCUMENT = (
    r"\sof\s(?:the|our|your|this|that|their|its|an?)\s(?:[\w\u2019'-]+\s){0,4}?"
    r"(?:policy|report|contract|code|guidance|guide|manual|handbook|form|document|standards?|"
    r"framework|agreement|lease|procedure|strategy|plan|survey|questionnaire)\b"
)
_REST_OF_LIST = re.compile(
    r"(?:\s{0,2}(?:,|;|/|&|and\b|or\b|to\b|-|\u2013)\s{0,2}(?:(?:and|or)\s)?(?:[Ss]ections?\s|[Ss]{1,2}\.\s?)?"
    r"\d{1,3}[A-Z]{0,2}(?:\(\w{1,4}\))*){1,20}"
)
# Offences, powers and proceedings that police and councils call by their section.
_OTHER_THING = (
    r"\s(?:common\s)?(?:assaults?|wounding|stops?|dispersals?|drugs?|search(?:es)?|enquir(?:y|ies)|"
    r"care\sproceedings|orders?|warrants?|detention|arrests?|offences?)\b|\s(?:below|above|overleaf)\b|"
    r"\son\spage\s\d"
)
_AFTER = (
    (Law.FOISA, re.compile(_OF + _FOISA)),
    (Law.FOIA, re.compile(_OF + _FOIA)),
    (Law.EIR, re.compile(_OF + _EIR)),
    (Law.OTHER, re.compile(rf"{_OF}(?=[A-Z]){_TITLE}")),
    (Law.OTHER, re.compile(_OF + _SHORT)),
    (Law.OTHER, re.compile(r"\sof\s(?:the\s)?[A-Z]{2,7}\b")),
    (Law.OTHER, re.compile(_OTHER_DOCUMENT, re.IGNORECASE)),
    (Law.OTHER, re.compile(_OTHER_THING)),
)
# A full stop or a comma parts them: "… the Data Protection Act 2018. Section 40(2) applies".
_YEAR = r"(?:\s\d{4})?(?:\s\([A-Z]+\))?:?\s{1,2}$"
_BEFORE = (
    (
        Law.FOISA,
        re.compile(
            r"(?:FOISA|FOI\s?\(S\)\s?A|Information\s\(Scotland\)\sAct(?:\s2002)?),?\s{1,2}$"
        ),
    ),
    (
        Law.OTHER,
        re.compile(
            r"\b(?:contrary\sto|offences?\s(?:under|of|against)|convicted\s(?:of|under)|charged\s(?:with|under))"
            r"\s{1,2}$"
        ),
    ),
    (Law.FOIA, re.compile(r"(?:FOIA|FOI|Information\sAct)" + _YEAR)),
    (Law.EIR, re.compile(r"(?:EIRs?|Information\sRegulations)" + _YEAR)),
    (Law.OTHER, re.compile(rf"(?:[A-Z][\w\u2019'-]*|\([A-Z]\w*\))\s{_KINDS}{_YEAR}")),
    (Law.OTHER, re.compile(_SHORT + _YEAR)),
)
