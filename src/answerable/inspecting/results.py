"""What a field keeps that its program works out anew: numbers and days, and words that are neither."""

import re

_NUMBER = re.compile(
    r"[\W_]*(?:\d{1,9}(?:st|nd|rd|th|af|ail|fed|eg|ydd)?|[ivxlcdm]{1,9}|[a-z]{1,2}|#)?[\W_]*",
    re.IGNORECASE,
)
_NUMBER_OF_MANY = re.compile(
    r"[\W_]*\d{1,9}(?:[\W_]*(?:of|o|/)?[\W_]*\d{1,9})?[\W_]*", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_OF_DAYS = frozenset(
    # In the languages of the two nations whose law this is for, whole and short.
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep"
    " sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    " ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr ion chw maw ebr meh gor hyd tach"
    " rhag llun mawrth mercher iau gwener sadwrn sul dydd am pm yb yp st nd rd th of the af ail ydd fed eg o a at t z gmt bst"
    " utc q h hr hrs yyyy mm dd date time dyddiad amser".split()
)
_LONGEST_DAY = 60

_NUMBERED = frozenset(
    "PAGE NUMPAGES SECTIONPAGES SECTION SEQ PAGEREF LISTNUM AUTONUMLGL AUTONUMOUT NUMWORDS NUMCHARS REVNUM EDITTIME FILESIZE AUTONUM".split()
)
_DAYS = frozenset("DATE TIME CREATEDATE SAVEDATE PRINTDATE".split())
_IN_WORDS = re.compile(r"\\\*\s*(?:CARDTEXT|ORDTEXT|DOLLARTEXT)", re.IGNORECASE)


_HOLDS_A_PLACE = ("<number>", "<date/time>", "<rhif>", "<dyddiad/amser>")
"""What offices write into the sheets that slides are made of, where each slide shows its own."""


def is_a_number(text: str) -> bool:
    """Return whether a text is a number as pages and counts are numbered, or none at all."""
    if text.strip() in _HOLDS_A_PLACE:
        return True
    return bool(_NUMBER.fullmatch(text) or _NUMBER_OF_MANY.fullmatch(text))


def is_a_day(text: str) -> bool:
    """Return whether a text is a day or a time, or none at all."""
    if text.strip() in _HOLDS_A_PLACE:
        return True
    return len(text) <= _LONGEST_DAY and all(
        one.casefold() in _OF_DAYS for one in _WORD.findall(text)
    )


def could_give(code: str, text: str) -> bool:
    """Return whether the field of a code, as documents write it, could give a text; True where that is not known."""
    kind = (code.split() or [""])[0].upper()
    if kind in _NUMBERED:
        return is_a_number(text) or _IN_WORDS.search(code) is not None
    return kind not in _DAYS or is_a_day(text)
