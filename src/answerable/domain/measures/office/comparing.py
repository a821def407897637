"""What changed since figures were frozen: the same period, counted again."""

from collections.abc import Iterator
from dataclasses import dataclass

from answerable.domain.measures.office.definitions import Definition, definition_of
from answerable.domain.measures.office.figures import Figures, Line


@dataclass(frozen=True, slots=True)
class Change:
    """A line that says something else now; None where it was not there, or no longer is.

    `came` and `went` are the cases that count now and did not, and the other way round.
    """

    ident: str
    before: Line | None
    now: Line | None
    came: tuple[str, ...]
    went: tuple[str, ...]

    @property
    def definition(self) -> Definition:
        """Return what the line counts."""
        return definition_of(self.ident)


def changes_between(before: Figures, now: Figures) -> tuple[Change, ...]:
    """Return the lines whose number, denominator or cases are others now, in their order."""
    return tuple(_changes(before, now))


def _changes(before: Figures, now: Figures) -> Iterator[Change]:
    old = {one.ident: one for one in before.lines}
    new = {one.ident: one for one in now.lines}
    for ident in dict.fromkeys((*new, *old)):
        was, is_now = old.get(ident), new.get(ident)
        cases_before = was.cases if was else ()
        cases_now = is_now.cases if is_now else ()
        came = tuple(sorted(set(cases_now) - set(cases_before)))
        went = tuple(sorted(set(cases_before) - set(cases_now)))
        if came or went or _numbers(was) != _numbers(is_now):
            yield Change(ident, was, is_now, came, went)


def _numbers(line: Line | None) -> tuple[int, int | None] | None:
    return (line.numerator, line.denominator) if line else None
