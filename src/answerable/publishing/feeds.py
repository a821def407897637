"""Atom feeds (RFC 4287) of a publication, or of the rows of a search."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from urllib.parse import quote

from answerable.domain.disclosure_log import (
    PublishedEntry,
    log_address,
    month_address,
)
from answerable.publishing.passages import BREAK, written_entry
from answerable.publishing.publications import (
    Publication,
    PublishedRow,
    address_of,
    address_of_file,
    kept_for,
    last_change,
    moment,
    note_in_words,
    outcomes_in_words,
)
from answerable.publishing.safe_text import writable

_START = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{}">\n'
_END = "</feed>\n"


def log_as_atom(publication: Publication) -> bytes:
    """Return the publication as a feed, its entries with request and response."""
    body, month = publication.body, publication.month
    path = month_address(body, month) if month else log_address(body)
    address = publication.site_address.rstrip("/") + path
    updated = last_change(published.changed_at for published in publication.entries)
    parts = [
        _START.format(escape(publication.language)),
        _head(title=publication.title, address=address, feed_address=f"{address}.atom"),
        f"<author><name>{_text(body.name)}</name></author>\n",
        f"<updated>{moment(updated)}</updated>\n",
    ]
    if publication.licence:
        parts.append(f"<rights>{_text(publication.licence)}</rights>\n")
    parts += [_entry(one, site_address=publication.site_address) for one in publication.entries]
    return "".join([*parts, _END]).encode()


def rows_as_atom(
    rows: Iterable[PublishedRow],
    *,
    title: str,
    address: str,
    feed_address: str,
    site_address: str = "",
    pages: Sequence[tuple[str, str]] = (),
) -> Iterator[bytes]:
    """Return the rows as a feed, a piece at a time.

    `address` is the page's own, `feed_address` that of its feed; `pages` are where its other pages are, as
    (`next`, address): RFC 5005. The moment of the last change is
    known only when all rows have passed, so it stands last; the order is free (RFC 4287 4.1.1).
    """
    site = site_address.rstrip("/")
    head = _head(title=title, address=site + address, feed_address=site + feed_address)
    links = [
        f'<link rel="{rel}" type="application/atom+xml" href="{_address(site + path)}"/>\n'
        for rel, path in pages
    ]
    yield "".join([_START.format("en"), head, *links]).encode()
    updated = last_change(())
    for row in rows:
        updated = max(updated, row.changed_at)
        yield _row(row, address=site + row.address).encode()
    yield f"<updated>{moment(updated)}</updated>\n{_END}".encode()


def _head(*, title: str, address: str, feed_address: str) -> str:
    return (
        f"<id>{_address(address)}</id>\n<title>{_text(title)}</title>\n"
        f'<link rel="alternate" type="text/html" href="{_address(address)}"/>\n'
        f'<link rel="self" type="application/atom+xml" href="{_address(feed_address)}"/>\n'
        f"<generator>Answerable</generator>\n"
    )


def _entry(published: PublishedEntry, *, site_address: str) -> str:
    entry = written_entry(published.entry)
    address = address_of(published, site_address=site_address)
    notes = "".join(_paragraphs(writable(note_in_words(one))) for one in published.notes)
    content = f"{notes}<h2>Request</h2>{_paragraphs(entry.request)}<h2>Response</h2>{_paragraphs(entry.response)}"
    return (
        f"<entry>\n<id>{_address(address)}</id>\n<title>{_text(entry.title)}</title>\n"
        f'<link rel="alternate" type="text/html" href="{_address(address)}"/>\n'
        f"<published>{moment(published.published_at)}</published>\n"
        f"<updated>{moment(published.changed_at)}</updated>\n"
        f"{_decision(entry.ref, entry.outcomes, entry.exemptions, whose=kept_for(published.body))}"
        f"{_enclosures(published, site_address=site_address)}"
        f'<content type="html">{escape(content)}</content>\n</entry>\n'
    )


def _enclosures(published: PublishedEntry, *, site_address: str) -> str:
    """Return the files of an entry as links that a reader of feeds may fetch."""
    return "".join(
        f'<link rel="enclosure" type="{escape(writable(one.content_type))}" length="{one.size}" '
        f'href="{_address(address_of_file(published, one.name, site_address=site_address))}"/>\n'
        for one in published.files
    )


def _row(row: PublishedRow, *, address: str) -> str:
    return (
        f"<entry>\n<id>{_address(address)}</id>\n<title>{_text(row.title)}</title>\n"
        f'<link rel="alternate" type="text/html" href="{_address(address)}"/>\n'
        f"<author><name>{_text(row.body.name)}</name></author>\n"
        f"<published>{moment(row.published_at)}</published>\n"
        f"<updated>{moment(row.changed_at)}</updated>\n"
        f"{_decision(row.ref, row.outcomes, row.exemptions, whose=kept_for(row.body))}</entry>\n"
    )


def _decision(
    ref: str | None, outcomes: Sequence[str], exemptions: Sequence[str], *, whose: str
) -> str:
    parts = [f"Reference {ref}" if ref else "", outcomes_in_words(outcomes), ", ".join(exemptions)]
    said = " – ".join(part for part in parts if part) or "No decision recorded"
    summary = f"{whose} {said}" if whose else said
    terms = "".join(f'<category term="{outcome}"/>\n' for outcome in outcomes)
    return f"{terms}<summary>{_text(summary)}</summary>\n"


def _paragraphs(text: str) -> str:
    return "".join(
        f"<p>{escape(paragraph).replace(chr(10), '<br>')}</p>" for paragraph in text.split(BREAK)
    )


def _address(address: str) -> str:
    return escape(quote(writable(address), safe="/:?#@!$&'()*+,;=%~[]"))


def _text(text: str) -> str:
    return escape(writable(text))
