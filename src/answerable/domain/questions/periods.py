"""Years and months that a question lists in items of their own."""

import re

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = re.compile(rf"(?:{'|'.join(_MONTHS)})\w*\b", re.IGNORECASE)
_YEAR = r"(?:(?:fy|financial year|calendar year|year|the year)\s)?(?:19|20)\d\d(?:\s?[-/\u2013]\s?(?:(?:19|20)?\d\d))?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_NAME = rf"(?:{'|'.join(_MONTHS)})[a-z]*"
# "9 June 2019", "April 1st 2019", "01/04/2019"; of the first of two days the year may be left out.
_DATE = rf"(?:(?:{_DAY}\s(?:of\s)?{_NAME}|{_NAME}\s{_DAY}),?(?:\s(?:19|20)\d\d)?|\d\d?[./]\d\d?[./](?:(?:19|20)?\d\d)|{_NAME}\s(?:19|20)\d\d)"
_DAYS = rf"(?:between |from )?{_DATE}\s?(?:-+|\u2013|\u2014|to|and|until|up to)\s?(?:{_DATE}|date|present|the present|today)(?:\s\(?inclusive\)?)?"
_PERIOD = re.compile(
    rf"(?:in |for |during )?(?:{_YEAR}|{_DAYS}|(?:{'|'.join(_MONTHS)})\w*\s(?:19|20)\d\d|q[1-4](?:\s(?:19|20)\d\d)?)"
    r"(?:\s(?:to date|so far|\(to date\)))?[.,;]?(?:\s(?:and|or))?",
    re.IGNORECASE,
)


def is_period(text: str) -> bool:
    """Return whether a text is nothing but a year, a month, a quarter, or what lies between two days."""
    return _PERIOD.fullmatch(text.strip()) is not None


def period_of(text: str) -> str:
    """Return the bare period of an item: "2021" for "2021; and"."""
    return text.strip(" .,;").removesuffix(" and").removesuffix(" or")


def begins_with_month(text: str) -> bool:
    """Return whether a text begins with a month: "March 2020"."""
    return _MONTH.match(text) is not None
