"""Text into the tokens that the index holds: the same for what is stored and for what is asked."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

import tantivy

from answerable.domain.law.citations import citations

ANALYSER = "answers"
SET_APART = "x"
"""Put at the end of a word, so that it has a stem of its own."""
SMALL_WORDS = frozenset(
    "a about all am an and any are as at be been but by can could did do doe for from had has have "
    "how i if in into is it its mani me much my of on or our pleas such that the their them there "
    "these they this those to under wa was we were what when where which who whom whose whi will with "
    "would you your".split()
)
"""The stems of words that nearly every entry has."""
_LONGEST_TOKEN = 60
_APOSTROPHES = dict.fromkeys(map(ord, "\u2019\u2018\u02bc"))
_CLOSED_UP = (
    ("'", ""),
    ("`", ""),
    ("e-mail", "email"),
    ("E-mail", "Email"),
    # The stem of "officer" is that of "office", which stands in the name of many a body.
    ("fficer", f"fficer{SET_APART}"),
    ("FFICER", f"FFICER{SET_APART}"),
)


def analyser() -> tantivy.TextAnalyzer:
    """Return the analyser: lower case, no accents, English stems, so that plurals find singulars."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(_LONGEST_TOKEN))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


_ANALYSER = analyser()


def plain(text: str) -> str:
    """Return a text with apostrophes and "e-mail" closed up, and characters composed."""
    if not text.isascii():
        # Half of a surrogate pair cannot be written as UTF-8; a text read from JSON may hold one.
        text = unicodedata.normalize("NFKC", text).encode("utf-8", "replace").decode()
        text = text.translate(_APOSTROPHES)
    for printed, kept in _CLOSED_UP:
        text = text.replace(printed, kept)
    return text


def writable(value: str) -> str:
    """Return a value so that it can be written as UTF-8."""
    return value.encode("utf-8", "replace").decode()


def tokens_of(text: str) -> list[str]:
    """Return the tokens of a text, as the index holds them."""
    return list(_ANALYSER.analyze(plain(text)))


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """Return the token of one word, or nothing if the index holds none."""
    tokens = tokens_of(word)
    return tokens[0] if tokens else ""


def exact(text: str) -> str:
    """Return a title so that two that differ in capitals, spaces or marks are the same."""
    return " ".join(tokens_of(text))


def pairs_of(tokens: Iterable[str]) -> list[str]:
    """Return each two tokens that follow one another, small words passed over."""
    telling = [token for token in tokens if token not in SMALL_WORDS]
    return [" ".join(pair) for pair in pairwise(telling)]


def plain_reference(text: str) -> str:
    """Return a reference without marks and spaces: `foi20240123` for "FOI-2024/0123"."""
    composed = unicodedata.normalize("NFKC", text).casefold()
    return "".join([one for one in composed if one.isalnum()])


def cited_in(text: str) -> set[str]:
    """Return the provisions that a text cites, each with those above it: 31(1)(a), 31(1), 31."""
    return {part for _, citation in citations(text) for part in with_parents(citation)}


def with_parents(citation: str) -> list[str]:
    """Return a citation and the provisions that hold it, the widest last."""
    parts = [citation]
    while parts[-1].endswith(")"):
        parts.append(parts[-1][: parts[-1].rindex("(")])
    return parts
