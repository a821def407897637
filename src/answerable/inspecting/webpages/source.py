"""What stands in the source of a page and in nothing that a browser makes of it."""

import html
import re
from collections.abc import Iterator

from answerable.inspecting.markup import Element

_WORD = re.compile(r"[^\W\d_]{3,}|\d{5,}")
_KNOWN = re.compile(
    r"<!doctype\s+html(?:\s+(?:public|system)\s+(?:\"-//(?:W3C|IETF)//[\w ./]*//EN\"\s*)?(?:\"(?:https?://www\.w3\.org/[\w./\-]+|about:legacy-compat)?\")?\s*)?\s*>"
    r"|<\?xml\s+version=[\"']1\.[01][\"'](?:\s+encoding=[\"'][\w\-]+[\"'])?(?:\s+standalone=[\"']\w+[\"'])?\s*\?>",
    re.IGNORECASE,
)


def unread_words(source: str, root: Element) -> Iterator[str]:
    """Yield words of the source that are in no text, attribute, name or comment of the page."""
    bare = _KNOWN.sub(" ", source)
    read = set[str]()
    for text in _told(root):
        read.update(_words(text))
    yield from sorted(_words(html.unescape(bare)) - read)


def _words(text: str) -> set[str]:
    return {one.casefold() for one in _WORD.findall(text)}


def _told(root: Element) -> Iterator[str]:
    tree = root.getroottree()
    for one in (*_beside(root), *tree.iter()):
        yield one.text or ""
        yield one.tail or ""
        if not isinstance(one.tag, str):
            yield getattr(one, "target", "") or ""
            continue
        yield one.tag
        for key, value in one.attrib.items():
            yield key
            yield value


def _beside(root: Element) -> Iterator[Element]:
    for step in ("getprevious", "getnext"):
        one = getattr(root, step)()
        while one is not None:
            yield one
            one = getattr(one, step)()
