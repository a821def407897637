"""The day on which somebody asked, where a body says it in a sentence and no label heads it."""

import datetime as dt
import re
from collections.abc import Iterable

from answerable.reading.blocks import Block
from answerable.reading.days import behind_day, day_in
from answerable.reading.hints import has_any
from answerable.reading.records import Record
from answerable.reading.vocabulary import MONTHS, Role

_NEAR = 3
_LONGEST = 400
_HINTS = ("equest", "mail", "etter", "nquiry", "orrespondence", "pplication")
# "your request of 3 May", "your request, which reached us on 3 May", "the information requested on 3 May"; not "your earlier request of".
_ASKED = re.compile(
    r"(?:\b(?:your (?:(?!previous|earlier|last|other|first)[\w()'\u2019-]+ ){0,7}?(?:requests?|e-?mail|letter|enquiry|correspondence|application)\b"
    r"|(?:the|this) (?:[\w()]+ ){0,5}?(?:request|enquiry|application)\b)"
    r"(?:(?: for information)?(?: \(\w+\))?,? (?:of|dated|from|on)"
    r"|(?P<between>[^.;:?!\n]{0,90}? (?:received|made|sent|submitted|reached|came|lodged|logged)\b[^.;:?!\n]{0,60}? on)"
    r"|(?<=eceived your \w{7}) on|(?<=eceived your \w{5}) on)"
    r"|\b(?:information|details|data|what)(?: that| which)?(?: you)? (?:have )?requested on)"
    r"\s+(?:the\s+)?(?:[A-Za-z]{3,9}day,?\s+)?(?=\d)",
    re.IGNORECASE,
)
_WITHOUT_YEAR = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{'|'.join(MONTHS)})\b(?!,?\s\d{{2}})", re.IGNORECASE
)
# What happened on such a day was no asking: "your request was answered on 3 May".
_OTHERWISE = re.compile(
    r"\b(?:answer|respon|repl|complet|clos|clarif|review|transfer|extend|until|due|acknowledg|refus|period|between|since)",
    re.IGNORECASE,
)


def take_day_of_asking(record: Record) -> None:
    """Take the day of asking from the first sentences over the request, or of the response, if no label tells it."""
    if Role.RECEIVED in record.days or Role.ASKED in record.days:
        return
    above = (block for block, _ in record.others[:_NEAR])
    told = [*above, *record.request[:1], *record.response[:_NEAR]]
    answered = record.days.get(Role.ANSWERED)
    day = _day_told(told) or (day_before(told, answered) if answered else None)
    record.take_day(Role.ASKED, day)


def day_before(blocks: Iterable[Block], answered: dt.date) -> dt.date | None:
    """Return the day of asking that a sentence tells without a year: the last such day up to that of the answer."""
    for block in blocks:
        text = block.text[:_LONGEST] if has_any(block.text, _HINTS) else ""
        for found in _ASKED.finditer(text):
            told = _WITHOUT_YEAR.match(text, found.end())
            if told is None or _OTHERWISE.search(found["between"] or ""):
                continue
            days = (day_in(f"{told.group()} {answered.year - past}") for past in (0, 1))
            return next((day for day in days if day and day <= answered), None)
    return None


def _day_told(blocks: Iterable[Block]) -> dt.date | None:
    return next((day for block in blocks if (day := day_of_asking(block.text))), None)


def day_of_asking(text: str) -> dt.date | None:
    """Return the day on which a sentence says that somebody asked: "Thank you for your request of 3 May 2031"."""
    if not has_any(text, _HINTS):
        return None
    text = text[:_LONGEST]
    for found in _ASKED.finditer(text):
        rest = text[found.end() :]
        if behind_day(rest) and not _OTHERWISE.search(found["between"] or ""):
            return day_in(rest)
    return None
