"""Whether text can be seen: its colour against what it stands on."""

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)

LEAST_CONTRAST = 1.16
"""Less than this (WCAG's ratio, 1 for the same colour) nobody sees on a screen or on paper."""


def colour_of(digits: str) -> Colour | None:
    """Return the colour that six hexadecimal digits name, or eight with transparency in front."""
    digits = digits.strip().lstrip("#")[-6:]
    try:
        number = int(digits, 16)
    except ValueError:
        return None
    return (number >> 16 & 255, number >> 8 & 255, number & 255) if len(digits) == 6 else None  # noqa: PLR2004 RRGGBB


def tinted(colour: Colour, tint: float) -> Colour:
    """Return a colour made lighter (to 1) or darker (to -1), as themes do."""
    if tint < 0:
        red, green, blue = (round(one * (1 + max(tint, -1))) for one in colour)
    else:
        red, green, blue = (round(one + (255 - one) * min(tint, 1)) for one in colour)
    return red, green, blue


def is_lost(text: Colour, ground: Colour) -> bool:
    """Return whether text of one colour cannot be seen on another."""
    return contrast(text, ground) < LEAST_CONTRAST


def contrast(text: Colour, ground: Colour) -> float:
    """Return how far two colours stand apart: one is the same colour, 21 is black on white (WCAG 2.2)."""
    dark, light = sorted((_light(text), _light(ground)))
    return (light + 0.05) / (dark + 0.05)


def _light(colour: Colour) -> float:
    red, green, blue = (_linear(one / 255) for one in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 sRGB
