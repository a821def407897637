"""A question on file as the index on disk takes it, and the fields in which it keeps it."""

import hashlib
import json
from dataclasses import dataclass

import tantivy

from answerable.domain.precedent.as_read import written
from answerable.domain.precedent.asked import Asked
from answerable.domain.precedent.paraphrased import read_by_model
from answerable.matching.analysis import writable
from answerable.matching.case_documents import EVERYONE, seen_by
from answerable.matching.filed import Kept, stored
from answerable.matching.question_index import add_terms, add_terms_field

VERSION = 7
"""Grows with every change of the fields: an index of another version is not used."""
MEANING = "meaning"
"""The field with the key of what a model of paraphrase reads of a question, whether there is a model or not."""
MEANING_KEYS = 2**63
_MARK = "mark"
_LONGEST_EDITION = 16
"""So many letters tell one edition from another."""


@dataclass(frozen=True, slots=True)
class QuestionDocument:
    """A question on file with what it belongs to, an entry or a request, and who may see it.

    Where it `is_restricted`, only those whose key is in `may_see` find it.
    """

    of: str
    kept: Kept
    is_restricted: bool = False
    may_see: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What an index holds: all up to a change, read with the words of a digest."""

    change: int
    digest: str


def schema() -> tantivy.Schema:
    """Return the fields of the index."""
    builder = tantivy.SchemaBuilder()
    for name in ("of", "seen_by", _MARK):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    add_terms_field(builder)
    builder.add_unsigned_field(MEANING, indexed=True, fast=True)
    for name in ("kept", "read"):
        builder.add_bytes_field(name, stored=True)
    return builder.build()


def index_document(one: QuestionDocument, asked: Asked, edition: str) -> tantivy.Document:
    """Return a question in the fields of the index, to be found by what it asks as an edition of the rules reads it."""
    document = tantivy.Document()
    document.add_text("of", writable(one.of))
    for viewer in map(seen_by, one.may_see) if one.is_restricted else (EVERYONE,):
        document.add_text("seen_by", viewer)
    add_terms(document, map(writable, asked.indexed))
    document.add_unsigned(MEANING, meaning_key(read_by_model(asked)))
    document.add_bytes("kept", stored(one.kept))
    # Where nobody knows its day, its times are counted from the day on which it is compared.
    read = _begin(edition) + written(asked) if one.kept.filed.on else b""
    document.add_bytes("read", read)
    return document


def meaning_key(text: str) -> int:
    """Return the key of a text that a model reads: at least 1, and below `MEANING_KEYS`."""
    digest = hashlib.sha256(text.encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8]) % MEANING_KEYS or 1


def as_read_by(edition: str, stored: bytes) -> bytes | None:
    """Return a question as it was read, as bytes, of what is stored; None if that was by another edition, or is nothing."""
    begin = _begin(edition)
    return stored.removeprefix(begin) if stored.startswith(begin) else None


def _begin(edition: str) -> bytes:
    return edition[:_LONGEST_EDITION].encode()


def mark_document(made: Made) -> tantivy.Document:
    """Return what says what the index holds; nobody can find it by a question."""
    document = tantivy.Document()
    document.add_text(_MARK, _MARK)
    document.add_bytes("kept", json.dumps([made.change, made.digest]).encode())
    return document


def mark_query(schema: tantivy.Schema) -> tantivy.Query:
    """Return what finds the mark."""
    return tantivy.Query.term_query(schema, _MARK, _MARK)


def mark_in(document: tantivy.Document) -> Made:
    """Return what the mark says."""
    change, digest = json.loads(bytes(document["kept"][0]))
    return Made(change, digest)
