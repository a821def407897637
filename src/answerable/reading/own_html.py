"""Our own published HTML, read back; docs/reference/published-files.md describes it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Attachment, Link
from answerable.reading.documents import NotReadable
from answerable.reading.own import (
    PARAGRAPH_BREAK,
    EntryDraft,
    OwnLog,
    QuestionDraft,
    TableDraft,
    day,
    last_of,
    number,
    outcomes_named,
    page_span,
    parted,
)

_MARKED = re.compile(r"<html\b[^>]*\sdata-answerable-log=\"1\"")
_FRONT_CHARACTERS = 2_000
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}

Attributes = dict[str, str | None]


def reads_own(text: str) -> bool:
    """Return whether the text is HTML in our own published layout."""
    return _MARKED.search(text[:_FRONT_CHARACTERS]) is not None


def entries_from_own(text: str) -> OwnLog:
    """Return what the published HTML holds.

    :raises NotReadable: if an attribute of it is none that we write.
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return OwnLog(
        body=reader.body,
        month=reader.month,
        index=tuple(reader.index),
        entries=tuple(draft.finished() for draft in reader.entries),
    )


@dataclass(slots=True)
class _Field:
    """Some text as far as it has been read: in paragraphs inside a `div`, else in one line."""

    name: str
    tag: str
    depth: int = 1
    parts: list[str] = field(default_factory=list)
    length: int = 0
    paragraphs: int = 0
    is_open: bool = False

    def start_paragraph(self) -> None:
        """Begin a paragraph."""
        self.is_open = True
        if self.paragraphs:
            self.add(PARAGRAPH_BREAK)
        self.paragraphs += 1

    def add(self, text: str) -> None:
        """Add text, if it stands in a paragraph or needs none."""
        if self.is_open or self.tag != "div":
            self.parts.append(text)
            self.length += len(text)

    def text(self) -> str:
        """Return the text so far."""
        return "".join(self.parts)


@dataclass(frozen=True, slots=True)
class _OpenLink:
    """A link as far as it has been read, and which part of its field its words begin with."""

    href: str | None
    at: int
    first_part: int


class _Reader(HTMLParser):
    """Goes through the tags; text counts only inside a marked field or a cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.body: str | None = None
        self.month: str | None = None
        self.index: list[str] = []
        self.entries: list[EntryDraft] = []
        self.field: _Field | None = None
        self.cell: list[str] | None = None
        self.row: list[str] = []
        self.link: _OpenLink | None = None

    @property
    def entry(self) -> EntryDraft:
        """The entry that is being read."""
        return last_of(self.entries, "an entry")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read what the tag begins."""
        given = dict(attrs)
        if self.field is not None and tag == self.field.tag:
            self.field.depth += 1
        for mark, read_mark in _MARKS:
            if mark in given:
                read_mark(self, tag, given)
                return
        read_tag = _TAGS.get(tag)
        if read_tag is not None:
            read_tag(self, given)

    def handle_endtag(self, tag: str) -> None:
        """Finish what the tag ends."""
        end = _ENDS.get(tag)
        if end is not None:
            end(self)
        if self.field is not None and tag == self.field.tag:
            self.field.depth -= 1
            if not self.field.depth:
                ended, self.field = self.field, None
                self._take(ended.name, ended.text())

    def handle_data(self, data: str) -> None:
        """Keep text that belongs to a cell or a field."""
        if self.cell is not None:
            self.cell.append(data)
        elif self.field is not None:
            self.field.add(data)

    def start_log(self, _: str, given: Attributes) -> None:
        """Read whose log it is."""
        self.body, self.month = given.get("data-body"), given.get("data-month")

    def start_entry(self, _: str, given: Attributes) -> None:
        """Begin an entry."""
        self.entries.append(
            EntryDraft(
                ref=given.get("data-ref"),
                received_on=day(given.get("data-received")),
                answered_on=day(given.get("data-answered")),
                outcomes=_outcomes(given),
                exemptions=_values(given, "data-exemptions"),
                pages=page_span(given.get("data-pages")),
            )
        )

    def start_question(self, _: str, given: Attributes) -> None:
        """Begin a question."""
        self.entry.questions.append(
            QuestionDraft(
                label=given.get("data-question"),
                printed=given.get("data-printed"),
                answered_with=_values(given, "data-answered-with"),
                outcomes=_outcomes(given),
                exemptions=_values(given, "data-exemptions"),
            )
        )

    def start_table(self, _: str, given: Attributes) -> None:
        """Begin a table."""
        self.entry.tables.append(
            TableDraft(
                question=given.get("data-question"),
                header_rows=number(given.get("data-header-rows") or "1"),
                at=_place(given),
            )
        )

    def start_numbered_link(self, _: str, given: Attributes) -> None:
        """Add a link that stands apart from the text."""
        link = Link(given.get("data-text") or "", given.get("data-href"), _place(given))
        self.entry.numbered_links.append((number(given.get("value") or ""), link))

    def start_field(self, tag: str, given: Attributes) -> None:
        """Begin a marked field."""
        self.field = _Field(name=given["data-field"] or "", tag=tag)

    def start_paragraph(self, _: Attributes) -> None:
        """Begin a paragraph of the field."""
        if self.field is not None:
            self.field.start_paragraph()

    def start_cell(self, _: Attributes) -> None:
        """Begin a cell, or a caption."""
        self.cell = []

    def start_row(self, _: Attributes) -> None:
        """Begin a row."""
        self.row = []

    def start_link(self, given: Attributes) -> None:
        """Begin a link in the response."""
        if self.field is not None and self.field.name == "response":
            self.link = _OpenLink(given.get("href"), self.field.length, len(self.field.parts))

    def break_line(self, _: Attributes) -> None:
        """Keep a line's end."""
        self.handle_data("\n")

    def end_paragraph(self) -> None:
        """Finish a paragraph."""
        if self.field is not None:
            self.field.is_open = False

    def end_cell(self) -> None:
        """Add the cell to its row."""
        self.row.append("".join(self.cell or []))
        self.cell = None

    def end_caption(self) -> None:
        """Give the table its caption."""
        last_of(self.entry.tables, "a table").caption = "".join(self.cell or [])
        self.cell = None

    def end_row(self) -> None:
        """Add the row to its table."""
        last_of(self.entry.tables, "a table").rows.append(tuple(self.row))

    def end_link(self) -> None:
        """Add the link to its entry."""
        if self.link is not None and self.field is not None:
            words = "".join(self.field.parts[self.link.first_part :])
            self.entry.links.append(Link(words, self.link.href, self.link.at))
        self.link = None

    def _take(self, name: str, text: str) -> None:
        take = _FIELDS.get(name)
        if take is None:
            raise NotReadable(f"{name!r} is no field of a published log")
        take(self, text)


def _outcomes(given: Attributes) -> tuple[Outcome, ...]:
    return outcomes_named(_values(given, "data-outcomes"), _OUTCOMES)


def _values(given: Attributes, name: str) -> tuple[str, ...]:
    value = given.get(name)
    return () if value is None else parted(value)


def _place(given: Attributes) -> int | None:
    value = given.get("data-at")
    return None if value is None else number(value)


def _take_index(reader: _Reader, text: str) -> None:
    reader.index.append(text)


def _take_response(reader: _Reader, text: str) -> None:
    reader.entry.passages = [text]


def _take_attachment(reader: _Reader, text: str) -> None:
    reader.entry.attachments.append(Attachment(text))


def _take_attachment_text(reader: _Reader, text: str) -> None:
    attachments = reader.entry.attachments
    attachments[-1] = Attachment(last_of(attachments, "an attachment").title, text)


def _of_entry(name: str) -> Callable[[_Reader, str], None]:
    return lambda reader, text: setattr(reader.entry, name, text)


def _of_question(name: str) -> Callable[[_Reader, str], None]:
    return lambda reader, text: setattr(last_of(reader.entry.questions, "a question"), name, text)


_MARKS: tuple[tuple[str, Callable[[_Reader, str, Attributes], None]], ...] = (
    ("data-answerable-log", _Reader.start_log),
    ("data-entry", _Reader.start_entry),
    ("data-item", _Reader.start_question),
    ("data-table", _Reader.start_table),
    ("data-link", _Reader.start_numbered_link),
    ("data-field", _Reader.start_field),
)
_TAGS: dict[str, Callable[[_Reader, Attributes], None]] = {
    "p": _Reader.start_paragraph,
    "br": _Reader.break_line,
    "a": _Reader.start_link,
    "tr": _Reader.start_row,
    "td": _Reader.start_cell,
    "th": _Reader.start_cell,
    "caption": _Reader.start_cell,
}
_ENDS: dict[str, Callable[[_Reader], None]] = {
    "p": _Reader.end_paragraph,
    "a": _Reader.end_link,
    "tr": _Reader.end_row,
    "td": _Reader.end_cell,
    "th": _Reader.end_cell,
    "caption": _Reader.end_caption,
}
_FIELDS: dict[str, Callable[[_Reader, str], None]] = {
    "index": _take_index,
    "title": _of_entry("title"),
    "request": _of_entry("request"),
    "response": _take_response,
    "heading": _of_question("heading"),
    "text": _of_question("text"),
    "answer": _of_question("answer"),
    "attachment": _take_attachment,
    "attachment-text": _take_attachment_text,
}
