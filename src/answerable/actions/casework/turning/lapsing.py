"""Close questions because what was asked for never came, and say so."""

from collections.abc import Sequence

from django.db import transaction

from answerable.actions.casework.contributing.ending import end_contributions
from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.lettering import Rendered, rendered_letter
from answerable.actions.casework.locking import question_for, request_for
from answerable.actions.casework.telling import tell
from answerable.actions.casework.turning.confirming import confirm, way_to
from answerable.domain.clock import ClockRefused, Event
from answerable.domain.clock.lapsing import lapsed_for
from answerable.domain.decisions.letters import Office, lapse_letter
from answerable.domain.law.letters import LetterKind
from answerable.domain.roles import Move, MoveNotAllowed, Stage, stage_after
from answerable.queries.casework.clocks import clock_facts
from answerable.queries.casework.told import notice_facts
from answerable.records.casework.models import Question, Request


def lapse_questions(
    reference: str, labels: Sequence[str], *, reason: str, office: Office, doing: Doing
) -> tuple[str, ...]:
    """Close questions for which a fee was not paid, or nobody said what was meant; return their labels.

    A letter says so, where an address is known.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, do not say why, or two wait for different things.
    :raises ClockRefused: if there is still time: the message says until when.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    chosen = tuple(dict.fromkeys(labels))
    if not chosen:
        message = "Choose the questions that are to lapse"
        raise MoveNotAllowed(message)
    ready = _letter(reference, chosen, office, doing)
    with transaction.atomic():
        request = request_for(reference, Move.LAPSE, doing, reason=reason)
        questions = [
            question_for(reference, label, Move.LAPSE, doing, reason=reason) for label in chosen
        ]
        asked = _asked(request, questions, office, doing)
        for question in questions:
            question.stage = stage_after(Move.LAPSE, Stage(question.stage))
            question.ended_as = Question.End.LAPSED
            question.save(update_fields=["stage", "ended_as"])
            end_contributions(question, doing)
        recount(request, doing.table)
        data = {"questions": list(chosen), "asked": asked.kind.value, "on": str(asked.on)}
        tell("question lapsed", reference, doing, {**data, "reason": reason})
        confirm(request, ready, LetterKind.LAPSE, chosen, doing)
    return chosen


def _asked(request: Request, questions: Sequence[Question], office: Office, doing: Doing) -> Event:
    """Return what was asked for and did not come, the same for all of the questions."""
    found = {
        lapsed_for(
            clock_facts(request, one),
            on=doing.on,
            table=doing.table,
            after_days=office.lapse_after_days,
        )
        for one in questions
    }
    if len(found) > 1:
        message = "These questions wait for different things: let them lapse one after another"
        raise MoveNotAllowed(message)
    return found.pop()


def _letter(reference: str, labels: Sequence[str], office: Office, doing: Doing) -> Rendered | None:
    """Return the letter that tells it, None if it cannot reach anybody, or they may not lapse.

    It is rendered before anything is locked: whether they may is asked again afterwards.
    """
    request = Request.objects.filter(reference=reference).select_related("requester").first()
    if request is None or way_to(request) is None:
        return None
    questions = list(request.questions.filter(label__in=labels).prefetch_related("events"))
    try:
        asked = _asked(request, questions, office, doing) if questions else None
    except (ClockRefused, MoveNotAllowed):
        return None
    if asked is None:
        return None
    facts = notice_facts(request, labels, on=doing.on)
    return rendered_letter(lapse_letter(facts, office, asked=asked.kind, asked_on=asked.on))
