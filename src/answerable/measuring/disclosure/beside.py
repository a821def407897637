"""A table beside those that left before, in bounded time: what is found, and which were too many to look at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.domain.suppression.profiles import Profile
from answerable.domain.suppression.released import ReleasedTable
from answerable.measuring.disclosure.differencing import Comparison, Given, compared
from answerable.measuring.disclosure.populations import TooManyTogether

MOST_FIGURES = 6_000
"""So many figures are looked at together while somebody waits."""
MOST_TABLES = 20
MOST_SOLVED = 300
"""Up to so many figures are looked at by all sums at once, which takes seconds; more of them sum by sum."""
_UNDER_FIVE = 4


@dataclass(frozen=True)
class Beside:
    """What a table gives away beside others, those that it contradicts, and those that were not looked at."""

    given: tuple[Given, ...] = ()
    contradicts: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    is_brief: bool = False
    """Whether there were so many figures that only what follows sum by sum is told."""


def beside_others(
    new: Sequence[ReleasedTable], before: Sequence[ReleasedTable], rule: Profile
) -> Beside:
    """Return what a result gives away beside tables that left before, the latest of which come first.

    The latest are looked at together, as many as can be in a few seconds; each further one is named as left out.
    """
    given: dict[str, Given] = {}
    contradicts: dict[str, None] = {}
    left_out: dict[str, None] = {}
    is_brief = False
    for table in new:
        others = [one for one in before if one.counts == table.counts]
        chosen, more = _chosen(table, others)
        for name in more:
            left_out[name] = None
        many = sum(len(one.figures) for one in (table, *chosen)) > MOST_SOLVED
        is_brief = is_brief or (bool(chosen) and many)
        for found in _compared(table, chosen, rule, left_out, is_brief=many):
            given |= {one.words: one for one in found.given}
            contradicts |= dict.fromkeys(found.contradicts)
    return Beside(tuple(given.values()), tuple(contradicts), tuple(left_out), is_brief)


def strictest(profiles: Sequence[Profile]) -> Profile:
    """Return the rule by which tables are set beside each other: the strictest of theirs.

    What is under five is told whatever their profiles: nobody saw it when each of them was assessed alone.
    """
    small = max(_UNDER_FIVE, *(one.small for one in profiles))
    protection = max(one.protection for one in profiles)
    return replace(profiles[0], least=1, most=small, rounded_to=1, protection=protection)


def _chosen(
    table: ReleasedTable, others: Sequence[ReleasedTable]
) -> tuple[list[ReleasedTable], list[str]]:
    room = MOST_FIGURES - len(table.figures)
    chosen: list[ReleasedTable] = []
    more: list[str] = []
    for one in others:
        room -= len(one.figures)
        if len(chosen) < MOST_TABLES and room >= 0:
            chosen.append(one)
        else:
            more.append(one.name)
    return chosen, more


def _compared(
    table: ReleasedTable,
    others: Sequence[ReleasedTable],
    rule: Profile,
    left_out: dict[str, None],
    *,
    is_brief: bool,
) -> list[Comparison]:
    """Set a table beside all others at once; beside each alone where all tell too many groups apart."""
    if not others:
        return []
    try:
        return [compared(table, others, rule, is_brief=is_brief)]
    except TooManyTogether:
        if len(others) == 1:
            left_out[others[0].name] = None
            return []
    return [
        found
        for one in others
        for found in _compared(table, [one], rule, left_out, is_brief=is_brief)
    ]
