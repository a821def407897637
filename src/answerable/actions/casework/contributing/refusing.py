"""Why a contribution cannot be asked for, and what every action on one shares."""

import hashlib

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound
from answerable.domain.clock import CalendarName
from answerable.domain.clock.calendars import Calendar
from answerable.reading.alphabets import storable
from answerable.records.casework.models import Contribution, Question


class ContributionRefused(Exception):
    """This cannot be done with a contribution; the message says why, and what to do."""


def contribution_of(question: Question, number: int) -> Contribution:
    """Return a contribution of a question whose request is locked.

    :raises RequestNotFound: if there is none of that number.
    """
    found = question.contributions.select_related("owner").filter(number=number).first()
    if found is None:
        message = f"{question.request.reference} has no such contribution: go back to its question"
        raise RequestNotFound(message)
    found.question = question
    return found


def working_days(doing: Doing) -> Calendar:
    """Return the calendar that deadlines within the body are counted on: that of the Act."""
    return doing.table.calendar(CalendarName.UK_ANY)


def plain_words(text: str) -> str:
    """Return a text as it is kept: what a database stores, with one sign at the end of each line."""
    return "\n".join(storable(text).splitlines()).strip()


def digest_of(words: str) -> str:
    """Return what the ledger holds of some words."""
    return hashlib.sha256(words.encode()).hexdigest()
