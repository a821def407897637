"""A publication as one self-contained HTML file, with everything that a reader needs to read it back."""

import datetime as dt
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from answerable.domain.decisions import OUTCOME_WORDS, Outcome
from answerable.domain.disclosure_log import (
    Attachment,
    Entry,
    Note,
    PublishedEntry,
    Question,
    Table,
)
from answerable.publishing.lists import joined
from answerable.publishing.passages import (
    BREAK,
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
    day_in_words,
    kept_for,
    note_in_words,
)
from answerable.publishing.safe_text import is_safe_address, writable


def page(publication: Publication) -> bytes:
    """Return the publication as an HTML file: no script, nothing loaded from elsewhere."""
    return "".join(_page(publication)).encode()


def _page(publication: Publication) -> Iterator[str]:
    title = escape(writable(publication.title))
    style = files("answerable.publishing").joinpath("web_page.css").read_text("utf-8")
    month = _attribute("data-month", publication.month)
    yield (
        f'<!DOCTYPE html>\n<html lang="{escape(publication.language)}" data-answerable-log="1"'
        f"{_attribute('data-body', publication.body.code)}{month}>\n<head>\n"
        f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#_log">Skip to the entries</a>\n<header id="_top">\n'
        f"<p>{escape(publication.body.name)}</p>\n<h1>{title}</h1>\n</header>\n"
    )
    if publication.answers:
        yield f"<p>{escape(answers_in_words(publication.answers))}</p>\n"
    yield from _contents(publication)
    yield '<main id="_log">\n'
    for published in publication.entries:
        yield from _entry(published, site_address=publication.site_address)
    yield "</main>\n"
    yield from _footer(publication)
    yield "</body>\n</html>\n"


def _contents(publication: Publication) -> Iterator[str]:
    if not publication.entries:
        yield "<p>There are no entries.</p>\n"
        return
    yield '<nav aria-labelledby="_index">\n<h2 id="_index">Index</h2>\n<ol>\n'
    for published in publication.entries:
        yield f'<li><a href="#{escape(published.key)}" data-field="index">{_title(published.entry)}</a></li>\n'
    yield "</ol>\n</nav>\n"


def _title(entry: Entry) -> str:
    return _inline(writable(entry.title))


def _entry(published: PublishedEntry, *, site_address: str) -> Iterator[str]:
    entry = written_entry(published.entry)
    key = escape(published.key)
    pages = f"{entry.pages[0]}-{entry.pages[1]}" if entry.pages else None
    yield (
        f'<article data-entry id="{key}" aria-labelledby="{key}_title"'
        f"{_attribute('data-ref', entry.ref)}{_attribute('data-pages', pages)}"
        f"{_attribute('data-received', _day(entry.received_on))}"
        f"{_attribute('data-answered', _day(entry.answered_on))}"
        f"{_decision(entry.outcomes, entry.exemptions)}>\n"
        f'<h2 id="{key}_title" data-field="title">{_inline(entry.title)}</h2>\n'
    )
    yield from _facts(entry, address=address_of(published, site_address=site_address))
    yield from _notes(published.notes)
    yield '<section data-part="request">\n<h3>Request</h3>\n<div data-field="request">\n'
    yield f"{_paragraphs(entry.request)}</div>\n</section>\n"
    yield '<section data-part="response">\n<h3>Response</h3>\n<div data-field="response">\n'
    yield from _response(entry)
    yield "</div>\n</section>\n"
    yield from _questions(entry.questions)
    yield from _attachments(entry.attachments)
    yield from _files(published, site_address=site_address)
    yield from _links(other_links(entry))
    yield '<p class="back"><a href="#_top">Back to top</a></p>\n</article>\n'


def _facts(entry: Entry, *, address: str) -> Iterator[str]:
    facts = [("Reference", _inline(entry.ref or "none printed"))]
    if entry.received_on:
        facts.append(("Received", day_in_words(entry.received_on)))
    if entry.answered_on:
        facts.append(("Answered", day_in_words(entry.answered_on)))
    if entry.outcomes:
        facts.append(("Decision", _tags(entry.outcomes)))
    if entry.exemptions:
        facts.append(("Exemptions", _inline(", ".join(entry.exemptions))))
    if is_safe_address(address):
        facts.append(("Address", f'<a href="{escape(address)}">{escape(address)}</a>'))
    yield '<dl class="facts">\n'
    for name, value in facts:
        yield f"<div><dt>{name}</dt><dd>{value}</dd></div>\n"
    yield "</dl>\n"


def _response(entry: Entry) -> Iterator[str]:
    links = links_in_text(entry)
    for number, piece in enumerate(pieces_of(entry), start=1):
        if isinstance(piece, PlacedTable):
            yield from _table(piece.table, name=f"Table {number}")
        elif entry.response:
            yield _paragraphs(piece.text, links=links, start=piece.start)


def _table(table: Table, *, name: str) -> Iterator[str]:
    label = escape(" ".join((table.caption or "").split()) or name)
    at = None if table.at is None else str(table.at)
    yield (
        f'<div class="wide" role="region" tabindex="0" aria-label="{label}">\n'
        f'<table data-table data-header-rows="{table.header_rows}"'
        f"{_attribute('data-question', table.question)}{_attribute('data-at', at)}>\n"
    )
    if table.caption is not None:
        yield f"<caption>{_inline(table.caption)}</caption>\n"
    heads, rows = table.rows[: table.header_rows], table.rows[table.header_rows :]
    if heads:
        yield f"<thead>\n{''.join(_head(row) for row in heads)}</thead>\n"
    if rows:
        yield f"<tbody>\n{''.join(_row(row) for row in rows)}</tbody>\n"
    yield "</table>\n</div>\n"


def _head(row: tuple[str, ...]) -> str:
    # A heading with nothing in it would be announced as an empty one.
    cells = (
        f'<th scope="col">{_inline(cell)}</th>' if cell.strip() else f"<td>{_inline(cell)}</td>"
        for cell in row
    )
    return f"<tr>{''.join(cells)}</tr>\n"


def _row(row: tuple[str, ...]) -> str:
    return f"<tr>{''.join(f'<td>{_inline(cell)}</td>' for cell in row)}</tr>\n"


def _questions(questions: tuple[Question, ...]) -> Iterator[str]:
    if not questions:
        return
    yield '<section data-part="questions">\n<h3>Questions and decisions</h3>\n'
    for question in questions:
        yield from _question(question)
    yield "</section>\n"


def _question(question: Question) -> Iterator[str]:
    answered_with = joined(question.answered_with) if question.answered_with else None
    yield (
        f"<section data-item{_attribute('data-question', question.label)}"
        f"{_attribute('data-printed', question.printed)}"
        f"{_decision(question.outcomes, question.exemptions)}"
        f"{_attribute('data-answered-with', answered_with)}>\n"
    )
    if question.heading is not None:
        yield f'<p class="heading" data-field="heading">{_inline(question.heading)}</p>\n'
    label = f"Question {_inline(question.label)}" if question.label else "The question"
    printed = f" <span>printed as “{_inline(question.printed)}”</span>" if question.printed else ""
    yield f'<h4>{label}{printed}</h4>\n<div data-field="text">\n{_paragraphs(question.text)}</div>\n'
    yield f'<p class="decision">{_tags(question.outcomes) or "No decision recorded"}'
    if question.exemptions:
        yield f" <span>under {_inline(', '.join(question.exemptions))}</span>"
    if question.answered_with:
        yield f" <span>answered together with {_inline(', '.join(question.answered_with))}</span>"
    yield "</p>\n"
    if question.answer is not None:
        yield "<details>\n<summary>The answer to this question</summary>\n"
        yield f'<div data-field="answer">\n{_paragraphs(question.answer)}</div>\n</details>\n'
    yield "</section>\n"


def _attachments(attachments: tuple[Attachment, ...]) -> Iterator[str]:
    if not attachments:
        return
    yield '<section data-part="attachments">\n<h3>Attachments</h3>\n<ul>\n'
    for one in attachments:
        yield f'<li data-attachment><span data-field="attachment">{_inline(one.title)}</span>\n'
        if one.text is not None:
            yield "<details>\n<summary>Text of this attachment</summary>\n"
            yield f'<div data-field="attachment-text">\n{_paragraphs(one.text)}</div>\n</details>\n'
        yield "</li>\n"
    yield "</ul>\n</section>\n"


def _notes(notes: tuple[Note, ...]) -> Iterator[str]:
    for note in notes:
        yield f'<p class="note">{_inline(writable(note_in_words(note)))}</p>\n'


def _files(published: PublishedEntry, *, site_address: str) -> Iterator[str]:
    if not published.files:
        return
    yield '<section data-part="files">\n<h3>Files</h3>\n<ul>\n'
    for one in published.files:
        address = address_of_file(published, one.name, site_address=site_address)
        name = _inline(writable(one.name))
        shown = f'<a href="{escape(address)}">{name}</a>' if is_safe_address(address) else name
        yield f"<li>{shown} ({escape(writable(one.content_type))}, {one.size:,} bytes)</li>\n"
    yield "</ul>\n</section>\n"


def _links(links: list[PlacedLink]) -> Iterator[str]:
    if not links:
        return
    yield '<section data-part="links">\n<h3>Links named in the answer</h3>\n<ol>\n'
    for one in links:
        link = one.link
        at = None if link.at is None else str(link.at)
        words = _inline(link.text if link.text.strip() else link.href or "(no words)")
        shown = f'<a href="{escape(link.href or "")}">{words}</a>'
        yield (
            f'<li data-link value="{one.number}"{_attribute("data-text", link.text)}'
            f"{_attribute('data-href', link.href)}{_attribute('data-at', at)}>"
            f"{shown if is_safe_address(link.href) else words}</li>\n"
        )
    yield "</ol>\n</section>\n"


def _footer(publication: Publication) -> Iterator[str]:
    body = publication.body
    yield f"<footer>\n<p>Published by {escape(body.name)}.</p>\n"
    if body.prefix:
        yield f"<p>{escape(kept_for(body))}</p>\n"
    if body.contact:
        yield f"<p>Ask for an attachment, quoting its reference: {escape(body.contact)}</p>\n"
    if publication.licence:
        yield f"<p>{escape(publication.licence)}</p>\n"
    yield "</footer>\n"


def _paragraphs(text: str, *, links: list[PlacedLink] | None = None, start: int = 0) -> str:
    if not text and start == 0:
        return ""
    paragraphs = parts_of(Passage(text, start), at=BREAK)
    return "".join(f"<p>{_runs(one, links or [])}</p>\n" for one in paragraphs)


def _runs(paragraph: Passage, links: list[PlacedLink]) -> str:
    return "".join(
        f'<a href="{escape(run.href)}">{_inline(run.text)}</a>' if run.href else _inline(run.text)
        for run in runs_of(paragraph, links=links)
    )


def _inline(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _attribute(name: str, value: str | None) -> str:
    return "" if value is None else f' {name}="{escape(writable(value))}"'


def _decision(outcomes: tuple[Outcome, ...], exemptions: tuple[str, ...]) -> str:
    decided = joined([outcome.value for outcome in outcomes]) if outcomes else None
    grounds = joined(exemptions) if exemptions else None
    return _attribute("data-outcomes", decided) + _attribute("data-exemptions", grounds)


def _tags(outcomes: tuple[Outcome, ...]) -> str:
    return " ".join(
        f'<strong class="tag {outcome.value}">{OUTCOME_WORDS[outcome]}</strong>'
        for outcome in outcomes
    )


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
