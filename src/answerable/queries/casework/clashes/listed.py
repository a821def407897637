"""Contradictions in a list and on a page: both sides as they stand, and what was said of them."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from answerable.domain.disclosure_log import Body, question_address
from answerable.domain.roles import Actor
from answerable.matching.precedents import Filed
from answerable.queries.casework.clashes.on_file import Kept, Place, places_of, questions_by_place
from answerable.queries.casework.clashes.seen import clashes_seen_by, kind_of
from answerable.records.archive.models import Entry
from answerable.records.casework.models import Clash, ClashQuerySet

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class ClashFilters:
    """What a list is narrowed by: `kind` as decision, answer or change, a limb, open or settled."""

    kind: str = ""
    limb: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class ClashSide:
    """One of the two questions, as it stands now.

    `on` is a day in the month in which it was answered; `request` is the reference of the office's own
    request, empty where there is none; `address` is where it is published, empty where it is not.
    """

    reference: str
    label: str
    on: dt.date | None
    text: str
    answer: str
    outcomes: tuple[str, ...]
    exemptions: tuple[str, ...]
    request: str
    address: str


@dataclass(frozen=True, slots=True)
class ClashRow:
    """A contradiction: its kind, why it is one, the earlier side and the later, and what was said of it."""

    number: int
    kind: str
    why: str
    one: ClashSide
    other: ClashSide
    is_open: bool
    found_at: dt.datetime
    settled_at: dt.datetime | None
    settled_by: str
    because: str
    words: str
    reopened_at: dt.datetime | None
    reopened_by: str
    reopened_because: str


def clash_numbers(filters: ClashFilters, *, viewer: Actor) -> list[int]:
    """Return the numbers of the contradictions that somebody asks for, in the order of the list.

    Open ones come first; of each, decisions before answers before changes, and the latest found first.
    """
    found = _narrowed(clashes_seen_by(viewer), filters)
    # The words of states and kinds are in this order: open, settled; and from the end: decision, answer.
    return list(found.order_by("state", "is_change", "-kind", "-pk").values_list("pk", flat=True))


def clash_rows(numbers: Sequence[int], *, viewer: Actor, at: dt.datetime) -> Iterator[ClashRow]:
    """Yield contradictions by their numbers, in this order.

    Those whose sides do not both stand any more are left out: the next look takes them away.
    """
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        rows = {row.pk: row for row in _whole(clashes_seen_by(viewer).filter(pk__in=some))}
        sides = _sides(list(rows.values()), at)
        for number in some:
            if number in rows and (row := _row(rows[number], sides)):
                yield row


def clash_limbs(*, viewer: Actor) -> tuple[str, ...]:
    """Return the limbs under which a side of a contradiction was refused."""
    found = clashes_seen_by(viewer).exclude(limbs="").values_list("limbs", flat=True).distinct()
    return tuple(sorted({limb for limbs in found for limb in limbs.strip("|").split("|")}))


def _narrowed(rows: ClashQuerySet, filters: ClashFilters) -> ClashQuerySet:
    if filters.state:
        rows = rows.filter(state=filters.state)
    if filters.limb:
        rows = rows.filter(limbs__contains=f"|{filters.limb}|")
    if filters.kind == "change":
        return rows.filter(is_change=True)
    return rows.filter(is_change=False, kind=filters.kind) if filters.kind else rows


def _whole(rows: ClashQuerySet) -> ClashQuerySet:
    return rows.select_related("one_request", "other_request")


def _sides(rows: Sequence[Clash], at: dt.datetime) -> Mapping[Place, ClashSide]:
    places = [place for row in rows for place in places_of(row)]
    filed = questions_by_place({place.unit for place in places}, at=at)
    requests = {one.unit.number for one in places if one.unit.kept is Kept.REQUEST}
    published = _published(requests, at)
    return {place: _side(place, one, published) for place, one in filed.items()}


def _published(requests: set[int], at: dt.datetime) -> Mapping[int, tuple[Body, str]]:
    """Return the key of the log's entry of each request that is to be seen there."""
    found = Entry.objects.visible(at=at).filter(log_draft__request__in=requests)
    rows = found.values_list("log_draft__request", "key", "body__code", "body__name")
    return {request: (Body(code, name), key) for request, key, code, name in rows}


def _side(place: Place, filed: Filed, published: Mapping[int, tuple[Body, str]]) -> ClashSide:
    is_request = place.unit.kept is Kept.REQUEST
    entry = published.get(place.unit.number) if is_request else None
    address = question_address(*entry, filed.label) if entry else filed.address
    return ClashSide(
        reference=filed.reference or "",
        label=place.label,
        on=filed.on,
        text=filed.text,
        answer=filed.answer,
        outcomes=filed.outcomes,
        exemptions=filed.exemptions,
        request=(filed.reference or "") if is_request else "",
        address=address,
    )


def _row(row: Clash, sides: Mapping[Place, ClashSide]) -> ClashRow | None:
    one, other = (sides.get(place) for place in places_of(row))
    if one is None or other is None:
        return None
    return ClashRow(
        number=row.pk,
        kind=kind_of(row),
        why=row.why,
        one=one,
        other=other,
        is_open=row.state == Clash.State.OPEN,
        found_at=row.found_at,
        settled_at=row.settled_at,
        settled_by=row.settled_by,
        because=row.because,
        words=row.words,
        reopened_at=row.reopened_at,
        reopened_by=row.reopened_by,
        reopened_because=row.reopened_because,
    )
