"""Shapes, pictures and charts in any office file: hidden ones, cut pictures, and words that describe them."""

import re
from collections.abc import Iterator
from itertools import chain

from answerable.inspecting.markup import Element, attribute, is_on, local, named, text_of
from answerable.inspecting.office.addresses import code_of_address
from answerable.inspecting.office.package import Package

_PROPERTIES = ("cNvPr", "docPr")
# "Picture 3", "TextBox 1", in the languages of programs: a word or three and a number.
NAMED_BY_A_PROGRAM = re.compile(
    r"(?:Picture|Image|Graphic|Text ?Box|Rectangle|Rounded Rectangle|Rectangle: [\w ]+|Oval|Group|Title|Subtitle"
    r"|Chart|Diagram|Table|Shape|AutoShape|Freeform(?:: Shape)?|Line|Straight Connector|Straight Arrow Connector"
    r"|Connector|Content Placeholder|Text Placeholder|Picture Placeholder|Date Placeholder|Footer Placeholder"
    r"|Slide Number Placeholder|Slide Image Placeholder|Notes Placeholder|Header Placeholder|Arrow|Vertical Title"
    r"|Vertical Text Placeholder|Comment|Drop Down|Button|Object|Frame|Drawing|Graphic Frame|Placeholder|Ink)"
    r"(?: ?-?\d++)*+|",
    re.IGNORECASE,
)
_OF_FILTERS = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
_WHITE = ("white", "#fff", "#ffffff", "window")
_CACHES = (
    "strCache",
    "numCache",
    "multiLvlStrCache",
    "strLit",
    "numLit",
    "strDim",
    "numDim",
    "dlblRangeCache",
)


def look_at_drawing(package: Package, part: str, root: Element) -> None:
    """Find in one part what is drawn and not seen whole, and what is said of it to those who do not see."""
    where = f"“{part}”"
    for one in named(root, *_PROPERTIES):
        _look_at_shape(package, where, one)
    for one in named(root, "srcRect"):
        if any(_is_cut(one.get(side)) for side in "ltrb"):
            package.seen.add("office.cropped-picture", where)
    for one in named(root, "shape", "rect", "roundrect", "oval", "line", "group"):
        _look_at_old_shape(package, where, one)
    for one in named(root, "imagedata"):
        if any(
            _is_cut(attribute(one, f"crop{side}")) for side in ("left", "top", "right", "bottom")
        ):
            package.seen.add("office.cropped-picture", where)
    unshown = unshown_in_chart(root, keeps_cells=part.startswith("xl/"))
    for text in chain(unshown, _filtered_out(root)):
        package.seen.add("office.chart-words", where, text)
    for one in named(root, "hlinkClick", "hlinkHover", "hyperlink"):
        if attribute(one, "tooltip"):
            package.seen.add("office.tooltip", where, attribute(one, "tooltip"))


def chart_texts(root: Element) -> Iterator[tuple[str, str]]:
    """Yield the values that a chart keeps of cells, each with the formula that names the cells."""
    for cache in named(root, *_CACHES):
        above = cache.getparent()
        formula = next((text_of(one) for one in above if local(one) == "f"), "")
        for value in named(cache, "v", "pt"):
            text = (value.text or "").strip()
            if text:
                yield formula, text


def _filtered_out(root: Element) -> Iterator[str]:
    """Yield the words of the lines of a chart that somebody filtered out of it."""
    for one in root.iter(f"{_OF_FILTERS}*"):
        if local(one).startswith("filtered") and (said := text_of(one).strip()):
            yield said


def unshown_in_chart(root: Element, *, keeps_cells: bool) -> Iterator[str]:
    """Yield words that a chart keeps and does not draw: points beyond its count, names that no legend shows.

    Where it `keeps_cells`, what it has of them is compared with the cells instead.
    """
    if local(root) != "chartSpace":
        return
    for cache in named(root, *_CACHES):
        count = next((attribute(one, "val") for one in named(cache, "ptCount")), "")
        for point in named(cache, "pt"):
            place = attribute(point, "idx")
            if count.isdigit() and place.isdigit() and int(place) >= int(count):
                yield text_of(point)
    for one in named(root, "headerFooter"):
        # It is printed where the chart is printed by itself, and shown nowhere else.
        yield from (said for each in one if (said := text_of(each).strip()))
    yield from _titles_of_nothing(root)
    yield from _labels_of_nothing(root)
    yield from _left_out_of_the_key(root, keeps_cells=keeps_cells)
    if _names_series(root):
        return
    for series in named(root, "ser"):
        for title in (one for one in series if local(one) == "tx"):
            is_of_cells = any(True for _ in named(title, "f"))
            if not (is_of_cells and keeps_cells):
                yield from (text_of(one) for one in named(title, "v") if text_of(one).strip())


def _left_out_of_the_key(chart: Element, *, keeps_cells: bool) -> Iterator[str]:
    """Yield the names of series whose entry is taken out of the key, where no cell says them."""
    deleted = {
        attribute(idx, "val")
        for entry in named(chart, "legendEntry")
        if any(is_on(one) for one in named(entry, "delete"))
        for idx in named(entry, "idx")
    }
    for series in named(chart, "ser") if deleted else ():
        number = next((attribute(one, "val") for one in series if local(one) == "idx"), "")
        title = next((one for one in series if local(one) == "tx"), None)
        if number not in deleted or title is None:
            continue
        if not (keeps_cells and any(True for _ in named(title, "f"))):
            yield from (text_of(one) for one in named(title, "v") if text_of(one).strip())


_SHOW = ("showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize", "showLegendKey")


def _labels_of_nothing(chart: Element) -> Iterator[str]:
    """Yield the words of labels that are to show nothing."""
    for label in named(chart, "dLbl"):
        switches = [one for one in label if local(one) in _SHOW]
        if switches and not any(is_on(one) for one in switches):
            yield from (
                said for one in label if local(one) == "tx" and (said := text_of(one).strip())
            )


def _titles_of_nothing(chart: Element) -> Iterator[str]:
    """Yield the titles of axes that are deleted."""
    for axis in named(chart, "valAx", "catAx", "dateAx", "serAx"):
        if any(is_on(one) for one in axis if local(one) == "delete"):
            titles = (text_of(one).strip() for one in axis if local(one) == "title")
            yield from (one for one in titles if one)


def _names_series(chart: Element) -> bool:
    """Return whether a chart shows what its series are called: in a legend, a table, labels or its title."""
    if any(True for _ in named(chart, "legend", "dTable")):
        return True
    if any(is_on(one) for one in named(chart, "showSerName")):
        return True
    is_one = sum(1 for _ in named(chart, "ser")) == 1
    has_title = not any(is_on(one) for one in named(chart, "autoTitleDeleted"))
    return is_one and has_title


def _look_at_shape(package: Package, where: str, one: Element) -> None:
    if attribute(one, "hidden").lower() in ("1", "true", "on"):
        package.seen.add("office.hidden-shape", where, text_of(one.getparent().getparent()))
    described = attribute(one, "descr") or attribute(one, "title")
    if described:
        package.seen.add("office.description", where, described)
    if not NAMED_BY_A_PROGRAM.fullmatch(attribute(one, "name")):
        package.seen.add("office.shape-name", where, attribute(one, "name"))


def _look_at_old_shape(package: Package, where: str, one: Element) -> None:
    """Find hidden shapes and descriptions in the older language of drawings (VML)."""
    style = attribute(one, "style").replace(" ", "").lower()
    is_note = any(attribute(data, "ObjectType") == "Note" for data in named(one, "ClientData"))
    if "visibility:hidden" in style and not is_note:
        package.seen.add("office.hidden-shape", where, text_of(one))
    if (words := _path_of(one)) and has_white_letters(one):
        package.seen.add("office.hidden-shape", where, words)
    for said in (attribute(one, "alt"), attribute(one, "title")):
        if said:
            package.seen.add("office.description", where, said)
    if address := attribute(one, "href"):
        package.seen.add(code_of_address(address), where, address)


def has_white_letters(shape: Element) -> bool:
    """Return whether letters that are drawn along a path are as white as the page, with no line around them."""
    stroked = attribute(shape, "stroked").lower() in ("f", "false")
    stroked = stroked or attribute(shape, "strokecolor").lower() in _WHITE
    return stroked and attribute(shape, "fillcolor").lower() in _WHITE


def _path_of(shape: Element) -> str:
    return next((attribute(one, "string") for one in shape if local(one) == "textpath"), "")


def _is_cut(given: str | None) -> bool:
    """Return whether a side of a picture is cut by more than a thousandth of it."""
    number = re.match(r"-?\d*\.?\d+", given or "")
    if number is None:
        return False
    value = float(number[0])
    return value > 100 or (0.001 < value < 1)  # noqa: PLR2004 thousandths of per cent, or a share of one
