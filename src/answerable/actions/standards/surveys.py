"""Offer the survey, take what is answered, and close a month: nothing here says who was asked or when they answered."""

import datetime as dt
import hashlib
import re
import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from answerable.actions.ledger import record
from answerable.domain.assurance.promises import month_of
from answerable.domain.assurance.surveys import (
    HIGHEST,
    LONGEST_WORDS,
    LOWEST,
    QUESTIONS,
    NotOpen,
    counts_of,
    has_ended,
    may_close,
)
from answerable.domain.roles.people import MACHINE
from answerable.reading.alphabets import storable
from answerable.records.standards.models import (
    Quotation,
    SurveyAnswer,
    SurveyInvitation,
    SurveyMonth,
)

LANGUAGES = ("en", "cy")
_RANDOM_BYTES = 24
_TOKEN = re.compile(r"([0-9]{8})-[A-Za-z0-9_-]{32}")


class SurveyRefused(ValueError):
    """An answer cannot be taken; the message says why, without what was written."""


class LinkNotOpen(SurveyRefused):
    """Nobody can answer by a link; `why` says for which of the three reasons."""

    def __init__(self, why: NotOpen) -> None:
        """Keep why."""
        self.why = why
        super().__init__(why.value)


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What somebody answers: scores 1 to 5 by the key of the question, and words, where they want to."""

    language: str
    scores: Mapping[str, int]
    words: str = ""


def new_token(sent_on: dt.date) -> str:
    """Return the secret part of a link, which is kept nowhere: the day that it was sent on, and a random part.

    The invitation keeps the month only; the day has to be known to say when the link ends. Nobody can change it,
    for the invitation is found by the digest of the whole.
    """
    return f"{sent_on:%Y%m%d}-{secrets.token_urlsafe(_RANDOM_BYTES)}"


def invite(token: str) -> None:
    """Keep that a survey was offered by this link.

    :raises LinkNotOpen: if it is not a token that `new_token` made.
    """
    day = _sent_on(token)
    SurveyInvitation.objects.create(mark=_mark(token), month=month_of(day))


def take_back_invitation(token: str) -> None:
    """Forget an offer whose mail certainly did not go; one that was used stays."""
    SurveyInvitation.objects.filter(mark=_mark(token), is_used=False).delete()


def check_open(token: str, *, on: dt.date) -> None:
    """Do nothing if a link may be answered by.

    :raises LinkNotOpen: if it is wrong, over or used.
    """
    found = SurveyInvitation.objects.filter(mark=_mark(token)).first()
    if has_ended(_sent_on(token), on):
        raise LinkNotOpen(NotOpen.ENDED)
    if found is None:
        raise LinkNotOpen(NotOpen.WRONG)
    if found.is_used:
        raise LinkNotOpen(NotOpen.USED)


def answer_survey(token: str, given: GivenAnswer, *, on: dt.date) -> None:
    """Take an answer once: its scores, and its words apart from them, for somebody to review.

    It stands in no ledger: a line there would say when the answer came.

    :raises LinkNotOpen: if the link is wrong, over or used.
    :raises SurveyRefused: if the answer cannot be kept.
    """
    words = storable(given.words).strip()
    _check_given(given, words)
    with transaction.atomic():
        check_open(token, on=on)
        unused = SurveyInvitation.objects.filter(mark=_mark(token), is_used=False)
        if not unused.update(is_used=True):
            # Two came at once: the other was first.
            raise LinkNotOpen(NotOpen.USED)
        month = month_of(_sent_on(token))
        SurveyAnswer.objects.create(
            id=uuid.uuid4(), month=month, language=given.language, scores=dict(given.scores)
        )
        if words:
            Quotation.objects.create(
                id=uuid.uuid4(),
                source=Quotation.Source.SURVEY,
                month=month,
                language=given.language,
                written=words,
                words=words,
            )


def close_survey_months(*, at: dt.datetime, on: dt.date) -> int:
    """Close each month whose links have all ended: its counts stay, answers and invitations go; return how many."""
    months = SurveyInvitation.objects.order_by("month").values_list("month", flat=True).distinct()
    due = [one for one in months if may_close(one, on)]
    return sum(_close(month, at=at) for month in due)


def _close(month: dt.date, *, at: dt.datetime) -> bool:
    with transaction.atomic():
        invitations = list(SurveyInvitation.objects.select_for_update().filter(month=month))
        if not invitations or SurveyMonth.objects.filter(month=month).exists():
            return False
        answers = list(SurveyAnswer.objects.filter(month=month))
        SurveyMonth.objects.create(
            month=month,
            invited=len(invitations),
            answered=len(answers),
            counts=counts_of(one.scores for one in answers),
            closed_at=at,
            closed_by=MACHINE.key,
        )
        SurveyAnswer.objects.filter(month=month).delete()
        SurveyInvitation.objects.filter(month=month).delete()
        # How many answered is no part of it: fewer than five are told by no line.
        record("survey month closed", subject=f"survey {month:%Y-%m}", by=MACHINE.key, at=at)
    return True


def _check_given(given: GivenAnswer, words: str) -> None:
    if given.language not in LANGUAGES:
        raise SurveyRefused("The survey is answered in English or in Welsh")
    if any(
        key not in QUESTIONS or not LOWEST <= score <= HIGHEST
        for key, score in given.scores.items()
    ):
        raise SurveyRefused(f"Each question is answered from {LOWEST} to {HIGHEST}")
    if len(words) > LONGEST_WORDS:
        raise SurveyRefused(
            f"What you wrote has {len(words)} characters: write at most {LONGEST_WORDS}"
        )
    if not given.scores and not words:
        raise SurveyRefused("Answer at least one question, or write something")


def _sent_on(token: str) -> dt.date:
    found = _TOKEN.fullmatch(token)
    try:
        return dt.date.fromisoformat(found[1] if found else "")
    except ValueError as problem:
        raise LinkNotOpen(NotOpen.WRONG) from problem


def _mark(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
