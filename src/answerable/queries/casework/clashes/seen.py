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
    open_ones = clashes_seen_by(viewer).open()
    lines = []
    for side, other in (("one", "other"), ("other", "one")):
        found = open_ones.filter(_stands(side, reference))
        if label is not None:
            found = found.filter(**{f"{side}_label": label})
        lines += [_line(row, side, other) for row in _whole(found)]
    return tuple(sorted(lines, key=lambda one: (one.label, one.number)))


def kind_of(row: Clash) -> str:
    """Return what a contradiction is told as: of decisions, of answers, or a change that time explains."""
    return "change" if row.is_change else row.kind


def _stands(side: str, reference: str) -> Q:
    requests = Request.objects.filter(reference=reference)
    entries = Entry.objects.filter(ref_key=ref_key_of(reference), body__prefix="")
    alone = {f"{side}_request": None, f"{side}_entry__in": entries}
    return Q(**{f"{side}_request__in": requests}) | Q(**alone)


def _whole(rows: ClashQuerySet) -> ClashQuerySet:
    related = ("one_request", "one_entry", "other_request", "other_entry")
    texts = [f"{side}_entry__{one}" for side in ("one", "other") for one in ("content", "as_read")]
    return rows.select_related(*related).defer(*texts).order_by("pk")


def _line(row: Clash, side: str, other: str) -> ClashLine:
    request, entry = getattr(row, f"{other}_request"), getattr(row, f"{other}_entry")
    return ClashLine(
        number=row.pk,
        label=getattr(row, f"{side}_label"),
        kind=kind_of(row),
        why=row.why,
        other_reference=request.reference if request else entry.ref or entry.title,
        other_label=getattr(row, f"{other}_label"),
    )
