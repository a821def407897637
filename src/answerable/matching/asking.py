"""What a reader types, understood: words, "phrases", -words, s31, a reference. Nothing is an error."""

import re
from dataclasses import dataclass

from answerable.domain.law.citations import canonical_citation, citations
from answerable.matching.analysis import tokens_of, with_parents

MOST_WORDS = 32
LONGEST = 1000
_PART = re.compile(r'(?P<minus>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_REFERENCE = re.compile(r"(?=\S*\d)[A-Za-z0-9][A-Za-z0-9/_.-]{3,40}")


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as it is understood; every part is in the index's tokens.

    `reference` is the text itself where it may be a reference and nothing else. `is_cut` says that
    it was too long, and that only its beginning was used.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    provisions: tuple[str, ...] = ()
    reference: str | None = None
    is_cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to look for."""
        return not (self.words or self.phrases or self.provisions)


def asked(text: str) -> Asked:
    """Return what a text asks for: any text at all."""
    short = text[:LONGEST].replace("\0", " ").strip()
    provisions = [citation for _, citation in citations(short)]
    rest = _without_citations(short) if provisions else short
    if not provisions and canonical_citation(short) != short:
        provisions, rest = [canonical_citation(short)], ""
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    without: list[tuple[str, ...]] = []
    for part in _PART.finditer(rest):
        tokens = tuple(tokens_of(part["phrase"] if part["word"] is None else part["word"]))
        if not tokens:
            continue
        if part["minus"]:
            without.append(tokens)
        elif part["word"] is None and len(tokens) > 1:
            phrases.append(tokens)
        else:
            words += tokens
    return Asked(
        words=tuple(dict.fromkeys(words))[:MOST_WORDS],
        phrases=tuple(phrases[:MOST_WORDS]),
        without=tuple(without[:MOST_WORDS]),
        provisions=tuple(dict.fromkeys(provisions)),
        reference=short if _REFERENCE.fullmatch(short) else None,
        is_cut=len(text) > LONGEST or len(words) > MOST_WORDS,
    )


_CITED = re.compile(
    r"\b(?:sections?|adran|ss?\.?|regulations?|reg\.?|exemptions?|exceptions?)?\s*\d{1,2}[A-Z]?(?:\s?\(\w{1,4}\))*",
    re.IGNORECASE,
)


def _without_citations(text: str) -> str:
    """Take the citations out of a text, so that their numbers are not looked for as words."""
    return _CITED.sub(lambda found: " " if citations_in(found.group()) else found.group(), text)


def citations_in(text: str) -> list[str]:
    """Return the provisions that a text cites, the widest of each last."""
    return [part for _, citation in citations(text) for part in with_parents(citation)]
