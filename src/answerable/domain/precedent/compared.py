"""Two questions beside each other: the terms that both have, those of one alone, and what stands in whose place."""

import operator
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from answerable.domain.precedent.asked import Asked
from answerable.domain.precedent.points import Points, points_in_common, weight_of_points
from answerable.domain.precedent.terms import Term, is_event, is_thing
from answerable.domain.precedent.unfolding import abbreviated, uncovered, unfolded
from answerable.domain.precedent.wording import usual_wording
from answerable.domain.precedent.words import is_slip

Weigh = Callable[[str], float]
"""How much a stem tells: rare ones more than common ones."""
Pair = tuple[Term, Term]
"""A term of the new question and its counterpart in the earlier one."""
NAMES, NUMBERS = "names", "numbers"
_LEAST_PREFIX, _LONGEST_ENDING = 5, 4
# "Second" is no form of "secondment", nor a slip of the pen for its stem.
_ORDINALS = "things: ordinals"
_LONGEST_GAP = 4


def evenly(_: str) -> float:
    """Return the same weight for every stem."""
    return 1.0


@dataclass(frozen=True, slots=True)
class Swapped:
    """Terms of the new question that stand in the place of terms of the earlier one, and of what kind both are."""

    asked: tuple[Term, ...]
    earlier: tuple[Term, ...]
    kind: str = ""

    @property
    def is_telling(self) -> bool:
        """Return whether both sides have a term that is not common."""
        return all(any(not one.is_common for one in side) for side in (self.asked, self.earlier))

    @property
    def is_of_names(self) -> bool:
        """Return whether all of both sides is printed like names."""
        return all(one.printed[0].isupper() for one in (*self.asked, *self.earlier))

    @property
    def has_event(self) -> bool:
        """Return whether one side says what befalls a thing, and the other names none: recruitment, payroll software."""
        both = (self.asked, self.earlier)
        return any(
            _is_of(is_event, one) and not _is_of(is_thing, other)
            for one, other in (both, both[::-1])
        )

    @property
    def are_events(self) -> bool:
        """Return whether each side is one word that says what befalls a thing, of whatever kind: issued, appealed."""
        return all(
            len(side) == 1 and any(map(is_event, side[0].kinds))
            for side in (self.asked, self.earlier)
        )

    @property
    def is_event(self) -> bool:
        """Return whether both say what befalls a thing."""
        return is_event(self.kind)


def _is_of(kind_is: Callable[[str], bool], terms: Iterable[Term]) -> bool:
    return any(kind_is(kind) for one in terms for kind in one.kinds)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two questions beside each other.

    `opposed` are the terms of one alone that are opposites of terms of the other alone; `swaps` what is of one
    kind, `gap` what stands between the same terms in the same order; `points` how much of what they ask is the
    same. `of_asked` and `of_earlier` say how much of each the other has, from 0 to 1; `score` both together;
    `likeness` counts what is asked as well; `score_but_opposed` takes opposites for the same, `score_but_swapped` what is
    of one kind.
    """

    asked: Asked
    earlier: Asked
    shared: tuple[Pair, ...]
    only_asked: tuple[Term, ...]
    only_earlier: tuple[Term, ...]
    opposed: tuple[Pair, ...]
    swaps: tuple[Swapped, ...]
    gap: Swapped | None
    points: Points
    of_asked: float
    of_earlier: float
    score: float
    likeness: float
    score_but_opposed: float
    score_but_swapped: float

    @property
    def alone(self) -> tuple[Term, ...]:
        """Return the terms of either that have no counterpart."""
        return (*self.only_asked, *self.only_earlier)

    @property
    def sides(self) -> tuple[tuple[tuple[Term, ...], tuple[Term, ...]], ...]:
        """Return of each question its terms, and those that have no counterpart."""
        return (
            (self.asked.terms, self.only_asked),
            (self.earlier.terms, self.only_earlier),
        )

    @property
    def is_one_sided(self) -> bool:
        """Return whether one question has all terms of the other, and more."""
        return bool(self.only_asked) != bool(self.only_earlier)


def compared(asked: Asked, earlier: Asked, weigh: Weigh) -> Compared:
    """Return two questions beside each other."""
    asked, earlier, shared = _unfolded(asked, earlier)
    only_asked = _without(asked.terms, [one for one, _ in shared])
    only_earlier = _without(earlier.terms, [other for _, other in shared])
    opposed = _paired(only_asked, only_earlier, _are_opposed)

    def weight(terms: Iterable[Term]) -> float:
        factor = usual_wording().common_weight
        return sum(weigh(one.stem) * (factor if one.is_common else 1) for one in terms)

    swaps = tuple(_swaps(shared, only_asked, only_earlier))
    common = weight(one for one, _ in shared)
    alone = weight(only_asked), weight(only_earlier)
    turned = weight(one for one, _ in opposed), weight(other for _, other in opposed)
    swapped = (
        weight(_each_once(term for one in swaps for term in one.asked)),
        weight(_each_once(term for one in swaps for term in one.earlier)),
    )
    both, mine, theirs = (
        weight_of_points(points)
        for points in (
            asked.points & earlier.points,
            asked.points - earlier.points,
            earlier.points - asked.points,
        )
    )
    return Compared(
        asked,
        earlier,
        tuple(shared),
        tuple(only_asked),
        tuple(only_earlier),
        tuple(opposed),
        swaps,
        _gap(asked.terms, earlier.terms, shared),
        points_in_common(asked, earlier),
        of_asked=_part(common, alone[0]),
        of_earlier=_part(common, alone[1]),
        score=_score(common, *alone),
        likeness=_score(common + both, alone[0] + mine, alone[1] + theirs),
        score_but_opposed=_score(common + turned[0], alone[0] - turned[0], alone[1] - turned[1]),
        score_but_swapped=_score(
            common + max(swapped), alone[0] - swapped[0], alone[1] - swapped[1]
        ),
    )


def _each_once(terms: Iterable[Term]) -> Iterable[Term]:
    return {id(one): one for one in terms}.values()


def _unfolded(asked: Asked, earlier: Asked) -> tuple[Asked, Asked, list[Pair]]:
    """Return two questions, with what the one has as a whole and the other in parts in one form, and what both have."""
    mine = abbreviated(asked.terms, asked.words, earlier.terms)
    theirs = abbreviated(earlier.terms, earlier.words, asked.terms)
    shared = _shared(mine, theirs)
    if any(one.splits for one in (*mine, *theirs)):
        only_mine = _without(mine, [one for one, _ in shared])
        only_theirs = _without(theirs, [other for _, other in shared])
        left = uncovered(mine, only_mine, [other for _, other in shared])
        left_of_theirs = uncovered(theirs, only_theirs, [one for one, _ in shared])
        before = [*mine, *theirs]
        mine = unfolded(left, only_mine, only_theirs)
        theirs = unfolded(left_of_theirs, only_theirs, only_mine)
        after = [*mine, *theirs]
        if len(before) != len(after) or any(map(operator.is_not, before, after)):
            shared = _shared(mine, theirs)
    return _with_terms(asked, mine), _with_terms(earlier, theirs), shared


def _with_terms(asked: Asked, terms: Sequence[Term]) -> Asked:
    is_other = len(terms) != len(asked.terms) or any(map(operator.is_not, terms, asked.terms))
    return replace(asked, terms=tuple(terms)) if is_other else asked


def _part(common: float, alone: float) -> float:
    return common / (common + alone) if common else 0.0


def _score(common: float, mine: float, theirs: float) -> float:
    """Return how much two questions have in common: 1 if all, 0 if nothing."""
    return 2 * common / (2 * common + mine + theirs) if common else 0.0


def _without(terms: Iterable[Term], taken: Sequence[Term]) -> list[Term]:
    return [one for one in terms if all(one is not other for other in taken)]


def _shared(asked: Sequence[Term], earlier: Sequence[Term]) -> list[Pair]:
    """Return the terms that both have: first those that are the same, then those that come to the same."""
    found: list[Pair] = []
    for are_alike in (_are_same, _are_on_one_side, _are_spelt_alike):
        mine = _without(asked, [one for one, _ in found])
        theirs = _without(earlier, [other for _, other in found])
        found += _paired(mine, theirs, are_alike)
    return found


def _paired(
    asked: Iterable[Term], earlier: Iterable[Term], fits: Callable[[Term, Term], bool]
) -> list[Pair]:
    """Return the terms of two questions that fit, each once."""
    left, found = list(earlier), []
    for one in asked:
        other = next((other for other in left if fits(one, other)), None)
        if other is not None:
            found.append((one, other))
            left.remove(other)
    return found


def _are_same(one: Term, other: Term) -> bool:
    return one.stem == other.stem and one.is_turned == other.is_turned


def _are_on_one_side(one: Term, other: Term) -> bool:
    """Return whether both are the rest of the same: "refused" and "not granted"."""
    return bool(one.sides & other.sides)


def _are_spelt_alike(one: Term, other: Term) -> bool:
    if one.is_turned != other.is_turned or one.kinds & other.kinds:
        return False
    if _ORDINALS in one.kinds | other.kinds:
        return False
    if one.is_name and other.is_name:
        return bool(one.core & other.core) and (one.core <= other.core or other.core <= one.core)
    if one.core and one.core == other.core:
        return True
    short, long = sorted((one.stem, other.stem), key=len)
    is_begun = len(short) >= _LEAST_PREFIX and long.startswith(short) and " " not in long
    return is_slip(short, long) or (is_begun and len(long) - len(short) <= _LONGEST_ENDING)


def _are_opposed(one: Term, other: Term) -> bool:
    if one.stem == other.stem:
        return one.is_turned != other.is_turned
    return any(-side in other.sides for side in one.sides)


def _swaps(
    shared: Sequence[Pair], only_asked: Sequence[Term], only_earlier: Sequence[Term]
) -> Iterable[Swapped]:
    """Yield what stands in one another's place for being of one kind: a thing or event, names, numbers."""
    taken = {kind for one, _ in shared for kind in one.kinds}
    for kind in sorted({kind for one in only_asked for kind in one.kinds} - taken):
        mine = tuple(one for one in only_asked if kind in one.kinds)
        theirs = tuple(one for one in only_earlier if kind in one.kinds)
        if theirs:
            yield Swapped(mine, theirs, kind)
    for kind, is_of in ((NAMES, _is_name), (NUMBERS, _is_number)):
        mine, theirs = tuple(filter(is_of, only_asked)), tuple(filter(is_of, only_earlier))
        if mine and theirs:
            yield Swapped(mine, theirs, kind)


def _is_name(one: Term) -> bool:
    return one.is_name


def _is_number(one: Term) -> bool:
    return one.is_number


def _gap(asked: Sequence[Term], earlier: Sequence[Term], shared: Sequence[Pair]) -> Swapped | None:
    """Return the terms that stand between the same terms, where all else is the same."""
    mine = _only_gap([_place(one, [pair[0] for pair in shared]) for one in asked])
    theirs = _only_gap([_place(one, [pair[1] for pair in shared]) for one in earlier])
    if mine is None or theirs is None or mine[0] != theirs[0]:
        return None
    return Swapped(tuple(asked[mine[1] : mine[2]]), tuple(earlier[theirs[1] : theirs[2]]))


def _place(one: Term, among: Sequence[Term]) -> int | None:
    return next((number for number, other in enumerate(among) if one is other), None)


def _only_gap(numbers: Sequence[int | None]) -> tuple[int | None, int, int] | None:
    """Return the one gap in a row of shared terms: what stands before it, where it begins and ends."""
    gaps = [place for place, number in enumerate(numbers) if number is None]
    if not gaps or gaps[-1] - gaps[0] + 1 != len(gaps) or len(gaps) > _LONGEST_GAP:
        return None
    return numbers[gaps[0] - 1] if gaps[0] else None, gaps[0], gaps[-1] + 1
