"""Signs of Word's symbol fonts, which stand at private places there: as the signs that they show."""

_SYMBOL = {
    0x2D: "\u2212", 0x61: "\u03b1", 0x62: "\u03b2", 0x67: "\u03b3", 0x64: "\u03b4", 0x6D: "\u00b5",
    0x70: "\u03c0", 0x73: "\u03c3", 0x57: "\u03a9",
    0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA7: "▪",
    0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = 0xF000
_LAST = 0xF0FF
_RING = "o"
# No controls and no surrogates: nothing that JSON or XML cannot hold.
_CHARACTERS = (range(0x20, 0xD800), range(0xE000, 0xFFFE))


def sign_of(code: int, font: str) -> str:
    """Return the sign at a place of a symbol font; what stands there in Unicode where it is none known."""
    place = code - _PRIVATE if _PRIVATE <= code <= _LAST else code
    known = _FONTS.get(font.lower(), {}).get(place)
    if known:
        return known
    return chr(code) if any(code in one for one in _CHARACTERS) else ""


def bullet_of(text: str, font: str) -> str:
    """Return the bullet that a list's level shows: "•" for a blank, or for what a font keeps to itself."""
    sign = text.strip()[:1]
    if not sign:
        return "•"
    if sign == _RING:
        return "◦"
    place = ord(sign)
    if _PRIVATE <= place <= _LAST:
        shown = sign_of(place, font or "symbol")
        return "•" if shown == sign else shown
    return sign
