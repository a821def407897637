"""What somebody says of a contradiction: why it may stand, or why it has to be looked at again."""

from django.db import transaction

from answerable.actions.casework.clashing.telling import sides_of, subject_of
from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.precedent.settling import Because
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.casework.clashes.seen import clashes_seen_by
from answerable.records.casework.models import Clash


class ClashNotFound(Exception):
    """There is no such contradiction, or one of its sides is restricted to others."""


class TooLate(Exception):
    """Somebody else was quicker; the message says what they did."""


def settle_clash(number: int, because: Because, words: str, *, doing: Doing) -> None:
    """Settle a contradiction: it stays quiet until one of its sides changes, or somebody opens it again.

    :raises ClashNotFound: if there is none that they may see.
    :raises MoveNotAllowed: if they may not, or say nothing.
    :raises TooLate: if it is settled already.
    """
    with transaction.atomic():
        row = _held(number, words, doing)
        if row.state == Clash.State.SETTLED:
            message = f"{row.settled_by} settled it already ({row.because}): open it again first"
            raise TooLate(message)
        row.state, row.because, row.words = Clash.State.SETTLED, because.value, words.strip()
        row.settled_at, row.settled_by = doing.at, doing.by.key
        row.save()
        data = {**sides_of(row), "because": row.because, "reason": row.words}
        record(
            "contradiction settled",
            subject=subject_of(row),
            by=doing.by.key,
            at=doing.at,
            data=data,
        )


def reopen_clash(number: int, reason: str, *, doing: Doing) -> None:
    """Open a contradiction again that was settled; who settled it and why stays beside it.

    :raises ClashNotFound: if there is none that they may see.
    :raises MoveNotAllowed: if they may not, or say nothing.
    :raises TooLate: if it is open already.
    """
    with transaction.atomic():
        row = _held(number, reason, doing)
        if row.state == Clash.State.OPEN:
            raise TooLate("It is open already: somebody else was quicker, or a side changed")
        row.state, row.reopened_at = Clash.State.OPEN, doing.at
        row.reopened_by, row.reopened_because = doing.by.key, reason.strip()
        row.save()
        data = {**sides_of(row), "reason": row.reopened_because}
        record(
            "contradiction opened again",
            subject=subject_of(row),
            by=doing.by.key,
            at=doing.at,
            data=data,
        )


def _held(number: int, reason: str, doing: Doing) -> Clash:
    """Return a contradiction that nobody else changes until the transaction ends."""
    if not clashes_seen_by(doing.by).filter(pk=number).exists():
        raise ClashNotFound(f"There is no contradiction {number}")
    row = Clash.objects.select_for_update(of=("self",)).get(pk=number)
    check_move(Move.SETTLE_CONTRADICTION, actor=doing.by, situation=NO_REQUEST, reason=reason)
    return row
