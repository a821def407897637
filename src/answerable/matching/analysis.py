"""Text into the tokens that the index holds: the same for what is stored and for what is asked."""

import unicodedata

import tantivy

from answerable.domain.law.citations import citations

ANALYSER = "answers"
BREAK = "zzbreakzz"
"""A token between two fields of one text, so that no phrase runs from one into the other."""
_APOSTROPHES = dict.fromkeys(map(ord, "'\u2019\u2018`\u02bc"), None)


def analyser() -> tantivy.TextAnalyzer:
    """Return the analyser: lower case, no accents, English stems, so that plurals find singulars."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(60))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


_ANALYSER = analyser()


def plain(text: str) -> str:
    """Return a text with apostrophes closed up ("IOPC's" is one word) and odd characters composed."""
    return unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)


def tokens_of(text: str) -> list[str]:
    """Return the tokens of a text, as the index holds them."""
    return list(_ANALYSER.analyze(plain(text)))


def exact(text: str) -> str:
    """Return a title so that two that differ in capitals, spaces or marks are the same."""
    return " ".join(tokens_of(text))


def cited_in(text: str) -> set[str]:
    """Return the provisions that a text cites, each with those above it: 31(1)(a), 31(1), 31."""
    return {part for _, citation in citations(text) for part in with_parents(citation)}


def with_parents(citation: str) -> list[str]:
    """Return a citation and the provisions that hold it, the widest last."""
    parts = [citation]
    while parts[-1].endswith(")"):
        parts.append(parts[-1][: parts[-1].rindex("(")])
    return parts
