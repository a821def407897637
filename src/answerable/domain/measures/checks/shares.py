"""Percentages: of what they are one, and which of them are not what they say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from answerable.domain.measures.checks.printed import (
    Figure,
    PrintedTable,
    Sureness,
    TableRemark,
    said,
)

_SHARE = re.compile(r"%|\bper ?cent\b|\bpercentage\b|\bshare\b|\bproportion\b", re.IGNORECASE)
_CHANGE = re.compile(
    r"\bchange\b|\bincrease\b|\bdecrease\b|\bvariance\b|\bdifference\b", re.IGNORECASE
)
_TOTAL = re.compile(r"\b(?:grand |overall )?totals?\b", re.IGNORECASE)
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
_PERCENT = r"(?P<percent>\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent)"
_IN_WORDS = (
    # As in: 273 of the 704 officers (39%).
    re.compile(
        rf"\b(?P<part>{_NUMBER}) (?:out )?of (?:the |these |those |a total of )*(?P<whole>{_NUMBER})\b"
        rf"[^.;\d%]{{0,60}}\(\s?{_PERCENT}"
    ),
    # As in: that is 39% (273 of 704).
    re.compile(
        rf"{_PERCENT}[^.;\d%]{{0,60}}\(\s?(?P<part>{_NUMBER}) (?:out )?of (?:the )?(?P<whole>{_NUMBER})\b"
    ),
)
# "we investigated 704 officers … 39% of these (273)": the whole stands in the sentence before.
_OF_THESE = re.compile(
    rf"{_PERCENT} of (?:these|those|them)\b[^.;\d%]{{0,40}}\(\s?(?P<part>{_NUMBER})\s?\)"
)
_COUNT = re.compile(rf"(?<![\d/.,£-])\b(?P<count>{_NUMBER})\b(?![\d/%]|\s?per ?cent|\.\d)")
_YEARS = range(1900, 2100)
_REACH = 250
_FEWEST = 3
_HUNDRED = 100


def about_shares(table: PrintedTable) -> Iterator[TableRemark]:
    """Yield the percentages of a table that are not what the others of their column are, with what those are of."""
    for column in range(1, table.width):
        found = _share_column(table, column)
        best = _best(table, column, found) if found else None
        if best is None:
            continue
        for row in found:
            part, whole = best.of(row)
            cell = table.figures[row][column]
            if not whole or _agrees(cell, part, whole):
                continue
            should = f"{float(part * _HUNDRED / whole):.{max(1, cell.decimals)}f} %"
            yield table.remark(
                "share",
                f"{said(part)} of {said(whole)} ({best.words}) is {should}, and the table says {cell.text}",
                Sureness.LIKELY,
                at=(table.labels[row], table.heads[column]),
                figures=(cell.text, should),
            )


@dataclass(frozen=True, slots=True)
class _Denominator:
    """What a column of shares may be of: counts, wholes beside them, and the words for these."""

    parts: Sequence[Figure]
    wholes: Sequence[Figure | None]
    words: str

    def of(self, row: int) -> tuple[Fraction, Fraction]:
        """Return part and whole in a row; noughts where one is not told."""
        whole = self.wholes[row]
        if whole is None or not whole.is_number or not self.parts[row].is_number:
            return Fraction(0), Fraction(0)
        return self.parts[row].value, whole.value


def _share_column(table: PrintedTable, column: int) -> list[int]:
    """Return the rows in which a column has percentages; none if it is no column of shares."""
    head = table.heads[column]
    if _CHANGE.search(head):
        return []
    cells = [row[column] for row in table.figures]
    rows = [number for number, one in enumerate(cells) if one.is_number]
    is_marked = _SHARE.search(head) or all(cells[row].unit == "%" for row in rows)
    return rows if is_marked and len(rows) >= _FEWEST else []


def _best(table: PrintedTable, column: int, rows: Sequence[int]) -> _Denominator | None:
    """Return the denominator that nearly all shares have; None if they have none in this table, or several."""
    scored = []
    for number, one in enumerate(_denominators(table, column)):
        told = [row for row in rows if one.of(row)[1]]
        hits = sum(_agrees(table.figures[row][column], *one.of(row)) for row in told)
        if hits >= _FEWEST and hits < len(told) <= hits * 3 // 2:
            scored.append((-hits, number, one))
        elif told and hits == len(told) >= _FEWEST:
            return None
    return min(scored)[2] if scored else None


def _denominators(table: PrintedTable, column: int) -> Iterator[_Denominator]:
    """Yield what shares may be of: another column, the total at the foot of the counts, or their sum."""
    counts = [
        other
        for other in range(1, table.width)
        if other != column
        and not _SHARE.search(table.heads[other])
        and any(row[other].is_number and row[other].unit != "%" for row in table.figures)
    ]
    for part in counts:
        parts = [row[part] for row in table.figures]
        for whole in counts:
            if whole != part:
                words = f"{table.heads[part]} of {table.heads[whole]}"
                yield _Denominator(parts, [row[whole] for row in table.figures], words)
        foot = [
            row[part]
            for row, label in zip(table.figures, table.labels, strict=True)
            if _TOTAL.search(label)
        ]
        if len(foot) == 1:
            yield _Denominator(parts, foot * len(parts), f"of the total of {table.heads[part]}")


def _agrees(share: Figure, part: Fraction, whole: Fraction) -> bool:
    """Return whether a share is a part's, as far as its decimals go; halves may be rounded either way."""
    if not whole:
        return False
    return abs(share.value - part * _HUNDRED / whole) <= Fraction(1, 2 * 10**share.decimals)


def about_shares_in_words(text: str, *, source: str) -> Iterator[TableRemark]:
    """Yield the percentages in a sentence that its own figures do not make: "273 of the 704 officers (39%)"."""
    for pattern in _IN_WORDS:
        for found in pattern.finditer(text):
            yield from _in_words(found, _worth(found["whole"]), source)
    for found in _OF_THESE.finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        wholes = [
            _worth(one["count"])
            for one in _COUNT.finditer(before)
            if int(_worth(one["count"])) not in _YEARS
        ]
        if wholes:
            yield from _in_words(found, wholes[-1], source)


def _in_words(found: re.Match[str], whole: Fraction, source: str) -> Iterator[TableRemark]:
    part, percent = _worth(found["part"]), found["percent"]
    decimals = len(percent.partition(".")[2])
    if not whole or part > whole:
        return
    share = part * _HUNDRED / whole
    if abs(Fraction(percent) - share) > Fraction(1, 2 * 10**decimals):
        should = f"{float(share):.{max(1, decimals)}f} %"
        words = " ".join(found.group().split())
        says = f"{said(part)} of {said(whole)} is {should}, and it says “{words}”"
        yield TableRemark(
            *("share", "", "", "", f"{percent} %", should, says, Sureness.LIKELY), source=source
        )


def _worth(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))
