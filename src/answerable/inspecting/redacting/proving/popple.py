"""The words of pages as poppler's pdftotext tells them."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from answerable.inspecting.redacting.marks import Box

_PAGE = re.compile(r"<page [^>]*>(.*?)</page>", re.DOTALL)
_WORD = re.compile(
    r'<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)</word>',
    re.DOTALL,
)


class Word(NamedTuple):
    """A word, and where it is on the page as it is shown."""

    text: str
    box: Box


def told(text: str) -> Iterator[list[Word]]:
    """Yield the words of each page that pdftotext tells with their boxes."""
    for page in _PAGE.finditer(text):
        yield [_word(one) for one in _WORD.finditer(page[1])]


def _word(found: re.Match[str]) -> Word:
    left, top, right, bottom = (float(found[number]) for number in range(1, 5))
    return Word(html.unescape(found[5]), (left, top, right, bottom))
