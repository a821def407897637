"""Pictures of which something is not seen, and what lies under shapes that were drawn over it."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from answerable.inspecting.pdf.drawn import library
from answerable.inspecting.pdf.drawn.difference import Difference, is_flat, part_of
from answerable.inspecting.pdf.drawn.hidden import Look
from answerable.inspecting.pdf.drawn.sheet import Boxes, Drawn, Pixels

_LEAST_SIDE = 3.0
_LEAST_OF_COVER = 6.0
_SEEN = 0.85
_HARDLY = 0.02
_MOST_PICTURES = 200
_MOST_COVERS = 400
_TENTH = 0.1
_LEAST_INK = 40
_MOST_ROWS = 500
_STAMP, _LARGE, _TOO_FINE = 36.0, 600, 50.0
"""Points that a stamp has at most, dots of a page that can be read, and dots for one dot of the screen."""


def look_at_pictures(look: Look) -> Iterator[str]:
    """Yield the codes of what is amiss with the pictures of a page."""
    numbers = [number for number, one in enumerate(look.others) if one.kind == library.IMAGE][
        :_MOST_PICTURES
    ]
    if not numbers:
        return
    pictures = [look.others[number] for number in numbers]
    boxes = look.boxes[numbers]
    with look.sheet.without(pictures):
        without = look.sheet.picture()
    share = Difference(look.shown, without, least=6).share(boxes)
    for one, box, part in zip(pictures, boxes, share, strict=True):
        is_speck = (
            min(box[2:] - box[:2]) < _LEAST_SIDE and min(library.size_of(one.at)) > 2 * _LEAST_SIDE
        )
        if is_speck or (part < _HARDLY and not _is_drawn(one, part)):
            if _has_content(one):
                yield "pdf.hidden-picture"
        elif _is_cut(look, one, box) and _has_content(one):
            yield "pdf.cropped-picture"
        elif _is_made_small(look, one, box) and _has_content(one):
            yield "pdf.small-picture"
    yield from _hidden_under_pictures(look, pictures, boxes, share)


def _hidden_under_pictures(
    look: Look, pictures: list[Drawn], boxes: Boxes, share: npt.NDArray[np.float64]
) -> Iterator[str]:
    """Yield the code for each picture that a later one covers whole."""
    for number, one in enumerate(pictures[:-1]):
        later = boxes[number + 1 :]
        box = boxes[number]
        covers = (later[:, :2] <= box[:2] + 1).all(axis=1) & (later[:, 2:] >= box[2:] - 1).all(
            axis=1
        )
        if share[number] < _HARDLY or not covers.any() or not _has_content(one):
            continue
        with look.sheet.without([one]):
            without = look.sheet.picture()
        if Difference(look.shown, without, least=6).share(boxes[number : number + 1])[0] == 0:
            yield "pdf.hidden-picture"


def _dots_of(one: Drawn) -> Pixels | None:
    """Return the dots of a picture as it is kept, few of each row and column of a large one."""
    with library.bitmap_of(one.at) as dots:
        if dots is None:
            return None
        made: Pixels = dots[
            :: max(1, len(dots) // _MOST_ROWS), :: max(1, dots.shape[1] // _MOST_ROWS)
        ].copy()
        return made


def _has_content(one: Drawn) -> bool:
    """Return whether a picture is more than one colour; one that cannot be unpacked may be."""
    dots = _dots_of(one)
    return dots is None or not is_flat(dots, share=0.001)


def _is_made_small(look: Look, one: Drawn, box: npt.NDArray[np.float64]) -> bool:
    """Return whether a large picture is drawn so small that nothing that is written in it can be read."""
    longest = float(max(box[2:] - box[:2]))
    if longest > _STAMP * look.sheet.scale:
        return False
    with library.bitmap_of(one.at) as dots:
        return (
            dots is not None
            and min(dots.shape[:2]) >= _LARGE
            and max(dots.shape[:2]) > longest * _TOO_FINE
        )


def _is_drawn(one: Drawn, part: float) -> bool:
    """Return whether as much of a picture changes the page as there is in it beside its ground."""
    if part <= 0:
        return False
    dots = _dots_of(one)
    if dots is None:
        return True
    flat = dots.reshape(-1, dots.shape[2]).astype(np.int16)
    inked = (np.abs(flat - np.median(flat, axis=0)).max(axis=1) >= _LEAST_INK).mean()
    return bool(part >= inked * _TENTH)


def _is_cut(look: Look, one: Drawn, box: npt.NDArray[np.float64]) -> bool:
    """Return whether a good part of a picture lies off the page, or is clipped."""
    height, width = look.shown.shape[:2]
    area = (box[2] - box[0]) * (box[3] - box[1])
    if area <= 0:
        return True
    clip = look.sheet.clipped_to(one) or (0.0, 0.0, float(width), float(height))
    across = min(box[2], clip[2], width) - max(box[0], clip[0], 0)
    down = min(box[3], clip[3], height) - max(box[1], clip[1], 0)
    return bool(max(0.0, across) * max(0.0, down) < _SEEN * area)


def look_under_shapes(look: Look) -> bool:
    """Return whether something lies under a shape that was drawn over it and is all that is seen there."""
    numbers = _covers(look)
    if not numbers:
        return False
    candidates = [
        number for number in numbers
        if is_flat(part_of(look.shown, look.boxes[number], inset=_TENTH))
    ]  # fmt: skip
    if not candidates:
        return False
    with look.sheet.without([look.others[number] for number in candidates]):
        without = look.sheet.picture()
    return any(
        not is_flat(
            part_of(without, look.boxes[number], inset=_TENTH), least=_LEAST_INK, share=0.002
        )
        for number in candidates
    )


def _covers(look: Look) -> list[int]:
    """Return the filled shapes that are drawn over something."""
    found: list[int] = []
    boxes = look.boxes
    sizes = (boxes[:, 2:] - boxes[:, :2]).min(axis=1) if len(boxes) else np.zeros(0)
    for number in np.flatnonzero(sizes >= _LEAST_OF_COVER)[:_MOST_COVERS].tolist():
        one, box = look.others[number], boxes[number]
        if one.kind == library.IMAGE and number:
            is_over = True
        elif one.kind != library.PATH or not library.is_filled(one.at):
            continue
        else:
            is_over = False
        earlier = boxes[:number]
        meets = (
            (earlier[:, 0] < box[2])
            & (earlier[:, 2] > box[0])
            & (earlier[:, 1] < box[3])
            & (earlier[:, 3] > box[1])
        )
        if (is_over or one.kind == library.PATH) and meets.any():
            found.append(number)
    return found
