"""What of a month everybody may see: where one to four are on a side of a share, its figure is not shown.

That is for figures that say something of people: of others `published` asks none of this.
A reader may know of how many a share is: other standards of the month say so, and the office's statistics do. So
whether the target was met is said only where that leaves at least two numbers possible, whichever of them it is.
"""

from collections.abc import Iterable

from answerable.domain.assurance.promises.figures import (
    FEWEST,
    Figure,
    is_met,
    is_too_few,
    share,
)
from answerable.domain.assurance.promises.sources import Aim


def is_withheld(figure: Figure) -> bool:
    """Return whether a figure is not shown to everybody: it is of one to four, or one to four are on a side of it.

    A figure with no count behind it, such as a number of complaints, says nothing of single ones of many.
    """
    if figure.numerator is None or figure.denominator is None:
        return is_too_few(figure)
    rest = figure.denominator - figure.numerator
    return any(0 < one < FEWEST for one in (figure.numerator, rest))


def may_say_whether_met(figure: Figure, *, target: int, aim: Aim) -> bool:
    """Return whether everybody may see on which side of its target a month is.

    The answer is the same for each figure that could be behind what is withheld, so it tells none apart.
    """
    if not is_withheld(figure):
        return True
    if figure.denominator is None or is_too_few(figure):
        return False
    few, most = range(1, FEWEST), figure.denominator
    sides = (few, [most - one for one in few])
    return not any(_tells_one(side, most, target, aim) for side in sides)


def _tells_one(numerators: Iterable[int], denominator: int, target: int, aim: Aim) -> bool:
    """Return whether a single one of some shares is on its side of the target."""
    met = [is_met(share(one, denominator).value, target, aim) for one in numerators]
    return 1 in (met.count(True), met.count(False))
