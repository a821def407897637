"""Move questions to another regime: their clocks follow it, and so do the checks of their decisions."""

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction

from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.happening import add_events
from answerable.actions.casework.lettering import Rendered, rendered_letter
from answerable.actions.casework.locking import question_for, request_for
from answerable.actions.casework.telling import tell
from answerable.actions.casework.turning.confirming import confirm, way_to
from answerable.domain.clock import Event, EventKind, Regime
from answerable.domain.clock.clocks import question_clock
from answerable.domain.clock.regimes import calendar_of, regime_named
from answerable.domain.decisions.letters import Office, regime_letter
from answerable.domain.law.letters import LetterKind
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.queries.casework.clocks import clock_facts, regime_of
from answerable.queries.casework.told import notice_facts
from answerable.records.casework.models import Question, Request


def change_regime(
    reference: str,
    labels: Sequence[str],
    to: str,
    *,
    reason: str,
    doing: Doing,
    office: Office | None = None,
) -> tuple[str, ...]:
    """Move questions to another regime; return their labels. A part is cut off first.

    The day of receipt stays (the clock is counted from it under the other law). Where the office is
    given and an address is known, a letter says under which law they are answered now, and why.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, do not say why, or one is under that regime already.
    :raises ClockRefused: if there is no such regime, or a clock cannot follow it.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    regime = regime_named(to)
    chosen = tuple(dict.fromkeys(labels))
    if not chosen:
        message = "Choose the questions that another law applies to"
        raise MoveNotAllowed(message)
    moved = Event(EventKind.REGIME_CHANGED, doing.on, to=regime.value)
    ready = _letter(reference, chosen, moved, reason, office, doing) if office else None
    with transaction.atomic():
        request = request_for(reference, Move.CHANGE_REGIME, doing, reason=reason)
        for label in chosen:
            question = question_for(reference, label, Move.CHANGE_REGIME, doing, reason=reason)
            _check_another(request, question, regime)
            add_events(request, question, [moved], by=doing.by.key, at=doing.at, table=doing.table)
        recount(request, doing.table)
        data = {"questions": list(chosen), "to": regime.value, "reason": reason}
        tell("regime changed", reference, doing, data)
        confirm(request, ready, LetterKind.REGIME_CHANGE, chosen, doing)
    return chosen


def _check_another(request: Request, question: Question, regime: Regime) -> None:
    if regime_of(request, question) is regime:
        name = f"Question {question.label}" if question.label else "The question"
        message = f"{name} is answered under {regime} already"
        raise MoveNotAllowed(message)


def _letter(
    reference: str, labels: Sequence[str], moved: Event, reason: str, office: Office, doing: Doing
) -> Rendered | None:
    """Return the letter that tells it, None where it cannot reach anybody or there is nothing to tell.

    It is rendered before anything is locked: whether it may be done is asked again afterwards.
    """
    request = Request.objects.filter(reference=reference).select_related("requester").first()
    if request is None or way_to(request) is None:
        return None
    questions = list(request.questions.filter(label__in=labels).prefetch_related("events"))
    if not questions or any(regime_of(request, one).value == moved.to for one in questions):
        return None
    facts = [clock_facts(request, one) for one in questions]
    clocks = [
        question_clock(replace(one, events=(*one.events, moved)), doing.table) for one in facts
    ]
    dues = [one.due_on for one in clocks if one.due_on]
    regime = regime_named(moved.to)
    letter = regime_letter(
        replace(notice_facts(request, labels, on=doing.on), regime=regime),
        office,
        why=reason,
        due_on=min(dues, default=None),
        calendar=calendar_of(regime, doing.table).name,
    )
    return rendered_letter(letter)
