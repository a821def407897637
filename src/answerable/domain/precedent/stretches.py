"""Stretches of days, and when two of them are the same."""

import datetime as dt
from dataclasses import dataclass, field

# From when the financial year runs, and the year of schools and universities.
APRIL, SEPTEMBER = 4, 9
_NEARLY = dt.timedelta(days=45)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of days: the first and the last of them.

    `also` is what else may be meant where it is counted back: "the last five years" may end on the day of the question.
    """

    first: dt.date
    last: dt.date
    also: "tuple[Span, ...]" = field(default=(), compare=False)

    def is_nearly(self, other: "Span") -> bool:
        """Return whether two stretches are the same, but for some weeks at their ends.

        For two days it is some weeks, too; of two months, or of two weeks, half of one would be too much.
        """
        shorter = min(self.last - self.first, other.last - other.first)
        nearly = min(_NEARLY, shorter / 2) if shorter else _NEARLY
        if abs(self.first - other.first) <= nearly and abs(self.last - other.last) <= nearly:
            return True
        return self.is_split_year and other.is_split_year and self.first.year == other.first.year

    def may_be(self, other: "Span") -> bool:
        """Return whether one is counted back, the other told by its days, and the one may mean these.

        Of two that are counted back from two days neither says which is meant: they stay two.
        """
        counted, told = (self, other) if self.also else (other, self)
        return not told.also and any(one.is_nearly(told) for one in counted.also)

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
