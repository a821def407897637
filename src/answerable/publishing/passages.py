"""A response in pieces: its passages of text and its tables, in the order of reading."""

from dataclasses import dataclass, replace

from answerable.domain.disclosure_log import Attachment, Entry, Link, Question, Table
from answerable.publishing.safe_text import is_safe_address, writable

BREAK = "\n\n"
"""What parts two paragraphs."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the response between tables; `start` is its first character's place."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table where it stands; `follows` says that its place is the end of the passage before."""

    table: Table
    follows: bool


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link and its number in the entry, from 1."""

    link: Link
    number: int


@dataclass(frozen=True, slots=True)
class Run:
    """Some text, and where it leads if it is a link."""

    text: str
    href: str | None = None


def written_entry(entry: Entry) -> Entry:
    """Return the entry in characters that files can carry (see `writable`); offsets stay."""
    return replace(
        entry,
        ref=_written(entry.ref),
        title=writable(entry.title),
        request=writable(entry.request),
        response=writable(entry.response),
        questions=tuple(_written_question(question) for question in entry.questions),
        exemptions=tuple(map(writable, entry.exemptions)),
        tables=tuple(_written_table(table) for table in entry.tables),
        attachments=tuple(
            Attachment(writable(one.title), _written(one.text)) for one in entry.attachments
        ),
        links=tuple(Link(writable(one.text), _written(one.href), one.at) for one in entry.links),
    )


def pieces_of(entry: Entry) -> list[Passage | PlacedTable]:
    """Return the response's passages with the tables between them, tables in their own order.

    A table stands after the paragraph that ends at its `at`. Where `at` names no such place, or
    is unknown, the table follows the piece before it, and says so.
    """
    pieces: list[Passage | PlacedTable] = []
    response, start, end = entry.response, 0, 0
    last_placed = max((n for n, one in enumerate(entry.tables) if one.at is not None), default=-1)
    for number, table in enumerate(entry.tables):
        at = table.at
        if number > last_placed:
            at = len(response)
        if at is not None and at != end and _ends_paragraph(response, at=at, start=start):
            pieces.append(Passage(response[start:at], start))
            start, end = at + len(BREAK), at
        pieces.append(PlacedTable(table, follows=table.at == end))
    if end < len(response) or not pieces:
        pieces.append(Passage(response[start:], start))
    return pieces


def links_in_text(entry: Entry) -> list[PlacedLink]:
    """Return the links that stand in the response word for word, in order, none over another."""
    found: list[PlacedLink] = []
    end = 0
    for number, link in enumerate(entry.links, start=1):
        if link.at is None or link.at < end or not is_safe_address(link.href):
            continue
        words = entry.response[link.at : link.at + len(link.text)]
        if link.text.strip() and words == link.text and "\n" not in words:
            found.append(PlacedLink(link, number))
            end = link.at + len(words)
    return found


def other_links(entry: Entry) -> list[PlacedLink]:
    """Return the links that cannot be shown in the response's own words."""
    shown = {one.number for one in links_in_text(entry)}
    numbered = enumerate(entry.links, start=1)
    return [PlacedLink(link, number) for number, link in numbered if number not in shown]


def parts_of(passage: Passage, *, at: str) -> list[Passage]:
    """Return the passage split at each `at` (a line end, a paragraph's end), places kept."""
    parts, start = [], passage.start
    for text in passage.text.split(at):
        parts.append(Passage(text, start))
        start += len(text) + len(at)
    return parts


def runs_of(passage: Passage, *, links: list[PlacedLink]) -> list[Run]:
    """Return the passage as plain and linked runs of text."""
    runs, here, end = [], passage.start, passage.start + len(passage.text)
    for link in (one.link for one in links):
        if link.at is None or not here <= link.at < end:
            continue
        if link.at > here:
            runs.append(Run(passage.text[here - passage.start : link.at - passage.start]))
        runs.append(Run(link.text, link.href))
        here = link.at + len(link.text)
    if here < end:
        runs.append(Run(passage.text[here - passage.start :]))
    return runs


def _ends_paragraph(response: str, *, at: int, start: int) -> bool:
    if at < start or at > len(response):
        return False
    return at == len(response) or response.startswith(BREAK, at)


def _written_question(question: Question) -> Question:
    return replace(
        question,
        label=_written(question.label),
        printed=_written(question.printed),
        text=writable(question.text),
        answer=_written(question.answer),
        answered_with=tuple(map(writable, question.answered_with)),
        exemptions=tuple(map(writable, question.exemptions)),
        heading=_written(question.heading),
    )


def _written_table(table: Table) -> Table:
    return replace(
        table,
        rows=tuple(tuple(map(writable, row)) for row in table.rows),
        caption=_written(table.caption),
        question=_written(table.question),
    )


def _written(text: str | None) -> str | None:
    return None if text is None else writable(text)
