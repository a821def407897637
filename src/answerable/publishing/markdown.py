"""A publication as markdown that people can read, and that the reader reads back exactly.

Every line of the record's own text stands in a block quotation, so that no line of it can be
mistaken for one of the layout's.
"""

from collections.abc import Iterator

from answerable.domain.disclosure_log import Attachment, Entry, PublishedEntry, Question, Table
from answerable.publishing.lists import joined
from answerable.publishing.markdown_text import escaped, guarded, in_one_line, linked
from answerable.publishing.passages import (
    Passage,
    PlacedLink,
    PlacedTable,
    links_in_text,
    other_links,
    parts_of,
    pieces_of,
    runs_of,
    written_entry,
)
from answerable.publishing.publications import (
    Publication,
    address_of,
    address_of_file,
    answers_in_words,
    note_in_words,
    outcomes_in_words,
)
from answerable.publishing.safe_text import writable

LAYOUT = "Answerable log 1"
"""What the reader knows our own layout by."""

Fields = list[tuple[str, str | None]]


def markdown(publication: Publication) -> bytes:
    """Return the publication as a markdown file."""
    return "".join(f"{line}\n" for line in _document(publication)).encode()


def _document(publication: Publication) -> Iterator[str]:
    yield f"# {in_one_line(writable(publication.title))}"
    yield ""
    yield from _fields(
        [
            ("Published by", publication.body.name),
            ("Body", publication.body.code),
            ("Month", publication.month),
            ("Licence", publication.licence),
            ("Answered", answers_in_words(publication.answers) if publication.answers else None),
            ("Layout", LAYOUT),
        ]
    )
    yield "## Index"
    yield ""
    for published in publication.entries:
        yield f"- [{in_one_line(writable(published.entry.title))}](#{published.key})"
    if publication.entries:
        yield ""
    for published in publication.entries:
        yield from _entry(published, site_address=publication.site_address)


def _entry(published: PublishedEntry, *, site_address: str) -> Iterator[str]:
    entry = written_entry(published.entry)
    yield from ("---", "", f'<a id="{published.key}"></a>', "")
    yield from (f"## {in_one_line(entry.title)}", "")
    pages = f"{entry.pages[0]}-{entry.pages[1]}" if entry.pages else None
    yield from _fields(
        [
            ("Ref", entry.ref),
            ("Received", entry.received_on.isoformat() if entry.received_on else None),
            ("Answered", entry.answered_on.isoformat() if entry.answered_on else None),
            ("Outcome", outcomes_in_words(entry.outcomes) if entry.outcomes else None),
            ("Exemptions", joined(entry.exemptions) if entry.exemptions else None),
            ("Pages", pages),
            ("Address", address_of(published, site_address=site_address)),
            *(("Note", note_in_words(one)) for one in published.notes),
            *(
                ("File", address_of_file(published, one.name, site_address=site_address))
                for one in published.files
            ),
        ]
    )
    yield from ("### Request", "")
    yield from _quotation(Passage(entry.request, 0))
    yield from ("### Response", "")
    yield from _response(entry)
    yield from _questions(entry.questions)
    yield from _attachments(entry.attachments)
    yield from _links(other_links(entry))


def _response(entry: Entry) -> Iterator[str]:
    links = links_in_text(entry)
    for piece in pieces_of(entry):
        if isinstance(piece, PlacedTable):
            yield from _table(piece.table, follows=piece.follows)
        else:
            yield from _quotation(piece, links=links)


def _table(table: Table, *, follows: bool) -> Iterator[str]:
    yield "Table" if table.caption is None else f"Table: {in_one_line(table.caption)}  "
    place = None if follows else "unknown" if table.at is None else str(table.at)
    yield from _fields(
        [
            ("Answers question", table.question),
            ("Header rows", str(table.header_rows) if table.header_rows != 1 else None),
            ("Place", place),
        ],
        always_ends=True,
    )
    if not table.rows:
        return
    rows = table.rows if table.header_rows > 0 else (("",) * len(table.rows[0]), *table.rows)
    yield _cells(rows[0])
    yield "|" + " --- |" * len(rows[0])
    yield from map(_cells, rows[1:])
    yield ""


def _cells(row: tuple[str, ...]) -> str:
    return "|" + "".join(f" {in_one_line(cell)} |" for cell in row)


def _questions(questions: tuple[Question, ...]) -> Iterator[str]:
    if not questions:
        return
    yield from ("### Questions", "")
    for question in questions:
        yield from _question(question)


def _question(question: Question) -> Iterator[str]:
    label = "Question" if question.label is None else in_one_line(question.label)
    # A label that is itself the word must not look like no label.
    yield from (f"#### {'&#81;uestion' if question.label == 'Question' else label}", "")
    answered_with = joined(question.answered_with) if question.answered_with else None
    yield from _fields(
        [
            ("Heading", question.heading),
            ("Printed", question.printed),
            ("Question", question.text),
            ("Decision", outcomes_in_words(question.outcomes) if question.outcomes else None),
            ("Exemptions", joined(question.exemptions) if question.exemptions else None),
            ("Answered with", answered_with),
        ]
    )
    if question.answer is not None:
        yield from ("Answer:", "")
        yield from _quotation(Passage(question.answer, 0))


def _attachments(attachments: tuple[Attachment, ...]) -> Iterator[str]:
    if not attachments:
        return
    yield from ("### Attachments", "")
    for one in attachments:
        yield f"- {in_one_line(one.title)}"
        if one.text is not None:
            yield ""
            for line in _quotation(Passage(one.text, 0)):
                yield f"  {line}" if line else ""
    if attachments[-1].text is None:
        yield ""


def _links(links: list[PlacedLink]) -> Iterator[str]:
    if not links:
        return
    yield from ("### Links", "")
    for one in links:
        link = one.link
        yield f"{one.number}. Words: {in_one_line(link.text)}  "
        if link.href is not None:
            yield f"   Address: {in_one_line(link.href)}  "
        if link.at is not None:
            yield f"   Place: {link.at}  "
        yield ""


def _fields(fields: Fields, *, always_ends: bool = False) -> Iterator[str]:
    # Two spaces at a line's end break the line where markdown is shown.
    lines = [
        f"{name}: {in_one_line(writable(value))}  " for name, value in fields if value is not None
    ]
    yield from lines
    if lines or always_ends:
        yield ""


def _quotation(passage: Passage, *, links: list[PlacedLink] | None = None) -> Iterator[str]:
    lines = parts_of(passage, at="\n")
    for number, line in enumerate(lines):
        text = "".join(
            linked(run.text, run.href) if run.href else escaped(run.text)
            for run in runs_of(line, links=links or [])
        )
        breaks = text and number + 1 < len(lines) and lines[number + 1].text
        yield f"> {guarded(text)}{'  ' if breaks else ''}" if text else ">"
    yield ""
