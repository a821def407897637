"""Rows whose labels stand halfway down what is beside them, as those of some word processors' tables do."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_LEVEL = 2.0
_MOSTLY = 0.8
_FEWEST_OFF = 2
_ONE_LABEL = 1.45
_MIDDLE = 0.35


@dataclass(slots=True)
class Tall:
    """A band as far as its place goes: its top and bottom, the foot of its label, and of what is beside that."""

    top: float
    bottom: float
    label: float | None
    others: Sequence[float]
    size: float


def is_centred(bands: Sequence[Tall]) -> bool:
    """Return whether labels mostly stand on no line with what is beside them."""
    both = [band for band in bands if band.label is not None and band.others]
    level = sum(
        any(abs(foot - (band.label or 0.0)) <= _LEVEL for foot in band.others) for band in both
    )
    return len(both) - level >= _FEWEST_OFF and level < len(both) * _MOSTLY


def centred_starts(bands: Sequence[Tall]) -> list[bool]:
    """Return which bands begin a row: each row ends as far below the middle of its label as it begins above."""
    labels = _labels(bands)
    starts = [place == 0 for place in range(len(bands))]
    top = bands[0].top
    for (_, last, middle), (following, _, _) in pairwise(labels):
        bottom = 2 * middle - top
        ends: dict[int, float] = {}
        low = max(band.bottom for band in bands[: last + 1])
        for place in range(last, following):
            low = max(low, bands[place].bottom)
            ends[place] = abs(low - bottom)
        cut = min(ends, key=lambda place: ends[place]) + 1
        starts[cut] = True
        top = min(band.top for band in bands[cut : following + 1])
    return starts


def _labels(bands: Sequence[Tall]) -> list[tuple[int, int, float]]:
    """Return the first and the last band of each label, and how far down its middle stands."""
    found: list[tuple[int, int, float, float]] = []
    for place, band in enumerate(bands):
        if band.label is None:
            continue
        if found and band.label - found[-1][3] <= band.size * _ONE_LABEL:
            first, _, top, _ = found[-1]
            found[-1] = (first, place, top, band.label)
        else:
            found.append((place, place, band.label, band.label))
    return [
        (first, last, (top + foot) / 2 - bands[first].size * _MIDDLE)
        for first, last, top, foot in found
    ]
