"""Where earlier answers to the very question disagree, with each other or with what is decided now."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.precedent.asked import Reader
from answerable.domain.precedent.contradicting import Answered, contradiction
from answerable.domain.precedent.relations import Relation, related
from answerable.domain.precedent.saying import against_words
from answerable.matching.precedents import Filed
from answerable.queries.casework.earlier import EarlierAnswer, EarlierAnswers
from answerable.queries.precedents import question_reader

_MOST = 5


@dataclass(frozen=True, slots=True)
class Drafted:
    """A question as it is decided now: when it was asked, what is decided and answered, and today."""

    text: str
    asked_on: dt.date
    decision: Decision
    answer: str
    today: dt.date


@dataclass(frozen=True, slots=True)
class _Known:
    """An earlier answer to the very question, as it is compared."""

    named: str
    filed: Filed
    answered: Answered


def disagreements(earlier: EarlierAnswers, drafted: Drafted) -> tuple[str, ...]:
    """Return where what is drafted, or one of our earlier answers to the very question, contradicts another.

    Each is a sentence without a full stop; what is drafted comes first. It is told, and forbids nothing.
    """
    reader = question_reader()
    same = [one for one in earlier.usable if one.relation is Relation.SAME]
    known = sorted((_known(one, reader, drafted.today) for one in same), key=_day)
    return (*_with_draft(known, drafted, reader), *_among(known))[:_MOST]


def _with_draft(known: Iterable[_Known], drafted: Drafted, reader: Reader) -> Iterator[str]:
    decision = drafted.decision
    now = Answered(
        reader.asked(drafted.text, drafted.asked_on),
        drafted.today,
        frozenset(decision.outcomes),
        frozenset(one.citation for one in decision.grounds),
        drafted.answer,
    )
    for one in known:
        found = contradiction(one.answered, now, Relation.SAME)
        if found is not None:
            yield against_words(one.named, one.answered, "", now, found)


def _among(known: Sequence[_Known]) -> Iterator[str]:
    """Yield for each answer how it contradicts the latest before it that it does contradict."""
    for place, other in enumerate(known):
        said = (_said(one, other) for one in reversed(known[:place]))
        yield from filter(None, [next(filter(None, said), "")])


def _said(one: _Known, other: _Known) -> str:
    how = related(other.answered.asked, one.answered.asked)
    if how is None or not how.is_by_rule or one.filed.is_of_one_request_with(other.filed):
        return ""
    found = contradiction(one.answered, other.answered, how.relation)
    if found is None:
        return ""
    return against_words(one.named, one.answered, other.named, other.answered, found)


def _known(one: EarlierAnswer, reader: Reader, today: dt.date) -> _Known:
    filed = one.filed
    answered = Answered(
        reader.asked(filed.text, filed.on or today, filed.under),
        filed.on,
        frozenset(map(Outcome, filed.outcomes)),
        frozenset(filed.exemptions),
        filed.answer,
    )
    return _Known(one.named, filed, answered)


def _day(one: _Known) -> dt.date:
    return one.filed.on or dt.date.max
