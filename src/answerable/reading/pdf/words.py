"""The words of each text that is drawn on a page, found in one pass over the page's characters.

PDFium tells the words of one drawn text by looking through all characters of its page: a page of small
pieces would take time that grows with the square of its length.
"""

import ctypes
import re

from answerable.reading.pdf import library

_LONGEST = 32_768
_BYTES = 2
_LINE_END = "\r\n"
_NOT_FOUND = (-1, -1)
# Letters of one text that runs from right to left may stand among those of others.
_FROM_RIGHT = re.compile("[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]")
# PDFium gives a hyphen at the end of a line as one of these.
_HYPHENS = re.compile("[\x02\ufffe]")
_UNPRINTED = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\uffff]")


class Words:
    """The words of the texts on one open page, by their addresses; `text` is that of the whole page."""

    def __init__(self, text_page: int) -> None:
        """Find out where each text's characters stand."""
        self._page = text_page
        self._own = ctypes.create_string_buffer(_LONGEST * _BYTES)
        count = max(0, library.characters(text_page))
        self.text = self._whole(count)
        # Where characters and letters are not one to one, each text has to be asked for by itself.
        is_plain = len(self.text) == count and not _FROM_RIGHT.search(self.text)
        self._places = self._found() if is_plain else None

    def of(self, drawn: int) -> str:
        """Return the words of a text."""
        start, end = (self._places or {}).get(drawn, _NOT_FOUND)
        if end < 0:
            return _printed(self._asked(drawn))
        # As PDFium does: the blank behind a text belongs to it.
        return _printed(self.text[start : end + 1 if self.text[end : end + 1] == " " else end])

    def _whole(self, count: int) -> str:
        buffer = ctypes.create_string_buffer((count + 1) * 2 * _BYTES)
        written = (
            library.text_between(self._page, 0, count, ctypes.addressof(buffer)) if count else 0
        )
        return buffer.raw[: max(0, written - 1) * _BYTES].decode("utf-16-le", errors="replace")

    def _asked(self, drawn: int) -> str:
        start = ctypes.addressof(self._own)
        length = library.words_of(drawn, self._page, start, _LONGEST)
        if not _BYTES < length <= _LONGEST * _BYTES:
            return ""
        return ctypes.string_at(start, length - _BYTES).decode("utf-16-le", errors="replace")

    def _found(self) -> dict[int, tuple[int, int]]:
        """Return where each text begins and ends, if its characters stand together."""
        found: dict[int, tuple[int, int]] = {}
        text, size, place = self.text, len(self.text), 0
        while place < size:
            drawn = None if text[place] in _LINE_END else self._drawn(place)
            if drawn is None:
                place += 1
                continue
            end = self._end(drawn, place, size)
            found[drawn] = _NOT_FOUND if drawn in found else (place, end)
            place = end
        return found

    def _drawn(self, place: int) -> int | None:
        """Return the text that a character belongs to; None for a blank between two of them."""
        found: int | None = library.object_of_character(self._page, place)
        return found

    def _end(self, drawn: int, start: int, size: int) -> int:
        """Return where the characters of a text end that begins at a place: mostly with its line."""
        line_end = self.text.find(_LINE_END, start)
        last = (line_end if line_end > 0 else size) - 1
        if self._drawn(last) == drawn:
            return last + 1
        inside, outside = start, last
        while outside - inside > 1:
            middle = tried = (inside + outside) // 2
            while tried > inside and (one := self._drawn(tried)) is None:
                tried -= 1
            if tried > inside and one != drawn:
                outside = tried
            else:
                inside = middle
        return self._without_blanks(drawn, inside)

    def _without_blanks(self, drawn: int, last: int) -> int:
        while self._drawn(last) != drawn:
            last -= 1
        return last + 1


def _printed(words: str) -> str:
    if words.isascii() and words.isprintable():
        return words
    return _UNPRINTED.sub("", _HYPHENS.sub("-", words))
