"""Look through what is on file for contradictions: all at first, then what changed, some at a time."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from answerable.actions.casework.clashing.keeping import kept_pairs, pair_digest
from answerable.actions.casework.question_indexing import refresh_sent_questions
from answerable.actions.question_index import refresh_questions
from answerable.matching.filed import Filed
from answerable.matching.precedents import Pair
from answerable.queries.casework.clashes.changes import (
    Changed,
    Mark,
    changed_after,
    last_mark,
    rules_digest,
)
from answerable.queries.casework.clashes.on_file import (
    Kept,
    Ours,
    Place,
    Unit,
    place_of,
    places_of,
    questions_by_place,
)
from answerable.records.casework.models import Clash, ClashMark, ClashQuerySet


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What a look brought: how many questions were compared, and what became of contradictions.

    `is_done` says that nothing is left that had changed when it began.
    """

    questions: int = 0
    found: int = 0
    gone: int = 0
    reopened: int = 0
    is_done: bool = True


def find_clashes(*, at: dt.datetime, goes_on: Callable[[], bool]) -> LookedThrough:
    """Look at what changed since the last look, a part at a time, and go on while `goes_on` says so.

    Each part is kept with the mark of how far it is, so that whoever is stopped goes on from there; of
    two at once one keeps it. At least one part is looked at. Where the rules changed, all is looked at anew.
    """
    # Read first: what changes while the file is read is looked at by the next look.
    upto, mark = last_mark(), _first_mark()
    changed = changed_after(mark, upto)
    if changed is None:
        return LookedThrough()
    refresh_questions(at=at)
    refresh_sent_questions()
    looked, ours = LookedThrough(is_done=False), Ours(at=at)
    while changed is not None:
        part = _keep(changed, mark, ours, at)
        if part is None:
            return looked
        looked = _sum(looked, part)
        mark = changed.mark
        changed = changed_after(mark, upto)
        if not goes_on():
            break
    return _sum(looked, LookedThrough(is_done=changed is None))


def _first_mark() -> Mark:
    """Return how far the last look was: nowhere, if it went by other rules."""
    with transaction.atomic():
        row, _ = ClashMark.objects.select_for_update().get_or_create(pk=1)
        if row.rules != rules_digest():
            row.change = row.entry = row.line = 0
            row.rules = rules_digest()
            row.save()
    return _mark(row)


def _keep(changed: Changed, mark: Mark, ours: Ours, at: dt.datetime) -> LookedThrough | None:
    """Keep what a part brought, and how far that is; None if somebody else was quicker."""
    # Compared outside the transaction: nobody who writes waits for it.
    questions = questions_by_place(changed.units, at=at)
    pairs = _pairs(questions, changed.units, ours, at)
    with transaction.atomic():
        row = ClashMark.objects.select_for_update().get(pk=1)
        if _mark(row) != mark:
            return None
        counts = kept_pairs(pairs, _about(changed.units), at=at)
        row.change, row.entry, row.line = changed.mark.change, changed.mark.entry, changed.mark.line
        row.save()
    return LookedThrough(len(questions), counts.found, counts.gone, counts.reopened)


def _pairs(
    questions: Mapping[Place, Filed], units: Collection[Unit], ours: Ours, at: dt.datetime
) -> Mapping[str, Pair]:
    """Return the pairs that some questions make, by their digests."""
    known = _known(units, at)
    found = {}
    for place, filed in questions.items():
        for pair in ours.contradictions_of(filed, known.get(place, ())):
            found[pair_digest(place_of(pair.one), place_of(pair.other))] = pair
    return found


def _known(units: Collection[Unit], at: dt.datetime) -> Mapping[Place, list[Filed]]:
    """Return what each question of some units was found to contradict before.

    It is compared again, whatever else on file is more like the question by now.
    """
    before = [places_of(row) for row in _about(units)]
    filed = questions_by_place({place.unit for pair in before for place in pair}, at=at)
    known: dict[Place, list[Filed]] = {}
    for one, other in before:
        if one in filed and other in filed:
            known.setdefault(one, []).append(filed[other])
            known.setdefault(other, []).append(filed[one])
    return known


def _about(units: Collection[Unit]) -> ClashQuerySet:
    """Return the rows of which a side is a question of some units."""
    requests = [one.number for one in units if one.kept is Kept.REQUEST]
    entries = [one.number for one in units if one.kept is Kept.ENTRY]
    one = Q(one_request__in=requests) | Q(one_request=None, one_entry__in=entries)
    other = Q(other_request__in=requests) | Q(other_request=None, other_entry__in=entries)
    return Clash.objects.filter(one | other)


def _mark(row: ClashMark) -> Mark:
    return Mark(row.change, row.entry, row.line)


def _sum(one: LookedThrough, other: LookedThrough) -> LookedThrough:
    return LookedThrough(
        one.questions + other.questions,
        one.found + other.found,
        one.gone + other.gone,
        one.reopened + other.reopened,
        other.is_done,
    )
