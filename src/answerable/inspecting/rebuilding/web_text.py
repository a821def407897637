"""The text that a web page shows, a line for each paragraph."""

import re

from lxml import etree

from answerable.inspecting.markup import Element
from answerable.inspecting.webpages.unseen import hiding_names, is_unseen

_LINES = frozenset(
    "p div tr li ul ol table blockquote h1 h2 h3 h4 h5 h6 pre hr section article header footer".split()
)
_CELLS = ("td", "th")
_BLANKS = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*")
_DEEPEST = 200


def text_of_page(page: str) -> str:
    """Return the text that a page shows; nothing if it shows none."""
    if not page.strip():
        return ""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    if root is None:
        return ""
    pieces: list[str] = []
    _take(root, hiding_names(root), pieces, 0)
    text = _BLANKS.sub("\n", "".join(pieces))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _take(one: Element, hiding: frozenset[str], pieces: list[str], depth: int) -> None:
    if depth > _DEEPEST or is_unseen(one, hiding):
        return
    name = one.tag.lower()
    if name in _LINES:
        pieces.append("\n")
    if name == "br":
        pieces.append("\n")
    pieces.append(_as_read(one.text))
    for inside in one:
        _take(inside, hiding, pieces, depth + 1)
        pieces.append(_as_read(inside.tail))
    if name in _CELLS:
        pieces.append("\t")
    if name in _LINES:
        pieces.append("\n")


def _as_read(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
