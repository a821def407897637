"""Days in an assessor's report, as they are printed: "2ND MAR 2021", "9th and 10th March 2021", "09/03/2021"."""

import datetime as dt
import re

from answerable.reading.vocabulary import MONTHS

_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_SPOKEN = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}(?:\s*(?:,|&|and|to|[-\u2013\u2014])\s*\d{{1,2}}{_ORDINAL})*\s*(?:of\s+)?"
    rf"(?P<month>{_MONTH})\.?(?:\s*(?:,|&|and|to|[-\u2013\u2014])\s*\d{{1,2}}{_ORDINAL}\s+(?:{_MONTH}))?,?\s*(?P<year>[12]\d\d\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL}(?:\s*(?:&|and|to|[-\u2013])\s*\d{{1,2}}{_ORDINAL})?,?\s+(?P<year>[12]\d\d\d)",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d\d)(?!\d)"
)
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
# A scanner takes the letter O for a nought, and l for a one.
_SLIPS = re.compile(r"(?<=\d)[OolI]|[OolI](?=\d)")
_CENTURY = 2000
_SHORT_YEAR = 100


def day_in(text: str) -> dt.date | None:
    """Return the first day that a text prints; None if it prints none. Of several days in one month, the first."""
    for words in (text, _SLIPS.sub(lambda one: "0" if one.group() in "Oo" else "1", text)):
        for shape in (_ISO, _SPOKEN, _MONTH_FIRST, _FIGURES):
            found = shape.search(words)
            if found and (day := _day(found)):
                return day
    return None


def _day(found: re.Match[str]) -> dt.date | None:
    month = MONTHS.get(found["month"].lower()) or int(found["month"])
    year = int(found["year"])
    try:
        return dt.date(year if year >= _SHORT_YEAR else year + _CENTURY, month, int(found["day"]))
    except ValueError:
        return None
