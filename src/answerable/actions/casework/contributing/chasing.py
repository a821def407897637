"""Remind information owners: by themselves on the days that follow from the dates, or by hand."""

from django.db import transaction
from django.db.models import Q

from answerable.actions.casework.contributing import mails
from answerable.actions.casework.contributing.refusing import (
    ContributionRefused,
    contribution_of,
    working_days,
)
from answerable.actions.casework.doing import Doing, local_day
from answerable.actions.casework.locking import question_for
from answerable.actions.casework.telling import tell
from answerable.domain.clock.contributions import (
    DAYS_BEFORE,
    MOST_REMINDERS,
    TELL_OFFICER_AFTER,
    Reminded,
    is_to_remind,
)
from answerable.domain.roles import Move, MoveNotAllowed, Stage
from answerable.queries.casework.contributions import why_not_remind
from answerable.records.casework.models import Contribution


def chase_due(doing: Doing) -> int:
    """Remind every owner who is to be reminded today; return how many were.

    It can run as often as anybody likes: each gets one reminder, also after days without a run.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    today = doing.on
    calendar = working_days(doing)
    if not calendar.is_working(today):
        return 0
    soon = calendar.add(today, DAYS_BEFORE)
    waiting = (
        Contribution.objects.filter(
            Q(last_chased_on=None) | Q(last_chased_on__lt=today),
            state=Contribution.State.ASKED,
            question__stage=Stage.OPEN,
            due_on__lte=soon,
            chased__lt=MOST_REMINDERS,
        )
        .order_by("due_on", "pk")
        .values_list("question__request__reference", "question__label", "number")
    )
    return sum(
        _chase(reference, label, number, doing) for reference, label, number in list(waiting)
    )


def remind_owner(reference: str, label: str, number: int, *, doing: Doing) -> None:
    """Remind an owner now, whatever the day.

    :raises RequestNotFound: if there is no such request, question or contribution.
    :raises MoveNotAllowed: if they may not; the message says why.
    :raises ContributionRefused: if nothing is waited for, or they were reminded today.
    """
    with transaction.atomic():
        question = question_for(reference, label, Move.CHASE, doing)
        contribution = contribution_of(question, number)
        refusal = why_not_remind(contribution, today=doing.on)
        if refusal:
            raise ContributionRefused(refusal)
        _remind(contribution, doing)


def _chase(reference: str, label: str, number: int, doing: Doing) -> bool:
    """Remind one owner if that is still due; return whether it was."""
    with transaction.atomic():
        try:
            question = question_for(reference, label, Move.CHASE, doing)
        except MoveNotAllowed:
            # It was put forward since it was listed: nobody waits for it any more.
            return False
        contribution = contribution_of(question, number)
        so_far = Reminded(
            asked_on=local_day(contribution.asked_at),
            due_on=contribution.due_on,
            times=contribution.chased,
            last_on=contribution.last_chased_on,
        )
        is_due = is_to_remind(so_far, today=doing.on, calendar=working_days(doing))
        if contribution.state != Contribution.State.ASKED or not is_due:
            return False
        _remind(contribution, doing)
    return True


def _remind(contribution: Contribution, doing: Doing) -> None:
    today = doing.on
    contribution.chased += 1
    contribution.last_chased_on = today
    contribution.save(update_fields=["chased", "last_chased_on"])
    mails.write_reminder(contribution, today=today, at=doing.at)
    if contribution.chased == TELL_OFFICER_AFTER + 1:
        mails.tell_officer(contribution, "silent", at=doing.at)
    if contribution.chased == MOST_REMINDERS:
        mails.tell_officer(contribution, "given up", at=doing.at)
    tell(
        "owner reminded",
        contribution.question.request.reference,
        doing,
        {
            "question": contribution.question.label,
            "contribution": contribution.number,
            "owner": contribution.owner.email,
            "times": contribution.chased,
        },
    )
