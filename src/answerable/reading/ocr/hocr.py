"""What Tesseract says of a page (hOCR), as lines of words with their boxes and how sure it is of each."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from answerable.reading.ocr.grey import Grey
from answerable.reading.ocr.parted import Pixels, parted
from answerable.reading.ocr.stacked import Move

# Only what is needed, and only from a program that writes it always in one way.
_PART = re.compile(
    r"<span class='ocr_(?:line|header|caption|textfloat)'[^>]*?title=\"bbox (?P<line>[\d ]+);"
    r" baseline (?P<slope>[-\d.e]+) (?P<foot>[-\d.e]+)"
    r"|<span class='ocrx_word'[^>]*?title='bbox (?P<box>[\d ]+); x_wconf (?P<sure>\d+)'[^>]*>(?P<words>.*?)</span>",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")
# Fewer spaces do not tell how wide the spaces of a line are.
_FEWEST_SPACES = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a picture; `box` in points, `sure` from 0 to 1, `foot` where its line's letters stand, in points.

    `read_as` is what it was read as together with the word behind it, if it was.
    """

    text: str
    box: tuple[float, float, float, float]
    sure: float
    foot: float
    line: int
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """A word in pixels."""

    text: str
    box: Pixels
    sure: float
    foot: float
    line: int
    read_as: str = ""


def words_of(
    said: str, *, dots: int, moves: Sequence[Move] = (), page: Grey | None = None
) -> list[Word]:
    """Return the words of a page in the order of its lines, which are numbered; `moves` are undone.

    Words that were read as one are parted where the pixels of the page tell it, if they are given.
    """
    scale = 72 / dots
    rows = [move.row for move in moves]
    words = list(_said(said))
    found = []
    for one in words if page is None else _apart(words, page):
        left, top, right, bottom = one.box
        place = bisect_right(rows, (top + bottom) / 2) - 1
        by = moves[place].by if place >= 0 else 0
        box = (left * scale, (top - by) * scale, right * scale, (bottom - by) * scale)
        foot = (one.foot - by) * scale
        found.append(Word(one.text, box, one.sure, foot, one.line, one.read_as))
    return found


def _said(said: str) -> Iterator[_Said]:
    line, left, bottom, slope, foot = -1, 0.0, 0.0, 0.0, 0.0
    for found in _PART.finditer(said):
        if found["line"]:
            line += 1
            corners = [float(side) for side in found["line"].split()]
            left, bottom = corners[0], corners[3]
            slope, foot = float(found["slope"]), float(found["foot"])
            continue
        text = " ".join(html.unescape(_TAG.sub("", found["words"])).split())
        x0, y0, x1, y1 = (int(side) for side in found["box"].split())
        if text:
            stands = bottom + foot + slope * ((x0 + x1) / 2 - left)
            yield _Said(text, (x0, y0, x1, y1), int(found["sure"]) / 100, stands, max(line, 0))


def _apart(words: Sequence[_Said], page: Grey) -> Iterator[_Said]:
    """Yield words, those parted that were read as one."""
    spaces: dict[int, list[int]] = {}
    for one, other in pairwise(words):
        if one.line == other.line:
            spaces.setdefault(one.line, []).append(other.box[0] - one.box[2])
    every = [space for line in spaces.values() for space in line]
    usual = median(every) if every else 0.0
    for word in words:
        own = spaces.get(word.line, [])
        space = median(own) if len(own) >= _FEWEST_SPACES else usual
        parts = parted(word.text, word.box, page, space=space) if space > 0 else []
        if len(parts) > 1:
            first, *rest = (replace(word, text=text, box=box) for text, box in parts)
            yield replace(first, read_as=word.text)
            yield from rest
        else:
            yield word
