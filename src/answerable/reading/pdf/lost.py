"""Words that stand on a page and in no block: found by what PDFium says of the page as a whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.reading.blocks import Block, Document, Kind, Run

WHY = "missing from the layout"
"""Why a block stands apart whose words were found on the page alone."""

_HYPHENS = re.compile("[\x02\ufffe\xad\u2010-]\\s*")
_UNPRINTED = re.compile("[\\s\x00-\x1f\x7f\ufeff\uffff\ue000-\uf8ff\xa0]+")
# Looking through all text at once would take many times its room.
_AT_ONCE = 65_536
_MOST_WORDS = 100_000
_WORD = re.compile(r"\S+")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)


def lost_words(document: Document, raw: Sequence[str], *, twice: str = "") -> dict[int, list[str]]:
    """Return the words of each page, from 1, that no block holds; `raw` is the text of each page.

    `twice` are words that are drawn twice and read once.

    Letters are counted over the whole document, for a block goes on over pages, and words are cut otherwise
    than PDFium cuts them: only words with a letter that is missing are lost.
    """
    read = f"{document.text} {twice}"
    missing = _missing(raw, read)
    if not missing:
        return {}
    held = Counter(_words(read))
    found: dict[int, list[str]] = {}
    for number, text in enumerate(raw, start=1):
        for word in _words(text):
            if held[word]:
                held[word] -= 1
            elif not missing.isdisjoint(word):
                found.setdefault(number, []).append(word)
    return found


def with_lost(document: Document, raw: Sequence[str], *, twice: str = "") -> Document:
    """Return a document with a block behind all others for what each page has lost, set aside with its reason."""
    lost = lost_words(document, raw, twice=twice)
    text = document.text
    blocks = [*document.blocks]
    for page, words in lost.items():
        start = len(text) + 1
        said = " ".join(words)
        text = f"{text}\n{said}"
        blocks.append(Block(Kind.PARAGRAPH, (Run(said),), start, len(text), page=page, aside=WHY))
    return replace(document, text=text, blocks=tuple(blocks)) if lost else document


def _missing(raw: Sequence[str], read: str) -> set[str]:
    """Return the letters that stand more often on the pages than in what was read of them.

    Most words are the same in both: only the letters of the others have to be counted.
    """
    drawn = _Balance()
    for text in raw:
        drawn.add(text, 1)
    for start in range(0, len(read), _AT_ONCE):
        drawn.add(read[start : start + _AT_ONCE], -1)
    return drawn.more()


class _Balance:
    """How often letters stand in some texts more than in others; they are counted by whole words first."""

    def __init__(self) -> None:
        self._words: dict[int, Counter[str]] = {1: Counter(), -1: Counter()}
        self._letters: Counter[str] = Counter()

    def add(self, text: str, sign: int) -> None:
        """Count a text's words for (1) or against (-1)."""
        words = self._words[sign]
        words.update(text.split())
        if len(words) > _MOST_WORDS:
            self._spell()

    def more(self) -> set[str]:
        """Return the letters that there are more of."""
        self._spell()
        return {letter for letter, count in self._letters.items() if count > 0}

    def _spell(self) -> None:
        """Count the letters of the words that do not stand on both sides, and forget the words."""
        own, others = self._words[1], self._words[-1]
        for word, count in own.items():
            if more := count - others.pop(word, 0):
                self._count(word, more)
        for word, count in others.items():
            self._count(word, -count)
        own.clear()
        others.clear()

    def _count(self, word: str, times: int) -> None:
        letters = self._letters
        for letter in _letters(word):
            letters[letter] += times


def _letters(text: str) -> str:
    if text.isascii() and text.isprintable() and "-" not in text and " " not in text:
        return text
    return _UNPRINTED.sub("", _HYPHENS.sub("", text)).translate(_LIGATURES)


def _words(text: str) -> Iterator[str]:
    # One after the other: all words of thousands of pages would take more room than the pages.
    for one in _WORD.finditer(_HYPHENS.sub("", text).translate(_LIGATURES)):
        if word := _UNPRINTED.sub("", one[0]):
            yield word
