"""The challenges of a request, in their chain, and what earlier rounds of its questions were."""

import datetime as dt
from dataclasses import dataclass, replace

from answerable.domain.clock import Clock, ClockRefused, Holidays, OutsideCalendar
from answerable.domain.clock.clocks import question_clock
from answerable.domain.clock.limits import limit_of
from answerable.domain.decisions.challenges import Found, Ground
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.questions.blind import Identity, blinded
from answerable.domain.roles import Situation
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.challengeable import hands_of
from answerable.queries.casework.clocks import past_facts
from answerable.queries.casework.review_letters import found_of, question_name
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import (
    Challenge,
    ChallengedQuestion,
    Enquiry,
    Question,
    Request,
)


@dataclass(frozen=True, slots=True)
class ChallengedRow:
    """A question of a challenge: which answer of it, on what grounds, what was found, what it opened.

    `limit` is how long the round that it opened has, in words.
    """

    label: str
    name: str
    text: str
    round: int
    version: int | None
    grounds: tuple[Ground, ...]
    found: Found
    opens_round: int | None
    opened_on: dt.date | None
    limit: str


@dataclass(frozen=True, slots=True)
class EnquiryRow:
    """Something that the regulator or a tribunal asked for."""

    place: int
    asked_on: dt.date
    what: str
    due_on: dt.date | None
    answered_on: dt.date | None


@dataclass(frozen=True, slots=True)
class ChallengeRow:
    """A challenge with all that was said and found, without who asked; people stand by their keys."""

    number: int
    kind: str
    state: str
    follows: int | None
    brought_by: str
    their_reference: str
    asked_on: dt.date
    entered_by: str
    said: str
    late_because: str
    reviewer: str
    due_on: dt.date | None
    acknowledged_on: dt.date | None
    extended_on: dt.date | None
    extended_because: str
    decided_on: dt.date | None
    summary: str
    appeal_by: dt.date | None
    questions: tuple[ChallengedRow, ...]
    enquiries: tuple[EnquiryRow, ...]
    situation: Situation

    @property
    def is_over(self) -> bool:
        """Return whether nothing more happens to it."""
        return self.state in (Challenge.State.DECIDED, Challenge.State.WITHDRAWN)

    def is_overdue(self, today: dt.date) -> bool:
        """Return whether it should have been decided."""
        return not self.is_over and self.due_on is not None and today > self.due_on


@dataclass(frozen=True, slots=True)
class ListedChallenge:
    """A challenge in the list of a request's page."""

    number: int
    kind: str
    state: str
    asked_on: dt.date
    due_on: dt.date | None
    decided_on: dt.date | None


@dataclass(frozen=True, slots=True)
class PastRound:
    """A round of a question that is over: its clock, what was decided, and what overturned it.

    Without a clock none could be counted. `version` is the number of the decision.
    """

    label: str
    name: str
    number: int
    clock: Clock | None
    answered_on: dt.date | None
    outcomes: tuple[Outcome, ...]
    citations: tuple[str, ...]
    version: int | None
    ended_by: str
    challenge: int | None
    ended_on: dt.date | None


def challenges_of(reference: str) -> tuple[ChallengeRow, ...]:
    """Return the challenges of a request in the order in which they came."""
    found = (
        Challenge.objects.filter(request__reference=reference)
        .select_related("request__requester", "follows")
        .order_by("number")
    )
    return tuple(_row(one) for one in found)


def challenges_listed(reference: str) -> tuple[ListedChallenge, ...]:
    """Return the challenges of a request as a list shows them."""
    found = Challenge.objects.filter(request__reference=reference).order_by("number")
    return tuple(
        ListedChallenge(one.number, one.kind, one.state, one.asked_on, one.due_on, one.decided_on)
        for one in found
    )


def past_rounds(
    reference: str, *, table: Holidays, label: str | None = None
) -> tuple[PastRound, ...]:
    """Return the rounds of a request's questions, or of one of them, that are over."""
    request = Request.objects.filter(reference=reference).first()
    if request is None:
        return ()
    again = request.questions.filter(round__gt=1).prefetch_related("events", "decisions")
    if label is not None:
        again = again.filter(label=label)
    return tuple(
        _round(request, question, number, table)
        for question in again.order_by("place")
        for number in range(1, question.round)
    )


def _row(found: Challenge) -> ChallengeRow:
    identity = identity_of(found.request)
    rows = found.questions.select_related("question", "version").order_by("question__place")
    enquiries = enumerate(found.enquiries.order_by("pk"), start=1)
    return ChallengeRow(
        number=found.number,
        kind=found.kind,
        state=found.state,
        follows=found.follows.number if found.follows else None,
        brought_by=found.brought_by,
        their_reference=found.their_reference,
        asked_on=found.asked_on,
        entered_by=found.entered_by,
        said=blinded(found.said, identity),
        late_because=blinded(found.late_because, identity),
        reviewer=found.reviewer,
        due_on=found.due_on,
        acknowledged_on=found.acknowledged_at.date() if found.acknowledged_at else None,
        extended_on=found.extended_on,
        extended_because=blinded(found.extended_because, identity),
        decided_on=found.decided_on,
        summary=blinded(found.summary, identity),
        appeal_by=found.appeal_by,
        questions=tuple(_question(one, identity) for one in rows),
        enquiries=tuple(_enquiry(place, one, identity) for place, one in enquiries),
        situation=replace(situation_of(found.request), hands=hands_of(found)),
    )


def _question(one: ChallengedQuestion, identity: Identity) -> ChallengedRow:
    found = found_of(one)
    answers = {ground: blinded(said, identity) for ground, said in (found.answers or {}).items()}
    return ChallengedRow(
        label=one.question.label,
        name=question_name(one.question.label),
        text=blinded(one.question.text, identity),
        round=one.round,
        version=one.version.number if one.version else None,
        grounds=tuple(map(Ground, one.grounds)),
        found=replace(found, reasons=blinded(found.reasons, identity), answers=answers),
        opens_round=one.opens_round,
        opened_on=one.opened_on,
        limit=str(limit_of(one.limit)) if one.limit else "",
    )


def _enquiry(place: int, one: Enquiry, identity: Identity) -> EnquiryRow:
    what = blinded(one.what, identity)
    return EnquiryRow(place, one.asked_on, what, one.due_on, one.answered_on)


def _round(request: Request, question: Question, number: int, table: Holidays) -> PastRound:
    opened, ended = _opening(question, number), _opening(question, number + 1)
    clock = _clock(request, question, number, opened, table)
    versions = [one for one in question.decisions.all() if one.round == number]
    last = max(versions, key=lambda one: one.number, default=None)
    decision = last.decision if last else {"outcomes": (), "grounds": ()}
    return PastRound(
        label=question.label,
        name=question_name(question.label),
        number=number,
        clock=clock,
        answered_on=clock.answered_on if clock else None,
        outcomes=tuple(map(Outcome, decision["outcomes"])),
        citations=tuple(one["citation"] for one in decision["grounds"]),
        version=last.number if last else None,
        ended_by=ended.challenge.kind if ended else "",
        challenge=ended.challenge.number if ended else None,
        ended_on=ended.opened_on if ended else None,
    )


def _opening(question: Question, number: int) -> ChallengedQuestion | None:
    """Return what opened a round of a question; nothing opened the first."""
    found = question.challenged.filter(opens_round=number).select_related("challenge")
    return found.order_by("pk").first()


def _clock(
    request: Request,
    question: Question,
    number: int,
    opened: ChallengedQuestion | None,
    table: Holidays,
) -> Clock | None:
    begun_on, limit = (opened.opened_on, opened.limit) if opened else (None, "")
    facts = past_facts(request, question, number, begun_on=begun_on, limit=limit)
    try:
        return question_clock(facts, table)
    except (ClockRefused, OutsideCalendar):
        return None
