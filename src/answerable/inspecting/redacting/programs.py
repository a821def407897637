"""Programs of the system that look at a page: poppler's pdftotext, and Tesseract, if they are installed."""

import shutil

from answerable.programs.piped import answer_of


def words_of(data: bytes) -> str | None:
    """Return what pdftotext says of the words of a PDF and of their boxes, or nothing if it is not installed.

    :raises DidNotAnswer: if it fails.
    """
    program = shutil.which("pdftotext")
    if program is None:
        return None
    said = answer_of([program, "-bbox", "-cropbox", "-enc", "UTF-8", "-", "-"], data)
    return said.decode(errors="replace")


def recognised(picture: bytes, *, dots: int) -> str | None:
    """Return the table of words that Tesseract reads in a picture, or nothing if it is not installed.

    :raises DidNotAnswer: if it fails.
    """
    program = shutil.which("tesseract")
    if program is None:
        return None
    asked = [program, "-", "-", "--dpi", str(dots), "--psm", "3", "-l", "eng", "tsv"]
    return answer_of(asked, picture).decode(errors="replace")
