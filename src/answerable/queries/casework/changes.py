"""What changed after a line of the ledger: the ledger is the sequence of changes that an index follows."""

from dataclasses import dataclass

from django.db.models import QuerySet

from answerable.records.ledger.models import LedgerHead, LedgerLine

_OF_A_REQUEST = "request "
_HIDES = "request restricted"
"""What takes a request from people who could see it."""


@dataclass(frozen=True, slots=True)
class ChangedRequests:
    """The references of requests that changed, each once, and the last line of the ledger that was read."""

    references: tuple[str, ...]
    change: int


def last_change() -> int:
    """Return the number of the last line of the ledger: all lines up to it are committed.

    Whoever adds a line holds the head until its transaction ends, so that none can come in later below.
    """
    head = LedgerHead.objects.filter(pk=1).values_list("number", flat=True).first()
    return head or 0


def changed_requests(*, since: int, upto: int, most_lines: int) -> ChangedRequests:
    """Return which requests changed after a line, from as many lines as are read at once."""
    end = min(upto, since + most_lines)
    found = _lines(since).filter(number__lte=end).order_by("number")
    references = [
        one.removeprefix(_OF_A_REQUEST) for one in found.values_list("subject", flat=True)
    ]
    return ChangedRequests(tuple(dict.fromkeys(references)), end)


def requests_hidden(*, since: int) -> tuple[str, ...]:
    """Return the references of requests that were restricted after a line."""
    found = _lines(since).filter(action=_HIDES).values_list("subject", flat=True)
    return tuple(dict.fromkeys(one.removeprefix(_OF_A_REQUEST) for one in found))


def waiting_changes(*, since: int, most: int) -> int:
    """Return how many changes of requests came after a line; no more than `most` are counted."""
    return _lines(since)[:most].count()


def _lines(since: int) -> QuerySet[LedgerLine]:
    return LedgerLine.objects.filter(number__gt=since, subject__startswith=_OF_A_REQUEST)
