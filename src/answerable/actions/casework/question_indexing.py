"""Bring the index of answered questions up to date with the ledger, or make it anew: a cache, and so no ledger line."""

from collections.abc import Callable, Iterable

from answerable.matching.question_documents import Made, QuestionDocument
from answerable.matching.questions_on_file import IndexUnavailable, QuestionChanges
from answerable.queries.casework.changes import changed_requests, last_change
from answerable.queries.casework.precedents import sent_documents, sent_documents_of, sent_index
from answerable.queries.precedents import question_digest, question_reader

_LINES = 1_000
QuestionsShown = Callable[[Iterable[QuestionDocument]], Iterable[QuestionDocument]]


def rebuild_sent_questions(*, shown: QuestionsShown | None = None) -> int:
    """Write the index anew from every question whose answer was sent, and return how many it holds.

    `shown` may wrap the questions to show how far the work is.
    """
    # Read first: what changes while the questions are read is done again by the next refresh.
    made = Made(last_change(), question_digest())
    questions: Iterable[QuestionDocument] = sent_documents()
    return sent_index().rebuild(
        shown(questions) if shown else questions, reader=question_reader(), made=made
    )


def refresh_sent_questions() -> None:
    """Index every request that changed since; make the index if there is none, or if it is ahead of the ledger."""
    try:
        if sent_index().made().change <= last_change():
            _follow()
            return
    except IndexUnavailable:
        pass
    rebuild_sent_questions()


def mend_sent_questions(*, shown: QuestionsShown | None = None) -> bool:
    """Bring the index up to date, or make it anew if it was made with other words; return whether it was."""
    refresh_sent_questions()
    if sent_index().made().digest == question_digest():
        return False
    rebuild_sent_questions(shown=shown)
    return True


def _follow() -> None:
    """Index what the ledger tells of since the index's mark, some lines in each commit."""
    index = sent_index()
    while index.made().change < last_change():
        index.update(_changes, reader=question_reader())


def _changes(mark: int) -> QuestionChanges | None:
    head = last_change()
    if head <= mark:
        return None
    changed = changed_requests(since=mark, upto=head, most_lines=_LINES)
    questions = sent_documents_of(changed.references)
    return QuestionChanges(questions, changed.references, changed.change)
