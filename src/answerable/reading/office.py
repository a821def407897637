"""Old Word files (.doc) by LibreOffice, where it is installed: made anew as Word files of today, and read."""

from dataclasses import replace

from answerable.programs.office import MOST_SECONDS, made_by_office, office_program
from answerable.reading.blocks import Document
from answerable.reading.documents import NotReadable
from answerable.reading.docx import document_of

_OF_TODAY = "docx:MS Word 2007 XML"


def document_of_old_word(data: bytes, name: str) -> Document:
    """Return the blocks of an old Word file.

    :raises NotReadable: if LibreOffice is not installed, or cannot open the file within its limits.
    :raises TooManyBlocks: if it has more paragraphs than a reading may hold.
    """
    program = office_program()
    if not program:
        raise NotReadable(
            f"{name} is an old Word file (.doc), which is read by LibreOffice, and that is not installed here:"
            " save it as a Word file of today (.docx)"
        )
    made = made_by_office(data, "doc", program, into=_OF_TODAY)
    if not made:
        raise NotReadable(
            f"{name} is an old Word file that LibreOffice cannot open within {MOST_SECONDS} seconds, or at all:"
            " save it as a Word file of today (.docx)"
        )
    return replace(document_of(made, name), how="by LibreOffice")
