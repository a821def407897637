"""Figures that were published before with another value: the same name, the same period, in another answer."""

import re
from collections.abc import Iterator, Sequence

from answerable.domain.measures.checks.parts import NamedFigure, named_figures
from answerable.domain.measures.checks.printed import (
    PrintedTable,
    Sureness,
    TableRemark,
    plain,
)

# Names that say nothing by themselves: only under the same caption are they the same.
_BARE = frozenset(
    "total totals number count all other others unknown none yes no male female cost spend".split()
)
# Words that make another population of the same name.
_OTHER = re.compile(
    r"\b(?:available|upheld|excluding|only|closed|completed|estimated?|forecast)\b", re.IGNORECASE
)
_NEAR = 0.6


def about_published(tables: Sequence[PrintedTable]) -> Iterator[TableRemark]:
    """Yield the figures whose name and period were published before with another value.

    `tables` are in the order in which they were published. The tables of one answer are of different things,
    unless they have the same caption.
    """
    earlier: dict[tuple[str, str, str], list[NamedFigure]] = {}
    for table in tables:
        for one in named_figures(table):
            key = (plain(one.name), one.period, one.figure.unit)
            before = earlier.setdefault(key, [])
            for other in reversed(before):
                if other.table is not table and _sure(one, other):
                    if _differ(one, other):
                        yield _remark(one, other)
                    break
            before.append(one)


def _sure(one: NamedFigure, other: NamedFigure) -> Sureness | None:
    """Return how sure it is that two figures are of the same thing; None if they are not."""
    captions = [plain(each.table.caption) for each in (one, other)]
    if _population(one) != _population(other):
        return None
    if captions[0] and captions[0] == captions[1]:
        return Sureness.LIKELY
    if one.table.source == other.table.source or plain(one.name) in _BARE:
        return None
    words = [set(each.split()) for each in captions]
    either = words[0] | words[1]
    if all(words) and len(words[0] & words[1]) < _NEAR * len(either):
        return None
    return Sureness.POSSIBLE


def _population(one: NamedFigure) -> frozenset[str]:
    return frozenset(word.lower() for word in _OTHER.findall(f"{one.name} {one.table.caption}"))


def _differ(one: NamedFigure, other: NamedFigure) -> bool:
    """Return whether two figures differ by more than that one prints fewer decimals."""
    places = min(one.figure.decimals, other.figure.decimals)
    slack = 0 if one.figure.decimals == other.figure.decimals else 1
    return bool(abs(one.figure.value - other.figure.value) * 2 * 10**places > slack)


def _remark(one: NamedFigure, other: NamedFigure) -> TableRemark:
    where = " ".join(part for part in (other.table.source, other.table.name) if part)
    says = (
        f"“{one.name}” is {one.figure.text} in {one.period}, and {other.figure.text} was published before"
        f" ({where}): say which was revised, and why"
    )
    return one.table.remark(
        "published",
        says,
        _sure(one, other) or Sureness.POSSIBLE,
        at=(one.row, one.column),
        figures=(one.figure.text, other.figure.text),
    )
