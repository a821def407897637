"""One entry of a disclosure log: a request, its questions, and what was answered."""

import datetime as dt
from dataclasses import dataclass

from answerable.domain.decisions import Outcome


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a request, with the answer and the decision that it got.

    `label` is canonical and unique in its entry (`1`, `1a`, `2a.i`, `16.1`); a request that is one
    unnumbered question has the label None. `printed` is what the paper shows in front of it.
    `answered_with` names the questions that share the answer; `heading` is the line that stood
    over the question ("1. Contact centre").
    """

    label: str | None
    printed: str | None
    text: str
    answer: str | None = None
    answered_with: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    exemptions: tuple[str, ...] = ()
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an answer: rows of equal length, the first `header_rows` of them headings.

    `question` is the label of the question it answers, or None. `at` is how many characters of the
    entry's response stand before it, or None where that is not known.
    """

    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None
    question: str | None = None
    header_rows: int = 1
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document sent with the answer: its title, and its text where the log carries it."""

    title: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link in an answer. `href` is None where only the linked words survived.

    `at` is how many characters of the entry's response stand before the linked words, or None
    where they are not in the response.
    """

    text: str
    href: str | None
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a log.

    `request` and `response` are paragraphs parted by a blank line, without the tables and the
    attachments. `outcomes` and `exemptions` are those of the whole request: they may hold more
    than its questions do (a request refused over the cost limit with some answers volunteered).
    """

    ref: str | None
    title: str
    request: str
    response: str
    questions: tuple[Question, ...]
    received_on: dt.date | None = None
    answered_on: dt.date | None = None
    outcomes: tuple[Outcome, ...] = ()
    exemptions: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    links: tuple[Link, ...] = ()
    pages: tuple[int, int] | None = None
