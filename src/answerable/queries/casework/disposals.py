"""Lists of what may go, what stands on them, and what is left of requests that went."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.domain.decisions.outcomes import OUTCOME_WORDS, Outcome
from answerable.domain.retention import End, Schedule
from answerable.domain.roles import Actor, Situation, Stage
from answerable.queries.casework.list_rows import shown_title
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import (
    DecidedTag,
    DisposalItem,
    DisposalList,
    DisposedRequest,
    Question,
    Request,
)

_MOST_LISTS = 100


@dataclass(frozen=True, slots=True)
class DisposalRow:
    """A list: how far it is, who made and who approved it, and how many requests of it are in which state."""

    number: int
    state: str
    listed_by: str
    listed_at: dt.datetime
    approved_by: str
    approved_at: dt.datetime | None
    done_at: dt.datetime | None
    listed: int
    spared: int
    disposed: int

    @property
    def is_listed(self) -> bool:
        """Return whether nobody approved it yet."""
        return self.state == DisposalList.State.LISTED

    @property
    def situation(self) -> Situation:
        """Return what the table of moves is asked about."""
        return Situation(Stage.OPEN, writers=frozenset({self.listed_by}))


@dataclass(frozen=True, slots=True)
class DisposalItemRow:
    """A request on a list; once it went, it has no title, no day of receipt and no questions."""

    reference: str
    title: str
    received_on: dt.date | None
    questions: int
    outcomes: tuple[str, ...]
    rule: str
    closed_on: dt.date
    due_on: dt.date
    state: str
    because: str

    @property
    def can_be_spared(self) -> bool:
        """Return whether it still waits."""
        return self.state == DisposalItem.State.LISTED


@dataclass(frozen=True, slots=True)
class DisposalPage:
    """A list with what stands on it, as far as somebody may see it; `hidden` are those they may not."""

    row: DisposalRow
    items: tuple[DisposalItemRow, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class DisposedRow:
    """What is left of a request that was disposed of."""

    reference: str
    received_on: dt.date
    closed_on: dt.date
    questions: int
    outcomes: tuple[str, ...]
    rule: str
    listed_by: str
    approved_by: str
    disposed_at: dt.datetime


def disposal_lists() -> tuple[DisposalRow, ...]:
    """Return the lists, the latest first."""
    found = DisposalList.objects.order_by("-number").prefetch_related("items")
    return tuple(_row(one) for one in found[:_MOST_LISTS])


def disposal_page(number: int, *, viewer: Actor, schedule: Schedule) -> DisposalPage | None:
    """Return a list with what stands on it, None if there is none of that number."""
    found = DisposalList.objects.filter(number=number).prefetch_related("items").first()
    if found is None:
        return None
    items = list(_items(found, viewer, schedule))
    return DisposalPage(_row(found), tuple(items), found.items.count() - len(items))


def disposed_request(reference: str) -> DisposedRow | None:
    """Return what is left of a request, None if none of that reference was disposed of."""
    found = DisposedRequest.objects.filter(reference=reference).first()
    if found is None:
        return None
    return DisposedRow(
        reference=found.reference,
        received_on=found.received_on,
        closed_on=found.closed_on,
        questions=found.questions,
        outcomes=tuple(OUTCOME_WORDS[Outcome(one)] for one in found.outcomes),
        rule=found.rule,
        listed_by=found.listed_by,
        approved_by=found.approved_by,
        disposed_at=found.disposed_at,
    )


def _row(found: DisposalList) -> DisposalRow:
    states = [one.state for one in found.items.all()]
    return DisposalRow(
        number=found.number,
        state=found.state,
        listed_by=found.listed_by,
        listed_at=found.listed_at,
        approved_by=found.approved_by,
        approved_at=found.approved_at,
        done_at=found.done_at,
        listed=states.count(DisposalItem.State.LISTED),
        spared=states.count(DisposalItem.State.SPARED),
        disposed=states.count(DisposalItem.State.DISPOSED),
    )


def _items(found: DisposalList, viewer: Actor, schedule: Schedule) -> Iterator[DisposalItemRow]:
    items = sorted(found.items.all(), key=lambda one: (one.due_on, one.reference))
    there = set(
        Request.objects.filter(reference__in=[one.reference for one in items]).values_list(
            "reference", flat=True
        )
    )
    seen = _seen([one.reference for one in items], viewer)
    for item in items:
        request = seen.get(item.reference)
        if request is not None or item.reference not in there:
            yield _item(item, request, schedule)


def _seen(references: Sequence[str], viewer: Actor) -> dict[str, Request]:
    requests = requests_seen_by(viewer).filter(reference__in=references)
    whole = requests.select_related("requester").prefetch_related("questions", "tags")
    return {one.reference: one for one in whole}


def _item(item: DisposalItem, request: Request | None, schedule: Schedule) -> DisposalItemRow:
    questions: Sequence[Question] = tuple(request.questions.all()) if request else ()
    tags: Sequence[DecidedTag] = tuple(request.tags.all()) if request else ()
    outcomes = {one.value for one in tags if one.kind == DecidedTag.Kind.OUTCOME}
    return DisposalItemRow(
        reference=item.reference,
        title=shown_title(request) if request else "",
        received_on=request.received_on if request else None,
        questions=len(questions),
        outcomes=tuple(OUTCOME_WORDS[Outcome(one)] for one in sorted(outcomes)),
        rule=schedule.rules[End(item.rule)].words,
        closed_on=item.closed_on,
        due_on=item.due_on,
        state=item.state,
        because=item.because,
    )
