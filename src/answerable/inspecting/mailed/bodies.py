"""The text of a message, as words and as a page: what each holds, and whether both say the same."""

import re
from email.message import Message

from lxml import etree

from answerable.inspecting.commas import look_at_text
from answerable.inspecting.mailed.encodings import text_of_part
from answerable.inspecting.seen import Seen
from answerable.inspecting.text import quotes_earlier
from answerable.inspecting.webpages import look_at_page

_ADDRESS = re.compile(
    r"(?:https?|mailto|cid|tel|file):[^\s<>\"\])]+|\[cid:[^\]]*\]|\[image:[^\]]*\]|\S+@\S+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}|\d{4,}")
_NOT_SAID = ("script", "style", "head", "template")
_SHOWN = frozenset("plain html calendar related mixed alternative signed".split())
_MOST_SIGNS = 20_000_000


def look_at_body(part: Message, seen: Seen) -> None:
    """Find what the text of a message hides.

    :raises CannotSay: if it cannot be read.
    """
    look_at_words(text_of_part(part), seen, is_page=part.get_content_type() == "text/html")


def look_at_words(text: str, seen: Seen, *, is_page: bool) -> None:
    """Find what a text or a page hides, and earlier messages under it."""
    if is_page:
        if text.strip():
            look_at_page(text.encode("utf-8", "replace"), seen)
            text = shown_text(text)
    else:
        look_at_text(text, seen)
    if quotes_earlier(text):
        seen.add("mail.quoted-thread")


def look_at_alternatives(held: list[Message], seen: Seen) -> None:
    """Find words that stand in one of two ways of writing a message, and not in the other."""
    plain = [one for one in held if one.get_content_type() == "text/plain"]
    pages = [
        leaf
        for one in held
        for leaf in one.walk()
        if leaf.get_content_type() == "text/html" and one.get_content_type() != "text/plain"
    ]
    for one in held:
        kind = one.get_content_maintype(), one.get_content_subtype()
        if kind[0] not in ("text", "multipart") or kind[1] not in _SHOWN:
            seen.add("mail.unshown-part", "", one.get_content_type())
    if len(plain) > 1 or len(pages) > 1:
        seen.add("mail.unshown-part", "", count=max(len(plain), len(pages)) - 1)
    if plain and pages:
        compare(text_of_part(plain[0]), text_of_part(pages[-1]), seen)


def compare(plain: str, page: str, seen: Seen) -> None:
    """Find words that stand in a text and not in the page of the same message, or the other way round."""
    if not plain.strip() or not page.strip() or len(page) > _MOST_SIGNS:
        return
    words, shown = _words(plain), _words(shown_text(page))
    whole = _words(page)
    if more := sorted(words - shown - whole):
        seen.add("mail.other-text", "", " ".join(more[:3]), count=len(more))
    if beside := sorted((words & whole) - shown):
        seen.add("mail.not-in-both", "", " ".join(beside[:3]), count=len(beside))
    if missing := sorted(shown - words):
        seen.add("mail.not-in-both", "", " ".join(missing[:3]), count=len(missing))


def _words(text: str) -> set[str]:
    return {one.casefold() for one in _WORD.findall(_ADDRESS.sub(" ", text))}


def shown_text(page: str) -> str:
    """Return the text of a page, a line for each paragraph."""
    if not page.strip():
        return ""
    root = etree.fromstring(
        page.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8", no_network=True)
    )
    if root is None:
        return ""
    for one in list(root.iter(*_NOT_SAID, etree.Comment)):
        _take_out(one)
    for one in root.iter("br", "p", "div", "tr", "li", "blockquote"):
        one.tail = "\n" + (one.tail or "")
    return "".join(root.itertext())


def _take_out(one: etree._Element) -> None:
    above = one.getparent()
    if above is None:
        return
    before = one.getprevious()
    if one.tail and before is not None:
        before.tail = (before.tail or "") + one.tail
    elif one.tail:
        above.text = (above.text or "") + one.tail
    above.remove(one)
