"""What is drawn over cells in the old way (VML): notes that are shown, buttons, shapes of old workbooks."""

import re
from collections.abc import Iterator

from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.office.workbooks.around import Area

_HIDDEN = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
_PLACES = 8
_HALF_A_ROW, _HALF_A_COLUMN = 10, 32


def old_drawn_areas(root: Element) -> Iterator[Area]:
    """Yield the cells that each shape lies over that is shown."""
    for data in named(root, "ClientData"):
        shape = data.getparent()
        is_note = attribute(data, "ObjectType") == "Note"
        is_shown = any(local(one) == "Visible" for one in data)
        if _HIDDEN.search(attribute(shape, "style")) or (is_note and not is_shown):
            continue
        for anchor in named(data, "Anchor"):
            numbers = [int(one) for one in re.findall(r"-?\d+", text_of(anchor))]
            if len(numbers) == _PLACES:
                left, _, top, _, right, beside, bottom, below = numbers
                last = bottom + (below >= _HALF_A_ROW)
                end = right + (beside >= _HALF_A_COLUMN)
                yield top + 1, left + 1, max(top + 1, last), max(left + 1, end)
