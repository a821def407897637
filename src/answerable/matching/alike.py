"""Which entries may answer a question already: those that hold most of what it is about."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import tantivy

from answerable.matching.analysis import SMALL_WORDS, tokens_of

_LONGEST, _MOST_WORDS = 2_000, 24
_SHARE = 0.6
"""How much of a question's weight an entry must hold; a rare word weighs more than a common one."""


@dataclass(frozen=True, slots=True)
class Alike:
    """What looks for entries like a question: a hit's score is the weight that it holds."""

    query: tantivy.Query
    least: float


def alike(searcher: tantivy.Searcher, schema: tantivy.Schema, text: str) -> Alike | None:
    """Return what looks for entries like a question; None if it says too little."""
    words = [one for one in dict.fromkeys(tokens_of(text[:_LONGEST])) if one not in SMALL_WORDS]
    weights = {one: _weight(searcher, one) for one in words}
    telling = sorted(words, key=lambda one: -weights[one])[:_MOST_WORDS]
    if not telling:
        return None
    # One word alone is what an entry is about only where it stands in the title.
    field = "all" if len(telling) > 1 else "title"
    parts = [
        (
            tantivy.Occur.Should,
            tantivy.Query.const_score_query(
                tantivy.Query.term_query(schema, field, one), weights[one]
            ),
        )
        for one in telling
    ]
    total = sum(weights[one] for one in telling)
    return Alike(tantivy.Query.boolean_query(parts), _SHARE * total)


def best_alike(
    searcher: tantivy.Searcher, schema: tantivy.Schema, texts: Iterable[str], *, limit: int
) -> tuple[int, ...]:
    """Return the numbers of the entries that are most like any of the questions."""
    best: dict[int, float] = {}
    for wanted in (alike(searcher, schema, text) for text in texts):
        if wanted is None:
            continue
        hits = searcher.search(wanted.query, limit=limit, count=False).hits
        numbers = searcher.fast_field_values("id", [address for _, address in hits])
        for (score, _), number in zip(hits, numbers, strict=True):
            if number is not None and isinstance(score, float) and score >= wanted.least:
                share = score / wanted.least
                best[int(number)] = max(best.get(int(number), 0.0), share)
    return tuple(sorted(best, key=lambda one: (-best[one], -one))[:limit])


def _weight(searcher: tantivy.Searcher, word: str) -> float:
    return math.log(1 + (1 + searcher.num_docs) / (1 + searcher.doc_freq("all", word)))
