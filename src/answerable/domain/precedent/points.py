"""What two questions ask of their things, beside each other."""

from collections.abc import Iterable
from enum import Enum, auto

from answerable.domain.precedent.asked import Asked
from answerable.domain.precedent.wording import HOW_MANY

# Said of many questions that ask for something else as well.
_LOOSE = frozenset(["which", "whether", "how", "who", "where"])
_ALIKE = frozenset(["which", "whether", "where"])
# "Which company …" asks for these, and may be all that is said of them.
_TOLD_BY_WHICH = frozenset(["supplier", "person"])
_NAMED = frozenset(["supplier", "maker", "person", "maintainer"])
# A bare noun phrase with a period ("Complaints about parking, 2021") does not ask for these.
_NOT_IMPLIED = frozenset(["copy", "when", "supplier", "person", "how long", "why"])
_USUAL_WEIGHT = 0.6
_WEIGHTS = {"how much": 0.5, "how many": 0.3, "copy": 0.3, "who": 0.3, "which": 0.2, "how": 0.2}
_WEIGHTS |= {"whether": 0.1}


class Points(Enum):
    """How much of what two questions ask is the same."""

    SAME = auto()
    SOME = auto()
    OTHER = auto()


def weight_of_points(points: Iterable[str]) -> float:
    """Return how much it tells that two questions ask the same: that both ask for a supplier, more than for a number."""
    return sum(_WEIGHTS.get(one, _USUAL_WEIGHT) for one in points)


def points_in_common(asked: Asked, earlier: Asked) -> Points:
    """Return how much of what two questions ask of their things is the same."""
    found = _in_common(asked, earlier)
    if found is Points.SAME and asked.breakdowns != earlier.breakdowns:
        return Points.SOME
    return found


def _in_common(asked: Asked, earlier: Asked) -> Points:
    both, either = asked.points & earlier.points, asked.points | earlier.points
    if asked.is_implied != earlier.is_implied and not either & _NOT_IMPLIED:
        return Points.SAME
    mine, theirs = asked.points - _LOOSE, earlier.points - _LOOSE
    if mine and theirs:
        return _of_firm(asked, earlier)
    if mine or theirs:
        firm, loose = (mine, earlier.points) if mine else (theirs, asked.points)
        if both - {"whether"} or (loose == {"whether"} and firm == {HOW_MANY}):
            return Points.SOME
        return _told_by_which(firm, loose)
    if asked.points and earlier.points and not both:
        return Points.SAME if either <= _ALIKE else Points.OTHER
    return Points.SAME


def _told_by_which(firm: frozenset[str], loose: frozenset[str]) -> Points:
    """Return how much is the same where one asks for something by itself, the other only "which" or "who"."""
    if loose & {"which", "who"} and firm & _TOLD_BY_WHICH:
        return Points.SOME if firm - _TOLD_BY_WHICH else Points.SAME
    return Points.OTHER if loose else Points.SAME


def _of_firm(asked: Asked, earlier: Asked) -> Points:
    """Return how much is the same where both ask for something that stands by itself: a number, a date, a copy."""
    mine, theirs = asked.points - _LOOSE, earlier.points - _LOOSE
    if not mine & theirs:
        return Points.OTHER
    odd = asked.points ^ earlier.points
    if mine != theirs or "where" in odd or ("who" in odd and not mine & _NAMED):
        return Points.SOME
    return Points.SAME
