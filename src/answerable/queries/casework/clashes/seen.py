"""Which contradictions somebody may see, how many are open, and which are about a question."""

from dataclasses import dataclass

from django.db.models import Q

from answerable.domain.roles import NO_REQUEST, Actor, Move, why_not
from answerable.queries.casework.visible import seen_by
from answerable.records.archive.keys import ref_key_of
from answerable.records.archive.models import Entry
from answerable.records.casework.models import Clash, ClashQuerySet, Request

_MOST_COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class ClashLine:
    """An open contradiction of a question in a line: the question's label, the other side, and why."""

    number: int
    label: str
    kind: str
    why: str
    other_reference: str
    other_label: str


def clashes_seen_by(viewer: Actor) -> ClashQuerySet:
    """Return the contradictions that somebody may see: those of whose sides none is hidden from them."""
    if why_not(Move.SEE, actor=viewer, situation=NO_REQUEST):
        return Clash.objects.none()
    sides = [
        Q(**{f"{side}_request": None}) | seen_by(viewer, through=f"{side}_request")
        for side in ("one", "other")
    ]
    return Clash.objects.there().filter(*sides)


def open_clash_count(viewer: Actor) -> int:
    """Return how many open contradictions somebody may see; no more than a thousand are counted."""
    return clashes_seen_by(viewer).open()[:_MOST_COUNTED].count()


def open_clashes_of(
    reference: str, label: str | None = None, *, viewer: Actor
) -> tuple[ClashLine, ...]:
    """Return the open contradictions of a question, or of all that stand under a reference."""
    found = clashes_seen_by(viewer).open()
    rows = found.filter(_stands("one", reference, label) | _stands("other", reference, label))
    lines = [_line(row, reference) for row in _whole(rows)]
    return tuple(sorted(lines, key=lambda one: (one.label, one.number)))


def kind_of(row: Clash) -> str:
    """Return what a contradiction is told as: of decisions, of answers, or a change that time explains."""
    return "change" if row.is_change else row.kind


def _stands(side: str, reference: str, label: str | None) -> Q:
    """Return what holds for contradictions of which a side stands under a reference."""
    # Looked up apart: joined, every open contradiction would be read for them.
    requests = Request.objects.filter(reference=reference)
    entries = Entry.objects.filter(ref_key=ref_key_of(reference))
    alone = {f"{side}_request": None, f"{side}_entry__in": entries}
    labelled = Q() if label is None else Q(**{f"{side}_label": label})
    return (Q(**{f"{side}_request__in": requests}) | Q(**alone)) & labelled


def _whole(rows: ClashQuerySet) -> ClashQuerySet:
    related = ("one_request", "one_entry", "other_request", "other_entry")
    texts = [f"{side}_entry__{one}" for side in ("one", "other") for one in ("content", "as_read")]
    return rows.select_related(*related).defer(*texts).order_by("pk")


def _line(row: Clash, reference: str) -> ClashLine:
    # The sides of a pair are never of one request: one of them alone is meant.
    one, other = _name(row, "one"), _name(row, "other")
    is_first = ref_key_of(one) == ref_key_of(reference)
    return ClashLine(
        number=row.pk,
        label=row.one_label if is_first else row.other_label,
        kind=kind_of(row),
        why=row.why,
        other_reference=other if is_first else one,
        other_label=row.other_label if is_first else row.one_label,
    )


def _name(row: Clash, side: str) -> str:
    request, entry = getattr(row, f"{side}_request"), getattr(row, f"{side}_entry")
    name: str = request.reference if request else entry.ref or entry.title
    return name
