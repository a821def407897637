"""A request beside what was asked before: in which earlier requests its questions stand already."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.domain.precedent.leaning import standing_above
from answerable.domain.questions.blind import blinded
from answerable.domain.roles import Actor
from answerable.matching.precedents import Precedent
from answerable.matching.whole import MOST_QUESTIONS, EarlierRequest, Looked, earlier_requests
from answerable.queries import search
from answerable.queries.casework import searching
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.list_rows import shown_title
from answerable.queries.casework.on_file import on_file_like
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import Request

MOST_REQUESTS = 20
"""So many earlier requests are listed: the ones after those have less of it."""
_MOST_OF_A_QUESTION = 30


@dataclass(frozen=True, slots=True)
class RequestBefore:
    """An earlier request in which questions stand: `title` where it is here and may be seen.

    `has_all` says that all of the request stands there as the same, `is_of_same_person` that whoever asks now asked
    it, as far as that is known, and `is_repeated` that both hold and it came before.
    """

    earlier: EarlierRequest
    title: str
    is_here: bool
    has_all: bool
    is_of_same_person: bool
    is_repeated: bool


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """In which earlier requests the questions of one stand, those with the most first.

    `looked` of its `questions` were looked up; `new` are the labels of those that stand nowhere; `more` requests
    have less than those listed. Where search cannot be used nothing was looked up, and `is_searched` says so.
    """

    questions: int
    looked: int
    requests: tuple[RequestBefore, ...]
    more: int
    new: tuple[str, ...]
    is_searched: bool = True


def asked_before(reference: str, *, viewer: Actor, at: dt.datetime) -> AskedBefore | None:
    """Return where the questions of a request stand already, None if somebody may see no such request."""
    request = (
        requests_seen_by(viewer).filter(reference=reference).select_related("requester").first()
    )
    if request is None:
        return None
    count = request.questions.count()
    try:
        looked = _looked(request, viewer, at)
    except (search.SearchUnavailable, searching.SearchUnavailable):
        return AskedBefore(count, 0, (), 0, (), is_searched=False)
    found = earlier_requests(looked)
    listed = found[:MOST_REQUESTS]
    here = _here(listed, viewer)
    stand = {one.label for earlier in found for one in earlier.standing}
    return AskedBefore(
        questions=count,
        looked=len(looked),
        requests=tuple(_before(one, request, count, here) for one in listed),
        more=len(found) - len(listed),
        new=tuple(one.label for one in looked if one.label not in stand),
    )


def _looked(request: Request, viewer: Actor, at: dt.datetime) -> Sequence[Looked]:
    identity = identity_of(request)
    every = request.questions.order_by("place")[:MOST_QUESTIONS]
    texts = [(one.label, blinded(one.text, identity), one.heading) for one in every]
    above = standing_above(
        ((text, blinded(heading, identity)) for _, text, heading in texts),
        blinded(request.title, identity),
    )
    return [
        Looked(label, text, _found(text, under, request, viewer, at))
        for (label, text, _), under in zip(texts, above, strict=True)
    ]


def _found(
    text: str, under: str, request: Request, viewer: Actor, at: dt.datetime
) -> tuple[Precedent, ...]:
    found = on_file_like(
        text,
        asked_on=request.received_on,
        viewer=viewer,
        at=at,
        most=_MOST_OF_A_QUESTION,
        under=under,
    )
    return tuple(
        one for one in found if one.filed.is_theirs or one.filed.reference != request.reference
    )


def _here(listed: Sequence[EarlierRequest], viewer: Actor) -> Mapping[str, Request]:
    references = [one.filed.reference for one in listed if not one.filed.is_theirs]
    found = requests_seen_by(viewer).filter(reference__in=[one for one in references if one])
    return {one.reference: one for one in found.select_related("requester")}


def _before(
    earlier: EarlierRequest, request: Request, count: int, here: Mapping[str, Request]
) -> RequestBefore:
    filed = earlier.filed
    found = None if filed.is_theirs else here.get(filed.reference or "")
    has_all = earlier.same == count
    is_of_same = found is not None and found.requester_id == request.requester_id
    came_before = found is not None and _came(found) < _came(request)
    return RequestBefore(
        earlier,
        shown_title(found) if found else "",
        is_here=found is not None,
        has_all=has_all,
        is_of_same_person=is_of_same,
        is_repeated=has_all and is_of_same and came_before,
    )


def _came(request: Request) -> tuple[dt.date, int]:
    return request.received_on, request.pk
