"""Citations of the Freedom of Information Act's exemptions, in every form that letters print."""

import re
from collections.abc import Iterator

_SECTION = r"(?:1[24]|2[1-9]A?|3[0-9]|4[0-4])"
_LIMBS = r"(?:\s?\(\s?(?:\d{1,2}[A-Z]?|[a-z]{1,4}|[ivx]{1,4})\s?\))*"
CITATION = re.compile(
    rf"\b(?:sections?|sub-?sections?|ss?\.?|exemptions?)\s*({_SECTION}{_LIMBS})(?![\d])"
    rf"((?:\s*(?:,|and|or|&|,\s*and)\s*(?:s\.?|section)?\s*{_SECTION}{_LIMBS}(?![\d]))*)",
    re.IGNORECASE,
)
_ONE = re.compile(rf"{_SECTION}{_LIMBS}", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def canonical_citation(text: str) -> str:
    """Return "section 31 (1) (a)", "s.31(1)(a)" and the like as `31(1)(a)`; other text as it is."""
    found = _ONE.search(text)
    return _canonical(found.group()) if found else text


def citations(text: str) -> Iterator[tuple[int, str]]:
    """Yield each cited provision with its place in the text, canonical to the limb.

    Only sections that can refuse a request count: 12, 14 and 21 to 44 of the Act.
    """
    for found in CITATION.finditer(text):
        yield found.start(), _canonical(found.group(1))
        for further in _ONE.finditer(found.group(2)):
            yield found.start(2) + further.start(), _canonical(further.group())


def _canonical(citation: str) -> str:
    return _SPACE.sub("", citation).replace("a(", "A(") if "a" in citation[:3] else _SPACE.sub("", citation)
