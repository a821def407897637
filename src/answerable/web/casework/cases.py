"""The page of a request: everything about it but who asked."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from answerable.domain.clock import Clock, State
from answerable.domain.clock.drafting import draft_of_clock
from answerable.domain.clock.left import left_in_words
from answerable.domain.clock.steps import explained
from answerable.domain.decisions.aloud import listed
from answerable.domain.roles import NO_REQUEST, Actor, Move, Stage, rule, why_not
from answerable.publishing.timeline import (
    QuestionClock,
    request_timeline,
    timeline_svg,
    timeline_words,
)
from answerable.queries.accounts import people, team_names
from answerable.queries.casework.cases import CasePage, CaseQuestion, case_page
from answerable.queries.casework.challenges import challenges_listed
from answerable.queries.casework.clashes.seen import open_clashes_of
from answerable.queries.casework.disposals import disposed_request
from answerable.queries.casework.linked import linked_requests
from answerable.queries.casework.releasing.file_pages import file_rows
from answerable.queries.casework.watching import watchers_of
from answerable.queries.casework.whose_time import late_answers_of
from answerable.web.casework.addresses import label_part
from answerable.web.casework.doing import doing_of
from answerable.web.casework.history import history_lines
from answerable.web.casework.releasing.showing import listed_file
from answerable.web.casework.seeing import check_sees
from answerable.web.casework.timing.words import late_lines
from answerable.web.casework.words import capital, outcome_tags, stage_tag
from answerable.web.staff import staff_page
from answerable.web.tags import Tag


@dataclass(frozen=True, slots=True)
class Step:
    """Something that somebody can do with a request: where, and why they cannot now, if so."""

    words: str
    address: str
    refusal: str


@dataclass(frozen=True, slots=True)
class ListedQuestion:
    """A question in the list of a request's page."""

    question: CaseQuestion
    part: str
    stage: Tag
    tags: tuple[Tag, ...]
    days: str
    hands: str


@dataclass(frozen=True, slots=True)
class ListedClock:
    """A clock that some questions share: which, when they are due, and the days of the count."""

    names: str
    due: str
    alternatives: tuple[str, ...]
    notes: tuple[str, ...]
    lines: tuple[str, ...]


@require_safe
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a request."""
    doing = doing_of(request)
    found = case_page(reference, table=doing.table, check=partial(check_sees, doing.by))
    if found is None:
        return _disposed(request, reference, doing.by)
    names = {row.email: row.name for row in people()}
    timeline = request_timeline(_clocks(found), today=doing.on)
    steps = _steps(found, doing.by)
    draft_due_on = _draft_due_on(found)
    watchers = watchers_of(reference)
    context = {
        "found": found,
        "stage": stage_tag(found.stage),
        "officer": names.get(found.officer, found.officer),
        "team": team_names([found.team]).get(found.team, ""),
        "draft_due_on": draft_due_on,
        "is_draft_late": draft_due_on is not None and doing.on > draft_due_on,
        "questions": [_listed(one, doing.on, names) for one in found.questions],
        "clocks": _listed_clocks(found, doing.on),
        "picture": mark_safe(timeline_svg(timeline)),  # noqa: S308 every text in it is escaped
        "picture_words": timeline_words(timeline),
        "steps": [one for one in steps if not one.refusal],
        "closed_steps": [one for one in steps if one.refusal],
        "late": late_lines(late_answers_of(reference), names),
        "clashes": open_clashes_of(reference, viewer=doing.by),
        "linked": linked_requests(reference, viewer=doing.by, table=doing.table),
        "watchers": sorted(names.get(key, key) for key in watchers),
        "is_watched": doing.by.key in watchers,
        "unseen": [one for one in found.messages if one.is_unseen],
        "named": sorted(names.get(key, key) for key in found.situation.named),
        "may_note": not why_not(Move.NOTE, actor=doing.by, situation=found.situation),
        "may_look": not why_not(Move.LOOK, actor=doing.by, situation=found.situation),
        "may_read_letters": not why_not(
            Move.READ_LETTER, actor=doing.by, situation=found.situation
        ),
        "files": [listed_file(one) for one in file_rows(reference, anew=False)]
        if found.files
        else [],
        "challenges": challenges_listed(reference),
        "notes": [replace(one, by=names.get(one.by, one.by)) for one in found.notes],
        "history": history_lines(found.history, names),
    }
    return staff_page(request, "casework/case.html", context)


def _disposed(request: HttpRequest, reference: str, actor: Actor) -> HttpResponse:
    """Say what is left of a request that was disposed of.

    :raises Http404: if there never was one.
    :raises PermissionDenied: if their roles have no part in requests.
    """
    stub = disposed_request(reference)
    if stub is None:
        raise Http404
    check_sees(actor, NO_REQUEST)
    names = {row.email: row.name for row in people()}
    context = {
        "stub": stub,
        "listed_by": names.get(stub.listed_by, stub.listed_by),
        "approved_by": names.get(stub.approved_by, stub.approved_by),
    }
    return staff_page(request, "casework/disposed.html", context, status=410)


_STEPS = (
    (Move.TAKE, "Take it", "request-assignment"),
    (Move.ACCEPT, "Accept it", "request-assignment"),
    (Move.ASSIGN, "Assign it", "request-assignment"),
    (Move.VALIDATE, "Say whether it is valid", "request-validity"),
    (Move.EDIT, "Change how it is split", "request-questions"),
    (Move.RECORD, "Record what happened", "request-events"),
    (Move.CHECK, "Check drafts", "request-clearance"),
    (Move.CLEAR, "Clear drafts", "request-clearance"),
    (Move.SEND_BACK, "Send drafts back", "request-clearance"),
    (Move.ATTACH, "Attach files", "request-files"),
    (Move.SEND, "Send the answer", "request-letter"),
    (Move.STOP, "See the letter that leaves, or stop it", "request-letter"),
    (Move.SEE_REQUESTER, "See who asked", "request-requester"),
    (Move.SEND_LINK, "Send who asked a new link", "request-follow-link"),
    (Move.LINK, "Link it to another request", "request-links"),
    (Move.RESTRICT, "Restrict it", "request-restriction"),
    (Move.MERGE_REQUESTS, "Merge a duplicate into it", "request-merging"),
    (Move.EXPORT_REQUEST, "Take it out whole", "request-export"),
    (Move.HOLD, "Say how long it is kept, or hold it", "request-retention"),
    (Move.TAKE_REVIEW, "See reviews and complaints", "request-challenges"),
    (Move.ASK_REVIEW, "Record that a review is asked for", "request-review-new"),
    (Move.RECORD_COMPLAINT, "Record a complaint to the regulator", "request-complaint-new"),
    (Move.NOTIFY, "Take more time, or ask for a fee", "request-notices"),
    (Move.LET_GO, "Let a notice go", "request-notices"),
    (Move.CLARIFY, "Record what was meant", "request-turns"),
    (Move.CHANGE_REGIME, "Move questions to another law", "request-turns"),
    (Move.WITHDRAW, "Withdraw questions", "request-turns"),
    (Move.LAPSE, "Let questions lapse", "request-turns"),
    (Move.CLOSE, "Close without an answer", "request-clearance"),
    (Move.REOPEN, "Reopen", "request-clearance"),
    (Move.DRAFT_ENTRY, "Write its entry for the log", "request-entry"),
    (Move.VALIDATE_ENTRY, "Validate its entry for the log", "entry-validation"),
    (Move.KEEP_OUT, "Keep it out of the log", "entry-keeping-out"),
)


def _steps(found: CasePage, actor: Actor) -> tuple[Step, ...]:
    """Return what the roles of somebody let them do, and why not now; what is others' is left out."""
    return tuple(
        Step(words, reverse(page, args=[found.reference]), _refusal(move, found, actor))
        for move, words, page in _STEPS
        if actor.roles & set(rule(move).roles) and not (move is Move.ACCEPT and found.is_accepted)
    )


def _refusal(move: Move, found: CasePage, actor: Actor) -> str:
    """Return why something cannot be done with the request, or with any question of it."""
    if move is Move.LET_GO and not found.waiting_notices:
        return "No notice waits to be let go"
    if move not in _OF_QUESTIONS:
        return why_not(move, actor=actor, situation=found.situation)
    refusals = [why_not(move, actor=actor, situation=one.situation) for one in found.questions]
    if not refusals:
        return "It has no question"
    return "" if "" in refusals else refusals[0]


_OF_QUESTIONS = (
    Move.CHECK,
    Move.CLEAR,
    Move.SEND_BACK,
    Move.SEND,
    Move.STOP,
    Move.CLARIFY,
    Move.CHANGE_REGIME,
    Move.WITHDRAW,
    Move.LAPSE,
    Move.CLOSE,
    Move.REOPEN,
)


def _draft_due_on(found: CasePage) -> dt.date | None:
    """Return when the first draft of a question that is still open is due; None if none is."""
    days = (
        draft_of_clock(one.clock, working_days=settings.ANSWERABLE_DRAFT_DAYS)
        for one in found.questions
        if one.clock is not None and one.stage is Stage.OPEN
    )
    return min((day for day in days if day), default=None)


def _clocks(found: CasePage) -> list[QuestionClock]:
    """Return each clock with its question, to be drawn."""
    return [
        QuestionClock(one.label, one.clock, one.events)
        for one in found.questions
        if one.clock is not None
    ]


def _listed(one: CaseQuestion, today: dt.date, names: Mapping[str, str]) -> ListedQuestion:
    hands = (
        ("decided by", one.decided_by),
        ("checked by", one.checked_by),
        ("cleared by", one.cleared_by),
    )
    return ListedQuestion(
        question=one,
        part=label_part(one.label),
        stage=stage_tag(one.stage),
        tags=outcome_tags(one.outcomes),
        days=_days(one, today),
        hands=", ".join(f"{did} {names.get(key, key)}" for did, key in hands if key),
    )


def _days(one: CaseQuestion, today: dt.date) -> str:
    """Return how a question's clock stands; after an extension the first date stays in view."""
    if one.stage is Stage.CLOSED:
        return ""
    words = _clock_words(one.clock, today)
    if one.first_due_on is None or one.clock is None or one.clock.due_on is None:
        return words
    return f"{words} (first due {_day(one.first_due_on)}, now {_day(one.clock.due_on)})"


def _day(day: dt.date) -> str:
    return f"{day:%-d %B %Y}"


def _clock_words(clock: Clock | None, today: dt.date) -> str:
    if clock is None:
        return "No date can be counted"
    if clock.state is State.WAITING:
        return "Waits for the requester"
    if clock.state is State.ANSWERED:
        return "Answered late" if clock.is_late else "Answered in time"
    if clock.state is State.LAPSED:
        return "Lapsed"
    left = clock.days_left(today)
    return "" if left is None else capital(left_in_words(left))


def _listed_clocks(found: CasePage, today: dt.date) -> list[ListedClock]:
    shared: dict[int, tuple[Clock, list[str]]] = {}
    for one in found.questions:
        if one.clock is not None:
            # Questions with the same events share one clock.
            shared.setdefault(id(one.clock), (one.clock, []))[1].append(one.label)
    return [_listed_clock(clock, labels, today) for clock, labels in shared.values()]


def _listed_clock(clock: Clock, labels: list[str], today: dt.date) -> ListedClock:
    named = [one for one in labels if one]
    if not named:
        names = "The question"
    else:
        names = f"Question{'s' if len(named) > 1 else ''} {listed(named)}"
    return ListedClock(
        names=names,
        due=_clock_words(clock, today),
        alternatives=tuple(
            f"{_day(one.due_on)}: {one.why}" for one in clock.alternatives if one.due_on
        ),
        notes=clock.notes,
        lines=tuple(explained(clock)),
    )
