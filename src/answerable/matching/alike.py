"""Which questions of requests are like one: those that hold most of what it is about."""

import math
from dataclasses import dataclass

import tantivy

from answerable.matching.analysis import SMALL_WORDS, tokens_of

_LONGEST, _MOST_WORDS = 2_000, 24
_SHARE = 0.6
"""How much of a question's weight another must hold; a rare word weighs more than a common one."""


@dataclass(frozen=True, slots=True)
class Alike:
    """What looks for questions like one: a hit's score is the weight that it holds."""

    query: tantivy.Query
    least: float


def alike(searcher: tantivy.Searcher, schema: tantivy.Schema, text: str) -> Alike | None:
    """Return what looks for questions like one; None if it says too little."""
    words = [one for one in dict.fromkeys(tokens_of(text[:_LONGEST])) if one not in SMALL_WORDS]
    weights = {one: _weight(searcher, one) for one in words}
    telling = sorted(words, key=lambda one: -weights[one])[:_MOST_WORDS]
    if not telling:
        return None
    # One word alone is what a question is about only where it stands in the title.
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


def _weight(searcher: tantivy.Searcher, word: str) -> float:
    return math.log(1 + (1 + searcher.num_docs) / (1 + searcher.doc_freq("all", word)))
