"""Measures that no ordinary file has: which range each has is listed, and what lies beyond asks, whatever it does."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.writing.styles import child


class Range(NamedTuple):
    """From which number to which a measure lies in files of ordinary offices."""

    least: float
    most: float


_TWIPS = Range(-4_000, 17_000)
"""Twentieths of a point: to the left of any page, and to the right edge of a broad one."""

_IN_TEXT = {
    ("tab", "pos"): _TWIPS,
    **{("ind", side): _TWIPS for side in ("right", "end")},
    ("spacing", "before"): Range(0, 7_200),
    ("spacing", "after"): Range(0, 7_200),
    ("spacing", "val"): Range(-1_000_000, 2_000),
    ("kern", "val"): Range(0, 3_276),
    ("w", "val"): Range(0, 600),
    ("sz", "val"): Range(0, 800),
    ("framePr", "hSpace"): Range(0, 10_000),
    ("framePr", "vSpace"): Range(0, 10_000),
    ("tblCellSpacing", "w"): Range(0, 4_000),
}
"""What documents say of their paragraphs, in twentieths of a point and the units of `w:`.

What is indented to the left, squeezed or lifted has rules of its own, which also keep it out of what is rebuilt.
"""

_DRAWN = {
    ("tab", "pos"): Range(0, 12_192_000),
    ("rPr", "spc"): Range(-1_000_000, 20_000),
    ("rPr", "sz"): Range(0, 80_000),
    ("spcPts", "val"): Range(0, 60_000),
    ("spcPct", "val"): Range(0, 600_000),
    ("camera", "fov"): Range(0, 10_800_000),
    ("tile", "sx"): Range(3_000, 1_000_000),
    ("tile", "sy"): Range(3_000, 1_000_000),
    ("tile", "tx"): Range(-12_192_000, 12_192_000),
    ("tile", "ty"): Range(-12_192_000, 12_192_000),
}
"""What text and pictures in drawings say, in their units: 12,700 to a point, hundredths of a point, thousandths of per cent."""

_SHARES = {
    "pctPosHOffset": Range(-20_000, 95_000),
    "pctPosVOffset": Range(-20_000, 95_000),
    "pctWidth": Range(2_000, 200_000),
    "pctHeight": Range(2_000, 200_000),
}
"""Shares of a page, which stand as text, in thousandths of per cent; nothing says that none is meant."""

_OF_CHARTS = {(side, "val"): Range(-0.95, 0.97) for side in ("x", "y")}
"""Where titles and keys stand, as shares of their chart."""

_MEASURED = tuple(
    dict.fromkeys([*(name for name, _ in (*_IN_TEXT, *_DRAWN, *_OF_CHARTS)), *_SHARES])
)
"""The elements that say any of this: a part has few of them among all that it has."""

_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d+)?")
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/drawingml/main}"
_WRITING = ("/wordprocessingml/2006/main}", "/wordprocessingml/main}")
_LOWEST_LINE = 200
"""Hundredths of a point below which lines are drawn on each other."""

_LEAST_COLUMN = 90_000
_LEAST_WARPED = 76_200
_HELD_IN = frozenset("p sp tbl pic anchor wsp txBody".split())
_LEAST_ROOM = 12_700
_SIDES = (("cx", "lIns", "rIns", 91_440), ("cy", "tIns", "bIns", 45_720))


def look_at_measures(package: Package, part: str, root: Element) -> None:
    """Find in one part measures beyond those of ordinary files, where there are words that they may take away."""
    where = f"“{part}”"
    for one, told in _beyond(root):
        if (said := said_with(one)) is not None:
            package.seen.add("office.unusual-measure", f"{told} in {where}", said)
    for one in named(root, "sp", "wsp"):
        if (
            _writes_beside(one)
            or _is_all_margin(one)
            or _has_no_columns(one)
            or _is_pressed_flat(one)
        ):
            package.seen.add("office.unusual-measure", f"bodyPr in {where}", text_of(one).strip())


def _beyond(root: Element) -> Iterator[tuple[Element, str]]:
    for one in named(root, *_MEASURED):
        ranges = _ranges_of(one.tag)
        name = local(one)
        for key, value in one.attrib.items() if ranges else ():
            usual = ranges.get((name, key.rpartition("}")[2]))
            if usual is not None and _NUMBER.fullmatch(value):
                number = float(value)
                is_usual = usual.least <= number <= usual.most or not number
                if not is_usual or _is_no_line(one, name, number):
                    yield one, f"{name} {key.rpartition('}')[2]}"
        share = _SHARES.get(name)
        if share is not None and _NUMBER.fullmatch((one.text or "").strip()):
            number = float(one.text)
            if number and not share.least <= number <= share.most:
                yield one, name


def _ranges_of(tag: str) -> dict[tuple[str, str], Range]:
    if tag.startswith(_MAIN, 1) or tag.startswith(_STRICT, 1):
        return _DRAWN
    if "/drawingml/2006/chart}" in tag or "/drawingml/chart}" in tag:
        return _OF_CHARTS
    return _IN_TEXT if any(one in tag for one in _WRITING) else {}


def said_with(one: Element) -> str | None:
    """Return the words to which a measure or property belongs; None where it belongs to a place without any."""
    for above in one.iterancestors():
        if local(above) in _HELD_IN:
            said = text_of(above).strip()
            is_picture = local(above) == "pic" or any(True for _ in named(above, "pic"))
            return said if said or is_picture else None
    # Styles, lists and the usual look of a file say it of any words.
    return ""


def _is_no_line(one: Element, name: str, number: float) -> bool:
    """Return whether a measure lets lines have next to no height."""
    return name == "spcPts" and local(one.getparent()) == "lnSpc" and number < _LOWEST_LINE


def _writes_beside(box: Element) -> bool:
    """Return whether a shape drawn by hand has its words outside of itself."""
    extent = _extent_of(box)
    if extent is None or not text_of(box).strip():
        return False
    width, height = (_number(attribute(extent, side)) for side in ("cx", "cy"))
    return any(
        _number(attribute(one, "l")) > width
        or _number(attribute(one, "t")) > height
        or _number(attribute(one, "r")) < 0
        or _number(attribute(one, "b")) < 0
        for form in named(box, "custGeom")
        for one in form
        if local(one) == "rect"
    )


def _has_no_columns(box: Element) -> bool:
    """Return whether the columns of a box leave its words no room between them."""
    settings, extent = _settings_of(box), _extent_of(box)
    if settings is None or extent is None or not text_of(box).strip():
        return False
    count = _number(attribute(settings, "numCol"))
    room = _number(attribute(extent, "cx")) - (count - 1) * _number(attribute(settings, "spcCol"))
    return count > 1 and room < count * _LEAST_COLUMN


def _is_pressed_flat(box: Element) -> bool:
    """Return whether words are drawn as large as a shape in which nothing can be read."""
    settings, extent = _settings_of(box), _extent_of(box)
    form = child(settings, "prstTxWarp")
    if extent is None or form is None or attribute(form, "prst") == "textNoShape":
        return False
    sides = [_number(attribute(extent, side)) for side in ("cx", "cy")]
    return min(sides) < _LEAST_WARPED and bool(text_of(box).strip())


def _settings_of(box: Element) -> Element | None:
    settings = child(child(box, "txBody"), "bodyPr")
    return child(box, "bodyPr") if settings is None else settings


def _extent_of(box: Element) -> Element | None:
    return next(
        (one for group in box if local(group) == "spPr" for one in named(group, "ext")), None
    )


def _is_all_margin(box: Element) -> bool:
    """Return whether the margins of a box leave its words no room."""
    settings, extent = _settings_of(box), _extent_of(box)
    if settings is None or extent is None or not text_of(box).strip():
        return False
    for size, first, last, usual in _SIDES:
        whole = _number(attribute(extent, size))
        margins = [_number(attribute(settings, one) or str(usual)) for one in (first, last)]
        # The usual margins of a low box are passed over by programs: only those that were set so count.
        is_set = any(attribute(settings, one) for one in (first, last))
        if is_set and whole and sum(margins) > max(whole - _LEAST_ROOM, 4 * usual):
            return True
    return False


def _number(text: str) -> float:
    return float(text) if _NUMBER.fullmatch(text) else 0.0
