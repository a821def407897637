"""The index of questions on file: a cache in a folder of its own, made anew from the database at any time.

What it is made with can change: until it is made anew it goes on answering, and what it finds is compared
with the words of now. Nobody finds a question of a restricted request who is not named on it.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import tantivy

from answerable.domain.precedent.as_read import read_back
from answerable.domain.precedent.asked import Asked, Reader
from answerable.domain.precedent.paraphrased import read_by_model
from answerable.matching.analysis import writable
from answerable.matching.case_search import seen_query
from answerable.matching.filed import Kept, kept_in
from answerable.matching.index_folder import IndexBusy, IndexFolder, IndexUnavailable
from answerable.matching.open_index import Open, OpenIndex
from answerable.matching.question_documents import (
    MEANING,
    MEANING_KEYS,
    VERSION,
    Made,
    QuestionDocument,
    as_read_by,
    index_document,
    mark_document,
    mark_in,
    mark_query,
    schema,
)
from answerable.matching.question_index import MOST_CANDIDATES, Near, nearest
from answerable.matching.ranking import narrowed

__all__ = ["Candidate", "IndexBusy", "IndexUnavailable", "QuestionChanges", "QuestionsOnFile"]

_MOST_OF_A_TEXT = 5
"""So many questions of one text are found by it: they differ in their days, if in anything."""
_PARTS = 64
"""In so many parts all keys are fetched, so that a large index takes little memory."""
_ANY_DAY = dt.date(2020, 1, 1)
"""The time that is asked about is none of what a question is found by: where nobody knows its day, any will do."""


@dataclass(frozen=True, slots=True)
class QuestionChanges:
    """What changed: questions as they are now, entries or requests that changed or are gone, the last change."""

    questions: Iterable[QuestionDocument]
    of: Sequence[str]
    change: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question on file that may be like another, and how near it is by words: 1 for the nearest.

    `stored` is what the index has of how it was read.
    """

    kept: Kept
    share: float
    stored: bytes


class QuestionsOnFile:
    """An index in a folder. Safe to share between threads; only one process writes at a time."""

    def __init__(self, folder: Path, *, what: str, remedy: str, is_public: bool = False) -> None:
        """Use the index in a folder, which need not exist yet; `is_public` says that everyone may see all of it."""
        self._folder = IndexFolder(folder, VERSION, what, remedy)
        self._open = OpenIndex(self._folder)
        self._is_public = is_public

    def made(self) -> Made:
        """Return what the index holds, which is committed with its questions.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._open.ready()
        with self._folder.damage_said():
            return _made(ready)

    def candidates(
        self, asked: Asked, *, viewer_key: str = "", most: int = MOST_CANDIDATES
    ) -> Iterator[Candidate]:
        """Return the questions that somebody may see and that share the most telling terms, the nearest first.

        Each is fetched once it is wanted: that takes longer than to find them all, and the pages of a large index
        that are read count as memory.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        if self._is_public:
            return self.every_candidate(asked, most=most)
        return self._candidates(asked, most, lambda schema: [seen_query(schema, viewer_key)])

    def every_candidate(self, asked: Asked, *, most: int = MOST_CANDIDATES) -> Iterator[Candidate]:
        """Return the same whoever may see them: for what the system keeps, and shows nobody who may not.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        return self._candidates(asked, most, lambda _: [])

    def meaning(
        self, keys: Iterable[int], *, viewer_key: str = "", most: int
    ) -> Iterator[Candidate]:
        """Yield the questions that somebody may see of which a model reads texts with these keys, in their order.

        They are not found by words: their share is 0. Texts are so many at the most.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._open.ready()
        with self._folder.damage_said():
            by = [] if self._is_public else [seen_query(ready.schema, viewer_key)]
            for key in keys:
                query = narrowed(tantivy.Query.term_query(ready.schema, MEANING, key), by)
                hits = ready.searcher.search(query, limit=_MOST_OF_A_TEXT, count=False).hits
                yield from (_candidate(ready.searcher.doc(address), 0.0) for _, address in hits)
                most -= bool(hits)
                if not most:
                    return

    @property
    def path(self) -> Path:
        """Return the folder that the index is in."""
        return self._folder.path

    def state(self) -> str:
        """Return what is another after every commit.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._open.ready()
        return hashlib.sha256(ready.current.name.encode() + ready.commit).hexdigest()

    def meanings(self) -> Iterator[int]:
        """Yield the keys of all texts that a model reads of the questions, one as often as questions have it.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._open.ready()
        with self._folder.damage_said():
            for first in range(0, MEANING_KEYS, MEANING_KEYS // _PARTS):
                query = tantivy.Query.range_query(
                    ready.schema,
                    MEANING,
                    tantivy.FieldType.Unsigned,
                    first,
                    first + MEANING_KEYS // _PARTS - 1,
                )
                limit = max(1, ready.searcher.num_docs)
                hits = ready.searcher.search(query, limit=limit, count=False).hits
                found = ready.searcher.fast_field_values(MEANING, [one for _, one in hits])
                yield from (int(key) for key in found if key is not None)

    def texts(self, keys: Iterable[int], reader: Reader) -> Iterator[tuple[int, str]]:
        """Yield what a model reads of the questions with some keys, each once; what is gone meanwhile is left out.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        ready = self._open.ready()
        with self._folder.damage_said():
            for key in keys:
                query = tantivy.Query.term_query(ready.schema, MEANING, key)
                for _, address in ready.searcher.search(query, limit=1, count=False).hits:
                    one = _candidate(ready.searcher.doc(address), 0.0)
                    yield key, read_by_model(_asked(one, reader))

    def rebuild(self, questions: Iterable[QuestionDocument], *, reader: Reader, made: Made) -> int:
        """Write a new index and put it in the place of the old; return how many questions it holds."""
        with self._folder.writing():
            every = chain([mark_document(made)], _documents(questions, reader))
            return self._folder.make_anew(schema(), every, change=made.change) - 1

    def update(
        self,
        changes_since: Callable[[int], QuestionChanges | None],
        *,
        reader: Reader,
        waits: bool = True,
    ) -> None:
        """Bring the index up to date with what changed after the last change that it holds.

        Changes are read when no other process writes, so that none puts an older text back. What the index was
        made with stays what it says: some of it is still as it was.

        :raises IndexUnavailable: if there is no index to change.
        :raises IndexBusy: if another process writes, and this one does not wait for it.
        """
        with self._folder.writing(waits=waits):
            ready = self._open.ready()
            with self._folder.damage_said():
                made = _made(ready)
            changes = changes_since(made.change)
            if changes is None:
                return
            with (
                self._folder.damage_said(),
                self._folder.changing(ready.current.name) as writer,
            ):
                for one in changes.of:
                    writer.delete_documents_by_term("of", writable(one))
                writer.delete_documents_by_query(mark_query(ready.schema))
                writer.add_document(mark_document(Made(changes.change, made.digest)))
                for document in _documents(changes.questions, reader):
                    writer.add_document(document)

    def _candidates(
        self, asked: Asked, most: int, narrowed_by: Callable[[tantivy.Schema], list[tantivy.Query]]
    ) -> Iterator[Candidate]:
        ready = self._open.ready()
        with self._folder.damage_said():
            by = narrowed_by(ready.schema)
            found = nearest(ready.searcher, ready.schema, asked, most=most, by=by)
        return self._fetched(ready, found)

    def _fetched(self, ready: Open, found: Iterable[Near]) -> Iterator[Candidate]:
        for one in found:
            with self._folder.damage_said():
                candidate = _candidate(ready.searcher.doc(one.address), one.share)
            yield candidate


def _candidate(document: tantivy.Document, share: float) -> Candidate:
    kept, read = (bytes(document[name][0]) for name in ("kept", "read"))
    return Candidate(kept_in(kept), share, read)


def _asked(one: Candidate, reader: Reader) -> Asked:
    """Return a question as it was read or, if that was by another edition, read anew."""
    filed, data = one.kept.filed, as_read_by(reader.edition, one.stored)
    if data is not None:
        return read_back(data, filed.text)
    return reader.asked(filed.text, filed.on or _ANY_DAY, filed.under)


def _documents(questions: Iterable[QuestionDocument], reader: Reader) -> Iterator[tantivy.Document]:
    for one in questions:
        filed = one.kept.filed
        asked = reader.asked(filed.text, filed.on or _ANY_DAY, filed.under)
        yield index_document(one, asked, reader.edition)


def _made(ready: Open) -> Made:
    found = ready.searcher.search(mark_query(ready.schema), limit=1, count=False)
    ((_, address),) = found.hits
    return mark_in(ready.searcher.doc(address))
