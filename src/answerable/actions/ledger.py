"""Add a line to the ledger, in the transaction of what it tells of."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import connection, transaction

from answerable.records.ledger.chain import NO_SEAL, Line, canonical
from answerable.records.ledger.models import LedgerHead, LedgerLine


def record(
    action: str, *, subject: str, by: str, at: dt.datetime, data: Mapping[str, Any] | None = None
) -> None:
    """Add what somebody did: it stands in the ledger exactly if it is done.

    Personal data of people who ask does not belong into `data`: a line can never be taken back.
    Texts stand there as their digests, reasons as they were given.

    :raises RuntimeError: if no transaction is open.
    :raises HeadIsGone: if somebody removed the note of the last line.
    """
    if not connection.in_atomic_block:
        message = f"{action!r} must be recorded in the transaction that does it"
        raise RuntimeError(message)
    heads = LedgerHead.objects.select_for_update()
    head = heads.filter(pk=1).first() or _first_head()
    line = Line(
        head.number + 1,
        at,
        by.replace("\0", " ")[:200],
        action,
        subject[:250],
        canonical(data or {}),
        head.seal,
    )
    LedgerLine.objects.create(
        number=line.number,
        at=line.at,
        by=line.by,
        action=line.action,
        subject=line.subject,
        data=line.data,
        before=line.before,
        seal=line.seal,
    )
    head.number, head.seal = line.number, line.seal
    head.save()


class HeadStands(Exception):
    """The note of the last line is there: there is nothing to mend."""


class HeadIsGone(RuntimeError):
    """The note of the last line was removed, though lines stand: nothing more is added to them."""


def mend_head(*, reason: str, by: str, at: dt.datetime) -> int:
    """Note the last line again that stands, and tell it; return its number.

    Lines that were removed with the note cannot be known from it: a seal noted elsewhere tells.

    :raises HeadStands: if nobody removed it.
    """
    with transaction.atomic():
        if LedgerHead.objects.filter(pk=1).exists():
            message = "The note of the last line is there: `answerable ledger verify` says the rest"
            raise HeadStands(message)
        last = LedgerLine.objects.order_by("-number").first()
        number, seal = (last.number, last.seal) if last else (0, NO_SEAL)
        LedgerHead.objects.create(pk=1, number=number, seal=seal)
        record("ledger mended", subject="the ledger", by=by, at=at, data={"reason": reason})
    return number


def _first_head() -> LedgerHead:
    if LedgerLine.objects.exists():
        message = (
            "The note of the ledger's last line was removed: nothing can be added before "
            "`answerable ledger mend --reason WHY`"
        )
        raise HeadIsGone(message)
    LedgerHead.objects.get_or_create(pk=1)
    return LedgerHead.objects.select_for_update().get(pk=1)
