"""The indexes of questions, made of what is on file: no ledger line tells of what a test wrote past the actions."""

from answerable.actions.casework.question_indexing import rebuild_sent_questions
from answerable.actions.question_index import rebuild_questions
from tests.support.casework import AT


def indexed(*, at=AT):
    """Let every question that is published or was answered be found."""
    rebuild_questions(at=at)
    rebuild_sent_questions()
