"""The counts of each month, as they are to be seen at a moment."""

import datetime as dt
from collections import Counter

from answerable.records.archive.models import Entry, Tally
from answerable.records.archive.tallies import counted

Counts = Counter[tuple[int, str, str]]


def counts_by_month(body_prefix: str | None, *, at: dt.datetime) -> Counts:
    """Return how many there are of each thing, by the body's number, the month and the thing."""
    tallies, waiting = Tally.objects.all(), Entry.objects.waiting(at=at)
    if body_prefix is not None:
        tallies, waiting = tallies.filter(body__prefix=body_prefix), waiting.of_body(body_prefix)
    counts: Counts = Counter()
    for body_id, month, what, count in tallies.values_list("body_id", "month", "what", "count"):
        counts[body_id, month, what] = count
    # The tallies hold what waits for its day, too: that is little, and is taken off here.
    for body_id, month, content in waiting.values_list("body_id", "month", "content").iterator():
        counts.subtract({(body_id, *key): n for key, n in counted(month, content).items()})
    return counts
