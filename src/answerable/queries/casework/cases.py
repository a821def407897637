"""A request on one page: its questions and their clocks, its messages, its people, its history."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from answerable.domain.clock import (
    Clock,
    ClockFacts,
    ClockRefused,
    Event,
    Holidays,
    OutsideCalendar,
)
from answerable.domain.clock.clocks import question_clock
from answerable.domain.clock.more_time import first_due_on
from answerable.domain.questions.blind import Identity, blinded, blinded_file
from answerable.domain.roles import Situation, Stage
from answerable.queries.casework.clocks import clock_facts
from answerable.queries.casework.situations import situation_of
from answerable.queries.casework.sources import without_restricted
from answerable.queries.ledger import LedgerRow, ledger_rows
from answerable.records.casework.models import (
    CaseFile,
    DecisionVersion,
    Message,
    MessageFile,
    Notice,
    Question,
    QuestionEvent,
    Request,
)

_HISTORY = 500
_Counted = tuple[Clock | None, str, dt.date | None]
"""A clock or why there is none, and the date before any notice gave more time."""


@dataclass(frozen=True, slots=True)
class CaseQuestion:
    """A question as its officers see it; without a clock, `clock_problem` says why none can be counted.

    `first_due_on` is the date before a notice gave more time; None if none did. `decided_by` is who
    decided it in its present round.
    """

    label: str
    printed: str
    heading: str
    text: str
    round: int
    stage: Stage
    situation: Situation
    clock: Clock | None
    clock_problem: str
    first_due_on: dt.date | None
    events: tuple[Event, ...]
    outcomes: tuple[str, ...]
    exemptions: tuple[str, ...]
    version: int
    decided_by: str
    checked_by: str
    cleared_by: str
    asked_owners: int
    asked_outside: int
    answered_owners: int

    @property
    def name(self) -> str:
        """Return how people call it."""
        return f"Question {self.label}" if self.label else "The question"


@dataclass(frozen=True, slots=True)
class CaseMessage:
    """A message that belongs to a request, without who asked in its words."""

    sha256: str
    channel: str
    subject: str
    arrived_at: dt.datetime
    is_repeated: bool
    is_unseen: bool
    text: str
    files: tuple[tuple[int, str, int], ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseNote:
    """A note for colleagues."""

    by: str
    at: dt.datetime
    text: str


@dataclass(frozen=True, slots=True)
class CaseFileRow:
    """A file that may go out with the answer, and whether it may."""

    pk: int
    name: str
    label: str | None
    size: int
    sha256: str
    release: str
    release_reason: str
    released_by: str


@dataclass(frozen=True, slots=True)
class CaseLetter:
    """A letter of a request, and the state of its mail."""

    number: int
    kind: str
    title: str
    state: str
    way: str
    labels: tuple[str, ...]
    made_by: str
    made_at: dt.datetime
    sent_on: dt.date | None
    mail: str
    problem: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """All of a request but who asked."""

    reference: str
    title: str
    channel: str
    regime: str
    language: str
    received_on: dt.date
    taken_in_at: dt.datetime
    acknowledged_at: dt.datetime | None
    validity: str
    validity_reason: str
    officer: str
    team: str
    is_accepted: bool
    stage: Stage
    work_to: dt.date | None
    due_on: dt.date | None
    situation: Situation
    has_name: bool
    has_address: bool
    has_postal_address: bool
    questions: tuple[CaseQuestion, ...]
    messages: tuple[CaseMessage, ...]
    notes: tuple[CaseNote, ...]
    files: tuple[CaseFileRow, ...]
    letters: tuple[CaseLetter, ...]
    waiting_notices: int
    history: tuple[LedgerRow, ...]


_FILES = Prefetch("files", MessageFile.objects.defer("data").order_by("place"))
_PREFETCHED = (
    Prefetch("questions", Question.objects.order_by("place")),
    Prefetch("questions__events", QuestionEvent.objects.order_by("on", "pk")),
    Prefetch(
        "questions__decisions",
        DecisionVersion.objects.only("question_id", "number", "round", "by").order_by("number"),
    ),
    "questions__tags",
    "questions__contributions__owner",
    Prefetch("messages", Message.objects.defer("raw").order_by("pk").prefetch_related(_FILES)),
    "notes",
    "notices",
    "named",
)


def case_page(
    reference: str, *, table: Holidays, check: Callable[[Situation], None]
) -> CasePage | None:
    """Return a request with everything that belongs to it, None if there is none of that reference.

    `check` raises what it likes about whoever may not see the request: nothing more is read for them.
    """
    found = Request.objects.filter(reference=reference).select_related("requester").first()
    if found is None:
        return None
    check(situation_of(found))
    prefetch_related_objects([found], *_PREFETCHED)
    return _page(found, table)


def _page(found: Request, table: Holidays) -> CasePage:
    identity = identity_of(found)
    counted: dict[tuple[object, ...], _Counted] = {}
    return CasePage(
        reference=found.reference,
        title=blinded(found.title, identity),
        channel=found.channel,
        regime=found.regime,
        language=found.language,
        received_on=found.received_on,
        taken_in_at=found.taken_in_at,
        acknowledged_at=found.acknowledged_at,
        validity=found.validity,
        validity_reason=blinded(found.validity_reason, identity),
        officer=found.officer,
        team=found.team,
        is_accepted=found.is_accepted,
        stage=Stage(found.stage),
        work_to=found.work_to,
        due_on=found.due_on,
        situation=situation_of(found),
        has_name=bool(found.requester.name.strip()),
        has_address=bool(found.requester.address),
        has_postal_address=bool(found.requester.postal.strip()),
        questions=tuple(
            _question(found, one, identity, counted, table) for one in found.questions.all()
        ),
        messages=tuple(_message(one, identity) for one in found.messages.all()),
        notes=tuple(
            CaseNote(one.by, one.at, blinded(one.text, identity))
            for one in sorted(found.notes.all(), key=lambda each: each.pk)
        ),
        files=tuple(
            _file(one, identity)
            for one in found.files.defer("data").select_related("question").order_by("name")
        ),
        letters=_letters(found),
        waiting_notices=sum(one.state == Notice.State.WRITTEN for one in found.notices.all()),
        history=_history(found, identity),
    )


def identity_of(found: Request) -> Identity:
    """Return who asked, to be taken out of texts."""
    asker = found.requester
    return Identity(asker.name, asker.address, asker.postal)


def _question(
    found: Request,
    one: Question,
    identity: Identity,
    counted: dict[tuple[object, ...], _Counted],
    table: Holidays,
) -> CaseQuestion:
    facts = clock_facts(found, one)
    history = (facts.received_on, facts.regime, facts.limit, facts.events)
    if history not in counted:
        # Most questions of a request share their history: five hundred need one count.
        counted[history] = _clock(facts, table)
    clock, problem, first_due_on = counted[history]
    versions = list(one.decisions.all())
    is_decided = bool(versions) and versions[-1].round == one.round
    # The tags of a round that is over stay, for lists, until the next is decided.
    tags = sorted((tag.kind, tag.value) for tag in one.tags.all()) if is_decided else []
    contributions = [each.state for each in one.contributions.all()]
    asked_outside = sum(
        each.state == "asked" and each.owner.is_external for each in one.contributions.all()
    )
    return CaseQuestion(
        label=one.label,
        printed=one.printed,
        heading=blinded(one.heading, identity),
        text=blinded(one.text, identity),
        round=one.round,
        stage=Stage(one.stage),
        situation=situation_of(found, one),
        clock=clock,
        clock_problem=problem,
        first_due_on=first_due_on,
        events=tuple(facts.events),
        outcomes=tuple(value for kind, value in tags if kind == "outcome"),
        exemptions=_deepest([value for kind, value in tags if kind == "exemption"]),
        version=versions[-1].number if versions else 0,
        decided_by=versions[-1].by if is_decided else "",
        checked_by=one.checked_by,
        cleared_by=one.cleared_by,
        asked_owners=contributions.count("asked") - asked_outside,
        asked_outside=asked_outside,
        answered_owners=contributions.count("answered"),
    )


def _deepest(citations: list[str]) -> tuple[str, ...]:
    """Return the limbs alone: lists keep the sections above them, too."""
    return tuple(
        one for one in citations if not any(other.startswith(f"{one}(") for other in citations)
    )


def _clock(facts: ClockFacts, table: Holidays) -> _Counted:
    try:
        return question_clock(facts, table), "", first_due_on(facts, table)
    except (ClockRefused, OutsideCalendar) as problem:
        return None, str(problem), None


def _message(one: Message, identity: Identity) -> CaseMessage:
    return CaseMessage(
        sha256=one.sha256,
        channel=one.channel,
        subject=blinded(one.subject, identity),
        arrived_at=one.arrived_at,
        is_repeated=one.is_repeated,
        is_unseen=one.is_unseen,
        text=blinded(one.text, identity),
        files=tuple(
            (file.place, blinded_file(file.name, identity), file.pk) for file in one.files.all()
        ),
        problems=tuple(one.problems),
    )


def _file(one: CaseFile, identity: Identity) -> CaseFileRow:
    return CaseFileRow(
        pk=one.pk,
        name=blinded_file(one.name, identity),
        label=one.question.label if one.question else None,
        size=one.size,
        sha256=one.sha256,
        release=one.release,
        release_reason=blinded(one.release_reason, identity),
        released_by=one.released_by,
    )


def _letters(found: Request) -> tuple[CaseLetter, ...]:
    listed = found.letters.defer("pdf", "html", "text").order_by("number")
    return tuple(
        CaseLetter(
            number=one.number,
            kind=one.kind,
            title=one.title,
            state=one.state,
            way=one.way,
            labels=tuple(one.labels),
            made_by=one.made_by,
            made_at=one.made_at,
            sent_on=one.sent_on,
            mail=one.outgoing.state if hasattr(one, "outgoing") else "",
            problem=one.outgoing.problem if hasattr(one, "outgoing") else "",
        )
        for one in listed.select_related("outgoing")
    )


def _history(found: Request, identity: Identity) -> tuple[LedgerRow, ...]:
    """Return what the ledger says of a request; reasons are words of people, and people name people."""
    rows = without_restricted(ledger_rows(subject=f"request {found.reference}", last=_HISTORY))
    return tuple(replace(one, data=_blind_data(one.data, identity)) for one in rows)


def _blind_data(data: Mapping[str, Any], identity: Identity) -> dict[str, Any]:
    return {
        name: blinded(value, identity) if isinstance(value, str) else value
        for name, value in data.items()
    }
