"""Drawings in VML, which offices write for comments and controls, and not always as XML."""

import re
from collections.abc import Iterator

from answerable.inspecting.formats.words import is_usual_font

_CONDITION = re.compile(rb"<!\[(?:if [\w\s.!&|()]{1,60}|endif)\]>")
_BREAK = re.compile(rb"<br((?:\s[^<>]*[^<>/])?)>(?!\s*</br>)")

_FONTS = re.compile(r"(?:^|;)\s*((?:mso-bidi-)?font(?:-family)?)\s*:\s*([^;]*)", re.IGNORECASE)
_SIZE = r"\d{1,3}(?:\.\d{1,4})?"
# One size at most, and no longer a number than a size is: what is taken away here is asked about nowhere.
_BEFORE_A_FONT = re.compile(
    r"(?:(?:normal|italic|oblique|bold|small-caps|[1-9]00)(?:\s+|$))*"
    rf"(?:{_SIZE}(?:pt|px|em|in|%)(?:/{_SIZE}(?:pt|px|%)?)?(?:\s+|$))?",
    re.IGNORECASE,
)


def without_usual_fonts(style: str) -> str:
    """Return a style without the fonts that come with systems and offices: what it names besides may say anything."""
    return _FONTS.sub(lambda found: "" if all(map(is_usual_font, _families(found))) else found[0], style)  # fmt: skip


def unusual_fonts(style: str) -> Iterator[str]:
    """Yield the fonts of a style that come with no system and no office."""
    for found in _FONTS.finditer(style):
        yield from (font for font in _families(found) if not is_usual_font(font))


def _families(found: re.Match[str]) -> list[str]:
    said = found[2].strip()
    if found[1].lower() == "font":
        said = said[_BEFORE_A_FONT.match(said).end() :]  # type: ignore[union-attr] # it matches nothing, too
    return [one.strip(" \"'") for one in said.split(",")]


def well_formed(data: bytes) -> bytes:
    """Return a drawing without the conditions that PowerPoint writes, and with breaks of lines that end.

    What stands between conditions stays: it is looked at whatever the condition is.
    """
    return _BREAK.sub(rb"<br\1/>", _CONDITION.sub(b"", data))
