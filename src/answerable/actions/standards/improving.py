"""What is to be done about an element: planned, by whom and by when, and done."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.telling import short_digest
from answerable.actions.standards.elements import (
    ElementRefused,
    check_may_be_named,
    check_may_write,
    tell_of_element,
)
from answerable.reading.alphabets import storable
from answerable.records.standards.models import ImprovementAction, RoundPassage


@dataclass(frozen=True, slots=True)
class Followed:
    """What a report asked for: the number of its round, and the place of the passage in it."""

    round: int
    place: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody is to do and by when; `follows` is what a report asked for, None where it stands by itself."""

    text: str
    owner: str
    due_on: dt.date
    follows: Followed | None = None


def plan_action(framework: str, element: str, plan: Plan, *, doing: Doing) -> int:
    """Write down what is to be done about an element, by whom and by when; return its number.

    :raises MoveNotAllowed: if they may not, or the element is another's.
    :raises ElementRefused: if there is no such element, nothing is said, whoever is to do it may not write about
        elements, the day is over, or no report asks for what it follows.
    """
    said = storable(plan.text).strip()
    check_may_write(framework, element, doing)
    _check_plan(plan, said, doing)
    if plan.follows:
        _check_asked(framework, element, plan.follows)
    with transaction.atomic():
        made = ImprovementAction.objects.create(
            framework=framework,
            element=element,
            round_id=plan.follows.round if plan.follows else None,
            passage=plan.follows.place if plan.follows else None,
            text=said,
            owner=plan.owner,
            due_on=plan.due_on,
            made_by=doing.by.key,
            made_at=doing.at,
        )
        told = {
            "action": made.pk,
            "text": short_digest(said),
            "due_on": plan.due_on.isoformat(),
            "owner": plan.owner,
        }
        tell_of_element("improvement planned", framework, element, doing, told)
    return made.pk


def finish_action(number: int, *, note: str, doing: Doing) -> None:
    """Record that something that was to be done is done.

    :raises MoveNotAllowed: if they may not, or the element is another's.
    :raises ElementRefused: if there is no such action, or it is done.
    """
    with transaction.atomic():
        row = ImprovementAction.objects.select_for_update().filter(pk=number, done_on=None).first()
        if row is None:
            raise ElementRefused(f"No action {number} is open: look at the element again")
        check_may_write(row.framework, row.element, doing)
        row.done_on, row.done_by, row.done_note = doing.on, doing.by.key, storable(note).strip()
        row.save(update_fields=["done_on", "done_by", "done_note"])
        tell_of_element("improvement done", row.framework, row.element, doing, {"action": row.pk})


def _check_plan(plan: Plan, said: str, doing: Doing) -> None:
    if not said or not plan.owner:
        raise ElementRefused("Say what is to be done, and who does it")
    check_may_be_named(plan.owner)
    if plan.due_on < doing.on:
        raise ElementRefused(f"{plan.due_on:%-d %B %Y} is over: say a day that is to come")


def _check_asked(framework: str, element: str, follows: Followed) -> None:
    """Do nothing if a report of this standard asks something of the element in that place."""
    asked = RoundPassage.objects.filter(
        round=follows.round,
        round__framework__key=framework,
        place=follows.place,
        elements__contains=f" {element} ",
    ).exclude(kind=RoundPassage.Kind.STRENGTH)
    if not asked.exists():
        raise ElementRefused(
            f"No report asks for that of element {element}: look at the element again"
        )
