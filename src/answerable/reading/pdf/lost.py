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
    left = Counter(_letters("".join(raw)))
    left.subtract(Counter(_letters(read)))
    missing = {letter: count for letter, count in left.items() if count > 0}
    if not missing:
        return {}
    held = Counter(_words(read))
    found: dict[int, list[str]] = {}
    for number, text in enumerate(raw, start=1):
        for word in _words(text):
            if held[word]:
                held[word] -= 1
            elif any(missing.get(letter, 0) > 0 for letter in word):
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


def _letters(text: str) -> str:
    return _UNPRINTED.sub("", _HYPHENS.sub("", text)).translate(_LIGATURES)


def _words(text: str) -> Iterator[str]:
    # One after the other: all words of thousands of pages would take more room than the pages.
    for one in _WORD.finditer(_HYPHENS.sub("", text).translate(_LIGATURES)):
        if word := _UNPRINTED.sub("", one[0]):
            yield word
