"""What stands in a picture a shade off its ground, where no eye tells it: letters, and not noise or shadows."""

import numpy as np
import numpy.typing as npt
from PIL import Image

Levels = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
Mask = npt.NDArray[np.bool_]

_MOST_DOTS = 6_000_000
_DEEPEST = 65_535
_NEAR = 5
"""Steps of 255 that nobody tells apart on a screen."""

_LEAST_GROUND = 0.5
_SEAM = 8
_FEWEST, _MOST_SHARE = 40, 0.2
_TOGETHER = 0.75
"""The share of letters' dots that have others beside them: those of noise stand alone."""

_LEAST_STEPS = 6
"""How often a row through letters changes at least: a shadow begins and ends."""

_ROWS = 5


def is_drawn_faintly(picture: Image.Image) -> bool:
    """Return whether something like letters stands on a flat ground, and is all but of its colour.

    Channels of sixteen bits are told by both their bytes. Of very large pictures it is not told.
    """
    return any(faint is not None for _, faint in _told(picture))


def without_what_is_faint(picture: Image.Image) -> Image.Image:
    """Return a picture of eight bits a channel in which what was drawn so has the colour of its ground."""
    told = _told(picture)
    if not any(faint is not None for _, faint in told):
        return picture
    channels = [
        levels if faint is None else np.where(faint, _ground_of(levels)[0], levels)
        for levels, faint in told
    ]
    made = [Image.fromarray(one.astype(np.uint8), "L") for one in channels]
    return made[0] if len(made) == 1 else Image.merge(picture.mode, made)


def _told(picture: Image.Image) -> list[tuple[Levels, Mask | None]]:
    """Return the levels of each channel, and where something is drawn faintly in it."""
    if picture.width * picture.height > _MOST_DOTS or picture.mode == "1":
        return []
    return [(levels, _on_its_ground(levels, fine)) for levels, fine in _channels(picture)]


def _channels(picture: Image.Image) -> list[tuple[Levels, int]]:
    """Return the levels of each channel, and how many of them are one step of 255."""
    if picture.mode.startswith("I"):
        return [(np.asarray(picture).clip(0, _DEEPEST).astype(np.uint16), 257)]
    if picture.mode in ("P", "PA"):
        picture = picture.convert("RGBA")
    if picture.mode not in ("L", "LA", "RGB", "RGBA"):
        return []
    return [(np.asarray(one), 1) for one in picture.split()]


def _ground_of(levels: Levels) -> tuple[int, int]:
    """Return the level that most dots have, and how many have it."""
    counts = np.bincount(levels.ravel())
    ground = int(counts.argmax())
    return ground, int(counts[ground])


def _on_its_ground(levels: Levels, fine: int) -> Mask | None:
    """Return where something stands on a flat ground and is all but of its level; None if nothing does."""
    ground, dots = _ground_of(levels)
    if dots == levels.size or dots < levels.size * _LEAST_GROUND:
        return None
    apart = np.abs(np.arange(_DEEPEST + 1 if fine > 1 else 256) - ground)
    near = ((apart > 0) & (apart <= _NEAR * fine))[levels]
    if near.sum() < _FEWEST:
        return None
    far = (apart > _NEAR * fine)[levels]
    # What is seen ends softly, and programs ring around it.
    near &= ~_grown(far, _SEAM)
    count = int(near.sum())
    is_like_letters = (
        _FEWEST <= count <= levels.size * _MOST_SHARE
        and _stands_together(near, count)
        and _changes_often(near)
    )
    return near if is_like_letters else None


def _grown(some: Mask, by: int) -> Mask:
    """Return some dots with all that are near to them."""
    made = some.copy()
    for axis in (0, 1):
        wide = made.copy()
        for step in range(1, by + 1):
            ahead, behind = np.roll(made, step, axis), np.roll(made, -step, axis)
            index = [slice(None), slice(None)]
            index[axis] = slice(0, step)
            ahead[tuple(index)] = False
            index[axis] = slice(-step, None)
            behind[tuple(index)] = False
            wide |= ahead | behind
        made = wide
    return made


def _stands_together(near: Mask, count: int) -> bool:
    padded = np.pad(near.astype(np.int8), 1)
    height, width = near.shape
    beside = sum(
        padded[1 + down : 1 + down + height, 1 + across : 1 + across + width]
        for down in (-1, 0, 1)
        for across in (-1, 0, 1)
        if down or across
    )
    return bool((near & (beside >= 2)).sum() >= _TOGETHER * count)  # noqa: PLR2004 a stroke goes on at both ends


def _changes_often(near: Mask) -> bool:
    steps = (near[:, 1:] != near[:, :-1]).sum(axis=1)
    return bool((steps >= _LEAST_STEPS).sum() >= _ROWS)
