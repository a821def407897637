"""Born-digital PDF into blocks: by its structure tree where it has one, else by where its words stand.

What reads it is written in C++, and a file may be made to harm it: a process of its own reads each file,
with limits on time and memory, and gives back plain JSON.
"""

from answerable.reading.pdf.apart import read_apart
from answerable.reading.pdf.pages_of_pictures import PagesOfPictures

__all__ = ["PagesOfPictures", "is_pdf", "read_apart"]

_MOST_BEFORE = 1024
_BLANK = b"\xef\xbb\xbf \t\r\n\0"
_OBJECT_ENDS = b"endobj"


def is_pdf(data: bytes) -> bool:
    """Return whether a file's bytes say that they are a PDF; mail and servers may put something before it."""
    start = data[:_MOST_BEFORE]
    if start.lstrip(_BLANK).startswith(b"%PDF-"):
        return True
    # A text may speak of PDF: it has no objects.
    return b"%PDF-" in start and _OBJECT_ENDS in data
