"""Short forms of days, years and quarters, written as the rules for time read them."""

import re

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
_QUARTER_YEAR = r"(?:fy\s?)?(?:19|20)\d\d(?:[-/\u2013]\d{2,4})?|\d\d/\d\d"
_ORDINALS = {
    "first": "1",
    "1st": "1",
    "second": "2",
    "2nd": "2",
    "third": "3",
    "3rd": "3",
} | dict.fromkeys(("fourth", "4th", "last", "final"), "4")
# "Apr-22" and "April '22", but not "April 22", which is a day.
_SHORT_MONTH = re.compile(rf"\b({_MONTH})(?:-|\s?')(?=[0-3]\d\b)(\d\d)(?![-/\d])", re.IGNORECASE)
_SHORT_NEXT = re.compile(r"\b((?:19|20)\d(\d))/(\d)\b(?![-/\d])")
_YEAR_FIRST = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_YEAR_LAST = re.compile(r"\b(\d{1,2})-(\d{1,2})-((?:19|20)\d\d)\b")
_QUARTER = re.compile(rf"\b(?:quarter|qtr)\s?([1-4])(?=,?\s(?:of\s)?(?:{_QUARTER_YEAR})\b)", re.I)
_NAMED_QUARTER = re.compile(
    rf"\b({'|'.join(_ORDINALS)})\s(?:quarter|qtr)(?=,?\s(?:of\s)?(?:{_QUARTER_YEAR})\b)",
    re.IGNORECASE,
)
_TWO_QUARTERS = re.compile(
    rf"\b(q[1-4])(\s?(?:and|to|-|\u2013|,)\s?q[1-4],?\s(?:of\s)?({_QUARTER_YEAR}))\b", re.I
)
# "March 31st 2020" and "January 1, 2020", and the day of the week before a day.
_MONTH_FIRST = re.compile(
    rf"\b({_MONTH})\.?\s(?:the\s)?(\d{{1,2}})(?:st|nd|rd|th)?,?\s(?:of\s)?((?:19|20)\d\d)\b(?![-/]\d)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s(?:the\s)?(?=\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b)",
    re.IGNORECASE,
)
# A dash that was read as an apostrophe: "1 April 2020 ' 31 March 2021".
_LOST_DASH = re.compile(r"(?<=\d)\s['\u2019`]\s(?=\w)")
# The first lockdown began on 23 March 2020; whoever says "since the pandemic" counts from that spring.
_PANDEMIC = (
    r"(?:the\s)?(?:(?:start|beginning|outbreak|onset)\sof\s)?(?:the\s)?(?:first\s)?(?:(?:covid|corona)[\w-]*(?:\s19)?\s)?"
    r"(?:pandemic|lockdown|covid(?:[-\s]19)?)"
)
_WORDS = (
    # When a financial year runs, whichever it is.
    (
        re.compile(
            r"\(?\b(?:financial years? )?(?:from |running )*(?:1(?:st)?(?: of)? april|april 1(?:st)?)\s?(?:to|until|-|\u2013)\s?"
            r"(?:31(?:st)?(?: of)? march|march 31(?:st)?)(?! (?:19|20)\d\d)\b(?: inclusive)?\)?",
            re.I,
        ),
        " ",
    ),
    (
        re.compile(
            rf"\bsince\s{_PANDEMIC}(?:\s(?:first\s)?(?:began|started|hit|broke\sout))?(?:\sin\smarch\s2020)?(?!\s\w*(?:restrict|rule|law|measure|end|lift))\b",
            re.I,
        ),
        "since March 2020",
    ),
    (re.compile(r"\b(\d{1,2})\s?(?:yrs|years'|yr)\b", re.I), r"\1 years"),
    (re.compile(r"\b(last|past|previous)\sdecade\b", re.I), r"\1 ten years"),
    (
        re.compile(
            r"\b(between\s[^.?;\n]{4,30}?)\sand\s(?:now|today|the present(?: day)?)\b", re.I
        ),
        r"\1 to date",
    ),
    (
        re.compile(r"\b((?:19|20)\d\d)\s((?:academic|school)\syear)s?\b(?!\s(?:19|20)\d)", re.I),
        r"\2 \1",
    ),
)


# "Average spend (over 3 years)" is that of the last three.
_AVERAGED = re.compile(
    r"(\b(?:average|averaged|mean)\b[^.;\n]{0,40}?\bover) (?:the )?(\d{1,2}|two|three|four|five|six|ten) years?\b",
    re.IGNORECASE,
)


def in_full(text: str) -> str:
    """Return a text whose short forms of time ("Apr-22", "2023/4", "third quarter of 2023") are written in full."""
    text = _LOST_DASH.sub(" - ", _WEEKDAY.sub("", text))
    text = _MONTH_FIRST.sub(r"\2 \1 \3", text)
    text = _SHORT_MONTH.sub(r"\1 20\2", text)
    text = _SHORT_NEXT.sub(_with_next, text)
    text = _YEAR_LAST.sub(r"\1/\2/\3", _YEAR_FIRST.sub(r"\3/\2/\1", text))
    text = _QUARTER.sub(r"Q\1", text)
    text = _NAMED_QUARTER.sub(lambda found: f"Q{_ORDINALS[found[1].lower()]}", text)
    text = _TWO_QUARTERS.sub(r"\1 \3\2", text)
    for short, full in _WORDS:
        text = short.sub(full, text)
    return _AVERAGED.sub(r"\1 the last \2 years", text)


def _with_next(found: re.Match[str]) -> str:
    """Return "2023/24" for "2023/4"; what is no next year stays."""
    is_next = (int(found[2]) + 1) % 10 == int(found[3])
    return f"{found[1]}/{(int(found[1]) + 1) % 100:02}" if is_next else found[0]
