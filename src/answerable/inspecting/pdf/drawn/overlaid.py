"""Letters over letters: only those on top are seen, though a page without any of them differs from the one with all."""

import numpy as np
import numpy.typing as npt

from answerable.inspecting.pdf.drawn.difference import Difference
from answerable.inspecting.pdf.drawn.letters import Letters
from answerable.inspecting.pdf.drawn.sheet import Boxes, Drawn, Pixels, Sheet

Mask = npt.NDArray[np.bool_]

_COVERED = 0.6
_LEAST_SHARE = 0.02
_OVER = 0.3
_MOST_COMPARED = 3_000
_FEWEST = 2


def hidden_under_letters(
    sheet: Sheet, texts: list[Drawn], letters: Letters, shown: Pixels, is_invisible: Mask
) -> Mask:
    """Return which letters are seen no more because others stand in their place."""
    hidden = np.zeros(len(letters.signs), dtype=np.bool_)
    crowded = _crowded(letters, is_invisible)
    meeting = _meeting(letters, crowded, is_invisible)
    for is_later in (False, True):
        some = [one for one, later in meeting if later is is_later]
        if len(some) < _FEWEST:
            continue
        of = {int(letters.of[one]) for one in some}
        with sheet.without([texts[one] for one in of if one >= 0]):
            without = sheet.picture()
        share = Difference(shown, without).share(letters.boxes[some])
        for one, part in zip(some, share, strict=True):
            hidden[one] |= bool(part < _LEAST_SHARE)
    hidden[[one for one, _ in meeting if _is_written_over(letters, one, is_invisible)]] = True
    return hidden | _in_one_text(letters, crowded, is_invisible)


def _is_written_over(letters: Letters, one: int, is_invisible: Mask) -> bool:
    """Return whether a letter of about the same size stands in the place of another, whatever shows through."""
    boxes, box = letters.boxes, letters.boxes[one]
    height = box[3] - box[1]
    for each in _in_place_of(letters, one, is_invisible, share=_COVERED):
        is_other = letters.signs[each].casefold() != letters.signs[one].casefold()
        if (
            is_other
            and letters.is_read[each]
            and height / 2 <= boxes[each, 3] - boxes[each, 1] <= height * 2
        ):
            return True
    return False


def _crowded(letters: Letters, is_invisible: Mask) -> list[int]:
    """Return the letters of lines of which one lies over another for a good part."""
    boxes = letters.boxes
    drawn = (
        ~is_invisible
        & ~letters.stands_in
        & (boxes[:, 2] > boxes[:, 0])
        & (boxes[:, 3] > boxes[:, 1])
    )
    drawn &= np.fromiter(
        (not one.isspace() for one in letters.signs), dtype=np.bool_, count=len(letters.signs)
    )
    some = np.flatnonzero(drawn)
    if len(some) < _FEWEST:
        return []
    line = _lines(boxes[some])
    over = np.zeros(int(line[-1]) + 1, dtype=np.bool_)
    over[list(_over_each_other(_bounds(boxes[some], line)))] = True
    crowded = some[over[line]]
    found: list[int] = crowded[letters.is_read[crowded]][:_MOST_COMPARED].tolist()
    return found


def _lines(boxes: Boxes) -> npt.NDArray[np.int64]:
    """Return the number of the line of each letter: it ends where the next stands elsewhere than behind the last."""
    height = np.maximum(boxes[1:, 3] - boxes[1:, 1], boxes[:-1, 3] - boxes[:-1, 1])
    across = boxes[1:, 0] - boxes[:-1, 2]
    down = np.minimum(boxes[1:, 3], boxes[:-1, 3]) - np.maximum(boxes[1:, 1], boxes[:-1, 1])
    breaks = (across < -height / 2) | (across > 3 * height) | (down <= -height / 2)
    made: npt.NDArray[np.int64] = np.concatenate([[0], breaks.cumsum()])
    return made


def _bounds(boxes: Boxes, line: npt.NDArray[np.int64]) -> Boxes:
    """Return the bounds of each line; its letters stand one after the other."""
    starts = np.flatnonzero(np.concatenate([[True], line[1:] != line[:-1]]))
    least = np.minimum.reduceat(boxes[:, :2], starts)
    most = np.maximum.reduceat(boxes[:, 2:], starts)
    return np.concatenate([least, most], axis=1)


def _over_each_other(boxes: Boxes) -> set[int]:
    """Return the boxes that share a good part of the smaller of two."""
    found: set[int] = set()
    area = np.maximum(1e-6, (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]))
    order = np.argsort(boxes[:, 1])
    tops = boxes[order, 1]
    for place, number in enumerate(order.tolist()):
        # Only what begins further down the page, and before this one ends.
        end = int(np.searchsorted(tops, boxes[number, 3]))
        others = order[place + 1 : end]
        if not len(others):
            continue
        across = np.minimum(boxes[others, 2], boxes[number, 2]) - np.maximum(
            boxes[others, 0], boxes[number, 0]
        )
        down = np.minimum(boxes[others, 3], boxes[number, 3]) - boxes[others, 1]
        shared = np.where(across > 0, across * down, 0)
        over = others[shared >= _OVER * np.minimum(area[others], area[number])]
        if len(over):
            found |= {number, *over.tolist()}
    return found


def _meeting(letters: Letters, crowded: list[int], is_invisible: Mask) -> list[tuple[int, bool]]:
    """Return letters with another in their place that another text draws, and whether they are drawn later."""
    found = []
    for one in crowded:
        others = _in_place_of(letters, one, is_invisible)
        others = [each for each in others if letters.of[each] != letters.of[one]]
        if any(letters.signs[each].casefold() != letters.signs[one].casefold() for each in others):
            found.append((one, bool(letters.of[one] > max(letters.of[each] for each in others))))
    return found


def _in_place_of(
    letters: Letters, one: int, is_invisible: Mask, *, share: float = _COVERED / 2
) -> list[int]:
    boxes, box = letters.boxes, letters.boxes[one]
    across = np.minimum(boxes[:, 2], box[2]) - np.maximum(boxes[:, 0], box[0])
    down = np.minimum(boxes[:, 3], box[3]) - np.maximum(boxes[:, 1], box[1])
    area = max(1e-6, (box[2] - box[0]) * (box[3] - box[1]))
    shared = np.where((across > 0) & (down > 0), across * down, 0) / area
    some = (shared >= share) & (letters.of >= 0) & ~is_invisible
    # The letters of a ligature have one box, and none of them hides another.
    some &= letters.glyphs != letters.glyphs[one]
    return np.flatnonzero(some).tolist()


def _in_one_text(letters: Letters, crowded: list[int], is_invisible: Mask) -> Mask:
    """Return letters over others of the very text: set back, and written over."""
    made = np.zeros(len(letters.signs), dtype=np.bool_)
    for one in crowded:
        others = _in_place_of(letters, one, is_invisible)
        same = [
            each for each in others if letters.of[each] == letters.of[one] and letters.is_read[each]
        ]
        if any(letters.signs[each].casefold() != letters.signs[one].casefold() for each in same):
            made[one] = True
    return made
