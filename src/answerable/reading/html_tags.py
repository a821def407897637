"""How tags and their attributes are written in HTML, by people and by programs."""

import html
import re
from functools import lru_cache

NAME = r"[a-zA-Z][a-zA-Z0-9]*(?:[:_-][a-zA-Z0-9_-]+)*"
# A ">" in quotes ends no tag. A quote that is not closed before the next tag is none.
ATTRIBUTES = r"(?:[\s/](?:[^<>\"']|\"[^\"<]{0,4000}\"|'[^'<]{0,4000}')*(?=>)|(?:[\s/][^<>]*)?)"
_ATTRIBUTE = re.compile(r"([a-zA-Z_:@][\w:.-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
SILENT = frozenset(("script", "style", "head", "template", "noscript", "svg"))
"""Elements whose words no browser shows as the page's."""


@lru_cache(maxsize=1024)
def attributes_of(written: str) -> dict[str, str]:
    """Return attributes by their names in small letters; the first of a name counts, as in browsers."""
    said: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        said.setdefault(name.lower(), html.unescape(double or single or bare))
    return said


def in_small_letters(text: str) -> str:
    """Return a text in small letters, each at its place: one capital would become two signs, and push all behind it."""
    return text.replace("\u0130", "i").lower()


ITALIC = frozenset(("i", "em", "cite", "q"))
BOLD = frozenset(("b", "strong"))
# The summary of "details" is the heading of what it opens.
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend"))
LISTS = frozenset(("ul", "ol"))
BLOCKS = frozenset(
    "p div section article main header footer nav aside blockquote pre figure figcaption address br hr dl form fieldset"
    " details body html tbody thead tfoot center hgroup dialog menu select option button".split()
)
