"""The roles of a record's parts, inferred from what stands in them: its place, its length, its question marks."""

from collections.abc import Callable, Sequence

from answerable.reading.days import day_in, is_day_alone
from answerable.reading.facts import are_grounds, outcomes_named
from answerable.reading.items import asks
from answerable.reading.matches import stems
from answerable.reading.references import is_reference, labelled_reference
from answerable.reading.vocabulary import Role

_FEWEST_WORDS = 3.0
_MOST = 0.6
_SOME = 0.3
_LONG = 4.0
_SHORT_BESIDE = 0.15
_LONGEST_TITLE = 14
_LONGEST_DAY = 6
_LONGEST_HEAD = 24
_FEWEST_DIGITS = 3


class _Part:
    """One part of all records: what it holds in each of them."""

    def __init__(self, values: Sequence[str]) -> None:
        self.values = [value for value in values if value]
        self.words = self._mean([len(value.split()) for value in self.values])
        self.asking = self._mean([_asking(value) for value in self.values])

    @property
    def counts(self) -> bool:
        """Return whether the values only count the records: 1, 2, 3."""
        numbers = [value.strip(" .)") for value in self.values]
        return len(numbers) > 1 and numbers == [str(one) for one in range(1, len(numbers) + 1)]

    @staticmethod
    def _mean(figures: Sequence[float]) -> float:
        return sum(figures) / len(figures) if figures else 0.0

    def mostly(self, test: Callable[[str], object]) -> bool:
        """Return whether most values pass a test; the last need not be tried where too few did before."""
        failed = 0
        for value in self.values:
            failed += not test(value)
            if len(self.values) - failed < len(self.values) * _MOST:
                return False
        return bool(self.values)

    def fact(self) -> Role | None:
        """Return the role of a part that is a fact: a reference, a day, an outcome, its grounds."""
        if self.counts:
            return Role.OTHER
        if self.mostly(_begins_with_reference):
            return Role.REF
        if self.mostly(_is_day):
            return Role.RECEIVED
        if self.mostly(outcomes_named):
            return Role.OUTCOME
        return Role.EXEMPTION if are_grounds(self.values) else None


def _asking(value: str) -> float:
    """Weigh how much a text asks: a question mark says more than a first word."""
    return 1.0 if "?" in value else 0.6 if asks(value) and len(value.split()) > _LONG else 0.0


def _begins_with_reference(value: str) -> bool:
    """Return whether a value is a reference, or a reference with a title behind it."""
    if len(value.split()) > _LONGEST_HEAD:
        return False
    if is_reference(value, is_labelled=True):
        return True
    found = labelled_reference(value)
    return found is not None and sum(map(str.isdigit, found[0])) >= _FEWEST_DIGITS


def _is_day(value: str) -> bool:
    return len(value.split()) <= _LONGEST_DAY and day_in(value) is not None


def roles_of(values: Sequence[Sequence[str]], known: Sequence[Role | None]) -> list[Role]:
    """Return the role of each part of a record, in their order.

    `values` are what each part holds in each record, `known` the roles that their words tell already. What
    is neither asked nor answered, no fact and no title, is no field of an entry.
    """
    parts = [_Part(one) for one in values]
    roles = list(known)
    _mend_known(parts, roles)
    _infer_facts(parts, roles)
    request = _infer_request(parts, roles)
    if request is not None:
        _infer_response(parts, roles, request)
        _infer_title(parts, roles, values[request], values)
    return [role or Role.OTHER for role in roles]


def _mend_known(parts: Sequence[_Part], roles: list[Role | None]) -> None:
    """Take as references what a word calls requests, where other words stand beside: "Enquiry", "Request details".

    Days below a word for the response are those of the answers.
    """
    for place, role in enumerate(roles):
        if role is Role.RESPONSE and parts[place].mostly(is_day_alone):
            roles[place] = None if Role.ANSWERED in roles else Role.ANSWERED
        if role is not Role.REQUEST or Role.REF in roles:
            continue
        has_others = any(
            one != place and roles[one] in (None, Role.REQUEST) and part.words >= _FEWEST_WORDS
            for one, part in enumerate(parts)
        )
        if has_others and parts[place].mostly(_begins_with_reference):
            roles[place] = Role.REF


def _infer_facts(parts: Sequence[_Part], roles: list[Role | None]) -> None:
    for place, part in enumerate(parts):
        if roles[place] is not None:
            continue
        fact = part.fact()
        if fact is Role.RECEIVED and (Role.RECEIVED in roles or Role.ASKED in roles):
            fact = Role.ANSWERED
        if fact and (fact not in roles or fact is Role.OTHER):
            roles[place] = fact


def _infer_request(parts: Sequence[_Part], roles: list[Role | None]) -> int | None:
    """Find the part that asks most in front of another that is as long; where none asks, the longest."""
    if Role.REQUEST in roles:
        return roles.index(Role.REQUEST)
    is_answered = Role.RESPONSE in roles
    limit = roles.index(Role.RESPONSE) if is_answered else len(roles)
    free = [place for place in range(limit) if roles[place] is None and parts[place].words]
    longest = max((parts[place].words for place in free), default=0.0)
    said = [
        place
        for place in free
        if parts[place].words >= longest * _SHORT_BESIDE or parts[place].asking >= _SOME
    ]
    if Role.OUTCOME in roles and said:
        # What came of it may be all that is answered: then the request may be the last.
        is_answered = is_answered or parts[said[-1]].asking > max(
            (parts[place].asking for place in said[:-1]), default=0.0
        )
    # An answer may repeat the question, marks and all: what was asked stands before it.
    before = said if is_answered or len(said) < 2 else said[:-1]  # noqa: PLR2004 a question and its answer
    asking = [place for place in before if parts[place].asking >= _SOME]
    if not asking and (longest < _LONG or (len(said) < 2 and not is_answered)):  # noqa: PLR2004
        return None
    best = max(asking or before, key=lambda place: (parts[place].asking, parts[place].words))
    roles[best] = Role.REQUEST
    return best


def _infer_response(parts: Sequence[_Part], roles: list[Role | None], request: int) -> None:
    if Role.RESPONSE in roles:
        return
    behind = [place for place in range(request + 1, len(roles)) if roles[place] is None]
    if behind:
        roles[max(behind, key=lambda place: parts[place].words)] = Role.RESPONSE


def _infer_title(
    parts: Sequence[_Part],
    roles: list[Role | None],
    asked: Sequence[str],
    values: Sequence[Sequence[str]],
) -> None:
    """Find the part that is short and shares its words with the request: who asked shares none."""
    if Role.TITLE in roles:
        return
    for place, part in enumerate(parts):
        if roles[place] is not None or not 0 < part.words <= _LONGEST_TITLE:
            continue
        pairs = zip(values[place], asked, strict=False)
        shared = sum(bool(stems(value) & stems(words)) for value, words in pairs if value)
        if shared >= len(part.values) * 0.5:
            roles[place] = Role.TITLE
            return
