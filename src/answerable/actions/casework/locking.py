"""Hold a request while something is done with it, by somebody who may do it."""

from answerable.actions.casework.doing import Doing
from answerable.domain.roles import Move, MoveNotAllowed, check_move
from answerable.domain.roles.moves import may_see_hidden
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import Question, Request


class RequestNotFound(Exception):
    """There is no such request, or no such question, message or file in it."""


def locked_request(reference: str) -> Request:
    """Return a request that nobody else changes until the transaction ends.

    :raises RequestNotFound: if there is none of that reference.
    """
    request = Request.objects.select_for_update().filter(reference=reference).first()
    if request is None:
        raise _not_found(reference)
    return request


def request_for(reference: str, move: Move, doing: Doing, *, reason: str = "-") -> Request:
    """Return a locked request with which somebody may do something now.

    :raises RequestNotFound: if there is none, or it is restricted to others.
    :raises MoveNotAllowed: if they may not; the message says why.
    """
    request = locked_request(reference)
    _check_seen(request, doing)
    check_move(move, actor=doing.by, situation=situation_of(request), reason=reason)
    return request


def question_for(
    reference: str, label: str, move: Move, doing: Doing, *, reason: str = "-"
) -> Question:
    """Return a question, its request locked, with which somebody may do something now.

    :raises RequestNotFound: if there is no such request or question, or it is restricted to others.
    :raises MoveNotAllowed: if they may not; the message says why.
    """
    request = locked_request(reference)
    _check_seen(request, doing)
    question = request.questions.filter(label=label).first()
    if question is None:
        known = ", ".join(one or "(one without a label)" for one in _labels(request))
        message = f"{reference} has no question {label}: it has {known or 'none'}"
        raise RequestNotFound(message)
    situation = situation_of(request, question)
    check_move(move, actor=doing.by, situation=situation, reason=reason)
    question.request = request
    return question


def check_all_open(request: Request) -> None:
    """Do nothing if every question is still open.

    :raises MoveNotAllowed: if one is further on, or closed.
    """
    for question in request.questions.order_by("place"):
        if question.stage != "open":
            name = f"Question {question.label}" if question.label else "The question"
            message = f"{name} is {question.stage}: take it back first"
            raise MoveNotAllowed(message)


def _check_seen(request: Request, doing: Doing) -> None:
    """Say of a restricted request what is said of one that does not exist."""
    situation = situation_of(request)
    is_named = doing.by.key in situation.named or may_see_hidden(doing.by)
    if situation.is_restricted and not is_named:
        raise _not_found(request.reference)


def _labels(request: Request) -> list[str]:
    return list(request.questions.order_by("place").values_list("label", flat=True))


def _not_found(reference: str) -> RequestNotFound:
    return RequestNotFound(f"There is no request {reference}: check the reference")
