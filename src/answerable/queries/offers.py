"""What the published log has about what somebody is about to ask, and what readers made of it."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from django.utils.timezone import localtime

from answerable.domain.precedent.leaning import standing_above
from answerable.domain.precedent.offering import OFFERED, Standing, standing
from answerable.domain.questions import AskedQuestion
from answerable.matching.precedents import Precedent
from answerable.queries.precedents import published_like
from answerable.records.archive.models import OfferCount

MOST_COMPARED = 10
"""So many different questions of a request are compared: each costs time while somebody waits for a page."""
_MOST_OFFERED, _MOST_OF_ONE, _MOST_LOOKED_AT = 5, 3, 10
_MOST_MONTHS = 12
_STANDINGS = tuple(Standing)


@dataclass(frozen=True, slots=True)
class Offer:
    """An earlier question with its answer, the questions that it is like, and as what it is shown."""

    asked: tuple[AskedQuestion, ...]
    precedent: Precedent
    standing: Standing


@dataclass(frozen=True, slots=True)
class Offers:
    """What is offered to somebody, the nearest first; `left` questions of theirs were not compared."""

    found: tuple[Offer, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class OfferMonth:
    """To how many people earlier answers were shown in a month, how many opened one, how many sent theirs.

    `sent_opened` of those who sent their request had opened an answer.
    """

    month: str
    shown: int
    opened: int
    sent: int
    sent_opened: int

    @property
    def not_sent(self) -> int:
        """Return how many have not sent their request (yet)."""
        return max(0, self.shown - self.sent)

    @property
    def opened_not_sent(self) -> int:
        """Return how many opened an answer and have not sent their request (yet)."""
        return max(0, self.opened - self.sent_opened)


def offers_for(
    questions: Sequence[AskedQuestion], *, at: dt.datetime, may_go_on: Callable[[], bool]
) -> Offers:
    """Return the published questions that may answer some of a request already.

    The first question is compared, and so are more of them while it may go on.

    :raises SearchUnavailable: if the index cannot be used.
    """
    above = standing_above((one.text, one.heading) for one in questions)
    read = [(one.text, under) for one, under in zip(questions, above, strict=True)]
    different: dict[tuple[str, str], AskedQuestion] = {}
    for words, one in zip(read, questions, strict=True):
        different.setdefault(words, one)
    compared: set[tuple[str, str]] = set()
    found: list[Offer] = []
    for words, one in islice(different.items(), MOST_COMPARED):
        if compared and not may_go_on():
            break
        compared.add(words)
        # What was asked often must not take the room of all else.
        found += sorted(_like(one, words[1], at=at), key=_distance)[:_MOST_OF_ONE]
    found.sort(key=_distance)
    left = sum(words not in compared for words in read)
    return Offers(_each_once(found)[:_MOST_OFFERED], left)


def offer_months() -> tuple[OfferMonth, ...]:
    """Return what readers made of earlier answers in the months of the last year, the latest first."""
    counts = OfferCount.objects.order_by("-month")[:_MOST_MONTHS]
    return tuple(
        OfferMonth(one.month, one.shown, one.opened, one.sent, one.sent_opened) for one in counts
    )


def _like(question: AskedQuestion, under: str, *, at: dt.datetime) -> Iterator[Offer]:
    found = published_like(
        question.text,
        asked_on=localtime(at).date(),
        at=at,
        most=_MOST_LOOKED_AT,
        under=under,
    )
    for one in found:
        shown_as = standing(one.filed.outcomes, is_theirs=one.filed.is_theirs)
        if shown_as and one.related.relation in OFFERED:
            yield Offer((question,), one, shown_as)


def _distance(offer: Offer) -> tuple[bool, int, int, float, int]:
    """Return how far an offer is: what this body said, what is most alike, and what is newest comes first."""
    how, filed = offer.precedent.related, offer.precedent.filed
    return (
        offer.standing is Standing.THEIRS,
        OFFERED.index(how.relation),
        _STANDINGS.index(offer.standing),
        -how.score,
        -(filed.on or dt.date.min).toordinal(),
    )


def _each_once(offers: Sequence[Offer]) -> tuple[Offer, ...]:
    """Return each earlier question once, with all that it is like in the same way."""
    found: dict[str, Offer] = {}
    for one in offers:
        first = found.setdefault(one.precedent.filed.address, one)
        is_as_near = first.precedent.related.relation is one.precedent.related.relation
        if first is not one and is_as_near:
            found[one.precedent.filed.address] = replace(first, asked=first.asked + one.asked)
    return tuple(found.values())
