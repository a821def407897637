"""Bring the casework index up to date with the ledger, or make it anew: a cache, and so no ledger line."""

from collections.abc import Callable, Iterable

from django.conf import settings

from answerable.actions.casework.question_indexing import (
    QuestionsShown,
    rebuild_sent_questions,
    refresh_sent_questions,
)
from answerable.matching.case_documents import CaseDocument
from answerable.matching.casework_index import (
    CaseChanges,
    CaseworkIndex,
    IndexBusy,
    IndexUnavailable,
)
from answerable.queries.casework.changes import (
    changed_requests,
    last_change,
    requests_hidden,
    waiting_changes,
)
from answerable.queries.casework.documents import case_documents, documents_of
from answerable.queries.casework.searching import (
    SearchUnavailable,
    casework_index,
    index_trouble_said,
)

FEW = 50
"""Changes: so many are indexed while somebody waits for their search."""
MOST_WAITING = 10_000
"""How far changes that wait are counted."""
_LINES = 1_000
Shown = Callable[[Iterable[CaseDocument]], Iterable[CaseDocument]]


def rebuild_casework_index(
    *, shown: Shown | None = None, questions_shown: QuestionsShown | None = None
) -> int:
    """Write the index anew from every request, and that of answered questions; return how many it holds.

    `shown` may wrap the documents to show how far the work is, `questions_shown` the questions.
    """
    count = _rebuild_requests(shown=shown)
    rebuild_sent_questions(shown=questions_shown)
    return count


def index_changes() -> int:
    """Index every request that changed since, and make what index there is none of; return how many."""
    count = _follow_or_rebuild()
    refresh_sent_questions()
    return count


def freshen() -> int:
    """Index what changed if it is little, and return how many changes still wait.

    Where many wait, those that restrict a request do not: nobody is told of what was just hidden.

    :raises SearchUnavailable: if the index cannot be used, or cannot be told of a restriction.
    """
    index = _index()
    with index_trouble_said():
        mark = index.mark()
        if mark > last_change():
            message = "The casework index is of another database: make it anew"
            raise SearchUnavailable(message)
        waiting = waiting_changes(since=mark, most=MOST_WAITING)
        if not waiting:
            return 0
        try:
            return _caught_up(index, mark, waiting)
        except IndexBusy as problem:
            if requests_hidden(since=mark):
                message = "The casework index is being brought up to date: try again in a minute"
                raise SearchUnavailable(message) from problem
    return waiting


def _follow_or_rebuild() -> int:
    index = _index()
    try:
        if index.mark() <= last_change():
            return _follow(index, waits=True)
    except IndexUnavailable:
        pass
    # It is missing, damaged, or ahead of the ledger: the database is an older one, from a backup.
    return _rebuild_requests()


def _rebuild_requests(*, shown: Shown | None = None) -> int:
    # Read first: what changes while the documents are read is done again by the next one who looks.
    change = last_change()
    documents: Iterable[CaseDocument] = case_documents()
    return _index().rebuild(shown(documents) if shown else documents, change=change)


def _caught_up(index: CaseworkIndex, mark: int, waiting: int) -> int:
    if waiting <= FEW:
        _follow(index, waits=False)
        return 0
    hidden = requests_hidden(since=mark)
    if hidden:
        # The mark stays: the changes between are still to be indexed.
        index.update(lambda mark: CaseChanges(documents_of(hidden), (), mark), waits=False)
    return waiting


def _follow(index: CaseworkIndex, *, waits: bool) -> int:
    """Index what the ledger tells of since the index's mark, some lines in each commit."""
    done: list[int] = []
    passes = -1
    while passes < len(done):
        passes = len(done)
        index.update(lambda mark: _changes(mark, done), waits=waits)
    return sum(done)


def _changes(mark: int, done: list[int]) -> CaseChanges | None:
    """Return what the next lines of the ledger tell of, and note how many requests that is."""
    head = last_change()
    if head <= mark:
        return None
    changed = changed_requests(since=mark, upto=head, most_lines=_LINES)
    found = documents_of(changed.references)
    gone = set(changed.references) - {one.reference for one in found}
    done.append(len(changed.references))
    return CaseChanges(found, tuple(sorted(gone)), changed.change)


def _index() -> CaseworkIndex:
    return casework_index(settings.ANSWERABLE_CASEWORK_INDEX)
