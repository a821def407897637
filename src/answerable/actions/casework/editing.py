"""Change how a request is split: merge questions, cut one, reword one, put them in another order."""

from collections.abc import Callable, Sequence

from django.db import transaction
from django.db.models import ProtectedError

from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import check_all_open, request_for
from answerable.actions.casework.telling import short_digest, tell
from answerable.domain.questions import AskedQuestion, editing
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.records.casework.models import Notice, Question, QuestionEvent, Request

_Questions = tuple[AskedQuestion, ...]
_Change = Callable[[_Questions], _Questions]


def merge_questions(reference: str, labels: Sequence[str], *, doing: Doing) -> tuple[str, ...]:
    """Make several questions one, under the label of the first; return the labels there are then.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or a question is further on than open.
    :raises EditRefused: if one is not there, or something else happened to one than to the others.
    """
    with transaction.atomic():
        request = _open_request(reference, doing)
        _check_same_history(request, labels)
        return _changed(
            request, "questions merged", lambda all_: editing.merged(all_, labels), doing
        )


def cut_question(reference: str, label: str, at_words: str, *, doing: Doing) -> tuple[str, ...]:
    """Cut a question in two before some of its words; both halves keep what happened to it.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or a question is further on than open.
    :raises EditRefused: if it is not there, or does not hold the words behind its beginning.
    """
    with transaction.atomic():
        request = _open_request(reference, doing)

        def cut(questions: _Questions) -> _Questions:
            text = next((one.text for one in questions if (one.label or "") == label), "")
            return editing.split(questions, label or None, max(0, text.find(at_words)))

        return _changed(request, "question cut", cut, doing)


def reword_question(reference: str, label: str, text: str, *, doing: Doing) -> tuple[str, ...]:
    """Put a question in other words; what the letter prints of it stays in the message.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or a question is further on than open.
    :raises EditRefused: if it is not there, or no words are left.
    """
    with transaction.atomic():
        request = _open_request(reference, doing)

        def reword(questions: _Questions) -> _Questions:
            return editing.reworded(questions, label or None, text)

        return _changed(request, "question reworded", reword, doing)


def reorder_questions(reference: str, labels: Sequence[str], *, doing: Doing) -> tuple[str, ...]:
    """Put questions in another order, each under its own label.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or a question is further on than open.
    :raises EditRefused: if the order leaves one out, or names one twice.
    """
    with transaction.atomic():
        request = _open_request(reference, doing)
        order = [label or None for label in labels]
        return _changed(
            request, "questions reordered", lambda all_: editing.reordered(all_, order), doing
        )


def _open_request(reference: str, doing: Doing) -> Request:
    request = request_for(reference, Move.EDIT, doing)
    check_all_open(request)
    if request.notices.filter(state=Notice.State.LEAVING).exists():
        message = "A notice about its questions is leaving: wait until it has left, or stop it"
        raise MoveNotAllowed(message)
    if request.questions.filter(round__gt=1).exists():
        message = "A question was answered before, and is open again: its words stay as they were"
        raise MoveNotAllowed(message)
    return request


def _check_same_history(request: Request, labels: Sequence[str]) -> None:
    """Refuse to merge questions to which different things happened: one clock cannot tell both."""
    histories = {
        one.label: [
            (each.kind, each.on, each.to, each.until) for each in one.events.order_by("on", "pk")
        ]
        for one in request.questions.filter(label__in=labels)
    }
    if len({repr(history) for history in histories.values()}) > 1:
        message = (
            f"Different things happened to questions {', '.join(histories)}: "
            "they have clocks of their own, and stay apart"
        )
        raise editing.EditRefused(message)


def _changed(request: Request, action: str, change: _Change, doing: Doing) -> tuple[str, ...]:
    """Write the questions as a change leaves them, and tell it; return their labels."""
    rows = list(request.questions.order_by("place"))
    before = tuple(map(_asked, rows))
    after = change(before)
    by_label = {row.label: row for row in rows}
    kept: set[int] = set()
    for place, one in enumerate(after):
        row = by_label.get(one.label or "") or _parent(by_label, one.label or "")
        if row.pk in kept or row.label != (one.label or ""):
            _write_new(request, row, one, place)
            continue
        kept.add(row.pk)
        row.place, row.text, row.periods = place, one.text, list(one.periods)
        row.heading = one.heading or ""
        row.save()
    _remove([row for row in rows if row.pk not in kept])
    recount(request, doing.table)
    tell(action, request.reference, doing, {"before": _digests(before), "after": _digests(after)})
    return tuple(one.label or "" for one in after)


def _remove(questions: Sequence[Question]) -> None:
    """Remove questions that are parts of others now, unless somebody's work hangs on one."""
    for question in questions:
        try:
            question.delete()
        except ProtectedError as problem:
            message = (
                f"Question {question.label} has a draft, a contribution or a file: it stays apart"
            )
            raise editing.EditRefused(message) from problem


def _parent(by_label: dict[str, Question], label: str) -> Question:
    """Return the question that was cut: `3` for `3.1`, and the only one for `1`."""
    return by_label.get(label.rpartition(".")[0]) or by_label[""]


def _write_new(request: Request, cut: Question, one: AskedQuestion, place: int) -> None:
    row = Question.objects.create(
        request=request,
        place=place,
        label=one.label or "",
        printed=one.printed or "",
        text=one.text,
        heading=one.heading or "",
        periods=list(one.periods),
        regime=cut.regime,
    )
    events = list(cut.events.order_by("on", "pk"))
    for event in events:
        event.pk, event.question = None, row
    QuestionEvent.objects.bulk_create(events)


def _asked(row: Question) -> AskedQuestion:
    return AskedQuestion(
        label=row.label or None,
        printed=row.printed or None,
        text=row.text,
        heading=row.heading or None,
        periods=tuple(row.periods),
        start=0,
        end=0,
    )


def _digests(questions: _Questions) -> dict[str, str]:
    """Return each question's label with the digest of its text: the ledger holds nobody's words."""
    return {one.label or "": short_digest(one.text) for one in questions}
