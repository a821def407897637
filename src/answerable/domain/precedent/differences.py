"""In what two questions differ, in words that an officer understands."""

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.domain.precedent.asked import Asked
from answerable.domain.precedent.compared import Compared, Swapped
from answerable.domain.precedent.terms import Term
from answerable.domain.precedent.wording import usual_wording


@dataclass(frozen=True, slots=True)
class Difference:
    """Something in which two questions differ.

    `what` is negation, period, point, breakdown, subject or words; `asked` and `earlier` what each has, as it is
    printed, and nothing where it has none; `said` is the sentence.
    """

    what: str
    asked: str
    earlier: str
    said: str


def differences(found: Compared, *, is_of_another: bool) -> tuple[Difference, ...]:
    """Return in what two questions differ, the most telling first.

    Where they are about one thing and another, what stands between the same terms is that, of whatever kind.
    """
    swaps = found.swaps
    if is_of_another and not swaps and found.gap:
        swaps = (found.gap,)
    return (
        *_of_negation(found),
        *_of_period(found),
        *_of_points(found),
        *_of_breakdowns(found),
        *_of_terms(found, swaps),
    )


def is_same_time(found: Compared) -> bool:
    """Return whether both questions ask about the same time."""
    one, other = found.asked.span, found.earlier.span
    if one is None or other is None:
        # Who names no time asks for things as they are.
        return one is other or found.asked.is_now or found.earlier.is_now
    return one.is_nearly(other) or one.may_be(other)


def _of_negation(found: Compared) -> Iterable[Difference]:
    for one, other in found.opposed:
        mine, theirs = _printed([one]), _printed([other])
        yield Difference(
            "negation", mine, theirs, f"asks about “{mine}”, the earlier about “{theirs}”"
        )


def _of_period(found: Compared) -> Iterable[Difference]:
    if is_same_time(found):
        return
    mine, theirs = found.asked.period, found.earlier.period
    if not mine:
        said = f"names no period, the earlier asks for {theirs}"
    elif not theirs:
        said = f"asks for {mine}, the earlier names no period"
    elif mine.lower() == theirs.lower():
        said = f"asks for {mine}, as the earlier did, counted from another day"
    else:
        said = f"asks for {mine}, the earlier for {theirs}"
    yield Difference("period", mine, theirs, said)


def _of_points(found: Compared) -> Iterable[Difference]:
    mine, theirs = (_told(asked, other) for asked, other in _both_ways(found))
    if mine or theirs:
        yield Difference("point", mine, theirs, _sentence("asks", mine, theirs))


def _told(asked: Asked, other: Asked) -> str:
    """Return what one question asks and the other does not, in words."""
    said = usual_wording().said
    implied = asked.points if asked.is_implied else frozenset()
    return _listed(said[one] for one in sorted(asked.points - other.points - implied))


def _of_breakdowns(found: Compared) -> Iterable[Difference]:
    mine, theirs = (
        _listed(sorted(asked.breakdowns - other.breakdowns)) for asked, other in _both_ways(found)
    )
    if mine or theirs:
        said = _sentence("asks for figures by", mine, theirs)
        yield Difference("breakdown", mine, theirs, said)


def _of_terms(found: Compared, swaps: Iterable[Swapped]) -> Iterable[Difference]:
    told = [one for pair in found.opposed for one in pair]
    for one in swaps:
        mine, theirs = _printed(_untold(one.asked, told)), _printed(_untold(one.earlier, told))
        told += [*one.asked, *one.earlier]
        if mine and theirs:
            said = f"asks about {mine}, the earlier about {theirs}"
            yield Difference("subject", mine, theirs, said)
    mine = _printed(_untold(found.only_asked, told))
    theirs = _printed(_untold(found.only_earlier, told))
    if mine or theirs:
        yield Difference("words", mine, theirs, _sentence("says", mine, theirs))


def _untold(terms: Iterable[Term], told: Iterable[Term]) -> list[Term]:
    return [one for one in terms if all(one is not other for other in told)]


def _both_ways(found: Compared) -> tuple[tuple[Asked, Asked], tuple[Asked, Asked]]:
    return (found.asked, found.earlier), (found.earlier, found.asked)


def _sentence(verb: str, mine: str, theirs: str) -> str:
    if not theirs:
        return f"{verb} {mine}, the earlier does not"
    if not mine:
        return f"does not ask what the earlier {verb}: {theirs}"
    return f"{verb} {mine}, the earlier {verb} {theirs}"


def _printed(terms: Iterable[Term]) -> str:
    return _listed(f"not {one.printed}" if _is_said_turned(one) else one.printed for one in terms)


def _is_said_turned(one: Term) -> bool:
    """Return whether a "not" stands before a term, other than in its own "un-"."""
    begins = one.printed.lower().startswith(("un", "non"))
    return one.is_turned and not (begins and not one.stem.startswith(("un", "non")))


def _listed(printed: Iterable[str]) -> str:
    return ", ".join(printed)
