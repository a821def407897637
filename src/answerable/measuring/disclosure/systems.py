"""Sums between unknown counts, as numbers: taken apart into those that have nothing to do with each other."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from answerable.domain.suppression.controlling import Range
from answerable.domain.suppression.tables import Place, Sum, said


class FiguresDisagree(ValueError):
    """No table has all of these figures: one of them is wrong, or they are not of the same population."""


@dataclass(slots=True)
class Equation:
    """A sum of unknowns: `signs` has +1 or -1 for each of them by its number, and they come to `right`."""

    signs: dict[int, int]
    right: int


@dataclass(slots=True)
class Part:
    """Unknowns that depend on each other: the least and the most of each (None: no bound), and their equations."""

    places: list[Place]
    least: list[int]
    most: list[int | None]
    equations: list[Equation]


def parts_of(known: Mapping[Place, Range], sums: Sequence[Sum]) -> Iterator[Part]:
    """Yield the unknowns in parts, so that no sum connects two of them.

    :raises FiguresDisagree: if figures that are known exactly contradict a sum.
    """
    equations = [found for one in sums if (found := _checked(one, known))]
    root = _connected(known, equations)
    members: dict[Place, list[Place]] = defaultdict(list)
    # In the order of the table, so that nothing depends on the order of a set.
    for place, one in known.items():
        if not one.is_exact:
            members[root(place)].append(place)
    rows: dict[Place, list[tuple[dict[Place, int], int]]] = defaultdict(list)
    for signed, right in equations:
        rows[root(next(iter(signed)))].append((signed, right))
    for top, places in members.items():
        yield _part(places, rows[top], known)


def _connected(
    known: Mapping[Place, Range], equations: Sequence[tuple[dict[Place, int], int]]
) -> Callable[[Place], Place]:
    """Return what gives the same place for all unknowns that sums connect."""
    parents = {place: place for place, one in known.items() if not one.is_exact}

    def root(place: Place) -> Place:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    for signed, _ in equations:
        first, *others = signed
        for other in others:
            parents[root(other)] = root(first)
    return root


def _checked(one: Sum, known: Mapping[Place, Range]) -> tuple[dict[Place, int], int] | None:
    """Return the unknowns of a sum with their signs, and what they come to; None where it has none.

    :raises FiguresDisagree: if it has none and does not hold.
    """
    signed, right = _signed(one, known)
    if signed:
        return signed, right
    if right:
        raise FiguresDisagree(f"the parts of {said(one.whole)} do not add up to it")
    return None


def _signed(one: Sum, known: Mapping[Place, Range]) -> tuple[dict[Place, int], int]:
    """Return the unknowns of a sum with their signs, and what they come to."""
    signed: dict[Place, int] = {}
    right = 0
    for place, sign in (*((part, 1) for part in one.parts), (one.whole, -1)):
        if known[place].is_exact:
            right -= sign * known[place].least
        else:
            signed[place] = signed.get(place, 0) + sign
    return {place: sign for place, sign in signed.items() if sign}, right


def _part(
    places: list[Place], rows: list[tuple[dict[Place, int], int]], known: Mapping[Place, Range]
) -> Part:
    numbers = {place: number for number, place in enumerate(places)}
    # One sum may be told twice, as a grand total is: once is enough.
    distinct = {
        (tuple((numbers[place], sign) for place, sign in signed.items()), right)
        for signed, right in rows
    }
    return Part(
        places,
        [known[place].least for place in places],
        [known[place].most for place in places],
        [Equation(dict(signs), right) for signs, right in sorted(distinct)],
    )
