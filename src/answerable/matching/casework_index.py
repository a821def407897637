"""The index of requests for officers: a cache in a folder of its own, made anew from the database.

Nobody finds a restricted request who is not named on it, nor who asked for anything where names are not
to be seen. A reader sees whatever was committed before it searches.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import tantivy

from answerable.matching.alike import alike
from answerable.matching.analysis import writable
from answerable.matching.asking import Asked, asked
from answerable.matching.case_documents import (
    QUESTION,
    VERSION,
    CaseDocument,
    Kept,
    index_documents,
    kept_in,
    mark_document,
    mark_query,
    schema,
)
from answerable.matching.case_search import FACETS, CaseSearch, case_query, seen_query
from answerable.matching.counting import Counts, facet_counts
from answerable.matching.index_folder import IndexBusy, IndexFolder, IndexUnavailable
from answerable.matching.open_index import Open, OpenIndex
from answerable.matching.ranking import MOST_HITS, Order, Slice, filters, in_order, narrowed
from answerable.matching.snippets import Fragment, Marker, Passage, marker, passages_of

__all__ = [
    "CaseChanges",
    "CaseFound",
    "CaseHit",
    "CaseworkIndex",
    "IndexBusy",
    "IndexUnavailable",
]


@dataclass(frozen=True, slots=True)
class CaseHit:
    """A request or, with its label, a question that was found.

    `place` says where the snippet stands: in the request, the question, the answer, the reasons.
    """

    reference: str
    label: str | None
    title: tuple[Fragment, ...]
    place: str | None
    snippet: tuple[Fragment, ...]
    score: float


@dataclass(frozen=True, slots=True)
class CaseFound:
    """What the index found: the slice that was wanted, and how many there are in all."""

    asked: Asked
    hits: tuple[CaseHit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class CaseChanges:
    """What changed: requests as they are now, references of those gone, the last change's number."""

    requests: Sequence[CaseDocument]
    gone: Sequence[str]
    change: int


class CaseworkIndex:
    """An index in a folder. Safe to share between threads; only one process writes at a time."""

    def __init__(self, folder: Path) -> None:
        """Use the index in a folder, which need not exist yet."""
        self._folder = IndexFolder(folder, VERSION, "casework index", "from the database")
        self._open = OpenIndex(self._folder)

    def mark(self) -> int:
        """Return the number of the last change that the index holds, committed with its documents.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._open.ready()
        with self._folder.damage_said():
            return _mark(ready)

    def search(self, wanted: CaseSearch) -> CaseFound:
        """Return what a person finds.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._open.ready()
        with self._folder.damage_said():
            return _found(ready, wanted)

    def alike(self, text: str, *, viewer_key: str, limit: int) -> tuple[tuple[str, str], ...]:
        """Return the references and labels of the questions most like one, among what a person may see.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._open.ready()
        with self._folder.damage_said():
            return _alike(ready, text, CaseSearch(viewer_key=viewer_key, limit=limit))

    def facets(self, wanted: CaseSearch) -> Counts:
        """Return how many of what a person finds have each value of each facet.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._open.ready()
        with self._folder.damage_said():
            query = case_query(ready.searcher, ready.schema, wanted, asked(wanted.text))
            chosen = filters(ready.schema, wanted.filters.chosen)
            return facet_counts(ready.searcher, query.plain, chosen, facets=FACETS)

    def rebuild(self, requests: Iterable[CaseDocument], *, change: int) -> int:
        """Write a new index and put it in the place of the old; return how many requests it holds."""
        count = 0

        def documents() -> Iterable[tantivy.Document]:
            nonlocal count
            for request in requests:
                count += 1
                yield from index_documents(request)

        with self._folder.writing():
            every = chain([mark_document(change)], documents())
            self._folder.make_anew(schema(), every, change=change)
        return count

    def add_requests(self, requests: Iterable[CaseDocument], *, change: int) -> None:
        """Put requests in the place of what the index holds of them, in one commit.

        :raises IndexUnavailable: if there is no index to change.
        """
        listed = tuple(requests)
        self.update(lambda _: CaseChanges(listed, (), change))

    def remove(self, references: Iterable[str], *, change: int) -> None:
        """Take requests with their questions out, in one commit.

        :raises IndexUnavailable: if there is no index to change.
        """
        gone = tuple(references)
        self.update(lambda _: CaseChanges((), gone, change))

    def update(
        self, changes_since: Callable[[int], CaseChanges | None], *, waits: bool = True
    ) -> None:
        """Bring the index up to date with what changed after the last change that it holds.

        Changes are read when no other process writes, so that none puts an older text back.

        :raises IndexUnavailable: if there is no index to change.
        :raises IndexBusy: if another process writes, and this one does not wait for it.
        """
        with self._folder.writing(waits=waits):
            ready = self._open.ready()
            with self._folder.damage_said():
                mark = _mark(ready)
            changes = changes_since(mark)
            if changes is None:
                return
            requests = {request.reference: request for request in changes.requests}
            documents = [one for request in requests.values() for one in index_documents(request)]
            name = ready.current.name
            with self._folder.damage_said(), self._folder.changing(name) as writer:
                for reference in (*changes.gone, *requests):
                    writer.delete_documents_by_term("of", writable(reference))
                writer.delete_documents_by_query(mark_query(ready.schema))
                for document in (mark_document(max(mark, changes.change)), *documents):
                    writer.add_document(document)


def _mark(ready: Open) -> int:
    found = ready.searcher.search(mark_query(ready.schema), limit=1, count=False)
    (mark,) = ready.searcher.fast_field_values("change", [address for _, address in found.hits])
    return int(mark or 0)


def _found(ready: Open, wanted: CaseSearch) -> CaseFound:
    understood = asked(wanted.text)
    query = case_query(ready.searcher, ready.schema, wanted, understood)
    order = _order(wanted, understood)
    by = filters(ready.schema, wanted.filters.chosen).values()
    wished = query.plain if order else query.ranked
    part = Slice.within(wanted.offset, wanted.limit)
    result = in_order(ready.searcher, narrowed(wished, by), order, part)
    marks = marker(understood)
    hits = result.hits if wanted.offset < MOST_HITS else []
    return CaseFound(
        asked=understood,
        hits=tuple(
            _hit(kept_in(ready.searcher.doc(address)), marks, wanted, 0.0 if order else score)
            for score, address in hits
        ),
        total=result.count or 0,  # type: ignore[attr-defined]  # its stubs leave it out
    )


def _alike(ready: Open, text: str, wanted: CaseSearch) -> tuple[tuple[str, str], ...]:
    like = alike(ready.searcher, ready.schema, text)
    if like is None:
        return ()
    by = [
        *filters(ready.schema, {"kind": (QUESTION,)}).values(),
        seen_query(ready.schema, wanted.viewer_key),
    ]
    result = ready.searcher.search(narrowed(like.query, by), limit=wanted.limit, count=False)
    kept = (
        kept_in(ready.searcher.doc(address))
        for score, address in result.hits
        if isinstance(score, float) and score >= like.least
    )
    return tuple((one.reference, one.label or "") for one in kept)


def _order(wanted: CaseSearch, understood: Asked) -> Order | None:
    """Return the order of days; what nothing is asked of has no relevance, and comes newest first."""
    if wanted.sort == "relevance" and not understood.is_empty:
        return None
    return Order("received_on", is_newest_first=wanted.sort != "oldest")


def _hit(kept: Kept, marks: Marker, wanted: CaseSearch, score: float) -> CaseHit:
    first, *further = [Passage(place, text) for place, text in kept.said] or [Passage(None, "")]
    if wanted.may_see_people:
        further += [Passage(place, name) for place, name in kept.people]
    place, snippet = marks.best(passages_of([first], further), title=kept.title)
    title = marks.marked(kept.title)
    return CaseHit(kept.reference, kept.label, title, place, snippet, score)
