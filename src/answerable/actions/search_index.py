"""Bring the search index up to date with the archive, or make it anew; that of its questions follows."""

import datetime as dt
from collections.abc import Callable, Iterable

from django.conf import settings

from answerable.actions.archive.withdrawing import publish_due
from answerable.actions.question_index import (
    QuestionsShown,
    rebuild_questions,
    refresh_questions,
    refresh_questions_at_once,
)
from answerable.matching.documents import SearchDocument
from answerable.matching.public_index import Changes, IndexBusy, IndexUnavailable
from answerable.queries.archive import change_number, changed_entries, search_documents
from answerable.queries.search import public_index

Shown = Callable[[Iterable[SearchDocument]], Iterable[SearchDocument]]


def rebuild_index(
    *,
    at: dt.datetime,
    shown: Shown | None = None,
    questions_shown: QuestionsShown | None = None,
) -> int:
    """Write both indexes anew from every visible entry, and return how many they hold.

    `shown` may wrap the documents to show how far the work is, `questions_shown` their questions.
    """
    count = rebuild_entries(at=at, shown=shown)
    rebuild_questions(at=at, shown=questions_shown)
    return count


def rebuild_entries(*, at: dt.datetime, shown: Shown | None = None) -> int:
    """Write the search index alone anew from every visible entry, and return how many it holds."""
    publish_due(at=at)
    # Read first: what changes while the documents are read is done again by the next refresh.
    change = change_number()
    documents: Iterable[SearchDocument] = search_documents(at=at)
    return public_index(settings.ANSWERABLE_INDEX).rebuild(
        shown(documents) if shown else documents, change=change
    )


def refresh_index(*, at: dt.datetime) -> None:
    """Bring both indexes up to date with what changed since they were written; make what is missing."""
    publish_due(at=at)
    index = public_index(settings.ANSWERABLE_INDEX)
    try:
        index.update(lambda since: _changes(since, at=at))
    except IndexUnavailable:
        rebuild_entries(at=at)
    refresh_questions(at=at)


def refresh_at_once(*, at: dt.datetime) -> bool:
    """Bring the index up to date if that is quickly done, and that of questions; return whether it was.

    It is not while another process writes it, or where there is none: a worker does it then.
    """
    publish_due(at=at)
    index = public_index(settings.ANSWERABLE_INDEX)
    try:
        index.update(lambda since: _changes(since, at=at), waits=False)
    except (IndexBusy, IndexUnavailable):
        return False
    refresh_questions_at_once(at=at)
    return True


def _changes(since: int, *, at: dt.datetime) -> Changes | None:
    change = change_number()
    if change == since:
        return None
    documents, gone = changed_entries(since=since, at=at)
    return Changes(documents, gone, change)
