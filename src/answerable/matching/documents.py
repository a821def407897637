"""An entry as the index takes it, and the fields in which it keeps it."""

from dataclasses import dataclass

import tantivy

from answerable.matching.analysis import (
    ANALYSER,
    analyser,
    cited_in,
    exact,
    pairs_of,
    plain,
    plain_reference,
    tokens_of,
    with_parents,
)

VERSION = 3
"""Grows with every change of the fields or of the analysis: an index of another version is not used."""
FACETS = ("body", "year", "month", "outcome", "exemption")
COUNTED = ("body", "month", "outcomes", "exemptions")
"""The fields that facets are counted from: one value an entry, because several cost ten times as much."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """An entry as the index takes it."""

    entry_id: int
    body: str
    ref: str
    title: str
    asked: str
    told: str
    tables: str
    attached: str
    month: str
    day: int
    outcomes: tuple[str, ...]
    exemptions: tuple[str, ...]


def schema() -> tantivy.Schema:
    """Return the fields of the index."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    builder.add_unsigned_field("day", fast=True)
    for name in ("all", "title"):
        builder.add_text_field(name, tokenizer_name=ANALYSER)
    for name in ("exact", "pairs", "ref", "cited", *FACETS):
        is_counted = name in COUNTED
        builder.add_text_field(name, fast=is_counted, tokenizer_name="raw", index_option="basic")
    for name in ("outcomes", "exemptions"):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def with_analyser(index: tantivy.Index) -> tantivy.Index:
    """Return an index that knows how texts become tokens."""
    index.register_tokenizer(ANALYSER, analyser())
    return index


def index_document(one: SearchDocument) -> tantivy.Document:
    """Return an entry in the fields of the index."""
    document = tantivy.Document()
    document.add_unsigned("id", one.entry_id)
    document.add_unsigned("day", one.day)
    title, questions = plain(one.title), plain(one.asked)
    others = [plain(text) for text in (one.ref, one.told, one.tables, one.attached)]
    # What stands twice weighs more: a field of its own for questions makes searches half as fast.
    # Tantivy leaves a gap between the values of a field: no phrase runs from one into the next.
    for text in (title, title, questions, questions, *others):
        if text:
            document.add_text("all", text)
    document.add_text("title", title)
    for pair in pairs_of(tokens_of(one.title)):
        document.add_text("pairs", pair)
    document.add_text("exact", exact(one.title))
    document.add_text("ref", plain_reference(one.ref))
    _add_facets(document, one)
    return document


def _add_facets(document: tantivy.Document, one: SearchDocument) -> None:
    document.add_text("body", one.body)
    if one.month:
        document.add_text("month", one.month)
        document.add_text("year", one.month[:4])
    document.add_text("outcomes", "\n".join(sorted(one.outcomes)))
    document.add_text("exemptions", "\n".join(sorted(one.exemptions)))
    for outcome in one.outcomes:
        document.add_text("outcome", outcome)
    provisions = {part for citation in one.exemptions for part in with_parents(citation)}
    for provision in provisions:
        document.add_text("exemption", provision)
    for provision in provisions.union(*map(cited_in, (one.title, one.asked, one.told))):
        document.add_text("cited", provision)
