"""Generated requests as the rows that casework stores, with the ledger lines that their actions would add."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from types import SimpleNamespace
from typing import Any

from django.db.models import Model

from answerable.domain.clock import ClockFacts, Holidays, State
from answerable.domain.clock.clocks import question_clock
from answerable.domain.roles import Stage, request_stage
from answerable.records.casework.models import (
    Allocation,
    Contribution,
    ContributionAnswer,
    DecidedTag,
    DecisionVersion,
    InformationOwner,
    Message,
    NamedPerson,
    Note,
    Question,
    QuestionEvent,
    Request,
    Requester,
)
from bench.case_decisions import decided
from bench.case_letters import letter_of, link_of
from bench.cases import CHECKERS, INTAKE, MANAGERS, Case, Part

OWNERS = 40
_NINE = dt.time(9, tzinfo=dt.UTC)
_DECIDED = (Stage.DRAFTED, Stage.CHECKED, Stage.CLEARED, Stage.LEAVING, Stage.SENT)
_CHECKED = _DECIDED[1:]
_CLEARED = _DECIDED[2:]
_NOTED = (
    "Rang the team: the figures are in the yearly return.",
    "Two of these were asked last spring; see the log.",
    "Waiting for the owner, who is back on Monday.",
    "The table has small numbers: talk to a checker before this goes forward.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """Something that the ledger tells: the moment, who, what, to what, and the particulars."""

    at: dt.datetime
    by: str
    action: str
    subject: str
    data: dict[str, Any]


@dataclass(slots=True)
class Rows:
    """The rows of one request by their tables, and its ledger lines."""

    stored: dict[type[Model], list[Any]] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    def add(self, model: type[Model], numbers: "Numbers", **fields: Any) -> Any:
        """Add a row with the next key of its table; what is not said of it is as the model has it."""
        # A model's own instances take ten times as long to make, and there are millions.
        row = SimpleNamespace(**{**_defaults(model), "id": numbers.of(model), **fields})
        self.stored.setdefault(model, []).append(row)
        return row


@cache
def _defaults(model: type[Model]) -> dict[str, Any]:
    fields = model._meta.concrete_fields  # noqa: SLF001 how Django itself says what a table has
    return {one.attname: one.get_default() for one in fields}


class Numbers:
    """The next primary key of each table, from 1."""

    def __init__(self) -> None:
        """Begin each table with 1."""
        self._next: dict[type, Iterator[int]] = {}
        self._of_year: dict[int, int] = {}

    def of(self, model: type) -> int:
        """Return the next key of a table."""
        return next(self._next.setdefault(model, count(1)))

    def reference(self, year: int) -> str:
        """Return the next reference of a year."""
        self._of_year[year] = self._of_year.get(year, 0) + 1
        return f"{year}-{self._of_year[year]:04d}"

    def counters(self) -> dict[int, int]:
        """Return the last number of each year."""
        return dict(self._of_year)


@dataclass(frozen=True, slots=True)
class _Making:
    """A request in the making: what it is made of, its row, and where its rows go."""

    case: Case
    request: Any
    numbers: Numbers
    rows: Rows

    def add(self, model: type[Model], **fields: Any) -> Any:
        """Add a row with the next key of its table."""
        return self.rows.add(model, self.numbers, **fields)

    def tell(self, at: dt.datetime, by: str, action: str, **data: Any) -> None:
        """Add a line about the request to the ledger."""
        self.rows.told.append(Told(at, by, action, f"request {self.request.reference}", data))

    def day(self, share: float) -> dt.datetime:
        """Return the moment at which so much of the request's time was gone."""
        last = self.case.ended_on or self.case.received_on + dt.timedelta(days=25)
        days = int((last - self.case.received_on).days * share)
        return dt.datetime.combine(self.case.received_on + dt.timedelta(days=days), _NINE)


def rows_of(case: Case, numbers: Numbers, table: Holidays) -> Rows:
    """Return everything that is stored of a request, its dates counted as `recount` counts them."""
    rows = Rows()
    request = _request(case, numbers, rows)
    making = _Making(case, request, numbers, rows)
    _take_in(making)
    _assign(making)
    questions = [_question(making, place, part, table) for place, part in enumerate(case.parts)]
    for question, part in zip(questions, case.parts, strict=True):
        _work_on(making, question, part)
    _keep_dates(request, questions, table)
    _move_on(making, questions)
    link_of(making.add, request)
    if letter := letter_of(making.add, case, request, questions):
        told = {"letter": 1, "way": letter.way, "questions": letter.labels}
        making.tell(letter.sent_at, case.officer, "letter sent", on=str(letter.sent_on), **told)
    return rows


def owners(numbers: Numbers) -> list[InformationOwner]:
    """Return the information owners of the office."""
    return [
        InformationOwner(
            id=numbers.of(InformationOwner),
            name=f"Owner {one}",
            email=f"owner-{one}@opa.example",
            area=("finance", "people", "estates", "systems", "operations")[one % 5],
        )
        for one in range(1, OWNERS + 1)
    ]


def _request(case: Case, numbers: Numbers, rows: Rows) -> Any:
    chance = case.chance
    asker = f"asker-{case.number + 1}"
    requester = rows.add(Requester, numbers, name=asker.title(), address=f"{asker}@post.example")
    taken_in_at = dt.datetime.combine(case.received_on, _NINE)
    is_valid = case.officer != "" and chance.next() < 0.97
    return rows.add(
        Request,
        numbers,
        reference=numbers.reference(case.received_on.year),
        title=case.title,
        requester_id=requester.id,
        channel=chance.one_of(("email", "email", "email", "web", "web", "post", "api")),
        received_on=case.received_on,
        taken_in_at=taken_in_at,
        acknowledged_at=taken_in_at + dt.timedelta(hours=2) if is_valid else None,
        validity="valid" if is_valid else "",
        validated_by=chance.one_of(INTAKE) if is_valid else "",
        validated_at=taken_in_at + dt.timedelta(hours=2) if is_valid else None,
        officer=case.officer,
        team=case.team,
        is_accepted=bool(case.officer) and case.is_accepted,
        assigned_at=taken_in_at + dt.timedelta(hours=6) if case.officer else None,
        is_restricted=case.is_restricted,
    )


def _take_in(making: _Making) -> None:
    case, request = making.case, making.request
    asked = "\n\n".join(f"{one.label} {one.wording.text}".strip() for one in case.parts)
    first = _message(making, f"Dear colleagues,\n\n{asked}\n", request.taken_in_at)
    data = {"message": first.sha256, "channel": request.channel, "questions": len(case.parts)}
    making.tell(request.taken_in_at, "mail (command line)", "request taken in", **data)
    if request.validity:
        making.tell(
            request.validated_at, request.validated_by, "request validated", validity="valid"
        )
    if case.chance.next() < 0.12:
        later = _message(making, "When may I expect an answer?\n", making.day(0.7))
        later.is_unseen = case.ended_on is None
        making.tell(later.arrived_at, "mail (command line)", "message filed", message=later.sha256)
    if case.is_restricted:
        people = sorted({case.officer, MANAGERS[0]} - {""})
        for key in people:
            making.add(NamedPerson, request_id=request.id, key=key)
        making.tell(making.day(0.05), MANAGERS[0], "request restricted", people=people)


def _message(making: _Making, text: str, at: dt.datetime) -> Any:
    request, sender = making.request, f"asker-{making.case.number + 1}@post.example"
    identity = f"<{request.reference}.{at:%Y%m%d}@post.example>"
    head = f"From: {sender}\r\nDate: {at:%a, %d %b %Y %H:%M:%S} +0000\r\nMessage-ID: {identity}"
    raw = f"{head}\r\nSubject: {request.title}\r\n\r\n{text}".encode()
    digest = hashlib.sha256(raw).hexdigest()
    return making.add(
        Message,
        identity=digest,
        sha256=digest,
        raw=raw,
        channel=request.channel,
        arrived_at=at,
        taken_in_by="mail (command line)",
        request_id=request.id,
        message_id=identity,
        sender=sender,
        subject=request.title,
        received_at=at,
        text=text,
    )


def _assign(making: _Making) -> None:
    case, request = making.case, making.request
    if not case.officer:
        return
    by = case.chance.one_of(INTAKE)
    accepted_at = request.assigned_at + dt.timedelta(hours=20) if case.is_accepted else None
    making.add(
        Allocation,
        request_id=request.id,
        officer=case.officer,
        team=case.team,
        by=by,
        at=request.assigned_at,
        answer="accepted" if accepted_at else "offered",
        answered_at=accepted_at,
    )
    assigned = {"officer": case.officer, "team": case.team}
    making.tell(request.assigned_at, by, "request assigned", **assigned)
    if accepted_at:
        making.tell(accepted_at, case.officer, "request accepted")
        for _ in range(int(case.chance.next() * 3)):
            _note(making)


def _note(making: _Making) -> None:
    words, at = making.case.chance.one_of(_NOTED), making.day(0.3)
    making.add(Note, request_id=making.request.id, by=making.case.officer, at=at, text=words)
    digest = hashlib.sha256(words.encode()).hexdigest()[:16]
    making.tell(at, making.case.officer, "note added", note=digest)


def _question(making: _Making, place: int, part: Part, table: Holidays) -> Any:
    facts = ClockFacts(making.case.received_on, events=part.events)
    clock = question_clock(facts, table)
    question = making.add(
        Question,
        request_id=making.request.id,
        place=place,
        label=part.label,
        printed=f"{part.label}." if part.label else "",
        text=part.wording.text,
        stage=part.stage.value,
        clock_state=clock.state.value,
        due_on=clock.due_on,
        work_to=clock.work_to,
    )
    for event in part.events:
        at = dt.datetime.combine(event.on, _NINE)
        making.add(
            QuestionEvent,
            question_id=question.id,
            kind=event.kind.value,
            on=event.on,
            to=event.to,
            until=event.until,
            recorded_at=at,
            recorded_by=making.case.officer,
        )
    return question


def _work_on(making: _Making, question: Any, part: Part) -> None:
    case = making.case
    if not case.officer or not case.is_accepted:
        return
    if case.chance.next() < 0.08:
        _ask_owner(making, question, is_answered=part.stage in _DECIDED)
    if part.stage in _DECIDED or (part.stage is Stage.OPEN and case.chance.next() < 0.3):
        _decide(making, question, part)
    if part.stage in _DECIDED:
        question.drafted_by = case.officer
        making.tell(
            making.day(0.7), case.officer, "decision put forward", question=part.label, version=1
        )
    if part.stage in _CHECKED:
        question.checked_by = CHECKERS[case.number % len(CHECKERS)]
    if part.stage in _CLEARED:
        question.cleared_by = MANAGERS[case.number % len(MANAGERS)]


def _ask_owner(making: _Making, question: Any, *, is_answered: bool) -> None:
    asked_at, answered_at = making.day(0.2), making.day(0.4) if is_answered else None
    said = "The figures are in the attached return." if is_answered else ""
    contribution = making.add(
        Contribution,
        question_id=question.id,
        number=1,
        owner_id=making.case.chance.between(1, OWNERS),
        words=f"What do you hold about this? {question.text}",
        asked_by=making.case.officer,
        asked_at=asked_at,
        due_on=asked_at.date() + dt.timedelta(days=7),
        nonce=f"{question.id:040x}",
        state="answered" if is_answered else "asked",
        text=said,
        answered_at=answered_at,
    )
    if answered_at:
        making.add(
            ContributionAnswer,
            contribution_id=contribution.id,
            number=1,
            at=answered_at,
            text=said,
        )


def _decide(making: _Making, question: Any, part: Part) -> None:
    made = decided(part.wording.outcomes, part.wording.exemptions)
    by, at = making.case.officer, making.day(0.6)
    making.add(
        DecisionVersion,
        question_id=question.id,
        number=1,
        by=by,
        at=at,
        answer=part.wording.answer,
        decision=made.as_json,
    )
    for kind, value in made.tags:
        making.add(
            DecidedTag,
            request_id=making.request.id,
            question_id=question.id,
            kind=kind,
            value=value,
        )
    digest = hashlib.sha256(part.wording.answer.encode()).hexdigest()[:16]
    making.tell(at, by, "decision written", question=part.label, version=1, digest=digest)


def _keep_dates(request: Any, questions: Sequence[Any], table: Holidays) -> None:
    """Keep beside the request what `recount` would keep (a test holds the two together)."""
    running = [
        one
        for one in questions
        if one.stage not in (Stage.SENT, Stage.CLOSED)
        and one.clock_state not in (State.ANSWERED, State.LAPSED)
    ]
    request.stage = request_stage(Stage(one.stage) for one in questions).value
    request.open_questions = len(running)
    request.work_to = min((one.work_to for one in running if one.work_to), default=None)
    request.due_on = max((one.due_on for one in questions if one.due_on), default=None)
    request.calendar = table.version


def _move_on(making: _Making, questions: Sequence[Any]) -> None:
    """Tell what was checked, cleared, sent and closed: one line each for all questions together."""
    for action, key, share in (
        ("draft checked", "checked_by", 0.8),
        ("draft cleared", "cleared_by", 0.9),
    ):
        moved = [one for one in questions if getattr(one, key)]
        if moved:
            by = getattr(moved[0], key)
            making.tell(making.day(share), by, action, questions=[one.label for one in moved])
    closed = [one.label for one in questions if one.stage == Stage.CLOSED]
    if closed:
        reason = "Withdrawn by the person who asked"
        making.tell(
            making.day(1), making.case.officer, "question closed", questions=closed, reason=reason
        )
    events = sorted({(one.on, one.kind.value) for part in making.case.parts for one in part.events})
    for on, kind in events:
        at = dt.datetime.combine(on, _NINE)
        making.tell(at, making.case.officer, "event recorded", events=[[kind, str(on)]])
