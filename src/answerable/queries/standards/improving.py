"""What is to be done about elements, and what was done."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from answerable.queries.accounts.naming import person_names
from answerable.records.standards.models import ImprovementAction


class Stands(StrEnum):
    """How it stands with an action; the value is how an address names it."""

    OVERDUE = "overdue"
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Something to be done about an element; `follows` is the number of the round that asked for it, None if none."""

    number: int
    element: str
    text: str
    owner: str
    due_on: dt.date
    done_on: dt.date | None
    done_note: str
    follows: int | None
    stands: Stands

    @property
    def is_overdue(self) -> bool:
        """Return whether its day is over and it is not done."""
        return self.stands is Stands.OVERDUE


def actions_of(framework: str, element: str, *, today: dt.date) -> tuple[ActionRow, ...]:
    """Return what is to be done about an element and what was done, by the day by which it is due."""
    found = ImprovementAction.objects.filter(framework=framework, element=element)
    return _rows(found.order_by("due_on", "pk"), today)


def every_action(framework: str, *, today: dt.date) -> tuple[ActionRow, ...]:
    """Return what is to be done about all elements of a framework, by day, then what was done, the latest first."""
    found = ImprovementAction.objects.filter(framework=framework)
    still_open = found.filter(done_on=None).order_by("due_on", "pk")
    done = found.exclude(done_on=None).order_by("-done_on", "-pk")
    return (*_rows(still_open, today), *_rows(done, today))


def _rows(found: Iterable[ImprovementAction], today: dt.date) -> tuple[ActionRow, ...]:
    kept = list(found)
    names = person_names(one.owner for one in kept)
    return tuple(
        ActionRow(
            number=one.pk,
            element=one.element,
            text=one.text,
            owner=names.get(one.owner, one.owner),
            due_on=one.due_on,
            done_on=one.done_on,
            done_note=one.done_note,
            follows=one.round_id,
            stands=_stands(one, today),
        )
        for one in kept
    )


def _stands(one: ImprovementAction, today: dt.date) -> Stands:
    if one.done_on is not None:
        return Stands.DONE
    return Stands.OVERDUE if one.due_on < today else Stands.OPEN
