"""Which pages of a PDF are pictures: hardly a letter is written on them, and a picture covers them."""

from collections import Counter
from collections.abc import Iterable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.pages_of_pictures import PagesOfPictures

# A scanner's program may write its name on the pages, or a number.
_MOST_LETTERS = 40
_COVERED = 0.5
_MOST_OBJECTS = 2_000


def check_written(document: pypdfium2.PdfDocument, pieces: Iterable[Piece]) -> None:
    """Do nothing if each page of a PDF has text, or needs none.

    :raises PagesOfPictures: if some are pictures; all, where no page has text.
    """
    letters: Counter[int] = Counter()
    for piece in pieces:
        if letters[piece.page] <= _MOST_LETTERS:
            letters[piece.page] += sum(map(str.isalnum, piece.text))
    every = range(1, len(document) + 1)
    if not letters.total():
        # What is drawn as curves is a picture, too.
        raise PagesOfPictures(list(every), len(every))
    bare = [page for page in every if letters[page] <= _MOST_LETTERS]
    found = [page for page in bare if _is_covered(document, page)]
    if found:
        raise PagesOfPictures(found, len(every))


def _is_covered(document: pypdfium2.PdfDocument, number: int) -> bool:
    """Return whether a picture covers most of a page."""
    page = document[number - 1]
    try:
        width, height = page.get_size()
        return any(
            (box[2] - box[0]) * (box[3] - box[1]) > _COVERED * width * height
            for box in pictures_on(page)
        )
    finally:
        page.close()


def pictures_on(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float, int, int]]:
    """Yield the pictures that are drawn on a page: left, bottom, right, top in points, and pixels."""
    for place in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        one = pdfium.FPDFPage_GetObject(page.raw, place)
        if pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_IMAGE:
            image = pypdfium2.PdfImage(one, page=page)
            left, bottom, right, top = image.get_bounds()
            yield left, bottom, right, top, *image.get_px_size()
