"""What the pages of an entry share: the entry that somebody may see, as the log would show it."""

import datetime as dt
from dataclasses import dataclass

from django.http import Http404

from answerable.actions.casework import Doing
from answerable.domain.disclosure_log import Entry, Question, Table
from answerable.queries.accounts import person_names
from answerable.queries.casework.log_drafts import EntryPage, entry_page
from answerable.web.casework.seeing import check_sees
from answerable.web.casework.words import outcome_tags
from answerable.web.tags import Tag

_STATES = {
    "": Tag("Nothing written", "grey"),
    "draft": Tag("Draft", "blue"),
    "validated": Tag("Validated", "green"),
    "waiting": Tag("Waiting to be published", "purple"),
    "published": Tag("Published", "turquoise"),
    "withdrawn": Tag("Withdrawn", "red"),
    "kept out": Tag("Kept out of the log", "grey"),
}


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question as it would stand in the log, with the tables of its answer."""

    question: Question
    tags: tuple[Tag, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A version of an entry, and who saved it."""

    number: int
    by: str
    at: dt.datetime


def seen_entry(reference: str, doing: Doing) -> EntryPage:
    """Return the entry of a request that somebody may see.

    :raises Http404: if there is no such request, or it is restricted to others.
    :raises PermissionDenied: if their roles have no part in requests.
    """
    found = entry_page(reference)
    if found is None:
        raise Http404
    check_sees(doing.by, found.situation)
    return found


def state_tag(state: str) -> Tag:
    """Return how far an entry is as a tag."""
    return _STATES[state]


def shown_questions(entry: Entry | None) -> tuple[ShownQuestion, ...]:
    """Return the questions of an entry as the log would show them; none without an entry."""
    if entry is None:
        return ()
    return tuple(
        ShownQuestion(
            one,
            outcome_tags(tuple(each.value for each in one.outcomes)),
            tuple(table for table in entry.tables if table.question == one.label),
        )
        for one in entry.questions
    )


def shown_versions(found: EntryPage) -> tuple[ShownVersion, ...]:
    """Return the versions of an entry with the names of those who saved them."""
    names = person_names(one.by for one in found.versions)
    return tuple(ShownVersion(one.number, names[one.by], one.at) for one in found.versions)
