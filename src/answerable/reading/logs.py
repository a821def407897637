"""A document's text into a reading: its format, its kind, its entries, and where every character went."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from answerable.domain.disclosure_log import Entry
from answerable.reading.around import with_title_over_label, without_kind_of_page, without_page
from answerable.reading.blocks import AROUND, OFF_PAGE, Block, Document
from answerable.reading.documents import Coverage, NotReadable, Reading, Repair, Unread
from answerable.reading.doubts import doubted
from answerable.reading.entries import entry_of
from answerable.reading.explaining import explained
from answerable.reading.formats import TABLES, is_no_text
from answerable.reading.front import body_of, front_of, month_of
from answerable.reading.gates import gates_of_request
from answerable.reading.hints import has_any
from answerable.reading.inline_answers import answers_apart
from answerable.reading.kinds import parted_as
from answerable.reading.laws import law_of, reading_under
from answerable.reading.own_formats import own_log
from answerable.reading.pages import document_of
from answerable.reading.pairs_below import with_pairs_below
from answerable.reading.records import Sections, is_furniture, with_items, with_page_numbers
from answerable.reading.repairs import mended
from answerable.reading.source import Source, paragraphs_counted
from answerable.reading.weblogs import Mapping, web_log_reading

if TYPE_CHECKING:
    from answerable.reading.own import OwnLog

_HTML = re.compile(
    r"\s*(?:<\?xml\b[^<>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|main|section|div|table"
    r"|meta|title|style|script|link|center|nav|header|form)\b",
    re.IGNORECASE | re.DOTALL,
)
# A piece of a page without its frame; converters' markdown may begin with a tag, too, but has marks of its own.
_HTML_FRAGMENT = re.compile(r"\s*<(?:p|h[1-6]|dl|ul|ol|details|blockquote)\b[^<>]*>", re.IGNORECASE)
_MARKS = re.compile(
    r"\*\*\S|\]\([^)\s]*\)|^#{1,6} \S|^[-*] \S|^\|[^\n]*\|[ \t]*$|\*\S[^*\n]*\S\*", re.MULTILINE
)
_MARKDOWN = re.compile(
    r"</?(?:p|u|i|b|em|ul|ol|li|table|tr|td|div|br|strong)\b[^<>\n]*>|\]\([^)\s]*\)|^#{1,6} \S|\*\*\S|^- \*\S"
    r"|^\|[^\n]*\|[ \t]*\n[ \t]*\|?[ \t]*:?-+[ \t:|-]*$",
    re.MULTILINE,
)
_SIGNS = ("<", "](", "#", "**", "- *", "|")
_REASONS = {
    "assessment": "This is an assessor's report: it has no entries of a log",
    "letter": "This is a letter, and no answer to a request was found in it",
    "unknown": "No request and response were found in it",
}
_BEFORE = "It stands before the first entry and is no part of the index"


def reading_of(
    source: Source,
    *,
    as_format: str = "auto",
    as_kind: str = "auto",
    mapping: Mapping | None = None,
    explain: bool = False,
) -> Reading:
    """Return what a source says, with every stretch of it placed or listed as unread.

    `mapping` says which columns of a table hold what, where their names do not; `explain` asks for the rule
    that took each line.

    :raises NotReadable: if `as_format` is what it cannot be.
    :raises MappingRefused: if the mapping names a column that the table does not have.
    """
    if is_no_text(as_format) and source.format != as_format:
        raise NotReadable(f"{source.name} is not {as_format.upper()}: leave --format out")
    # A table that somebody asks to be read as text is text.
    is_text = source.format in TABLES and as_format not in ("auto", *TABLES)
    is_log = as_kind in ("auto", "log")
    # What this product published is read back exactly, before anything is found out about it.
    own = own_log(source.text, as_format=as_format) if is_log and not source.document else None
    if own:
        return _own_reading(source, *own)
    web = web_log_reading(source, as_format=as_format, mapping=mapping) if is_log else None
    if web:
        return web
    with reading_under(law_of(source.text)):
        return _text_reading(source, as_format, as_kind, is_text=is_text, explain=explain)


def _text_reading(
    source: Source, as_format: str, as_kind: str, *, is_text: bool, explain: bool
) -> Reading:
    """Return the reading of a document that is neither this product's own nor a table of a web log."""
    if source.document is not None and not is_text:
        repairs = source.document.repairs
        return _read(
            source, source.format, source.document, repairs, as_kind=as_kind, explain=explain
        )
    form = _format(source.text, source.name) if as_format == "auto" else as_format
    text, repairs = (source.text, ()) if form == "html" else mended(source.text)
    document = _document(text, form, name=source.name)
    return _read(source, form, document, repairs, as_kind=as_kind, explain=explain)


def _read(
    source: Source,
    form: str,
    document: Document,
    repairs: tuple[Repair, ...],
    *,
    as_kind: str,
    explain: bool,
) -> Reading:
    blocks = answers_apart(with_items(with_page_numbers(document.blocks)))
    blocks = without_page(blocks) if form in ("text", "markdown") else blocks
    blocks = without_kind_of_page(blocks)
    document = replace(document, blocks=blocks)
    # What stands around a page is no part of any record, whatever its words are.
    around = [block for block in document.blocks if block.aside in OFF_PAGE]
    within = [block for block in document.blocks if block.aside not in OFF_PAGE]
    pieces = with_title_over_label(within if around else document.blocks)
    parted = parted_as(with_pairs_below(pieces), as_kind)
    if parted.is_request:
        return _request_reading(source, form, document, repairs)
    sections, kind = parted.sections, parted.kind
    read = [entry_of(record, has_pages=document.has_pages) for record in sections.records]
    entries = tuple(one.entry for one in read)
    index, placed, left = _front(document, sections, entries)
    reason = _REASONS.get(kind, _BEFORE) if not entries else _BEFORE
    unread = [(block, block.aside or reason) for block in left]
    unread += [one for record in sections.records for one in record.others]
    unread += [(block, block.aside or AROUND) for block in around if not is_furniture(block)]
    unread.sort(key=lambda one: one[0].start)
    reading = Reading(
        source=source.name,
        sha256=source.sha256,
        format=form,
        kind=kind,
        body=body_of(document.text),
        month=month_of(sections.front) if entries else None,
        index=index,
        entries=entries,
        unread=tuple(_unread(unread, document)),
        repairs=(*source.repairs, *repairs),
        coverage=_coverage(document, placed, [block for block, _ in unread]),
        how=document.how,
        printed=tuple(one.printed for one in read) if document.has_pages else (),
        explained=explained(parted.explained, entries, sections) if explain else (),
    )
    reading = doubted(reading, document, sections.records, read)
    return _assessed(reading, within, explain=explain) if kind == "assessment" else reading


def _assessed(reading: Reading, blocks: Sequence[Block], *, explain: bool) -> Reading:
    """Return the reading of an assessor's report with what it says."""
    from answerable.reading.assessments import report_of  # noqa: PLC0415 a log is read without it

    report, rules = report_of(blocks)
    return replace(reading, assessment=report, explained=rules if explain else ())


def _request_reading(
    source: Source, form: str, document: Document, repairs: tuple[Repair, ...]
) -> Reading:
    """Return the reading of a letter that asks: all of it is the request, but for what stands around its page."""
    from answerable.reading.requests import request_of, text_of  # noqa: PLC0415 a log is read without it

    around = [block for block in document.blocks if block.aside in OFF_PAGE]
    is_whole = form == "text" and not around
    text = document.text if is_whole else text_of(document.blocks)
    request = request_of(text)
    length = len(document.text)
    left = [(block, block.aside or AROUND) for block in around if not is_furniture(block)]
    every = Coverage(
        characters=length,
        entries=length if request else 0,
        index=0,
        furniture=0 if request else length,
        unread=0,
    )
    return Reading(
        source=source.name,
        sha256=source.sha256,
        format=form,
        kind="requests",
        body=None,
        month=None,
        index=(),
        entries=(request,) if request else (),
        unread=tuple(_unread(left, document)),
        gates=gates_of_request((request,)) if request else (),
        repairs=(*source.repairs, *repairs),
        coverage=_coverage(document, set(), [block for block, _ in left]) if left else every,
        how=document.how,
    )


def _own_reading(source: Source, form: str, own: "OwnLog") -> Reading:
    """Return the reading of a file that this product published: nothing in it is left to find out."""
    length = len(source.text)
    return Reading(
        source=source.name,
        sha256=source.sha256,
        format=form,
        kind="log",
        body=own.body,
        month=own.month,
        index=own.index,
        entries=own.entries,
        unread=(),
        repairs=source.repairs,
        coverage=Coverage(characters=length, entries=length, index=0, furniture=0, unread=0),
    )


def _document(text: str, form: str, *, name: str) -> Document:
    with paragraphs_counted(name):
        if form == "html":
            from answerable.reading.webpage import page_document  # noqa: PLC0415 text is read without it

            return page_document(text)
        return document_of(text, markdown=form == "markdown")


def _format(text: str, name: str) -> str:
    if _HTML.match(text[:100_000]):
        return "html"
    if name.lower().endswith((".html", ".htm")) and text.lstrip()[:1] == "<":
        return "html"
    if _HTML_FRAGMENT.match(text) and not _MARKS.search(text[:2_000_000]):
        return "html"
    begin = text[:2_000_000]
    is_named = name.lower().endswith((".md", ".markdown"))
    is_marked = is_named or (has_any(begin, _SIGNS) and _MARKDOWN.search(begin))
    return "markdown" if is_marked else "text"


def _front(
    document: Document, sections: Sections, entries: Sequence[Entry]
) -> tuple[tuple[str, ...], set[int], list[Block]]:
    """Return the index, the places in the source of what it takes up, and the blocks left unread."""
    if not entries:
        return (
            (),
            set(),
            [one for one in document.blocks if one.aside not in OFF_PAGE and not is_furniture(one)],
        )
    front = front_of(sections.front, [entry.title for entry in entries])
    return tuple(front.index), {block.start for block in front.placed}, front.unread


def _unread(blocks: Sequence[tuple[Block, str]], document: Document) -> Iterator[Unread]:
    for block, reason in blocks:
        text = "\n".join("\t".join(row) for row in block.rows) or block.text
        pages = (block.page, block.page) if document.has_pages else None
        yield Unread(text, reason, block.start, block.end, pages)


def _coverage(document: Document, index: set[int], unread: Sequence[Block]) -> Coverage:
    """Count where the characters went; what stands between two blocks goes with the first of them."""
    left = {block.start for block in unread}
    counts = {"entries": 0, "index": 0, "furniture": 0, "unread": 0}
    place, kind = 0, "furniture"
    for block in document.blocks:
        if block.start > place:
            counts[kind] += block.start - place
            place = block.start
        kind = (
            "furniture"
            if is_furniture(block) or block.aside in OFF_PAGE
            else "index"
            if block.start in index
            else "unread"
            if block.start in left
            else "entries"
        )
    counts[kind] += max(0, len(document.text) - place)
    return Coverage(characters=len(document.text), **counts)
