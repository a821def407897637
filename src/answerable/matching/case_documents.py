"""A request as the casework index takes it, and the fields in which it keeps it and its questions."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import tantivy

from answerable.domain.law.citations import canonical_citation
from answerable.domain.questions.blind import without_names
from answerable.matching.analysis import ANALYSER, plain, plain_reference, writable
from answerable.matching.fields import add_decision, add_texts, schema_of

VERSION = 1
"""Grows with every change of the fields or of the analysis: an index of another version is not used."""
REQUEST, QUESTION = "request", "question"
EVERYONE = "everyone"
FACETS = ("kind", "stage", "regime", "channel", "team", "officer")
"""What a document has one value of, and can be narrowed by."""
_MARK = "mark"
Said = tuple[tuple[str, str], ...]
"""Texts, each with the name of its place."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a request or a question stands, whose it is, and its days."""

    stage: str = ""
    regime: str = ""
    channel: str = ""
    team: str = ""
    officer: str = ""
    received_on: dt.date | None = None
    due_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class CaseQuestionDocument:
    """A question as the index takes it; `reasons` are why, the harm, the public interest."""

    label: str
    text: str
    heading: str = ""
    answer: str = ""
    reasons: tuple[str, ...] = ()
    exemptions: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    standing: Standing = Standing()


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """A request with its questions as the index takes it.

    `people` are the names and addresses of who asked. Where they stand in another text they are left
    out of it, in just these words; whoever gives the texts leaves out other forms of a name. Where a
    request `is_restricted`, only those whose key is in `may_see` find it and its questions.
    """

    reference: str
    title: str
    text: str = ""
    people: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    contributions: tuple[str, ...] = ()
    standing: Standing = Standing()
    is_restricted: bool = False
    may_see: tuple[str, ...] = ()
    questions: tuple[CaseQuestionDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What the index keeps of a document to show it: its texts, and the names apart."""

    reference: str
    label: str | None
    title: str
    said: Said
    people: Said


def schema() -> tantivy.Schema:
    """Return the fields of the index."""
    builder = schema_of(exact_only=("of", "seen_by", _MARK), counted=FACETS)
    builder.add_text_field("people", tokenizer_name=ANALYSER)
    for name in ("received_on", "due_on"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    builder.add_unsigned_field("change", fast=True)
    builder.add_bytes_field("kept", stored=True)
    return builder.build()


def index_documents(one: CaseDocument) -> Iterator[tantivy.Document]:
    """Yield a request, and each of its questions, in the fields of the index."""
    yield _request(one)
    for question in one.questions:
        yield _question(one, question)


def mark_document(change: int) -> tantivy.Document:
    """Return what says which change was the last that the index holds; nobody can see it."""
    document = tantivy.Document()
    document.add_text(_MARK, _MARK)
    document.add_unsigned("change", change)
    return document


def mark_query(schema: tantivy.Schema) -> tantivy.Query:
    """Return what finds the mark."""
    return tantivy.Query.term_query(schema, _MARK, _MARK)


def seen_by(key: str) -> str:
    """Return how a person's key stands in the index, so that no key means everyone."""
    return writable(f"person {key}")


def kept_in(document: tantivy.Document) -> Kept:
    """Return what the index keeps of a document that it found."""
    reference, label, title, said, people = json.loads(bytes(document["kept"][0]))
    return Kept(reference, label, title, _pairs(said), _pairs(people))


def _request(one: CaseDocument) -> tantivy.Document:
    standing = one.standing
    people = _names(one)
    said = _nameless(
        one,
        ("request", one.text),
        *(("notes", note) for note in one.notes),
        *(("contributions", text) for text in one.contributions),
    )
    title = without_names(one.title, one.people)
    document = _document(one, REQUEST, standing)
    others = [text for _, text in said]
    listed = [one.reference, *one.references, standing.officer, standing.team]
    add_texts(document, title=title, weighed=(), others=[*others, *listed])
    add_decision(document, outcomes=(), exemptions=(), texts=[title, *others])
    for reference in dict.fromkeys(map(plain_reference, (one.reference, *one.references))):
        document.add_text("ref", reference)
    for name in one.people:
        document.add_text("people", plain(name))
    _keep(document, Kept(one.reference, None, title, said, people))
    return document


def _question(one: CaseDocument, question: CaseQuestionDocument) -> tantivy.Document:
    said = _nameless(
        one,
        ("question", question.text),
        ("heading", question.heading),
        ("answer", question.answer),
        *(("reasons", reason) for reason in question.reasons),
    )
    title = without_names(one.title, one.people)
    document = _document(one, QUESTION, question.standing)
    asked = [text for place, text in said if place == "question"]
    others = [text for place, text in said if place != "question"]
    add_texts(document, title=title, weighed=asked, others=others)
    add_decision(
        document,
        outcomes=question.outcomes,
        exemptions=[canonical_citation(limb) for limb in question.exemptions],
        texts=[title, *asked, *others],
    )
    _keep(document, Kept(one.reference, question.label, title, said, ()))
    return document


def _document(one: CaseDocument, kind: str, standing: Standing) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("of", writable(one.reference))
    values = (kind, standing.stage, standing.regime, standing.channel)
    for name, value in zip(FACETS, (*values, standing.team, standing.officer), strict=True):
        document.add_text(name, writable(value))
    for name, day in (("received_on", standing.received_on), ("due_on", standing.due_on)):
        if day is not None:
            document.add_unsigned(name, day.toordinal())
    for viewer in map(seen_by, one.may_see) if one.is_restricted else (EVERYONE,):
        document.add_text("seen_by", viewer)
    return document


def _keep(document: tantivy.Document, kept: Kept) -> None:
    said = [kept.reference, kept.label, kept.title, kept.said, kept.people]
    document.add_bytes("kept", json.dumps(said).encode())


def _names(one: CaseDocument) -> Said:
    return tuple(("people", name) for name in one.people if name)


def _nameless(one: CaseDocument, *said: tuple[str, str]) -> Said:
    return tuple((place, without_names(text, one.people)) for place, text in said if text)


def _pairs(said: Sequence[Sequence[str]]) -> Said:
    return tuple((place, text) for place, text in said)
