"""Our own published markdown, read back; docs/reference/published-files.md describes it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from answerable.domain.decisions import OUTCOME_WORDS, Outcome
from answerable.domain.disclosure_log import Attachment, Link
from answerable.reading.documents import NotReadable
from answerable.reading.own import (
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
from answerable.reading.own_markdown_text import cells_of, unescaped, with_links

_LAYOUT = re.compile(r"^Layout: Answerable log 1 *$", re.MULTILINE)
_FRONT_CHARACTERS = 20_000
_OUTCOMES = {words: outcome for outcome, words in OUTCOME_WORDS.items()}
_PARTS = ("Request", "Response", "Questions", "Attachments", "Links")

_INDEX_LINE = re.compile(r"- \[((?:[^\\\]]|\\.)*)\]\(#[^)]*\)\Z")
_FIELD = re.compile(r"(?:([0-9]{1,9})\.)? *([A-Z][a-z]+(?: [a-z]+)?):(?: (.*))?\Z", re.DOTALL)
_DASHES = re.compile(r"\|(?: --- \|)+\Z")


def reads_own(text: str) -> bool:
    """Return whether the text is markdown in our own published layout."""
    front = text[:_FRONT_CHARACTERS]
    return front.startswith("# ") and _LAYOUT.search(front) is not None


def entries_from_own(text: str) -> OwnLog:
    """Return what the published markdown holds.

    :raises NotReadable: if a line of it is none that we write.
    """
    reader = _Reader()
    for line in text.split("\n"):
        reader.take(line)
    reader.end_quotation()
    return OwnLog(
        body=reader.front.get("Body"),
        month=reader.front.get("Month"),
        index=tuple(reader.index),
        entries=tuple(draft.finished() for draft in reader.entries),
    )


@dataclass(slots=True)
class _Reader:
    """Goes through the lines; `part` is the heading that it stands under."""

    front: dict[str, str] = field(default_factory=dict)
    index: list[str] = field(default_factory=list)
    entries: list[EntryDraft] = field(default_factory=list)
    part: str = "front"
    quoted: list[str] | None = None
    skips_row: bool = False

    def take(self, line: str) -> None:
        """Read one line."""
        marked = line.removeprefix("  ") if self.part == "Attachments" else line
        if marked.startswith(">"):
            self.quoted = [] if self.quoted is None else self.quoted
            self.quoted.append(marked[1:].strip(" "))
            return
        self.end_quotation()
        for start, read in _STARTS:
            if line.startswith(start):
                read(self, line)
                return
        if line.strip(" "):
            self._field(line)

    def end_quotation(self) -> None:
        """Give the quotation that has ended to the part that it stands in."""
        if self.quoted is None:
            return
        lines, self.quoted = self.quoted, None
        if self.part == "Response":
            self._passage(lines)
            return
        text = "\n".join(unescaped(line) for line in lines)
        if self.part == "Request":
            self.entry.request = text
        elif self.part == "Questions":
            self.question.answer = text
        elif self.part == "Attachments" and self.entry.attachments:
            self.entry.attachments[-1] = Attachment(self.entry.attachments[-1].title, text)
        else:
            raise NotReadable(f"A quotation stands where none belongs: {text[:80]!r}")

    @property
    def entry(self) -> EntryDraft:
        """The entry that is being read."""
        return last_of(self.entries, "an entry")

    @property
    def question(self) -> QuestionDraft:
        """The question that is being read."""
        return last_of(self.entry.questions, "a question")

    @property
    def table(self) -> TableDraft:
        """The table that is being read."""
        return last_of(self.entry.tables, "a table")

    def heading(self, line: str) -> None:
        """Begin the index or an entry."""
        title = line[2:].strip(" ")
        is_index = self.part == "front" and title == "Index"
        self.part = "index" if is_index else "entry"
        if not is_index:
            self.entries.append(EntryDraft(title=unescaped(title)))

    def part_heading(self, line: str) -> None:
        """Begin a part of the entry."""
        self.part = line[3:].strip(" ")
        if self.part not in _PARTS:
            raise NotReadable(f"An entry has no part called {self.part!r}")

    def question_heading(self, line: str) -> None:
        """Begin a question under its label."""
        label = line[4:].strip(" ")
        self.entry.questions.append(
            QuestionDraft(None if label == "Question" else unescaped(label))
        )

    def row(self, line: str) -> None:
        """Add a row to the table; the row of dashes is none."""
        if _DASHES.match(line):
            return
        if self.table.header_rows < 1 and not self.skips_row:
            # Markdown shows no table without a heading, so an empty one was put in front.
            self.skips_row = True
            return
        self.table.rows.append(cells_of(line[1:]))

    def item(self, line: str) -> None:
        """Add a title to the index, or an attachment."""
        if self.part == "Attachments":
            self.entry.attachments.append(Attachment(unescaped(line[2:].strip(" "))))
            return
        found = _INDEX_LINE.match(line)
        if self.part != "index" or found is None:
            raise NotReadable(f"This line is none of our own layout: {line[:80]!r}")
        self.index.append(unescaped(found[1]))

    def start_table(self, line: str) -> None:
        """Begin a table, with its caption if it has one."""
        _, colon, caption = line.partition(":")
        self.skips_row = False
        self.entry.tables.append(
            TableDraft(
                caption=unescaped(caption.strip(" ")) if colon else None,
                at=self.entry.response_length,
            )
        )

    def furniture(self, line: str) -> None:
        """Pass over a line that says nothing itself."""

    def _passage(self, lines: list[str]) -> None:
        entry = self.entry
        start = entry.next_passage()
        plain: list[str] = []
        for line in lines:
            text, links = with_links(line)
            entry.links += [Link(words, href, start + at) for words, href, at in links]
            plain.append(text)
            start += len(text) + 1
        entry.add_passage("\n".join(plain))

    def _field(self, line: str) -> None:
        found = _FIELD.match(line.strip(" "))
        if found is None:
            raise NotReadable(f"This line is none of our own layout: {line[:80]!r}")
        name, value = found[2], unescaped(found[3] or "")
        if found[1]:
            self.entry.numbered_links.append((number(found[1]), Link("", None)))
        if self.part == "front":
            self.front[name] = value
            return
        take = _FIELDS.get((self.part, name))
        if take is None:
            raise NotReadable(f"{name!r} is no field of this part of an entry: {self.part}")
        take(self, value)


def _set_place(reader: _Reader, value: str) -> None:
    reader.table.at = None if value == "unknown" else number(value)


def _set_header_rows(reader: _Reader, value: str) -> None:
    reader.table.header_rows = number(value)


def _set_link_part(name: str) -> Callable[[_Reader, str], None]:
    def set_part(reader: _Reader, value: str) -> None:
        order, link = last_of(reader.entry.numbered_links, "a link")
        at = number(value) if name == "at" else link.at
        text = value if name == "text" else link.text
        href = value if name == "href" else link.href
        reader.entry.numbered_links[-1] = (order, Link(text, href, at))

    return set_part


def _of_entry(name: str, read: Callable[[str], object]) -> Callable[[_Reader, str], None]:
    return lambda reader, value: setattr(reader.entry, name, read(value))


def _of_question(name: str, read: Callable[[str], object]) -> Callable[[_Reader, str], None]:
    return lambda reader, value: setattr(reader.question, name, read(value))


def _decided(value: str) -> tuple[Outcome, ...]:
    return outcomes_named(parted(value), _OUTCOMES)


_STARTS: tuple[tuple[str, Callable[[_Reader, str], None]], ...] = (
    ("####", _Reader.question_heading),
    ("###", _Reader.part_heading),
    ("##", _Reader.heading),
    ("# ", _Reader.furniture),
    ("---", _Reader.furniture),
    ("<a id=", _Reader.furniture),
    ("|", _Reader.row),
    ("- ", _Reader.item),
    ("Table", _Reader.start_table),
)

_FIELDS: dict[tuple[str, str], Callable[[_Reader, str], None]] = {
    ("entry", "Ref"): _of_entry("ref", str),
    ("entry", "Received"): _of_entry("received_on", day),
    ("entry", "Answered"): _of_entry("answered_on", day),
    ("entry", "Outcome"): _of_entry("outcomes", _decided),
    ("entry", "Exemptions"): _of_entry("exemptions", parted),
    ("entry", "Pages"): _of_entry("pages", page_span),
    ("entry", "Address"): _Reader.furniture,
    ("entry", "Note"): _Reader.furniture,
    ("entry", "File"): _Reader.furniture,
    ("Response", "Answers question"): lambda reader, value: setattr(
        reader.table, "question", value
    ),
    ("Response", "Header rows"): _set_header_rows,
    ("Response", "Place"): _set_place,
    ("Questions", "Heading"): _of_question("heading", str),
    ("Questions", "Printed"): _of_question("printed", str),
    ("Questions", "Question"): _of_question("text", str),
    ("Questions", "Decision"): _of_question("outcomes", _decided),
    ("Questions", "Exemptions"): _of_question("exemptions", parted),
    ("Questions", "Answered with"): _of_question("answered_with", parted),
    ("Questions", "Answer"): _of_question("answer", str),
    ("Links", "Words"): _set_link_part("text"),
    ("Links", "Address"): _set_link_part("href"),
    ("Links", "Place"): _set_link_part("at"),
}
