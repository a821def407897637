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
    )


def _deciders(question: Question) -> frozenset[str]:
    """Return all who wrote the decision, and who put it forward."""
    authors = {one.by for one in question.decisions.all()}
    return frozenset(authors | {question.drafted_by}) - {""}
