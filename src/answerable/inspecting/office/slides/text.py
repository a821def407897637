"""Text on slides: of the colour of what it stands on, transparent, or too small to be read."""

import re
from dataclasses import dataclass

from answerable.inspecting.colours import BLACK, WHITE, Colour, colour_of, is_lost
from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.writing.styles import child

SMALLEST_SIZE = 300
"""Hundredths of a point below which letters cannot be read."""

_USUAL_SIZE = 1_800
_WHOLE = 100_000
_IS_NUMBER = re.compile(r"\d+\.?\d*").fullmatch

_CODES = {
    "pptx": ("pptx.tiny-text", "pptx.invisible-text"),
    "xlsx": ("xlsx.tiny-text", "xlsx.invisible-text"),
}
_MAPPED = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of a theme by their names, and the ground of a slide if it is of one colour."""

    colours: dict[str, Colour | None]
    ground: Colour | None
    is_turned: bool = False
    """Whether the slide gives names to the colours that its master does not."""

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


def look_at_texts(
    package: Package, slide: Element, where: str, scheme: Scheme, *, of: str = "pptx"
) -> None:
    """Find runs of text in shapes that nobody sees, under the codes of slides or of workbooks."""
    tiny, invisible = _CODES[of]
    for run in named(slide, "r", "fld"):
        text = "".join(one.text or "" for one in run if local(one) == "t")
        if text.strip():
            is_tiny, is_invisible = unseen_text(run, scheme)
            if is_tiny:
                package.seen.add(tiny, where, text)
            if is_invisible:
                package.seen.add(invisible, where, text)


def unseen_text(run: Element, scheme: Scheme) -> tuple[bool, bool]:
    """Return whether a run of text in a shape is too small to be read, and whether it is lost on its ground."""
    properties = child(run, "rPr")
    properties = _usual(run) if properties is None else properties
    if properties is None:
        return _USUAL_SIZE * _scale(run) <= SMALLEST_SIZE, _is_lost_by_the_slide(run, scheme)
    size = attribute(properties, "sz")
    told = int(size) if size.isdigit() else _USUAL_SIZE
    is_tiny = told * _scale(run) <= SMALLEST_SIZE
    return is_tiny, _is_unseen(properties, run, scheme)


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
    if fill is None and (blend := child(properties, "gradFill")) is not None:
        return _is_all_lost(blend, run, scheme)
    if fill is None:
        fill = child(_usual(run), "solidFill")
    if fill is None:
        return _is_lost_by_the_slide(run, scheme)
    if any(
        attribute(one, "val").rstrip("%") in ("0", "1000", "2000") for one in named(fill, "alpha")
    ):
        return True
    ink, ground = scheme.colour(fill), _ground(run, scheme)
    return ink is not None and ground is not None and is_lost(ink, ground)


def _is_all_lost(blend: Element, run: Element, scheme: Scheme) -> bool:
    """Return whether no colour of those that letters change through can be seen."""
    ground, inks = _ground(run, scheme), [scheme.colour(one) for one in named(blend, "gs")]
    return ground is not None and all(ink is not None and is_lost(ink, ground) for ink in inks)


def _is_lost_by_the_slide(run: Element, scheme: Scheme) -> bool:
    """Return whether the slide itself turns the colours round, until its usual text is that of its ground."""
    ink, ground = scheme.colours.get("tx1"), _ground(run, scheme)
    return scheme.is_turned and ink is not None and ground is not None and is_lost(ink, ground)


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
            and any(True for _ in named(one, "tableStyleId"))
        ):
            return None
        if (
            name == "sp"
            and child(child(one, "style"), "fillRef") is not None
            and (properties is None or child(properties, "noFill") is None)
        ):
            return None
    return scheme.ground


def _colour(fill: Element | None, colours: dict[str, Colour | None]) -> Colour | None:
    value = next(iter(fill), None) if fill is not None else None
    if value is None or len(value):
        # Made lighter or darker, it is another colour: whether it can be seen is for the rendered slide to tell.
        is_alpha_alone = value is not None and all(local(one) == "alpha" for one in value)
        if not is_alpha_alone:
            return None
    if local(value) == "srgbClr":
        return colour_of(attribute(value, "val"))
    if local(value) == "sysClr":
        return colour_of(attribute(value, "lastClr"))
    return colours.get(attribute(value, "val"))
