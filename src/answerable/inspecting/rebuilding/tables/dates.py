"""Dates and times as their cells show them."""

import datetime as dt

from answerable.inspecting.office.workbooks.format_codes import Section, Token

LAST_DAY = 2_958_465
"""31 December 9999, the last day that workbooks count."""

_DAY = 86_400
_LEAP = 60
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_TOO_NARROW = "########"
_LETTER, _SHORT, _LONG = 5, 3, 4


def moment_of(value: float, *, is_1904: bool) -> dt.datetime | None:
    """Return the moment that a number of days stands for, to the thousandth of a second; None if it stands for none."""
    days = value + 1462 if is_1904 else value
    if not 0 <= days <= LAST_DAY + 1:
        return None
    # Workbooks count a 29 February 1900, which was none.
    first = dt.datetime(1899, 12, 31) if days < _LEAP else dt.datetime(1899, 12, 30)  # noqa: DTZ001 cells know no zones
    thousandths = round(days * _DAY * 1000)
    try:
        return first + dt.timedelta(milliseconds=thousandths)
    except OverflowError:
        return None


def displayed_date(value: float, section: Section, *, is_1904: bool) -> str:
    """Return what a section of dates shows of a number."""
    moment = moment_of(value, is_1904=is_1904)
    if moment is None:
        return _TOO_NARROW
    tokens = _told_apart(section.tokens)
    parts = _rounded(value, moment, tokens)
    is_halved = any(kind == "half" for kind, _ in tokens)
    shown = [_shown(kind, text, *parts, is_halved=is_halved) for kind, text in tokens]
    return "".join(shown).strip()


def _told_apart(tokens: tuple[Token, ...]) -> list[Token]:
    """Return the tokens with minutes told from months, and parts of a second from other digits."""
    told: list[Token] = []
    named = [(at, text) for at, (kind, text) in enumerate(tokens) if kind in ("date", "elapsed")]
    around = {}
    for place, (at, _) in enumerate(named):
        before = named[place - 1][1] if place else ""
        after = named[place + 1][1] if place + 1 < len(named) else ""
        around[at] = before[:1] == "h" or after[:1] == "s"
    is_in_second = False
    for at, (kind, text) in enumerate(tokens):
        if kind == "date" and text[0] == "m" and len(text) <= 2 and around[at]:  # noqa: PLR2004 mm
            told.append(("minute", text))
        elif kind == "point" and told and told[-1][1][:1] == "s":
            is_in_second = True
        elif kind == "digit" and is_in_second:
            is_more = told[-1][0] == "part"
            told[-1:] = [("part", told[-1][1] + "0")] if is_more else [told[-1], ("part", "0")]
        else:
            is_in_second = False
            told.append((kind, text))
    return told


def _rounded(value: float, moment: dt.datetime, tokens: list[Token]) -> tuple[float, dt.datetime]:
    """Return a moment with its second rounded, where seconds are shown and no parts of them."""
    names = [text[:1] for kind, text in tokens if kind in ("date", "elapsed")]
    if "s" in names and not any(kind == "part" for kind, _ in tokens):
        seconds = moment.replace(microsecond=0)
        if moment.microsecond >= 500_000:  # noqa: PLR2004 half a second
            seconds += dt.timedelta(seconds=1)
        return round(value * _DAY) / _DAY, seconds
    return value, moment


def _shown(kind: str, text: str, value: float, moment: dt.datetime, *, is_halved: bool) -> str:
    printed = {"literal": text, "point": ".", "comma": ",", "percent": "%"}
    if kind in printed:
        return printed[kind]
    if kind == "elapsed":
        seconds = round(value * _DAY * 1000) / 1000
        unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
        return f"{int(seconds // unit):0{len(text)}d}"
    if kind == "date":
        return _named(text, moment, is_halved=is_halved)
    return _of_clock(kind, text, moment)


def _of_clock(kind: str, text: str, moment: dt.datetime) -> str:
    if kind == "minute":
        return f"{moment.minute:0{len(text)}d}"
    if kind == "part":
        return f".{moment.microsecond:06d}"[: len(text) + 1]
    if kind == "half":
        before, _, after = text.partition("/")
        return (after if moment.hour >= 12 else before).upper()  # noqa: PLR2004 noon
    return ""


def _named(text: str, moment: dt.datetime, *, is_halved: bool) -> str:
    letter, length = text[0], len(text)
    if letter in "ye":
        return f"{moment.year:04d}" if length > 2 or letter == "e" else f"{moment.year % 100:02d}"  # noqa: PLR2004 yy
    if letter == "m":
        return _month(moment.month, length)
    if letter == "d":
        return _day(moment, length)
    if letter in "hs":
        number = moment.hour if letter == "h" else moment.second
        if is_halved and letter == "h":
            number = number % 12 or 12
        return f"{number:0{min(length, 2)}d}"
    return ""


def _month(month: int, length: int) -> str:
    name = _MONTHS[month - 1]
    if length >= _LETTER:
        return name[0]
    return {_SHORT: name[:3], _LONG: name}.get(length, f"{month:0{length}d}")


def _day(moment: dt.datetime, length: int) -> str:
    name = _DAYS[moment.weekday()]
    if length >= _LONG:
        return name
    return name[:3] if length == _SHORT else f"{moment.day:0{length}d}"
