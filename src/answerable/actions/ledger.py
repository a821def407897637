"""Add a line to the ledger, in the transaction of what it tells of."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import connection

from answerable.records.ledger.chain import Line, canonical
from answerable.records.ledger.models import LedgerHead, LedgerLine


def record(
    action: str, *, subject: str, by: str, at: dt.datetime, data: Mapping[str, Any] | None = None
) -> None:
    """Add what somebody did: it stands in the ledger exactly if it is done.

    Personal data of people who ask does not belong into `data`: a line can never be taken back.
    Texts stand there as their digests, reasons as they were given.

    :raises RuntimeError: if no transaction is open.
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


def _first_head() -> LedgerHead:
    LedgerHead.objects.get_or_create(pk=1)
    return LedgerHead.objects.select_for_update().get(pk=1)
