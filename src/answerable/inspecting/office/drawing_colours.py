"""The colours of drawings: by name, by numbers of red, green and blue or of hue, and made lighter or darker."""

import colorsys
from collections.abc import Mapping

from PIL import ImageColor

from answerable.inspecting.colours import Colour, colour_of
from answerable.inspecting.markup import Element, attribute, local

_WHOLE = 100_000
_PER_DEGREE = 60_000
_DARKEST = 0.0031308
"""Up to here sRGB is a straight line."""

_SHORT = {"dk": "dark", "lt": "light", "med": "medium"}


def drawn_colour(value: Element, scheme: Mapping[str, Colour | None]) -> Colour | None:
    """Return the colour that an element of a drawing says, with what makes it lighter or darker; None if it is unknown."""
    colour = _base(value, scheme)
    for change in value:
        if colour is None:
            break
        colour = _changed(colour, local(change), _share(change))
    return colour


def _base(value: Element, scheme: Mapping[str, Colour | None]) -> Colour | None:
    name = local(value)
    if name == "srgbClr":
        return colour_of(attribute(value, "val"))
    if name == "sysClr":
        return colour_of(attribute(value, "lastClr"))
    if name == "prstClr":
        return _called(attribute(value, "val"))
    if name == "scrgbClr":
        red, green, blue = (min(max(_share(value, side), 0), 1) for side in "rgb")
        return _gamma(red), _gamma(green), _gamma(blue)
    if name == "hslClr":
        hue = _share(value, "hue") * _WHOLE / _PER_DEGREE / 360
        return _of_hue(hue, _share(value, "lum"), _share(value, "sat"))
    return scheme.get(attribute(value, "val"))


def _called(name: str) -> Colour | None:
    for short, long in _SHORT.items():
        if name.startswith(short) and name[len(short) :][:1].isupper():
            name = long + name[len(short) :]
    try:
        red, green, blue = ImageColor.getrgb(name.lower())[:3]
    except ValueError:
        return None
    return red, green, blue


def _changed(colour: Colour, name: str, share: float) -> Colour | None:
    if name in ("alpha", "satMod", "satOff", "alphaMod", "alphaOff"):
        return colour
    if name in ("lumMod", "lumOff", "lum"):
        hue, light, full = colorsys.rgb_to_hls(*(one / 255 for one in colour))
        light = {"lumMod": light * share, "lumOff": light + share, "lum": share}[name]
        return _of_hue(hue, light, full)
    if name in ("shade", "tint"):
        other = 0 if name == "shade" else 255
        red, green, blue = (round(one * share + other * (1 - share)) for one in colour)
        return red, green, blue
    return None


def _of_hue(hue: float, light: float, full: float) -> Colour:
    red, green, blue = colorsys.hls_to_rgb(hue % 1, min(max(light, 0), 1), min(max(full, 0), 1))
    return round(red * 255), round(green * 255), round(blue * 255)


def _gamma(linear: float) -> int:
    lifted = 12.92 * linear if linear <= _DARKEST else 1.055 * linear ** (1 / 2.4) - 0.055
    return round(255 * lifted)


def _share(element: Element, name: str = "val") -> float:
    try:
        said = attribute(element, name)
        number = float(said.removesuffix("%")) / (100 if said.endswith("%") else _WHOLE)
    except ValueError:
        return 0.0
    return min(max(number, -100.0), 100.0) if name != "hue" else number % (360 * _PER_DEGREE)
