"""What whoever asked has of a generated request: the link that leads to it, and the letters that were sent."""

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from typing import Any

from answerable.domain.law.letters import LetterKind
from answerable.domain.roles import Stage
from answerable.records.casework.models import FollowLink, Letter
from bench.cases import Case

_AFTERNOON = dt.time(15, tzinfo=dt.UTC)
_PDF = b"%PDF-1.7\n" + b"% a letter of the bench has no pages: no page of a site opens it\n" * 16
_GREETING = (
    "Thank you for your request. We have looked at each of your questions, and answer them here."
)
_CLOSING = (
    "If you do not agree, you can ask for a review within 40 working days, by the link below."
)


def link_of(add: Callable[..., Any], request: Any) -> None:
    """Add the link by which a request is followed: the same one for the same request, on every run."""
    nonce = hashlib.sha256(f"follow {request.reference}".encode()).hexdigest()[:24]
    add(FollowLink, request_id=request.id, nonce=nonce, made_at=request.taken_in_at)


def letter_of(
    add: Callable[..., Any], case: Case, request: Any, questions: Sequence[Any]
) -> Any | None:
    """Add the letter with which the questions of a request were answered, and return it, if they were."""
    answered = [
        (question, part)
        for question, part in zip(questions, case.parts, strict=True)
        if question.stage == Stage.SENT
    ]
    if not answered or case.ended_on is None:
        return None
    told = [f"{one.label} {part.wording.answer or ''}".strip() for one, part in answered]
    paragraphs = (_GREETING, *told, _CLOSING)
    at = dt.datetime.combine(case.ended_on, _AFTERNOON)
    return add(
        Letter,
        request_id=request.id,
        number=1,
        kind=LetterKind.DISCLOSURE.value,
        labels=[one.label for one, _ in answered],
        state=Letter.State.SENT.value,
        way="post" if request.channel == "post" else "email",
        title=f"Your request {request.reference}: our answer",
        html="".join(f"<p>{one}</p>" for one in paragraphs),
        text="\n\n".join(paragraphs),
        pdf=_PDF,
        made_by=case.officer,
        made_at=at,
        sent_at=at,
        sent_on=case.ended_on,
    )
