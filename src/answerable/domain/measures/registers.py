"""What a register is: its columns, their codes, its key, its caveats, and who may see it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class ColumnKind(StrEnum):
    """What stands in a column, as a declaration spells it."""

    TEXT = "text"
    CODE = "code"
    """One of a list of codes; lists have dates, since codes come and go."""
    WHOLE = "whole"
    """A whole number."""
    DECIMAL = "decimal"
    """A number with a fixed count of decimals, kept exactly: pounds and pence, or posts."""
    DATE = "date"
    YES_NO = "yes-no"
    FINANCIAL_YEAR = "financial-year"
    """A year from 1 April to 31 March, written `2019/20`."""

    @property
    def is_dated(self) -> bool:
        """Return whether a value says a day, or a span of days."""
        return self in (ColumnKind.DATE, ColumnKind.FINANCIAL_YEAR)


class Audience(StrEnum):
    """Who may see a register, or a column of one."""

    PUBLIC = "public"
    STAFF = "staff"
    ANALYSTS = "analysts"
    """Those who load registers and measure: nobody else sees a row."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code that may stand in a column, its words, and the days on which it is in use (both included)."""

    code: str
    words: str
    first: dt.date | None = None
    last: dt.date | None = None
    words_cy: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a register.

    `not_before` names the column whose date, or number, this one must not be less than: no report is
    approved before its referral came. `decimals` says how many a decimal column keeps.
    """

    name: str
    words: str
    kind: ColumnKind
    required: bool = True
    codes: tuple[Code, ...] = ()
    least: int | None = None
    most: int | None = None
    decimals: int = 2
    not_before: str = ""
    audience: Audience = Audience.PUBLIC
    also_headed: tuple[str, ...] = ()
    """Other headings under which files carry this column, compared without case or punctuation."""
    words_cy: str = ""


@dataclass(frozen=True, slots=True)
class Caveat:
    """A sentence that goes wherever a figure goes.

    With dates, it goes only with figures that cover any of those days (both included).
    """

    ident: str
    words: str
    words_cy: str = ""
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What a register cannot say: a column that is not known for rows dated in some days (both included).

    A figure that needs it there is "not available", never nought.
    """

    column: str
    dated: str
    """The date or financial-year column that tells whether a row lies in the gap."""
    first: dt.date
    last: dt.date
    words: str


@dataclass(frozen=True)
class Register:
    """A register's declaration: one readable file (docs/reference/registers.md says the form)."""

    name: str
    version: int
    title: str
    counts: str
    """What one row is, in the singular: an investigation, an allegation, a person, a contract."""
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    """The columns that together are in no two rows; empty if rows may repeat."""
    caveats: tuple[Caveat, ...] = ()
    gaps: tuple[Gap, ...] = ()
    audience: Audience = Audience.STAFF
    title_cy: str = ""
    source: str = ""
    """The system that the rows come from, or the source of the codes."""

    def column(self, name: str) -> Column:
        """Return a column by its name.

        :raises KeyError: if the register has none of this name.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def has(self, name: str) -> bool:
        """Return whether the register has a column of this name."""
        return any(column.name == name for column in self.columns)
