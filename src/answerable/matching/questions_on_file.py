"""The index of questions on file: a cache in a folder of its own, made anew from the database at any time.

What it is made with can change: until it is made anew it goes on answering, and what it finds is compared
with the words of now. Nobody finds a question of a restricted request who is not named on it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import tantivy

from answerable.domain.precedent.asked import Asked, Reader
from answerable.matching.analysis import writable
from answerable.matching.case_search import seen_query
from answerable.matching.filed import Kept, kept_in
from answerable.matching.index_folder import IndexBusy, IndexFolder, IndexUnavailable
from answerable.matching.open_index import Open, OpenIndex
from answerable.matching.question_documents import (
    VERSION,
    Made,
    QuestionDocument,
    index_document,
    mark_document,
    mark_in,
    mark_query,
    schema,
)
from answerable.matching.question_index import MOST_CANDIDATES, nearest

__all__ = ["Candidate", "IndexBusy", "IndexUnavailable", "QuestionChanges", "QuestionsOnFile"]

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
    ) -> list[Candidate]:
        """Return the questions that somebody may see and that share the most telling terms, the nearest first.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        if self._is_public:
            return self.every_candidate(asked, most=most)
        return self._candidates(asked, most, lambda schema: [seen_query(schema, viewer_key)])

    def every_candidate(self, asked: Asked, *, most: int = MOST_CANDIDATES) -> list[Candidate]:
        """Return the same whoever may see them: for what the system keeps, and shows nobody who may not.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        return self._candidates(asked, most, lambda _: [])

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
    ) -> list[Candidate]:
        ready = self._open.ready()
        with self._folder.damage_said():
            by = narrowed_by(ready.schema)
            found = nearest(ready.searcher, ready.schema, asked, most=most, by=by)
            return [_candidate(ready.searcher.doc(one.address), one.share) for one in found]


def _candidate(document: tantivy.Document, share: float) -> Candidate:
    kept, read = (bytes(document[name][0]) for name in ("kept", "read"))
    return Candidate(kept_in(kept), share, read)


def _documents(questions: Iterable[QuestionDocument], reader: Reader) -> Iterator[tantivy.Document]:
    for one in questions:
        filed = one.kept.filed
        asked = reader.asked(filed.text, filed.on or _ANY_DAY, filed.under)
        yield index_document(one, asked, reader.edition)


def _made(ready: Open) -> Made:
    found = ready.searcher.search(mark_query(ready.schema), limit=1, count=False)
    ((_, address),) = found.hits
    return mark_in(ready.searcher.doc(address))
