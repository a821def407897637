"""Which questions a form is about."""

from collections.abc import Iterable

from django.http import HttpRequest

from answerable.queries.casework.cases import CaseQuestion
from answerable.web.casework.addresses import label_of, label_part


def chosen_labels(request: HttpRequest) -> tuple[str, ...]:
    """Return the labels of the questions that were ticked."""
    return tuple(label_of(part) for part in request.POST.getlist("question"))


def ticked_questions(
    request: HttpRequest, questions: Iterable[CaseQuestion]
) -> list[tuple[str, str, bool]]:
    """Return each question as a box to tick: its part of an address, its words, whether it is ticked."""
    ticked = set(chosen_labels(request))
    return [
        (label_part(one.label), f"{one.name}: {one.text}", one.label in ticked) for one in questions
    ]
