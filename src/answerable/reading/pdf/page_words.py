"""The words of pages with their boxes, as a reader sees the pages: turned and cut as their file says."""

import ctypes
import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pypdfium2
from pypdfium2 import raw

from answerable.reading.documents import NotReadable
from answerable.reading.pdf.opening import MOST_PAGES

_FINE = 32
"""Places are asked of PDFium as whole numbers: of a page drawn so many times as large."""
_MOST_CHARACTERS = 200_000
_LINE_ENDS = (0x0A, 0x0D)
# What PDFium gives for a hyphen at the end of a line.
_HYPHENS = (0x02, 0xFFFE)

_Corners = tuple[float, float, float, float]


def page_words(data: bytes, name: str, options: dict[str, Any]) -> Iterable[bytes]:
    """Yield how many pages a PDF has, as JSON, and then for each page that is asked for its size and its words.

    `pages` are their numbers from 1, every page where there are none; `sought` leaves out pages that
    have none of these words, `is_bare` those that have any word.

    :raises NotReadable: if it cannot be opened, has too many pages, or no such page.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        message = f"{name} is a PDF that cannot be opened: it is damaged, or locked with a password"
        raise NotReadable(message) from problem
    count = len(pdf)
    if count > MOST_PAGES:
        raise NotReadable(f"{name} has more than {MOST_PAGES:,} pages: split it first")
    numbers: Sequence[int] = options.get("pages") or range(1, count + 1)
    if not all(1 <= one <= count for one in numbers):
        raise NotReadable(f"{name} has no page {max(numbers)}")
    sought = [_squashed(one) for one in options.get("sought", ())]
    yield json.dumps(count).encode()
    for number in numbers:
        found = _page(pdf, number, sought, is_bare=options.get("is_bare", False))
        if found is not None:
            yield json.dumps(found).encode()


def _page(
    pdf: pypdfium2.PdfDocument, number: int, sought: Sequence[str], *, is_bare: bool
) -> dict[str, object] | None:
    """Return a page as JSON has it; None if it is not one of those that are asked for."""
    try:
        page = pdf[number - 1]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as problem:
        raise NotReadable(f"Page {number} is damaged: save the file anew") from problem
    try:
        if (sought and not _may_hold(text, sought)) or (is_bare and text.get_text_range().strip()):
            return None
        width, height = page.get_size()
        words = list(_words(page, text, width, height))
        return {"page": number, "width": width, "height": height, "words": words}
    finally:
        text.close()
        page.close()


def _may_hold(text: Any, sought: Sequence[str]) -> bool:
    """Return whether a page may hold words: it is looked at closely then."""
    held = _squashed(text.get_text_range())
    return any(one in held for one in sought)


def _squashed(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(one for one in plain if one.isalnum())


def _words(page: Any, text: Any, width: float, height: float) -> Iterator[list[object]]:
    """Yield each word: its letters, its box on the page as it is shown, and the number of its line."""
    line, letters, around = 0, "", None
    for code, corners in _letters(text):
        is_apart = corners is not None and around is not None and _is_apart(around, corners)
        if letters and around and (corners is None or is_apart):
            yield [letters, *_shown(page, around, width, height), line]
            letters, around = "", None
        if corners is None or is_apart:
            line += is_apart or code in _LINE_ENDS
        if corners is not None:
            letters += "-" if code in _HYPHENS else chr(code)
            around = corners if around is None else _wider(around, corners)
    if letters and around:
        yield [letters, *_shown(page, around, width, height), line]


def _letters(text: Any) -> Iterator[tuple[int, _Corners | None]]:
    """Yield the code of each character with its box; none for what parts words and lines."""
    for place in range(min(text.count_chars(), _MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text, place)
        if code in _HYPHENS or (code and chr(code).strip()):
            corners = _corners(text, place)
            if corners is not None:
                yield code, corners
        elif code:
            yield code, None


def _is_apart(word: _Corners, letter: _Corners) -> bool:
    """Return whether a letter stands too far from a word to belong to it, as behind a hyphen on the next line."""
    across = max(letter[0] - word[2], word[0] - letter[2])
    down = max(letter[1] - word[3], word[1] - letter[3])
    high = max(letter[3] - letter[1], letter[2] - letter[0])
    # What runs on along its line, in whichever direction, begins where the word ends.
    starts_anew = letter[0] < word[0] and letter[3] <= (word[1] + word[3]) / 2
    return max(across, down) > high or starts_anew


def _corners(text: Any, place: int) -> _Corners | None:
    """Return the box of a letter in the page's own space, as high as its font: a low letter tells nothing so."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    tight = raw.FPDFText_GetCharBox(text, place, left, right, bottom, top)
    loose = raw.FS_RECTF()
    has_room = raw.FPDFText_GetLooseCharBox(text, place, loose)
    found = (left.value, bottom.value, right.value, top.value) if tight else None
    room = (loose.left, loose.bottom, loose.right, loose.top) if has_room else None
    return _wider(found, room)


def _wider(one: _Corners | None, other: _Corners | None) -> _Corners | None:
    if one is None or other is None:
        return one or other
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _shown(page: Any, corners: _Corners, width: float, height: float) -> list[float]:
    """Return a box of the page's own space as it is shown: left, top, right, bottom."""
    points = [_point(page, corners[i], corners[j], width, height) for i, j in ((0, 1), (2, 3))]
    (x0, y0), (x1, y1) = points
    return [min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)]


def _point(page: Any, x: float, y: float, width: float, height: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    size = round(width * _FINE), round(height * _FINE)
    raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
    return across.value / _FINE, down.value / _FINE
