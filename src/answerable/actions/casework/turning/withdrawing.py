"""Whoever asked no longer wants an answer: questions are closed, and a letter confirms it."""

from collections.abc import Sequence

from django.db import transaction

from answerable.actions.casework.contributing.ending import end_contributions
from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.lettering import Rendered, rendered_letter
from answerable.actions.casework.locking import question_for, request_for
from answerable.actions.casework.telling import tell
from answerable.actions.casework.turning.confirming import confirm, way_to
from answerable.domain.decisions.letters import Office, withdrawal_letter
from answerable.domain.law.letters import LetterKind
from answerable.domain.roles import Move, MoveNotAllowed, Stage, rule, stage_after
from answerable.queries.casework.told import notice_facts
from answerable.records.casework.models import Question, Request


def withdraw_questions(
    reference: str,
    labels: Sequence[str],
    *,
    doing: Doing,
    reason: str = "",
    office: Office | None = None,
) -> tuple[str, ...]:
    """Close questions because whoever asked said so; return their labels.

    No label means all that are not answered. Where the office is given and an address is known,
    a letter confirms it. What ends for another reason is closed or lapses.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, or nothing is left to withdraw: nothing is done then.
    """
    found = Request.objects.filter(reference=reference).first()
    chosen = _chosen(found, labels) if found else tuple(labels)
    ready = _confirmation(found, chosen, office, doing) if found else None
    with transaction.atomic():
        request = request_for(reference, Move.WITHDRAW, doing)
        if _chosen(request, labels) != chosen:
            message = "The request changed meanwhile: look at it again before you withdraw anything"
            raise MoveNotAllowed(message)
        for label in chosen:
            _close(reference, label, doing)
        recount(request, doing.table)
        data: dict[str, object] = {"questions": list(chosen)}
        tell("question withdrawn", reference, doing, {**data, "reason": reason} if reason else data)
        confirm(request, ready, LetterKind.WITHDRAWAL, chosen, doing)
    return chosen


def _chosen(request: Request, labels: Sequence[str]) -> tuple[str, ...]:
    """Return the questions that are named, or all that are not answered."""
    if labels:
        return tuple(dict.fromkeys(labels))
    stages = rule(Move.WITHDRAW).stages
    return tuple(one.label for one in request.questions.filter(stage__in=stages).order_by("place"))


def _confirmation(
    request: Request, labels: Sequence[str], office: Office | None, doing: Doing
) -> Rendered | None:
    """Return the letter that confirms it, None if nobody could be sent one.

    It is rendered before anything is locked, because that takes longer than others should wait.
    """
    if office is None or not labels or way_to(request) is None:
        return None
    facts = notice_facts(request, labels, on=doing.on)
    return rendered_letter(withdrawal_letter(facts, office))


def _close(reference: str, label: str, doing: Doing) -> None:
    question = question_for(reference, label, Move.WITHDRAW, doing)
    question.stage = stage_after(Move.WITHDRAW, Stage(question.stage))
    question.drafted_by = question.checked_by = question.cleared_by = ""
    question.ended_as = Question.End.WITHDRAWN
    question.save()
    end_contributions(question, doing)
