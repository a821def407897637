"""Who may be asked to work on a request, because they did so with questions like its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet

from answerable.domain.roles import Actor, Role, Stage
from answerable.queries.accounts import people
from answerable.queries.casework.searching import (
    SearchUnavailable,
    casework_index,
    index_trouble_said,
)
from answerable.queries.casework.visible import seen_by
from answerable.records.casework.models import Contribution, Question

_MOST_QUESTIONS = 20
"""Of a request with more questions, the first ones say what it is about."""
_MOST_LIKE = 30
_MOST = 3


@dataclass(frozen=True, slots=True)
class Suggested:
    """Somebody who may be asked, and why: how many questions like it they answered, and where."""

    key: str
    name: str
    count: int
    references: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return the reason, as a sentence ends."""
        questions = "a question" if self.count == 1 else f"{self.count} questions"
        return f"answered {questions} like it"


def officers_suggested(reference: str, *, viewer: Actor) -> tuple[Suggested, ...]:
    """Return the officers whose answers to questions like those of a request were sent, at most three.

    Nobody is suggested where the index of requests cannot be used.
    """
    questions = _seen(viewer).filter(request__reference=reference).order_by("place")
    like = _like(questions[:_MOST_QUESTIONS], reference, viewer).filter(stage=Stage.SENT)
    rows = like.values_list("drafted_by", "request__officer", "request__reference")
    names = {row.email: row.name for row in people() if row.is_active and Role.OFFICER in row.roles}
    return _ranked(((drafted or officer, where) for drafted, officer, where in rows), names)


def owners_suggested(reference: str, label: str, *, viewer: Actor) -> tuple[Suggested, ...]:
    """Return the information owners who answered questions like one, at most three.

    Nobody is suggested where the index of requests cannot be used.
    """
    question = _seen(viewer).filter(request__reference=reference, label=label)
    like = _like(question, reference, viewer)
    found = Contribution.objects.filter(
        question__in=list(like), state=Contribution.State.ANSWERED, owner__is_active=True
    )
    rows = list(found.values_list("owner__email", "owner__name", "question__request__reference"))
    names = {email: name for email, name, _ in rows}
    return _ranked(((email, where) for email, _, where in rows), names)


def _seen(viewer: Actor) -> QuerySet[Question]:
    return Question.objects.filter(seen_by(viewer, through="request"))


def _like(questions: Iterable[Question], reference: str, viewer: Actor) -> QuerySet[Question]:
    """Return the questions of other requests that are like some, as far as somebody may see them."""
    found: set[tuple[str, str]] = set()
    try:
        with index_trouble_said():
            index = casework_index(settings.ANSWERABLE_CASEWORK_INDEX)
            for one in questions:
                found |= set(index.alike(one.text, viewer_key=viewer.key, limit=_MOST_LIKE))
    except SearchUnavailable:
        return Question.objects.none()
    which = Q(pk__in=[])
    for where, label in found:
        if where != reference:
            which |= Q(request__reference=where, label=label)
    return _seen(viewer).filter(which)


def _ranked(rows: Iterable[tuple[str, str]], names: dict[str, str]) -> tuple[Suggested, ...]:
    """Return who stands in the most rows, for those who have a name."""
    by_key: dict[str, list[str]] = {}
    for key, where in rows:
        if key in names:
            by_key.setdefault(key, []).append(where)
    first = sorted(by_key, key=lambda one: (-len(by_key[one]), one))[:_MOST]
    return tuple(_suggested(key, names[key], by_key[key]) for key in first)


def _suggested(key: str, name: str, where: Sequence[str]) -> Suggested:
    return Suggested(key, name, len(where), tuple(sorted(set(where), reverse=True)[:_MOST]))
