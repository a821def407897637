"""The signs of a text: those that nobody sees go, and those of fonts with pictures for letters become known ones."""

import re
import unicodedata

from answerable.inspecting.rebuilding.documents.left_out import Left

# Marks of direction, joiners, tags, selectors of variants, and controls: all can hold words that nobody sees.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
    "\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_BLANKS = re.compile("[\r\x0b\x0c\x85\u2000-\u200a\u202f\u205f\u3000\u1680\u2800]")
_LINES = re.compile("\r\n|\u2028|\u2029")
_TAB = re.compile("\t+")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SYMBOLS = {
    0xB7: "•", 0xA7: "▪", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0xFE: "☒", 0xFD: "☒", 0x78: "☒",
    0xFC: "✓", 0xFB: "✗", 0xD8: "►", 0xE0: "→", 0xF0: "⇒", 0x6E: "■", 0x6C: "●", 0x76: "◆", 0xB0: "°",
    0xB1: "±", 0xB4: "×", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xAC: "←", 0xAD: "↑",
    0xAF: "↓", 0xDE: "⇒", 0x61: "\u03b1", 0x62: "β", 0x2D: "–", 0x20: " ", 0x28: "☎", 0x2A: "✉", 0x4A: "☺",
}  # fmt: skip
"""Signs of Symbol and Wingdings by their codes in these fonts."""


def readable(text: str, left: Left) -> str:
    """Return a text as it is seen: without signs that have no shape, which are counted."""
    text = _LINES.sub("\n", text)
    text, count = _UNSEEN.subn("", text)
    left.add("signs-without-a-shape", count)
    text = _TAB.sub(" ", _BLANKS.sub(" ", text))
    if _PRIVATE.search(text):
        text = _PRIVATE.sub(lambda found: symbol(ord(found[0]), left), text)
    return unicodedata.normalize("NFC", text)


def symbol(code: int, left: Left) -> str:
    """Return the sign that a font of pictures has at a code; a blank, which is counted, if it is not known."""
    known = _SYMBOLS.get(code & 0xFF) if 0xF000 <= code <= 0xF0FF or code <= 0xFF else None  # noqa: PLR2004
    if known is None:
        left.add("signs-of-fonts")
    return known or " "
