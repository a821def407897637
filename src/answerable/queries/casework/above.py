"""What stands above a bare question of a request, and says what it is about."""

from answerable.domain.precedent.leaning import standing_above
from answerable.records.casework.models import Question


def above_of(question: Question) -> str:
    """Return what a question is read with: its heading or an earlier question; nothing if it stands alone."""
    every = sorted(question.request.questions.all(), key=lambda one: one.place)
    above = standing_above(((one.text, one.heading) for one in every), question.request.title)
    found = {one.pk: over for one, over in zip(every, above, strict=True)}
    return found.get(question.pk, "")
