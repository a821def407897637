"""A content stream read operator by operator, and written without what stands under marks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

import pikepdf

from answerable.inspecting.redacting.plane import Area, Matrix, times
from answerable.inspecting.redacting.rewriting.allowed import allowed
from answerable.inspecting.redacting.rewriting.glyphs import Item, written_text
from answerable.inspecting.redacting.rewriting.painted import check_mask, check_pattern
from answerable.inspecting.redacting.rewriting.pictures import blackened, place_of
from answerable.inspecting.redacting.rewriting.resources import Resources, resources_of
from answerable.inspecting.redacting.rewriting.state import SETTERS, State, TextPlace
from answerable.inspecting.redacting.rewriting.tags import Instruction, Tags, Written
from answerable.inspecting.redacting.rewriting.vectors import CLIPS, PAINTS, PATHS, Path
from answerable.inspecting.redacting.rewriting.work import DEEPEST, Work
from answerable.inspecting.redacting.unsupported import Unsupported

_MATRIX_SIZE = 6
_MOST_KEPT = 2_000
_LEFT_OUT_OF_FORMS = frozenset(
    (
        "/Length",
        "/Filter",
        "/DecodeParms",
        "/Metadata",
        "/PieceInfo",
        "/LastModified",
        "/OPI",
        "/AF",
    )
)


@dataclass(slots=True)
class Stream:
    """One content stream that is being rewritten."""

    work: Work
    resources: Resources
    state: State
    tags: Tags
    depth: int = 0
    is_told: bool = True
    written: Written = field(default_factory=Written)
    place: TextPlace = field(default_factory=TextPlace)
    path: Path = field(default_factory=Path)
    kept: list[State] = field(default_factory=list)

    def rewrite(self, instructions: Iterable[Instruction]) -> None:
        """Read all of the instructions, and write those that stay."""
        for given in instructions:
            self.work.steps.take(1)
            instruction = allowed(given) if self.work.is_anew else given
            if instruction is None:
                continue
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self._inline(instruction)
                continue
            operator = str(instruction.operator)
            step = self._STEPS.get(operator)
            if operator in PATHS:
                self.path.go_on(instruction, operator, self.state.matrix)
            elif operator in PAINTS:
                is_off = self.tags.is_off and operator != "n"
                self.path.paint(instruction, self.written, self.tags, is_off=is_off)
            elif operator in CLIPS:
                self.path.clip = instruction
            elif operator in SETTERS:
                SETTERS[operator](self.state, float(instruction.operands[0]))
                self.written.add(instruction)
            elif step is not None:
                step(self, instruction)
            else:
                self.written.add(instruction)

    def _keep(self, instruction: Instruction) -> None:
        if len(self.kept) >= _MOST_KEPT:
            raise Unsupported("states kept without end")
        self.kept.append(self.state.kept())
        self.written.add(instruction)

    def _bring_back(self, instruction: Instruction) -> None:
        if self.kept:
            self.state = self.kept.pop()
            self.written.add(instruction)
        else:
            # One more than were kept: readers pass over it, and what is put around the content must hold.
            self.written.is_changed = True

    def _transform(self, instruction: Instruction) -> None:
        self.state.matrix = times(_matrix(instruction.operands), self.state.matrix)
        self.written.add(instruction)

    def _begin_text(self, instruction: Instruction) -> None:
        self.place.begin()
        self.written.add(instruction)

    def _set_font(self, instruction: Instruction) -> None:
        name, size = instruction.operands
        self.state.font = self.work.fonts.font(self.resources.find("/Font", name))
        self.state.size = float(size)
        self.written.add(instruction)

    def _set_graphics(self, instruction: Instruction) -> None:
        settings = self.resources.find("/ExtGState", instruction.operands[0])
        if isinstance(settings, pikepdf.Dictionary):
            font = settings.get("/Font")
            if isinstance(font, pikepdf.Array):
                self.state.font = self.work.fonts.font(font[0])
                self.state.size = float(font[1])
            check_mask(settings.get("/SMask"), self.state.matrix, self.work)
        self.written.add(instruction)

    def _set_colour(self, instruction: Instruction) -> None:
        if len(instruction.operands) and isinstance(instruction.operands[-1], pikepdf.Name):
            check_pattern(self.resources.find("/Pattern", instruction.operands[-1]))
        self.written.add(instruction)

    def _move(self, instruction: Instruction) -> None:
        across, up = (float(one) for one in instruction.operands)
        if str(instruction.operator) == "TD":
            self.state.leading = -up
        self.place.next_line(across, up)
        self.written.add(instruction)

    def _place(self, instruction: Instruction) -> None:
        self.place.begin(_matrix(instruction.operands))
        self.written.add(instruction)

    def _next_line(self, instruction: Instruction) -> None:
        self.place.next_line(0.0, -self.state.leading)
        self.written.add(instruction)

    def _show(self, instruction: Instruction) -> None:
        given = instruction.operands[0]
        items: list[Item] = list(given.as_list()) if isinstance(given, pikepdf.Array) else [given]
        left = self._text(items)
        if left is None:
            self.written.add(instruction)
        else:
            self.written.put([pikepdf.Array(left)], "TJ")

    def _show_on_next_line(self, instruction: Instruction) -> None:
        spaced = [float(one) for one in instruction.operands[:-1]]
        if len(spaced) == 2:  # noqa: PLR2004 between words, and between letters
            self.state.between_words, self.state.between_letters = spaced
        self.place.next_line(0.0, -self.state.leading)
        given: list[Item] = [instruction.operands[-1]]
        left = self._text(given)
        # It is written as what it stands for: pdfminer.six forgets the next line of such a one, and so sees it elsewhere.
        if len(spaced) == 2:  # noqa: PLR2004
            self.written.put([instruction.operands[0]], "Tw")
            self.written.put([instruction.operands[1]], "Tc")
        self.written.put([], "T*")
        self.written.put([pikepdf.Array(given if left is None else left)], "TJ")

    def _text(self, items: list[Item]) -> list[Item] | None:
        if self.work.is_anew and self.state.font is None:
            return []
        if not self.is_told and not self.work.is_anew:
            # Readers differ in whether a form begins with the spacing of the page around it.
            raise Unsupported("a form within text that is spaced")
        self.state.is_off = self.tags.is_off
        left = written_text(items, self.state, self.place, self.work)
        if left is not None:
            self.tags.touch()
        return left

    def _begin_tag(self, instruction: Instruction) -> None:
        self.written.add(instruction)
        properties: object = None
        is_layer = False
        if str(instruction.operator) == "BDC":
            is_layer = instruction.operands[0] == pikepdf.Name.OC
            properties = instruction.operands[1]
            if isinstance(properties, pikepdf.Name):
                properties = self.resources.find("/Properties", properties)
        self.tags.begin(self.written, properties, is_off=is_layer and self.tags.hides(properties))

    def _end_tag(self, instruction: Instruction) -> None:
        self.tags.end()
        self.written.add(instruction)

    def _leave_out(self, _: Instruction) -> None:
        # A point may say what stands there, and draws nothing; what is switched off is not shown.
        self.written.is_changed = True

    def _shade(self, instruction: Instruction) -> None:
        if self.tags.is_off:
            self._leave_out(instruction)
        else:
            self.written.add(instruction)

    def _inline(self, instruction: pikepdf.ContentStreamInlineImage) -> None:
        if self.tags.is_off:
            self._leave_out(instruction)
            return
        marks = self.work.marks_meeting(place_of(self.state.matrix))
        if not marks:
            self.written.add(instruction)
            return
        about = instruction.iimage.obj
        picture = self.work.pdf.make_stream(
            instruction.iimage.read_raw_bytes(), dict(about.items())
        )
        colours = picture.get("/ColorSpace")
        named = self.resources.find("/ColorSpace", colours)
        if named is not None:
            picture.ColorSpace = named
        picture.Subtype = pikepdf.Name.Image
        self._picture(picture, marks)

    def _draw(self, instruction: Instruction) -> None:
        name = instruction.operands[0]
        drawing = self.resources.find("/XObject", name)
        if not isinstance(drawing, pikepdf.Stream) or self.tags.hides(drawing.get("/OC")):
            self._leave_out(instruction)
            return
        kind = str(drawing.get("/Subtype", ""))
        if kind not in ("/Image", "/Form"):
            self._leave_out(instruction)
            return
        if kind == "/Image":
            marks = self.work.marks_meeting(place_of(self.state.matrix))
            if marks:
                self._picture(drawing, marks)
                return
        elif self._form(drawing):
            return
        self.written.add(instruction)

    def _picture(self, picture: pikepdf.Stream, marks: list[Area]) -> None:
        left = blackened(self.work.pdf, picture, marks, self.state.matrix)
        self.tags.touch()
        self.written.is_changed = True
        if left is not None:
            self._draw_added(left)

    def _form(self, form: pikepdf.Object) -> bool:
        """Write a form without what is under marks in a copy of its own; return whether there is such a copy."""
        if self.depth >= DEEPEST:
            raise Unsupported("forms nested without end")
        matrix = form.get("/Matrix")
        state = self.state.kept()
        if isinstance(matrix, pikepdf.Array):
            state.matrix = times(_matrix(matrix.as_list()), state.matrix)
        given = form.get("/Resources")
        inner = resources_of(given) if given is not None else Resources(self.resources.given)
        is_told = self.is_told and state.is_plain
        stream = Stream(self.work, inner, state, self.tags, self.depth + 1, is_told)
        stream.rewrite(pikepdf.parse_content_stream(form))
        copy = stream.copy_of(form)
        if copy is None:
            return False
        self._draw_added(copy)
        return True

    def copy_of(self, form: pikepdf.Object) -> pikepdf.Stream | None:
        """Return a form with what is written of its content, or nothing if it stays as it is."""
        if not self.written.is_changed and not self.work.is_anew:
            return None
        content = pikepdf.unparse_content_stream(self.written.instructions)
        added = tuple(one.objgen for one in self.resources.added.values())
        known = self.work.copies.get((form.objgen, content, added))
        if known is not None:
            return known
        copy = self.work.pdf.make_stream(content)
        self.work.copies[form.objgen, content, added] = copy
        for name, value in form.items():
            if name not in _LEFT_OUT_OF_FORMS:
                copy[name] = value
        copy["/Resources"] = self.resources.written()
        return copy

    def _draw_added(self, drawing: pikepdf.Stream) -> None:
        name = self.resources.add(drawing)
        self.written.put([name], "Do")

    _STEPS: ClassVar[dict[str, Callable[["Stream", Instruction], None]]] = {
        "q": _keep,
        "Q": _bring_back,
        "cm": _transform,
        "BT": _begin_text,
        "Tf": _set_font,
        "gs": _set_graphics,
        **dict.fromkeys(("sc", "scn", "SC", "SCN"), _set_colour),
        **dict.fromkeys(("Td", "TD"), _move),
        "Tm": _place,
        "T*": _next_line,
        **dict.fromkeys(("Tj", "TJ"), _show),
        **dict.fromkeys(("'", '"'), _show_on_next_line),
        **dict.fromkeys(("BMC", "BDC"), _begin_tag),
        "EMC": _end_tag,
        **dict.fromkeys(("MP", "DP"), _leave_out),
        "sh": _shade,
        "Do": _draw,
    }


def _matrix(given: Iterable[pikepdf.Object | Decimal | int]) -> Matrix:
    numbers = [float(one) for one in given]
    if len(numbers) != _MATRIX_SIZE:
        raise Unsupported("a damaged matrix")
    return numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]
