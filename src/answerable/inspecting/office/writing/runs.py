"""The runs of a text: which of them nobody sees."""

from dataclasses import dataclass, field

from answerable.inspecting.colours import BLACK, WHITE, Colour, is_lost
from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.writing.styles import Look, Styles, child, children, look_of
from answerable.inspecting.seen import Seen

SMALLEST_HALF_POINTS = 6
"""Letters of three points and less cannot be read."""

THINNEST = 15
"""Per cent of their width below which letters cannot be read."""

_LOWEST_LINE = 60
_DARK = 40
_UNKNOWN: Colour = (-1, -1, -1)


@dataclass(slots=True)
class Runs:
    """Looks at the runs of one story after another."""

    styles: Styles
    page: Colour
    seen: Seen
    _fields: list[str] = field(default_factory=list)

    def look_at(self, root: Element, where: str) -> None:
        """Find text in a story that is hidden, lost on its ground, too small, or in the code of a field."""
        self._fields = []
        for one in named(root, "r", "p", "tr", "txbxContent"):
            name = local(one)
            if name == "r":
                self._look_at_run(one, where)
            elif name == "p":
                self._look_at_lines(one, where)
            elif name == "tr":
                self._look_at_row(one, where)

    def _look_at_run(self, run: Element, where: str) -> None:
        for mark in children(run, "fldChar"):
            self._take_mark(attribute(mark, "fldCharType"))
        text = "".join(one.text or "" for one in children(run, "t"))
        if not text.strip():
            return
        if "code" in self._fields:
            self.seen.add("docx.text-in-field", where, text)
        look = self._look(run)
        if look.is_hidden:
            self.seen.add("docx.hidden-text", where, text)
        small = look.half_points is not None and 0 <= look.half_points <= SMALLEST_HALF_POINTS
        if small or (look.stretch is not None and look.stretch < THINNEST):
            self.seen.add("docx.tiny-text", where, text)
        self._look_at_colours(run, look, where, text)

    def _take_mark(self, kind: str) -> None:
        """Follow where the code of a field ends and its result begins."""
        if kind == "begin":
            self._fields.append("code")
        elif kind == "separate" and self._fields:
            self._fields[-1] = "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _look(self, run: Element) -> Look:
        properties = child(run, "rPr")
        paragraph = next((one for one in run.iterancestors() if local(one) == "p"), None)
        settings = child(paragraph, "pPr")
        own = look_of(properties)
        for style in children(properties, "rStyle"):
            own = own.over(self.styles.look(attribute(style, "val")))
        named_style = child(settings, "pStyle")
        name = self.styles.paragraph if named_style is None else attribute(named_style, "val")
        under = look_of(settings)
        above = Look(ground=under.ground).over(self.styles.look(name))
        return own.over(above).over(self.styles.base)

    def _look_at_colours(self, run: Element, look: Look, where: str, text: str) -> None:
        ground = look.ground or self._ground_of_cell(run)
        if ground == _UNKNOWN:
            if look.ink is not None and is_lost(look.ink, WHITE):
                self.seen.add("docx.pale-text", where, text)
            return
        highlight = child(child(run, "rPr"), "highlight")
        if highlight is not None and attribute(highlight, "val") == "black":
            self.seen.add("docx.black-box", where, text)
        elif look.ink is None:
            # Automatic text is drawn white on a dark ground: it can be read, but looks as if it were redacted.
            if look.ground is not None and max(look.ground) < _DARK:
                self.seen.add("docx.dark-ground", where, text)
        elif is_lost(look.ink, ground):
            code = (
                "docx.black-box"
                if max(ground) < _DARK and look.ink == BLACK
                else "docx.invisible-text"
            )
            self.seen.add(code, where, text)

    def _ground_of_cell(self, run: Element) -> Colour:
        for one in run.iterancestors():
            if local(one) == "tc":
                ground = look_of(child(one, "tcPr")).ground
                if ground is not None:
                    return ground
            elif local(one) == "tbl":
                properties = child(one, "tblPr")
                ground = look_of(properties).ground
                if ground is not None:
                    return ground
                style = child(properties, "tblStyle")
                if style is not None and attribute(style, "val") in self.styles.with_grounds:
                    return _UNKNOWN
            elif local(one) in ("txbxContent", "textbox"):
                return _UNKNOWN
        return self.page

    def _look_at_lines(self, paragraph: Element, where: str) -> None:
        spacing = child(child(paragraph, "pPr"), "spacing")
        if spacing is None or attribute(spacing, "lineRule") != "exact":
            return
        height = attribute(spacing, "line")
        text = "".join(one.text or "" for one in named(paragraph, "t"))
        if text.strip() and height.lstrip("-").isdigit() and int(height) < _LOWEST_LINE:
            self.seen.add("docx.tiny-text", where, text)

    def _look_at_row(self, row: Element, where: str) -> None:
        properties = child(row, "trPr")
        text = "".join(one.text or "" for one in named(row, "t"))
        if properties is None or not text.strip():
            return
        if any(
            attribute(one, "val") not in ("0", "false") for one in children(properties, "hidden")
        ):
            self.seen.add("docx.hidden-text", where, text)
        for one in children(properties, "trHeight"):
            height = attribute(one, "val")
            if (
                attribute(one, "hRule") == "exact"
                and height.isdigit()
                and int(height) < _LOWEST_LINE
            ):
                self.seen.add("docx.tiny-text", where, text)
