"""How a page was saved: in which alphabet its bytes are, and whether it is one file with its pictures (MHTML)."""

import re

from answerable.reading.alphabets import in_letters
from answerable.reading.blocks import Document
from answerable.reading.documents import NotReadable
from answerable.reading.html_tags import attributes_of
from answerable.reading.webpage.document import page_document

_META = re.compile(rb"<meta\b([^<>]*)>", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\b[^<>]*\bencoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096


def declared_charset(data: bytes) -> str:
    """Return the alphabet that a page says its bytes are in; "" if it says none."""
    head = data[:_HEAD]
    if found := _XML.match(head):
        return found[1].decode("ascii")
    for meta in _META.findall(head):
        said = attributes_of(meta.decode("latin-1"))
        if said.get("charset"):
            return said["charset"]
        if said.get("http-equiv", "").lower() == "content-type":
            charset = _CHARSET.search(said.get("content", ""))
            return charset[1] if charset else ""
    return ""


def saved_document(data: bytes, name: str) -> Document:
    """Return the blocks of a page that was saved as one file.

    :raises NotReadable: if no page is in it.
    """
    # Text, which is decoded by what a page declares, is read without what mails need.
    from answerable.reading.mail_parts import bytes_of, message_of  # noqa: PLC0415

    message, _ = message_of(data.lstrip(b"\r\n"))
    pages = [one for one in message.leaves() if one.kind == "text/html"]
    if not pages:
        raise NotReadable(f"{name} is a saved page without its text: save it as HTML")
    # Frames are parts of their own, and the page is the one that says most.
    page = max(pages, key=lambda one: len(one.body))
    held = bytes_of(page)
    charset = page.headers.parameters.get("charset", "") or declared_charset(held)
    words, _ = in_letters(held, charset or "utf-8")
    return page_document(words.replace("\r\n", "\n").replace("\r", "\n"))
