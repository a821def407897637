"""How text of an OpenDocument file looks where it stands: what it does not say itself, it has from around it."""

import re
from dataclasses import dataclass, replace

from answerable.inspecting.colours import WHITE, Colour, is_lost
from answerable.inspecting.opendocument.styles import SMALLEST_POINTS, Styles
from answerable.inspecting.rebuilding.documents.blocks import Height, Run

_POINTS = re.compile(r"([\d.]+)pt")


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of how text looks."""

    is_hidden: bool = False
    ink: Colour | None = None
    ground: Colour | None = None
    points: float | None = None
    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    height: Height = "line"
    href: str = ""

    @property
    def is_unseen(self) -> bool:
        """Return whether nobody sees the text."""
        is_tiny = self.points is not None and self.points < SMALLEST_POINTS
        is_pale = self.ink is not None and is_lost(self.ink, self.ground or WHITE)
        return self.is_hidden or is_tiny or is_pale

    def run(self, text: str) -> Run:
        """Return a text that looks so."""
        return Run(text, self.is_bold, self.is_italic, self.is_struck, self.height, self.href)

    def styled(self, styles: Styles, family: str, name: str) -> "Look":
        """Return how text looks that has a style besides."""

        def said(what: str) -> str:
            return styles.said(family, name, what)

        weight, slant = said("font-weight"), said("font-style")
        line, place = said("text-line-through-style"), said("text-position")
        is_lost_in_its_lines = styles.is_pressed(family, name) or styles.is_off_the_page(
            family, name
        )
        size = _POINTS.fullmatch(said("font-size"))
        if size is None and styles.is_tiny(family, name):
            is_lost_in_its_lines = True
        ink = None if said("use-window-font-color") == "true" else styles.ink(family, name)
        return replace(
            self,
            is_hidden=self.is_hidden or styles.is_hidden(family, name) or is_lost_in_its_lines,
            ink=ink or self.ink,
            ground=styles.ground(family, name) or self.ground,
            points=float(size[1]) if size else self.points,
            is_bold=_is_heavy(weight) if weight else self.is_bold,
            is_italic=slant in ("italic", "oblique") if slant else self.is_italic,
            is_struck=line not in ("none", "") if line else self.is_struck,
            height=_height(place) if place else self.height,
        )


PLAIN = Look()


def _is_heavy(weight: str) -> bool:
    return weight == "bold" or (weight.isdecimal() and int(weight) >= 600)  # noqa: PLR2004 as of semi-bold


def _height(place: str) -> Height:
    if place.startswith("super"):
        return "above"
    return "below" if place.startswith("sub") else "line"
