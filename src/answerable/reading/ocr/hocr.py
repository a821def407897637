"""What Tesseract says of a page (hOCR), as lines of words with their boxes and how sure it is of each."""

import html
import re
from dataclasses import dataclass

# Only what is needed, and only from a program that writes it always in one way.
_PART = re.compile(
    r"<span class='ocr_(?:line|header|caption|textfloat)'[^>]*?title=\"bbox (?P<line>[\d ]+);"
    r" baseline (?P<slope>[-\d.e]+) (?P<foot>[-\d.e]+)"
    r"|<span class='ocrx_word'[^>]*?title='bbox (?P<box>[\d ]+); x_wconf (?P<sure>\d+)'[^>]*>(?P<words>.*?)</span>",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a picture; `box` in points, `sure` from 0 to 1, `foot` where its line's letters stand, in points."""

    text: str
    box: tuple[float, float, float, float]
    sure: float
    foot: float
    line: int


def words_of(said: str, *, dots: int) -> list[Word]:
    """Return the words of a page in the order of its lines, which are numbered."""
    scale = 72 / dots
    words = []
    line, left, bottom, slope, foot = -1, 0.0, 0.0, 0.0, 0.0
    for found in _PART.finditer(said):
        if found["line"]:
            line += 1
            corners = [float(side) for side in found["line"].split()]
            left, bottom = corners[0], corners[3]
            slope, foot = float(found["slope"]), float(found["foot"])
            continue
        text = " ".join(html.unescape(_TAG.sub("", found["words"])).split())
        x0, y0, x1, y1 = (float(side) for side in found["box"].split())
        if text:
            stands = bottom + foot + slope * ((x0 + x1) / 2 - left)
            box = (x0 * scale, y0 * scale, x1 * scale, y1 * scale)
            words.append(Word(text, box, int(found["sure"]) / 100, stands * scale, max(line, 0)))
    return words
