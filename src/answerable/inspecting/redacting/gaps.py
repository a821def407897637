"""The gaps that black boxes make on a page, and how wide each letter of the font is that stood there.

Apart from what names fit them: that is asked for where no PDF is, and the libraries take long to load.
"""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium
from pdfminer.fontmetrics import FONT_METRICS

from answerable.inspecting.redacting.characters import Character
from answerable.inspecting.redacting.plane import Area
from answerable.inspecting.redacting.widths import Gap

_LONGEST_FONT_NAME = 200


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
    name = (ctypes.c_char * _LONGEST_FONT_NAME)()
    pdfium.FPDFText_GetFontInfo(text, at, name, len(name), ctypes.byref(flags))
    return name.value.decode(errors="replace")
