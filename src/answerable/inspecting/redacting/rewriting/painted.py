"""Patterns and masks, whose own text and pictures cannot be taken out where a mark lies."""

import pikepdf

from answerable.inspecting.redacting.plane import Area, Matrix, around, corners, moved
from answerable.inspecting.redacting.rewriting.work import Work
from answerable.inspecting.redacting.unsupported import Unsupported

_DRAWING = frozenset(("Tj", "TJ", "'", '"', "Do", "INLINE IMAGE"))


def check_pattern(pattern: pikepdf.Object | None) -> None:
    """Do nothing if a pattern is drawn of lines and colours alone.

    :raises Unsupported: if it draws text or pictures.
    """
    if isinstance(pattern, pikepdf.Stream) and _draws(pattern):
        raise Unsupported("a pattern made of text or pictures")


def check_mask(mask: pikepdf.Object | None, matrix: Matrix, work: Work) -> None:
    """Do nothing if a soft mask is drawn of lines and colours alone, or lies apart from all marks.

    :raises Unsupported: if it draws text or pictures where a mark is.
    """
    group = mask.get("/G") if isinstance(mask, pikepdf.Dictionary) else None
    if isinstance(group, pikepdf.Stream) and _is_near(group, matrix, work) and _draws(group):
        raise Unsupported("a mask made of text or pictures")


def _is_near(group: pikepdf.Stream, matrix: Matrix, work: Work) -> bool:
    box = group.get("/BBox")
    inner = group.get("/Matrix")
    if not isinstance(box, pikepdf.Array) or inner is not None:
        return True
    left, bottom, right, top = (float(one) for one in box.as_list())
    place = around([moved(one, matrix) for one in corners(Area(left, bottom, right, top))])
    return bool(work.marks_meeting(place))


def _draws(stream: pikepdf.Stream) -> bool:
    return any(str(one.operator) in _DRAWING for one in pikepdf.parse_content_stream(stream))
