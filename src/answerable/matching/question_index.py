"""Questions by what they are found by, and those of them that may be like another: by the rarest of their terms."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import tantivy

from answerable.domain.precedent.asked import Asked
from answerable.matching.ranking import narrowed

MOST_CANDIDATES = 60
_MOST_TERMS = 16
_HEAP = 64_000_000
_TERMS = "terms"


def add_terms_field(builder: tantivy.SchemaBuilder) -> None:
    """Add the field of what questions are found by."""
    builder.add_text_field(_TERMS, tokenizer_name="whitespace", index_option="freq")


def add_terms(document: tantivy.Document, indexed: Iterable[str]) -> None:
    """Add what a question is found by."""
    document.add_text(_TERMS, " ".join(map(_token, indexed)))


def weight(searcher: tantivy.Searcher, stem: str) -> float:
    """Return how much a stem tells, from 0 to 1: one in every question nothing, one in none all."""
    count, every = searcher.doc_freq(_TERMS, _token(stem)), 2 + searcher.num_docs
    return math.log(every / (1 + count)) / math.log(every)


@dataclass(frozen=True, slots=True)
class Near:
    """Where a question stands that shares telling terms with another.

    `share` is how much by the measure of BM25, of what the nearest has: 1 for that.
    """

    address: tantivy.DocAddress
    share: float


def nearest(
    searcher: tantivy.Searcher,
    schema: tantivy.Schema,
    asked: Asked,
    *,
    most: int,
    by: Iterable[tantivy.Query] = (),
) -> Sequence[Near]:
    """Return the questions that share the most telling terms, the nearest first, narrowed by filters."""
    weights = {stem: weight(searcher, stem) for stem in asked.indexed}
    rarest = sorted(weights, key=lambda stem: (-weights[stem], stem))[:_MOST_TERMS]
    if not rarest:
        return ()
    either = [
        (
            tantivy.Occur.Should,
            tantivy.Query.term_query(schema, _TERMS, _token(stem), "freq"),
        )
        for stem in rarest
    ]
    query = narrowed(tantivy.Query.boolean_query(either), by)
    hits = searcher.search(query, limit=most, count=False).hits
    most_shared = max((score for score, _ in hits), default=0.0) or 1.0
    return [Near(address, score / most_shared) for score, address in hits]


class QuestionIndex:
    """An index of questions by what they are compared by, in memory; a question is known by its number."""

    def __init__(self, questions: Iterable[Asked]) -> None:
        """Index questions; the first has the number 0."""
        self._schema = _schema()
        index = tantivy.Index(self._schema)
        writer = index.writer(_HEAP, 1)
        for number, asked in enumerate(questions):
            document = tantivy.Document()
            document.add_unsigned("number", number)
            add_terms(document, asked.indexed)
            writer.add_document(document)
        writer.commit()
        index.reload()
        self._searcher = index.searcher()

    def weigh(self, stem: str) -> float:
        """Return how much a stem tells, from 0 to 1: one in every question nothing, one in none all."""
        return weight(self._searcher, stem)

    def candidates(self, asked: Asked, *, most: int = MOST_CANDIDATES) -> dict[int, float]:
        """Return the numbers of the questions that share the most telling terms, the nearest first, with their shares."""
        found = nearest(self._searcher, self._schema, asked, most=most)
        numbers = self._searcher.fast_field_values("number", [one.address for one in found])
        return {
            int(number): one.share
            for number, one in zip(numbers, found, strict=True)
            if number is not None
        }


def _token(stem: str) -> str:
    return stem.replace(" ", "_")


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", fast=True)
    add_terms_field(builder)
    return builder.build()
