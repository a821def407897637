"""How far apart the filled rows and columns of a sheet are, by their own heights and widths."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

_FAR_DOWN = 3_000.0
"""Points: as tall as two hundred rows of the usual height."""

_FAR_RIGHT = 400.0
"""Letters: wider than thirty columns of the usual width."""

_USUAL_WIDTH = 8.43


@dataclass(slots=True)
class Distances:
    """Takes in rows as they come; `far` is the first filled row that stands far below the one before it."""

    far: int = 0
    _blank: float = 0.0

    def take_blank(self, height: str) -> None:
        """Take in a row without content, of a height in points."""
        try:
            self._blank += float(height)
        except ValueError:
            return

    def take_filled(self, number: int) -> None:
        """Take in a row with content, by its number."""
        if self._blank > _FAR_DOWN and not self.far:
            self.far = number
        self._blank = 0.0


def beyond_broad_columns(columns: Iterable[int], widths: Mapping[int, float]) -> int:
    """Return the first filled column that others without content keep far from the one before it; 0 if none does."""
    for one, after in pairwise([0, *columns]):
        between = range(one + 1, after)
        if between and sum(widths.get(each, _USUAL_WIDTH) for each in between) > _FAR_RIGHT:
            return after
    return 0
