"""The time that is named above a question: in what leads to a list, or by the question before it."""

import datetime as dt
import re
from functools import lru_cache

from answerable.domain.precedent.spans import timed
from answerable.domain.precedent.words import plain

ANY_DAY = dt.date(2020, 1, 1)
"""For finding out whether a time is named, whichever it is."""
_KEPT_READ = 4_096
# What time is meant where a question says "in this period", and what says that it is about now.
_SAME_TIME = re.compile(
    r"\b(?:this|that|the same|the above|the said|the specified|the stated|the given|the requested|these|those|the) "
    r"(?:\w+ )?(?:period|periods|years|months|time ?frame|time ?period|time ?span|date range|dates)\b",
    re.IGNORECASE,
)
# A heading says so more plainly: a long letter has "the dates" of much else.
_SAME_AS_ABOVE = re.compile(
    r"\b(?:for|in|over|during|within|covering) the (?:same|above) (?:\w+ )?(?:period|periods|years|time ?frame|dates)\b",
    re.IGNORECASE,
)
# "How many were paid in each year?", below a question that says in which.
_EACH_YEAR = re.compile(
    r"\b(?:each|every|per|the) (?:financial |calendar |academic |school )?year\b(?! group)|\byear (?:on|by) year\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:current|currently|now|today|at present|presently|as at|to date)\b", re.IGNORECASE
)
# A time in such a sentence is when somebody wrote, and none that is asked about.
_WRITTEN = re.compile(
    r"\b(?:dated|received on|sent on|submitted on|responded|replied|(?:my|your|our|previous|earlier|original|recent) "
    r"(?:\w+ ){0,3}(?:request|response|reply|letter|email|answer))\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+|\n+")
_LEADS = re.compile(
    r"\b(?:following|below|questions?|please|provide|answer|information|details|figures|data|request)\b|:\s*$",
    re.IGNORECASE,
)


class Times:
    """The times that a request names, as it is read from its beginning to its end."""

    def __init__(self) -> None:
        """Begin before the first question."""
        self._leading = ""
        self._last = ""
        self._is_first = True

    def above(self, text: str, heading: str) -> str:
        """Return the time that stands above a question and that it is about; nothing where it names its own."""
        over, own = _time_in(heading), _time_in(text)
        if over and (self._is_first or _LEADS.search(heading)):
            self._leading = over
        self._is_first = False
        refers = bool(_SAME_TIME.search(text) or _SAME_AS_ABOVE.search(heading))
        known = over or self._leading
        if not known and (refers or _EACH_YEAR.search(text)):
            known = self._last
        self._last = own or known or self._last
        return "" if own or (_NOW.search(text) and not refers) else known


@lru_cache(maxsize=_KEPT_READ)
def _time_in(text: str) -> str:
    """Return the time that a text names, as it is printed; nothing where it tells only when somebody wrote."""
    told = (
        timed(one, ANY_DAY).printed
        for one in _SENTENCE_ENDS.split(plain(text))
        if not _WRITTEN.search(one)
    )
    return "; ".join(one for one in told if one)
