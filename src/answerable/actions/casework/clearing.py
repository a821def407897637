"""Bring decisions from draft to cleared, by different people; send them back, close, reopen."""

from collections.abc import Callable, Mapping, Sequence

from django.db import transaction
from django.db.models import Max

from answerable.actions.casework.contributing.ending import end_contributions
from answerable.actions.casework.counting import recount
from answerable.actions.casework.deciding import check_lawful
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import question_for
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Move, MoveNotAllowed, Stage, stage_after
from answerable.records.casework.models import Question

_Change = Callable[[Question], None]
_Seen = Mapping[str, int] | None
"""Which version of each decision somebody looked at, by its label; None if nobody asks that."""


def take_back(reference: str, labels: Sequence[str], *, doing: Doing) -> None:
    """Take drafts back to go on with them.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not: nothing of it is done then.
    """
    _move(reference, labels, Move.TAKE_BACK, doing, change=_forget_hands)


def check_draft(reference: str, labels: Sequence[str], *, doing: Doing, seen: _Seen = None) -> None:
    """Record that somebody who did not decide it checked a draft.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, or did not see the latest version: nothing is done then.
    :raises DecisionNotLawful: if the law has an objection that it had not when it was put forward.
    """

    def change(question: Question) -> None:
        _check_looked_at(question, seen)
        check_lawful([question], doing=doing)
        question.checked_by = doing.by.key

    _move(reference, labels, Move.CHECK, doing, change=change)


def clear_draft(reference: str, labels: Sequence[str], *, doing: Doing, seen: _Seen = None) -> None:
    """Clear what was checked, by somebody who neither decided nor checked it.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, or did not see the latest version: nothing is done then.
    :raises DecisionNotLawful: if the law has an objection that it had not when it was put forward.
    """
    _move(reference, labels, Move.CLEAR, doing, change=_cleared(doing, seen))


def clear_unchecked(
    reference: str, labels: Sequence[str], *, reason: str, doing: Doing, seen: _Seen = None
) -> None:
    """Clear a draft that nobody checked, with a reason that the ledger keeps.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, do not say why, or did not see the latest version.
    :raises DecisionNotLawful: if the law has an objection that it had not when it was put forward.
    """
    _move(reference, labels, Move.BYPASS, doing, change=_cleared(doing, seen), reason=reason)


def send_back(reference: str, labels: Sequence[str], *, reason: str, doing: Doing) -> None:
    """Send drafts back to their officer, with a reason.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, or do not say why: nothing of it is done then.
    """
    _move(reference, labels, Move.SEND_BACK, doing, change=_forget_hands, reason=reason)


def close_questions(reference: str, labels: Sequence[str], *, reason: str, doing: Doing) -> None:
    """Close questions without an answer: withdrawn, lapsed, or no request at all.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, or do not say why: nothing of it is done then.
    """
    _move(reference, labels, Move.CLOSE, doing, change=_forget_hands, reason=reason)


def reopen_questions(reference: str, labels: Sequence[str], *, reason: str, doing: Doing) -> None:
    """Open questions again that were closed.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, or do not say why: nothing of it is done then.
    """
    _move(reference, labels, Move.REOPEN, doing, change=_forget_hands, reason=reason)


_ACTIONS = {
    Move.TAKE_BACK: "draft taken back",
    Move.CHECK: "draft checked",
    Move.CLEAR: "draft cleared",
    Move.BYPASS: "draft cleared unchecked",
    Move.SEND_BACK: "draft sent back",
    Move.CLOSE: "question closed",
    Move.REOPEN: "question reopened",
}


def _move(
    reference: str,
    labels: Sequence[str],
    move: Move,
    doing: Doing,
    *,
    change: _Change,
    reason: str = "-",
) -> None:
    """Move questions to the next stage, all of them or none, and tell it."""
    with transaction.atomic():
        questions = [
            question_for(reference, label, move, doing, reason=reason)
            for label in dict.fromkeys(labels)
        ]
        for question in questions:
            question.stage = stage_after(move, Stage(question.stage))
            change(question)
            question.save()
            if move is Move.CLOSE:
                end_contributions(question, doing)
        if not questions:
            return
        recount(questions[0].request, doing.table)
        data: dict[str, object] = {"questions": [one.label for one in questions]}
        if reason != "-":
            data["reason"] = reason
        tell(_ACTIONS[move], reference, doing, data)


def _cleared(doing: Doing, seen: _Seen) -> _Change:
    def change(question: Question) -> None:
        _check_looked_at(question, seen)
        check_lawful([question], doing=doing)
        question.cleared_by = doing.by.key

    return change


def _check_looked_at(question: Question, seen: _Seen) -> None:
    """Refuse to answer for words that were written after somebody opened the page with the earlier ones."""
    if seen is None:
        return
    latest = question.decisions.aggregate(latest=Max("number"))["latest"]
    if seen.get(question.label) != latest:
        name = f"Question {question.label}" if question.label else "The question"
        message = f"{name} was decided anew since you opened this page: read it again"
        raise MoveNotAllowed(message)


def _forget_hands(question: Question) -> None:
    """Begin again: whoever drafted, checked or cleared the last time reviews nothing of it all the same."""
    hands = {question.drafted_by, question.checked_by, question.cleared_by}
    question.past_hands = sorted({*question.past_hands, *hands} - {""})
    question.drafted_by = question.checked_by = question.cleared_by = question.ended_as = ""
