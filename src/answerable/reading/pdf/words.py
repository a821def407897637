"""The words of each text that is drawn on a page, found in one pass over the page's characters.

PDFium tells the words of one drawn text by looking through all characters of its page: a page of small
pieces would take time that grows with the square of its length.
"""

import ctypes
import re

from answerable.reading.pdf import library

_LONGEST = 32_768
_BYTES = 2
_Room = ctypes.c_char * (_LONGEST * _BYTES)
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
        self._room = _Room()
        count = max(0, library.characters(text_page))
        self.text = self._whole(count)
        # Where characters and letters are not one to one, each text has to be asked for by itself.
        is_plain = len(self.text) == count and not _FROM_RIGHT.search(self.text)
        self._places = self._found() if is_plain else {}

    def of(self, drawn: int) -> str:
        """Return the words of a text."""
        start, end = self._places.get(drawn, _NOT_FOUND)
        if end < 0:
            return _printed(self._asked(drawn))
        # As PDFium does: the blank behind a text belongs to it.
        return _printed(self.text[start : end + 1 if self.text[end : end + 1] == " " else end])

    def _whole(self, count: int) -> str:
        if not count:
            return ""
        size = (count + 1) * 2 * _BYTES
        # To make room costs more than to read: only a very long page has its own.
        room = self._room if size <= _LONGEST * _BYTES else ctypes.create_string_buffer(size)
        start = ctypes.addressof(room)
        written = library.text_between(self._page, 0, count, start)
        return _decoded(start, max(0, written - 1) * _BYTES)

    def _asked(self, drawn: int) -> str:
        start = ctypes.addressof(self._room)
        length = library.words_of(drawn, self._page, start, _LONGEST)
        if not _BYTES < length <= _LONGEST * _BYTES:
            return ""
        return _decoded(start, length - _BYTES)

    def _found(self) -> dict[int, tuple[int, int]]:
        """Return where each text begins and ends, if its characters stand together."""
        found: dict[int, tuple[int, int]] = {}
        # Thousands of characters are asked about: see `library`.
        page, text, drawn_at = self._page, self.text, library.object_of_character
        size, place = len(text), 0
        while place < size:
            # Between two texts is a blank that belongs to neither.
            drawn = None if text[place] in _LINE_END else drawn_at(page, place)
            if drawn is None:
                place += 1
                continue
            line_end = text.find(_LINE_END, place)
            last = (line_end if line_end > 0 else size) - 1
            # A text mostly ends with its line.
            end = last + 1 if drawn_at(page, last) == drawn else self._end(drawn, place, last)
            found[drawn] = _NOT_FOUND if drawn in found else (place, end)
            place = end
        return found

    def _end(self, drawn: int, inside: int, outside: int) -> int:
        """Return where the characters of a text end, from one that is inside and one that is not."""
        page, drawn_at = self._page, library.object_of_character
        while outside - inside > 1:
            middle = tried = (inside + outside) // 2
            while tried > inside and (one := drawn_at(page, tried)) is None:
                tried -= 1
            if tried > inside and one != drawn:
                outside = tried
            else:
                inside = middle
        while drawn_at(page, inside) != drawn:
            inside -= 1
        return inside + 1


def _decoded(start: int, size: int) -> str:
    return ctypes.string_at(start, size).decode("utf-16-le", errors="replace")


def _printed(words: str) -> str:
    if words.isascii() and words.isprintable():
        return words
    return _UNPRINTED.sub("", _HYPHENS.sub("-", words))
