"""Search of the published log: ranked, counted, marked, and never past the visibility rule."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from answerable.domain.disclosure_log import entry_address, question_address
from answerable.matching.public_index import (
    FACETS,
    MOST_HITS,
    Found,
    IndexUnavailable,
    PublicIndex,
    Search,
)
from answerable.matching.snippets import Fragment, Marker, marker
from answerable.queries.archive.entries import EntryRow, entry_contents
from answerable.queries.archive.rows import body_of
from answerable.records.archive.models import Entry

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
class SearchResults:
    """A page of a search. `jump` is the address to go to where the text is just one reference."""

    request: SearchRequest
    hits: tuple[SearchHit, ...] = ()
    total: int = 0
    pages: int = 0
    facets: tuple[Facet, ...] = ()
    jump: str | None = None
    is_cut: bool = field(default=False)


def search(request: SearchRequest, *, at: dt.datetime) -> SearchResults:
    """Return a page of what a search finds.

    :raises SearchUnavailable: if the index cannot be used.
    """
    wanted = Search(
        text=request.text,
        chosen=request.chosen,
        sort=request.sort,
        offset=(max(1, request.page) - 1) * request.size,
        limit=request.size,
    )
    found = _found(wanted)
    marks = marker(found.asked)
    hits = tuple(_hit(row, content, marks) for row, content in entry_contents(found.ids, at=at))
    return SearchResults(
        request=request,
        hits=hits,
        total=found.total,
        pages=-(-min(found.total, MOST_HITS) // request.size),
        facets=tuple(_facet(name, found, request) for name in FACETS),
        jump=_jump(found.asked.reference, at=at) if request.page == 1 else None,
        is_cut=found.asked.is_cut,
    )


def matching_rows(request: SearchRequest, *, at: dt.datetime) -> Iterator[EntryRow]:
    """Yield the row of every entry that a search finds, in its order, for files and feeds.

    :raises SearchUnavailable: if the index cannot be used.
    """
    wanted = Search(
        text=request.text, chosen=request.chosen, sort=request.sort, limit=_EXPORT_BATCH
    )
    found = _found(wanted)
    return _rows_from(found, wanted, at=at)


def _rows_from(found: Found, wanted: Search, *, at: dt.datetime) -> Iterator[EntryRow]:
    while found.ids:
        yield from (row for row, _ in entry_contents(found.ids, at=at))
        wanted = replace(wanted, offset=wanted.offset + _EXPORT_BATCH)
        if wanted.offset >= MOST_HITS:
            return
        found = _found(wanted)


def index_change() -> int:
    """Return the number of the last change of the archive that the index holds.

    :raises SearchUnavailable: if the index cannot be used.
    """
    try:
        return public_index(settings.ANSWERABLE_INDEX).change()
    except IndexUnavailable as problem:
        raise SearchUnavailable(str(problem)) from problem


@lru_cache(maxsize=4)
def public_index(folder: Path) -> PublicIndex:
    """Return the one open index of a folder."""
    return PublicIndex(folder)


def _found(wanted: Search) -> Found:
    try:
        return public_index(settings.ANSWERABLE_INDEX).search(wanted)
    except IndexUnavailable as problem:
        raise SearchUnavailable(str(problem)) from problem


def _hit(row: EntryRow, content: dict[str, Any], marks: Marker) -> SearchHit:
    name, snippet = marks.best(_passages(content))
    question = name if name in {one["label"] or "1" for one in content["questions"]} else None
    return SearchHit(
        row=row,
        title=marks.marked(row.title),
        snippet=snippet,
        question=question,
        address=question_address(row.body, row.key, question) if question else row.address,
    )


def _passages(content: dict[str, Any]) -> Sequence[tuple[str | None, str]]:
    """Return the passages of an entry, questions with their answers first."""
    passages: list[tuple[str | None, str]] = [
        (one["label"] or "1", f"{one['text']} {one['answer'] or ''}")
        for one in content["questions"]
    ]
    passages += [(None, content["response"]), (None, content["request"])]
    for table in content["tables"]:
        cells = " ".join(cell for cells in table["rows"] for cell in cells)
        passages.append((None, f"{table['caption'] or ''} {cells}"))
    passages += [(None, f"{one['title']} {one['text'] or ''}") for one in content["attachments"]]
    return passages


def _facet(name: str, found: Found, request: SearchRequest) -> Facet:
    """Return a facet with its counts; what was chosen stays in it, even where it counts none."""
    chosen = request.chosen[name]
    counts = dict(found.facets[name])
    values = [*counts.items(), *((value, 0) for value in chosen if value not in counts)]
    return Facet(name, tuple(FacetValue(value, count, value in chosen) for value, count in values))


def _jump(reference: str | None, *, at: dt.datetime) -> str | None:
    """Return the address of the one visible entry with a reference."""
    if reference is None:
        return None
    found = Entry.objects.visible(at=at).filter(ref__iexact=reference).select_related("body")[:2]
    if len(found) != 1:
        return None
    return entry_address(body_of(found[0].body), found[0].key)
