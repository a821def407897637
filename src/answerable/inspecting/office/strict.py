"""Lengths of strict Open XML, which stand in points with their unit: told in twentieths of a point, as every rule reads them."""

import re

from answerable.inspecting.markup import Element, local

_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_SIDES = "top left start bottom right end".split()
_LENGTHS = {
    "pgSz": frozenset("w h".split()),
    "pgMar": frozenset("top right bottom left header footer gutter".split()),
    "ind": frozenset("left right start end hanging firstLine".split()),
    "spacing": frozenset("before after line val".split()),
    "framePr": frozenset("w h hSpace vSpace x y".split()),
    "tblpPr": frozenset(
        "tblpX tblpY leftFromText rightFromText topFromText bottomFromText".split()
    ),
    "cols": frozenset(["space"]),
    "col": frozenset("w space".split()),
    "tab": frozenset(["pos"]),
    **{name: frozenset(["val"]) for name in ("trHeight", "defaultTabStop")},
    **{
        name: frozenset(["w"])
        for name in ("tblW", "tcW", "gridCol", "tblInd", "wBefore", "wAfter", "tblCellSpacing")
    },
    **{side: frozenset(["w"]) for side in _SIDES},
}
"""The lengths whose plain numbers are twentieths of a point; others keep what they say, and are asked about."""

# No digit may be lost in the sum: Word writes two behind the point, and more could be somebody's words.
_POINTS = re.compile(r"(-?)(\d{1,4})(?:\.(\d{1,2}))?pt")


def tell_in_twentieths(root: Element) -> None:
    """Write the lengths of a strict document's part as plain numbers, as other documents have them."""
    if not root.tag.startswith(_STRICT):
        return
    for one in root.iter(*(f"{_STRICT}{name}" for name in _LENGTHS)):
        names = _LENGTHS[local(one)]
        for key, value in one.attrib.items():
            found = _POINTS.fullmatch(value) if key.rpartition("}")[2] in names else None
            if found:
                one.set(key, _twentieths(found))


def _twentieths(found: re.Match[str]) -> str:
    hundredths = 20 * (100 * int(found[2]) + int((found[3] or "").ljust(2, "0")))
    whole, rest = divmod(hundredths, 100)
    return f"{found[1]}{whole}" + (f".{rest:02}" if rest else "")
