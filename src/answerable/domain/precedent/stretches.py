"""Stretches of days, and when two of them are the same."""

import datetime as dt
from dataclasses import dataclass

# From when the financial year runs, and the year of schools and universities.
APRIL, SEPTEMBER = 4, 9
_NEARLY = dt.timedelta(days=45)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of days: the first and the last of them."""

    first: dt.date
    last: dt.date

    def is_nearly(self, other: "Span") -> bool:
        """Return whether two stretches are the same, but for some weeks at their ends.

        For two days it is some weeks, too; of two months, or of two weeks, half of one would be too much.
        """
        shorter = min(self.last - self.first, other.last - other.first)
        nearly = min(_NEARLY, shorter / 2) if shorter else _NEARLY
        if abs(self.first - other.first) <= nearly and abs(self.last - other.last) <= nearly:
            return True
        return self.is_split_year and other.is_split_year and self.first.year == other.first.year

    @property
    def is_split_year(self) -> bool:
        """Return whether it is one year that begins within another: "2021/22", from April or, in schools, September."""
        return self.first.month in (APRIL, SEPTEMBER) and (self.last - self.first).days in (
            364,
            365,
        )

    def meets(self, other: "Span") -> bool:
        """Return whether two stretches have a day in common."""
        return self.first <= other.last and other.first <= self.last
