"""What the table of moves is asked about: how far a request or a question is, and who had it."""

from answerable.domain.roles import Situation, Stage
from answerable.records.casework.models import Question, Request


def situation_of(request: Request, question: Question | None = None) -> Situation:
    """Return how far a request is, or a question of it, and through whose hands it went."""
    named: frozenset[str] = frozenset()
    if request.is_restricted:
        named = frozenset(one.key for one in request.named.all())
    return Situation(
        stage=Stage(question.stage if question else request.stage),
        officer=request.officer,
        is_accepted=request.is_accepted,
        deciders=_deciders(question) if question else frozenset(),
        checked_by=question.checked_by if question else "",
        is_restricted=request.is_restricted,
        named=named,
        hands=_hands(question) if question else frozenset(),
    )


def _deciders(question: Question) -> frozenset[str]:
    """Return all who wrote the decision of this round, and who put it forward."""
    authors = {one.by for one in question.decisions.all() if one.round == question.round}
    return frozenset(authors | {question.drafted_by}) - {""}


def _hands(question: Question) -> frozenset[str]:
    """Return all who had a part in an answer to a question, in any of its rounds."""
    authors = {one.by for one in question.decisions.all()}
    now = {question.drafted_by, question.checked_by, question.cleared_by}
    return frozenset(authors | now | set(question.past_hands)) - {""}
