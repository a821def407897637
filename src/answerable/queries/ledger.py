"""What the ledger says, and whether it still says what it said."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection

from answerable.records.ledger.chain import NO_SEAL
from answerable.records.ledger.models import LedgerHead, LedgerLine
from answerable.records.ledger.triggers import missing_triggers

_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A line of the ledger, as a person reads it."""

    number: int
    at: dt.datetime
    by: str
    action: str
    subject: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """What checking the ledger found: how many lines, the last seal, and what is wrong, if anything."""

    lines: int
    seal: str
    problems: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Return whether nothing is wrong."""
        return not self.problems


def ledger_rows(*, subject: str | None = None, last: int = 50) -> tuple[LedgerRow, ...]:
    """Return the last lines, of everything or of one subject, in the order in which they were written."""
    lines = LedgerLine.objects.order_by("-number")
    if subject is not None:
        lines = lines.filter(subject=subject)
    rows = [
        LedgerRow(one.number, one.at, one.by, one.action, one.subject, json.loads(one.data))
        for one in lines[:last]
    ]
    return tuple(reversed(rows))


def ledger_size() -> int:
    """Return how many lines there are."""
    return LedgerLine.objects.count()


def checked_lines() -> Iterator[LedgerCheck]:
    """Check the ledger from its first line to its last; yield what is known after each batch of lines.

    The last check yielded is the whole: lines that were changed, removed, put in or put elsewhere, a
    last line that is not the one it was, and a database that would let lines be changed.
    """
    first = _head()
    number, seal = 0, NO_SEAL
    problems: list[str] = []
    while True:
        batch = list(LedgerLine.objects.filter(number__gt=number).order_by("number")[:_BATCH])
        for one in batch:
            problems += _problems(one, after=number, seal=seal)
            number, seal = one.number, one.seal
            if number == first.number and seal != first.seal:
                problems.append(f"Line {number} is not the one that was last when it was written")
        if not batch:
            break
        yield LedgerCheck(number, seal, tuple(problems))
    # Others may write while this reads: what is there must lie between the heads before and after.
    last = _head()
    if not first.number <= number <= last.number:
        known = first.number if number < first.number else last.number
        problems.append(f"The ledger ends at line {number}, but {known} were written")
    problems += [
        f"The database would let lines be changed: its trigger {name} is missing or was changed"
        for name in missing_triggers(connection)
    ]
    yield LedgerCheck(number, seal, tuple(problems))


def _head() -> LedgerHead:
    """Return the last line that was written, as its writer noted it."""
    return LedgerHead.objects.filter(pk=1).first() or LedgerHead(pk=1, number=0, seal=NO_SEAL)


def is_sealed_by(seal: str) -> bool:
    """Return whether a line has a seal: one noted elsewhere proves all lines up to it."""
    return LedgerLine.objects.filter(seal=seal).exists()


def _problems(one: LedgerLine, *, after: int, seal: str) -> Iterator[str]:
    if one.number != after + 1:
        yield f"Between line {after} and line {one.number} lines are missing"
    elif one.before != seal:
        yield f"Line {one.number} does not follow the line before it"
    if _seal_of(one) != one.seal:
        yield f"Line {one.number} does not say what it said when it was written"


def _seal_of(one: LedgerLine) -> str | None:
    """Return the seal that a line ought to have; None if it holds what no line can."""
    try:
        return one.line.seal
    except (TypeError, ValueError, AttributeError):
        return None
