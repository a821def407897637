"""Put a question to an information owner, put it again, take it back."""

import datetime as dt
import secrets
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from answerable.actions.casework.contributing import mails
from answerable.actions.casework.contributing.refusing import (
    ContributionRefused,
    contribution_of,
    digest_of,
    plain_words,
    working_days,
)
from answerable.actions.casework.doing import Doing, local_day
from answerable.actions.casework.locking import question_for
from answerable.actions.casework.telling import tell
from answerable.domain.clock import OutsideCalendar
from answerable.domain.clock.contributions import why_not_by, why_too_late
from answerable.domain.questions.blind import names_requester
from answerable.domain.roles import Move
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.contributions import why_not_withdraw
from answerable.records.casework.models import Contribution, InformationOwner, Question

LONGEST_WORDS = 20_000
"""What an owner is asked fits on a few pages: it goes by mail."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What an owner is asked, and by when; the reason why the day is late, if it is."""

    words: str
    due_on: dt.date
    reason: str = ""


def ask_owner(reference: str, label: str, owner_email: str, asking: Asking, *, doing: Doing) -> int:
    """Put a question to an information owner by mail; return the number of the contribution.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not; the message says why.
    :raises ContributionRefused: if there is no such owner, or the words or the day will not do.
    """
    with transaction.atomic():
        question = question_for(reference, label, Move.ASK_OWNER, doing)
        owner = _owner(owner_email)
        _check(question, asking, doing)
        _check_not_asked(question, owner)
        last = question.contributions.aggregate(last=Max("number"))["last"] or 0
        contribution = Contribution(question=question, owner=owner, number=last + 1)
        _put(contribution, asking, doing)
        _recorded("owner asked", contribution, asking, doing)
    return contribution.number


def ask_again(reference: str, label: str, number: int, asking: Asking, *, doing: Doing) -> None:
    """Put a question to the same owner again, with a new link: the old one is worthless from now on.

    What they said before is kept.

    :raises RequestNotFound: if there is no such request, question or contribution.
    :raises MoveNotAllowed: if they may not; the message says why.
    :raises ContributionRefused: if the owner's entry ended, or the words or the day will not do.
    """
    with transaction.atomic():
        question = question_for(reference, label, Move.ASK_OWNER, doing)
        contribution = contribution_of(question, number)
        _owner(contribution.owner.email)
        _check(question, asking, doing)
        _check_not_asked(question, contribution.owner, but=number)
        _put(contribution, asking, doing)
        _recorded("owner asked again", contribution, asking, doing)


def withdraw_contribution(reference: str, label: str, number: int, *, doing: Doing) -> None:
    """Take a question back from an owner who has not answered; a mail tells them.

    :raises RequestNotFound: if there is no such request, question or contribution.
    :raises MoveNotAllowed: if they may not; the message says why.
    :raises ContributionRefused: if it was answered or taken back already.
    """
    with transaction.atomic():
        question = question_for(reference, label, Move.ASK_OWNER, doing)
        contribution = contribution_of(question, number)
        refusal = why_not_withdraw(contribution)
        if refusal:
            raise ContributionRefused(refusal)
        contribution.state = Contribution.State.WITHDRAWN
        contribution.save(update_fields=["state"])
        mails.write_withdrawn(contribution, at=doing.at)
        tell(
            "contribution withdrawn",
            reference,
            doing,
            {"question": label, "contribution": number, "owner": contribution.owner.email},
        )


def _owner(email: str) -> InformationOwner:
    address = email.strip().lower()
    # Whoever ends an entry waits until the question was put, and then sees that it was.
    owner = InformationOwner.objects.select_for_update().filter(email=address).first()
    if owner is None or not owner.is_active:
        message = f"{email} is no information owner who can be asked: choose one from the list"
        raise ContributionRefused(message)
    return owner


def _check(question: Question, asking: Asking, doing: Doing) -> None:
    if not asking.words.strip():
        message = "Write what the owner is asked"
        raise ContributionRefused(message)
    if len(asking.words) > LONGEST_WORDS:
        message = f"Ask in {LONGEST_WORDS} characters at most: these are {len(asking.words)}"
        raise ContributionRefused(message)
    if names_requester(asking.words, identity_of(question.request)):
        message = "The words name who asked, and owners do not learn that: leave it out"
        raise ContributionRefused(message)
    try:
        refusal = why_not_by(
            asking.due_on, today=doing.on, calendar=working_days(doing)
        ) or _why_reason(question, asking, today=doing.on)
    except OutsideCalendar as problem:
        raise ContributionRefused(str(problem)) from problem
    if refusal:
        raise ContributionRefused(refusal)


def _why_reason(question: Question, asking: Asking, *, today: dt.date) -> str:
    """Return why the day is too late, if nobody said why it must be."""
    if asking.reason.strip():
        return ""
    return why_too_late(asking.due_on, today=today, work_to=question.work_to)


def _check_not_asked(question: Question, owner: InformationOwner, *, but: int = 0) -> None:
    waiting = question.contributions.filter(owner=owner, state=Contribution.State.ASKED)
    found = waiting.exclude(number=but).first()
    if found is not None:
        message = f"{owner.name} was asked already on {local_day(found.asked_at)}: ask again there"
        raise ContributionRefused(message)


def _put(contribution: Contribution, asking: Asking, doing: Doing) -> None:
    contribution.words = plain_words(asking.words)
    contribution.due_on = asking.due_on
    contribution.asked_by, contribution.asked_at = doing.by.key[:200], doing.at
    contribution.nonce = secrets.token_urlsafe(16)
    contribution.state = Contribution.State.ASKED
    contribution.answered_at = None
    contribution.chased, contribution.last_chased_on = 0, None
    contribution.save()
    mails.write_asked(contribution, at=doing.at)


def _recorded(action: str, contribution: Contribution, asking: Asking, doing: Doing) -> None:
    tell(
        action,
        contribution.question.request.reference,
        doing,
        {
            "question": contribution.question.label,
            "contribution": contribution.number,
            "owner": contribution.owner.email,
            "words": digest_of(contribution.words),
            "due_on": str(contribution.due_on),
            "reason": asking.reason.strip(),
        },
    )
