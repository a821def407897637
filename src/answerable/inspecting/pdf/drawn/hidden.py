"""Letters that nobody sees: what leaves a page as it is when it is left out, and why that is so."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from answerable.inspecting.colours import is_lost
from answerable.inspecting.pdf.drawn import library
from answerable.inspecting.pdf.drawn.difference import Difference, is_flat, part_of
from answerable.inspecting.pdf.drawn.letters import Letters
from answerable.inspecting.pdf.drawn.overlaid import hidden_under_letters
from answerable.inspecting.pdf.drawn.sheet import Boxes, Drawn, Pixels, Sheet

_LEAST_SHARE = 0.02
_FEWEST_OUTSIDE = 2
_SMALLEST = 3.0
_TINY = 1.6
"""Points: less than a letter of three points is high."""

_FLAT = 0.25
"""Points: what is lower or narrower is pressed together until nobody reads it, but for the letters that are a line."""

_LINES = frozenset("1Iijlt")
_FEWEST_TINY = 3
_MOST_BETWEEN = 3
_OF_A_SCAN = 0.5
_SHIMMER = 64
_MOST_OVER = 400

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Hidden:
    """Letters in a row that nobody sees, and the code of the finding that they are."""

    code: str
    text: str


@dataclass(slots=True)
class Look:
    """A page as it is drawn, without its text, and what is on it."""

    sheet: Sheet
    texts: list[Drawn]
    letters: Letters
    shown: Pixels
    bare: Pixels
    others: list[Drawn]
    """What is drawn and is no text."""

    boxes: Boxes
    """Where those stand."""

    is_covered: bool = False
    """Whether something lies on the page, or a layer of the file is off: then a text may be hidden by that."""


def hidden_letters(look: Look) -> tuple[list[Hidden], Mask]:
    """Return the letters that nobody sees, in rows, and which letters are seen."""
    letters = look.letters
    difference = Difference(look.shown, look.bare)
    share = difference.share(letters.boxes)
    modes = np.array([library.render_mode(one.at) for one in look.texts] or [0])
    is_invisible = _not_painted(letters, modes)
    unseen = letters.is_read & ((share < _LEAST_SHARE) | is_invisible)
    under = hidden_under_letters(look.sheet, look.texts, letters, look.shown, is_invisible)
    found = [Hidden("pdf.text-over-text", text) for text in _texts(letters, under & ~unseen)]
    found += list(_hardly_seen(look, letters.is_read & ~unseen & ~under))
    outside = _outside(look, letters.boxes)
    for row in _rows(letters, unseen, outside):
        found += _judged(look, row, outside, modes)
    found += [Hidden("pdf.tiny-text", text) for text in _texts(letters, _tiny(look) & ~unseen)]
    found += _hidden_without_letters(look, difference)
    return found, ~(unseen | under)


def _hardly_seen(look: Look, some: Mask) -> Iterator[Hidden]:
    """Yield letters of which something that was drawn later leaves a shimmer alone."""
    covered = some & _drawn_over(look)
    if covered.sum() < _FEWEST_TINY:
        return
    strong = Difference(look.shown, look.bare, least=_SHIMMER).share(look.letters.boxes)
    covered &= strong == 0
    for row in _rows(look.letters, covered, np.zeros(len(covered), dtype=np.bool_)):
        boxes = look.letters.boxes[row]
        box = np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])
        if len(row) >= _FEWEST_TINY and is_flat(part_of(look.shown, box), least=_SHIMMER):
            yield Hidden("pdf.hidden-text", "".join(look.letters.signs[one] for one in row))


def _drawn_over(look: Look) -> Mask:
    """Return the letters over whose middle something lies that was drawn after them."""
    boxes = look.letters.boxes
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    made = np.zeros(len(boxes), dtype=np.bool_)
    order = np.array([one.order for one in look.texts] or [0])
    for one, box in list(zip(look.others, look.boxes, strict=True))[:_MOST_OVER]:
        if one.order > order[0]:
            inside = (middle >= box[:2]).all(axis=1) & (middle <= box[2:]).all(axis=1)
            if inside.any():
                made |= inside & (order[look.letters.of] < one.order)
    return made


def _not_painted(letters: Letters, modes: npt.NDArray[np.int64]) -> Mask:
    if not (modes == library.INVISIBLE).any():
        return np.zeros(len(letters.signs), dtype=np.bool_)
    made: Mask = (letters.of >= 0) & (modes[letters.of] == library.INVISIBLE)
    return made


def _outside(look: Look, boxes: Boxes) -> Mask:
    height, width = look.shown.shape[:2]
    left, top, right, bottom = boxes.T
    made: Mask = (right <= 0) | (left >= width) | (bottom <= 0) | (top >= height)
    return made


def _tiny(look: Look) -> Mask:
    boxes = look.letters.boxes
    sides = np.abs(boxes[:, 2:] - boxes[:, :2]) / look.sheet.scale
    size = sides.max(axis=1)
    is_line = np.array([sign in _LINES for sign in look.letters.signs], dtype=np.bool_)
    is_pressed = (sides.min(axis=1) < _FLAT) & ~is_line
    made: Mask = look.letters.is_read & ((size < _TINY) | is_pressed) & (size > 0)
    return made


def _texts(letters: Letters, some: Mask) -> Iterator[str]:
    """Yield rows of letters of which some are, if they are enough to say something."""
    for row in _rows(letters, some, np.zeros(len(some), dtype=np.bool_)):
        if sum(some[one] for one in row) >= _FEWEST_TINY:
            yield "".join(letters.signs[one] for one in row)


def _rows(letters: Letters, some: Mask, apart: Mask) -> Iterator[list[int]]:
    """Yield letters in a row, with what stands between them; those that are apart are in rows of their own."""
    row: list[int] = []
    for number in np.flatnonzero(some).tolist():
        if row and (
            number - row[-1] > _MOST_BETWEEN
            or apart[number] != apart[row[-1]]
            or _is_between(letters, row, number)
        ):
            yield row
            row = []
        row += range(row[-1] + 1, number + 1) if row else [number]
    if row:
        yield row


def _is_between(letters: Letters, row: list[int], number: int) -> bool:
    """Return whether a letter that is seen stands between."""
    return any(letters.is_read[one] for one in range(row[-1] + 1, number))


def _judged(
    look: Look, row: list[int], outside: Mask, modes: npt.NDArray[np.int64]
) -> Iterator[Hidden]:
    letters = look.letters
    read = [one for one in row if letters.is_read[one]]
    text = "".join(letters.signs[one] for one in row)
    boxes = letters.boxes[read]
    if outside[row[0]]:
        if len(read) >= _FEWEST_OUTSIDE:
            yield Hidden("pdf.text-outside", text)
        return
    size = (boxes[:, 2:] - boxes[:, :2]).max(axis=0)
    if len(read) == 1 and (min(size) < _SMALLEST or _is_at_the_edge(look, boxes[0])):
        return
    drawn = look.texts[letters.of[read[0]]]
    mode = modes[letters.of[read[0]]]
    if _is_of_a_scan(look, drawn, mode, boxes):
        yield from _judged_on_scan(look, row)
    elif mode in library.FILLING and _is_undrawn(look, drawn, boxes):
        yield Hidden("pdf.undrawn-text", text)
    else:
        yield Hidden("pdf.hidden-text", text)


def _is_at_the_edge(look: Look, box: npt.NDArray[np.float64]) -> bool:
    height, width = look.shown.shape[:2]
    return bool(box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height)


def _is_of_a_scan(look: Look, drawn: Drawn, mode: int, boxes: Boxes) -> bool:
    """Return whether a picture of a page has such a text: one that is not drawn, or lies behind the picture."""
    pictures = [number for number, one in enumerate(look.others) if one.kind == library.IMAGE]
    if not pictures:
        return False
    height, width = look.shown.shape[:2]
    places = look.boxes[pictures]
    inside = np.clip(places, 0, [width, height, width, height])
    area = ((inside[:, 2] - inside[:, 0]) * (inside[:, 3] - inside[:, 1])).sum()
    if area < _OF_A_SCAN * width * height:
        return False
    middle = (boxes.min(axis=0)[:2] + boxes.max(axis=0)[2:]) / 2
    over = (places[:, :2] <= middle).all(axis=1) & (places[:, 2:] >= middle).all(axis=1)
    is_behind = any(look.others[pictures[one]].order > drawn.order for one in np.flatnonzero(over))
    return bool(over.any()) and (mode == library.INVISIBLE or is_behind)


def _judged_on_scan(look: Look, row: list[int]) -> Iterator[Hidden]:
    """Tell words over what could be their picture from words over nothing."""
    letters = look.letters
    word: list[int] = []
    over: list[str] = []
    for one in [*row, -1]:
        if one >= 0 and letters.is_read[one]:
            word.append(one)
            continue
        if word:
            boxes = letters.boxes[word]
            box = np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])
            said = "".join(letters.signs[each] for each in word)
            if len(word) > 1 and is_flat(part_of(look.bare, box, inset=0.08), least=40):
                yield Hidden("pdf.text-behind-nothing", said)
            else:
                over.append(said)
        word = []
    if over:
        yield Hidden("pdf.text-behind-picture", " ".join(over))


def _is_undrawn(look: Look, drawn: Drawn, boxes: Boxes) -> bool:
    """Return whether a text is not seen though nothing hides it: then its font cannot be drawn here."""
    if look.is_covered or library.is_see_through(drawn.at):
        return False
    *colour, alpha = library.colour_of(drawn.at)
    box = np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])
    if min(box[2] - box[0], box[3] - box[1]) <= 0:
        return False
    ground = part_of(look.bare, box)
    if alpha < 255 or ground.size == 0:  # noqa: PLR2004 nothing shows through
        return False
    blue, green, red = np.median(ground.reshape(-1, ground.shape[-1])[:, :3], axis=0)
    if is_lost((colour[0], colour[1], colour[2]), (int(red), int(green), int(blue))):
        return False
    later = np.array([one.order > drawn.order for one in look.others], dtype=np.bool_)
    if len(later) and (later & _meet(look.boxes, box)).any():
        return False
    clip = look.sheet.clipped_to(drawn)
    return clip is None or bool(
        clip[0] <= box[0] and clip[1] <= box[1] and clip[2] >= box[2] and clip[3] >= box[3]
    )


def _meet(boxes: Boxes, box: npt.NDArray[np.float64]) -> Mask:
    made: Mask = (
        (boxes[:, 0] < box[2])
        & (boxes[:, 2] > box[0])
        & (boxes[:, 1] < box[3])
        & (boxes[:, 3] > box[1])
    )
    return made


def _hidden_without_letters(look: Look, difference: Difference) -> Iterator[Hidden]:
    """Yield texts of which the list of letters knows nothing, and that change nothing."""
    share = difference.share(look.sheet.boxes_of(look.texts)) if look.texts else np.zeros(0)
    some = np.flatnonzero(share == 0).tolist()
    if not some:
        return
    known = set(look.letters.of.tolist())
    page = library.address(look.sheet.text)
    for number in some:
        text = "" if number in known else library.written_in(look.texts[number].at, page)
        if sum(map(str.isalnum, text)) > 1:
            yield Hidden("pdf.hidden-text", text)
