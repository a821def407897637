"""What Word writes and nobody asks for, taken out of a document before it is parsed: how its words are set."""

import re

# Fonts, sizes, colours, widths and languages; places to jump to; what was checked for its spelling. All of them are empty.
_NAMES = (
    "bookmarkEnd bookmarkStart color gridCol highlight jc keepLines keepNext kern lang proofErr rFonts shd spacing sz szCs"
    " tcW u"
).split()
# Written as Word writes it. What is written otherwise stays, and changes nothing.
_EMPTY = re.compile(rf'<w:(?:{"|".join(_NAMES)})(?: w:[A-Za-z]+="[^"<>&]*")*/>'.encode())
_LEFT_EMPTY = (b"<w:rPr></w:rPr>", b"<w:pPr></w:pPr>", b"<w:tcPr></w:tcPr>")
# Inside of these a tag is none.
_NO_TAGS = (b"<![CDATA[", b"<!--")


def without_unasked(data: bytes) -> bytes:
    """Return the part of a document without tags that no reader asks for: a third of all that Word writes."""
    if any(sign in data for sign in _NO_TAGS):
        return data
    data = _EMPTY.sub(b"", data)
    for empty in _LEFT_EMPTY:
        data = data.replace(empty, b"")
    return data
