"""Text on slides: of the colour of what it stands on, transparent, or too small to be read."""

import re
from dataclasses import dataclass, replace

from answerable.inspecting.colours import BLACK, WHITE, Colour, colour_of, is_lost
from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.drawing_colours import drawn_colour
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.slides.shapes import (
    UNFILLED,
    attribute_of_style,
    is_filled_by_style,
)
from answerable.inspecting.office.writing.styles import child, children
from answerable.inspecting.symbols import are_words_as_signs

SMALLEST_SIZE = 300
"""Hundredths of a point below which letters cannot be read."""

_USUAL_SIZE = 1_800
_WHOLE, _CLEAREST = 100_000, 10_000
_CLOSEST, _FARTHEST_LIFTED, _LOWEST_LINE = 0.4, 200_000, 10_000
_FARTHEST = 9_144_000
"""Ten inches: nobody begins a line as far from the edge of its box."""

_IS_NUMBER = re.compile(r"\d+\.?\d*").fullmatch

CODES = {
    "pptx": ("pptx.tiny-text", "pptx.invisible-text"),
    "xlsx": ("xlsx.tiny-text", "xlsx.invisible-text"),
    "docx": ("docx.tiny-text", "docx.invisible-text"),
}
_MAPPED = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of a theme by their names, and the ground of a slide if it is of one colour."""

    colours: dict[str, Colour | None]
    ground: Colour | None
    is_turned: bool = False
    """Whether the slide gives names to the colours that its master does not."""

    usual_size: int = _USUAL_SIZE
    usual_ink: Colour | None = None
    """The letters of a box that says nothing of them, where the presentation does."""

    def colour(self, fill: Element | None) -> Colour | None:
        """Return the colour of a filling; None if it has none that can be told."""
        return _colour(fill, self.colours)


def scheme_of(sheets: list[Element], theme: Element | None) -> Scheme:
    """Return the colours of a slide, which its layout and master say where it does not itself."""
    colours: dict[str, Colour | None] = {"lt1": WHITE, "dk1": BLACK}
    for one in named(theme, "clrScheme") if theme is not None else ():
        for each in one:
            value = next(iter(each), None)
            digits = "" if value is None else attribute(value, "lastClr") or attribute(value, "val")
            colours[local(each)] = colour_of(digits)
    turned = next((one for sheet in sheets for one in named(sheet, "overrideClrMapping")), None)
    mapping = next((one for sheet in sheets[::-1] for one in named(sheet, "clrMap")), None)
    mapping = mapping if turned is None else turned
    for name, usual in _MAPPED.items():
        meant = attribute(mapping, name) if mapping is not None else ""
        colours[name] = colours.get(meant or usual)
    for sheet in sheets:
        ground = next(named(sheet, "bg"), None)
        if ground is not None:
            fill = next(named(ground, "solidFill", "bgRef"), None)
            return Scheme(colours, _colour(fill, colours), turned is not None)
    return Scheme(colours, colours.get("bg1") if turned is not None else WHITE, turned is not None)


def with_usual_letters(scheme: Scheme, sheets: list[Element]) -> Scheme:
    """Return a slide's colours with how letters look of which no box says it: the smallest and palest that is said counts."""
    said = [
        one
        for sheet in sheets
        for styles in named(sheet, "defaultTextStyle", "otherStyle")
        for one in children(child(styles, "lvl1pPr"), "defRPr")
    ]
    sizes = [int(size) for one in said if (size := attribute(one, "sz")).isdigit()]
    inks = [ink for one in said if (ink := scheme.colour(child(one, "solidFill"))) is not None]
    lost = [one for one in inks if scheme.ground is not None and is_lost(one, scheme.ground)]
    ink = next(iter([*lost, *inks]), None)
    return replace(scheme, usual_size=min(sizes, default=_USUAL_SIZE), usual_ink=ink)


def scheme_of_chart(chart: Element, around: Scheme) -> Scheme:
    """Return the colours of a chart: it stands on what it is on, or on a filling of its own."""
    properties = child(chart, "spPr")
    fills = (
        [one for one in properties if local(one).endswith("Fill")] if properties is not None else []
    )
    if not fills or local(fills[0]) == "noFill":
        return around
    solid = fills[0] if local(fills[0]) == "solidFill" else None
    return Scheme(around.colours, around.colour(solid))


def _font_of(run: Element) -> str:
    """Return the font of a run, which its box may say for all that it holds."""
    body = next((one for one in run.iterancestors() if local(one) == "txBody"), None)
    usual = child(body, "lstStyle")
    holders = (child(run, "rPr"), usual)
    fonts = (
        attribute(one, "typeface")
        for holder in holders
        if holder is not None
        for one in named(holder, "latin")
    )
    return next(fonts, "")


def look_at_texts(
    package: Package, slide: Element, where: str, scheme: Scheme, *, of: str = "pptx"
) -> None:
    """Find runs of text in shapes that nobody sees, under the codes of slides or of workbooks."""
    tiny, invisible = CODES[of]
    for run in named(slide, "r", "fld"):
        text = "".join(one.text or "" for one in run if local(one) == "t")
        if text.strip():
            if are_words_as_signs(text, _font_of(run)):
                package.seen.add("office.symbol-font", where, text)
            if child(child(run, "rPr"), "blipFill") is not None:
                package.seen.add("office.picture-filled", where, text)
            is_tiny, is_invisible = unseen_text(run, scheme)
            if is_tiny:
                package.seen.add(tiny, where, text)
            if is_invisible:
                package.seen.add(invisible, where, text)


def unseen_text(run: Element, scheme: Scheme) -> tuple[bool, bool]:
    """Return whether a run of text in a shape is too small to be read, and whether it is lost on its ground."""
    if _is_lost_in_its_lines(run):
        return True, False
    properties = child(run, "rPr")
    properties = _usual(run) if properties is None else properties
    if properties is None:
        return _usual_size(run, scheme) * _scale(run) <= SMALLEST_SIZE, _is_lost_by_the_slide(
            run, scheme
        )
    size = attribute(properties, "sz")
    told = int(size) if size.isdigit() else _usual_size(run, scheme)
    is_tiny = told * _scale(run) <= SMALLEST_SIZE or _is_pressed(properties, told)
    return is_tiny, _is_unseen(properties, run, scheme)


def _usual_size(run: Element, scheme: Scheme) -> int:
    """Return how large the letters of a run are that says nothing of it itself."""
    said = attribute(_usual(run), "sz") if _usual(run) is not None else ""
    if said.isdigit():
        return int(said)
    return scheme.usual_size if _is_in_a_plain_box(run) else _USUAL_SIZE


def _is_pressed(properties: Element, size: int) -> bool:
    """Return whether letters stand on each other, or off their line."""
    if -_number(properties, "spc") > size * _CLOSEST:
        return True
    return abs(_number(properties, "baseline")) > _FARTHEST_LIFTED


def _is_lost_in_its_lines(run: Element) -> bool:
    """Return whether a run's lines have next to no height, or begin far aside."""
    paragraph = child(run.getparent(), "pPr")
    if paragraph is None:
        return False
    lines = [_number(one, "val") for one in named(paragraph, "spcPct") if _is_of_lines(one)]
    aside = max(_number(paragraph, name) for name in ("marL", "marR", "indent"))
    return any(0 < one < _LOWEST_LINE for one in lines) or aside > _FARTHEST


def _is_of_lines(one: Element) -> bool:
    return local(one.getparent()) == "lnSpc"


def _number(element: Element, name: str) -> float:
    found = re.fullmatch(r"(-?\d{1,9}(?:\.\d+)?)(%?)", attribute(element, name))
    return float(found[1]) * (1_000 if found[2] else 1) if found else 0.0


def _scale(run: Element) -> float:
    """Return by how much the box of a run shrinks its text to make it fit."""
    body = next((one for one in run.iterancestors() if local(one) == "txBody"), None)
    fitted = child(child(body, "bodyPr"), "normAutofit")
    given = attribute(fitted, "fontScale").removesuffix("%") if fitted is not None else ""
    # "62.5%" in files of the strict kind, 62500 in all others.
    return min(float(given) / (_WHOLE if given.isdigit() else 100), 1) if _IS_NUMBER(given) else 1


def _is_unseen(properties: Element, run: Element, scheme: Scheme) -> bool:
    if child(properties, "noFill") is not None:
        return not _is_outlined(child(properties, "ln"), run, scheme)
    fill = child(properties, "solidFill")
    if child(properties, "grpFill") is not None and not _is_in_a_group(run):
        return True
    blend = next((one for one in properties if local(one) in ("gradFill", "pattFill")), None)
    if fill is None and blend is not None:
        return _is_all_lost(blend, run, scheme)
    if fill is None:
        fill = child(_usual(run), "solidFill")
    if fill is None:
        return _is_lost_by_the_slide(run, scheme)
    if _is_clear(fill):
        return True
    marker = child(properties, "highlight")
    ink = scheme.colour(fill)
    ground = _ground(run, scheme) if marker is None else scheme.colour(marker)
    return ink is not None and ground is not None and is_lost(ink, ground)


def _is_all_lost(blend: Element, run: Element, scheme: Scheme) -> bool:
    """Return whether no colour of those that letters change through can be seen."""
    inks = [scheme.colour(one) for one in named(blend, "gs", "fgClr", "bgClr")]
    if inks and all(_is_clear(one) for one in named(blend, "gs", "fgClr", "bgClr")):
        return True
    ground = _ground(run, scheme)
    return (
        ground is not None
        and bool(inks)
        and all(ink is not None and is_lost(ink, ground) for ink in inks)
    )


def _is_clear(fill: Element) -> bool:
    """Return whether a filling lets all be seen that is behind it."""
    return any(_number(one, "val") < _CLEAREST for one in named(fill, "alpha"))


def _is_in_a_group(run: Element) -> bool:
    return any(local(one) == "grpSp" for one in run.iterancestors())


def _is_lost_by_the_slide(run: Element, scheme: Scheme) -> bool:
    """Return whether usual text is lost: the slide turns the colours round, or a box without a style is filled so."""
    styled = _ink_of_style(run, scheme)
    ink = styled or scheme.usual_ink or scheme.colours.get("tx1")
    ground = _ground(run, scheme)
    is_usual = scheme.is_turned or styled is not None or _is_in_a_plain_box(run)
    return is_usual and ink is not None and ground is not None and is_lost(ink, ground)


def _ink_of_style(run: Element, scheme: Scheme) -> Colour | None:
    """Return the colour of the letters of a shape by its style; None if it has none, or is a placeholder."""
    box = next((one for one in run.iterancestors() if local(one) == "sp"), None)
    if box is None or any(True for _ in named(box, "ph")):
        return None
    return scheme.colour(child(child(box, "style"), "fontRef"))


def _is_in_a_plain_box(run: Element) -> bool:
    """Return whether a run stands in a box of words that is no placeholder and has no style, and so is black."""
    box = next((one for one in run.iterancestors() if local(one) == "sp"), None)
    if box is None or child(box, "style") is not None or any(True for _ in named(box, "ph")):
        return False
    return any(attribute(one, "txBox") in ("1", "true") for one in named(box, "cNvSpPr"))


def _is_outlined(line: Element | None, run: Element, scheme: Scheme) -> bool:
    """Return whether the outlines of letters that are filled with nothing can be seen."""
    if line is None or child(line, "noFill") is not None:
        return False
    ink, ground = scheme.colour(child(line, "solidFill")), _ground(run, scheme)
    return ink is None or ground is None or not is_lost(ink, ground)


def _usual(run: Element) -> Element | None:
    """Return what the box of a run says of all its text."""
    for one in run.iterancestors():
        if local(one) == "txBody":
            return next((each for each in named(one, "defRPr")), None)
    return None


def _ground(run: Element, scheme: Scheme) -> Colour | None:
    """Return what a run stands on: its cell, its shape, or the slide; None if that is no single colour."""
    for one in run.iterancestors():
        name = local(one)
        properties = child(one, {"tc": "tcPr", "sp": "spPr"}.get(name, ""))
        if properties is not None:
            fill = child(properties, "solidFill")
            if fill is not None:
                return scheme.colour(fill)
            if any(
                local(each) in ("gradFill", "blipFill", "pattFill", "grpFill")
                for each in properties
            ):
                return None
        if (
            name == "tbl"
            and child(one, "tblPr") is not None
            and attribute_of_style(one) not in ("", *UNFILLED)
        ):
            return None
        if (
            name == "sp"
            and is_filled_by_style(one)
            and (properties is None or child(properties, "noFill") is None)
        ):
            return None
    return scheme.ground


def _colour(fill: Element | None, colours: dict[str, Colour | None]) -> Colour | None:
    value = next(iter(fill), None) if fill is not None else None
    return None if value is None else drawn_colour(value, colours)
