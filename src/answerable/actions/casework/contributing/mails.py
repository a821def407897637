"""The mails about a contribution: what an owner may know, and what its officer must.

Who asked stands in none of them: owners answer the question, and not the person.
"""

import datetime as dt

from django.conf import settings

from answerable.actions.casework.contributing.files import MOST_BYTES_OF_A_FILE, MOST_FILES
from answerable.actions.casework.doing import local_day
from answerable.actions.outbox import Mail, write_mail
from answerable.domain.clock.contributions import LINK_DAYS
from answerable.domain.clock.steps import long_date
from answerable.queries.casework.links import asked_by, link_address
from answerable.queries.casework.names import question_name
from answerable.records.casework.models import Contribution


def write_asked(contribution: Contribution, *, at: dt.datetime) -> None:
    """Ask the owner, with the link by which they answer."""
    name = _name(contribution)
    text = (
        f"Hello {contribution.owner.name},\n\n"
        f"{asked_by(contribution)} asks for your help with {name}, "
        f"by {long_date(contribution.due_on)}:\n\n"
        f"{_quoted(contribution.words)}\n\n{_how(contribution)}"
    )
    _write(
        contribution,
        "asked",
        f"Your help with {name}, by {long_date(contribution.due_on)}",
        text,
        at=at,
    )


def write_reminder(contribution: Contribution, *, today: dt.date, at: dt.datetime) -> None:
    """Remind the owner of what they were asked, and by when."""
    name = _name(contribution)
    is_late = today > contribution.due_on
    when = "was needed by" if is_late else "is needed by"
    subject = f"{'Overdue' if is_late else 'Reminder'}: your help with {name}"
    text = (
        f"Hello {contribution.owner.name},\n\n"
        f"Your answer to {name} {when} {long_date(contribution.due_on)}. "
        f"{asked_by(contribution)} asked:\n\n"
        f"{_quoted(contribution.words)}\n\n{_how(contribution)}"
    )
    _write(contribution, f"reminder {contribution.chased}", subject, text, at=at)


def write_withdrawn(contribution: Contribution, *, at: dt.datetime) -> None:
    """Tell the owner that nothing is needed any more."""
    name = _name(contribution)
    text = (
        f"Hello {contribution.owner.name},\n\n"
        f"Your help with {name} is no longer needed. The link that you had does not work any more, "
        "and there is nothing that you have to do.\n"
    )
    _write(contribution, "withdrawn", f"No longer needed: your help with {name}", text, at=at)


def tell_officer(contribution: Contribution, what: str, *, at: dt.datetime) -> None:
    """Tell the question's officer what became of a contribution, if they can be reached by mail.

    Who runs the site by its command line has a name of an account, and no address.
    """
    officer = contribution.question.request.officer
    if "@" not in officer:
        return
    request = contribution.question.request
    name, owner = _name(contribution), contribution.owner.name
    subject, said = _TOLD[what]
    text = (
        f"{owner} {said.format(times=contribution.chased)}: {name}.\n\n"
        f"The deadline {'is' if local_day(at) <= contribution.due_on else 'was'} "
        f"{long_date(contribution.due_on)}.\n\n"
        f"{settings.ANSWERABLE_ADDRESS}/requests/{request.reference}/\n"
    )
    nonce, answers = contribution.nonce[:8], contribution.answers.count()
    key = f"contribution {contribution.pk} {nonce} {what} {answers} for the officer"
    mail = Mail(key, officer, f"{subject}: {name}", text)
    write_mail(mail, at=at, request=request, contribution=contribution)


_TOLD = {
    "answered": ("Answered", "answered"),
    "declined": ("Not for them to answer", "says that it is not for them to answer"),
    "silent": ("No answer yet", "has been reminded {times} times and has not answered"),
    "given up": (
        "No answer after all reminders",
        "has been reminded {times} times, and no further reminder goes by itself. Call them, or "
        "ask somebody else",
    ),
}


def _write(
    contribution: Contribution, what: str, subject: str, text: str, *, at: dt.datetime
) -> None:
    key = f"contribution {contribution.pk} {contribution.nonce[:8]} {what}"
    write_mail(
        Mail(key, contribution.owner.email, subject, text),
        at=at,
        request=contribution.question.request,
        contribution=contribution,
    )


def _name(contribution: Contribution) -> str:
    question = contribution.question
    return question_name(question.request.reference, question.label)


def _quoted(words: str) -> str:
    return "\n".join(f"    {line}" for line in words.strip().splitlines())


def _how(contribution: Contribution) -> str:
    megabytes = MOST_BYTES_OF_A_FILE // 1024**2
    return (
        f"Answer here; you need no account:\n\n{link_address(contribution)}\n\n"
        "Do not reply to this e-mail: a reply does not reach the question.\n\n"
        f"You can write, and attach up to {MOST_FILES} files of up to {megabytes} MB each. If it is "
        "not for you to answer, say so there, and who may know.\n\n"
        "Whoever has the link can answer in your place. It works until the question is decided, "
        f"and at most {LINK_DAYS} days longer than the deadline.\n"
    )
