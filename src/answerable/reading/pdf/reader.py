"""A PDF into a document, in the richest way that it allows, and the way is said with it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pikepdf
import pypdfium2

from answerable.reading.blocks import Document
from answerable.reading.documents import NotReadable, Repair
from answerable.reading.pdf.content import Page, Piece
from answerable.reading.pdf.doubts import doubt_of
from answerable.reading.pdf.forms import written_on
from answerable.reading.pdf.interleaved import interleaved
from answerable.reading.pdf.joining import together
from answerable.reading.pdf.links import links_on, with_links
from answerable.reading.pdf.mending import mended_document
from answerable.reading.pdf.objects import Objects, Value, plain
from answerable.reading.pdf.opening import Opened, damaged, opened
from answerable.reading.pdf.pages_of_pictures import PagesOfPictures
from answerable.reading.pdf.pictured import check_written
from answerable.reading.pdf.poor_layers import is_poor
from answerable.reading.pdf.rightward import is_logical
from answerable.reading.pdf.tagged import tagged_document
from answerable.reading.pdf.tree import NoTree, events_of
from answerable.reading.pdf.untagged import Sheet, untagged_document

_TAGGED = "tagged PDF"
# A tree that leaves out more was made by hand, or not for reading.
_LEAST_COVERED = 0.9
_PAGES_LOOKED_AT = 3
_LETTERS_LOOKED_AT = 20_000
_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ATTACHED = "Files attached to a PDF are not read with it: save them from it, and read each"


def document_of(data: bytes, name: str, seen: Mapping[int, Sheet] | None = None) -> Document:
    """Return the document of a PDF's bytes; `seen` are those of its pages that were read as pictures, by number.

    :raises NotReadable: if it is encrypted, damaged, too long, or holds no text that can be told.
    :raises PagesOfPictures: if some pages are pictures, and nothing was said of any.
    """
    try:
        with opened(data, name) as found:
            document = _from_left(_told(found, name, seen), name)
            repairs = (*document.repairs, *found.repairs(), *_attached(found))
            return replace(document, repairs=repairs)
    except pikepdf.PasswordError:
        message = f"{name} is locked with a password: save it without one, and read it again"
        raise NotReadable(message) from None
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, RuntimeError):
        raise damaged(name) from None


def _from_left(document: Document, name: str) -> Document:
    """Return a document whose letters stand in the order in which they are read.

    :raises NotReadable: if most of them run from right to left, and are drawn the other way round.
    """
    text = document.text[:_LETTERS_LOOKED_AT]
    from_right = len(_FROM_RIGHT.findall(text))
    is_rightward = from_right and from_right > sum(
        unicodedata.bidirectional(one) == "L" for one in text
    )
    if is_rightward and not is_logical(text):
        message = f"{name} is a PDF written from right to left, which is not read in order: save it as Word or HTML"
        raise NotReadable(message)
    return document


def _told(found: Opened, name: str, seen: Mapping[int, Sheet] | None) -> Document:
    _check_is_drawn(found, name)
    if seen and len(seen) == len(found.drawn):
        return _of_seen(found, seen)
    try:
        return _document(found, name, seen)
    except PagesOfPictures:
        if not seen:
            raise
        # Of a page that could not be seen nothing is known: its fonts do not say what their characters mean.
        return _of_seen(found, seen)


def _of_seen(found: Opened, seen: Mapping[int, Sheet]) -> Document:
    """Return the document of what was seen of all pages; a page that was not has nothing on it."""
    nothing = Sheet(0.0, (), ())
    return untagged_document(
        [seen.get(number, nothing) for number in range(1, len(found.drawn) + 1)]
    )


def _document(found: Opened, name: str, seen: Mapping[int, Sheet] | None) -> Document:
    is_bare = seen is not None
    try:
        events = [] if found.pdf is None else events_of(found.pdf)
        why = "" if events else "its tags cannot be read"
    except NoTree as problem:
        events, why = [], str(problem)
    if events:
        pieces = _pieces(found)
        if not is_bare:
            check_written(found.drawn, pieces)
        # What a scanner's program wrote on pages that were seen stands in no tags.
        tagged = tagged_document(events, [one for one in pieces if one.page not in (seen or ())])
        doubt = doubt_of(tagged.document)
        if tagged.covered < _LEAST_COVERED:
            doubt = f"its tags cover {tagged.covered:.0%} of its text"
        if doubt is None:
            document = replace(tagged.document, how=_TAGGED)
            return mended_document(
                interleaved(document, _of_seen(found, seen)) if seen else document
            )
        why = doubt
    if seen:
        return _with_seen(found, seen, why=why)
    return _untagged(found, name, why=why, is_bare=is_bare)


def _with_seen(found: Opened, seen: Mapping[int, Sheet], *, why: str) -> Document:
    """Return the document of pages that are pictures, and of those between them that are text without tags."""
    written = enumerate(_sheets(found), start=1)
    document = untagged_document([seen.get(number, sheet) for number, sheet in written])
    return mended_document(replace(document, how=_because(document.how, why)))


def _untagged(found: Opened, name: str, *, why: str, is_bare: bool) -> Document:
    sheets = _sheets(found)
    if len(found.broken) == len(sheets):
        raise damaged(name)
    if not is_bare:
        usable = [sheet for sheet in sheets if not _is_poor(sheet)]
        check_written(found.drawn, [piece for sheet in usable for piece in sheet.pieces])
    document = untagged_document(sheets)
    return mended_document(replace(document, how=_because(document.how, why)))


def _because(how: str | None, why: str) -> str | None:
    return f"{how}: {why}" if why else how


def _is_poor(sheet: Sheet) -> bool:
    """Return whether a page's text lies unseen under its picture, and is too badly read to be used."""
    return sheet.is_unseen and is_poor(" ".join(piece.text for piece in sheet.pieces))


def _check_is_drawn(found: Opened, name: str) -> None:
    """Do nothing if the pages show what the file holds.

    :raises NotReadable: if it is a form that draws itself anew in Adobe's programs alone.
    """
    root = _dict(plain(found.pdf.Root)) if found.pdf else {}
    if root.get("/NeedsRendering") is True:
        message = f"{name} is a form (XFA) that only Adobe's own programs show: print it to a PDF with them"
        raise NotReadable(message)


def _attached(found: Opened) -> list[Repair]:
    if found.pdf is None or "/EmbeddedFiles" not in _dict(
        Objects(found.pdf).of(_dict(plain(found.pdf.Root)).get("/Names"))
    ):
        return []
    count = len(found.pdf.attachments)
    return [Repair("attached files", "", _ATTACHED, count)] if count else []


def _dict(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}


def _pieces(found: Opened) -> list[Piece]:
    objects, own = _own(found)
    return [
        piece
        for page in _pages(found)
        for piece in (*together(page.pieces()), *_written(page, objects, own))
    ]


def _sheets(found: Opened) -> list[Sheet]:
    objects, own = _own(found)
    sheets = [Sheet(0.0, (), ())] * len(found.drawn)
    for page in _pages(found):
        pieces = page.pieces()
        if objects is not None and page.number <= len(own):
            pieces = with_links(pieces, links_on(own[page.number - 1], objects, page))
        pieces = [*together(pieces), *_written(page, objects, own)]
        sheets[page.number - 1] = Sheet(
            page.height, pieces, page.rules(), is_unseen=page.is_unseen(), raw=page.raw
        )
    return sheets


def _own(found: Opened) -> tuple[Objects | None, list[str]]:
    """Return the objects of a PDF, and the references to its pages; none where they cannot be told."""
    if found.pdf is None:
        return None, []
    objects = Objects(found.pdf)
    return objects, objects.pages()


def _written(page: Page, objects: Objects | None, own: list[str]) -> list[Piece]:
    if objects is None or page.number > len(own):
        return []
    return written_on(own[page.number - 1], objects, page)


def _pages(found: Opened) -> Iterator[Page]:
    """Yield the pages of a PDF, each open until the next; one that cannot be opened is noted as broken.

    :raises PagesOfPictures: if the fonts of the first do not say what most of their characters mean.
    """
    wrong = whole = 0
    for number in range(1, len(found.drawn) + 1):
        try:
            page = Page(found.drawn, number)
        except (pypdfium2.PdfiumError, ValueError):
            found.broken.add(number)
            continue
        if number <= _PAGES_LOOKED_AT:
            untold, count = page.untold()
            wrong, whole = wrong + untold, whole + count
        yield page
        page.close()
    if wrong * 2 > whole:
        count = len(found.drawn)
        raise PagesOfPictures(list(range(1, count + 1)), count)
