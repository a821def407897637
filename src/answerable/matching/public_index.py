"""The index of published entries: a cache, made anew from the archive at any time.

A rebuilt index is written beside the old one and takes its place at once; readers notice by the
name of the folder that is current, and by the number of the last change that it holds.
"""

import contextlib
import fcntl
import json
import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tantivy

from answerable.matching.analysis import (
    ANALYSER,
    BREAK,
    analyser,
    cited_in,
    exact,
    plain,
    with_parents,
)
from answerable.matching.asking import Asked, asked

VERSION = 1
"""Grows with every change of the fields: an index of another version is not used."""
FACETS = ("body", "year", "month", "outcome", "exemption")
MOST_HITS = 10_000
_HEAP = 128_000_000
_CURRENT, _STATE = "current", "state.json"


class IndexUnavailable(Exception):
    """The index is missing, damaged, or of another version."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """An entry as the index takes it."""

    entry_id: int
    body: str
    ref: str
    title: str
    asked: str
    told: str
    tables: str
    attached: str
    month: str
    day: int
    outcomes: tuple[str, ...]
    exemptions: tuple[str, ...]


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
    """What the index found: entries' numbers in order, how many in all, and the facets' counts."""

    asked: Asked
    ids: tuple[int, ...]
    total: int
    facets: dict[str, tuple[tuple[str, int], ...]]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, stored=True, fast=True)
    builder.add_unsigned_field("day", fast=True)
    for name in ("all", "title", "asked"):
        builder.add_text_field(name, tokenizer_name=ANALYSER)
    for name in ("exact", "ref", "cited"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


class PublicIndex:
    """An index in a folder. Safe to share between threads; only one process writes at a time."""

    def __init__(self, folder: Path) -> None:
        """Use the index in a folder, which need not exist yet."""
        self._folder = folder
        self._lock = threading.Lock()
        self._open: tuple[str, tantivy.Index, tantivy.Searcher, int] | None = None

    def change(self) -> int:
        """Return the number of the last change of the archive that the index holds.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        return self._ready()[3]

    def search(self, wanted: Search) -> Found:
        """Return what the index finds.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        _, index, searcher, _ = self._ready()
        understood = asked(wanted.text)
        query = _query(index.schema, understood)
        filters = {
            name: _any_of(index.schema, name, values)
            for name, values in wanted.chosen.items()
            if values
        }
        narrowed = _all_of(query, filters.values())
        try:
            result = _hits(searcher, narrowed, wanted)
            numbers = searcher.fast_field_values("id", [address for _, address in result.hits])
            ids = tuple(int(number) for number in numbers if number is not None)
            facets = _facets(searcher, query, filters, narrowed)
        except (ValueError, OSError) as problem:
            raise IndexUnavailable(f"The search index cannot be read: {problem}") from problem
        total = result.count  # type: ignore[attr-defined]  # its stubs leave it out
        return Found(understood, ids, total or 0, facets)

    def rebuild(self, documents: Iterable[SearchDocument], *, change: int) -> int:
        """Write a new index of the documents and put it in the place of the old; return their number."""
        with self._writing():
            name = self._next_name()
            folder = self._folder / name
            folder.mkdir(parents=True)
            index = _with_analyser(tantivy.Index(_schema(), path=str(folder)))
            writer = index.writer(_HEAP, 2)
            count = 0
            for document in documents:
                writer.add_document(_document(document))
                count += 1
            writer.commit()
            writer.wait_merging_threads()
            _write_state(folder, change)
            _replace(self._folder / _CURRENT, name)
            self._remove_others(name)
        return count

    def update(
        self, changed: Iterable[SearchDocument], removed: Sequence[int], *, change: int
    ) -> None:
        """Bring the index up to date: documents that changed, and numbers of those that are gone.

        :raises IndexUnavailable: if there is no index to update.
        """
        with self._writing():
            name, index, _, _ = self._ready()
            writer = index.writer(_HEAP, 1)
            documents = list(changed)
            for number in (*removed, *(document.entry_id for document in documents)):
                writer.delete_documents_by_query(
                    tantivy.Query.term_query(index.schema, "id", number)
                )
            for document in documents:
                writer.add_document(_document(document))
            writer.commit()
            writer.wait_merging_threads()
            _write_state(self._folder / name, change)

    def _ready(self) -> tuple[str, tantivy.Index, tantivy.Searcher, int]:
        """Return the current index, opened again if it has been replaced or written to."""
        try:
            name = (self._folder / _CURRENT).read_text()
            state = json.loads((self._folder / name / _STATE).read_text())
        except (OSError, ValueError) as problem:
            raise IndexUnavailable(
                "There is no search index: rebuild it with `answerable index`"
            ) from problem
        if state.get("version") != VERSION:
            raise IndexUnavailable(
                "The search index is of another version: rebuild it with `answerable index`"
            )
        ready = self._open
        if ready is None or ready[0] != name or ready[3] != state["change"]:
            ready = self._opened(name, state["change"])
        return ready

    def _opened(self, name: str, change: int) -> tuple[str, tantivy.Index, tantivy.Searcher, int]:
        with self._lock:
            try:
                index = _with_analyser(tantivy.Index.open(str(self._folder / name)))
                self._open = (name, index, index.searcher(), change)
            except (ValueError, OSError) as problem:
                raise IndexUnavailable(
                    "The search index is damaged: rebuild it with `answerable index`"
                ) from problem
            return self._open

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """Wait until no other process writes."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

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


def _with_analyser(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer(ANALYSER, analyser())
    return index


def _write_state(folder: Path, change: int) -> None:
    _replace(folder / _STATE, json.dumps({"version": VERSION, "change": change}))


def _replace(path: Path, text: str) -> None:
    new = path.with_suffix(".new")
    new.write_text(text)
    new.replace(path)


def _document(one: SearchDocument) -> tantivy.Document:
    document = tantivy.Document()
    document.add_unsigned("id", one.entry_id)
    document.add_unsigned("day", one.day)
    title, questions = plain(one.title), plain(one.asked)
    texts = (title, one.ref, questions, plain(one.told), plain(one.tables), plain(one.attached))
    document.add_text("all", f" {BREAK} ".join(text for text in texts if text))
    document.add_text("title", title)
    document.add_text("asked", questions)
    document.add_text("exact", exact(one.title))
    document.add_text("ref", one.ref.lower())
    document.add_text("body", one.body)
    if one.month:
        document.add_text("month", one.month)
        document.add_text("year", one.month[:4])
    for outcome in one.outcomes:
        document.add_text("outcome", outcome)
    provisions = {part for citation in one.exemptions for part in with_parents(citation)}
    for provision in sorted(provisions):
        document.add_text("exemption", provision)
    for provision in sorted(provisions | cited_in(one.told)):
        document.add_text("cited", provision)
    return document


_TITLE_WORD, _ASKED_WORD, _TITLE_PHRASE, _EXACT_TITLE = 4.0, 1.5, 8.0, 50.0


def _query(schema: tantivy.Schema, understood: Asked) -> tantivy.Query:
    """Every word, phrase and provision must be there; those in the title and the questions weigh more."""
    must, should, never = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
    parts: list[tuple[tantivy.Occur, tantivy.Query]] = []
    for word in understood.words:
        parts.append((must, tantivy.Query.term_query(schema, "all", word)))
        parts.append(
            (should, _boosted(tantivy.Query.term_query(schema, "title", word), _TITLE_WORD))
        )
        parts.append(
            (should, _boosted(tantivy.Query.term_query(schema, "asked", word), _ASKED_WORD))
        )
    for phrase in understood.phrases:
        parts.append((must, _phrase(schema, "all", phrase)))
        parts.append((should, _boosted(_phrase(schema, "title", phrase), _TITLE_PHRASE)))
    parts += [
        (must, tantivy.Query.term_query(schema, "cited", one)) for one in understood.provisions
    ]
    if understood.is_empty:
        parts.append((must, tantivy.Query.all_query()))
    parts += [(never, _phrase(schema, "all", words)) for words in understood.without]
    if len(understood.words) > 1:
        parts.append((should, _boosted(_phrase(schema, "title", understood.words), _TITLE_PHRASE)))
    if understood.words:
        title = tantivy.Query.term_query(schema, "exact", " ".join(understood.words))
        parts.append((should, _boosted(title, _EXACT_TITLE)))
    return tantivy.Query.boolean_query(parts)


def _phrase(schema: tantivy.Schema, name: str, words: Sequence[str]) -> tantivy.Query:
    if len(words) == 1:
        return tantivy.Query.term_query(schema, name, words[0])
    return tantivy.Query.phrase_query(schema, name, list(words))


def _boosted(query: tantivy.Query, weight: float) -> tantivy.Query:
    return tantivy.Query.boost_query(query, weight)


def _any_of(schema: tantivy.Schema, name: str, values: Sequence[str]) -> tantivy.Query:
    one_of = tantivy.Query.term_set_query(schema, name, list(values))
    return tantivy.Query.const_score_query(one_of, 0.0)


def _all_of(query: tantivy.Query, filters: Iterable[tantivy.Query]) -> tantivy.Query:
    must = tantivy.Occur.Must
    return tantivy.Query.boolean_query([(must, query), *((must, one) for one in filters)])


def _hits(searcher: tantivy.Searcher, query: tantivy.Query, wanted: Search) -> tantivy.SearchResult:
    offset = min(wanted.offset, MOST_HITS)
    if wanted.sort == "relevance":
        return searcher.search(query, limit=wanted.limit, offset=offset, count=True)
    order = tantivy.Order.Desc if wanted.sort == "newest" else tantivy.Order.Asc
    return searcher.search(
        query, limit=wanted.limit, offset=offset, count=True, order_by_field="day", order=order
    )


def _facets(
    searcher: tantivy.Searcher,
    query: tantivy.Query,
    filters: dict[str, tantivy.Query],
    narrowed: tantivy.Query,
) -> dict[str, tuple[tuple[str, int], ...]]:
    """Count each facet's values; what is chosen in a facet does not narrow that facet's own counts."""
    free = [name for name in FACETS if name not in filters]
    counted = searcher.aggregate(narrowed, {name: _terms(name) for name in free}) if free else {}
    for name in filters:
        others = _all_of(query, (one for other, one in filters.items() if other != name))
        counted |= searcher.aggregate(others, {name: _terms(name)})
    return {
        name: tuple((one["key"], one["doc_count"]) for one in counted[name]["buckets"])
        for name in FACETS
    }


def _terms(name: str) -> dict[str, Any]:
    return {"terms": {"field": name, "size": 400}}
