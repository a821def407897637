"""A place drawn or read in a process of its own, as the file was inspected in one."""

import json
from collections.abc import Mapping
from typing import Any

from answerable.inspecting.findings import Place
from answerable.inspecting.limits import LARGEST_FILE
from answerable.inspecting.placed.shown import CannotShow, Cell, Row, ShownPlace
from answerable.inspecting.process import Ended, EndedByFault, said_apart

STARTED_AS: tuple[str, ...] = ("-m", "answerable.inspecting.placed.child")
"""What Python is told to run."""

MOST_SHOWN = 4 * 1024 * 1024
"""Bytes of what is shown of one place."""

_PNG = b"\x89PNG\r\n\x1a\n"
_NOT_SHOWN = "This place cannot be shown: open the file and look there"


def place_shown(data: bytes, *, name: str, place: Place) -> ShownPlace:
    """Return what stands at a place of a file: it is found again in the same bytes.

    :raises CannotShow: if it is not there, or cannot be drawn.
    """
    if len(data) > LARGEST_FILE:
        raise CannotShow(_NOT_SHOWN)
    box = list(place.box) if place.box else None
    asked = {"name": name, "where": place.where, "page": place.page, "box": box}
    try:
        said = said_apart(STARTED_AS, asked, data, most_said=MOST_SHOWN)
        line, _, picture = said.partition(b"\n")
        return _shown(json.loads(line), picture)
    except (Ended, EndedByFault, ValueError, TypeError, LookupError):
        raise CannotShow(_NOT_SHOWN) from None


def _shown(head: Mapping[str, Any], picture: bytes) -> ShownPlace:
    rows = tuple(
        Row(int(number), tuple(Cell(str(words), bool(is_it)) for words, is_it in cells))
        for number, cells in head["rows"]
    )
    if not rows and not (picture.startswith(_PNG) and len(picture) <= MOST_SHOWN):
        raise ValueError("nothing")
    return ShownPlace(b"" if rows else picture, tuple(map(str, head["columns"])), rows)
