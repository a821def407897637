"""A table as it is printed: its figures, its labels, and what is no figure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property


class Sureness(StrEnum):
    """How sure a remark is."""

    CERTAIN = "certain"
    """It cannot be as it stands."""
    LIKELY = "likely"
    """It is wrong unless the table means something that it does not say."""
    POSSIBLE = "possible"
    """Somebody should look."""


@dataclass(frozen=True, slots=True)
class TableRemark:
    """What does not agree in a table, or between two: where, and the two figures.

    `what` is one of `sum`, `share`, `period`, `part`, `band`, `date`, `published`, `missing`. `table` is the
    name of the table, `source` the answer it stands in; `row` and `column` are labels as they are printed.
    """

    what: str
    table: str
    row: str
    column: str
    printed: str
    expected: str
    says: str
    sure: Sureness
    question: str | None = None
    source: str = ""


class Kind(StrEnum):
    """What stands in a cell."""

    NUMBER = "number"
    NOT_AVAILABLE = "not available"
    """It says that there is a figure, or was none to be had: never nought."""
    WITHHELD = "withheld"
    """A mark of suppression."""
    NOTHING = "nothing"
    """Blank or a dash: whether it means nought is not told."""
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that was read: `value` is that of a number; `decimals` as many as are printed."""

    kind: Kind
    text: str
    value: Fraction = Fraction(0)
    decimals: int = 0
    unit: str = ""
    """`%`, `£`, or nothing."""

    @property
    def is_number(self) -> bool:
        """Whether it is one."""
        return self.kind is Kind.NUMBER


_NUMBER = re.compile(
    r"(?P<minus>-)?(?P<pound>£)?\s?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?\s?(?P<percent>%|per cent)?\s?\*?"
)
_NOT_AVAILABLE = frozenset(
    (
        "n/a",
        "na",
        "n.a.",
        "n/k",
        "not available",
        "not known",
        "unknown",
        "not held",
        "not recorded",
    )
) | frozenset(("[x]", "[z]", "..", ":", "not applicable", "no data"))
_WITHHELD = re.compile(
    r"\*+|\[c\]|<\s?\d+|fewer than \w+|less than \w+|suppressed|withheld", re.IGNORECASE
)
_NOTHING = frozenset(("", "-", "–", "—"))


def figure_of(text: str) -> Figure:
    """Return what stands in a cell: `1,497,965`, `£2.50`, `39 %`, `n/a`, `*`, `–`, or words."""
    cell = " ".join(text.split())
    lower = cell.lower()
    if lower in _NOTHING:
        return Figure(Kind.NOTHING, cell)
    if lower in _NOT_AVAILABLE:
        return Figure(Kind.NOT_AVAILABLE, cell)
    if _WITHHELD.fullmatch(cell):
        return Figure(Kind.WITHHELD, cell)
    found = _NUMBER.fullmatch(cell)
    if found is None:
        return Figure(Kind.WORDS, cell)
    rest = found["rest"] or ""
    value = Fraction(found["digits"].replace(",", "") + rest)
    unit = "%" if found["percent"] else (found["pound"] or "")
    return Figure(
        Kind.NUMBER, cell, -value if found["minus"] else value, max(0, len(rest) - 1), unit
    )


@dataclass(frozen=True)
class PrintedTable:
    """A table as it was read: rows of equal length, the first `header_rows` of them headings.

    `name` says which table it is, `source` which answer it stands in; `told` is what is said around it.
    """

    rows: tuple[tuple[str, ...], ...]
    name: str = ""
    caption: str = ""
    question: str | None = None
    header_rows: int = 1
    source: str = ""
    told: str = ""

    @property
    def heads(self) -> tuple[str, ...]:
        """The heading of each column, of all its rows together."""
        return (
            tuple(
                " ".join(" ".join(cells).split())
                for cells in zip(*self.rows[: self.header_rows], strict=True)
            )
            or ("",) * self.width
        )

    @property
    def body(self) -> tuple[tuple[str, ...], ...]:
        """The rows below the headings."""
        return self.rows[self.header_rows :]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    @cached_property
    def figures(self) -> tuple[tuple[Figure, ...], ...]:
        """The cells of the body, read."""
        return tuple(tuple(map(figure_of, row)) for row in self.body)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What stands in front of each row; where a first cell is blank, that of the row above holds on."""
        fronts = self._fronts
        labels, above = [], [""] * fronts
        for row in self.body:
            above = [
                cell.strip() or (above[at] if at < fronts - 1 else "")
                for at, cell in enumerate(row[:fronts])
            ]
            labels.append(" ".join(" ".join(above).split()))
        return tuple(labels)

    @property
    def _fronts(self) -> int:
        """Return how many columns of labels a row begins with."""
        for column in range(1, self.width):
            cells = [row[column] for row in self.figures]
            if any(one.kind is not Kind.WORDS and one.kind is not Kind.NOTHING for one in cells):
                return column
        return 1

    def remark(
        self, what: str, says: str, sure: Sureness, *, at: tuple[str, str], figures: Sequence[str]
    ) -> TableRemark:
        """Return a remark on this table: `at` is row and column, `figures` what is printed and what was expected."""
        return TableRemark(
            *(what, self.name, at[0], at[1], figures[0], figures[1], says, sure),
            question=self.question,
            source=self.source,
        )


def plain(words: str) -> str:
    """Return words as they are compared: small letters and digits alone."""
    return " ".join(re.findall(r"[^\W_]+", words.lower()))


def said(value: Fraction, decimals: int = 2) -> str:
    """Return a number as tables print it: `1,497,965`, `20.10`."""
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.{decimals}f}"
