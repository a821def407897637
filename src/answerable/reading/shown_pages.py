"""The pages of a PDF as somebody looks at them: a picture, and the words with their places on it."""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.domain.release.page_words import PageWord
from answerable.programs.piped import DidNotAnswer
from answerable.reading.documents import NotReadable
from answerable.reading.ocr.hocr import words_of
from answerable.reading.ocr.tesseract import engine_of, hocr_of
from answerable.reading.pdf.apart import done_apart

_FOR_OCR = 2400
_POINTS = 72
_LEAST_DOTS = 70
_NO_LETTERS = ("Cc", "Cf", "Cn", "Cs")
_UNKNOWN = "\ufffd"


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page, from 1, of so many: its size in points and its words; a page that is a picture has none."""

    page: int
    pages: int
    width: float
    height: float
    words: tuple[PageWord, ...]


def page_drawn(data: bytes, name: str, page: int) -> bytes:
    """Return the picture of a page, as PNG; a process apart draws it.

    :raises NotReadable: if the file cannot be opened, or has no such page.
    """
    _, picture = _two(done_apart("page", data, name, page=page), name)
    return picture


def pages_shown(
    data: bytes, name: str, *, pages: Sequence[int] = (), sought: Sequence[str] = ()
) -> tuple[ShownPage, ...]:
    """Return pages with their words: all where none is named; of these, those that may hold what is sought.

    :raises NotReadable: if the file cannot be opened, or has no such page.
    """
    count, *found = done_apart("words", data, name, pages=list(pages), sought=list(sought))
    try:
        return tuple(_page(one, int(count)) for one in found)
    except (ValueError, TypeError, LookupError):
        # A file that had its way with the process may have made it say anything.
        raise _not_safe(name) from None


def pages_without_words(data: bytes, name: str) -> tuple[int, tuple[int, ...]]:
    """Return how many pages a PDF has, and the numbers of those without a word, which may be pictures.

    :raises NotReadable: if the file cannot be opened.
    """
    count, *found = done_apart("words", data, name, is_bare=True)
    try:
        return int(count), tuple(_page(one, int(count)).page for one in found)
    except (ValueError, TypeError, LookupError):
        raise _not_safe(name) from None


def words_recognised(data: bytes, name: str, shown: ShownPage) -> tuple[PageWord, ...]:
    """Return the words of a page that is a picture, by Tesseract; a page that takes it too long has none.

    :raises NotReadable: if nothing here reads pictures, or the page cannot be drawn.
    """
    engine_of(name)
    _, picture = _two(done_apart("page", data, name, page=shown.page, longest=_FOR_OCR), name)
    width = int.from_bytes(picture[16:20], "big")
    dots = max(_LEAST_DOTS, round(width / max(shown.width, 1) * _POINTS))
    try:
        said = hocr_of(picture, dots=dots)
    except DidNotAnswer:
        return ()
    return _of_even_height(
        [PageWord(one.text, one.box, one.line) for one in words_of(said, dots=dots)]
    )


def _of_even_height(words: Sequence[PageWord]) -> tuple[PageWord, ...]:
    """Return words as high as their lines: a box around small letters alone would tell that there are no others."""
    tops: dict[int, float] = {}
    feet: dict[int, float] = {}
    for one in words:
        tops[one.line] = min(tops.get(one.line, one.box[1]), one.box[1])
        feet[one.line] = max(feet.get(one.line, one.box[3]), one.box[3])
    return tuple(
        replace(one, box=(one.box[0], tops[one.line], one.box[2], feet[one.line])) for one in words
    )


def _page(said: bytes, count: int) -> ShownPage:
    one = json.loads(said)
    words = (
        PageWord(
            _legible(str(text)), (float(left), float(top), float(right), float(bottom)), int(line)
        )
        for text, left, top, right, bottom, line in one["words"]
    )
    return ShownPage(
        int(one["page"]), count, float(one["width"]), float(one["height"]), tuple(words)
    )


def _legible(text: str) -> str:
    """Return a word without signs that no database stores, or that turn what stands behind them around."""
    kept = "".join(one for one in text if unicodedata.category(one) not in _NO_LETTERS)
    return kept or _UNKNOWN


def _two(parts: list[bytes], name: str) -> tuple[bytes, bytes]:
    if len(parts) != 2:  # noqa: PLR2004 the count of pages, and the picture
        raise _not_safe(name)
    return parts[0], parts[1]


def _not_safe(name: str) -> NotReadable:
    return NotReadable(f"{name} is a PDF that cannot be read safely: save it anew")
