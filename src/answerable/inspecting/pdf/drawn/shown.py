"""What pages show, to be asked whether a text is among it."""

import re
import unicodedata
from collections.abc import Iterable

from answerable.inspecting.formats.words import DRESSED

_WORD = re.compile(r"[^\W_]+")
_OF_PROGRAMS = frozenset("page link figure table section footnote image to go note heading".split())
_LONGEST = 4_000
_MOST_SEARCHED = 3_000


class Shown:
    """The letters and digits that pages show, in order, without what stands between them."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.outside: list[tuple[str, str]] = []
        """Text that stands outside of a page, and which page."""
        self._pieces: list[str] = []
        self._whole = ""
        self._words: set[str] = set()
        self._known: dict[str, bool] = {}
        self._searched = 0

    def take(self, signs: Iterable[str]) -> None:
        """Take in the letters of a page."""
        text = "".join(signs).casefold()
        self._pieces.append(_plain(text))
        self._words.update(_WORD.findall(text))

    @property
    def words(self) -> frozenset[str]:
        """The words that are shown, folded."""
        return frozenset(self._words)

    @property
    def letters(self) -> str:
        """All letters and digits that are shown, folded, in order."""
        return self._all()

    def has(self, text: str) -> bool:
        """Return whether a text is shown, however its words are parted."""
        sought = _plain(text)[:_LONGEST]
        if not sought:
            return True
        if sought not in self._known:
            self._searched += 1
            self._known[sought] = self._searched <= _MOST_SEARCHED and sought in self._all()
        return self._known[sought]

    def has_words(self, text: str) -> bool:
        """Return whether each word of a text is shown somewhere, or says no more than what it stands at."""
        words = _WORD.findall(text.casefold()[:_LONGEST])
        return all(one in self._words or one in _OF_PROGRAMS or self.has(one) for one in words)

    def _all(self) -> str:
        if self._pieces:
            self._whole += "".join(self._pieces)
            self._pieces = []
        return self._whole


def _plain(text: str) -> str:
    """Return letters and digits without their accents, which some programs draw as signs of their own."""
    folded = text.casefold()
    if folded.isascii():
        return "".join(filter(str.isalnum, folded))
    parted = unicodedata.normalize("NFKD", folded).replace("\N{LATIN SMALL LETTER DOTLESS I}", "i")
    # What was one sign before, as a syllable of Hangul, is one again.
    kept = (sign for sign in parted if sign.isalnum() or DRESSED.match(sign))
    return unicodedata.normalize("NFC", "".join(kept))
