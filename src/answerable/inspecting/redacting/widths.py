"""What the width of a black box gives away: which of the names that a reader may know fit it exactly."""

import ctypes
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium
from pdfminer.fontmetrics import FONT_METRICS

from answerable.inspecting.redacting.characters import Character
from answerable.inspecting.redacting.plane import Area
from answerable.inspecting.redacting.words import evened

SAME = 0.3
"""Points by which a name may be wider or narrower than a gap and still fit: half a dot of a common picture."""

FEW = 5
"""Names that fit a gap from which on there are enough to hide among."""

_LONGEST_NAME = 200
_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of text that a box covers, and how wide each letter of its font is there, in points."""

    text: str
    letters: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Telling:
    """How many of so many known names fit a gap on a page."""

    page: int
    fitting: int
    known: int

    def sentence(self) -> str:
        """Return what an officer has to know of it."""
        name = "name fits" if self.fitting == 1 else "names fit"
        return (
            f"On page {self.page}, {self.fitting} of {self.known} known {name} a gap exactly,"
            " so that its width may tell who it is: take out the whole line"
        )


def tellable_by_width(gap: Gap, surnames: Sequence[str]) -> int:
    """Return how many of the surnames fit a gap exactly, in the place of the one that stood there.

    Where none of them stood there, each is tried for the whole of the gap.
    """
    stood = {evened(one).text for one in surnames}
    place = next(
        (one for one in _WORD.finditer(gap.text) if evened(one[0]).text in stood),
        None,
    )
    before = gap.text[: place.start()] if place else ""
    behind = gap.text[place.end() :] if place else ""
    width = _width(gap.text, gap.letters)
    return sum(
        abs(_width(before + one + behind, gap.letters) - width) <= SAME
        for one in dict.fromkeys(surnames)
    )


def telling(page: int, gaps: Sequence[Gap], surnames: Sequence[str]) -> list[Telling]:
    """Return for which gaps of a page so few names fit that the width tells something."""
    names = [one[:_LONGEST_NAME] for one in dict.fromkeys(surnames) if one.strip()]
    found = [Telling(page, tellable_by_width(one, names), len(names)) for one in gaps]
    return [one for one in found if 0 < one.fitting <= FEW]


def gaps_of(
    page: pypdfium2.PdfPage, characters: Sequence[Character], areas: Sequence[Area]
) -> list[Gap]:
    """Return the stretches of text that areas cover on a page, with the widths of their letters."""
    fonts = _Fonts(page)
    gaps = []
    for area in areas:
        under = [one for one in characters if area.holds(one.area.middle)]
        text = "".join(one.sign for one in under).strip()
        first = next((one for one in under if one.sign.strip()), None)
        if first is not None and any(sign.isalpha() for sign in text):
            gaps.append(Gap(text, fonts.letters(first)))
    return gaps


@dataclass(slots=True)
class _Fonts:
    """The letters of a page by the font and the size that they are in."""

    page: pypdfium2.PdfPage
    known: dict[tuple[str, float], dict[str, float]] = field(default_factory=dict)
    places: dict[tuple[str, Area], tuple[str, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        text = self.page.get_textpage()
        box = pdfium.FS_RECTF()
        for at in range(pdfium.FPDFText_CountChars(text)):
            if not pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
                continue
            sign = chr(pdfium.FPDFText_GetUnicode(text, at))
            font = (_font_name(text, at), round(pdfium.FPDFText_GetFontSize(text, at), 2))
            self.known.setdefault(font, {}).setdefault(sign, box.right - box.left)
            self.places[sign, Area(box.left, box.bottom, box.right, box.top)] = font
        text.close()

    def letters(self, one: Character) -> dict[str, float]:
        """Return the widths of letters in the font of a character; those that are not on the page are estimated."""
        known = self.known.get(self.places.get((one.sign, one.area), ("", 0.0)), {})
        usual = FONT_METRICS["Helvetica"][1]
        both = [sign for sign in known if usual.get(sign) and known[sign] > 0]
        each = sum(known[sign] for sign in both) / max(1, sum(usual[sign] for sign in both))
        return {**{sign: width * each for sign, width in usual.items()}, **known}


def _font_name(text: pypdfium2.PdfTextPage, at: int) -> str:
    flags = ctypes.c_int()
    # Not `create_string_buffer`, which the process apart is not allowed.
    name = (ctypes.c_char * _LONGEST_NAME)()
    pdfium.FPDFText_GetFontInfo(text, at, name, len(name), ctypes.byref(flags))
    return name.value.decode(errors="replace")


def _width(text: str, letters: Mapping[str, float]) -> float:
    usual = letters.get("n", 0.0)
    return sum(letters.get(sign, usual) for sign in text)
