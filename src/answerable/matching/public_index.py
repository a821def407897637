"""The index of published entries: a cache, made anew from the archive at any time.

A rebuilt index is written beside the old one and takes its place at once; readers notice by a small
file that names the folder in use and the last change of the archive that it holds.
"""

import contextlib
import fcntl
import json
import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import tantivy

from answerable.matching.alike import best_alike
from answerable.matching.asking import Asked, asked
from answerable.matching.counting import Counts, facet_counts
from answerable.matching.documents import (
    FACETS,
    VERSION,
    SearchDocument,
    index_document,
    schema,
    with_analyser,
)
from answerable.matching.ranking import filters, narrowed, queries

__all__ = ["FACETS", "MOST_HITS", "Changes", "Found", "IndexUnavailable", "PublicIndex", "Search"]

MOST_HITS = 10_000
"""How far into its hits a search goes: to go deeper costs more than it helps."""
_REBUILD_HEAP, _UPDATE_HEAP = 256_000_000, 32_000_000
_CURRENT = "current.json"
_KEPT_COUNTS = 256
_PANIC = "PanicException"


class IndexUnavailable(Exception):
    """The index is missing, damaged, or of another version."""


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
    folder: str
    change: int
    schema: tantivy.Schema
    searcher: tantivy.Searcher
    counts: OrderedDict[object, Counts]


class PublicIndex:
    """An index in a folder. Safe to share between threads; only one process writes at a time."""

    def __init__(self, folder: Path) -> None:
        """Use the index in a folder, which need not exist yet."""
        self._folder = folder
        self._lock = threading.Lock()
        self._open: _Open | None = None

    def change(self) -> int:
        """Return the number of the last change of the archive that the index holds.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        return self._ready().change

    def search(self, wanted: Search) -> Found:
        """Return what the index finds.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._ready()
        with _damage_said():
            return _found(ready, wanted)

    def numbers(self, wanted: Search) -> tuple[int, ...]:
        """Return the number of every entry that a search finds, in its order, whatever the slice.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._ready()
        with _damage_said():
            query = _chosen_query(ready, wanted)
            every = max(1, ready.searcher.num_docs)
            return _numbers(
                ready.searcher, _in_order(ready.searcher, query, wanted.sort, (0, every))
            )

    def alike(self, texts: Iterable[str], *, limit: int) -> tuple[int, ...]:
        """Return the numbers of the entries that are most like any of some questions.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._ready()
        with _damage_said():
            return best_alike(ready.searcher, ready.schema, texts, limit=limit)

    def rebuild(self, documents: Iterable[SearchDocument], *, change: int) -> int:
        """Write a new index of the documents and put it in the place of the old; return their number."""
        with self._writing():
            name = self._next_name()
            folder = self._folder / name
            folder.mkdir(parents=True)
            index = with_analyser(tantivy.Index(schema(), path=str(folder)))
            writer = index.writer(_REBUILD_HEAP, 2)
            count = 0
            for document in documents:
                writer.add_document(index_document(document))
                count += 1
            writer.commit()
            writer.wait_merging_threads()
            self._say_current(name, change)
            self._remove_others(name)
        return count

    def update(self, changes_since: Callable[[int], Changes | None]) -> None:
        """Bring the index up to date with what changed after the last change that it holds.

        Changes are read when no other process writes, so that none puts an older text back.

        :raises IndexUnavailable: if there is no index to update.
        """
        with self._writing():
            ready = self._ready()
            changes = changes_since(ready.change)
            if changes is None:
                return
            with _damage_said():
                index = with_analyser(tantivy.Index.open(str(self._folder / ready.folder)))
                writer = index.writer(_UPDATE_HEAP, 1)
                for number in changes.gone:
                    writer.delete_documents_by_query(_numbered(ready.schema, number))
                for document in changes.documents:
                    writer.delete_documents_by_query(_numbered(ready.schema, document.entry_id))
                    writer.add_document(index_document(document))
                writer.commit()
                writer.wait_merging_threads()
            self._say_current(ready.folder, changes.change)

    def _ready(self) -> _Open:
        """Return the current index, opened again if it has been replaced or written to."""
        folder, change = self._current()
        ready = self._open
        if ready is not None and (ready.folder, ready.change) == (folder, change):
            return ready
        with self._lock:
            ready = self._open
            if ready is None or (ready.folder, ready.change) != (folder, change):
                ready = self._open = self._opened()
            return ready

    def _current(self) -> tuple[str, int]:
        try:
            said = json.loads((self._folder / _CURRENT).read_bytes())
            version, folder, change = said["version"], str(said["folder"]), int(said["change"])
        except (OSError, ValueError, KeyError, TypeError) as problem:
            raise IndexUnavailable(
                "There is no search index: make it with `answerable index --rebuild`"
            ) from problem
        if version != VERSION:
            raise IndexUnavailable(
                "The search index is of another version: make it anew with `answerable index --rebuild`"
            )
        return folder, change

    def _opened(self) -> _Open:
        # A writer may take the folder away between its name being read and its files being opened.
        with contextlib.suppress(IndexUnavailable):
            return self._opened_now()
        return self._opened_now()

    def _opened_now(self) -> _Open:
        folder, change = self._current()
        with _damage_said():
            index = with_analyser(tantivy.Index.open(str(self._folder / folder)))
            return _Open(folder, change, index.schema, index.searcher(), OrderedDict())

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """Wait until no other process writes."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _say_current(self, name: str, change: int) -> None:
        new = self._folder / f"{_CURRENT}.new"
        new.write_text(json.dumps({"version": VERSION, "folder": name, "change": change}))
        new.replace(self._folder / _CURRENT)

    def _next_name(self) -> str:
        numbers = [
            int(one.name) for one in self._folder.iterdir() if one.is_dir() and one.name.isdigit()
        ]
        return str(max(numbers, default=0) + 1)

    def _remove_others(self, name: str) -> None:
        # A reader keeps the files that it has open; the folder may go.
        for one in self._folder.iterdir():
            if one.is_dir() and one.name != name:
                shutil.rmtree(one, ignore_errors=True)


@contextlib.contextmanager
def _damage_said() -> Iterator[None]:
    try:
        yield
    except BaseException as problem:
        # A damaged file can make Tantivy panic, which is no Exception and would end the worker.
        is_damage = isinstance(problem, ValueError | OSError) or type(problem).__name__ == _PANIC
        if not is_damage:
            raise
        raise IndexUnavailable(
            "The search index is damaged: make it anew with `answerable index --rebuild`"
        ) from problem


def _numbered(schema: tantivy.Schema, number: int) -> tantivy.Query:
    # delete_documents_by_term takes a number for a signed one, and finds nothing in this field.
    return tantivy.Query.term_query(schema, "id", number)


def _found(ready: _Open, wanted: Search) -> Found:
    understood = asked(wanted.text)
    query = queries(ready.searcher, ready.schema, understood)
    chosen = filters(ready.schema, wanted.chosen)
    in_order = query.ranked if wanted.sort == "relevance" else query.plain
    result = _hits(ready.searcher, narrowed(in_order, chosen.values()), wanted)
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


def _hits(searcher: tantivy.Searcher, query: tantivy.Query, wanted: Search) -> tantivy.SearchResult:
    offset = min(wanted.offset, MOST_HITS - 1)
    limit = max(1, min(wanted.limit, MOST_HITS - offset))
    return _in_order(searcher, query, wanted.sort, (offset, limit))


def _in_order(
    searcher: tantivy.Searcher, query: tantivy.Query, sort: str, part: tuple[int, int]
) -> tantivy.SearchResult:
    offset, limit = part
    if sort == "relevance":
        return searcher.search(query, limit=limit, offset=offset, count=True)
    order = tantivy.Order.Desc if sort == "newest" else tantivy.Order.Asc
    return searcher.search(
        query, limit=limit, offset=offset, count=True, order_by_field="day", order=order
    )


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
        kept = ready.counts[key] = facet_counts(ready.searcher, query, chosen)
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
