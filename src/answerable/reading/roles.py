"""The roles of a record's parts, inferred from what stands in them: its place, its length, its question marks."""

from collections.abc import Callable, Sequence

from answerable.reading.days import day_in
from answerable.reading.facts import outcomes_named
from answerable.reading.items import asks
from answerable.reading.matches import stems
from answerable.reading.references import is_reference
from answerable.reading.vocabulary import Role

_MOST = 0.6
_SOME = 0.3
_LONG = 4.0
_LONGEST_TITLE = 14
_LONGEST_DAY = 6


class _Part:
    """One part of all records: what it holds in each of them."""

    def __init__(self, values: Sequence[str]) -> None:
        self.values = [value for value in values if value]
        self.words = self._mean([len(value.split()) for value in self.values])
        self.asking = self._mean([_asking(value) for value in self.values])

    @staticmethod
    def _mean(figures: Sequence[float]) -> float:
        return sum(figures) / len(figures) if figures else 0.0

    def mostly(self, test: Callable[[str], object]) -> bool:
        return self._mean([bool(test(value)) for value in self.values]) >= _MOST

    def fact(self) -> Role | None:
        """Return the role of a part that is a fact: a reference, a day, an outcome."""
        if self.mostly(lambda value: is_reference(value, is_labelled=True)):
            return Role.REF
        if self.mostly(_is_day):
            return Role.RECEIVED
        return Role.OUTCOME if self.mostly(outcomes_named) else None


def _asking(value: str) -> float:
    """Weigh how much a text asks: a question mark says more than a first word."""
    return 1.0 if "?" in value else 0.6 if asks(value) and len(value.split()) > _LONG else 0.0


def _is_day(value: str) -> bool:
    return len(value.split()) <= _LONGEST_DAY and day_in(value) is not None


def roles_of(values: Sequence[Sequence[str]], known: Sequence[Role | None]) -> list[Role]:
    """Return the role of each part of a record, in their order.

    `values` are what each part holds in each record, `known` the roles that their words tell already. What
    is neither asked nor answered, no fact and no title, is no field of an entry.
    """
    parts = [_Part(one) for one in values]
    roles = list(known)
    _infer_facts(parts, roles)
    request = _infer_request(parts, roles)
    if request is not None:
        _infer_response(parts, roles, request)
        _infer_title(parts, roles, request)
    return [role or Role.OTHER for role in roles]


def _infer_facts(parts: Sequence[_Part], roles: list[Role | None]) -> None:
    for place, part in enumerate(parts):
        if roles[place] is not None:
            continue
        fact = part.fact()
        if fact is Role.RECEIVED and Role.RECEIVED in roles:
            fact = Role.ANSWERED
        if fact and fact not in roles:
            roles[place] = fact


def _infer_request(parts: Sequence[_Part], roles: list[Role | None]) -> int | None:
    """Find the part that asks most; where none asks, the first of the two longest."""
    if Role.REQUEST in roles:
        return roles.index(Role.REQUEST)
    limit = roles.index(Role.RESPONSE) if Role.RESPONSE in roles else len(roles)
    free = [place for place in range(limit) if roles[place] is None and parts[place].words]
    asking = [place for place in free if parts[place].asking >= _SOME]
    if asking:
        best = max(asking, key=lambda place: (parts[place].asking, parts[place].words))
    else:
        long = sorted(free, key=lambda place: -parts[place].words)
        long = [place for place in long if parts[place].words >= _LONG]
        if not long or (limit == len(roles) and len(long) < 2):  # noqa: PLR2004 nothing tells which of them it is
            return None
        best = min(long[:2]) if limit == len(roles) else long[0]
    roles[best] = Role.REQUEST
    return best


def _infer_response(parts: Sequence[_Part], roles: list[Role | None], request: int) -> None:
    if Role.RESPONSE in roles:
        return
    behind = [place for place in range(request + 1, len(roles)) if roles[place] is None]
    if behind:
        roles[max(behind, key=lambda place: parts[place].words)] = Role.RESPONSE


def _infer_title(parts: Sequence[_Part], roles: list[Role | None], request: int) -> None:
    """Find the part that is short and shares its words with the request: who asked shares none."""
    if Role.TITLE in roles:
        return
    asked = [stems(value) for value in parts[request].values]
    for place, part in enumerate(parts):
        if roles[place] is not None or not 0 < part.words <= _LONGEST_TITLE:
            continue
        pairs = zip(part.values, asked, strict=False)
        shared = sum(bool(stems(value) & words) for value, words in pairs)
        if shared >= len(part.values) * 0.5:
            roles[place] = Role.TITLE
            return
