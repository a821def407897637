r"""Logs that Answerable itself published: what is in them, read back exactly.

What is read back equals what was published, in every field of an entry, but for one thing: the
characters that no file can carry. A carriage return, form feed, vertical tab or U+0085 has become
a space; other control characters, lone surrogates and noncharacters have become U+FFFD.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Attachment, Entry, Link, Question, Table
from answerable.reading.documents import NotReadable

Draft = TypeVar("Draft")

PARAGRAPH_BREAK = "\n\n"

_ESCAPE = re.compile(r"\\([\\,])")


@dataclass(frozen=True, slots=True)
class OwnLog:
    """A published log: whose it is, its month, the titles of its index, and its entries."""

    body: str | None
    month: str | None
    index: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class TableDraft:
    """A table as far as it has been read."""

    rows: list[tuple[str, ...]] = field(default_factory=list)
    caption: str | None = None
    question: str | None = None
    header_rows: int = 1
    at: int | None = None

    def finished(self) -> Table:
        """Return the table."""
        return Table(tuple(self.rows), self.caption, self.question, self.header_rows, self.at)


@dataclass(slots=True)
class QuestionDraft:
    """A question as far as it has been read."""

    label: str | None
    printed: str | None = None
    text: str = ""
    answer: str | None = None
    answered_with: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    exemptions: tuple[str, ...] = ()
    heading: str | None = None

    def finished(self) -> Question:
        """Return the question."""
        return Question(
            label=self.label,
            printed=self.printed,
            text=self.text,
            answer=self.answer,
            answered_with=self.answered_with,
            outcomes=self.outcomes,
            exemptions=self.exemptions,
            heading=self.heading,
        )


@dataclass(slots=True)
class EntryDraft:
    """An entry as far as it has been read; `numbered_links` stood apart from the text."""

    title: str = ""
    ref: str | None = None
    request: str = ""
    passages: list[str] = field(default_factory=list)
    response_length: int = 0
    received_on: dt.date | None = None
    answered_on: dt.date | None = None
    outcomes: tuple[Outcome, ...] = ()
    exemptions: tuple[str, ...] = ()
    pages: tuple[int, int] | None = None
    questions: list[QuestionDraft] = field(default_factory=list)
    tables: list[TableDraft] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    numbered_links: list[tuple[int, Link]] = field(default_factory=list)

    def add_passage(self, text: str) -> None:
        """Add a passage to the response."""
        self.response_length = self.next_passage() + len(text)
        self.passages.append(text)

    def next_passage(self) -> int:
        """Return how many characters of the response stand before a passage that comes now."""
        return self.response_length + len(PARAGRAPH_BREAK) if self.passages else 0

    def finished(self) -> Entry:
        """Return the entry."""
        return Entry(
            ref=self.ref,
            title=self.title,
            request=self.request,
            response=PARAGRAPH_BREAK.join(self.passages),
            questions=tuple(question.finished() for question in self.questions),
            received_on=self.received_on,
            answered_on=self.answered_on,
            outcomes=self.outcomes,
            exemptions=self.exemptions,
            tables=tuple(table.finished() for table in self.tables),
            attachments=tuple(self.attachments),
            links=self._links_in_order(),
            pages=self.pages,
        )

    def _links_in_order(self) -> tuple[Link, ...]:
        links = list(self.links)
        for number, link in sorted(self.numbered_links, key=lambda one: one[0]):
            links.insert(number - 1, link)
        return tuple(links)


def parted(text: str) -> tuple[str, ...]:
    r"""Return the values that stand on one line, parted by "; ".

    In a value, a semicolon of its own is written `\,` and a backslash `\\`.
    """
    return tuple(
        _ESCAPE.sub(
            lambda mark: ";" if mark[1] == "," else "\\", part.removeprefix(" ") if n else part
        )
        for n, part in enumerate(text.split(";"))
    )


def last_of(drafts: list[Draft], what: str) -> Draft:
    """Return the one that is being read.

    :raises NotReadable: if none has begun.
    """
    if not drafts:
        raise NotReadable(f"Something belongs to {what}, but none has begun")
    return drafts[-1]


def outcomes_named(names: Sequence[str], words: dict[str, Outcome]) -> tuple[Outcome, ...]:
    """Return the outcomes that the names stand for.

    :raises NotReadable: if one is none that we know.
    """
    try:
        return tuple(words[name] for name in names)
    except KeyError as unknown:
        raise NotReadable(
            f"There is no outcome {unknown}: docs/reference/outcomes.md lists them"
        ) from None


def day(text: str | None) -> dt.date | None:
    """Return the day that is written as 2021-11-30.

    :raises NotReadable: if it is none.
    """
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise NotReadable(f"{text!r} is no day: write it as 2021-11-30") from None


def number(text: str) -> int:
    """Return the whole number that is written.

    :raises NotReadable: if it is none.
    """
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        raise NotReadable(f"{text!r} is no whole number")
    return int(text)


def page_span(text: str | None) -> tuple[int, int] | None:
    """Return the pages that are written as 3-5.

    :raises NotReadable: if they are none.
    """
    if text is None:
        return None
    first, _, last = text.partition("-")
    return number(first), number(last)
