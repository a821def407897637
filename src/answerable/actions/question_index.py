"""Bring the index of published questions up to date with the archive, or make it anew."""

import contextlib
import datetime as dt
from collections.abc import Callable, Iterable

from answerable.actions.archive.withdrawing import publish_due
from answerable.matching.question_documents import Made, QuestionDocument
from answerable.matching.questions_on_file import (
    IndexBusy,
    IndexUnavailable,
    QuestionChanges,
)
from answerable.queries.archive import change_number
from answerable.queries.archive.filed import changed_questions, question_documents
from answerable.queries.precedents import published_index, question_digest, question_reader

QuestionsShown = Callable[[Iterable[QuestionDocument]], Iterable[QuestionDocument]]


def rebuild_questions(*, at: dt.datetime, shown: QuestionsShown | None = None) -> int:
    """Write the index anew from the questions of every visible entry, and return how many it holds.

    `shown` may wrap the questions to show how far the work is.
    """
    publish_due(at=at)
    # Read first: what changes while the questions are read is done again by the next refresh.
    made = Made(change_number(), question_digest())
    questions: Iterable[QuestionDocument] = question_documents(at=at)
    return published_index().rebuild(
        shown(questions) if shown else questions, reader=question_reader(), made=made
    )


def refresh_questions(*, at: dt.datetime, shown: QuestionsShown | None = None) -> None:
    """Bring the index up to date with what changed since it was written.

    It is made if there is none, and anew if it is ahead of the archive: the database is an older one, from a backup.
    """
    publish_due(at=at)
    index = published_index()
    try:
        if index.made().change <= change_number():
            index.update(lambda since: _changes(since, at=at), reader=question_reader())
            return
    except IndexUnavailable:
        pass
    rebuild_questions(at=at, shown=shown)


def mend_questions(*, at: dt.datetime, shown: QuestionsShown | None = None) -> bool:
    """Bring the index up to date, or make it anew if it was made with other words; return whether it was."""
    refresh_questions(at=at, shown=shown)
    if published_index().made().digest == question_digest():
        return False
    rebuild_questions(at=at, shown=shown)
    return True


def refresh_questions_at_once(*, at: dt.datetime) -> None:
    """Bring the index up to date if that is quickly done: a worker does it otherwise.

    What is found is looked up in the archive before it is shown, so that nobody needs to wait for this.
    """
    with contextlib.suppress(IndexBusy, IndexUnavailable):
        published_index().update(
            lambda since: _changes(since, at=at), reader=question_reader(), waits=False
        )


def _changes(since: int, *, at: dt.datetime) -> QuestionChanges | None:
    change = change_number()
    if change <= since:
        return None
    questions, changed = changed_questions(since, at=at)
    return QuestionChanges(questions, changed, change)
