"""An entry as the index takes it, and the fields in which it keeps it."""

from dataclasses import dataclass

import tantivy

from answerable.matching.analysis import plain_reference
from answerable.matching.fields import add_decision, add_texts, schema_of

VERSION = 3
"""Grows with every change of the fields or of the analysis: an index of another version is not used."""
FACETS = ("body", "year", "month", "outcome", "exemption")


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
    builder = schema_of(exact_only=("year",), counted=("body", "month"))
    builder.add_unsigned_field("id", indexed=True, fast=True)
    builder.add_unsigned_field("day", fast=True)
    return builder.build()


def index_document(one: SearchDocument) -> tantivy.Document:
    """Return an entry in the fields of the index."""
    document = tantivy.Document()
    document.add_unsigned("id", one.entry_id)
    document.add_unsigned("day", one.day)
    others = (one.ref, one.told, one.tables, one.attached)
    add_texts(document, title=one.title, weighed=(one.asked,), others=others)
    document.add_text("ref", plain_reference(one.ref))
    document.add_text("body", one.body)
    if one.month:
        document.add_text("month", one.month)
        document.add_text("year", one.month[:4])
    texts = (one.title, one.asked, one.told)
    add_decision(document, outcomes=one.outcomes, exemptions=one.exemptions, texts=texts)
    return document
