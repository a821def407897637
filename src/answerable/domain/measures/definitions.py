"""What a measure is: which rows, which dates, how days are counted, how rows are grouped, what is computed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from answerable.domain.clock.calendars import CalendarName
from answerable.domain.measures.registers import Caveat


class Statistic(StrEnum):
    """What is computed of the rows of each group."""

    COUNT = "count"
    SUM = "sum"
    MEAN = "mean"
    MEDIAN = "median"
    """The middle value; of an even number of values, the mean of the two in the middle."""
    PERCENTILE = "percentile"
    """The least value that at least so many of a hundred values do not exceed (nearest rank)."""
    SHARE = "share"
    """So many of a hundred rows, with numerator and denominator beside it."""
    ROWS = "rows"
    """The rows themselves, with what is computed of each."""


class Convention(StrEnum):
    """Which of its two end days a duration counts; it is part of a measure, since each says another number."""

    AFTER_START = "after-start"
    """(start, end]: the day after the start is day 1, as a statutory clock counts."""
    BEFORE_END = "before-end"
    """[start, end): the start counts and the end does not, as `numpy.busday_count` counts."""
    BOTH = "both"
    """[start, end]: both count, as a spreadsheet's NETWORKDAYS counts."""


@dataclass(frozen=True, slots=True)
class Duration:
    """Days between two dates of a row: whose working days, counted by which convention."""

    name: str
    words: str
    start: str
    end: str
    calendar: CalendarName
    convention: Convention


@dataclass(frozen=True, slots=True)
class Bands:
    """Named ranges of a number. An edge belongs to the band above it: 126 days are "6 - 9 months".

    `edges` ascend; there is one label more than there are edges, and numbers under nought have none.
    """

    name: str
    of: str
    """The duration, or the column, whose values are banded."""
    edges: tuple[int, ...]
    labels: tuple[str, ...]
    words: str = ""

    def label(self, value: int) -> str:
        """Return the label of a value's band."""
        return self.labels[sum(value >= edge for edge in self.edges)]


class ParameterKind(StrEnum):
    """What a parameter is, so that what is given for it can be checked before it is bound."""

    TEXT = "text"
    WHOLE = "whole"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What is given when a measure is computed; without a default it must be given."""

    name: str
    words: str
    kind: ParameterKind
    default: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row must have to be counted: all that is set must hold.

    Values are literals as declarations write them (`2023-01-01`, `independent`, `true`), or `$name` of a
    parameter; `$as_at` is the day as at which the measure is computed. `least` and `most` are included.
    A condition on a value that a row lacks does not hold, except `known = false`.
    """

    column: str
    """A column, or a duration."""
    among: tuple[str, ...] = ()
    not_among: tuple[str, ...] = ()
    least: str = ""
    most: str = ""
    known: bool | None = None
    contains: str = ""
    """A phrase that a text holds, without regard to case."""


class GroupBy(StrEnum):
    """How the values of a column become groups."""

    VALUE = "value"
    FINANCIAL_YEAR = "financial-year"
    CALENDAR_YEAR = "calendar-year"
    QUARTER = "quarter"
    """A quarter of the financial year: `2019/20 Q1` is April to June 2019."""
    MONTH = "month"
    BAND = "band"


@dataclass(frozen=True, slots=True)
class Grouping:
    """One dimension of a table. `merged` puts several codes under one label; `every` prints empty groups too."""

    name: str
    words: str
    of: str
    """The column, or the name of the bands."""
    by: GroupBy = GroupBy.VALUE
    merged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    every: bool = False
    across: bool = False
    """Whether its groups are columns of the table and not rows."""
    order: tuple[str, ...] = ()
    """Groups that are printed first, in this order; the others follow in theirs."""
    words_cy: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that is computed of each group: a column of the table, or a row where groups go across."""

    name: str
    words: str
    statistic: Statistic
    of: str = ""
    """The column or duration; empty for a count of rows."""
    where: tuple[Condition, ...] = ()
    """For a count, a sum, a mean: the rows of the group that it is of; for a share: its numerator."""
    percentile: int = 0
    decimals: int = 0
    needs: tuple[str, ...] = ()
    """Columns without which it is not available, beside those that it names: see a register's gaps."""
    words_cy: str = ""


@dataclass(frozen=True)
class Measure:
    """A measure's definition: one readable file (docs/reference/measures.md says the form)."""

    name: str
    version: int
    title: str
    register: str
    figures: tuple[Figure, ...]
    where: tuple[Condition, ...] = ()
    durations: tuple[Duration, ...] = ()
    bands: tuple[Bands, ...] = ()
    groups: tuple[Grouping, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    totals: bool = False
    """Whether the table ends with a row (and a column) of all groups together."""
    caveats: tuple[str, ...] = ()
    """Of the register's caveats, those that go with this measure, by id, in their order."""
    own_caveats: tuple[Caveat, ...] = ()
    disclosure_profile: str = "none"
    """The rule of disclosure control for its counts (docs/reference/disclosure-control.md)."""
    rows_shown: tuple[str, ...] = ()
    """For `rows`: the columns, durations and bands that are shown, in this order."""
    rows_by: tuple[str, ...] = ()
    """For `rows`: the columns by which they are sorted."""
    title_cy: str = ""
    note: str = ""
