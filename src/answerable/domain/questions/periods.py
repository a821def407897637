"""Years and months that a question lists in items of their own."""

import re

# "Mayor" and "Marine" are no months.
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)"
)
_MONTH = re.compile(rf"{_NAME}\b", re.IGNORECASE)
_YEAR = r"(?:(?:fy|financial year|calendar year|year|the year)\s)?(?:19|20)\d\d(?:\s?[-/\u2013]\s?(?:(?:19|20)?\d\d))?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# "9 June 2019", "April 1st 2019", "01/04/2019"; of the first of two days the year may be left out.
_DATE = rf"(?:(?:{_DAY}\s(?:of\s)?{_NAME}|{_NAME}\s{_DAY}),?(?:\s(?:19|20)\d\d)?|\d\d?[./]\d\d?[./](?:(?:19|20)?\d\d)|{_NAME}\s(?:19|20)\d\d)"
_DAYS = rf"(?:between |from )?{_DATE}\s?(?:-+|\u2013|\u2014|to|and|until|up to)\s?(?:{_DATE}|date|present|the present|today)(?:\s\(?inclusive\)?)?"
_PERIOD = re.compile(
    rf"(?:in |for |during )?(?:{_YEAR}|{_DAYS}|{_NAME}\s(?:19|20)\d\d|q[1-4](?:\s(?:19|20)\d\d)?)"
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
