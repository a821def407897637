"""Keep the pairs that were found: each once, quiet where it was settled, open again where a side changed."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from answerable.actions.casework.clashing.telling import sides_of, subject_of
from answerable.actions.ledger import record
from answerable.domain.precedent.settling import said_digest
from answerable.domain.roles.people import MACHINE
from answerable.matching.precedents import Filed, Pair
from answerable.queries.casework.clashes.on_file import Kept, Place, place_of
from answerable.records.casework.models import Clash, ClashQuerySet, Request

_CHANGED = "A side changed since it was settled"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many contradictions came, went, and are open again though they had been settled."""

    found: int = 0
    gone: int = 0
    reopened: int = 0


def pair_digest(one: Place, other: Place) -> str:
    """Return what a pair of questions is known by, whichever of them comes first."""
    names = sorted((one.name, other.name))
    return hashlib.sha256("\0".join(names).encode()).hexdigest()


def kept_pairs(found: Mapping[str, Pair], about: ClashQuerySet, *, at: dt.datetime) -> Counts:
    """Keep the pairs that were found among some questions, in the caller's transaction.

    `about` are the rows of these questions: what is not found any more is gone.
    """
    there = _requests_there(found.values())
    rows = {row.pair: row for row in about.select_for_update(of=("self",)).order_by("pk")}
    came = went = reopened = 0
    for digest, pair in found.items():
        if not _numbers(pair) <= there:
            # Disposed of while it was compared.
            continue
        row = rows.pop(digest, None)
        came += row is None or row.gone_at is not None
        is_new = row is None
        reopened += _kept(row or Clash(pair=digest, found_at=at), pair, at, is_new=is_new)
    for row in rows.values():
        if row.gone_at is None:
            row.gone_at = at
            row.save(update_fields=["gone_at"])
            went += 1
    return Counts(came, went, reopened)


def _kept(row: Clash, pair: Pair, at: dt.datetime, *, is_new: bool) -> bool:
    """Write a pair into its row; return whether it was settled, and is open again."""
    before, said_before = _values(row), {row.one_said, row.other_said}
    _write_side(row, "one", pair.one)
    _write_side(row, "other", pair.other)
    has_changed = {row.one_said, row.other_said} != said_before
    is_open_again = row.state == Clash.State.SETTLED and has_changed
    row.kind, row.is_change = pair.contradiction.kind.value, pair.contradiction.is_change
    row.why, row.gone_at = pair.contradiction.why, None
    limbs = sorted({*pair.one.exemptions, *pair.other.exemptions})
    row.limbs = f"|{'|'.join(limbs)}|" if limbs else ""
    if is_open_again:
        row.state, row.reopened_at, row.reopened_by = Clash.State.OPEN, at, MACHINE.key
        row.reopened_because = _CHANGED
    if is_new or _values(row) != before:
        # A whole look finds every pair twice, and most of them as they were.
        row.save()
    if is_open_again:
        data = {**sides_of(row), "reason": _CHANGED}
        record(
            "contradiction opened again",
            subject=subject_of(row),
            by=MACHINE.key,
            at=at,
            data=data,
        )
    return is_open_again


_ABOUT_A_SIDE = ("request_id", "entry_id", "label", "said")
_WRITTEN = (
    *(f"{side}_{name}" for side in ("one", "other") for name in _ABOUT_A_SIDE),
    *("kind", "is_change", "why", "limbs", "gone_at", "state"),
)


def _values(row: Clash) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in _WRITTEN)


def _write_side(row: Clash, side: str, filed: Filed) -> None:
    place = place_of(filed)
    said = said_digest(
        filed.text, filed.answer, outcomes=filed.outcomes, exemptions=filed.exemptions
    )
    is_request = place.unit.kept is Kept.REQUEST
    setattr(row, f"{side}_request_id", place.unit.number if is_request else None)
    setattr(row, f"{side}_entry_id", None if is_request else place.unit.number)
    setattr(row, f"{side}_label", place.label)
    setattr(row, f"{side}_said", said)


def _requests_there(pairs: Iterable[Pair]) -> set[int]:
    """Return which requests of some pairs are still there, and keep them until all is written."""
    wanted = set[int]().union(*map(_numbers, pairs))
    held = Request.objects.select_for_update().filter(pk__in=wanted).order_by("reference")
    return set(held.values_list("pk", flat=True))


def _numbers(pair: Pair) -> set[int]:
    units = (place_of(one).unit for one in (pair.one, pair.other))
    return {one.number for one in units if one.kept is Kept.REQUEST}
