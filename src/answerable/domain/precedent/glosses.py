"""What is said beside a question and asks for nothing else: glosses in brackets, "including …", "(s)", a monthly breakdown."""

import re

from answerable.domain.precedent.wording import KEPT, usual_wording
from answerable.domain.precedent.words import words_of

# "Name(s) of the supplier(s)": a bracket within a word begins no part.
_PLURAL = re.compile(r"(?<=[a-z])\((?:s|es|ies)\)", re.IGNORECASE)
_MONTHS = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
# Which months a year has, in what money, or what will do where the time asked for is not to be had.
_BESIDE = re.compile(
    rf"\(\s*(?:{_MONTHS}\s?(?:-|to)\s?{_MONTHS}|(?:in )?(?:£s?|gbp|pounds|sterling|pounds sterling)|"
    r"or [^()]{0,80}?\b(?:if|equivalent|nearest|closest)\b[^()]*|(?:the )?(?:nearest|closest) [^()]*|"
    r"(?:for clarity|by this (?:i|we) mean|by which (?:i|we) mean|meaning|also (?:commonly )?known as|aka)\b[^()]*)\)",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(?:an? |the )?(?P<by>month|quarter|week)ly (?:[a-z]+ )?(?:breakdown|split)s?\b"
    r"|\b(?:broken down|split|figures|totals)(?: on an?)? (?P<on>month|quarter|week)ly\b(?: basis)?",
    re.IGNORECASE,
)
_SORT = re.compile(
    r"\b(?:an? |the )?(?P<by>age|gender|ethnicity|ward|department) breakdowns?\b", re.IGNORECASE
)
# What is within is told, and no part of it is asked for alone.
_WITHIN = re.compile(
    r"\(\s*(?:including|which includes?|to include|this includes?)\b[^()]*\)"
    r"|,\s*(?:including|which includes?|this includes?)\b[^.;?()\n]*",
    re.IGNORECASE,
)


def without_glosses(text: str) -> str:
    """Return a question without what explains it: "repairs (including temporary ones)" are repairs."""
    text = _BESIDE.sub(" ", _PLURAL.sub("s", text))
    text = _EVERY.sub(lambda found: f"breakdown by {(found['by'] or found['on']).lower()}", text)
    text = _SORT.sub(lambda found: f"breakdown by {found['by'].lower()}", text)
    return _WITHIN.sub(_unless_it_asks, text)


def _unless_it_asks(found: re.Match[str]) -> str:
    """Return what is put in place of "including …": itself, where it asks for something: "including how many were paid"."""
    asked = {meant for *_, meant in usual_wording().points.all_in(words_of(found[0]))}
    return found[0] if asked - {KEPT} else " "
