"""Tables with totals: whether a total is the sum of what stands above it, or beside it."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from answerable.domain.measures.checks.printed import PrintedTable, Sureness, TableRemark

_TOTAL = re.compile(
    r"(?:grand |overall |all )?totals?(?: number| cost| spend)?[:.]?", re.IGNORECASE
)
_ANY_TOTAL = re.compile(r"\b(?:sub-?)?totals?\b", re.IGNORECASE)
_NUMBER = re.compile(r"£?\s?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?\s?(?P<percent>%)?")
_NOTHING = frozenset(("", "-", "–", "—", "nil", "none"))
# What is no count does not add up: rates, averages, shares, and what is part of another column.
_NO_COUNT = re.compile(
    r"%|per ?cent|\baverage|\bmean\b|\bmedian|\brate\b|\bper\b|\bof which\b|\bratio|\byear\b|\brank|\bproportion|\bchange\b|\bvariance\b",
    re.IGNORECASE,
)
_MAY_DIFFER = re.compile(
    r"\bround(?:ed|ing)\b|\bmore than one\b|\bmultiple\b|\bmay not (?:sum|add|equal)|\bdo(?:es)? not (?:sum|add|equal)"
    r"|\bdistinct\b|\bunique\b|\bseveral (?:categories|factors|types)\b|\bcounted (?:once|more)\b|\bsuppress|\bfewer than\b",
    re.IGNORECASE,
)
_FEWEST, _FEWEST_COLUMNS = 2, 3
_SHARES = (Fraction(99), Fraction(101))
_ROUNDED_TO = 5


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total and what it should be: `name` is its column or row."""

    name: str
    total: Fraction
    added: Fraction
    count: int
    slack: Fraction
    is_share: bool

    @property
    def agrees(self) -> bool:
        if self.is_share:
            return _SHARES[0] <= self.added <= _SHARES[1]
        return abs(self.total - self.added) <= self.slack


def about_sums(table: PrintedTable) -> Iterator[TableRemark]:
    """Yield the totals of a table that are not the sum of their parts.

    What is said around the table is believed: that figures are rounded, or that one case counts twice.
    """
    if len(table.rows) <= _FEWEST or table.width < _FEWEST:
        return
    for sums, where in ((_down(table), "column"), (_across(table), "row")):
        wrong = [one for one in sums if not one.agrees]
        # Where most totals differ, they are totals of something else.
        is_telling = wrong and (len(sums) == 1 or len(wrong) * 2 <= len(sums))
        if is_telling and not _MAY_DIFFER.search(f"{table.caption} {table.told}"):
            for one in wrong:
                at = ("", one.name) if where == "column" else (one.name, "")
                figures = (_printed(one.total), _printed(one.added))
                yield table.remark(
                    "sum", _says(one, where), Sureness.LIKELY, at=at, figures=figures
                )


def _says(one: _Sum, where: str) -> str:
    name = f" “{one.name}”" if one.name else ""
    added, total = _printed(one.added), _printed(one.total)
    if one.is_share:
        return f"The shares in the {where}{name} of a table add up to {added}, and its total says {total} %"
    difference = _printed(abs(one.added - one.total))
    return f"The total in the {where}{name} of a table is {total}, and its parts add up to {added}: a difference of {difference}"


def _printed(number: Fraction) -> str:
    return f"{int(number):,}" if number.denominator == 1 else f"{float(number):,.2f}"


def _down(table: PrintedTable) -> list[_Sum]:
    """Return the totals at the foot of a table's columns, where it has one row of totals, at its end."""
    body = [list(row) for row in table.rows[table.header_rows :] if any(row)]
    if len(body) <= _FEWEST or not _may_be_total(body[-1]):
        return []
    *parts, foot = body
    if any(map(_may_be_total, parts)):
        return []
    if not (_TOTAL.fullmatch(foot[0].strip()) or _TOTAL.fullmatch(foot[1].strip())):
        return []
    sums = []
    for column in range(1, len(foot)):
        head = " ".join(row[column] for row in table.rows[: table.header_rows])
        found = _sum(head, foot[column], [row[column] for row in parts])
        sums += [found] if found else []
    return sums


def _may_be_total(row: Sequence[str]) -> bool:
    return _ANY_TOTAL.search(f"{row[0]} {row[1]}") is not None


def _across(table: PrintedTable) -> list[_Sum]:
    """Return the totals at the end of a table's rows, where its last column alone is headed as one."""
    columns = zip(*table.rows[: table.header_rows], strict=False)
    heads = [" ".join(cells).strip() for cells in columns]
    if len(heads) <= _FEWEST_COLUMNS or not _TOTAL.fullmatch(heads[-1]):
        return []
    if any(map(_ANY_TOTAL.search, heads[:-1])):
        return []
    if any(_NO_COUNT.search(head) for head in heads[1:] if not re.search(r"\d{4}", head)):
        return []
    sums = []
    for row in table.rows[table.header_rows :]:
        found = _sum(row[0], row[-1], row[1:-1])
        sums += [found] if found else []
    return sums


def _sum(name: str, total: str, cells: Sequence[str]) -> _Sum | None:
    """Return a total with the sum of its parts; None where one of them is no number, or may be suppressed."""
    whole = _NUMBER.fullmatch(total.strip())
    numbers = [
        _NUMBER.fullmatch(cell.strip()) for cell in cells if cell.strip().lower() not in _NOTHING
    ]
    if whole is None or len(numbers) < _FEWEST or not all(numbers):
        return None
    found = [one for one in numbers if one]
    is_share = bool(whole["percent"]) or all(one["percent"] for one in found)
    if is_share:
        if _worth(whole) != 100 or not all(one["percent"] for one in found):  # noqa: PLR2004 the whole
            return None
    elif _NO_COUNT.search(name) or any(one["percent"] for one in found) or len(found) < len(cells):
        # An empty cell may be a number that is not told.
        return None
    values = [_worth(one) for one in found]
    return _Sum(
        name.strip(),
        _worth(whole),
        sum(values, Fraction(0)),
        len(values),
        _slack(found, values),
        is_share,
    )


def _slack(found: Sequence[re.Match[str]], values: Sequence[Fraction]) -> Fraction:
    """Return how far a sum may be off because its parts were rounded."""
    decimals = max(len(one["rest"] or ".") - 1 for one in found)
    if decimals:
        return Fraction(len(values) + 1, 2 * 10**decimals)
    unit = math.gcd(*(int(value) for value in values))
    return Fraction(unit * (len(values) + 1), 2) if unit >= _ROUNDED_TO else Fraction(0)


def _worth(found: re.Match[str]) -> Fraction:
    return Fraction(found["digits"].replace(",", "") + (found["rest"] or ""))
