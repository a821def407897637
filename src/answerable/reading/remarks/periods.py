"""The years that a question asks for against the years that its table gives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.domain.disclosure_log import Entry, Table
from answerable.reading.sayings import listed, openings, sayings

_YEAR = re.compile(
    r"(?:(?:fy|f/y|financial year|calendar year|year|jan(?:uary)?\s?[-–to]+\s?dec(?:ember)?)\s)?"
    r"(?P<first>(?:19|20)\d\d|\d\d(?=\s?[/-]\s?\d\d$))(?:\s?[/\u2013-]\s?(?P<last>(?:20)?\d\d))?(?:\s?\*)?",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\b(?:between|from|for|in|during|since|of|years?|period)\s(?:the\s)?(?:calendar\s)?(?:years?\s)?(?P<first>20\d\d)\s?"
    r"(?:-|\u2013|to|and|until|up to|through)\s(?:and including\s)?(?P<last>20\d\d)\b(?!\s?[/-]\s?\d)",
    re.IGNORECASE,
)
_SAID, _BEGUN = sayings("periods"), openings("periods")
_LAST = re.compile(
    rf"\b{_BEGUN['before']}\s(?P<count>\d{{1,2}}|{_BEGUN['counts']})\s"
    rf"(?P<kind>(?:{_BEGUN['whole']}\s)?{_BEGUN['kinds']}?\s?)years\b",
    re.IGNORECASE,
)
_COUNTS = {word: number for number, word in enumerate(listed("periods")["counts"], start=2)}
_EXPLAINS = re.compile(rf"\b{_SAID['explains']}", re.IGNORECASE)
_FINANCIAL = re.compile(
    r"\bfinancial|\bfiscal|\bFY\b|\bApril\b|\bApr\b|\bMarch\b|\bMar\b|\d\d\s?[/-]\s?\d\d"
)
_ASKS_FINANCIAL = re.compile(rf"\b{_SAID['financial']}", re.IGNORECASE)
_FEWEST = 2
_MOST_YEARS = 30


@dataclass(frozen=True, slots=True)
class _Years:
    """The years of a table: by the calendar, or by the year in which each began."""

    years: tuple[int, ...]
    is_financial: bool

    def __str__(self) -> str:
        """Return the years in words: "2018 to 2021"."""
        first, last = min(self.years), max(self.years)
        return (
            f"{self._named(first)} to {self._named(last)}" if first != last else self._named(first)
        )

    def _named(self, year: int) -> str:
        return f"{year}/{(year + 1) % 100:02d}" if self.is_financial else str(year)


def about_periods(entry: Entry) -> Iterator[tuple[str | None, str]]:
    """Yield the tables that give fewer years than their question asks for, with the question's label."""
    for table in entry.tables:
        asked = _asked(entry, table)
        given = _given(table)
        if not asked or given is None:
            continue
        label, text = asked
        told = f"{table.caption or ''} {_answer(entry, label)}"
        says = _compared(text, given, table, told)
        if says:
            yield label, says


def _asked(entry: Entry, table: Table) -> tuple[str | None, str] | None:
    """Return the one question that a table answers: its label and its words."""
    if len(entry.questions) == 1:
        (only,) = entry.questions
        return only.label, only.text
    same = [one for one in entry.questions if one.label == table.question and table.question]
    if len(same) != 1 or same[0].answered_with:
        return None
    return same[0].label, same[0].text


def _answer(entry: Entry, label: str | None) -> str:
    return next((one.answer or "" for one in entry.questions if one.label == label), "")


def _given(table: Table) -> _Years | None:
    """Return the years that head a table's columns, or stand in front of its rows."""
    width = len(table.rows[0])
    heads = [row[column] for row in table.rows[: table.header_rows] for column in range(width)]
    fronts = [row[0] for row in table.rows[table.header_rows :]]
    for cells in (heads, fronts):
        found = [_YEAR.fullmatch(cell.strip()) for cell in cells]
        years = [one for one in found if one]
        if len(years) < _FEWEST:
            continue
        kinds = {one["last"] is not None for one in years}
        if len(kinds) > 1:
            return None
        numbers = sorted({_full(one["first"]) for one in years})
        return _Years(tuple(numbers), kinds.pop())
    return None


def _full(year: str) -> int:
    return int(year) if len(year) > 2 else 2000 + int(year)  # noqa: PLR2004 two digits


def _compared(text: str, given: _Years, table: Table, told: str) -> str | None:
    if _EXPLAINS.search(told):
        return None
    cells = " ".join(cell for row in table.rows for cell in row)
    if _ASKS_FINANCIAL.search(text) and not given.is_financial:
        if _FINANCIAL.search(f"{cells} {told}"):
            return None
        return (
            f"It asks for financial years, and the table has {given} without saying of which kind"
        )
    ranges = list(_RANGE.finditer(text))
    if len(ranges) == 1 and not given.is_financial and not _ASKS_FINANCIAL.search(text):
        first, last = int(ranges[0]["first"]), int(ranges[0]["last"])
        missing = [year for year in range(first, last + 1) if year not in given.years]
        is_near = first < last < first + _MOST_YEARS and set(given.years) & set(
            range(first, last + 1)
        )
        if missing and is_near and not any(str(year) in f"{told} {cells}" for year in missing):
            return f"It asks for {first} to {last}, and the table has {given}"
    asked = _LAST.search(text)
    if asked and not ranges:
        count = _COUNTS.get(asked["count"].lower()) or int(asked["count"])
        if len(given.years) < count:
            return (
                f"It asks for the last {count} years, and the table has {len(given.years)}: {given}"
            )
    return None
