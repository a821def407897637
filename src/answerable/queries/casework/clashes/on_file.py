"""What the office itself answered, by letter or in the log, each question once, and what contradicts it."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db.models import Q

from answerable.matching.filed import Filed
from answerable.matching.precedents import Pair
from answerable.queries.archive.filed import filed_questions
from answerable.queries.casework.precedents import sent_answers, sent_index
from answerable.queries.casework.searching import index_trouble_said
from answerable.queries.precedents import precedents_in, published_index
from answerable.records.archive.models import Body
from answerable.records.casework.models import Clash, LogDraft

_OWN_LOG = Q(body__prefix="")


class Kept(StrEnum):
    """Where a question stands: in a request, or in an entry of the log that was made of none."""

    ENTRY = "entry"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Unit:
    """A request, or an entry that was made of none: its questions come on file together."""

    kept: Kept
    number: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where one question stands."""

    unit: Unit
    label: str

    @property
    def name(self) -> str:
        """Return what it is known by among all places."""
        return f"{self.unit.kept} {self.unit.number}/{self.label}"


def place_of(filed: Filed) -> Place:
    """Return where a question stands that came from here."""
    return Place(Unit(Kept(filed.source), filed.entry), filed.label or "")


def places_of(row: Clash) -> tuple[Place, Place]:
    """Return where both sides of a contradiction stand, the earlier first."""
    return (
        _kept_place(row.one_request_id, row.one_entry_id, row.one_label),
        _kept_place(row.other_request_id, row.other_entry_id, row.other_label),
    )


def _kept_place(request: int | None, entry: int | None, label: str) -> Place:
    if request is not None:
        return Place(Unit(Kept.REQUEST, request), label)
    return Place(Unit(Kept.ENTRY, entry or 0), label)


class Ours:
    """Every question that the office answered, to be asked for those that contradict one.

    Candidates come from the indexes of questions, which whoever asks brings up to date before.
    """

    def __init__(self, *, at: dt.datetime) -> None:
        """Ask what is on file at a moment."""
        self._at = at
        self._published, self._sent = (
            precedents_in(one) for one in (published_index(), sent_index())
        )

    def contradictions_of(self, filed: Filed, known: Iterable[Filed]) -> Iterator[Pair]:
        """Yield the pairs that one question makes with the rest, and with those it is known to contradict.

        :raises SearchUnavailable: if an index cannot be used.
        """
        near = {place_of(one): one for one in (*known, *self._near(filed))}
        near.pop(place_of(filed), None)
        for other in near.values():
            pair = self._published.pair(filed, other, today=self._at.date())
            if pair is not None:
                yield pair

    def _near(self, filed: Filed) -> Iterator[Filed]:
        """Yield what shares the most telling terms with a question, as it is now."""
        today = self._at.date()
        with index_trouble_said():
            published = self._published.near(filed, today=today)
            sent = self._sent.near(filed, today=today)
        ours = [one for one in published if not one.is_theirs]
        units = units_of_entries([one.entry for one in ours])
        places = [Place(units[one.entry], one.label or "") for one in ours]
        places += [Place(Unit(Kept.REQUEST, one.entry), one.label or "") for one in sent]
        now = questions_by_place({one.unit for one in places}, at=self._at)
        yield from (now[one] for one in dict.fromkeys(places) if one in now)


def units_of_entries(entries: Collection[int]) -> Mapping[int, Unit]:
    """Return where the questions of entries stand: what was made of a request stands there."""
    drafts = LogDraft.objects.filter(entry__in=entries)
    requests = dict(drafts.values_list("entry_id", "request_id"))
    return {
        one: Unit(Kept.REQUEST, requests[one]) if one in requests else Unit(Kept.ENTRY, one)
        for one in entries
    }


def our_questions(*, at: dt.datetime, of: Collection[Unit] | None = None) -> Iterator[Filed]:
    """Yield what the office answered, of some units or of all: other bodies' answers are not ours.

    What was sent counts, whoever may see it, without who asked. Once the log's entry of a request was
    corrected, what the log says counts for it; a withdrawn entry says nothing.
    """
    corrected = _corrected(None if of is None else _numbers(of, Kept.REQUEST))
    told = set()
    for one in _of_log(corrected, at=at, of=of):
        told.add(place_of(one))
        yield one
    own = Body.objects.filter(prefix="").values_list("name", flat=True).first()
    wanted = Q() if of is None else Q(question__request__in=_numbers(of, Kept.REQUEST))
    for one in sent_answers(wanted):
        filed = replace(one, body=own, source=Kept.REQUEST.value)
        if place_of(filed) not in told:
            yield filed


def questions_by_place(units: Collection[Unit], *, at: dt.datetime) -> Mapping[Place, Filed]:
    """Return the questions of some units by where they stand; those that are gone are left out."""
    return {place_of(one): one for one in our_questions(at=at, of=units)} if units else {}


def _of_log(
    corrected: Mapping[int, int], *, at: dt.datetime, of: Collection[Unit] | None
) -> Iterator[Filed]:
    """Yield the questions of entries that were made of no request, and of those corrected since."""
    alone = ~Q(pk__in=LogDraft.objects.filter(entry__isnull=False).values("entry"))
    if of is not None:
        alone &= Q(pk__in=_numbers(of, Kept.ENTRY))
    for one in filed_questions(at=at, of=_OWN_LOG & (alone | Q(pk__in=corrected))):
        request = corrected.get(one.entry)
        if request is None:
            yield replace(one, source=Kept.ENTRY.value)
        else:
            yield replace(one, source=Kept.REQUEST.value, entry=request)


def _corrected(requests: Collection[int] | None) -> Mapping[int, int]:
    """Return the requests whose entries say something else than at first, by the numbers of these."""
    found = LogDraft.objects.filter(entry__version__gt=1)
    if requests is not None:
        found = found.filter(request__in=requests)
    return dict(found.values_list("entry_id", "request_id"))


def _numbers(units: Iterable[Unit], kept: Kept) -> list[int]:
    return [one.number for one in units if one.kept is kept]
