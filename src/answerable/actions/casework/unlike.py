"""Put an earlier answer aside because its question is not the same, and show it again."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import question_for
from answerable.actions.casework.telling import tell
from answerable.domain.precedent.relations import Relation
from answerable.domain.questions.blind import blinded
from answerable.domain.roles import Move
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.earlier import EarlierAnswer
from answerable.queries.casework.unlike import pairs_of
from answerable.reading.alphabets import storable
from answerable.records.casework.models import Question, Request, UnlikePair

_LONGEST = 4000


def put_aside(
    reference: str,
    label: str,
    earlier: EarlierAnswer,
    *,
    relation: Relation | None,
    reason: str,
    doing: Doing,
) -> None:
    """Show an earlier answer to nobody any more for a question, nor the question for it.

    `relation` says how the two are related after all, None that they have nothing in common. What is put aside
    already stays as it is.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not write its decision.
    """
    with transaction.atomic():
        question = question_for(reference, label, Move.WRITE, doing)
        if pairs_of(question, earlier.key):
            return
        UnlikePair.objects.create(
            question=question,
            key=earlier.key,
            relation=relation or "",
            reason=storable(reason.strip()[:_LONGEST]),
            by=doing.by.key,
            at=doing.at,
            **_both(question, earlier),
        )
        data = {"question": question.label, "answer": earlier.named}
        tell("earlier answer put aside", reference, doing, data)


def show_again(reference: str, label: str, key: str, *, doing: Doing) -> None:
    """Show an earlier answer again that was put aside for a question; nothing changes if it was not.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not write its decision.
    """
    with transaction.atomic():
        question = question_for(reference, label, Move.WRITE, doing)
        for pair in pairs_of(question, key):
            data = {"question": question.label, "answer": _other(pair, question)}
            pair.delete()
            tell("earlier answer shown again", reference, doing, data)


def _both(question: Question, earlier: EarlierAnswer) -> dict[str, object]:
    """Return both questions as they are now, without who asked."""
    filed, request = earlier.filed, question.request
    ours = None if filed.is_theirs else Request.objects.filter(reference=filed.reference).first()
    return {
        "name": earlier.named[:500],
        "earlier": ours,
        "earlier_label": (filed.label or "") if ours else "",
        "text": blinded(question.text, identity_of(request)),
        "asked_on": request.received_on,
        "earlier_text": filed.text,
        "earlier_on": filed.on,
        "told": earlier.relation,
    }


def _other(pair: UnlikePair, question: Question) -> str:
    """Return the name of what a question was put apart from."""
    if pair.question_id == question.pk:
        return pair.name
    label = f" question {pair.question.label}" if pair.question.label else ""
    return f"{pair.question.request.reference}{label}"
