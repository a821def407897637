"""References: the number by which a body knows a request, told from dates, sums, telephones and statutes."""

import re

from answerable.reading.days import begins_with_day, day_in
from answerable.reading.vocabulary import current_vocabulary, label_of

_FEWEST_DIGITS = 3
_LONGEST = 40
# Letters, digits and what joins them: "CAS-84648", "006753/24", "F-2010-00325", "FOI2024-00123", "921A/20".
_TOKEN = re.compile(r"(?=[A-Za-z0-9/_.\-]*\d)[A-Za-z0-9]+(?:[-/_.][A-Za-z0-9]+)*")
# Behind a label any letters may stand in front of the number: "ref CCC 4411/22".
_LETTERED = re.compile(
    r"[A-Z]{2,6}\s(?=\S*\d\S*\d\S*\d)\d[A-Za-z0-9]*(?:[-/_.][A-Za-z0-9]+)*(?=[\s:|,;.)\]]|$)"
)
_WORD_BEFORE = re.compile(
    r"(?:(?:(?:our|your|foi|foia|eir|case|request|freedom\sof\sinformation(?:\sact)?(?:\s2000)?(?:\srequest)?)\s)?(?:ref(?:erence)?|request|urn)\b\.?\s?(?:(?:no|num|number|id)\b\.?)?"
    r"|(?:foi|foia|eir|case|enquiry|file)\s(?:no|num|number|id)\b\.?)"
    r"[:#\s]*(?=\S*\d|[A-Z]{2,6}\s\S*\d)",
    re.IGNORECASE,
)
# "FOI T187/24 - Ponds": letters of the office's own stand in front of the number.
_ACT_BEFORE = re.compile(r"(?:foi|foia|eir)\s(?=[A-Z]{1,3}\d)", re.IGNORECASE)
# Capitals right in front of a number are a part of it, unless they are a word for it.
_LETTERS_BEFORE = re.compile(r"\b[A-Z]{2,6}\s$")
_STATUTE = re.compile(
    r"(?:act|foia?|eirs?|foisa|dpa|gdpr|regulations|rpsi|pace)\W{0,2}(?:19|20)\d\d", re.IGNORECASE
)
_YEARS = re.compile(r"((?:19|20)\d\d)(?:[/\u2013-](\d{4}|\d\d))?")
_TELEPHONE = re.compile(r"(?:\+44|0)\d[\d ()-]{7,13}")
_SECTION = re.compile(r"(?:s|sec|section|reg|regulation)\.?\s?\d+(?:\(\w+\))*", re.IGNORECASE)
_DATE = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d|(?:0?[1-9]|1[0-2])/(?:19|20)\d\d"
)
_PUNCTUATED = re.compile(r"\w+[./-]\d")
_MONEY = re.compile(r"[£$€%]")
# Three parts or more that strokes join, as files are numbered: "DCC/MAY/12".
_FILED = re.compile(r"(?=\D*\d)[A-Z]{2,6}(?:/[A-Z0-9]{1,6}){2,}")
_JOINED_ON = re.compile(r"(?:[-/_](?=[A-Za-z0-9]*\d)[A-Za-z0-9]+)+(?![\w/])")
_ENDS = " \t\n:|,;.)]\u2013\u2014-"
_BRACKETED = re.compile(r"\s*[\[(](?P<inside>[^\[\]()]{2,40})[\])]\s*$")
_LAST_PART = re.compile(r"\s+[|\u2013\u2014-]\s+(?P<inside>[^|\u2013\u2014]{3,40})$")
_PARTED = re.compile(r"\s*(?:[:|]|[-\u2013\u2014]\s|\s[-\u2013\u2014]|$)")


def is_reference(text: str, *, is_labelled: bool = False) -> bool:
    """Return whether a text is a reference and nothing else.

    Without a label beside it, it needs letters that begin references, or more digits than a count has.
    """
    words = text.strip(" .:|[]()")
    if not words or len(words) > _LONGEST or _is_no_reference(words, is_labelled=is_labelled):
        return False
    if current_vocabulary().reference.fullmatch(words):
        return True
    if not _TOKEN.fullmatch(words):
        return False
    is_filed = _FILED.fullmatch(words) is not None
    return is_labelled or is_filed or sum(map(str.isdigit, words)) > _FEWEST_DIGITS


def _is_no_reference(words: str, *, is_labelled: bool) -> bool:
    # "FOI.2019" behind a label is a number; "FOI 2000" is the Act.
    is_statute = _STATUTE.fullmatch(words) and not (is_labelled and _PUNCTUATED.match(words))
    if _MONEY.search(words) or is_statute or _SECTION.fullmatch(words):
        return True
    if _DATE.fullmatch(words) and day_in(words) is not None:
        return True
    if is_labelled:
        return False
    years = _YEARS.fullmatch(words)
    is_span = years is not None and (
        years[2] is None or int(years[2][-2:]) == (int(years[1]) + 1) % 100
    )
    return is_span or _TELEPHONE.fullmatch(words) is not None or _DATE.fullmatch(words) is not None


def labelled_reference(text: str) -> tuple[str, int] | None:
    """Return the reference that stands behind its label, and where what follows it begins; or None."""
    if begins_with_day(text):
        return None
    lead = _WORD_BEFORE.match(text)
    for offset in [lead.end(), 0] if lead else [0]:
        if found := _longest(text, offset, is_labelled=True):
            return found
    return None


def _longest(text: str, offset: int, *, is_labelled: bool) -> tuple[str, int] | None:
    """Return the longest reference at a place: a known beginning may go on, as in "CAS-84648-X2P3"."""
    best: tuple[str, int] | None = None
    for pattern in (current_vocabulary().reference, _TOKEN):
        found = pattern.match(text, offset)
        if found is None or text[found.end() : found.end() + 1].strip(_ENDS):
            continue
        for end in (_whole(text, found.end()), found.end()):
            is_longer = best is None or end > best[1]
            if is_longer and is_reference(text[offset:end], is_labelled=is_labelled):
                best = text[offset:end].strip(" .:-"), end
    if best:
        return best
    lettered = _LETTERED.match(text, offset) if is_labelled else None
    return (lettered.group(), lettered.end()) if lettered else None


def _whole(text: str, end: int) -> int:
    """Return where a reference ends of which more is joined to what is known of it: "CAS-84648-K7", "FOI 17/22/3"."""
    more = _JOINED_ON.match(text, end)
    return more.end() if more else end


def reference_in_heading(text: str) -> tuple[str, int, int] | None:
    """Return the reference with which a heading begins or ends, and the stretch that it takes up; or None.

    "FOI 2023-00451: Use of drones", "Parking (Ref: 22/118)", "Request 1406745 - Parking".
    """
    lead = _WORD_BEFORE.match(text)
    begin = lead.end() if lead else 0
    known = current_vocabulary().reference.match(text, begin)
    found = _longest(text, begin, is_labelled=lead is not None)
    if found:
        is_known = (
            known is not None and bool(_LETTER.match(found[0])) and len(found[0]) > _FEWEST_DIGITS
        )
        parted = _PARTED.match(text, found[1])
        if parted or is_known or lead:
            return found[0], 0, parted.end() if parted else found[1]
    return _behind_act(text) or _at_end(text)


def _behind_act(text: str) -> tuple[str, int, int] | None:
    """Return the number of an office's own behind the Act's letters, and the stretch of both: "FOI T187/24 - Ponds"."""
    act = _ACT_BEFORE.match(text)
    found = _longest(text, act.end(), is_labelled=False) if act else None
    parted = _PARTED.match(text, found[1]) if found else None
    return (found[0], 0, parted.end()) if found and parted else None


def _at_end(text: str) -> tuple[str, int, int] | None:
    """Return the reference with which a heading ends, and the stretch that it takes up; or None."""
    last = _LAST_PART.search(text)
    if last and _WORD_BEFORE.match(last["inside"]):
        told = labelled_reference(last["inside"])
        if told and told[1] == len(last["inside"]):
            return told[0], last.start(), len(text)
    named = current_vocabulary().reference.fullmatch(last["inside"].strip()) if last else None
    if last and named and _LETTER.match(named[0]) and is_reference(named[0]):
        return named[0], last.start(), len(text)
    bracketed = _BRACKETED.search(text)
    if bracketed:
        inside = (
            labelled_reference(bracketed["inside"])
            if _WORD_BEFORE.match(bracketed["inside"])
            else None
        )
        if inside and inside[1] == len(bracketed["inside"]):
            return inside[0], bracketed.start(), len(text)
        if is_reference(bracketed["inside"]) or _is_short_bracketed(bracketed["inside"]):
            return bracketed["inside"].strip(), bracketed.start(), len(text)
    return None


def reference_within(text: str) -> tuple[str, int, int] | None:
    """Return the first reference in a line, and the stretch that it and its label take up; or None.

    "Freedom of Information request 2024-000123", "Our ref: RFI 1234".
    """
    for lead in _WORD_WITHIN.finditer(text):
        # "Date of request: 3 May 2031" tells a day, and not the number 3.
        is_day = begins_with_day(text[lead.end() :])
        if not is_day and (found := _longest(text, lead.end(), is_labelled=True)):
            return found[0], lead.start(), found[1]
    for pattern in (current_vocabulary().reference, _TOKEN):
        for found_in in pattern.finditer(text):
            is_apart = not text[found_in.end() : found_in.end() + 1].strip(_ENDS)
            begins = not text[: found_in.start()][-1:].strip(" \t(:[#")
            if is_apart and begins and is_reference(found_in.group()):
                letters = _LETTERS_BEFORE.search(text[: found_in.start()])
                is_own = letters is not None and label_of(f"{letters[0].strip()}:") is None
                start = letters.start() if letters and is_own else found_in.start()
                return text[start : found_in.end()], start, found_in.end()
    return None


_WORD_WITHIN = re.compile(rf"\b{_WORD_BEFORE.pattern}", re.IGNORECASE)
_LETTER = re.compile(r"[A-Za-z]")


def _is_short_bracketed(words: str) -> bool:
    """Return whether brackets hold digits that something joins: "(22/118)", and no year of account."""
    joined = re.fullmatch(r"[A-Z0-9]*\d+[/_-]\d+[A-Z0-9/_-]*", words)
    return joined is not None and not _is_no_reference(words, is_labelled=False)


_CODE = re.compile(r"(?:[A-Z][A-Z/]{1,9}[ -]){1,4}[A-Z]{0,4}\d[\w/.-]{2,30}")


def stands_alone(text: str) -> bool:
    """Return whether all of what stands beside a reference's label is one: a word with a digit, or capitals before it, "FOI QX 31-097"."""
    is_word = len(text.split()) == 1 and any(map(str.isdigit, text))
    return is_word or _CODE.fullmatch(text) is not None
