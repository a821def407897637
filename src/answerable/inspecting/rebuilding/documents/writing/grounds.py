"""On which ground text stands in tables and boxes that have their colours from a style or a shape."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.inspecting.colours import WHITE, Colour, colour_of, contrast
from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.slides.text import Scheme
from answerable.inspecting.office.writing.styles import Look, Styles, child, children, look_of

_DEEPEST = 20
_LEAST_CONTRAST = 1.5
_FLAGS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
_NAMED = {
    "white": "FFFFFF",
    "black": "000000",
    "yellow": "FFFF00",
    "red": "FF0000",
    "blue": "0000FF",
    "green": "008000",
    "gray": "808080",
    "silver": "C0C0C0",
    "navy": "000080",
}


@dataclass(slots=True)
class Grounds:
    """The colours that styles of tables give, and those of a theme."""

    styles: Styles
    scheme: Scheme
    page: Colour
    tables: dict[str, dict[str, Look]] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    _places: dict[Element, dict[Element, tuple[int, int, int, int]]] = field(default_factory=dict)

    def hides(self, run: Element, look: Look) -> bool:
        """Return whether text is lost on the ground that a style of a table or a shape gives it."""
        for one in run.iterancestors():
            name = local(one)
            if name == "tc":
                hidden = self._in_cell(one, look)
                if hidden is not None:
                    return hidden
            elif name in ("wsp", "shape", "rect", "roundrect", "oval"):
                ground = self._of_shape(one)
                ink = look.ink
                return ink is not None and _is_pale(ink, WHITE if ground is None else ground)
        return look.ink is not None and _is_pale(look.ink, look.ground or self.page)

    def has_head(self, properties: Element | None) -> bool:
        """Return whether the style of a table sets its first row apart."""
        style = child(properties, "tblStyle")
        said = {} if style is None else self.tables.get(attribute(style, "val"), {})
        return "firstRow" in said and "firstRow" in _switched_on(properties)

    def _in_cell(self, cell: Element, look: Look) -> bool | None:
        """Return whether text in a cell is lost; None if neither the cell nor its table says a colour."""
        given = self._by_style(cell)
        ground = look.ground or look_of(child(cell, "tcPr")).ground or given.ground
        ink = given.ink if look.ink is None and not look.is_ink_automatic else look.ink
        if ink is None:
            return None
        return (
            None if ground is None and look.ink is not None else _is_pale(ink, ground or self.page)
        )

    def _by_style(self, cell: Element) -> Look:
        """Return what the style of a table says of one of its cells."""
        table = next((one for one in cell.iterancestors() if local(one) == "tbl"), None)
        properties = child(table, "tblPr")
        style = child(properties, "tblStyle")
        if table is None or style is None:
            return Look()
        if table not in self._places:
            self._places[table] = dict(_placed(table))
        names = _conditions(self._places[table].get(cell, (0, 1, 0, 1)), properties)
        look, name = Look(), attribute(style, "val")
        for _ in range(_DEEPEST):
            said = self.tables.get(name, {})
            for condition in names:
                look = look.over(said.get(condition, Look()))
            name = self.parents.get(name, "")
            if not name:
                break
        return look

    def _of_shape(self, shape: Element) -> Colour | None:
        """Return what a box is filled with; None if that cannot be told."""
        if local(shape) != "wsp":
            return self._of_old_shape(shape)
        properties = child(shape, "spPr")
        fill = child(properties, "solidFill")
        reference = child(child(shape, "style"), "fillRef")
        if (
            fill is None
            and next(children(properties, "gradFill", "blipFill", "pattFill"), None) is not None
        ):
            return None
        is_filled_by_style = reference is not None and attribute(reference, "idx") not in ("", "0")
        if fill is None and is_filled_by_style and child(properties, "noFill") is None:
            fill = reference
        return self.page if fill is None else self.scheme.colour(fill)

    def _of_old_shape(self, shape: Element) -> Colour | None:
        if attribute(shape, "filled").lower() in ("f", "false"):
            return self.page
        told = attribute(shape, "fillcolor").split(" ")[0].lower()
        return colour_of(_NAMED.get(told, told)) if told else WHITE


def _is_pale(ink: Colour, ground: Colour) -> bool:
    """Return whether text can hardly be seen: whoever looks a document over does not see it either."""
    return contrast(ink, ground) < _LEAST_CONTRAST


def grounds_of(root: Element | None, styles: Styles, scheme: Scheme, page: Colour) -> Grounds:
    """Return the colours that the styles of a document's tables give."""
    grounds = Grounds(styles, scheme, page)
    for one in root if root is not None else ():
        if local(one) != "style" or attribute(one, "type") != "table":
            continue
        name = attribute(one, "styleId")
        grounds.parents[name] = next(
            (attribute(each, "val") for each in children(one, "basedOn")), ""
        )
        said = {"wholeTable": _look(one)}
        for each in children(one, "tblStylePr"):
            said[attribute(each, "type")] = _look(each)
        grounds.tables[name] = said
    return grounds


def _look(holder: Element) -> Look:
    ground = look_of(child(holder, "tcPr")).ground or look_of(child(holder, "tblPr")).ground
    return look_of(child(holder, "rPr")).over(Look(ground=ground))


def _placed(table: Element) -> Iterator[tuple[Element, tuple[int, int, int, int]]]:
    """Yield the cells of a table, each with its row, how many rows there are, and the same of its columns."""
    rows = [one for one in named(table, "tr") if _table_of(one) is table]
    for at, row in enumerate(rows):
        cells = [one for one in named(row, "tc") if _table_of(one) is table]
        for across, cell in enumerate(cells):
            yield cell, (at, len(rows), across, len(cells))


def _conditions(place: tuple[int, int, int, int], properties: Element | None) -> list[str]:
    """Return which parts of a table's style are those of a cell, the one that counts most first."""
    on = _switched_on(properties)
    at, rows, across, columns = place
    found = []
    if at == 0 and "firstRow" in on:
        found.append("firstRow")
    elif at == rows - 1 and "lastRow" in on:
        found.append("lastRow")
    if across == 0 and "firstColumn" in on:
        found.append("firstCol")
    elif across == columns - 1 and "lastColumn" in on:
        found.append("lastCol")
    if "noHBand" not in on and at >= ("firstRow" in on):
        found.append("band2Horz" if (at - ("firstRow" in on)) % 2 else "band1Horz")
    if "noVBand" not in on and across >= ("firstColumn" in on):
        found.append("band2Vert" if (across - ("firstColumn" in on)) % 2 else "band1Vert")
    return [*found, "wholeTable"]


def _table_of(one: Element) -> Element | None:
    return next((above for above in one.iterancestors() if local(above) == "tbl"), None)


def _switched_on(properties: Element | None) -> set[str]:
    look = child(properties, "tblLook")
    if look is None:
        return set()
    try:
        flags = int(attribute(look, "val") or "0", 16)
    except ValueError:
        flags = 0
    on = {name for name, flag in _FLAGS.items() if flags & flag}
    for name in _FLAGS:
        told = attribute(look, name)
        if told:
            on = on | {name} if told in ("1", "true", "on") else on - {name}
    return on
