"""What is published: the entries of a month, of a whole log, or one alone."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from answerable.domain.decisions import OUTCOME_WORDS, Outcome
from answerable.domain.disclosure_log import (
    Body,
    MonthAnswers,
    Note,
    PublishedEntry,
    entry_address,
    file_address,
)

Format = Literal["html", "pdf", "csv", "json", "atom", "md"]

_NO_CHANGE = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MONTHS = (
    "January February March April May June July August September October November December"
).split()


class CannotPublish(Exception):
    """A file cannot be written; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Publication:
    """Entries to be published together, in the order in which they are printed.

    `month` is None for a single entry or a log without months. `site_address` is where the site
    stands (`https://foi.example.org`), so that a file found elsewhere leads back. `licence` is the
    sentence under which others may use it, where the body has decided on one. `answers` are the
    numbers of the month, where they are known.
    """

    title: str
    body: Body
    month: str | None
    entries: tuple[PublishedEntry, ...]
    site_address: str
    language: str = "en"
    licence: str | None = None
    answers: MonthAnswers | None = None


class PublishedRow(Protocol):
    """One entry in a list of many: what an export of search results needs to know of it."""

    @property
    def body(self) -> Body:
        """The body that answered."""

    @property
    def ref(self) -> str | None:
        """The printed reference."""

    @property
    def title(self) -> str:
        """What the request was about."""

    @property
    def month(self) -> str | None:
        """The log's month."""

    @property
    def outcomes(self) -> Sequence[str]:
        """What was decided: outcomes as the command line spells them."""

    @property
    def exemptions(self) -> Sequence[str]:
        """The grounds, to the limb."""

    @property
    def received_on(self) -> dt.date | None:
        """The day the request came in."""

    @property
    def answered_on(self) -> dt.date | None:
        """The day it was answered."""

    @property
    def published_at(self) -> dt.datetime:
        """When the entry was first published."""

    @property
    def changed_at(self) -> dt.datetime:
        """When it last changed."""

    @property
    def address(self) -> str:
        """Where it stands in the site."""


def log_title(month: str | None = None) -> str:
    """Return what a published log is called: "Freedom of information log, November 2021"."""
    if month is None:
        return "Freedom of information log"
    year, number = month.split("-")
    return f"Freedom of information log, {_MONTHS[int(number) - 1]} {year}"


def kept_for(body: Body) -> str:
    """Return what is said of another body's log wherever it is shown; nothing of the site's own."""
    if not body.prefix:
        return ""
    return f"The answer of {body.name}, kept here for comparison; this office did not give it."


def address_of(published: PublishedEntry, *, site_address: str) -> str:
    """Return the full address of a published entry."""
    return site_address.rstrip("/") + entry_address(published.body, published.key)


def address_of_file(published: PublishedEntry, name: str, *, site_address: str) -> str:
    """Return the full address of a file of a published entry."""
    return site_address.rstrip("/") + file_address(published.body, published.key, name)


def note_in_words(note: Note) -> str:
    """Return what the log says of a correction: "Corrected on 1 December 2021: The count was wrong"."""
    return f"Corrected on {day_in_words(note.on)}: {note.text}"


def answers_in_words(answers: MonthAnswers) -> str:
    """Return the numbers of a month as a sentence."""
    answered = f"{answers.answered:,} request{'' if answers.answered == 1 else 's'}"
    words = f"{answered} {_was(answers.answered)} answered in this month, of which {answers.published:,} {_is(answers.published)} published"
    if answers.kept_out:
        words += f" and {answers.kept_out:,} {_is(answers.kept_out)} kept out of the log"
    return f"{words}."


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def last_change(moments: Iterable[dt.datetime]) -> dt.datetime:
    """Return the latest moment, or the beginning of 1970 where there is none."""
    return max(moments, default=_NO_CHANGE)


def moment(at: dt.datetime) -> str:
    """Return a moment as files write it, in UTC: `2021-12-01T09:30:00Z`."""
    return at.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def day_in_words(day: dt.date) -> str:
    """Return a day as it is read aloud: 1 December 2021."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def outcomes_in_words(outcomes: Iterable[str]) -> str:
    """Return decisions in the words of the glossary: "disclosed; not held"."""
    return "; ".join(OUTCOME_WORDS[Outcome(outcome)] for outcome in outcomes)
