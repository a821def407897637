"""What a reader types, understood: words, "phrases", -words, s31, a reference. Nothing is an error."""

import re
from dataclasses import dataclass

from answerable.domain.law.citations import canonical_citation, citations
from answerable.matching.analysis import SMALL_WORDS, exact, plain_reference, tokens_of

MOST_WORDS = 32
LONGEST = 1000
Tokens = tuple[str, ...]

_QUOTED_OR_NOT = re.compile(
    r'(?P<minus>(?<!\S)[-\u2212\u2013])?[\u201c\u201d"](?P<phrase>[^"\u201c\u201d]*)["\u201c\u201d]?'
    r'|(?<!\S)[-\u2212\u2013](?P<not>(?:[Ss]ections?\s+)?[^\s"\u201c\u201d]+)'
)
_LIMB = re.compile(r"(?:EIR )?\d{1,2}[A-Z]?(?:\(\w{1,4}\))+")
_CITED = re.compile(
    r"\b(?:sections?|sect?s?\.?|adran(?:nau)?|ss?\.?|regulations?|regs?\.?|exemptions?|exceptions?)?"
    r"\s*\d{1,2}[A-Z]?(?:\s?\(\w{1,4}\))*",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?:(?:our |your )?ref(?:erence)?(?: (?:no|number))?\b\s?[.:]?\s?)?"
    r"(?P<ref>(?=.*\d)[^\W_][\w/.-]*(?: [\w/.-]+){0,3})",
    re.IGNORECASE,
)
_SHORTEST_REFERENCE, _LONGEST_REFERENCE = 3, 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as it is understood; every part is in the index's tokens.

    `title` is the whole text as the title of an entry; `reference` is the text where it may be a
    reference and nothing else. `is_cut` says that it was too long, and only its beginning was used.
    """

    words: Tokens = ()
    phrases: tuple[Tokens, ...] = ()
    provisions: Tokens = ()
    without: tuple[Tokens, ...] = ()
    without_provisions: Tokens = ()
    title: str = ""
    reference: str | None = None
    is_cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to look for."""
        return not (self.words or self.phrases or self.provisions)


def asked(text: str) -> Asked:
    """Return what a text asks for: any text at all."""
    short = " ".join(text[:LONGEST].replace("\0", " ").split())
    phrases: list[Tokens] = []
    without: list[Tokens] = []
    provisions: list[str] = []
    without_provisions: list[str] = []
    for part in _QUOTED_OR_NOT.finditer(short):
        is_not = bool(part["minus"] or part["not"])
        said = part["not"] if part["phrase"] is None else part["phrase"]
        if cited := _one_citation(said):
            (without_provisions if is_not else provisions).append(cited)
        elif tokens := tuple(tokens_of(said)):
            (without if is_not else phrases).append(tokens)
    rest, cited_there = _without_citations(_QUOTED_OR_NOT.sub(" ", short))
    words = list(dict.fromkeys(tokens_of(rest)))
    phrases_cut = [phrase[:MOST_WORDS] for phrase in dict.fromkeys(phrases)]
    return Asked(
        words=_telling(words, is_alone=not (phrases or provisions or cited_there))[:MOST_WORDS],
        phrases=tuple(phrases_cut[:MOST_WORDS]),
        provisions=tuple(dict.fromkeys([*provisions, *cited_there]))[:MOST_WORDS],
        without=tuple(phrase[:MOST_WORDS] for phrase in without[:MOST_WORDS]),
        without_provisions=tuple(without_provisions[:MOST_WORDS]),
        title=exact(short),
        reference=_reference(short),
        is_cut=len(text) > LONGEST or max(len(words), len(phrases), len(without)) > MOST_WORDS,
    )


def _telling(words: list[str], *, is_alone: bool) -> Tokens:
    """Return the words without those that nearly every entry has, unless there are no others."""
    telling = tuple(word for word in words if word not in SMALL_WORDS)
    return telling or (tuple(words) if is_alone else ())


def _one_citation(text: str) -> str | None:
    """Return the provision that a text names, if it names one and says nothing else."""
    bare = text.strip()
    named = canonical_citation(bare)
    if named != bare:
        rest, cited = _without_citations(bare)
        return named if cited and not rest.strip(" .,;") else None
    return named if _LIMB.fullmatch(named) else None


def _without_citations(text: str) -> tuple[str, list[str]]:
    """Take the citations out of a text, so that their numbers are not looked for as words."""
    bare = canonical_citation(text.strip())
    if _LIMB.fullmatch(bare) and _CITED.fullmatch(text.strip()):
        return "", [bare]
    cited = [citation for _, citation in citations(text)]
    if not cited:
        return text, []
    rest = _CITED.sub(lambda found: " " if _cites(found.group()) else found.group(), text)
    return rest, cited


def _cites(text: str) -> bool:
    return any(True for _ in citations(text)) or bool(_LIMB.fullmatch(canonical_citation(text)))


def _reference(text: str) -> str | None:
    found = _REFERENCE.fullmatch(text)
    if found is None:
        return None
    reference = plain_reference(found["ref"])
    return reference if _SHORTEST_REFERENCE <= len(reference) <= _LONGEST_REFERENCE else None
