"""The index of published entries: a cache, made anew from the archive at any time.

Readers notice what was written by the last change of the archive that the index is said to hold.
"""

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import tantivy

from answerable.matching.asking import Asked, asked
from answerable.matching.counting import (
    Counted,
    Counts,
    facet_counts,
    sections_and_limbs,
    together,
    year_of,
)
from answerable.matching.documents import (
    FACETS,
    VERSION,
    SearchDocument,
    index_document,
    schema,
)
from answerable.matching.index_folder import (
    Current,
    IndexBusy,
    IndexFolder,
    IndexUnavailable,
)
from answerable.matching.ranking import (
    MOST_HITS,
    Order,
    Slice,
    filters,
    in_order,
    narrowed,
    queries,
)

__all__ = [
    "FACETS",
    "MOST_HITS",
    "Changes",
    "Found",
    "IndexBusy",
    "IndexUnavailable",
    "PublicIndex",
    "Search",
]

_KEPT_COUNTS = 256
_FEW = 1000
"""So many entries are asked for by their numbers; among more, all that a search finds are looked through."""
_FACETS = {
    "body": Counted("body"),
    "year": Counted("month", year_of, is_by_time=True),
    "month": Counted("month", is_by_time=True),
    "outcome": Counted("outcomes", together),
    "exemption": Counted("exemptions", sections_and_limbs),
}


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for: words, the chosen values of each facet, the order, and the slice wanted."""

    text: str = ""
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = "relevance"
    offset: int = 0
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Found:
    """What the index found: entries' numbers in order, how many in all, and the facets' counts.

    `named` are the numbers of entries whose reference is the whole text, two at the most.
    """

    asked: Asked
    ids: tuple[int, ...]
    total: int
    facets: Counts
    named: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed: documents as they are now, numbers of those gone, the number of the last change."""

    documents: Iterable[SearchDocument]
    gone: Sequence[int]
    change: int


@dataclass(frozen=True, slots=True)
class _Open:
    current: Current
    schema: tantivy.Schema
    searcher: tantivy.Searcher
    counts: OrderedDict[object, Counts]


class PublicIndex:
    """An index in a folder. Safe to share between threads; only one process writes at a time."""

    def __init__(self, folder: Path) -> None:
        """Use the index in a folder, which need not exist yet."""
        self._folder = IndexFolder(
            folder, VERSION, "search index", "with `answerable index --rebuild`"
        )
        self._lock = threading.Lock()
        self._open: _Open | None = None

    def change(self) -> int:
        """Return the number of the last change of the archive that the index holds.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        return self._ready().current.change

    def search(self, wanted: Search) -> Found:
        """Return what the index finds.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._ready()
        with self._folder.damage_said():
            return _found(ready, wanted)

    def numbers(self, wanted: Search) -> tuple[int, ...]:
        """Return the number of every entry that a search finds, in its order, whatever the slice.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._ready()
        with self._folder.damage_said():
            query = _chosen_query(ready, wanted)
            every = max(1, ready.searcher.num_docs)
            return _numbers(
                ready.searcher,
                in_order(ready.searcher, query, _order(wanted.sort), Slice(0, every)),
            )

    def among(self, wanted: Search, numbers: Sequence[int]) -> tuple[int, ...]:
        """Return those of some entries that a search finds, in its order, whatever the slice.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        if len(numbers) > _FEW:
            some = frozenset(numbers)
            return tuple(one for one in self.numbers(wanted) if one in some)
        ready = self._ready()
        with self._folder.damage_said():
            either = [(tantivy.Occur.Should, _numbered(ready.schema, one)) for one in numbers]
            query = narrowed(_chosen_query(ready, wanted), [tantivy.Query.boolean_query(either)])
            every = Slice(0, max(1, len(numbers)))
            result = in_order(ready.searcher, query, _order(wanted.sort), every)
            return _numbers(ready.searcher, result)

    def rebuild(self, documents: Iterable[SearchDocument], *, change: int) -> int:
        """Write a new index of the documents and put it in the place of the old; return their number."""
        with self._folder.writing():
            return self._folder.make_anew(schema(), map(index_document, documents), change=change)

    def update(self, changes_since: Callable[[int], Changes | None], *, waits: bool = True) -> None:
        """Bring the index up to date with what changed after the last change that it holds.

        Changes are read when no other process writes, so that none puts an older text back.

        :raises IndexUnavailable: if there is no index to update.
        :raises IndexBusy: if another process writes, and this one does not wait for it.
        """
        with self._folder.writing(waits=waits):
            ready = self._ready()
            changes = changes_since(ready.current.change)
            if changes is None:
                return
            name = ready.current.name
            with self._folder.damage_said(), self._folder.changing(name) as writer:
                for number in changes.gone:
                    writer.delete_documents_by_query(_numbered(ready.schema, number))
                for document in changes.documents:
                    writer.delete_documents_by_query(_numbered(ready.schema, document.entry_id))
                    writer.add_document(index_document(document))
            self._folder.say_current(Current(name, changes.change))

    def _ready(self) -> _Open:
        """Return the current index, opened again if it has been replaced or written to."""
        current = self._folder.current()
        ready = self._open
        if ready is not None and ready.current == current:
            return ready
        with self._lock:
            ready = self._open
            if ready is None or ready.current != current:
                ready = self._open = self._opened()
            return ready

    def _opened(self) -> _Open:
        # A writer may take the folder away between its name being read and its files being opened.
        with contextlib.suppress(IndexUnavailable):
            return self._opened_now()
        return self._opened_now()

    def _opened_now(self) -> _Open:
        current = self._folder.current()
        with self._folder.damage_said():
            index = self._folder.opened(current.name)
            return _Open(current, index.schema, index.searcher(), OrderedDict())


def _numbered(schema: tantivy.Schema, number: int) -> tantivy.Query:
    # delete_documents_by_term takes a number for a signed one, and finds nothing in this field.
    return tantivy.Query.term_query(schema, "id", number)


def _found(ready: _Open, wanted: Search) -> Found:
    understood = asked(wanted.text)
    query = queries(ready.searcher, ready.schema, understood)
    chosen = filters(ready.schema, wanted.chosen)
    wished = query.ranked if wanted.sort == "relevance" else query.plain
    result = in_order(
        ready.searcher,
        narrowed(wished, chosen.values()),
        _order(wanted.sort),
        Slice.within(wanted.offset, wanted.limit),
    )
    return Found(
        asked=understood,
        ids=_numbers(ready.searcher, result) if wanted.offset < MOST_HITS else (),
        total=result.count or 0,  # type: ignore[attr-defined]  # its stubs leave it out
        facets=_counts(ready, understood, wanted, query.plain, chosen),
        named=_named(ready, understood.reference),
    )


def _chosen_query(ready: _Open, wanted: Search) -> tantivy.Query:
    query = queries(ready.searcher, ready.schema, asked(wanted.text))
    return narrowed(query.ranked, filters(ready.schema, wanted.chosen).values())


def _order(sort: str) -> Order | None:
    return None if sort == "relevance" else Order("day", is_newest_first=sort == "newest")


def _counts(
    ready: _Open,
    understood: Asked,
    wanted: Search,
    query: tantivy.Query,
    chosen: dict[str, tantivy.Query],
) -> Counts:
    """Count the facets once for all pages and orders of a search."""
    key = (understood, tuple(sorted(wanted.chosen.items())))
    kept = ready.counts.get(key)
    if kept is None:
        kept = ready.counts[key] = facet_counts(ready.searcher, query, chosen, facets=_FACETS)
        while len(ready.counts) > _KEPT_COUNTS:
            with contextlib.suppress(KeyError):
                ready.counts.popitem(last=False)
    return kept


def _named(ready: _Open, reference: str | None) -> tuple[int, ...]:
    if reference is None or not ready.searcher.doc_freq("ref", reference):
        return ()
    query = tantivy.Query.term_query(ready.schema, "ref", reference)
    return _numbers(ready.searcher, ready.searcher.search(query, limit=2, count=False))


def _numbers(searcher: tantivy.Searcher, result: tantivy.SearchResult) -> tuple[int, ...]:
    numbers = searcher.fast_field_values("id", [address for _, address in result.hits])
    return tuple(int(number) for number in numbers if number is not None)
