"""The job on the indexes of questions: made anew where words were added, or a body came, since they were made."""

from django.utils import timezone

from answerable.actions.casework.question_indexing import mend_sent_questions
from answerable.actions.question_index import mend_questions


def index_questions() -> str:
    """Bring both indexes of questions up to date, and say which were made anew for other words."""
    anew = [
        *(["published"] if mend_questions(at=timezone.now()) else []),
        *(["answered"] if mend_sent_questions() else []),
    ]
    return f"{' and '.join(anew)} questions indexed anew" if anew else ""
