"""Where two pictures of a page differ, and how much of it there is in a box."""

import numpy as np
import numpy.typing as npt

from answerable.inspecting.pdf.drawn.sheet import Boxes, Pixels

LEAST = 16
"""A change of less than this, of 255, in every colour is seen by nobody: 1.16 of WCAG's contrast on white."""

_NEAR = 2

Sums = npt.NDArray[np.int32]
Places = npt.NDArray[np.int64]
Counts = npt.NDArray[np.float64]


class Difference:
    """The dots in which two pictures differ."""

    def __init__(self, one: Pixels, other: Pixels, *, least: int = LEAST) -> None:
        """Compare two pictures of one page."""
        changed = _changed(one, other, least)
        self.height, self.width = changed.shape
        self._sums: Sums = np.zeros((self.height + 1, self.width + 1), dtype=np.int32)
        self._sums[1:, 1:] = changed
        # In place, and not by way of `cumsum`: that takes six times as long down a page.
        np.add.accumulate(self._sums, axis=1, out=self._sums)
        np.add.accumulate(self._sums, axis=0, out=self._sums)

    def any(self) -> bool:
        """Return whether they differ at all."""
        return bool(self._sums[-1, -1])

    def share(self, boxes: Boxes) -> Counts:
        """Return how much of each box differs, from 0 to 1; of a box without dots of its own, of the nearest."""
        left, top, right, bottom = self.corners(boxes)
        sums = self._sums
        count = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
        area = np.maximum(1, (right - left) * (bottom - top))
        made: Counts = count / area
        return made

    def corners(self, boxes: Boxes) -> tuple[Places, Places, Places, Places]:
        """Return the dots of boxes that lie on the page; boxes of some size without those that they share."""
        left, top, right, bottom = boxes.T
        wide, high = right - left > 2 * _NEAR, bottom - top > 2 * _NEAR
        across = (
            np.where(wide, np.ceil(left), np.floor(left)),
            np.where(wide, np.floor(right), np.ceil(right)),
        )
        down = (
            np.where(high, np.ceil(top), np.floor(top)),
            np.where(high, np.floor(bottom), np.ceil(bottom)),
        )
        return (
            np.clip(across[0], 0, self.width).astype(np.int64),
            np.clip(down[0], 0, self.height).astype(np.int64),
            np.clip(across[1], 0, self.width).astype(np.int64),
            np.clip(down[1], 0, self.height).astype(np.int64),
        )


def _changed(one: Pixels, other: Pixels, least: int) -> npt.NDArray[np.bool_]:
    """Return which dots differ by so much; most of two pages do not differ at all."""
    made: npt.NDArray[np.bool_] = one.view(np.uint32)[..., 0] != other.view(np.uint32)[..., 0]
    some = np.flatnonzero(made)
    apart = np.abs(
        one.reshape(-1, 4)[some].astype(np.int16) - other.reshape(-1, 4)[some].astype(np.int16)
    )
    made.ravel()[some] = (apart[:, 0] >= least) | (apart[:, 1] >= least) | (apart[:, 2] >= least)
    return made


def part_of(picture: Pixels, box: npt.NDArray[np.float64], *, inset: float = 0.0) -> Pixels:
    """Return the dots of a picture in a box, without a share of it at each side; it may be empty."""
    left, top, right, bottom = box
    across, down = (right - left) * inset, (bottom - top) * inset
    height, width = picture.shape[:2]
    rows = slice(
        int(np.clip(np.ceil(top + down), 0, height)),
        int(np.clip(np.floor(bottom - down), 0, height)),
    )
    columns = slice(
        int(np.clip(np.ceil(left + across), 0, width)),
        int(np.clip(np.floor(right - across), 0, width)),
    )
    made: Pixels = picture[rows, columns]
    return made


def is_flat(part: Pixels, *, least: int = LEAST, share: float = 0.01) -> bool:
    """Return whether hardly any dot of a part of a picture differs from most of them."""
    if part.size == 0:
        return True
    flat = part.reshape(-1, part.shape[-1])[:, :3].astype(np.int16)
    middle = np.median(flat, axis=0)
    differs = np.abs(flat - middle).max(axis=1) >= least
    return bool(differs.mean() < share)
