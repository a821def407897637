"""Days as documents print them, the British way round."""

import datetime as dt
import re

from answerable.reading.vocabulary import MONTHS

_DAY = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<name>[A-Za-z]{3,9})\.?,?[\s-]+(?P<year>\d{4}|\d{2}\b)"
    r"|(?P<month>[A-Z][a-z]{2,8})\s+(?P<behind>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<after>\d{4})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})|(?P<numbers>\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2}\b)))"
)
_MONTH_ALONE = re.compile(rf"(?:{'|'.join(MONTHS)})\.? \d{{4}}", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s", re.IGNORECASE)
_LONGEST_DAY = 4
_NUMBERS = re.compile(r"[/.-]")


def day_in(text: str) -> dt.date | None:
    """Return the first day that a text names, or None."""
    return next((day for found in _DAY.finditer(text) if (day := _day(found))), None)


def begins_with_day(text: str) -> bool:
    """Return whether the first words of a text are a day."""
    return behind_day(text) > 0


def behind_day(text: str) -> int:
    """Return where the day ends that a text begins with; 0 if it begins with none."""
    return found.end() if (found := _DAY.match(text)) and _day(found) is not None else 0


def is_day_alone(text: str) -> bool:
    """Return whether a line is a day and nothing else: what of it no label says, it is no title."""
    text = _WEEKDAY.sub("", text.lstrip())
    if not text[-1:].isdigit() or len(text.split()) > _LONGEST_DAY:
        return False
    return begins_with_day(text) or is_month_alone(text.strip())


def is_month_alone(text: str) -> bool:
    """Return whether a text is a month of a year and nothing else: "June 2023"."""
    return _MONTH_ALONE.fullmatch(text) is not None


def _day(found: re.Match[str]) -> dt.date | None:
    try:
        if found["iso"]:
            return dt.date.fromisoformat(found["iso"])
        if found["numbers"]:
            day, month, year = (int(part) for part in _NUMBERS.split(found["numbers"]))
            return dt.date(_whole(year), month, day)
        name, day = found["name"] or found["month"], int(found["day"] or found["behind"])
        return dt.date(_whole(int(found["year"] or found["after"])), MONTHS[name.lower()], day)
    except (KeyError, ValueError):
        return None


def _whole(year: int) -> int:
    return year + 2000 if year < 100 else year  # noqa: PLR2004 two digits
