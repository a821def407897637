"""Search of the published log: ranked, counted, marked, and never past the visibility rule."""

import contextlib
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from answerable.domain.disclosure_log import question_address
from answerable.matching.asking import asked
from answerable.matching.public_index import (
    FACETS,
    MOST_HITS,
    Found,
    IndexUnavailable,
    PublicIndex,
    Search,
)
from answerable.matching.snippets import Fragment, Marker, marker
from answerable.queries.archive.entries import EntryRow, entry_rows, newest_of
from answerable.queries.archive.found import FoundEntry, found_entries

_EXPORT_BATCH = 500


class SearchUnavailable(Exception):
    """The search index cannot be used: say so, and link to the months."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What a reader looks for: words, chosen values of each facet, the order, the page (from 1)."""

    text: str = ""
    bodies: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    exemptions: tuple[str, ...] = ()
    sort: str = "relevance"
    page: int = 1
    size: int = 20

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """Return the chosen values by the name of their facet."""
        values = (self.bodies, self.years, self.months, self.outcomes, self.exemptions)
        return dict(zip(FACETS, values, strict=True))


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet: how many entries have it, and whether the reader chose it."""

    value: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """What a search can be narrowed by."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An entry that was found, with its best passage, and the question that it answers, if one."""

    row: EntryRow
    title: tuple[Fragment, ...]
    snippet: tuple[Fragment, ...]
    question: str | None
    address: str


@dataclass(frozen=True, slots=True)
class NumberedHit:
    """A hit with the number of its entry."""

    number: int
    hit: SearchHit


@dataclass(frozen=True, slots=True)
class SearchResults:
    """A page of a search.

    `jump` is the address to go to where the text is just one reference. `is_cut` says that the text
    was too long, and that only its beginning was looked for; `is_too_deep` that the page lies behind
    the last that can be shown.
    """

    request: SearchRequest
    hits: tuple[SearchHit, ...] = ()
    total: int = 0
    pages: int = 0
    facets: tuple[Facet, ...] = ()
    jump: str | None = None
    is_cut: bool = False
    is_too_deep: bool = False


def search(request: SearchRequest, *, at: dt.datetime) -> SearchResults:
    """Return a page of what a search finds.

    :raises SearchUnavailable: if the index cannot be used.
    """
    size = max(1, request.size)
    offset = (max(1, request.page) - 1) * size
    wanted = Search(request.text, request.chosen, request.sort, offset, size)
    with unavailable_said():
        found = public_index(settings.ANSWERABLE_INDEX).search(wanted)
    marks = marker(found.asked)
    hits = tuple(_hit(entry, marks) for entry in found_entries(found.ids, at=at))
    return SearchResults(
        request=request,
        hits=hits,
        total=found.total,
        pages=-(-min(found.total, MOST_HITS) // size),
        facets=tuple(_facet(name, found, request) for name in FACETS),
        jump=_jump(found.named, at=at),
        is_cut=found.asked.is_cut,
        is_too_deep=offset >= MOST_HITS,
    )


def matching_rows(request: SearchRequest, *, at: dt.datetime) -> Iterator[EntryRow]:
    """Yield the row of every entry that a search finds, in its order, for files and feeds.

    :raises SearchUnavailable: if the index cannot be used.
    """
    wanted = Search(request.text, request.chosen, request.sort)
    with unavailable_said():
        numbers = public_index(settings.ANSWERABLE_INDEX).numbers(wanted)
    return _rows(numbers, at=at)


def hits_among(
    request: SearchRequest, numbers: Sequence[int], *, at: dt.datetime, most: int
) -> tuple[tuple[int, ...], tuple[NumberedHit, ...]]:
    """Return those of some entries that a search finds: the numbers of all, and the first as hits.

    :raises SearchUnavailable: if the index cannot be used.
    """
    wanted = Search(request.text, request.chosen, request.sort)
    with unavailable_said():
        found = public_index(settings.ANSWERABLE_INDEX).among(wanted, numbers)
    marks = marker(asked(request.text))
    hits = (
        NumberedHit(number, _hit(entry, marks))
        for number in found[:most]
        for entry in found_entries((number,), at=at)
    )
    return found, tuple(hits)


def newest_rows(request: SearchRequest, *, at: dt.datetime) -> tuple[tuple[EntryRow, ...], int]:
    """Return the rows of a page of what a search finds, published last first, and how many pages there are.

    :raises SearchUnavailable: if the index cannot be used.
    """
    wanted = Search(request.text, request.chosen)
    with unavailable_said():
        numbers = public_index(settings.ANSWERABLE_INDEX).numbers(wanted)
    start = (request.page - 1) * request.size
    rows = newest_of(numbers, at=at, part=slice(start, start + request.size))
    return rows, max(1, -(-len(numbers) // request.size))


def _rows(numbers: Sequence[int], *, at: dt.datetime) -> Iterator[EntryRow]:
    for start in range(0, len(numbers), _EXPORT_BATCH):
        yield from entry_rows(numbers[start : start + _EXPORT_BATCH], at=at)


def index_change() -> int:
    """Return the number of the last change of the archive that the index holds.

    :raises SearchUnavailable: if the index cannot be used.
    """
    with unavailable_said():
        return public_index(settings.ANSWERABLE_INDEX).change()


@lru_cache(maxsize=4)
def public_index(folder: Path) -> PublicIndex:
    """Return the one open index of a folder."""
    return PublicIndex(folder)


@contextlib.contextmanager
def unavailable_said() -> Iterator[None]:
    """Say of an index that cannot be used that search is not available.

    :raises SearchUnavailable: if it cannot be used.
    """
    try:
        yield
    except IndexUnavailable as problem:
        raise SearchUnavailable(str(problem)) from problem


def _hit(entry: FoundEntry, marks: Marker) -> SearchHit:
    row = entry.row
    label, snippet = marks.best(entry.said, title=row.title)
    return SearchHit(
        row=row,
        title=marks.marked(row.title),
        snippet=snippet,
        question=label,
        address=question_address(row.body, row.key, label) if label else row.address,
    )


def _facet(name: str, found: Found, request: SearchRequest) -> Facet:
    """Return a facet with its counts; what was chosen stays in it, even where it counts none."""
    chosen = request.chosen[name]
    counts = found.facets[name]
    values = [FacetValue(value, count, value in chosen) for value, count in counts]
    if chosen:
        counted = {value for value, _ in counts}
        values += [FacetValue(value, 0, selected=True) for value in chosen if value not in counted]
    return Facet(name, tuple(values))


def _jump(named: Sequence[int], *, at: dt.datetime) -> str | None:
    """Return the address of the one visible entry that a reference names."""
    seen = entry_rows(named, at=at) if named else ()
    return seen[0].address if len(seen) == 1 else None
