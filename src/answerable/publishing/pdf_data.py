"""What the PDF's template is given: words and nothing else, in characters that the font has."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from answerable.domain.disclosure_log import (
    Attachment,
    Entry,
    Note,
    PublishedEntry,
    Question,
    Table,
)
from answerable.publishing.glyphs import Substitution
from answerable.publishing.passages import (
    BREAK,
    Passage,
    PlacedLink,
    PlacedTable,
    Run,
    links_in_text,
    other_links,
    parts_of,
    pieces_of,
    runs_of,
    written_entry,
)
from answerable.publishing.pdf_bounds import printed_rows
from answerable.publishing.publications import (
    Publication,
    address_of,
    address_of_file,
    answers_in_words,
    day_in_words,
    last_change,
    note_in_words,
    outcomes_in_words,
)
from answerable.publishing.safe_text import is_safe_address, writable

Data = dict[str, Any]


def document_data(publication: Publication) -> Data:
    """Return what the template shows, as plain lists, dicts, strings and numbers."""
    font = Substitution()
    language, _, region = publication.language.partition("-")
    changed = last_change(one.changed_at for one in publication.entries).astimezone(dt.UTC)
    entries = [
        _entry(published, font=font, site_address=publication.site_address)
        for published in publication.entries
    ]
    return {
        "title": font.shown(writable(publication.title)),
        "publisher": font.shown(writable(publication.body.name)),
        "language": language,
        "region": region or None,
        "date": {
            part: getattr(changed, part)
            for part in ("year", "month", "day", "hour", "minute", "second")
        },
        "preface": [font.shown(sentence) for sentence in _preface(publication)],
        "entries": entries,
        "files": [
            {"name": "log.json", "type": "application/json", "description": "This log as JSON"},
            {"name": "log.csv", "type": "text/csv", "description": "Its questions as CSV"},
        ],
        "missing": font.report(),
    }


def _preface(publication: Publication) -> list[str]:
    sentences = ["This file carries the same log as JSON and as CSV, attached inside."]
    if publication.answers:
        sentences.insert(0, answers_in_words(publication.answers))
    if publication.body.contact:
        sentences.append(
            f"Ask for an attachment, quoting its reference: {writable(publication.body.contact)}"
        )
    if publication.licence:
        sentences.append(writable(publication.licence))
    return sentences if publication.entries else ["There are no entries.", *sentences]


def _entry(published: PublishedEntry, *, font: Substitution, site_address: str) -> Data:
    entry = written_entry(published.entry)
    return {
        "key": f"entry-{published.key}",
        "title": _or(font.shown(entry.title), "(no title)"),
        "facts": [
            *_facts(entry, font=font, address=address_of(published, site_address=site_address)),
            *_notes(published.notes, font=font),
        ],
        "request": _paragraphs(Passage(entry.request, 0), font=font),
        "response": _response(entry, font=font),
        "questions": [_question(question, font=font) for question in entry.questions],
        "attachments": [_attachment(one, font=font) for one in entry.attachments],
        "files": _files(published, font=font, site_address=site_address),
        "links": [_other_link(one, font=font) for one in other_links(entry)],
    }


def _facts(entry: Entry, *, font: Substitution, address: str) -> list[Data]:
    facts = [("Reference", font.shown(entry.ref or "none printed"))]
    if entry.received_on:
        facts.append(("Received", day_in_words(entry.received_on)))
    if entry.answered_on:
        facts.append(("Answered", day_in_words(entry.answered_on)))
    if entry.outcomes:
        facts.append(("Decision", outcomes_in_words(entry.outcomes)))
    if entry.exemptions:
        facts.append(("Exemptions", font.shown(", ".join(entry.exemptions))))
    shown: list[Data] = [{"name": name, "value": value, "href": None} for name, value in facts]
    href = address if is_safe_address(address) else None
    return [*shown, {"name": "Address", "value": font.shown(address), "href": href}]


def _notes(notes: Iterable[Note], *, font: Substitution) -> list[Data]:
    return [
        {"name": "Note", "value": font.shown(writable(note_in_words(one))), "href": None}
        for one in notes
    ]


def _files(published: PublishedEntry, *, font: Substitution, site_address: str) -> list[Data]:
    files = []
    for one in published.files:
        href = address_of_file(published, one.name, site_address=site_address)
        words = f"{writable(one.name)} ({writable(one.content_type)}, {one.size:,} bytes)"
        files.append({"text": font.shown(words), "href": href if is_safe_address(href) else None})
    return files


def _response(entry: Entry, *, font: Substitution) -> list[Data]:
    links = links_in_text(entry)
    pieces: list[Data] = []
    for piece in pieces_of(entry):
        if isinstance(piece, PlacedTable):
            pieces += _table(piece.table, font=font)
        else:
            pieces += _paragraphs(piece, font=font, links=links)
    return pieces


def _paragraphs(
    passage: Passage, *, font: Substitution, links: list[PlacedLink] | None = None
) -> list[Data]:
    return [
        {
            "kind": "paragraph",
            "runs": [_run(run, font=font) for run in runs_of(one, links=links or [])],
        }
        for one in parts_of(passage, at=BREAK)
        if one.text.strip()
    ]


def _run(run: Run, *, font: Substitution) -> Data:
    return {"text": font.shown(run.text), "href": run.href}


def _table(table: Table, *, font: Substitution) -> list[Data]:
    if not table.rows:
        return []
    columns = len(table.rows[0])
    printed = printed_rows(len(table.rows), columns=columns)
    rows = [[font.shown(cell) for cell in row] for row in table.rows[:printed]]
    head = max(table.header_rows, 0)
    pieces: list[Data] = [
        {
            "kind": "table",
            "columns": columns,
            "caption": font.shown(table.caption) if table.caption else None,
            "head": rows[:head],
            "rows": rows[head:],
        }
    ]
    if printed < len(table.rows):
        note = (
            f"This table has {len(table.rows):,} rows. The first {printed:,} are printed here; the"
            " attached log.json holds them all."
        )
        pieces.append({"kind": "paragraph", "runs": [{"text": note, "href": None}]})
    return pieces


def _question(question: Question, *, font: Substitution) -> Data:
    notes = []
    if question.exemptions:
        notes.append(f"Under {', '.join(question.exemptions)}")
    if question.answered_with:
        notes.append(f"Answered together with {', '.join(question.answered_with)}")
    asked = f"{question.heading}\n{question.text}" if question.heading else question.text
    return {
        "label": font.shown(question.label or "–"),
        "asked": font.shown(asked),
        "decision": outcomes_in_words(question.outcomes) or "none recorded",
        "notes": font.shown("\n".join(notes)),
    }


def _attachment(one: Attachment, *, font: Substitution) -> Data:
    return {
        "title": _or(font.shown(one.title), "(no title)"),
        "text": _paragraphs(Passage(one.text or "", 0), font=font),
    }


def _other_link(one: PlacedLink, *, font: Substitution) -> Data:
    link = one.link
    words = _or(font.shown(link.text), font.shown(link.href or "(no words)"))
    return {"text": words, "href": link.href if is_safe_address(link.href) else None}


def _or(text: str, instead: str) -> str:
    return text if text.strip() else instead
