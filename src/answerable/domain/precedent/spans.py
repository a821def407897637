"""The time that a question asks about: years, quarters, months and days, counted from when it was asked."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from answerable.domain.precedent.quantities import NUMBERS
from answerable.domain.precedent.short_dates import in_full
from answerable.domain.precedent.stretches import APRIL, SEPTEMBER, Span

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DASH = r"\s?[-/\u2013]\s?"
_COUNT = rf"\d{{1,2}}|an?|couple\sof|{'|'.join(NUMBERS)}"
_FINANCIAL = r"(?:financial|fiscal|tax(?=\syears?\b)|municipal|fy)"
_LAST = r"last|past|previous|preceding|prior|most\srecent|latest"
_MONTHS_OF_A_QUARTER = 3
_SCHOOL = ("academic", "school")
# The months of the terms of schools.
_TERMS = {"autumn": (9, 4), "spring": (1, 4), "summer": (4, 4)}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
# "21" is 2021.
_CENTURY, _SHORT_YEARS = 2000, 100
_EARLIEST = dt.date(1900, 1, 1)
# The year of an act says nothing of when.
_STATUTE = re.compile(
    r"\b(?:act|regulations|regs|rules|order|directive)\s(?:\([a-z ]+\)\s)?$", re.IGNORECASE
)

# "Aged 18-24" is no financial year.
_AGED = re.compile(r"\bage[ds]?(?:\s(?:of|between|from|groups?|bands?))?\s$", re.IGNORECASE)

_POINT = re.compile(
    # Time begins where a word does: elsewhere none of these needs to be tried.
    rf"""
    \b(?=\w)(?:
    (?P<numeric>\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:20)?\d\d\b)
  | (?P<ending>\b(?:(?P<ending_count>{_COUNT})\s)?(?:(?:{_FINANCIAL}|academic|calendar|full)\s)?(?:years?|(?:12|twelve)\smonths)\s(?:ending|ended|to|up\sto)(?:\son)?(?:\sin)?(?:\sthe\send\sof)?\s(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?P<ending_month>{_MONTH})\s(?P<ending_year>{_YEAR})\b)
  | (?P<months>\b(?P<first_month>{_MONTH})\s?(?:to|and|-|\u2013|until|through)\s?(?P<last_month>{_MONTH})\s(?P<months_year>{_YEAR})\b)
  | (?P<days>\b(?P<first_day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s(?:of\s)?(?P<days_month>{_MONTH}))?\s?(?:to|and|-|\u2013|until)\s?(?P<last_day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?
      (?P<last_days_month>{_MONTH}),?\s(?P<days_year>{_YEAR}|last\syear|this\syear)\b)
  | (?P<to_end>\b(?:the\s)?(?P<to_end_count>{_COUNT})\s(?P<to_end_kind>{_FINANCIAL}\s)?years\s(?:up\s)?to\s(?:the\send\sof\s)?(?P<to_end_year>{_YEAR})\b(?!{_DASH}\d))
  | (?P<counted>\b(?P<counted_number>{_COUNT})\s(?P<counted_unit>years?|months?)\s(?:from|starting(?:\sin|\sfrom)?|beginning(?:\sin)?)\s
      (?:\d{{1,2}}(?:st)?\s)?(?P<counted_month>{_MONTH}),?\s(?P<counted_year>{_YEAR})\b(?!\s(?:to|until|-|\u2013)))
  | (?P<term>\b(?:spring|summer|autumn))\sterms?\s(?:of\s|in\s)?(?P<term_year>{_YEAR})(?P<term_next>[/\u2013-](?:20)?\d\d)?\b
  | (?P<season>\b(?:spring|summer|autumn|winter))\s(?:of\s)?(?P<season_year>{_YEAR})(?:{_DASH}(?:20)?\d\d)?\b
  | (?P<half>\b(?:(?P<which_half>first|second)\shalf\sof|h(?P<half_number>[12]))\s(?P<half_year>{_YEAR})\b)
  | (?P<day>\b\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<day_month>{_MONTH}),?\s(?P<day_year>{_YEAR})\b
  | (?P<month>\b{_MONTH}),?\s(?:of\s)?(?P<month_year>{_YEAR})\b
  | \bq(?P<quarter>[1-4]),?\s(?:of\s|in\s)?(?P<quarter_year>(?:fy\s?)?(?:{_YEAR}(?:{_DASH}(?:20)?\d\d)?|[012]\d[/\u2013-][0123]\d)\b)
      (?:\s\({_MONTH}\s?(?:to|and|-|\u2013)\s?{_MONTH}\))?
  | (?P<academic>\b(?:academic|school)\syears?\s(?P<academic_year>{_YEAR})(?:{_DASH}(?:20)?\d\d)?\b)
  | (?P<named>\b{_FINANCIAL}(?:\syears?)?(?:\sending|\sof)?\s?(?P<named_year>(?:20)?\d\d)\b(?!\s(?:of\s)?{_MONTH})(?:(?:{_DASH}|(?<=year\s\d{{4}})\sto\s)(?P<named_next>(?:20)?\d\d))?\b)
  | (?P<of_school>\b(?P<of_school_year>{_YEAR}|[012]\d)(?:{_DASH})(?:20)?\d\d\s(?:academic|school)\syears?\b)
  | (?P<pair>\b(?P<pair_year>{_YEAR}|\b[012]\d(?=[/\u2013-][0123]\d\b))(?:{_DASH})(?P<pair_next>(?:20)?\d\d)\b(?![-/\u2013]\d(?!\d{{3}}[/\u2013-]\d\d)))
  | (?P<year>\b{_YEAR}\b)
  | (?P<last>\b(?:each\sof\s)?(?:the\s|your\s)?(?:{_LAST})(?:\s(?:completed?|full|whole|calendar|academic|{_FINANCIAL}))*
      \s(?P<count>{_COUNT})\s(?:completed?\s|full\s|whole\s|calendar\s|academic\s|school\s|consecutive\s|{_FINANCIAL}\s)*(?P<unit>years?|months?|quarters?|weeks?|days?)\b)
  | (?P<previous>\b(?:most\srecently|{_LAST})\s(?:completed?\s|full\s|whole\s|calendar\s)*(?P<previous_kind>(?:{_FINANCIAL}|academic|school)\s)?(?:year)\b)
  | (?P<current>\b(?:this|current)\s(?:calendar\s)?(?P<current_kind>(?:{_FINANCIAL}|academic|school)\s)?year\b)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# "The last five years (", "the last year:", "the last five year period (".
_TOLD_BEHIND = re.compile(
    r"(?:\s*(?:years?|periods?|inclusive))?\s*(?:[:(]|, (?:i\.?e\.?|namely|that is),?|as follows:?)[\s:-]*\(?",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"\s*(?:,|\(|\))?\s*(?:inclusive)?\s*(?:to|until|till|up to|through(?: to)?|-|\u2013|and including)\s*(?:the\s)?(?:end of\s|present\s)?",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"\s*(?:,|;|and|or|&|\+)+\s*(?:and\s|or\s|in\s|for\s|also\s|the\s)*", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"\b(?:between|from)\s+(?:the\s)?(?:start of\s|beginning of\s)?$", re.IGNORECASE
)
_SINCE = re.compile(
    r"\b(?:since|from|after|beginning|starting|commencing)\s+(?:the\s)?(?:start of\s|beginning of\s|end of\s)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:until|till|up to|before|prior to|by)\s+(?:the\s)?(?:end of\s)?$", re.IGNORECASE
)
_ONWARDS = re.compile(
    r"\s*(?:,|\()?\s*(?:to date|to (?:the )?present(?: day)?|to now|until now|till now|to (?:the )?current|onwards?|on(?=[.?,;)]|$)|"
    r"until (?:the )?present|up to (?:the )?present|so far|to today|until today|(?:-|\u2013)\s?(?:present|date|now))\)?",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:\b(?:for|in|during|over|within|across|between|from|since|by|until|till|up to|before|after|prior to|each of|each|"
    r"every|the|of|following|years?|months?|calendar|financial|fiscal|periods?|dates?|start|beginning|end|covering|"
    r"both|broken down|(?:two|three|four|five|six) (?:financial |calendar )?years)\b[\s:,]*)+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Timed:
    """A question taken apart: the time that it asks about, as it names that, and its words without it.

    `span` reaches from the first day to the last of all that is named; None where no time is.
    """

    span: Span | None
    printed: str
    rest: str


@dataclass(frozen=True, slots=True)
class _Point:
    """Time that is named in a text, and where."""

    start: int
    end: int
    span: Span


def timed(text: str, asked_on: dt.date) -> Timed:
    """Return what time a question asks about; what is relative is counted from the day on which it was asked."""
    text = in_full(text)
    stretches = list(_stretches(text, asked_on))
    if not stretches:
        return Timed(None, "", text)
    # "The past two years (2021/22, 2022/23)": what follows says which they are.
    told = [
        one
        for one, following in zip(stretches, [*stretches[1:], None], strict=True)
        if not (following and _TOLD_BEHIND.fullmatch(text[one.end : following.start]))
    ]
    whole = told[0].span
    if len(told) > 1:
        whole = Span(min(one.span.first for one in told), max(one.span.last for one in told))
    printed = "; ".join(" ".join(text[one.start : one.end].split()) for one in stretches)
    rest, place = [], 0
    for one in stretches:
        rest.append(_LEADING.sub("", text[place : one.start]))
        place = one.end
    return Timed(whole, printed, " ".join([*rest, text[place:]]))


def _stretches(text: str, asked_on: dt.date) -> Iterator[_Point]:
    """Yield the stretches of time in a text: "2019 to 2021" is one, "since 2019" reaches to the day of the question."""
    points = list(_points(text, asked_on))
    place = 0
    while place < len(points):
        point = points[place]
        before = text[: point.start]
        start, end, span = point.start, point.end, point.span
        following = points[place + 1] if place + 1 < len(points) else None
        between = text[end : following.start] if following else ""
        joins = _JOINS.fullmatch(between) or (
            _BETWEEN.search(before) and between.strip().lower() in ("and", "to")
        )
        if following and joins and following.span.last >= span.first:
            end, span = following.end, Span(span.first, following.span.last)
            place += 1
        elif onwards := _ONWARDS.match(text, end):
            end, span = onwards.end(), Span(span.first, max(span.first, asked_on))
        elif not (following and _LISTS.fullmatch(between)) and _SINCE.search(before):
            span = Span(span.first, max(span.first, asked_on))
        elif _UNTIL.search(before):
            span = Span(_EARLIEST, span.last)
        yield _Point(start, end, span)
        place += 1


def _points(text: str, asked_on: dt.date) -> Iterator[_Point]:
    for found in _POINT.finditer(text):
        before = text[: found.start()]
        if (found["year"] and _STATUTE.search(before)) or (found["pair"] and _AGED.search(before)):
            continue
        make = next(make for kind, make in _MAKERS.items() if found[kind] is not None)
        try:
            span = make(found, asked_on)
        except ValueError:
            # No such day: "31/31/2021".
            continue
        if span is not None:
            yield _Point(found.start(), found.end(), span)


def _of_numeric(found: re.Match[str], _: dt.date) -> Span | None:
    day, month, year = map(int, re.split(r"[/.]", found["numeric"]))
    one = dt.date(year + _CENTURY * (year < _SHORT_YEARS), month, day)
    return Span(one, one)


def _of_ending(found: re.Match[str], _: dt.date) -> Span | None:
    years = _count(found["ending_count"]) if found["ending_count"] else 1
    first = int(found["ending_year"]) - years
    return _months(first, _month(found["ending_month"]) + 1, 12 * years)


def _of_months(found: re.Match[str], _: dt.date) -> Span | None:
    first, last = _month(found["first_month"]), _month(found["last_month"])
    year = int(found["months_year"])
    # "November to March 2022" began in the year before.
    begins = year if first <= last else year - 1
    return _months(begins, first, (last - first) % 12 + 1)


def _of_day(found: re.Match[str], _: dt.date) -> Span | None:
    one = dt.date(int(found["day_year"]), _month(found["day_month"]), int(found["day"]))
    return Span(one, one)


def _of_days(found: re.Match[str], asked_on: dt.date) -> Span | None:
    told = found["days_year"].lower()
    year = int(told) if told.isdigit() else asked_on.year - told.startswith("last")
    last = _month(found["last_days_month"])
    first = _month(found["days_month"]) if found["days_month"] else last
    begins = dt.date(year - (first > last), first, int(found["first_day"]))
    return Span(begins, dt.date(year, last, int(found["last_day"])))


def _of_counted(found: re.Match[str], _: dt.date) -> Span | None:
    months = _count(found["counted_number"]) * (
        12 if found["counted_unit"].lower()[0] == "y" else 1
    )
    return _months(int(found["counted_year"]), _month(found["counted_month"]), months)


def _of_season(found: re.Match[str], _: dt.date) -> Span | None:
    """Return three months of a year; a winter ends in the next."""
    return _months(int(found["season_year"]), _SEASONS[found["season"].lower()], 3)


def _of_term(found: re.Match[str], _: dt.date) -> Span | None:
    """Return the months of a term; in the school year 2022/23 all but the autumn's are in 2023."""
    first, count = _TERMS[found["term"].lower()]
    is_later = bool(found["term_next"]) and first < SEPTEMBER
    return _months(int(found["term_year"]) + is_later, first, count)


def _of_half(found: re.Match[str], _: dt.date) -> Span | None:
    is_second = found["half_number"] == "2" or (found["which_half"] or "").lower() == "second"
    return _months(int(found["half_year"]), 7 if is_second else 1, 6)


def _of_to_end(found: re.Match[str], _: dt.date) -> Span | None:
    last, count = int(found["to_end_year"]), _count(found["to_end_count"])
    return _years(last - count + 1, last)


def _of_month(found: re.Match[str], _: dt.date) -> Span | None:
    return _months(int(found["month_year"]), _month(found["month"]), 1)


def _of_quarter(found: re.Match[str], _: dt.date) -> Span | None:
    printed, number = found["quarter_year"].lower(), int(found["quarter"])
    year = _full(re.findall(r"\d{4}|\d\d", printed)[0])
    is_financial = "fy" in printed or not printed.strip().isdigit()
    first = (APRIL if is_financial else 1) + _MONTHS_OF_A_QUARTER * (number - 1)
    return _months(year, first, _MONTHS_OF_A_QUARTER)


def _of_academic(found: re.Match[str], _: dt.date) -> Span | None:
    return _months(int(found["academic_year"]), SEPTEMBER, 12)


def _of_school(found: re.Match[str], _: dt.date) -> Span | None:
    return _months(_full(found["of_school_year"]), SEPTEMBER, 12)


def _of_named(found: re.Match[str], _: dt.date) -> Span | None:
    return _financial(_full(found["named_year"]))


def _of_pair(found: re.Match[str], _: dt.date) -> Span | None:
    first, following = _full(found["pair_year"]), _full(found["pair_next"])
    if following == first + 1:
        return _financial(first)
    # "2023/2022/2021" is a list from its end.
    return _years(min(first, following), max(first, following)) if following != first else None


def _of_year(found: re.Match[str], _: dt.date) -> Span | None:
    year = int(found["year"])
    return _years(year, year)


def _of_last(found: re.Match[str], asked_on: dt.date) -> Span | None:
    count, unit = _count(found["count"]), found["unit"].lower()
    if unit.startswith("year") and re.search(_FINANCIAL, found["last"], re.IGNORECASE):
        last = _financial_year(asked_on) - 1
        return Span(_financial(last - count + 1).first, _financial(last).last)
    if unit.startswith("year"):
        if re.search(r"academic|school", found["last"], re.IGNORECASE):
            last = asked_on.year - (asked_on.month < SEPTEMBER)
            return Span(_months(last - count, SEPTEMBER, 12).first, dt.date(last, 8, 31))
        # The years that have ended: those that such a question can be answered for as a whole.
        told = _years(asked_on.year - count, asked_on.year - 1)
        return Span(told.first, told.last, _counted_back(count, asked_on) if count > 1 else ())
    days = {"m": 30.44, "q": 91.3, "w": 7, "d": 1}[unit[0]]
    return Span(asked_on - dt.timedelta(days=round(days * count)), asked_on)


def _counted_back(count: int, asked_on: dt.date) -> tuple[Span, ...]:
    """Return what else so many last years may be: those up to the day of the question, or years of finance."""
    last = _financial_year(asked_on) - 1
    return (
        Span(asked_on - dt.timedelta(days=round(365.25 * count)), asked_on),
        Span(_financial(last - count + 1).first, _financial(last).last),
    )


def _of_previous(found: re.Match[str], asked_on: dt.date) -> Span | None:
    kind = (found["previous_kind"] or "").lower()
    if kind.startswith(_SCHOOL):
        return _school(asked_on, 1)
    if kind:
        return _financial(_financial_year(asked_on) - 1)
    return _years(asked_on.year - 1, asked_on.year - 1)


def _of_current(found: re.Match[str], asked_on: dt.date) -> Span | None:
    kind = (found["current_kind"] or "").lower()
    if kind.startswith(_SCHOOL):
        return _school(asked_on, 0)
    if kind:
        return _financial(_financial_year(asked_on))
    return _years(asked_on.year, asked_on.year)


_MAKERS: dict[str, Callable[[re.Match[str], dt.date], Span | None]] = {
    "numeric": _of_numeric,
    "ending": _of_ending,
    "months": _of_months,
    "day": _of_day,
    "days": _of_days,
    "to_end": _of_to_end,
    "counted": _of_counted,
    "term": _of_term,
    "season": _of_season,
    "half": _of_half,
    "month": _of_month,
    "quarter": _of_quarter,
    "academic": _of_academic,
    "of_school": _of_school,
    "named": _of_named,
    "pair": _of_pair,
    "year": _of_year,
    "last": _of_last,
    "previous": _of_previous,
    "current": _of_current,
}


def _count(printed: str) -> int:
    counted = printed.lower()
    if counted.isdigit():
        return max(1, int(counted))
    return {"a": 1, "an": 1, "couple of": 2}.get(counted) or max(1, int(NUMBERS[counted]))


def _month(printed: str) -> int:
    return _MONTHS.index(printed[:3].lower()) + 1


def _full(printed: str) -> int:
    year = int(printed)
    return year + _CENTURY * (year < _SHORT_YEARS)


def _years(first: int, last: int) -> Span:
    return Span(dt.date(first, 1, 1), dt.date(last, 12, 31))


def _financial(year: int) -> Span:
    return _months(year, APRIL, 12)


def _financial_year(day: dt.date) -> int:
    return day.year - (day.month < APRIL)


def _school(day: dt.date, before: int) -> Span:
    """Return the school year of a day, or one so many before it."""
    return _months(day.year - (day.month < SEPTEMBER) - before, SEPTEMBER, 12)


def _months(year: int, month: int, count: int) -> Span:
    """Return so many months, from the first day of one."""
    last = month + count - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Span(
        dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1),
        dt.date(end_year, end_month, calendar.monthrange(end_year, end_month)[1]),
    )
