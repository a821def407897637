"""What is asked, as a query of the index: what must be there, and what weighs more."""

from collections.abc import Iterable, Sequence

import tantivy

from answerable.matching.asking import Asked

_MUST, _SHOULD, _NEVER = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
_TITLE_WORD, _ASKED_WORD, _TITLE_PHRASE = 4.0, 1.5, 8.0
_EXACT_TITLE, _REFERENCE = 1000.0, 2000.0
Part = tuple[tantivy.Occur, tantivy.Query]


def ranked_query(searcher: tantivy.Searcher, schema: tantivy.Schema, asked: Asked) -> tantivy.Query:
    """Return the query in which every word, phrase and provision must be there.

    Words in the title and in the questions weigh more. An entry whose title or reference is the
    whole text comes first, even where a mark in the title ("-v-") would mean something else.
    """
    parts = [*_words(schema, asked.words), *_phrases(schema, asked)]
    parts += [(_MUST, _term(schema, "cited", one)) for one in asked.provisions]
    if asked.is_empty:
        parts.append((_MUST, tantivy.Query.all_query()))
    parts += [(_NEVER, _sequence(schema, "all", words)) for words in asked.without]
    parts += [(_NEVER, _term(schema, "cited", one)) for one in asked.without_provisions]
    query = tantivy.Query.boolean_query(parts)
    named = [
        (_SHOULD, tantivy.Query.const_score_query(_term(schema, name, text), weight))
        for name, text, weight in (
            ("exact", asked.title, _EXACT_TITLE),
            ("ref", asked.reference, _REFERENCE),
        )
        if text and searcher.doc_freq(name, text)
    ]
    return tantivy.Query.boolean_query([(_SHOULD, query), *named]) if named else query


def filters(schema: tantivy.Schema, chosen: dict[str, tuple[str, ...]]) -> dict[str, tantivy.Query]:
    """Return for each facet in which values were chosen what holds one of them."""
    return {
        name: tantivy.Query.const_score_query(
            tantivy.Query.term_set_query(schema, name, [_writable(one) for one in values]), 0.0
        )
        for name, values in chosen.items()
        if values
    }


def narrowed(query: tantivy.Query, by: Iterable[tantivy.Query]) -> tantivy.Query:
    """Return a query narrowed by filters."""
    musts = [(_MUST, one) for one in by]
    return tantivy.Query.boolean_query([(_MUST, query), *musts]) if musts else query


def _words(schema: tantivy.Schema, words: Sequence[str]) -> list[Part]:
    """Return what looks for each word; what stands in the title or a question stands in all, too."""
    weighed = [
        (_SHOULD, tantivy.Query.boost_query(_term(schema, name, word), weight))
        for word in words
        for name, weight in (("title", _TITLE_WORD), ("asked", _ASKED_WORD))
    ]
    musts = [(_MUST, _term(schema, "all", word)) for word in words]
    if len(words) > 1:
        in_title = tantivy.Query.boost_query(_sequence(schema, "title", words), _TITLE_PHRASE)
        weighed.append((_SHOULD, in_title))
    return [*musts, *weighed]


def _phrases(schema: tantivy.Schema, asked: Asked) -> list[Part]:
    parts: list[Part] = []
    for phrase in asked.phrases:
        in_title = tantivy.Query.boost_query(_sequence(schema, "title", phrase), _TITLE_PHRASE)
        parts += [(_MUST, _sequence(schema, "all", phrase)), (_SHOULD, in_title)]
    return parts


def _sequence(schema: tantivy.Schema, name: str, words: Sequence[str]) -> tantivy.Query:
    if len(words) == 1:
        return _term(schema, name, words[0])
    return tantivy.Query.phrase_query(schema, name, list(words))


def _term(schema: tantivy.Schema, name: str, value: str) -> tantivy.Query:
    return tantivy.Query.term_query(schema, name, value)


def _writable(value: str) -> str:
    return value.encode("utf-8", "replace").decode()
