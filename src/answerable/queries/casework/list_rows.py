"""Requests as the rows of a list: what stands in other tables is read once for all of them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from answerable.domain.clock import Holidays
from answerable.domain.clock.left import days_left
from answerable.domain.decisions import Outcome
from answerable.domain.questions.blind import Identity, blinded
from answerable.domain.roles import Stage
from answerable.queries.accounts import person_names, team_names
from answerable.queries.casework.filters import ENDED
from answerable.records.casework.models import Contribution, DecidedTag, Message, Request


@dataclass(frozen=True, slots=True)
class RequestListRow:
    """A request in a list.

    `work_to` is the earliest date of its open questions, None if no clock runs; `days_left` are the
    working days to it, negative once it has passed, None also where the calendar does not reach.
    `officer` and `team` are names; nobody and none are empty.
    """

    reference: str
    title: str
    received_on: dt.date
    regime: str
    channel: str
    stage: Stage
    work_to: dt.date | None
    days_left: int | None
    open_questions: int
    officer: str
    team: str
    is_accepted: bool
    is_restricted: bool
    unseen_messages: int
    contributions_open: int
    contributions_overdue: int
    outcomes: tuple[Outcome, ...]
    exemptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside the requests of a list, by their number, and names by their keys."""

    unseen: dict[int, int]
    contributions: dict[int, tuple[int, int]]
    outcomes: dict[int, set[str]]
    exemptions: dict[int, set[str]]
    people: dict[str, str]
    teams: dict[str, str]


def list_rows(
    requests: Sequence[Request], *, today: dt.date, table: Holidays
) -> tuple[RequestListRow, ...]:
    """Return requests as rows, in their order, with as many queries for one as for a thousand.

    They come with their requesters.
    """
    if not requests:
        return ()
    beside = _beside(requests, today)
    return tuple(_row(one, beside, today, table) for one in requests)


def shown_title(request: Request) -> str:
    """Return a request's title without who asked: those who decide should not need to know."""
    asker = request.requester
    return blinded(request.title, Identity(asker.name, asker.address, asker.postal))


def _beside(requests: Sequence[Request], today: dt.date) -> _Beside:
    numbers = [one.pk for one in requests]
    outcomes: dict[int, set[str]] = {}
    exemptions: dict[int, set[str]] = {}
    tags = DecidedTag.objects.filter(request__in=numbers)
    for number, kind, value in tags.values_list("request", "kind", "value"):
        into = outcomes if kind == DecidedTag.Kind.OUTCOME else exemptions
        into.setdefault(number, set()).add(value)
    return _Beside(
        unseen=_unseen(numbers),
        contributions=_contributions(numbers, today),
        outcomes=outcomes,
        exemptions=exemptions,
        people=person_names(one.officer for one in requests),
        teams=team_names(one.team for one in requests),
    )


def _unseen(numbers: Sequence[int]) -> dict[int, int]:
    found = Message.objects.filter(request__in=numbers, is_unseen=True).order_by()
    return dict(found.values_list("request").annotate(Count("pk")))


def _contributions(numbers: Sequence[int], today: dt.date) -> dict[int, tuple[int, int]]:
    asked = Contribution.objects.filter(
        question__request__in=numbers, state=Contribution.State.ASKED
    )
    counted = asked.order_by().values_list("question__request")
    late = Count("pk", filter=Q(due_on__lt=today))
    return {
        number: (waits, late) for number, waits, late in counted.annotate(Count("pk"), late=late)
    }


def _row(request: Request, beside: _Beside, today: dt.date, table: Holidays) -> RequestListRow:
    waits, late = beside.contributions.get(request.pk, (0, 0))
    has_ended = request.stage in ENDED
    work_to = None if has_ended else request.work_to
    outcomes = beside.outcomes.get(request.pk, set())
    return RequestListRow(
        reference=request.reference,
        title=shown_title(request),
        received_on=request.received_on,
        regime=request.regime,
        channel=request.channel,
        stage=Stage(request.stage),
        work_to=work_to,
        days_left=days_left(work_to, today=today, table=table, regime=request.regime),
        open_questions=request.open_questions,
        officer=beside.people.get(request.officer, ""),
        team=beside.teams.get(request.team, ""),
        is_accepted=request.is_accepted,
        is_restricted=request.is_restricted,
        unseen_messages=beside.unseen.get(request.pk, 0),
        contributions_open=waits,
        contributions_overdue=late,
        outcomes=tuple(one for one in Outcome if one.value in outcomes),
        exemptions=_limbs(beside.exemptions.get(request.pk, set())),
    )


def _limbs(tags: set[str]) -> tuple[str, ...]:
    """Return the exemptions as they were relied on: what stands above one is for the filter only."""
    return tuple(
        sorted(one for one in tags if not any(other.startswith(f"{one}(") for other in tags))
    )
