"""Pages that were seen as the sheets that a page of a PDF without tags is, and what was mended on them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import Document
from answerable.reading.documents import Repair
from answerable.reading.ocr.aligned import aligned
from answerable.reading.ocr.pasted import set_aside, usual_size
from answerable.reading.ocr.pieces import Laid, Seen, laid_out
from answerable.reading.ocr.sides import with_sides
from answerable.reading.ocr.slips import without_slips
from answerable.reading.pdf.untagged import Sheet, untagged_document

_WHY_BULLET = "A round dot stands before the line, by itself: OCR read a letter there, or nothing"
_WHY_PARTED = "OCR read two words as one; the paper between them is as wide as a space of the line"
_WHY_FIGURE = "A photograph or a drawing has no text to read: the page shows it"


def document_seen(pages: Sequence[Seen], how: str) -> Document:
    """Return the document that pages of pictures make."""
    sheets, repairs = sheets_of(pages)
    document = untagged_document([sheets[page.page] for page in pages])
    return replace(document, how=how, repairs=repairs)


def sheets_of(pages: Sequence[Seen]) -> tuple[dict[int, Sheet], tuple[Repair, ...]]:
    """Return the sheets of pages by their numbers, and what was mended on all of them."""
    pages = aligned(pages)
    laid = laid_out(pages)
    pieces, repairs = without_slips([piece for page in laid for piece in page.pieces])
    usual = usual_size(pieces)
    left = iter(pieces)
    sheets = {}
    for page, own in zip(pages, laid, strict=True):
        rules = with_sides(page.rules)
        found = set_aside([next(left) for _ in own.pieces], rules, usual)
        sheets[page.page] = Sheet(page.size[1], found, rules)
    return sheets, (*repairs, *_parted(pages), *_bullets(laid), *_figures(pages))


def _parted(pages: Sequence[Seen]) -> list[Repair]:
    """Return the words that were read as one, as often as each was."""
    counts = Counter(
        (word.read_as, f"{word.text} {word.read_as[len(word.text) :]}")
        for page in pages
        for word in page.words
        if word.read_as
    )
    return [Repair(was, now, _WHY_PARTED, times) for (was, now), times in counts.items()]


def _bullets(pages: Sequence[Laid]) -> list[Repair]:
    counts = Counter(read for page in pages for read in page.bullets)
    return [Repair(was, "•", _WHY_BULLET, times) for was, times in counts.items()]


def _figures(pages: Sequence[Seen]) -> list[Repair]:
    return [
        Repair(f"a picture on page {page.page}", "", _WHY_FIGURE, len(page.figures))
        for page in pages
        if page.figures
    ]
