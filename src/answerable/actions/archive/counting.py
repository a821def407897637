"""The tallies of each month, kept right in the transaction of every change."""

from collections import Counter
from collections.abc import Iterable, Mapping

from answerable.records.archive.models import Body, Entry, Tally
from answerable.records.archive.tallies import counted

Counts = Counter[tuple[str, str]]


def counts_of(entries: Iterable[Entry]) -> Counts:
    """Return what entries add to the tallies, by month and thing; a withdrawn one adds nothing."""
    counts: Counts = Counter()
    for entry in entries:
        if entry.withdrawn_on is None:
            counts.update(counted(entry.month, entry.content))
    return counts


def write_tallies(body: Body, *, before: Counts, after: Counts) -> None:
    """Move a body's tallies by what changed; the caller has locked the archive."""
    moves = Counter(after)
    moves.subtract(before)
    wanted = {place: move for place, move in moves.items() if move}
    if not wanted:
        return
    known = _known(body, wanted)
    changed, new = [], []
    for (month, what), move in wanted.items():
        tally = known.get((month, what))
        if tally is None:
            new.append(Tally(body=body, month=month, what=what, count=move))
        else:
            tally.count += move
            changed.append(tally)
    Tally.objects.bulk_create(new)
    Tally.objects.bulk_update(changed, ["count"])


def _known(body: Body, wanted: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], Tally]:
    months = {month for month, _ in wanted}
    found = Tally.objects.filter(body=body, month__in=months)
    return {(tally.month, tally.what): tally for tally in found}
