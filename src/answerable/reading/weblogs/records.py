"""Rows of a body's table into entries: each field to its place, and its words by the grammar of entries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Attachment, Entry, Link
from answerable.domain.law.citations import citations
from answerable.reading.blocks import Block, Document
from answerable.reading.decisions import decided
from answerable.reading.documents import Coverage, NotReadable, Reading, Unread
from answerable.reading.doubts import doubted_entries
from answerable.reading.entries import EntryRead, entry_of
from answerable.reading.facts import outcomes_named
from answerable.reading.front import body_of, month_of
from answerable.reading.pages import document_of
from answerable.reading.records import Record, days_of
from answerable.reading.references import reference_in_heading
from answerable.reading.request_titles import first_line
from answerable.reading.source import Source
from answerable.reading.weblogs.days import day_of
from answerable.reading.weblogs.mapping import Column, Mapping, reference_over_day
from answerable.reading.weblogs.rows import Rows

_MARKED_UP = re.compile(
    r"</?(?:p|div|br|ul|ol|li|table|a|strong|b|em|i|span|h[1-6])\b[^<>]*>", re.I
)
_A_LINK = re.compile(r"https?://[^\s;,\"'<>]+|/[^\s;,\"'<>]+\.\w{2,5}\b")
_A_FILE = re.compile(
    r"/(?P<name>[^/?#]+\.(?:pdf|docx?|xlsx?|csv|ods|odt|rtf|zip|msg|eml))(?:[?#]|$)", re.I
)


def reading_of_rows(source: Source, rows: Rows, mapping: Mapping) -> Reading:
    """Return the reading of a table: an entry for each row, and each column that no field takes as unread.

    The names of those who asked are kept nowhere.

    :raises NotReadable: if no row says anything.
    """
    made = [read for row in rows.rows if (read := _entry(row, mapping))]
    if not made:
        raise NotReadable(f"{source.name} has no row with a request or an answer in it")
    unread = [*_above(rows), *_left_out(rows, mapping)]
    reading = Reading(
        source=source.name,
        sha256=source.sha256,
        format=rows.form,
        kind="log",
        body=body_of(" ".join(rows.above)) if rows.above else None,
        month=month_of(_as_front(rows.above)),
        index=(),
        entries=tuple(one.entry for one in made),
        unread=tuple(unread),
        repairs=source.repairs,
        coverage=_coverage(source, rows, mapping, unread),
        how=_how(rows, mapping),
    )
    return doubted_entries(reading, made)


def _how(rows: Rows, mapping: Mapping) -> str:
    said = "; ".join(
        f"{', '.join(names)} as {column.value}"
        for column, names in mapping.columns
        if column is not Column.NAME
    )
    return f"by its columns: {said}" if rows.form == "csv" else f"by its fields: {said}"


def _entry(row: dict[str, str], mapping: Mapping) -> EntryRead | None:
    """Return the entry of a row; None if it says neither what was asked nor what came of it."""
    title = " ".join(_words(row, mapping, Column.TITLE).split())
    request, response = _words(row, mapping, Column.REQUEST), _words(row, mapping, Column.RESPONSE)
    if not (title or request.strip() or response.strip()):
        return None
    said, day = reference_over_day(_words(row, mapping, Column.REF))
    ref, title = _reference(said, title)
    stated = _words(row, mapping, Column.OUTCOME)
    record = Record(
        start=0,
        ref=ref,
        title=title,
        days=days_of(
            received=day_of(_words(row, mapping, Column.RECEIVED)) or day,
            answered=day_of(_words(row, mapping, Column.ANSWERED)),
        ),
        stated=_stated(stated),
        cited=[*_cited(stated), *_cited(_words(row, mapping, Column.EXEMPTION))],
        request=blocks_of(request or title),
        response=blocks_of(response),
    )
    record.title = title or _first_words(first_line(request or response))
    read = entry_of(record, has_pages=False)
    return replace(read, entry=_with_links(read.entry, _words(row, mapping, Column.LINK)))


def _words(row: dict[str, str], mapping: Mapping, column: Column) -> str:
    return "\n\n".join(row[name] for name in mapping.of(column) if row.get(name, "").strip())


def _reference(said: str, title: str) -> tuple[str | None, str]:
    """Return the reference and the title: the first may stand before the second."""
    said = " ".join(said.split())
    if said and "://" not in said:
        return said, title.removeprefix(said).lstrip(" :|–—-") or title
    found = reference_in_heading(title)
    if found:
        ref, start, end = found
        rest = f"{title[:start]} {title[end:]}".strip(" :|–—-")
        return (ref, rest) if rest else (None, title)
    return None, title


def _first_words(text: str, most: int = 14) -> str:
    plain = " ".join(_MARKED_UP.sub(" ", text).split())
    words = plain.split()
    return plain if len(words) <= most else f"{' '.join(words[:most])} …"


def blocks_of(text: str) -> list[Block]:
    """Return the blocks of a field's words, whether they are plain or written as HTML."""
    if not text.strip():
        return []
    return list(_document_of(text).blocks)


def _document_of(text: str) -> Document:
    if not _MARKED_UP.search(text):
        return document_of(text, markdown=False)
    from answerable.reading.webpage import html_document  # noqa: PLC0415 most fields are plain words

    return html_document(f"<div>{text}</div>")


def _stated(text: str) -> list[Outcome]:
    """Return the outcomes that a field names, by their own words or by what they say of an answer."""
    if not text.strip():
        return []
    return outcomes_named(text) or [one for one, _ in _each(text)]


def _each(text: str) -> Iterator[tuple[Outcome, str]]:
    found, _ = decided(text)
    yield from ((one, text) for one in found)


def _cited(text: str) -> list[str]:
    """Return the provisions that a field cites: "s.40(2)", "Section 31", or a bare "40(2)"."""
    found = [cited for _, cited in citations(text)]
    bare = re.fullmatch(r"\s*\d{1,2}\b[\d()a-zA-Z,; &]*", text)
    return found or ([cited for _, cited in citations(f"section {text}")] if bare else [])


def _with_links(entry: Entry, text: str) -> Entry:
    """Return the entry with the addresses of a field, and the files at them, that it does not have yet."""
    known = {link.href for link in entry.links}
    found = [one for one in dict.fromkeys(_A_LINK.findall(text)) if one not in known]
    files = [file["name"] for one in found if (file := _A_FILE.search(one))]
    return replace(
        entry,
        links=(*entry.links, *(Link(one, one) for one in found)),
        attachments=(*entry.attachments, *(Attachment(name, None) for name in files)),
    )


def _above(rows: Rows) -> Iterator[Unread]:
    for words in rows.above:
        yield Unread(words, "It stands above the table's columns", 0, 0)


def _left_out(rows: Rows, mapping: Mapping) -> Iterator[Unread]:
    """Yield each column that no field takes, with what stands in it."""
    taken = {name for _, names in mapping.columns for name in names}
    for name in rows.columns:
        cells = [row[name] for row in rows.rows if row[name].strip()]
        if name not in taken and cells:
            yield Unread("\n".join(cells), f"No field takes the column “{name}”", 0, 0)


def _coverage(source: Source, rows: Rows, mapping: Mapping, unread: Sequence[Unread]) -> Coverage:
    """Count what the fields hold; the names of columns, marks and names of people are furniture."""
    length = len(source.text)
    kept = [
        name for column, names in mapping.columns if column is not Column.NAME for name in names
    ]
    entries = min(length, sum(len(row.get(name, "")) for row in rows.rows for name in kept))
    left = min(length - entries, sum(len(one.text) for one in unread))
    return Coverage(
        characters=length,
        entries=entries,
        index=0,
        furniture=length - entries - left,
        unread=left,
    )


def _as_front(above: Sequence[str]) -> list[Block]:
    return [block for words in above for block in blocks_of(words)]
