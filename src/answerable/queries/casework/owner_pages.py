"""What an information owner sees by their link: the question as it was put, and nothing of who asked."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.queries.casework.links import asked_by, contribution_linked, why_over
from answerable.queries.casework.names import question_name
from answerable.queries.casework.releasing.contributed import given_verdicts
from answerable.records.casework.models import Contribution, Request


@dataclass(frozen=True, slots=True)
class OwnersFile:
    """A file that an owner gave; `said` is what it holds that it does not show, once that is known."""

    name: str
    said: str
    waits: bool


@dataclass(frozen=True, slots=True)
class OwnerPage:
    """A question as its owner sees it, and what they said so far; `files` are the names of all given.

    `given` are the same, with what was found in each.

    `over` is why the link does not work any more; then nothing else is shown.
    """

    over: str
    name: str = ""
    words: str = ""
    officer: str = ""
    due_on: dt.date | None = None
    is_answered: bool = False
    is_declined: bool = False
    text: str = ""
    files: tuple[str, ...] = ()
    given: tuple[OwnersFile, ...] = ()


def owner_page(token: str, *, today: dt.date) -> OwnerPage | None:
    """Return what the page of a link shows, None if the link is forged."""
    linked = contribution_linked(token)
    if linked is None:
        return None
    found, nonce = linked
    over = why_over(found, nonce, today=today)
    if over:
        return OwnerPage(over)
    request = found.question.request
    return OwnerPage(
        over="",
        name=question_name(request.reference, found.question.label),
        words=found.words,
        officer=asked_by(found),
        due_on=found.due_on,
        is_answered=found.state == Contribution.State.ANSWERED,
        is_declined=found.state == Contribution.State.DECLINED,
        text=found.text if found.state == Contribution.State.ANSWERED else "",
        files=tuple(found.files.order_by("place").values_list("name", flat=True)),
        given=tuple(_given(found, request)),
    )


def _given(found: Contribution, request: Request) -> Iterator[OwnersFile]:
    listed = list(found.files.defer("data").order_by("place"))
    verdicts = given_verdicts(request, listed)
    for one in listed:
        yield OwnersFile(one.name, verdicts[one.pk].said, verdicts[one.pk].waits)
