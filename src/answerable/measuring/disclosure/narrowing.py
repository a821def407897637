"""What each sum alone says of its unknowns: exact where the sums make a simple chain or tree, a start elsewhere."""

from answerable.measuring.disclosure.systems import Equation, FiguresDisagree, Part


def narrow(part: Part) -> None:
    """Narrow the range of each unknown by each sum in turn, until none says more.

    :raises FiguresDisagree: if nothing is left of a range.
    """
    of: list[list[Equation]] = [[] for _ in part.places]
    for equation in part.equations:
        for number in equation.signs:
            of[number].append(equation)
    waiting = list(part.equations)
    queued = {id(equation) for equation in waiting}
    while waiting:
        equation = waiting.pop()
        queued.discard(id(equation))
        for number in _narrowed(part, equation):
            for other in of[number]:
                if other is not equation and id(other) not in queued:
                    waiting.append(other)
                    queued.add(id(other))


def is_tree(part: Part) -> bool:
    """Return whether unknowns and sums make no ring: then what `narrow` says of each is all there is."""
    ends = sum(len(equation.signs) for equation in part.equations)
    return ends == len(part.places) + len(part.equations) - 1


def _narrowed(part: Part, equation: Equation) -> list[int]:
    """Narrow the unknowns of one sum, and return those that became narrower.

    Each is what the sum comes to, less the least (or the most) that all others can be. Two without a bound
    leave every other one without; one without a bound is bounded by the others.
    """
    lows = {n: _low(part, n, sign) for n, sign in equation.signs.items()}
    highs = {n: _high(part, n, sign) for n, sign in equation.signs.items()}
    low_sum = sum(low for low in lows.values() if low is not None)
    high_sum = sum(high for high in highs.values() if high is not None)
    lows_open = sum(low is None for low in lows.values())
    highs_open = sum(high is None for high in highs.values())
    changed = []
    for number, sign in equation.signs.items():
        low, high = lows[number], highs[number]
        most = _rest(equation.right, low_sum, lows_open, low)
        least = _rest(equation.right, high_sum, highs_open, high)
        if sign < 0:
            least, most = (None if most is None else -most), (None if least is None else -least)
        if _set(part, number, least, most):
            changed.append(number)
    return changed


def _rest(right: int, total: int, count_open: int, own: int | None) -> int | None:
    """Return what the sum leaves for one unknown when all others are at one end; None if one has no such end."""
    if count_open - (own is None):
        return None
    return right - (total - (own or 0))


def _low(part: Part, number: int, sign: int) -> int | None:
    most = part.most[number]
    return part.least[number] if sign > 0 else (None if most is None else -most)


def _high(part: Part, number: int, sign: int) -> int | None:
    return part.most[number] if sign > 0 else -part.least[number]


def _set(part: Part, number: int, least: int | None, most: int | None) -> bool:
    before = part.least[number], part.most[number]
    if least is not None and least > part.least[number]:
        part.least[number] = least
    now = part.most[number]
    if most is not None and (now is None or most < now):
        part.most[number] = now = most
    if now is not None and now < part.least[number]:
        raise FiguresDisagree(f"no count fits {part.places[number]} and the figures around it")
    return before != (part.least[number], now)
