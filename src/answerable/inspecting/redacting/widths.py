"""What the width of a black box gives away: which of the names that a reader may know fit it exactly."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


def _width(text: str, letters: Mapping[str, float]) -> float:
    usual = letters.get("n", 0.0)
    return sum(letters.get(sign, usual) for sign in text)
