"""The personal data in what a file shows, by its kinds, as its page asks about it."""

from dataclasses import dataclass
from enum import StrEnum

from answerable.domain.personal.kinds import Finder, PersonalKind
from answerable.domain.personal.measured import weakness
from answerable.domain.questions.blind import Identity, blinded
from answerable.domain.release.standing import Inspected, confirmed, open_checks, open_possible
from answerable.inspecting import PersonalHit
from answerable.queries.casework.releasing.standings import FileStanding, key_of_hit


class HitState(StrEnum):
    """What was said of personal data, in the words that people see."""

    OPEN = "undecided"
    STAYS = "may stay"
    TO_BE_REDACTED = "must be redacted"


@dataclass(frozen=True, slots=True)
class HitRow:
    """The same words wherever they stand: masked, how sure it is, where first, and what was said of them."""

    key: str
    sample: str
    certainty: str
    why: str
    count: int
    places: tuple[str, ...]
    state: HitState
    by_other: str = ""
    """The name of the finder that found it, where that was not our own."""

    @property
    def is_open(self) -> bool:
        """Return whether somebody can decide about it."""
        return self.state is not HitState.STAYS


@dataclass(frozen=True, slots=True)
class KindRow:
    """What was found of one kind; `open` waits for a decision, and `possible` does not."""

    kind: str
    weakness: str
    rows: tuple[HitRow, ...]
    open: int
    possible: int
    to_be_redacted: int


def personal_rows(one: FileStanding, identity: Identity) -> tuple[KindRow, ...] | None:
    """Return what was found by its kinds, those about which somebody must decide first; None if nobody looked."""
    if one.inspection is None or one.inspection.personal is None or one.found is None:
        return None
    by_kind: dict[tuple[PersonalKind, str], list[PersonalHit]] = {}
    for hit in one.inspection.personal:
        name = str(hit.category) if hit.category else str(hit.kind)
        by_kind.setdefault((hit.kind, name), []).append(hit)
    made = [
        _kind(kind, name, hits, one.found, one, identity) for (kind, name), hits in by_kind.items()
    ]
    return tuple(sorted(made, key=lambda row: (not row.open, not row.to_be_redacted)))


def keys_of_kind(one: FileStanding, kind: str) -> frozenset[str]:
    """Return the keys of all that was found of a kind and that nobody settled yet, as a page names it."""
    rows = personal_rows(one, Identity("")) or ()
    return frozenset(
        each.key
        for row in rows
        if row.kind == kind
        for each in row.rows
        if each.state is HitState.OPEN
    )


def _kind(
    kind: PersonalKind,
    name: str,
    hits: list[PersonalHit],
    found: Inspected,
    one: FileStanding,
    identity: Identity,
) -> KindRow:
    asked, possible = open_checks(found, one.settled), open_possible(found, one.settled)
    marked = confirmed(found, one.settled)
    keys = [key_of_hit(hit) for hit in hits]
    states = [
        HitState.TO_BE_REDACTED
        if key in marked
        else HitState.OPEN
        if key in asked | possible
        else HitState.STAYS
        for key in keys
    ]
    ordered = sorted(zip(hits, keys, states, strict=True), key=lambda each: each[0].certainty.rank)
    rows = tuple(_row(hit, key, state, identity) for hit, key, state in ordered)
    return KindRow(
        name,
        weakness(kind),
        rows,
        open=sum(key in asked for key in keys),
        possible=sum(key in possible for key in keys),
        to_be_redacted=sum(key in marked for key in keys),
    )


def _row(hit: PersonalHit, key: str, state: HitState, identity: Identity) -> HitRow:
    places = tuple(blinded(each.where, identity) for each in hit.places)
    by_other = "" if hit.found_by is Finder.OWN else hit.found_by.capitalize()
    return HitRow(key, hit.sample, str(hit.certainty), hit.why, hit.count, places, state, by_other)
