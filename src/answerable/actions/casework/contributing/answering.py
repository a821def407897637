"""Keep what information owners say by their link: words, files, or that it is not for them.

The link is what lets somebody in: there is no account, and no move of the table, for whoever has it.
"""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from answerable.actions.casework.contributing import mails
from answerable.actions.casework.contributing.files import (
    GivenFile,
    WeighedFile,
    keep_files,
    not_given_before,
    weighed,
)
from answerable.actions.casework.contributing.refusing import (
    ContributionRefused,
    digest_of,
    plain_words,
)
from answerable.actions.casework.doing import local_day
from answerable.actions.casework.locking import locked_request
from answerable.actions.ledger import record
from answerable.queries.casework.links import contribution_linked, why_over
from answerable.records.casework.models import Contribution, ContributionAnswer

LONGEST_ANSWER = 500_000
"""A book's length in characters; what is longer is a document, and comes as a file."""
LONGEST_REASON = 5_000
LONGEST_SUGGESTION = 300


class LinkForged(Exception):
    """The link is none of ours, or was not copied whole."""


class LinkOver(Exception):
    """The link does not work any more; the message is the sentence that says why."""


def answer_contribution(
    token: str, text: str, files: Sequence[GivenFile] = (), *, at: dt.datetime
) -> None:
    """Keep what an owner answers; said again, the latest words count, and all are kept with all files.

    The same words without a new file change nothing: a form sent twice is one answer.

    :raises LinkForged: if the link is none of ours.
    :raises LinkOver: if it does not work any more.
    :raises ContributionRefused: if nothing was said, or too much was given.
    """
    words = plain_words(text)
    _check_words(words, files)
    read = weighed(files)
    with transaction.atomic():
        contribution = _locked(token, at=at)
        fresh = not_given_before(contribution, read)
        is_same = contribution.state == Contribution.State.ANSWERED and contribution.text == words
        if is_same and not fresh:
            return
        answer = _said(
            contribution, Contribution.State.ANSWERED, ContributionAnswer(text=words), at
        )
        keep_files(answer, fresh)
        _recorded("contribution answered", answer, fresh, at=at)
        mails.tell_officer(contribution, "answered", at=at)


def decline_contribution(token: str, reason: str, *, suggested: str = "", at: dt.datetime) -> None:
    """Keep that an owner says it is not for them, why, and who they say may know.

    :raises LinkForged: if the link is none of ours.
    :raises LinkOver: if it does not work any more.
    :raises ContributionRefused: if they do not say why.
    """
    said = ContributionAnswer(reason=plain_words(reason), suggested=plain_words(suggested))
    _check_reason(said)
    with transaction.atomic():
        contribution = _locked(token, at=at)
        before = (contribution.state, contribution.reason, contribution.suggested)
        if before == (Contribution.State.DECLINED, said.reason, said.suggested):
            return
        answer = _said(contribution, Contribution.State.DECLINED, said, at)
        _recorded("contribution declined", answer, (), at=at)
        mails.tell_officer(contribution, "declined", at=at)


def _check_words(words: str, files: Sequence[GivenFile]) -> None:
    if not words and not files:
        message = "Write an answer, or attach a file"
        raise ContributionRefused(message)
    if len(words) > LONGEST_ANSWER:
        message = (
            f"The answer has {len(words)} characters, and there can be {LONGEST_ANSWER}: "
            "send it as a file"
        )
        raise ContributionRefused(message)


def _check_reason(said: ContributionAnswer) -> None:
    if not said.reason:
        message = "Say why it is not for you to answer: it helps to find who can"
        raise ContributionRefused(message)
    if len(said.reason) > LONGEST_REASON or len(said.suggested) > LONGEST_SUGGESTION:
        message = (
            f"Say why in {LONGEST_REASON} characters at most, and who may know "
            f"in {LONGEST_SUGGESTION}"
        )
        raise ContributionRefused(message)


def _locked(token: str, *, at: dt.datetime) -> Contribution:
    """Return the contribution of a link that works, its request locked until the transaction ends."""
    linked = contribution_linked(token)
    if linked is None:
        message = "The link is not whole: open it from the e-mail"
        raise LinkForged(message)
    locked_request(linked[0].question.request.reference)
    # What was read before the lock may have changed since.
    contribution = Contribution.objects.select_related("question__request", "owner").get(
        pk=linked[0].pk
    )
    over = why_over(contribution, linked[1], today=local_day(at))
    if over:
        raise LinkOver(over)
    return contribution


def _said(
    contribution: Contribution, state: Contribution.State, said: ContributionAnswer, at: dt.datetime
) -> ContributionAnswer:
    """Keep an answer as the next of its contribution, and as what counts of it now."""
    said.contribution, said.at = contribution, at
    said.number = contribution.answers.count() + 1
    said.save()
    contribution.state = state
    contribution.text, contribution.reason = said.text, said.reason
    contribution.suggested = said.suggested
    contribution.answered_at = contribution.answered_at or at
    contribution.save()
    return said


def _recorded(
    action: str, answer: ContributionAnswer, files: Sequence[WeighedFile], *, at: dt.datetime
) -> None:
    """Add the line: who has the link acts as its owner, and signs nothing with an account."""
    contribution = answer.contribution
    words = answer.text or "\n".join((answer.reason, answer.suggested))
    record(
        action,
        subject=f"request {contribution.question.request.reference}",
        by=f"link of {contribution.owner.email}",
        at=at,
        data={
            "question": contribution.question.label,
            "contribution": contribution.number,
            "answer": answer.number,
            "words": digest_of(words),
            "files": [one.sha256 for one in files],
        },
    )
