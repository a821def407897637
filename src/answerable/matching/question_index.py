"""Questions on file, and those of them that may be like another: by the rarest of their terms."""

import math
from collections.abc import Iterable, Sequence

import tantivy

from answerable.domain.precedent.asked import Asked

MOST_CANDIDATES = 60
_MOST_TERMS = 16
_HEAP = 64_000_000
_TERMS = "terms"


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
            document.add_text(_TERMS, " ".join(map(_token, asked.indexed)))
            writer.add_document(document)
        writer.commit()
        index.reload()
        self._searcher = index.searcher()
        self._most = math.log(2 + self._searcher.num_docs)

    def weigh(self, stem: str) -> float:
        """Return how much a stem tells, from 0 to 1: one in every question nothing, one in none all."""
        count = self._searcher.doc_freq(_TERMS, _token(stem))
        return math.log((2 + self._searcher.num_docs) / (1 + count)) / self._most

    def candidates(self, asked: Asked, *, most: int = MOST_CANDIDATES) -> Sequence[int]:
        """Return the numbers of the questions that share the most telling terms, the nearest first."""
        rarest = sorted(asked.indexed, key=lambda stem: (-self.weigh(stem), stem))[:_MOST_TERMS]
        if not rarest:
            return ()
        either = [
            (
                tantivy.Occur.Should,
                tantivy.Query.term_query(self._schema, _TERMS, _token(stem), "freq"),
            )
            for stem in rarest
        ]
        query = tantivy.Query.boolean_query(either)
        hits = self._searcher.search(query, limit=most, count=False).hits
        numbers = self._searcher.fast_field_values("number", [address for _, address in hits])
        return [int(number) for number in numbers if number is not None]


def _token(stem: str) -> str:
    return stem.replace(" ", "_")


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", fast=True)
    builder.add_text_field(_TERMS, tokenizer_name="whitespace", index_option="freq")
    return builder.build()
