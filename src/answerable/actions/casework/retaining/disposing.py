"""Dispose of what was approved, one request at a time, each whole; then make the index anew."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.indexing import rebuild_casework_index
from answerable.actions.casework.retaining.removing import remove_request
from answerable.actions.casework.retaining.tables import dispose_tables_of
from answerable.actions.casework.telling import tell
from answerable.actions.ledger import record
from answerable.domain.retention import Schedule
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.casework.retention import why_still_kept
from answerable.records.casework.models import (
    DecidedTag,
    DisposalItem,
    DisposalList,
    DisposedRequest,
    Request,
)

_LISTED = DisposalItem.State.LISTED
_APPROVED = DisposalList.State.APPROVED


def dispose_approved(*, schedule: Schedule, doing: Doing) -> int:
    """Dispose of every request that stands on an approved list; return how many went.

    Each is looked at again: what was held, opened or challenged meanwhile is spared, and says why.

    :raises MoveNotAllowed: if they may not.
    """
    check_move(Move.DISPOSE, actor=doing.by, situation=NO_REQUEST)
    waiting = DisposalItem.objects.filter(state=_LISTED, disposal__state=_APPROVED)
    numbers = list(waiting.order_by("pk").values_list("pk", flat=True))
    return sum(_disposed(one, schedule, doing) for one in numbers)


def finish_disposals(*, doing: Doing) -> int:
    """Say of each approved list on which nothing waits that it is done; return how many that are.

    The index is made anew before: what is only taken out of it stays in its files for a while.

    :raises MoveNotAllowed: if they may not.
    """
    check_move(Move.DISPOSE, actor=doing.by, situation=NO_REQUEST)
    approved = DisposalList.objects.filter(state=_APPROVED).exclude(items__state=_LISTED)
    numbers = list(approved.order_by("pk").values_list("pk", flat=True))
    if numbers:
        rebuild_casework_index()
    return sum(_finished(one, doing) for one in numbers)


def _disposed(number: int, schedule: Schedule, doing: Doing) -> bool:
    with transaction.atomic():
        items = DisposalItem.objects.select_for_update(of=("self",)).select_related("disposal")
        item = items.get(pk=number)
        if item.state != _LISTED or item.disposal.state != _APPROVED:
            return False
        found = Request.objects.select_for_update().filter(reference=item.reference).first()
        refusal = (
            why_still_kept(found, schedule=schedule, on=doing.on)
            if found
            else "It is not there any more"
        )
        if found is None or refusal:
            _spare(item, refusal, doing)
            return False
        _leave_stub(found, item, doing)
        dispose_tables_of(found.reference, doing=doing)
        remove_request(found)
        item.state = DisposalItem.State.DISPOSED
        item.save(update_fields=["state"])
        data = {"list": item.disposal.number, "rule": item.rule, "closed": str(item.closed_on)}
        tell("request disposed of", item.reference, doing, data)
    return True


def _spare(item: DisposalItem, refusal: str, doing: Doing) -> None:
    item.state, item.because = DisposalItem.State.SPARED, refusal
    item.save(update_fields=["state", "because"])
    data = {"list": item.disposal.number, "reason": refusal}
    tell("request spared", item.reference, doing, data)


def _leave_stub(found: Request, item: DisposalItem, doing: Doing) -> None:
    outcomes = found.tags.filter(kind=DecidedTag.Kind.OUTCOME).values_list("value", flat=True)
    DisposedRequest.objects.create(
        reference=found.reference,
        received_on=found.received_on,
        closed_on=item.closed_on,
        questions=found.questions.count(),
        outcomes=sorted(set(outcomes)),
        rule=item.rule,
        listed_by=item.disposal.listed_by,
        approved_by=item.disposal.approved_by,
        disposed_at=doing.at,
    )


def _finished(number: int, doing: Doing) -> bool:
    with transaction.atomic():
        disposal = DisposalList.objects.select_for_update().get(pk=number)
        if disposal.state != _APPROVED:
            return False
        disposal.state, disposal.done_at = DisposalList.State.DONE, doing.at
        disposal.save(update_fields=["state", "done_at"])
        gone = disposal.items.filter(state=DisposalItem.State.DISPOSED).count()
        data = {"disposed": gone, "spared": disposal.items.count() - gone}
        subject = f"disposal list {disposal.number}"
        record("disposal done", subject=subject, by=doing.by.key, at=doing.at, data=data)
    return True
