"""What is asked, as a query of the index: what must be there, and what weighs more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import tantivy

from answerable.matching.analysis import pairs_of, writable
from answerable.matching.asking import Asked

_MUST, _SHOULD, _NEVER = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
_TITLE_WORD, _TITLE_PAIR = 4.0, 4.0
_EXACT_TITLE, _REFERENCE = 1000.0, 2000.0
Part = tuple[tantivy.Occur, tantivy.Query]
Fields = tuple[str, ...]
MOST_HITS = 10_000
"""How far into its hits a search goes: to go deeper costs more than it helps."""


@dataclass(frozen=True, slots=True)
class Order:
    """The field of days that hits are sorted by."""

    field: str
    is_newest_first: bool = True


@dataclass(frozen=True, slots=True)
class Slice:
    """Which of the hits are wanted."""

    offset: int
    limit: int

    @classmethod
    def within(cls, offset: int, limit: int) -> "Slice":
        """Return a slice that goes no deeper than searches go."""
        start = min(max(0, offset), MOST_HITS - 1)
        return cls(start, max(1, min(limit, MOST_HITS - start)))


@dataclass(frozen=True, slots=True)
class Queries:
    """What finds the entries that a search asks for: in the order of relevance, and just so.

    The second is for counting, which costs half as much without weights.
    """

    ranked: tantivy.Query
    plain: tantivy.Query


def queries(
    searcher: tantivy.Searcher, schema: tantivy.Schema, asked: Asked, *, fields: Fields = ("all",)
) -> Queries:
    """Return the queries in which every word, phrase and provision must be there, in one of the fields.

    Words in the title weigh more, and most if they follow one another there. An entry whose title or reference is the
    whole text comes first, even where a mark in the title ("-v-") would mean something else.
    """
    needed, weighed = _needed(schema, asked, fields), _weighed(schema, asked)
    named = [
        (_SHOULD, tantivy.Query.const_score_query(_term(schema, name, text), weight))
        for name, text, weight in (
            ("exact", asked.title, _EXACT_TITLE),
            ("ref", asked.reference, _REFERENCE),
        )
        if text and searcher.doc_freq(name, text)
    ]
    ranked, plain = _all_of([*needed, *weighed]), _all_of(needed)
    if len(asked.words) == 1 and not (asked.phrases or asked.provisions):
        # What stands in a title stands in all: the one word may be looked for in either, which
        # takes half as long as in all and then in the other.
        anywhere = [(_SHOULD, query) for occur, query in needed if occur is _MUST]
        ranked = _all_of([*anywhere, *weighed, *(one for one in needed if one[0] is _NEVER)])
    if named:
        ranked, plain = (_all_of([(_SHOULD, one), *named]) for one in (ranked, plain))
    return Queries(ranked, plain)


def filters(schema: tantivy.Schema, chosen: dict[str, tuple[str, ...]]) -> dict[str, tantivy.Query]:
    """Return for each facet in which values were chosen what holds one of them."""
    return {
        name: tantivy.Query.const_score_query(
            tantivy.Query.term_set_query(schema, name, [writable(one) for one in values]), 0.0
        )
        for name, values in chosen.items()
        if values
    }


def narrowed(query: tantivy.Query, by: Iterable[tantivy.Query]) -> tantivy.Query:
    """Return a query narrowed by filters."""
    musts = [(_MUST, one) for one in by]
    return tantivy.Query.boolean_query([(_MUST, query), *musts]) if musts else query


def in_order(
    searcher: tantivy.Searcher, query: tantivy.Query, order: Order | None, part: Slice
) -> tantivy.SearchResult:
    """Return a slice of what a query finds, by relevance where no other order is given."""
    if order is None:
        return searcher.search(query, limit=part.limit, offset=part.offset, count=True)
    return searcher.search(
        query,
        limit=part.limit,
        offset=part.offset,
        count=True,
        order_by_field=order.field,
        order=tantivy.Order.Desc if order.is_newest_first else tantivy.Order.Asc,
    )


def _needed(schema: tantivy.Schema, asked: Asked, fields: Fields) -> list[Part]:
    """Return what must be there, and what must not."""
    parts = [(_MUST, _somewhere(schema, fields, [word])) for word in asked.words]
    parts += [(_MUST, _somewhere(schema, fields, phrase)) for phrase in asked.phrases]
    parts += [(_MUST, _term(schema, "cited", one)) for one in asked.provisions]
    if asked.is_empty:
        parts.append((_MUST, tantivy.Query.all_query()))
    parts += [(_NEVER, _somewhere(schema, fields, words)) for words in asked.without]
    return parts + [(_NEVER, _term(schema, "cited", one)) for one in asked.without_provisions]


def _weighed(schema: tantivy.Schema, asked: Asked) -> list[Part]:
    """Return what weighs more where it is there."""
    pairs = [pair for words in (asked.words, *asked.phrases) for pair in pairs_of(words)]
    weighed = [("title", word, _TITLE_WORD) for word in asked.words]
    weighed += [("pairs", pair, _TITLE_PAIR) for pair in pairs]
    return [
        (_SHOULD, tantivy.Query.boost_query(_term(schema, name, token), weight))
        for name, token, weight in weighed
    ]


def _all_of(parts: list[Part]) -> tantivy.Query:
    return tantivy.Query.boolean_query(parts)


def _somewhere(schema: tantivy.Schema, fields: Fields, words: Sequence[str]) -> tantivy.Query:
    if len(fields) == 1:
        return _sequence(schema, fields[0], words)
    return _all_of([(_SHOULD, _sequence(schema, name, words)) for name in fields])


def _sequence(schema: tantivy.Schema, name: str, words: Sequence[str]) -> tantivy.Query:
    if len(words) == 1:
        return _term(schema, name, words[0])
    return tantivy.Query.phrase_query(schema, name, list(words))


def _term(schema: tantivy.Schema, name: str, value: str) -> tantivy.Query:
    return tantivy.Query.term_query(schema, name, value)
