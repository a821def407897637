"""Files that are no text: which reader takes them, told by what is in them and never by their names.

A reader gives a `Document`: blocks in reading order, and a text of its own making to which their offsets
refer, one block to a paragraph. The one grammar of logs reads that as it reads text.
"""

from collections.abc import Callable
from dataclasses import dataclass

from answerable.reading.blocks import Document
from answerable.reading.pdf import is_pdf, read_apart


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format that is read from bytes: `recognises` looks at them, `reads` makes a document of them.

    `reads` takes the bytes and the file's name, and raises `NotReadable` with a sentence for whatever
    is wrong with them: that it is encrypted, cut off, too large, or holds no text.
    """

    name: str
    recognises: Callable[[bytes], bool]
    reads: Callable[[bytes, str], Document]


FORMATS: tuple[FileFormat, ...] = (FileFormat("pdf", is_pdf, read_apart),)


def format_of(data: bytes) -> FileFormat | None:
    """Return the format of a file that is no text; None if it is text, or nothing that is read."""
    return next((one for one in FORMATS if one.recognises(data)), None)
