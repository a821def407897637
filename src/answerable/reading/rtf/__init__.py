"""RTF into blocks: paragraphs with the numbers that are printed before them, tables, links, styles.

Who writes RTF puts the number of each item into the text, for readers that do not count lists; so nothing
needs to be counted anew. Comments, hidden words and deleted words are left out; how often is told.
"""

from answerable.reading.blocks import Document
from answerable.reading.documents import NotReadable, Repair
from answerable.reading.rtf.body import Body
from answerable.reading.rtf.tokens import TooManyTokens

__all__ = ["document_of"]


def document_of(data: bytes, name: str) -> Document:
    """Return the blocks of an RTF file; one that is cut off is read as far as it goes, and it is told.

    :raises NotReadable: if no words are in it, or too many signs of its format.
    :raises TooManyBlocks: if it has more paragraphs than a reading may hold.
    """
    body = Body()
    try:
        is_whole = body.read(data)
    except TooManyTokens:
        raise NotReadable(f"{name} has too many parts to read: split it, a month in each") from None
    if not "".join(body.writer.text).strip():
        raise NotReadable(f"{name} is an RTF file without words in it, or damaged: save it again")
    counts = (
        (body.deleted, "deleted words", "A tracked change took them out: they are not printed"),
        (body.hidden, "hidden words", "They are hidden: they are not printed"),
        (int(not is_whole), "the end of the file", "It is cut off: it was read as far as it goes"),
    )
    repairs = tuple(Repair(was, "", why, times) for times, was, why in counts if times)
    return Document("".join(body.writer.text), tuple(body.blocks), repairs=repairs)
