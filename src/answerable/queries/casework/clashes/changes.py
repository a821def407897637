"""Which entries and requests changed since the file was looked through, some at a time."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from answerable import __version__
from answerable.queries.archive import change_number
from answerable.queries.casework.changes import changed_requests, last_change
from answerable.queries.casework.clashes.on_file import Kept, Unit, units_of_entries
from answerable.queries.precedents import question_digest
from answerable.records.archive.keys import ref_key_of
from answerable.records.archive.models import Entry
from answerable.records.casework.models import Request
from answerable.records.ledger.models import LedgerLine

_ENTRIES = 20
_LINES = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """How far it is: the archive's change, the entry of it, and the line of the ledger that came last."""

    change: int = 0
    entry: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed, and the mark once it was looked at."""

    units: tuple[Unit, ...]
    mark: Mark


def last_mark() -> Mark:
    """Return how far one could look now."""
    return Mark(change_number(), 0, last_change())


def changed_after(mark: Mark, upto: Mark) -> Changed | None:
    """Return the next that changed after a mark, entries first; None if nothing else did."""
    return _changed_entries(mark, upto) or _changed_requests(mark, upto)


def rules_digest() -> str:
    """Return the digest of the rules and words by which questions are compared: others find other pairs."""
    return hashlib.sha256(f"{__version__} {question_digest()}".encode()).hexdigest()


def _changed_entries(mark: Mark, upto: Mark) -> Changed | None:
    later = Q(change__gt=mark.change) | Q(change=mark.change, pk__gt=mark.entry)
    rows = Entry.objects.filter(later, change__lte=upto.change, body__prefix="")
    found = list(rows.order_by("change", "pk").values_list("change", "pk")[:_ENTRIES])
    if not found:
        return None
    change, last = found[-1]
    return Changed(_units(pk for _, pk in found), Mark(change, last, mark.line))


def _units(entries: Iterable[int]) -> tuple[Unit, ...]:
    return tuple(units_of_entries(list(entries)).values())


def _changed_requests(mark: Mark, upto: Mark) -> Changed | None:
    if mark.line >= upto.line:
        return None
    changed = changed_requests(since=mark.line, upto=upto.line, most_lines=_LINES)
    # What comes again further on is looked at there, once.
    ahead = LedgerLine.objects.filter(number__gt=changed.change, number__lte=upto.line)
    subjects = [f"request {one}" for one in changed.references]
    again = set(ahead.filter(subject__in=subjects).values_list("subject", flat=True).distinct())
    references = [one for one in changed.references if f"request {one}" not in again]
    known = dict(Request.objects.filter(reference__in=references).values_list("reference", "pk"))
    requests = [Unit(Kept.REQUEST, known[one]) for one in references if one in known]
    left = _units(_left_of([one for one in references if one not in known]))
    return Changed((*requests, *left), Mark(mark.change, mark.entry, changed.change))


def _left_of(disposed: list[str]) -> list[int]:
    """Return the entries of requests that were disposed of: they stand alone from now on."""
    keys = [ref_key_of(one) for one in disposed]
    found = (
        Entry.objects.filter(ref_key__in=keys, body__prefix="") if keys else Entry.objects.none()
    )
    return list(found.order_by("pk").values_list("pk", flat=True))
