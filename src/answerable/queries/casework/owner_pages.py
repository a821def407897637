"""What an information owner sees by their link: the question as it was put, and nothing of who asked."""

import datetime as dt
from dataclasses import dataclass

from answerable.queries.casework.links import asked_by, contribution_linked, why_over
from answerable.queries.casework.names import question_name
from answerable.records.casework.models import Contribution


@dataclass(frozen=True, slots=True)
class OwnerPage:
    """A question as its owner sees it, and what they said so far; `files` are the names of all given.

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
    )
